"""Images as notes refer to them, found, measured and brought into a form that every output can show."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

from ..assets import Picture
from ..diagnostics import Diagnostic, info, warning
from ..model import Figure
from .image_index import ImageIndex, same_case

if TYPE_CHECKING:
    from ..images import Drawing

REMOTE = ("http://", "https://", "//", "data:")
MAX_BYTES = 64_000_000
"""No screen and no printer shows more of a picture than fits in here."""
WITHIN = "embedded"
"""The name of a picture that is no file: some editors write it into the note."""
SHOWN = 120
"""Characters of an address in a message; a `data:` address may be a megabyte."""

_ON_GITHUB = re.compile(
    r"https?://(?:www\.)?(?:github\.com/[^/]+/[^/]+/(?:blob|raw)|raw\.githubusercontent\.com/[^/]+/[^/]+)"
    r"/(?:refs/heads/)?[^/]+/([^?#]+)"
)
_TITLED = re.compile(r"""^<?([^"']*?[^\s"'>])>?\s+(?:"[^"]*"|'[^']*'|=\d*%?x?\d*%?)$""")

Draw = Callable[[Path, str, str], tuple[Picture | None, list[Diagnostic]]]
"""Draws the picture at a path (or that should be there) from a source beside it, where there is one; the others are
`Figure.src` and its path from the root."""


class _Found(Struct, frozen=True):
    """An image on disk, and what there is to say about how it was found."""

    path: Path
    said: tuple[Diagnostic, ...] = ()


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
    found = _find(figure, note, index)
    if found is None and figure.src.lower().startswith(REMOTE):
        hint = "save the picture beside the note and refer to that file"
        message = f"the image {figure.src[:SHOWN]} is not fetched from the web"
        return warning(figure.place, "figure-remote", message, hint)
    if found is None:
        message = f"no image at '{figure.src[:SHOWN]}'"
        return warning(figure.place, "figure-missing", message, _remedy(figure, note, index))
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
        closed = f"allow it to be read: chmod u+r '{_from_root(path, root) or path}'"
        hint = closed if isinstance(fault, PermissionError) else "save it as PNG or JPEG"
        message = f"the image '{figure.src[:SHOWN]}' cannot be shown: {reason.splitlines()[0][:SHOWN]}"
        return warning(figure.place, "figure-unreadable", message, hint)
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


def _reason(fault: BaseException) -> str:
    said = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return said or type(fault).__name__


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if not size:
        raise ValueError("the file is empty")
    if size > MAX_BYTES:
        raise ValueError(f"the file has {size // 1_000_000} MB")
    return path.read_bytes()


def _remedy(figure: Figure, note: Path, index: ImageIndex) -> str:
    """The names that may have been meant, as the note would write them."""
    name = PurePosixPath(unquote(figure.src).replace("\\", "/")).name
    folder = _from_root(note.parent, index.root) or ""
    close = index.close_to(name, folder) if name and "\0" not in name and len(name) < 256 else []
    if close:
        paths = [PurePosixPath(os.path.relpath(index.root / path, note.parent)).as_posix() for path in close]
        return f"did you mean {' or '.join(map(repr, paths))}?"
    return f"paths are relative to the note: {note.parent.name or '.'}/"


# finding


def _find(figure: Figure, note: Path, index: ImageIndex) -> _Found | None:
    """The file that is meant: at the path as written, else as the path is spelt on disk, else by its name."""
    if len(figure.src) > 4096 or "\0" in figure.src:
        return None
    if figure.src.lower().startswith(REMOTE):
        return _on_github(figure.src, index)
    spellings = list(dict.fromkeys(_spellings(figure.src)))
    for path in (path for written in spellings for path in _places(written, note, index.root)):
        if _is_ours(path, index.root):
            return _Found(path)
    for path in (path for written in spellings for path in _places(written, note, index.root)):
        inside = _from_root(path, index.root)
        if inside and (alike := index.alike(inside)) and _is_ours(index.root / alike, index.root):
            return _Found(index.root / alike, _about_case(figure, inside, alike))
    return _by_name(figure, spellings[-1], note, index) if spellings else None


def _spellings(src: str) -> Iterator[str]:
    """What a path may stand for: with `%20`, a query, a title, quotation marks or backslashes in it, or without."""
    for written in (src, unquote(src)):
        yield written
        bare = written.strip().strip("\"'").strip()
        bare = bare[1:-1] if bare.startswith("<") and bare.endswith(">") else bare
        titled = _TITLED.match(written.strip())
        for path in (bare, titled[1].strip("\"'<> ") if titled else bare):
            yield path
            yield re.split(r"[?#|]", path)[0].strip()
            yield re.split(r"[?#|]", path)[0].strip().replace("\\", "/")


def _places(written: str, note: Path, root: Path) -> Iterator[Path]:
    """Relative to the note, or with folders from the root, as Obsidian writes it.

    `/x.png` is meant from the root, as GitHub shows it, or from a folder on the way: notes may hold several projects.
    """
    if written.startswith("/"):
        inside = written.lstrip("/")
        above = [folder for folder in reversed(note.parents) if folder.is_relative_to(root)]
        yield from (folder / inside for folder in above or [root])
    elif written:
        yield note.parent / written
        if "/" in written and not written.startswith("."):
            yield root / written


def _is_ours(path: Path, root: Path) -> bool:
    """Whether a file is there, and not outside of the root."""
    try:
        return path.is_file() and path.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError):
        return False


def _from_root(path: Path, root: Path) -> str | None:
    inside = Path(os.path.normpath(path))
    return inside.relative_to(root).as_posix() if inside.is_relative_to(root) else None


def _by_name(figure: Figure, written: str, note: Path, index: ImageIndex) -> _Found | None:
    """An image named without a folder may lie anywhere: that is how Obsidian refers to it."""
    if "/" in written or not written:
        return None
    folder = _from_root(note.parent, index.root) or ""
    paths = [path for path in index.named(written, folder) if _is_ours(index.root / path, index.root)]
    if not paths:
        return None
    said = list(_about_case(figure, written, PurePosixPath(paths[0]).name))
    if len(paths) > 1:
        message = f"'{written}' may be {' or '.join(paths[:3])}; the nearest is shown"
        said.append(info(figure.place, "image-ambiguous", message, "write the path from the note"))
    return _Found(index.root / paths[0], tuple(said))


def _about_case(figure: Figure, written: str, on_disk: str) -> tuple[Diagnostic, ...]:
    if same_case(written, on_disk):
        return ()
    message = f"the image is '{on_disk}' on disk, in other letter case than '{figure.src[:SHOWN]}'"
    return (info(figure.place, "image-case", message, "write it alike: Linux and GitHub do not find it"),)


def _on_github(src: str, index: ImageIndex) -> _Found | None:
    """A picture of this very repository, by its address on GitHub."""
    found = _ON_GITHUB.match(src)
    path = unquote(found[1]) if found else ""
    parts = PurePosixPath(path).parts
    above = index.root.resolve().parts
    for i in range(len(parts)):
        inside = index.root.joinpath(*parts[i:])
        if above[len(above) - i :] == parts[:i] and (i or len(parts) > 1) and _is_ours(inside, index.root):
            return _Found(inside)
    paths = index.ending(path) if len(parts) > 1 else []
    return _Found(index.root / paths[0]) if len(paths) == 1 else None


# reading


def _drawn(figure: Figure, note: Path, root: Path, draw: Draw, said: list[Diagnostic]) -> Picture | None:
    path = Path(os.path.normpath(note.parent / unquote(figure.src.replace("\0", ""))))
    return _from_source(figure, path, root, draw, said) if figure.src and path.is_relative_to(root) else None


def _from_source(figure: Figure, path: Path, root: Path, draw: Draw, said: list[Diagnostic]) -> Picture | None:
    picture, problems = draw(path, figure.src, _from_root(path, root) or path.name)
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
