"""Where the images of notes lie on disk: at the path as written, in another spelling, or anywhere by name; never outside of a project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from msgspec import Struct

from ..diagnostics import Diagnostic, info, warning
from ..model import Figure
from .image_index import ImageIndex, same_case
from .sources import SETTINGS

REMOTE = ("http://", "https://", "//", "data:")
SHOWN = 120
"""Characters of an address in a message; a `data:` address may be a megabyte."""
_ON_GITHUB = re.compile(
    r"https?://(?:www\.)?(?:github\.com/[^/]+/[^/]+/(?:blob|raw)|raw\.githubusercontent\.com/[^/]+/[^/]+)"
    r"/(?:refs/heads/)?[^/]+/([^?#]+)"
)
_TITLED = re.compile(r"""^<?([^"']*?[^\s"'>])>?\s+(?:"[^"]*"|'[^']*'|=\d*%?(?:x\d*%?)?)$""")


class Found(Struct, frozen=True):
    """An image on disk, and what there is to say about how it was found."""

    path: Path
    said: tuple[Diagnostic, ...] = ()


def find(figure: Figure, note: Path, index: ImageIndex) -> Found | None:
    """The file that is meant: at the path as written, else as the path is spelt on disk, else by its name."""
    if len(figure.src) > 4096 or "\0" in figure.src:
        return None
    if figure.src.lower().startswith(REMOTE):
        return _on_github(figure.src, index)
    spellings = list(dict.fromkeys(_spellings(figure.src)))
    for path in (path for written in spellings for path in _places(written, note, index.root)):
        if is_ours(path, index.root):
            return Found(path)
    for path in (path for written in spellings for path in _places(written, note, index.root)):
        inside = from_root(path, index.root)
        if inside and (alike := index.alike(inside)) and is_ours(index.root / alike, index.root):
            return Found(index.root / alike, _about_case(figure, inside, alike))
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


def is_ours(path: Path, root: Path) -> bool:
    """Whether a file is there, and not outside of the root."""
    try:
        return path.is_file() and path.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError):
        return False


def from_root(path: Path, root: Path) -> str | None:
    """A path as it is from the root, with `/`; None for one that is not below it."""
    inside = Path(os.path.normpath(path))
    return inside.relative_to(root).as_posix() if inside.is_relative_to(root) else None


def _by_name(figure: Figure, written: str, note: Path, index: ImageIndex) -> Found | None:
    """An image named without a folder may lie anywhere: that is how Obsidian refers to it."""
    if "/" in written or not written:
        return None
    folder = from_root(note.parent, index.root) or ""
    paths = [path for path in index.named(written, folder) if is_ours(index.root / path, index.root)]
    if not paths:
        return None
    said = list(_about_case(figure, written, PurePosixPath(paths[0]).name))
    if len(paths) > 1:
        message = f"'{written}' may be {' or '.join(paths[:3])}; the nearest is shown"
        said.append(info(figure.place, "image-ambiguous", message, "write the path from the note"))
    return Found(index.root / paths[0], tuple(said))


def _about_case(figure: Figure, written: str, on_disk: str) -> tuple[Diagnostic, ...]:
    if same_case(written, on_disk):
        return ()
    message = f"the image is '{on_disk}' on disk, in other letter case than '{figure.src[:SHOWN]}'"
    return (info(figure.place, "image-case", message, "write it alike: Linux and GitHub do not find it"),)


def _on_github(src: str, index: ImageIndex) -> Found | None:
    """A picture of this very repository, by its address on GitHub."""
    found = _ON_GITHUB.match(src)
    path = unquote(found[1]) if found else ""
    parts = PurePosixPath(path).parts
    above = index.root.resolve().parts
    for i in range(len(parts)):
        inside = index.root.joinpath(*parts[i:])
        if above[len(above) - i :] == parts[:i] and (i or len(parts) > 1) and is_ours(inside, index.root):
            return Found(inside)
    paths = index.ending(path) if len(parts) > 1 else []
    return Found(index.root / paths[0]) if len(paths) == 1 else None


def not_found(figure: Figure, note: Path, index: ImageIndex) -> Diagnostic:
    if (above := _outside(figure, note, index.root)) is not None:
        message = f"the image '{figure.src[:SHOWN]}' is outside of the project, which is the folder {index.root.name}/"
        widened = f", or an empty {SETTINGS} into {above.name}/, which holds both" if above.name else ""
        hint = f"put it into {index.root.name}/{widened}"
        return warning(figure.place, "figure-missing", message, hint)
    return warning(figure.place, "figure-missing", f"no image at '{figure.src[:SHOWN]}'", _remedy(figure, note, index))


def _outside(figure: Figure, note: Path, root: Path) -> Path | None:
    """The folder that holds both a project and an image outside of it, which is not read: a note may be anybody's."""
    if len(figure.src) > 4096 or "\0" in figure.src or figure.src.lower().startswith(REMOTE):
        return None
    for written in _spellings(figure.src):
        path = Path(os.path.normpath(note.parent / written))
        if written and not Path(written).is_absolute() and is_ours(path, Path(path.anchor)):
            linked = path.is_relative_to(root)
            return Path(os.path.commonpath([path.resolve(), root.resolve()] if linked else [path, root]))
    return None


def _remedy(figure: Figure, note: Path, index: ImageIndex) -> str:
    """The names that may have been meant, as the note would write them."""
    name = PurePosixPath(unquote(figure.src).replace("\\", "/")).name
    folder = from_root(note.parent, index.root) or ""
    close = index.close_to(name, folder) if name and "\0" not in name and len(name) < 256 else []
    if close:
        paths = [PurePosixPath(os.path.relpath(index.root / path, note.parent)).as_posix() for path in close]
        return f"did you mean {' or '.join(map(repr, paths))}?"
    return f"paths are relative to the note: {note.parent.name or '.'}/"
