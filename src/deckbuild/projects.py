"""What holds for all sources below one root: its settings, those of its folders, and where its outputs go."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from . import files
from .config import FILE, Configured, read_settings
from .diagnostics import Diagnostic, Problem, error
from .files.settings import settings_text
from .model import Place
from .templating import anchored

OUTPUT = "output"
"""The folder for outputs where neither the call nor the settings name one."""


class Project(Struct, frozen=True):
    """One root. `configured` are its own settings, `inner` those of the folders below it that have some of their own."""

    root: Path
    configured: Configured
    inner: dict[Path, Configured]
    out: Path
    images: files.ImageIndex

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong with the settings, each file's once."""
        said = (problem for each in (self.configured, *self.inner.values()) for problem in each.diagnostics)
        return list(dict.fromkeys(said))

    def settings_for(self, source: files.Source) -> Configured:
        """The settings of the nearest folder above a source, each key for itself: outer ones hold where it says nothing."""
        return next((self.inner[folder] for folder in source.path.parents if folder in self.inner), self.configured)

    def deck_above(self, note: str) -> str:
        """What the settings set before the name of a note's deck, also of one that is no more."""
        folders = (self.root / note).parents
        return next((self.inner[each] for each in folders if each in self.inner), self.configured).settings.deck


def projects_of(
    sources: Sequence[files.Source], out: Path | None, here: Path, roots: Iterable[Path] = ()
) -> dict[Path, Project]:
    """The projects of the sources, and those at `roots`; their outputs go into `out`, or where their settings say."""
    found = dict.fromkeys([*(source.root for source in sources), *roots])
    folders = {source.path.parent for source in sources}
    return {root: _project(root, folders, out, here) for root in found}


def _project(root: Path, folders: Collection[Path], out: Path | None, here: Path) -> Project:
    configured = _read(root, FILE, Configured())
    folder = configured.settings.output
    chosen = out or (root / os.path.expanduser(folder) if folder else here / OUTPUT)
    return Project(root, configured, _inner(root, folders, configured), chosen, files.ImageIndex(root))


def _inner(root: Path, folders: Collection[Path], outermost: Configured) -> dict[Path, Configured]:
    """The settings of the folders between a root and its sources, each laid over those above it."""
    between = {above for folder in folders for above in (folder, *folder.parents) if root in above.parents}
    found: dict[Path, Configured] = {}
    for folder in sorted(between, key=lambda each: each.parts):
        if os.path.lexists(folder / FILE):
            above = next((found[each] for each in folder.parents if each in found), outermost)
            found[folder] = _read(folder, (folder / FILE).relative_to(root).as_posix(), above)
    return found


def _read(folder: Path, name: str, above: Configured) -> Configured:
    """The settings of one folder. What is wrong above it is wrong in it too."""
    try:
        _check_is_file(folder / FILE, name)
        own = read_settings(settings_text(folder, FILE, name), name, above.settings, inner=name != FILE)
    except Problem as problem:
        own = Configured(above.settings, (problem.diagnostic,))
    return Configured(anchored(own.settings, folder), (*above.diagnostics, *own.diagnostics))


def _check_is_file(path: Path, name: str) -> None:
    """Raises `Problem` for what is called like settings and is no file: somebody meant it to say something."""
    if os.path.lexists(path) and not path.is_file():
        fact, hint = _FOLDER if path.is_dir() else _NO_FILE
        raise Problem(error(Place(name), "unreadable", f"it cannot be read: {fact}", hint))


_FOLDER = ("it is a folder", "give the folder another name, and write settings into a file of this one")
_NO_FILE = ("it is a link that leads to no file, or a device", "mend the link, or delete it")
