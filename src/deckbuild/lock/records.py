"""Cards as the lock sees them, and the order in which they stood in their notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..plan.cards.answers import spoken
from ..plan.cards.model import Card, CardPlan, blanks
from .file import Record

MAX_ANSWER = 400
"""Letters of an answer that are enough to know it by."""


def records(plan: CardPlan) -> list[Record]:
    """The cards of a plan in its order, without what only the lock can say of them."""
    return [_record(card, plan.source) for card in plan.cards]


def _record(card: Card, note: str) -> Record:
    """The two sides of a card. What a command does is its other side: it is named by its code already."""
    hidden = " / ".join(dict.fromkeys(text.plain for _, text in blanks(card.shown)))
    other = card.prompt.plain if card.kind == "command" else hidden or spoken(card.answer)
    answer = " ".join(other.split())[:MAX_ANSWER]
    key = card.key
    return Record(type=card.note_type, note=note, above=key.above, rule=key.rule, text=key.text, answer=answer)


def stands_in(card: Record, text: str) -> bool:
    """Whether the note with this text has the answer of a card, whatever marks stand between its letters."""
    return letters(card.answer or card.text) in letters(text)


def letters(text: str) -> str:
    """The letters and digits of a text, whatever stands between them."""
    return "".join(filter(str.isalnum, text.casefold()))


def in_order(cards: Iterable[Record]) -> Iterator[Record]:
    """Cards of the lock, those of each note as they followed each other; where a merge mixed them up, by guid."""
    notes: dict[str, dict[str, Record]] = defaultdict(dict)
    for card in sorted(cards, key=lambda card: (card.note, card.guid)):
        notes[card.note][card.guid] = card
    for found in notes.values():
        following: dict[str, list[Record]] = defaultdict(list)
        for card in found.values():
            following[card.after if card.after in found else ""].append(card)
        yield from _followed(following, found)


def _followed(following: dict[str, list[Record]], found: dict[str, Record]) -> Iterator[Record]:
    waiting = list(reversed(following.pop("", [])))
    while waiting or found:
        card = waiting.pop() if waiting else next(iter(found.values()))
        if found.pop(card.guid, None):
            yield card
            waiting += reversed(following.pop(card.guid, []))
