"""Whether a card that is alike enough is another all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from .changes import calls_another, is_narrower, is_put_between, is_renamed, is_sibling
from .file import Record
from .likeness import Likeness
from .tables import Tables, named_in_one

UNLIKE = 0.8
"""How alike two answers to one question are below which the new one may have been another's."""


class Another:
    """Compares old cards and new ones, which it knows all of."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record], like: Likeness) -> None:
        self._old, self._new, self._like = old, new, like
        self._tables = Tables(old, new)
        self._said = _answers(old)

    def is_other(self, one: int, other: int) -> bool:
        """Whether a card that is alike enough is another all the same."""
        a, b = self._old[one], self._new[other]
        if a.type == "typed":
            return calls_another(a, b)
        if a.text == b.text and self._came_to_light(one, other):
            return True
        if is_put_between(a, b) or is_narrower(a, b) or named_in_one(a, b):
            return True
        return is_sibling(a, b) or (is_renamed(a, b) and not self._tables.is_same_row(a, b))

    def is_in_renamed_line(self, one: int, other: int) -> bool:
        """Whether two cells are of a row, or of a column, that has another name now and says what it said."""
        return self._tables.is_renamed(self._old[one], self._new[other])

    def _came_to_light(self, one: int, other: int) -> bool:
        """Whether the answer of a new card was part of another card's, and not of one with that of `one` in it."""
        a, b = self._old[one], self._new[other]
        if b.answer not in self._said[a.note] or not b.answer or self._like(a.answer, b.answer) >= UNLIKE:
            return False
        return any(b.answer in card.answer and a.answer not in card.answer for card in self._old if card.note == a.note)


def _answers(cards: Sequence[Record]) -> Mapping[str, str]:
    """All answers of each note in one text, to see at once that none of them has some words in it."""
    found: dict[str, list[str]] = defaultdict(list)
    for card in cards:
        found[card.note].append(card.answer)
    return {note: "\n".join(answers) for note, answers in found.items()}
