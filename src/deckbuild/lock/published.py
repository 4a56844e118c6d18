"""Weak cards that students have: a note that gives enough others by now keeps them nevertheless."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ..plan.cards.model import Card, CardPlan
from .file import Lock, Record
from .records import records


def with_published(plan: CardPlan, lock: Lock) -> CardPlan:
    """The plan with those of its spare cards that the lock knows word for word, each where it stands in the note."""
    known = {_sides(card) for card in lock.present}
    spare = replace(plan, cards=plan.spare)
    back = [card for card, each in zip(plan.spare, records(spare), strict=True) if _sides(each) in known]
    return replace(plan, cards=tuple(_merged(plan.cards, back))) if back else plan


def _sides(card: Record) -> tuple[str, ...]:
    return card.note, card.type, card.rule, card.text, card.answer


def _merged(cards: Sequence[Card], back: Iterable[Card]) -> Iterator[Card]:
    """Two runs of cards, both in the order of their note, as one."""
    waiting = deque(back)
    for card in cards:
        while waiting and waiting[0].place.line < card.place.line:
            yield waiting.popleft()
        yield card
    yield from waiting
