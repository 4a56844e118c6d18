"""What stands before and after a card: where nothing else is left of it, they tell where it was."""

from __future__ import annotations

from collections.abc import Sequence

from .file import Record

Neighbours = tuple[int | None, int | None]


def neighbours(cards: Sequence[Record], paired: dict[int, int]) -> list[Neighbours]:
    """For each card the nearest before and after it in its note that are paired."""
    before = _nearest(range(len(cards)), cards, paired)
    after = _nearest(range(len(cards) - 1, -1, -1), cards, paired)
    return [(before[i], after[i]) for i in range(len(cards))]


def _nearest(order: range, cards: Sequence[Record], paired: dict[int, int]) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    last: int | None = None
    for i in order:
        found[i] = last if last is not None and cards[last].note == cards[i].note else None
        if i in paired:
            last = i
    return found
