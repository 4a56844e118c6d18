"""A note that was copied, after which the original was deleted: it is the same note, and its cards are the older ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

from .file import Lock, Record
from .keys import kind


def outlived(lock: Lock, read: Collection[str], out: Collection[str]) -> Iterator[str]:
    """The guids that cards of copies got while the originals were there. With one of the notes that are `out` gone, the
    cards of its copy among those that are `read` are its cards, which students have had for longer.
    """
    notes = _by_note(lock.present)
    for original in sorted(out):
        twins = {note: _twins(notes.get(original, ()), notes.get(note, ())) for note in sorted(read)}
        copies = [
            note for note, found in twins.items() if _is_copy(notes.get(original, ()), notes.get(note, ()), found)
        ]
        if len(copies) == 1:
            yield from (card.guid for card in twins[copies[0]])


def _by_note(cards: Sequence[Record]) -> Mapping[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for card in cards:
        found[card.note].append(card)
    return found


def _twins(original: Sequence[Record], copy: Sequence[Record]) -> list[Record]:
    """The cards of a copy that say what one of the original does."""
    said = {_said(card) for card in original}
    return [card for card in copy if _said(card) in said]


def _said(card: Record) -> Hashable:
    return kind(card), card.text, card.answer


def _is_copy(original: Sequence[Record], copy: Sequence[Record], twins: Sequence[Record]) -> bool:
    """Whether most of two notes is the same, and the second was there later: a fact or two may well stand in both, and of
    two that came at once neither is the copy."""
    later = min((card.mod for card in copy), default=0) > min((card.mod for card in original), default=0)
    return later and 2 * len(twins) > max(len(original), len(copy))
