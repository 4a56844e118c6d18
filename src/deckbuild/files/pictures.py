"""Images as notes refer to them, found, measured and brought into a form that every output can show."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..assets import Picture, TooLarge
from ..diagnostics import Diagnostic, info, warning
from ..model import Figure
from .finding import REMOTE, SHOWN, find, from_root, not_found
from .image_index import ImageIndex

if TYPE_CHECKING:
    from ..images import Drawing

MAX_BYTES = 64_000_000
"""No screen and no printer shows more of a picture than fits in here."""
SMALLER = "make it smaller: 4,000 pixels across are more than a slide or a page can show"
WITHIN = "embedded"
"""The name of a picture that is no file: some editors write it into the note."""

Draw = Callable[[Path, str, Path], tuple[Picture | None, list[Diagnostic]]]
"""Draws the picture at a path (or that should be there) from a source beside it, where there is one; the others are
`Figure.src` and the root."""


def load_pictures(
    figures: Iterable[Figure], note: Path, root: Path, draw: Draw | None = None, index: ImageIndex | None = None
) -> tuple[dict[str, Picture], list[Diagnostic]]:
    """The pictures by `Figure.src`; each one that cannot be shown is a warning, and has a placeholder in its place.

    What has a source beside it is drawn by `draw`. `index` knows the images below `root`; the notes of a project share it.
    """
    index = index or ImageIndex(root)
    found: dict[str, Picture] = {}
    said: list[Diagnostic] = []
    for figure in figures:
        if figure.src in found:
            continue
        picture = _load(figure, note, index, said, draw)
        if not isinstance(picture, Picture) and picture.code == "figure-missing" and draw:
            picture = _drawn(figure, note, root, draw, said) or picture
        if isinstance(picture, Picture):
            found[figure.src] = picture
        else:
            said.append(picture)
    return found, said


def _load(
    figure: Figure, note: Path, index: ImageIndex, said: list[Diagnostic], draw: Draw | None
) -> Picture | Diagnostic:
    if figure.src[:5].lower() == "data:":
        return _shown(figure, _embedded(figure.src), index.root / WITHIN, index.root, said)
    found = find(figure, note, index)
    if found is None and figure.src.lower().startswith(REMOTE):
        hint = "save the picture beside the note and refer to that file"
        message = f"the image {figure.src[:SHOWN]} is not fetched from the web"
        return warning(figure.place, "figure-remote", message, hint)
    if found is None:
        return not_found(figure, note, index)
    if draw and (drawn := _from_source(figure, found.path, index.root, draw, said)):
        said += found.said
        return drawn
    return _shown(figure, lambda: _bytes(found.path), found.path, index.root, said, found.said)


def _shown(
    figure: Figure,
    data: Callable[[], bytes],
    path: Path,
    root: Path,
    said: list[Diagnostic],
    more: Iterable[Diagnostic] = (),
) -> Picture | Diagnostic:
    """The picture in some bytes; `more` is said of it if there is one."""
    try:
        picture = _opened(figure, path, data(), root, said)
    except (OSError, ValueError, SyntaxError) as fault:
        reason = _reason(fault).replace(str(root), ".")
        message = f"the image '{figure.src[:SHOWN]}' cannot be shown: {reason.splitlines()[0][:SHOWN]}"
        return warning(figure.place, "figure-unreadable", message, _mend(fault, from_root(path, root) or str(path)))
    said += more
    return picture


def _embedded(address: str) -> Callable[[], bytes]:
    """What reads a picture that stands in the note itself."""

    def read() -> bytes:
        from ..images import embedded

        data, _ = embedded(address)
        if data is None:
            raise ValueError("there is no picture in this address")
        return data

    return read


def _mend(fault: Exception, path: str) -> str:
    if isinstance(fault, PermissionError):
        return f"allow it to be read: chmod u+r '{path}'"
    return SMALLER if isinstance(fault, TooLarge) else "save it as PNG or JPEG"


def _reason(fault: BaseException) -> str:
    said = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return said or type(fault).__name__


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if not size:
        raise ValueError("the file is empty")
    if size > MAX_BYTES:
        raise TooLarge(f"the file has {size // 1_000_000} MB")
    return path.read_bytes()


def _drawn(figure: Figure, note: Path, root: Path, draw: Draw, said: list[Diagnostic]) -> Picture | None:
    path = Path(os.path.normpath(note.parent / unquote(figure.src.replace("\0", ""))))
    return _from_source(figure, path, root, draw, said) if figure.src and path.is_relative_to(root) else None


def _from_source(figure: Figure, path: Path, root: Path, draw: Draw, said: list[Diagnostic]) -> Picture | None:
    picture, problems = draw(path, figure.src, root)
    said += problems
    return picture


def _opened(figure: Figure, path: Path, data: bytes, root: Path, said: list[Diagnostic]) -> Picture:
    from ..images import read

    name = path.resolve().relative_to(root.resolve()).as_posix()
    if path.suffix.lower() == ".svg" or data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _drawing(figure, name, data, said)
    still = read(data)
    if still.stopped:
        hint = "save it as GIF, with fewer frames or smaller"
        said.append(
            info(figure.place, "figure-still", f"of '{figure.src[:SHOWN]}' only the first frame is shown", hint)
        )
    return Picture(figure.src, name, still.data, still.width, still.height, still.format)


def _drawing(figure: Figure, name: str, data: bytes, said: list[Diagnostic]) -> Picture:
    """An SVG, and a picture of it for those who do not show SVG."""
    from ..diagrams.raster import rasterised
    from ..images import drawing, read

    drawn = drawing(data)
    shown = read(rasterised(drawn.svg, drawn.width, drawn.height))
    said += _about_svg(figure, drawn)
    return Picture(figure.src, name, shown.data, shown.width, shown.height, shown.format, drawn.svg)


def _about_svg(figure: Figure, drawn: Drawing) -> Iterator[Diagnostic]:
    """What of a drawing is not shown."""
    from ..diagrams.fonts import missing

    src = figure.src[:SHOWN]
    if drawn.outside:
        message = f"the drawing '{src}' is shown without what it takes from elsewhere: {drawn.outside[0][:SHOWN]}"
        yield warning(figure.place, "svg-outside", message, "embed it when you save the SVG")
    if drawn.html:
        message = f"the drawing '{src}' has text as HTML, which only browsers show: '{drawn.html[:40]}'"
        yield warning(figure.place, "svg-html", message, "save it with plain text, or as PNG")
    if lost := missing(drawn.letters):
        message = f"no font for pictures has {' '.join(lost[:12])}, which '{src}' shows"
        yield info(figure.place, "svg-letters", message, "save it with text as paths, or as PNG")
