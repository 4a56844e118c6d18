"""Titles that no two slides share: the parts of a title that follow one another are counted, the others told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct

from ...model import Concept, RichText
from ...readable import readable, shown
from .draft import Draft, heading
from .inline import clipped

_SIGN = re.compile(r"^(?:[-→•]|\d+\.)\s+")
FIRST_WORDS = 300.0
"""Points at 20 that the first words of a slide take of its title."""


class Leaf(Struct, frozen=True):
    """A draft in its place. `owner` is what the parts of one title are counted by."""

    key: str
    draft: Draft
    section: int
    title: RichText
    owner: str = ""
    number: str = ""
    role: str = ""
    above: str = ""
    accent: int = 0
    counted: bool = True


def tails(leaves: Sequence[Leaf], deck: str) -> Iterator[str]:
    """What follows each title in brackets. Slides of one title that others part from its first ones have their own
    first words there, since a number would promise that they follow one another."""
    seen = {deck}
    runs = list(_runs(leaves))
    totals = Counter(runs)
    counts: Counter[tuple[str, int]] = Counter()
    for leaf, run in zip(leaves, runs, strict=True):
        part = ""
        if leaf.counted:
            counts[run] += 1
            part = f"{counts[run]}/{totals[run]}" if totals[run] > 1 else ""
        words = first_words(leaf.draft, shown(leaf.title))
        tried = (part, leaf.role, leaf.number, words)
        if leaf.draft.role in ("question", "asking", "answer"):
            found = _counted(part, leaf.role if leaf.draft.role == "answer" else "")
        else:
            found = _apart(*tried) if run[1] else _tails(*tried)
        yield _unique(shown(leaf.title), found, seen)


def _runs(leaves: Sequence[Leaf]) -> Iterator[tuple[str, int]]:
    """For each slide whose it is, and which run of slides that follow one another; those not counted are no part,
    and each question begins a run of its own."""
    numbers: Counter[str] = Counter()
    before = ""
    for leaf in leaves:
        if leaf.counted:
            numbers[leaf.owner] += leaf.owner != before
            yield leaf.owner, numbers[leaf.owner] - 1
        else:
            yield f"{leaf.owner}\n", 0
        asks = leaf.draft.role in ("question", "asking")
        before = leaf.owner if leaf.counted or (leaf.owner == before and not asks) else ""


def first_words(draft: Draft, title: str) -> str:
    """What a slide begins with, short; nothing where that is its title."""
    lines = (_SIGN.sub("", line.strip()) for line in draft.say)
    heads = (line.partition("(")[0].partition(" → ")[0].rstrip(" :：.。") for line in lines)
    first = next((head for head in heads if head and head != title), "")
    return clipped(first, 20, FIRST_WORDS) if first else ""


def children_named(concept: Concept) -> str:
    """The names of a section's children, short, by which its panel is told from a slide of the same name."""
    names = " · ".join(filter(None, (readable(heading(child)) for child in concept.children)))
    return clipped(names, 20, FIRST_WORDS) if names else ""


def _unique(title: str, tails: Iterator[str], seen: set[str]) -> str:
    """What follows a title in brackets so that it is unique: the first of these that was not there."""
    tail = next(c for c in tails if f"{title}({c})" not in seen and (c or title not in seen))
    seen.add(f"{title}({tail})" if tail else title)
    return f"({tail})" if tail else ""


def _tails(part: str, role: str, number: str, words: str) -> Iterator[str]:
    """The tails to try, without end: its part, its role, its number or its first words, or how often it was there."""
    yield part
    for tail in (role, number, words):
        yield " · ".join(p for p in (tail, part) if p)
    for n in count(2):
        yield " · ".join(p for p in (number, part, str(n)) if p)


def _counted(part: str, role: str) -> Iterator[str]:
    """The same for questions and answers: how often a question was put. Its first words are a choice, or the answer."""
    yield from [part] if part or not role else []
    for n in count(1):
        yield " · ".join(p for p in (role, str(n) if n > 1 else "", part) if p)


def _apart(part: str, role: str, number: str, words: str) -> Iterator[str]:
    """The same for slides that are no longer with the first ones of their title."""
    if words:
        yield " · ".join(p for p in (words, part) if p)
    yield from _tails(part, role, number, "")
