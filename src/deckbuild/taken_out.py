"""Cards that are no more: for students who have them, a package that takes them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from .deck_names import DeckName
from .diagnostics import Diagnostic, info
from .exporters.anki import Grave, Rendered, pack
from .exporters.base import Exported
from .lock import Lock, Record
from .model import Place
from .reach import Reach

RELEASES = 2
"""How many times that cards were taken out an update package goes back."""


def is_missing(path: Path) -> bool:
    """Whether a file is no more. One that cannot be reached may be there, and so may what a link leads to."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def is_out(note: str, root: Path, reach: Reach) -> bool:
    """Whether a build says that a note is no more, or has nothing in it any more."""
    return (root, note) in reach.empty or (reach.covers(root, note) and is_missing(root / note))


def updates_of_gone(
    lock: Lock, root: Path, reach: Reach, above: Callable[[str], str]
) -> Iterator[tuple[str, Exported]]:
    """Update packages, by note, for the notes that are no more, and whose cards no other note has."""
    present = {card.note for card in lock.present}
    for note in sorted({card.note for card in lock.cards.values()} - present):
        if is_out(note, root, reach):
            graves = graves_of(lock, note)
            own = lock.decks.get(note) or PurePosixPath(note).stem
            name = DeckName(above(note), own, lock.given.get(note, "")).known_as(own)
            yield note, pack(Rendered((), (), {}), name, (), max(grave.mod for grave in graves), graves)


def note_gone(note: str, lock: Lock, root: Path) -> Diagnostic:
    """That the cards of a note were taken out with it."""
    count = sum(card.note == note for card in lock.cards.values())
    cards = "its card is" if count == 1 else f"its {count} cards are"
    what = "this note is no more" if is_missing(root / note) else "there is nothing in this note any more"
    hint = "publish that a few times, then delete the note's lines in the lock"
    return info(Place(note), "note-gone", f"{what}; {cards} taken out by its update package", hint)


def graves_of(lock: Lock, note: str) -> list[Grave]:
    """The cards of a note that were taken out the last few times that any were."""
    retired = [card for card in lock.cards.values() if card.retired and card.note == note]
    times = sorted({card.retired for card in retired})[-RELEASES:]
    return [_grave(card) for card in sorted(retired, key=lambda card: card.guid) if card.retired in times]


def _grave(card: Record) -> Grave:
    ordinals = sorted({number - 1 for number in card.blanks.values()}) or [0]
    return Grave(card.guid, card.type, ordinals, card.retired)
