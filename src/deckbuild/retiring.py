"""Why cards that students have are taken out, though what they say still stands in their note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .config import Cards
from .diagnostics import Diagnostic, info
from .lock import Record
from .lock.keys import BLANK, PATH
from .lock.records import letters, records, stands_in
from .model import Place
from .plan.cards.model import CardPlan

SHOWN = 3
"""Cards of a note that are told one by one."""
PASSAGE = 20
"""Lines in which a card has its answer."""
LEAST = 4
"""Letters of a side of a card by which its line is known."""
ALIKE = 12
"""Letters with which it begins that are enough for that, where it goes on in another line or with other marks."""
Reason = tuple[str, str]
"""What keeps a card from being made, and the remedy."""


def retirements(plan: CardPlan, gone: Sequence[Record], text: str, limits: Cards) -> Iterator[Diagnostic]:
    """For the cards of a note that are `gone` and whose words its `text` has: where, why and what to do, by what its `plan`
    says. A card that the author took out of the text is no matter of surprise, nor is one that another is now, word for
    word: that of a copy of its note, say.
    """
    lines, made = text.split("\n"), {(card.text, card.answer) for card in records(plan)}
    ours = (card for card in gone if card.note == plan.source and (card.text, card.answer) not in made)
    left = [(line, card) for card in ours if (line := _line_of(card, lines, text))]
    for line, card in sorted(left, key=lambda each: (each[0], each[1].guid))[:SHOWN]:
        fact, hint = _reason(card, line, lines, plan.diagnostics, limits)
        asked = card.text or card.answer
        yield info(
            Place(plan.source, line),
            "card-taken-out",
            f"'{asked}', a card that students have, is taken out: {fact}",
            hint,
        )
    if (more := len(left) - SHOWN) > 0:
        cards = "1 more card that students have is" if more == 1 else f"{more} more cards that students have are"
        fact = f"{cards} taken out, whose words are in this note"
        yield info(Place(plan.source), "card-taken-out", fact, "see them all: deckbuild diff")


def _reason(card: Record, line: int, lines: Sequence[str], said: Sequence[Diagnostic], limits: Cards) -> Reason:
    for twin in said:
        passage = "\n".join(lines[twin.place.line - 1 :][:PASSAGE])
        if (
            twin.code == "duplicate-prompt"
            and twin.place.line
            and stands_in(card, passage)
            and _has(passage, card.text)
        ):
            return "another card of this note asks the same", twin.hint or ""
    if any(each.code == "cards-left-out" for each in said):
        room = f"there is no room for it (cards.budget {limits.budget}, cards.section {limits.section})"
        return room, "raise the budget to keep what students have learnt; a card that comes back keeps its reviews"
    return "its words are here still, but no such card is made of them now", _WORDED


_WORDED = "if it shall stay, see what was changed around this line: a heading, a mark, an order to skip it"


def _line_of(card: Record, lines: Sequence[str], text: str) -> int:
    """The line in which a card says what it says, or asks; 0 where its note has not all of it."""
    asked = card.text.rpartition(PATH)[2]
    if not stands_in(card, text) or not all(_has(text, part) for part in asked.split(BLANK)):
        return 0
    begun = [letters(side)[:ALIKE] for side in (card.answer, asked.partition(BLANK)[0]) if len(letters(side)) >= LEAST]
    return next((n for side in begun for n, line in enumerate(lines, 1) if side in letters(line)), 0)


def _has(text: str, words: str) -> bool:
    return letters(words) in letters(text)
