"""Outputs of a whole folder: one sheet of all its notes, and the glossary of what they define."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from . import files
from .config import Sheet
from .diagnostics import Diagnostic, Problem, error
from .exporters import GATHERED
from .exporters.base import Stamp
from .loading import Loaded, internal
from .model import Place
from .packages import Written

Found = Iterator[tuple[tuple[Written, ...], Sequence[Diagnostic]]]
AUTO = 0
"""As many pages as are needed."""


def gathered(
    notes: Mapping[Path, Sequence[Loaded]], exporters: Sequence[str], date: int | None, pages: int | None
) -> Found:
    """The outputs of `exporters` made of all notes that go into one folder, for each such folder.

    Where the call names no number of `pages` there are as many as needed: how many fit a note says nothing of a folder.
    """
    for out, loaded in notes.items():
        for name in (name for name in exporters if name in GATHERED):
            yield _made(out, loaded, name, date, AUTO if pages is None else pages)


def _made(
    out: Path, loaded: Sequence[Loaded], name: str, date: int | None, pages: int
) -> tuple[tuple[Written, ...], Sequence[Diagnostic]]:
    exporter = GATHERED[name]
    folder = folder_of([each.source for each in loaded])
    path = out / (exporter.name or f"{folder}.pdf")
    epoch = max(each.modified for each in loaded) if date is None else date
    settings = replace(_common([each.settings.sheet for each in loaded]), pages=pages)
    try:
        _check_free(path, loaded)
        notes = [(each.deck, each.pictures) for each in loaded]
        made = exporter.make(notes, folder, Stamp(epoch, date), settings)
        if made.data:
            files.write(path, made.data, epoch)
    except Problem as problem:
        return (), (problem.diagnostic,)
    except Exception as fault:
        return (), (internal(folder, fault, path.name),)
    written = (Written(path, len(made.data), name, made.counts, folder),) if made.data else ()
    return written, made.diagnostics


def _common(settings: Sequence[Sheet]) -> Sheet:
    """What most notes of a folder ask for: one that wants its own paper has no say in the sheet of all."""
    counted = {name: Counter(getattr(each, name) for each in settings) for name in Sheet.__struct_fields__}
    return Sheet(**{name: count.most_common(1)[0][0] for name, count in counted.items()})


def folder_of(sources: Sequence[files.Source]) -> str:
    """The name of the folder that holds all sources."""
    parents = [source.path.parent for source in sources]
    return Path(os.path.commonpath(parents)).name or "notes"


def _check_free(path: Path, loaded: Sequence[Loaded]) -> None:
    """Raises `Problem` where a note has a sheet of that name."""
    for each in loaded:
        if not each.source.folder and each.source.stem == path.stem:
            fact = f"its own sheet and that of the whole folder would both be {path.name}"
            raise Problem(error(Place(each.source.name), "output-collision", fact, "rename the note"))
