"""What is known of all cards, old and new, whichever of them are paired by now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from .another import UNLIKE, Another
from .asking import Asking
from .file import Record
from .keys import kind
from .likeness import Likeness, same_but_for_slips


class Facts:
    """The cards of two builds, and what says how sure one may be of a pair of them."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record]) -> None:
        self.old, self.new = old, new
        self.asking = Asking(old, new)
        asked = Counter((kind(card), card.text) for card in old), Counter((kind(card), card.text) for card in new)
        self._asked = {key: (count, asked[1][key]) for key, count in asked[0].items()}
        self._said = Counter((kind(card), card.text, card.answer) for card in old)

    @cached_property
    def like(self) -> Likeness:
        """How alike two of their texts are."""
        return Likeness(text for card in (*self.old, *self.new) for text in (card.text, card.answer))

    @cached_property
    def another(self) -> Another:
        """What tells that a card which is alike is another."""
        return Another(self.old, self.new, self.like)

    def is_asked_once(self, one: int) -> bool:
        """Whether there is one card that asks what an old one does, and was one."""
        card = self.old[one]
        return self._asked[kind(card), card.text] == (1, 1)

    def is_said_again(self, one: int) -> bool:
        """Whether several old cards say what one does."""
        card = self.old[one]
        return self._said[kind(card), card.text, card.answer] > 1

    def is_sure(self, one: int, other: int) -> bool:
        """Whether two cards differ by slips alone, or ask the same, which nothing else does, and answer much the same."""
        a, b = self.old[one], self.new[other]
        if a.text and a.text == b.text and self.is_asked_once(one):
            return self.like(a.answer, b.answer) >= UNLIKE
        return same_but_for_slips(a.text, b.text) and same_but_for_slips(a.answer, b.answer)
