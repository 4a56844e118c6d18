"""A paragraph that is taller than a page: cut between sentences, else between words, else anywhere."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec.structs import replace

from ..measure import line_count, sentences
from .inline import chunks, cut
from .page import Para, Span

Bounds = tuple[int, int]
"""Where a part of a paragraph begins and ends, in letters of its text."""


class Whole(NamedTuple):
    """A paragraph with its letters and the places where its spans begin; `room` for its text, in points."""

    para: Para
    text: str
    starts: Sequence[int]
    room: float

    def part(self, bounds: Bounds) -> tuple[Span, ...]:
        """The spans of a part; those at its ends are cut."""
        first = max(bisect_right(self.starts, bounds[0]) - 1, 0)
        last = bisect_right(self.starts, bounds[1] - 1)
        before = self.starts[first]
        return cut(self.para.spans[first:last], bounds[0] - before, bounds[1] - before)

    def lines(self, bounds: Bounds) -> int:
        """How many lines a part takes."""
        return line_count(chunks(self.part(bounds), self.para.size), self.para.size, self.room)


def divided(each: Para, width: float, capacity: float) -> list[Para]:
    """A paragraph that is too tall for a page, as evenly as its sentences (else its words) allow."""
    text = "".join(span.text for span in each.spans)
    starts = [0, *accumulate(len(span.text) for span in each.spans)][: len(each.spans)]
    whole = Whole(each, text, starts, width - each.left)
    lines = max(int(capacity // each.pitch), 1)
    bounds = [piece for sentence in sentences(text) for piece in _within(whole, sentence, lines)]
    parts = [whole.part(part) for part in _merged(whole, bounds, lines)]
    first, *rest = [replace(each, spans=part) for part in parts] or [each]
    return [first, *(replace(part, bullet=None, hang=0.0) for part in rest)]


def _within(whole: Whole, bounds: Bounds, lines: int) -> list[Bounds]:
    """A sentence cut at spaces (else anywhere) so that each part has at most `lines` lines.

    It is halved, to a whole number of parts, so that a letter is measured a few times however long the sentence is.
    """
    start, stop = bounds
    count = whole.lines(bounds)
    if count <= lines or stop - start < 2:
        return [bounds]
    parts = max(math.ceil(count / lines), 2)
    middle = start + max((stop - start) * (parts // 2) // parts, 1)
    space = whole.text.rfind(" ", start + 1, middle)
    end = space if space > start else middle
    return [*_within(whole, (start, end), lines), *_within(whole, (end, stop), lines)]


def _merged(whole: Whole, bounds: Sequence[Bounds], lines: int) -> list[Bounds]:
    """Neighbours joined again into as few parts as fit pages, and these as alike as they can be."""
    best = _joined(whole, bounds, lines)
    for goal in range(lines - 1, 0, -1):
        tried = _joined(whole, bounds, goal)
        if len(tried) > len(best):
            break
        best = tried
    return best


def _joined(whole: Whole, bounds: Sequence[Bounds], lines: int) -> list[Bounds]:
    """Neighbours joined as long as they take no more than so many lines."""
    joined: list[Bounds] = []
    for each in bounds:
        if joined and whole.lines((joined[-1][0], each[1])) <= lines:
            joined[-1] = (joined[-1][0], each[1])
        else:
            joined.append(each)
    return joined
