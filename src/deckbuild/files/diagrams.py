"""Diagram sources on disk: `docker-layer.stack.yaml` stands beside `docker-layer.png`."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from ..diagnostics import Problem, error
from ..model import Place
from .finding import is_ours
from .sources import find_files


def find_diagrams(arguments: Sequence[str], here: Path, suffixes: Collection[str]) -> list[Path]:
    """The diagram sources that the arguments (files or folders) name. Raises `Problem` for one that names none."""
    found: dict[Path, None] = {}
    for argument in arguments:
        path = Path(os.path.abspath(here / argument))
        if not path.exists():
            hint = "name a diagram source or a folder"
            raise Problem(error(Place(argument), "no-such-source", "there is no such file or folder", hint))
        if path.is_file() and not path.name.endswith(tuple(suffixes)):
            hint = f"diagram sources end in {', '.join(suffixes)}"
            raise Problem(error(Place(argument), "unknown-kind", "this kind of file is not a diagram source", hint))
        found.update(dict.fromkeys(find_files(path, tuple(suffixes)) if path.is_dir() else [path]))
    return list(found)


def source_beside(picture: Path, suffixes: Collection[str], root: Path) -> Path | None:
    """The source that a picture is drawn from, where there is one that does not lie outside of the root: a link may lead there."""
    stem = picture.name.rsplit(".", 1)[0]
    try:
        return next((path for each in suffixes if is_ours(path := picture.with_name(stem + each), root)), None)
    except ValueError:
        return None


def names_beside(picture: Path) -> frozenset[str]:
    """What the files in the folder of a picture are called."""
    try:
        return frozenset(os.listdir(picture.parent))
    except (OSError, ValueError):
        return frozenset()


def is_there(path: Path) -> bool:
    """Whether there is a file at a path."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def holds(path: Path, data: bytes) -> bool:
    """Whether a file is there and has just these bytes."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False
