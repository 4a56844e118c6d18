"""What became of the cards between two locks, for release notes and for the curious."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from msgspec import Struct

from .file import Lock, Record

Change = Literal["new", "reworded", "moved", "retired"]
ORDER: tuple[Change, ...] = get_args(Change)


class Difference(Struct, frozen=True):
    """One card that is not what it was; `before` or `after` is missing where it was not there."""

    change: Change
    before: Record | None
    after: Record | None


def differences(one: Lock, other: Lock) -> list[Difference]:
    """From one lock to another, by kind of change, and in the order of notes and guids."""
    found = list(_differences(one, other))
    return sorted(found, key=lambda each: (ORDER.index(each.change), _place(each)))


def summary(found: Sequence[Difference]) -> str:
    """How many cards there are of each kind of change; nothing where there is none."""
    counts = {change: sum(each.change == change for each in found) for change in ORDER}
    return ", ".join(f"{n:,} {'card' if n == 1 else 'cards'} {change}" for change, n in counts.items() if n)


def _place(each: Difference) -> tuple[str, tuple[str, ...], str, str]:
    card = each.after or each.before
    assert card is not None, "a difference is of some card"
    return card.note, card.above, card.text, card.guid


def _differences(one: Lock, other: Lock) -> Iterator[Difference]:
    before = {card.guid: card for card in one.present}
    after = {card.guid: card for card in other.present}
    for guid, card in after.items():
        was = before.get(guid)
        if was is None:
            yield Difference("new", None, card)
        elif (was.text, was.answer) != (card.text, card.answer):
            yield Difference("reworded", was, card)
        elif (was.note, was.above) != (card.note, card.above):
            yield Difference("moved", was, card)
        elif was.content != card.content:
            yield Difference("reworded", was, card)
    yield from (Difference("retired", card, None) for guid, card in before.items() if guid not in after)
