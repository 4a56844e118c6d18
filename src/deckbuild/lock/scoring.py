"""How alike two cards are: each side by its words, and how much of the whole is as it was."""

from __future__ import annotations

from difflib import SequenceMatcher

from ..identity import folded
from .file import Record
from .keys import within
from .likeness import Likeness

BLANKS, BLANKS_BETWEEN = 0.6, 0.25
"""How alike what is left out of a sentence must be, and between the same neighbours: with all of it replaced it is
another fact."""
SAME_BLANKS = 0.1
"""What it adds that the same words of a sentence are left out."""
HALF = 0.5
"""How alike the one side must be where the other is the same to the letter."""
BOTH, BOTH_TYPED, BETWEEN = 0.6, 0.9, 0.4
"""How alike each side must be where both changed; commands that differ in a flag are alike, and not the same."""
ASKED = 0.25
"""How alike the answers of one question must be where its neighbours are others."""
KEPT, KEPT_ALONE, LEAST_KEPT = 0.25, 0.3, 6
"""The share of a fact, and its letters, that must be as they were where it stands between the same neighbours, or where
nothing but a side of it says so: then it is that fact with a half of it written anew."""


def alike(a: Record, b: Record, like: Likeness, lenient: bool) -> float:
    """How alike two cards are; a card with one side (a sentence with blanks) is as alike as its sentence. Where they
    stand between the same neighbours (`lenient`) each side may have changed by more.
    """
    text = like(*_apart(a.text, b.text)) if a.rule.startswith("cell") else like(a.text, b.text)
    if not a.answer or not b.answer:
        return text
    if not a.text and not b.text:
        return like(a.answer, b.answer)
    if within(a) and within(b):
        shared = set(a.answer.split(" / ")) & set(b.answer.split(" / "))
        least = BLANKS_BETWEEN if lenient else BLANKS
        left_out = 1.0 if a.answer == b.answer else least if shared else like(a.answer, b.answer)
        return text + SAME_BLANKS * (left_out == 1.0) if left_out >= least else 0.0
    answer = like(a.answer, b.answer)
    lesser, greater = sorted((text, answer))
    least = HALF if greater == 1.0 else BOTH_TYPED if a.type == "typed" else BOTH
    if text == 1.0 and (lenient or a.type == "typed"):
        least = 0.0
    elif text == 1.0:
        least = ASKED
    elif lenient and a.type != "typed":
        least = BETWEEN
    return (text + answer) / 2 if lesser >= least else 0.0


def half_kept(a: Record, b: Record, like: Likeness, between: bool) -> float:
    """The share of a fact that is as it was where the rest was written anew; 0 where that does not make it the same.

    `between` is whether it stands between the same neighbours. Else one side of it must say so. What follows from one
    premise may follow from another, also there.
    """
    between = between and not a.rule.startswith("consequence")
    if a.type == "typed" or not (between or a.text == b.text or (within(a) and within(b))):
        return 0.0
    kept = _kept(a, b, like)
    return kept if kept >= (KEPT if between else KEPT_ALONE) else 0.0


def _kept(a: Record, b: Record, like: Likeness) -> float:
    """What the words say that two cards have in one order, as a share of what the whole says."""
    texts = _apart(a.text, b.text) if a.rule.startswith("cell") else (a.text, b.text)
    sides = zip(texts, (a, b), strict=True)
    one, other = (folded(text if within(card) else f"{text} {card.answer}").split() for text, card in sides)
    found = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    kept = [word for block in found for word in one[block.a : block.a + block.size]]
    if sum(map(len, kept)) < LEAST_KEPT:
        return 0.0
    return like.says(kept) / max(like.says(one), like.says(other), 1e-9)


def _apart(one: str, other: str) -> tuple[str, str]:
    """The rows of two cells of one column (`row / column`), whose name they share in any case."""
    (row, _, column), (other_row, _, other_column) = one.rpartition(" / "), other.rpartition(" / ")
    return (row, other_row) if column == other_column and row and other_row else (one, other)
