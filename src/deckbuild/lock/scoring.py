"""How alike two cards are: each side by its words, and how much of the whole is as it was."""

from __future__ import annotations

from difflib import SequenceMatcher

from ..identity import folded
from .file import Record
from .keys import within
from .likeness import Likeness

BLANKS = 0.6
"""How alike what is left out of a sentence must be: with all of it replaced it is another fact."""
SAME_BLANKS = 0.1
"""What it adds that the same words of a sentence are left out."""
HALF = 0.5
"""How alike the one side must be where the other is the same to the letter."""
BOTH, BOTH_TYPED, BETWEEN = 0.6, 0.9, 0.4
"""How alike each side must be where both changed; commands that differ in a flag are alike, and not the same."""
ASKED = 0.25
"""How alike the answers of one question must be where its neighbours are others."""
KEPT, RUN = 0.3, 10
"""The share of an answer that must be as it was for the rest to be written anew, and the letters of a run of words in it
that say by themselves which fact it is."""


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
        left_out = 1.0 if a.answer == b.answer else BLANKS if shared else like(a.answer, b.answer)
        return text + SAME_BLANKS * (left_out == 1.0) if left_out >= BLANKS else 0.0
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

    `between` is whether it stands between the same neighbours. What it is asked about may go there, if a part of its
    answer that says enough stays; words that only frame a question say nothing.
    """
    if a.type == "typed" or a.rule.startswith("consequence"):
        return 0.0
    if a.text.endswith(a.answer) and b.text.endswith(b.answer):
        kept, run = _kept(a.answer, b.answer, like)
        return kept if between and (kept >= HALF or (kept >= KEPT and run >= RUN)) else 0.0
    if within(a) and within(b):
        shared = set(a.answer.split(" / ")) & set(b.answer.split(" / "))
        kept, _ = _kept(a.text, b.text, like)
        return kept if shared and kept >= KEPT else 0.0
    asked, _ = _kept(*(_apart(a.text, b.text) if a.rule.startswith("cell") else (a.text, b.text)), like)
    answered, run = _kept(a.answer, b.answer, like)
    if answered < KEPT or not (a.text == b.text or (between and (asked >= KEPT or run >= RUN))):
        return 0.0
    return (asked + answered) / 2


def _kept(one: str, other: str, like: Likeness) -> tuple[float, int]:
    """What the words say that two texts have in one order, as a share of what the whole says; and the letters of the
    longest run of them."""
    first, second = folded(one).split(), folded(other).split()
    found = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    runs = [first[block.a : block.a + block.size] for block in found]
    whole = max(like.says(first), like.says(second))
    share = like.says(word for run in runs for word in run) / whole if whole else 0.0
    return share, max(sum(map(len, run)) for run in runs)


def _apart(one: str, other: str) -> tuple[str, str]:
    """The rows of two cells of one column (`row / column`), whose name they share in any case."""
    (row, _, column), (other_row, _, other_column) = one.rpartition(" / "), other.rpartition(" / ")
    return (row, other_row) if column == other_column and row and other_row else (one, other)
