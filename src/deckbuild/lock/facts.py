"""What is known of all cards, old and new, whichever of them are paired by now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from ..identity import folded
from .another import UNLIKE, Another
from .asking import Asking
from .changes import asks_alike, calls_another
from .file import Record
from .keys import kind
from .likeness import Likeness, same_but_for_slips, weight
from .lines import line_of

ASKING = 8
"""Weight of a question that is the same with a slip in it: a shorter one may be another (`LRU`, `LRUK`)."""


class Facts:
    """The cards of two builds, and what says how sure one may be of a pair of them."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record]) -> None:
        self.old, self.new = old, new
        self.asking = Asking(old, new)
        self._asked = tuple(Counter((kind(card), _asked(card)) for card in cards) for cards in (old, new))

    @cached_property
    def like(self) -> Likeness:
        """How alike two of their texts are."""
        return Likeness(text for card in (*self.old, *self.new) for text in (card.text, card.answer))

    @cached_property
    def another(self) -> Another:
        """What tells that a card which is alike is another."""
        return Another(self.old, self.new, self.like)

    def is_asked_once(self, one: int, other: int) -> bool:
        """Whether two cards ask the same but for slips, and nothing else asks so, or did."""
        a, b = self.old[one], self.new[other]
        asked, asks = (kind(a), _asked(a)), (kind(b), _asked(b))
        before, after = self._asked
        if calls_another(a, b):
            return False
        if asked == asks:
            return before[asked] == after[asks] == 1
        alone = before[asked] == after[asks] == 1 and not before[asks] and not after[asked]
        return alone and kind(a) == kind(b) and weight(asked[1]) >= ASKING and _asks_on(a, b)

    def is_sure(self, one: int, other: int) -> bool:
        """Whether two cards differ by slips alone, or ask the same, which nothing else does, and answer much the same, or
        the one with a part of what the other does: an item was split, or two were joined."""
        a, b = self.old[one], self.new[other]
        if a.text and a.text == b.text and self.is_asked_once(one, other):
            return _is_part(a.answer, b.answer) or self.like(a.answer, b.answer) >= UNLIKE
        asks_on = same_but_for_slips(a.text, b.text) or same_but_for_slips(line_of(a), line_of(b))
        return asks_on and same_but_for_slips(a.answer, b.answer)


def _is_part(one: str, other: str) -> bool:
    """Whether all of one text stands in the other."""
    part, whole = sorted((folded(one), folded(other)), key=len)
    return bool(part) and part in whole


def _asked(card: Record) -> str:
    """What is asked: for a command, what it does."""
    return card.answer if card.type == "typed" else card.text


def _asks_on(a: Record, b: Record) -> bool:
    """Whether a question is the same but for slips, that for a command also with a word more or less."""
    return asks_alike(_asked(a), _asked(b)) if a.type == "typed" else same_but_for_slips(a.text, b.text)
