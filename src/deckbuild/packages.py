"""Decks, which are made when all sources are read: a card may have come from any of them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from . import files
from .diagnostics import Diagnostic, Problem, Severity, info, warning
from .exporters import EXPORTERS
from .files.sources import LOCK
from .loading import Loaded, internal, path_of
from .model import Place
from .readers.notes import below

if TYPE_CHECKING:
    from .decks import Decks, Planned, Release
    from .exporters.base import Exported
    from .projects import Project
    from .reach import Reach

DECKS, UPDATE, ALONE = "anki", ".update.apkg", "lock"
Locking = Literal["kept", "frozen", "alone"]
"""What becomes of the lock: it is kept up to date, it may not change (`frozen`), or nothing else is written."""
_NAMES_DECK = re.compile(r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n(?:(?!(?P=mark)).*\n)*?deck[ \t]*[:=]")
"""Front matter with a line for the deck."""
Found = Iterator[tuple[tuple["Written", ...], Sequence[Diagnostic]]]


class Written(Struct, frozen=True):
    """One file that was made: where, how large, and what is in it; of a deck the `fate` of its notes, as Anki calls what it
    makes cards of: how many are `new`, `kept` and `retired`."""

    path: Path
    size: int
    exporter: str
    counts: Mapping[str, int]
    source: str = ""
    fate: Mapping[str, int] = {}


class Waiting(Struct, frozen=True):
    """The deck of a source, which is made when all sources are read."""

    source: files.Source
    planned: Planned
    path: Path


def planned(loaded: Loaded, out: Path, exporters: Sequence[str], date: int | None) -> Iterator[Waiting]:
    """The plan of a deck that is wanted, with nothing of the note that it does not need."""
    exporter = EXPORTERS[DECKS]
    if DECKS not in exporters or exporter.skipped(loaded.settings):
        return
    from .deck_names import DeckName
    from .decks import Planned
    from .exporters.anki import shown
    from .plan.cards import plan_cards

    plan = plan_cards(loaded.deck, loaded.pictures, loaded.settings.cards)
    epoch = loaded.modified if date is None else date
    own = below(loaded.source.folder, loaded.deck.title)
    name = DeckName(loaded.settings.deck, own, loaded.deck.name if _is_named(loaded) else "")
    made = Planned(plan, shown(plan, loaded.pictures), name, epoch, loaded.settings.cards)
    yield Waiting(loaded.source, made, path_of(loaded, out, exporter.suffix))


def _is_named(loaded: Loaded) -> bool:
    """Whether the author named the deck, be it by the name that it would have anyway, rather than its folders and title."""
    deck, settings = loaded.deck, loaded.settings
    default = "::".join(filter(None, [settings.deck, below(loaded.source.folder, deck.title)]))
    return deck.name != default or (not loaded.source.is_concepts and bool(_NAMES_DECK.match(loaded.text)))


def packages(
    waiting: Sequence[Waiting], projects: Sequence[Project], reach: Reach, date: int | None, locking: Locking
) -> Found:
    """The packages of each project, by its lock, where its settings are fit to build with."""
    for project in projects:
        of_project = [each for each in waiting if each.source.root == project.root]
        if of_project or not project.configured.broken:
            yield from _of_project(project, of_project, reach, date, locking)


def _of_project(
    project: Project, waiting: Sequence[Waiting], reach: Reach, date: int | None, locking: Locking
) -> Found:
    from .decks import make_decks

    planned = [each.planned for each in waiting]
    try:
        decks = make_decks(planned, project.root, date, locking == "frozen", reach, project.deck_above)
    except Exception as fault:
        yield (), (internal(waiting[0].source.name if waiting else LOCK, fault, "decks"),)
        return
    alone = locking == "alone"
    yield (), [_as_error(each) if alone and each.code == "lock-unwritten" else each for each in decks.diagnostics]
    taken = {files.spelling_of(str(each.path.with_suffix(UPDATE))) for each in waiting}
    left = [note for note in decks.left if files.spelling_of(str(_path_of_gone(note, project))) not in taken]
    left_too = (UPDATE,) if alone else ()
    yield (), list(_outlived({note: now for note in left if (now := decks.left[note])}, project, left_too))
    if alone:
        yield tuple(_lock_alone(decks, project.root)), ()
        return
    for each, made in zip(waiting, decks.made, strict=False):
        if each.planned.plan.source in decks.first:
            yield (), list(_strangers(each.path, decks.known))
        yield from _packages(each, made)
    for note, update in decks.gone.items():
        fate = {"retired": decks.retired.get(note, 0)}
        yield from _written({_path_of_gone(note, project): update}, date or 0, note, fate)
    for note in left:
        files.forget(_path_of_gone(note, project))


def _lock_alone(decks: Decks, root: Path) -> Iterator[Written]:
    """The lock as what was made, where there is one: what becomes of the cards is all that one learns of it."""
    path = root / LOCK
    if decks.made and path.is_file():
        fate = Counter(retired=sum(decks.retired.values()))
        for made in decks.made:
            fate.update({what: count for what, count in made.fate.items() if what != "retired"})
        yield Written(path, path.stat().st_size, ALONE, {}, fate=fate)


def _as_error(said: Diagnostic) -> Diagnostic:
    """Where nothing but the lock was to be written."""
    return replace(said, severity=Severity.ERROR)


def _strangers(path: Path, known: Collection[str]) -> Iterator[Diagnostic]:
    """Of a package that is there, though the lock knew nothing of its note: that its cards are none of those made now."""
    from .exporters.anki.reading import read_package

    if not path.is_file():
        return
    shown = os.path.relpath(path)
    try:
        _, notes = read_package(files.bytes_of(path, shown))
    except (Problem, ValueError):
        return
    if count := sum(note.guid not in known for note in notes):
        cards = "1 card of this package is" if count == 1 else f"{count} cards of this package are"
        fact = f"{cards} unknown to the lock, so that students who have it get new ones beside them"
        hint = (
            "if it was published, delete deckbuild.lock, and: deckbuild lock adopt OLD.apkg, the one that students have"
        )
        yield warning(Place(shown), "package-unknown", fact, hint)


def _packages(each: Waiting, made: Release) -> Found:
    found = {each.path: made.package}
    if made.update:
        found[each.path.with_suffix(UPDATE)] = made.update
    else:
        files.forget(each.path.with_suffix(UPDATE))
    yield from _written(found, each.planned.epoch, each.source.name, made.fate)


def _written(found: Mapping[Path, Exported], epoch: int, source: str, fate: Mapping[str, int]) -> Found:
    """Write the packages of a note; the `fate` of its cards goes with the first."""
    for path, made in found.items():
        try:
            files.write(path, made.data, epoch)
        except Problem as problem:
            yield (), (problem.diagnostic,)
        else:
            yield (Written(path, len(made.data), DECKS, made.counts, source, fate),), made.diagnostics
            fate = {}


def _path_of_gone(note: str, project: Project, suffix: str = UPDATE) -> Path:
    """Where the outputs of a note went that is no more."""
    return project.out.joinpath(*files.folders_of(note, project.root), f"{PurePosixPath(note).stem}{suffix}")


def _outlived(now_in: Mapping[str, str], project: Project, also: Sequence[str]) -> Iterator[Diagnostic]:
    """Outputs of notes that have another name now, or went into others, those that end as `also` says included: no build
    brings them up to date, and nobody else would say so."""
    kinds = [*(kind.suffix for exporter in EXPORTERS.values() for kind in (exporter, *exporter.beside)), *also]
    for note, now in now_in.items():
        paths = (_path_of_gone(note, project, kind) for kind in kinds)
        shown = ", ".join(os.path.relpath(path) for path in paths if path.is_file())
        if shown and not os.path.lexists(project.root / note):
            fact = f"what was in {note} is in this note now; what was made of that is no longer brought up to date: {shown}"
            yield info(Place(now), "output-outlived", fact, "delete what nobody needs any more")
