"""The lines of a fence of prose as a forest: items below items, by their markers and their indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ....model import Place, RichText
from ... import blocks as b
from ...inline import read_inline
from ..prose import Line

MAX_DEPTH = 6
"""What is nested deeper hangs below the sixth level: so deep a tree says nothing more to a reader."""

_BULLET = re.compile(r"[-*•·∙▪▫◦‣○●✓✔]\s+(?=\S)")
_NUMBER = re.compile(r"(?:(\d{1,3})[.)]|\((\d{1,3})\))\s+(?=\S)|(\d{1,2})\)(?=\S)")
_CIRCLED = re.compile(r"([①-⑳])\s*(?=\S)")
_RULE = re.compile(r"\s*([-=*_~#])(?:\s?\1){2,}\s*$")

Style = Literal["", "bullet", "ordered"]


class Row:
    """One line with what hangs below it. `more` are lines that go on with it, `style` is empty where it has no marker.

    `gap` says that a blank line (or a rule) stands before it; `group` counts those.
    """

    def __init__(self, line: Line, indent: int, style: Style, number: int, gap: bool) -> None:
        self.line = line
        self.indent = indent
        self.style: Style = style
        self.number = number
        self.gap = gap
        self.more: list[Line] = []
        self.below: list[Row] = []

    @property
    def last(self) -> Place:
        """The place of the last line of all that hangs here."""
        row = self
        while row.below:
            row = row.below[-1]
        lines = [row.line, *row.more[-1:]]
        return lines[-1].place


def rows_of(fence: b.Fence, path: str) -> Iterator[Row]:
    """Each line that says something, by itself; lines that only draw a rule separate groups."""
    group, gap = 0, False
    for i, raw in enumerate(fence.text.split("\n")):
        text = raw.strip()
        style, number, start = _marker(text)
        if not text or _RULE.fullmatch(raw) or not (said := _said(text[start:])):
            gap = True
            continue
        group += gap
        line = Line(said, Place(path, fence.line + i), group)
        yield Row(line, _indent(raw), style, number, gap)
        gap = False


def _said(text: str) -> RichText:
    """The text of a line; as it stands where Markdown would hide all of its words (a comment)."""
    return read_inline(text, fenced=True).text or (RichText.of(text) if re.search(r"<!--.*\w", text) else RichText())


def _indent(raw: str) -> int:
    """The width of the white space before a line, tabs as four columns, East Asian spaces as two."""
    space = raw[: len(raw) - len(raw.lstrip())]
    return sum({"\t": 4, "\u3000": 2}.get(char, 1) for char in space[:400])


def _marker(text: str) -> tuple[Style, int, int]:
    """The style of a line that is an item, its number, and where its text begins."""
    if found := _BULLET.match(text):
        return "bullet", 1, found.end()
    if found := _NUMBER.match(text):
        return "ordered", int(found[1] or found[2] or found[3]), found.end()
    if found := _CIRCLED.match(text):
        return "ordered", ord(found[1]) - ord("①") + 1, found.end()
    return "", 0, 0


def forest(rows: Iterator[Row]) -> list[Row]:
    """Rows at the left edge, each with what stands below it. Lines without marker go on with the item above them."""
    roots: list[Row] = []
    above: list[Row] = []
    for row in rows:
        while above and not _holds(above[-1], row):
            above.pop()
        if not above:
            roots.append(row)
        elif row.style or row.gap or above[-1].below:
            above[-1].below.append(row)
        else:
            above[-1].more.append(row.line)
            continue
        if row.style and len(above) < MAX_DEPTH:
            above.append(row)
    return roots


def _holds(item: Row, row: Row) -> bool:
    """Whether a line hangs below an item: it stands further in than the item's marker."""
    return row.indent > item.indent
