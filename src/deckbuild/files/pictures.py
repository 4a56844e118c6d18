"""Images as notes refer to them, found, measured and brought into a form that every output can show."""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import unquote

from ..assets import Picture
from ..diagnostics import Diagnostic, warning
from ..model import Figure

AS_THEY_ARE = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg", "GIF": "gif"}
ORIENTATION = 0x0112
"""The EXIF tag that says how the camera was held."""
REMOTE = ("http://", "https://", "//", "data:")


Draw = Callable[[Path, str], tuple[bytes | None, list[Diagnostic]]]
"""Draws the picture that should be at a path from a source beside it; the second argument is its name in messages."""


def load_pictures(
    figures: Iterable[Figure], note: Path, root: Path, draw: Draw | None = None
) -> tuple[dict[str, Picture], list[Diagnostic]]:
    """The pictures by `Figure.src`; each one that cannot be shown is a warning, and has a placeholder in its place.

    What is missing is drawn, where `draw` can.
    """
    found: dict[str, Picture] = {}
    said: list[Diagnostic] = []
    for figure in figures:
        if figure.src in found:
            continue
        picture = _load(figure, note, root)
        if not isinstance(picture, Picture) and picture.code == "figure-missing" and draw:
            picture = _drawn(figure, note, root, draw, said) or picture
        if isinstance(picture, Picture):
            found[figure.src] = picture
        else:
            said.append(picture)
    return found, said


def _load(figure: Figure, note: Path, root: Path) -> Picture | Diagnostic:
    if figure.src.startswith(REMOTE):
        hint = "save the picture beside the note and refer to that file"
        return warning(figure.place, "figure-remote", f"the image {figure.src} is not fetched from the web", hint)
    path = _resolve(figure.src, note, root)
    if path is None:
        hint = f"paths are relative to the note: {note.parent.name or '.'}/"
        return warning(figure.place, "figure-missing", f"no image at '{figure.src}'", hint)
    try:
        return _opened(figure, path, path.read_bytes(), root)
    except (OSError, ValueError, SyntaxError, Warning) as fault:
        unknown = "cannot identify" in str(fault)
        reason = "its format is not known" if unknown else str(fault).replace(str(root), ".").split("\n")[0][:120]
        hint = "save it as PNG or JPEG"
        return warning(figure.place, "figure-unreadable", f"the image '{figure.src}' cannot be shown: {reason}", hint)


def _drawn(figure: Figure, note: Path, root: Path, draw: Draw, said: list[Diagnostic]) -> Picture | None:
    if "\0" in figure.src or not figure.src:
        return None
    path = Path(os.path.normpath(note.parent / unquote(figure.src)))
    if not path.is_relative_to(root):
        return None
    data, problems = draw(path, figure.src)
    said += problems
    return _opened(figure, path, data, root) if data else None


def _resolve(src: str, note: Path, root: Path) -> Path | None:
    """Relative to the note; `/x.png` from the root, as GitHub shows it. Never outside of the root."""
    for written in dict.fromkeys((src, unquote(src), unquote(src.split("#")[0].split("?")[0]))):
        path = (root / written.lstrip("/")) if written.startswith("/") else (note.parent / written)
        try:
            if path.is_file() and path.resolve().is_relative_to(root.resolve()):
                return path
        except (OSError, ValueError):
            continue
    return None


def _opened(figure: Figure, path: Path, data: bytes, root: Path) -> Picture:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            width, height = image.size
            kind = AS_THEY_ARE.get(image.format or "")
            if kind == "jpeg" and image.getexif().get(ORIENTATION, 1) != 1:
                data, (width, height) = _upright(image)
            elif kind is None:
                data, kind = _as_png(image), "png"
    name = path.resolve().relative_to(root.resolve()).as_posix()
    return Picture(figure.src, name, data, width, height, kind)


def _upright(image: object) -> tuple[bytes, tuple[int, int]]:
    """A photograph turned as its camera says: no output looks at the tag."""
    from PIL import Image, ImageOps

    assert isinstance(image, Image.Image)
    turned = ImageOps.exif_transpose(image)
    out = io.BytesIO()
    turned.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue(), turned.size


def _as_png(image: object) -> bytes:
    from PIL import Image

    assert isinstance(image, Image.Image)
    out = io.BytesIO()
    image.convert("RGBA" if image.has_transparency_data else "RGB").save(out, "PNG", optimize=False)
    return out.getvalue()
