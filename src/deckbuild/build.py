"""The pipeline: sources → decks → plans → files. What it finds out it returns; nothing here prints."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from . import files
from .assets import Picture
from .checks import check
from .diagnostics import Diagnostic, Problem, Severity, error, info, ordered
from .exporters import EXPORTERS
from .exporters.base import Stamp
from .model import Deck, Place, figures


class Written(Struct, frozen=True):
    """One file that was made: where, how large, and what is in it."""

    path: Path
    size: int
    exporter: str
    counts: Mapping[str, int]


class Report(Struct, frozen=True):
    """What a build came to."""

    written: tuple[Written, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: int = 0

    def failed(self, strict: bool, allowed: Collection[str] = ()) -> bool:
        """Whether something that was asked for is not there, or (`strict`) anything is amiss that is not `allowed`."""
        warnings = (d for d in self.diagnostics if d.severity is Severity.WARNING and d.code not in allowed)
        return any(d.severity is Severity.ERROR for d in self.diagnostics) or (strict and any(warnings))


class Loaded(Struct, frozen=True):
    """A source that was read: its deck, with the pictures that it shows."""

    source: files.Source
    deck: Deck
    pictures: Mapping[str, Picture]
    modified: int
    reads: frozenset[Path]


Progress = Callable[[files.Source], None]


def build(
    arguments: Sequence[str], out: Path, exporters: Sequence[str], here: Path, progress: Progress | None = None
) -> Report:
    """Build the outputs of `exporters` from every source into `out`; none at all only checks.

    A source that cannot be read does not keep the others from being built. Raises `Problem` where the arguments name
    nothing to build from, or where nothing can be written.
    """
    sources, said = files.find_sources(arguments, here)
    clashes = files.check_collisions(sources, [EXPORTERS[name].suffix for name in exporters]) if exporters else []
    if clashes:
        return Report(diagnostics=tuple(ordered(clashes)), sources=len(sources))
    written: list[Written] = []
    date = source_date()
    for source in sources:
        if progress:
            progress(source)
        try:
            loaded, found = load(source)
            said += found
            if loaded and exporters:
                for result, problems in _export(loaded, out, exporters, date):
                    written.append(result)
                    said += problems
        except Problem as problem:
            said.append(problem.diagnostic)
        except Exception as fault:
            said.append(_internal(source, fault))
    return Report(tuple(written), tuple(ordered(said)), len(sources))


def _internal(source: files.Source, fault: Exception) -> Diagnostic:
    """A fault of ours must not keep the other notes from being built."""
    import traceback

    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    message = f"deckbuild failed on this note: {type(fault).__name__} at {where}"
    return error(Place(source.name), "internal-error", message, "please report it with the note; the others are built")


def source_date() -> int | None:
    """SOURCE_DATE_EPOCH. Raises `Problem` where it is set to something else than seconds."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    if value.isascii() and value.isdigit() and int(value) < 2**32:
        return int(value)
    hint = "set it to seconds since 1970, such as: git log -1 --format=%ct"
    raise Problem(error(Place("SOURCE_DATE_EPOCH"), "bad-date", f"{value!r} is not a number of seconds", hint))


def load(source: files.Source) -> tuple[Loaded | None, list[Diagnostic]]:
    """Read a source with its pictures, and check it. Nothing comes of an empty note."""
    text = files.text_of(source.path, source.name)
    if source.is_concepts:
        from .readers.concepts import read_concepts

        read = read_concepts(text, source.name)
    else:
        from .readers.notes import read_note

        read = read_note(text, source.name, source.folder)
    deck = read.deck
    if not deck.body and not deck.concepts:
        return None, [
            *read.diagnostics,
            info(Place(source.name), "empty-note", "there is nothing in this note to build from"),
        ]
    note = source.root / deck.source
    pictures, missing = files.load_pictures(figures(deck), note, source.root, _draw)
    reads = frozenset({source.path, *(source.root / picture.path for picture in pictures.values())})
    loaded = Loaded(source, deck, pictures, files.modified(source.path), reads)
    return loaded, [*read.diagnostics, *missing, *check(deck)]


def _draw(picture: Path, name: str) -> tuple[bytes | None, list[Diagnostic]]:
    from .drawing import drawn_png

    return drawn_png(picture, name)


def _export(
    loaded: Loaded, out: Path, exporters: Sequence[str], date: int | None
) -> Iterator[tuple[Written, Sequence[Diagnostic]]]:
    epoch = loaded.modified if date is None else date
    for name in exporters:
        exporter = EXPORTERS[name]
        path = out.joinpath(*loaded.source.folder, loaded.source.stem + exporter.suffix)
        if path in loaded.reads:
            continue
        made = exporter.make(loaded.deck, loaded.pictures, Stamp(epoch, date))
        files.write(path, made.data, epoch)
        yield Written(path, len(made.data), name, made.counts), made.diagnostics
