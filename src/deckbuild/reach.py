"""How far a call reaches: what it builds from, and which notes it may say are no more.

A folder that is built says so of every note that was in it; a note that is built says nothing of any other.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from . import files
from .diagnostics import Diagnostic, Problem
from .files.settings import settings_text


class Reach(Struct, frozen=True):
    """What a call speaks of: whole `folders`, and, by root and name, notes that it read and that were `empty`."""

    folders: tuple[Path, ...] = ()
    empty: frozenset[tuple[Path, str]] = frozenset()

    def covers(self, root: Path, note: str) -> bool:
        """Whether a note that is not there was in one of the folders."""
        return any((root / note).is_relative_to(folder) for folder in self.folders)


class Found(Struct, frozen=True):
    """What arguments name: sources, `folders`, and roots of projects all of whose notes in a folder were deleted."""

    sources: list[files.Source]
    diagnostics: list[Diagnostic]
    folders: tuple[Path, ...]
    left: tuple[Path, ...] = ()


def find(arguments: Sequence[str], here: Path, decks: bool) -> Found:
    """What to build from. A folder without notes is none of that, but where `decks` are to be built and students have
    cards of notes that were in it. Raises `Problem` where there is nothing to build from.
    """
    paths = {argument: Path(os.path.abspath(here / argument)) for argument in arguments}
    folders = tuple(path for path in paths.values() if not os.path.isfile(path))
    try:
        return Found(*files.find_sources(arguments, here), folders)
    except Problem:
        roots = {path: _root_of_deleted(path) for path in files.without_sources(arguments, here) if decks}
        left = {path: root for path, root in roots.items() if root}
        if not left:
            raise
    kept = [argument for argument, path in paths.items() if path not in left]
    return Found(*files.find_sources(kept, here), folders, tuple(left.values()))


def _root_of_deleted(folder: Path) -> Path | None:
    """The root of the project whose lock has cards of notes that were in a folder. Raises `Problem` for a damaged lock."""
    from .lock import LOCK, read

    root = files.root_of(folder / "_")
    text = settings_text(root, LOCK) if root else ""
    notes = {card.note for card in read(text).cards.values()} if text else ()
    return root if root and any((root / note).is_relative_to(folder) for note in notes) else None
