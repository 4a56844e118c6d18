"""Where the cards of notes are now whose files got other names, went into others, or came apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from .identify import Identity

Came = Mapping[str, Sequence[Identity]]
"""The cards of each note that was read."""


def renamed_away(came: Came) -> set[str]:
    """Notes that hold the cards of others and none of their own: their files changed names."""
    return {note for note, cards in came.items() if not has_own(note, cards) and origin(cards)}


def has_own(note: str, cards: Sequence[Identity]) -> bool:
    """Whether a note holds a card that was in it before."""
    return any(card.was and card.was.note == note for card in cards)


def origin(cards: Sequence[Identity]) -> str:
    """The note that most cards of a note were in; nothing where there is none."""
    came = Counter(card.was.note for card in cards if card.was)
    most = _most(came)
    return most if 2 * came[most] > len(cards) else ""


def homes(came: Came, gone: Collection[str]) -> dict[str, str]:
    """What the files of notes are called now that had another name: of a note that came apart the part with most cards."""
    now = now_in(came)
    return {note: now[note] for note in map(origin, came.values()) if note in gone}


def now_in(came: Came) -> dict[str, str]:
    """For each note that cards were in before, the note that most of those are in now."""
    went: dict[str, Counter[str]] = defaultdict(Counter)
    for note, cards in came.items():
        for card in cards:
            if card.was:
                went[card.was.note][note] += 1
    return {note: _most(counts) for note, counts in went.items()}


def _most(counts: Counter[str]) -> str:
    return max(sorted(counts), key=counts.__getitem__, default="")
