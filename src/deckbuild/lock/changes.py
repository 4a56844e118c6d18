"""Whether what changed of a card made it another: one in whose question and answer a word each was exchanged is its sibling."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from ..identity import folded
from .file import Record
from .keys import BLANK, within
from .likeness import slipped, weight

MANY = 3
"""Places in which words of a sentence were exchanged, from which it says something else."""
LITTLE = 3
"""Weight of words that stand between two changes by chance (`the`, `등`): these are one."""
MOST = 0.7
"""The share of a side that says that it is still the same, where it is long."""
LONG = 40
"""Weight of that share (letters, those of Korean, Japanese and Chinese twice)."""


class Change(Struct, frozen=True):
    """Words that others took the place of, by where they stand among the old ones (`first` to `last`, exclusive)."""

    first: int
    last: int


def is_sibling(a: Record, b: Record) -> bool:
    """Whether words were exchanged on both sides of a fact, or in many places of a sentence.

    A typo or a word more is no exchange, and what was rewritten in one piece (a label and the start of what it stands
    for) is a fact reworded. One whose greater part stays on both sides is the same.
    """
    if a.text.endswith(a.answer) or within(a):
        return _is_other_sentence(a, b)
    asked, other = _words(_question(a)), _words(_question(b))
    answer, others = _words(a.answer), _words(b.answer)
    left, right = changes(asked, other), changes(answer, others)
    if not left or _mostly_kept(answer, right):
        return False
    if not right:
        return len(left) >= MANY and not _mostly_kept(asked, left)
    in_one_piece = len(left) == len(right) == 1 and left[0] == Change(0, len(asked)) and right[0].first == 0
    return not in_one_piece


def _is_other_sentence(a: Record, b: Record) -> bool:
    said = _words(a.text)
    found = changes(said, _words(b.text))
    return len(found) >= MANY and not _mostly_kept(said, found)


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Where words were exchanged for others, in order; a slip, or a word more or less, is no exchange."""
    meant = [slipped(word, old) for word in new]
    found: list[Change] = []
    for kind, first, last, _, _ in SequenceMatcher(None, old, meant, autojunk=False).get_opcodes():
        if kind != "replace":
            continue
        if found and _is_one(old, found[-1], first, last):
            first = found.pop().first
        found.append(Change(first, last))
    return found


def _is_one(words: Sequence[str], before: Change, first: int, last: int) -> bool:
    """Whether a change goes on with the one before it; a number for another is a change of its own."""
    numbers = any(map(str.isdigit, "".join((*words[before.first : before.last], *words[first:last]))))
    return not numbers and sum(map(weight, words[before.last : first])) <= LITTLE


def _mostly_kept(words: Sequence[str], found: Sequence[Change]) -> bool:
    gone = sum(weight(word) for change in found for word in words[change.first : change.last])
    whole = sum(map(weight, words))
    return whole - gone >= max(LONG, MOST * whole)


def _question(card: Record) -> str:
    """What is asked about: a card without words of its own asks about its section."""
    return card.text or (card.above[-1] if card.above else "")


def _words(text: str) -> list[str]:
    return folded(text.replace(BLANK, " ")).split()
