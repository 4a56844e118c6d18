"""What makes two cards the same without comparing their words: keys, from the strictest to the most forgiving."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from ..identity import folded
from .file import Record
from .likeness import weight

BLANK = " / "
"""What stands between the blanks of a sentence, where they are its answer."""
PATH = " › "
"""What stands between an item and what it is below."""
TELLING, TELLING_HERE = 24, 12
"""Letters of an answer that two facts hardly share, and in one section its weight (letters, those of Korean,
Japanese and Chinese twice); of the words around a command its letters."""
Section = tuple[str, tuple[str, ...]]
Grouping = Callable[[Record], Hashable]
"""A key, by which cards are the same; None for a card that it says nothing of."""


def kind(card: Record) -> tuple[str, str]:
    """The rule without the count of true repeats, whose order may change."""
    return card.type, card.rule.partition("#")[0]


def section_of(card: Record) -> Section:
    """Where a card stands."""
    return card.note, card.above


def same(card: Record) -> Hashable:
    """The same in the same place."""
    return (*kind(card), section_of(card), card.text, card.answer)


def answered_at_length(card: Record) -> Hashable:
    """The same answer, long enough to be no other's, to a question in other words."""
    return (*kind(card), card.answer) if len(card.answer) >= TELLING and _tells(card) else None


def typed_at_length(card: Record) -> Hashable:
    """The same command, long enough to be no other's, whatever is said of it: it is what is to be known."""
    return (*kind(card), card.text) if card.type == "typed" and len(card.text) >= TELLING else None


def _tells(card: Record) -> bool:
    """Whether the answer alone can say which card it is. What follows from a premise may follow from another."""
    return not within(card) and not card.rule.startswith("consequence")


def in_sections(sections: dict[Section, Section]) -> tuple[Grouping, Grouping]:
    """Two keys where an old section counts as the new one that it has become: for cards that are the same, and for those
    with the same answer. The same question alone says nothing: where one goes, another of its words may come to light.
    """

    def section_now(card: Record) -> Section:
        return sections.get(section_of(card), section_of(card))

    def whole(card: Record) -> Hashable:
        return (*kind(card), section_now(card), card.text, card.answer)

    def answered(card: Record) -> Hashable:
        measure = len if card.type == "typed" else weight
        tells = 2 * len(card.answer) >= TELLING_HERE <= measure(card.answer) and _tells(card)
        return (*kind(card), section_now(card), card.answer) if tells else None

    return whole, answered


def moved(card: Record) -> Hashable:
    """The same in another place. One side alone says little there."""
    return (*kind(card), card.text, card.answer) if card.text and card.answer else None


def moved_within(card: Record) -> Hashable:
    """The same in another place of its note."""
    said = moved(card)
    return (card.note, said) if said else None


def asked(card: Record) -> Hashable:
    """The same question."""
    return (*kind(card), card.text) if card.text else None


def within(card: Record) -> bool:
    """Whether the text that is asked about holds the answer, or each of the blanks that make it."""
    text = folded(card.text)
    return all(folded(part) in text for part in card.answer.split(BLANK))
