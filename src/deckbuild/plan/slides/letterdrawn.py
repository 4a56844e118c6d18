"""Tables and frames drawn with letters, as terminals print them: they are of use only where no line of them wraps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_RULE = re.compile(r"\s*[+|┌├└╔╠╚]?[-=─═]{2}[-=─═+|:┬┼┴┤┐┘╦╬╩╣╗╝ ]*\s*$")
_ROW = re.compile(r"\s*[+|│║┌├└╔╠╚].*[+|│║┐┤┘╗╣╝]\s*$")
LEAST_ROWS, MOST_HEAD = 3, 3
"""Lines that make a drawing, and those that its head has at most."""


def is_drawn(lines: Sequence[str]) -> bool:
    """Whether some lines that follow one another are rows of a table or a frame, a rule among them."""
    return any(_is_table(lines[span.start : span.stop]) for span in _drawings(lines))


def repeated(lines: Sequence[str]) -> Mapping[int, range]:
    """For each row of a table, by its line, the lines of the table's head; none for the rules and the head itself."""
    heads: dict[int, range] = {}
    for span in _drawings(lines):
        rules = [i for i in span if _RULE.match(lines[i])]
        end = next((i for i in rules if i > span.start and not _RULE.match(lines[i - 1])), None)
        if end is None or end - span.start >= MOST_HEAD:
            continue
        heads |= {i: range(span.start, end + 1) for i in range(end + 1, span.stop)}
    return heads


def kept(lines: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The lines that a drawing begins with, and those that stay with the line before: all of a head, the first row
    below it, and a rule that ends the drawing."""
    starts, stay = set(), set()
    for span in _drawings(lines):
        if _is_table(lines[span.start : span.stop]):
            starts.add(span.start)
            head = next(iter(repeated(lines[: span.stop]).get(span.stop - 1, ())), None)
            end = span.start + MOST_HEAD if head is not None else span.start
            stay |= {i for i in span if span.start < i <= end or (i == span.stop - 1 and _RULE.match(lines[i]))}
    return frozenset(starts), frozenset(stay)


def _is_table(lines: Sequence[str]) -> bool:
    return len(lines) >= LEAST_ROWS and any(map(_RULE.match, lines))


def _drawings(lines: Sequence[str]) -> list[range]:
    """The stretches of rows."""
    found, start = [], None
    for i, line in enumerate([*lines, ""]):
        drawn = bool(_ROW.match(line) and line.strip())
        if drawn and start is None:
            start = i
        if not drawn and start is not None:
            found.append(range(start, i))
            start = None
    return found
