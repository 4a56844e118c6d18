"""A fence that holds prose → statements, terms and lists, as if it had been written outside of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from .... import richtext
from ....model import Block, Definition, List, Point, Quote, RichText, Term
from ... import blocks as b
from .. import vocabulary as v
from ..asked import put
from ..commanding import is_order
from ..prose import Line, fold, follow, leading_arrow, soft_join, statement
from ..roles import labelled_role, referenced
from .rows import Row, forest, rows_of

MAX_TERM = 40
MAX_LABEL = 60
MAX_JOINED = 40
MAX_FOLDED = 1000
"""Bounds that keep texts of 100,000 unfinished lines or arrows from growing one statement without end."""

_QUOTED = re.compile(r"^(?:\s*>)+\s?")
_TELLS = re.compile(r"[.!。！…]$|\s(?:=|->|=>|→)\s|^(?:예|ex|e\.g)[.):]")
"""A line that says something itself does not name what stands below it."""

_LOWER = re.compile(r"[a-zà-ÿа-я]")


def prose(fence: b.Fence, path: str, may_define: bool) -> list[Block]:
    """A fence that holds prose: blank lines make groups, one line is one point, and markers make lists."""
    lines = fence.text.split("\n")
    if all(_QUOTED.match(line) for line in lines if line.strip()):
        text = "\n".join(_QUOTED.sub("", line) for line in lines)
        body = _Passage(False).read(forest(rows_of(b.Fence(text, fence.info, fence.line, fence.end), path)))
        return [Quote(tuple(body), body[0].place.to(body[-1].place))] if body else []
    return _Passage(may_define).read(forest(rows_of(fence, path)))


class _Passage:
    """Reads the rows at the left edge in order. `held` are plain lines that are not folded yet."""

    def __init__(self, may_define: bool) -> None:
        self.may_define = may_define
        self.held: list[Line] = []
        self.out: list[Block] = []

    def read(self, rows: Sequence[Row]) -> list[Block]:
        for i, unit in enumerate(_units(rows)):
            if unit[0].style:
                self._list(unit)
            else:
                self._plain(unit, self.may_define and not i)
        self._flush()
        return self.out

    def _plain(self, unit: Sequence[Row], may_define: bool) -> None:
        """Lines without markers that no blank line parts."""
        if may_define and (definition := _definition(unit)):
            self.out.append(definition)
            unit = unit[1:]
        for part in _steps(unit):
            if explained := _explained(part):
                self._flush()
                self.out.append(explained)
            else:
                self.held.extend(_joined([row.line for row in part]))

    def _list(self, unit: Sequence[Row]) -> None:
        """A list, named by the line directly above it where that can be a name."""
        label = self._label(unit[0])
        self._flush()
        role = labelled_role(label.text, "points") if label else "points"
        found = list_of(unit, _name(label.text) if label else RichText())
        items = tuple(referenced(item) for item in found.items) if role == "references" else found.items
        place = label.place.to(found.place) if label else found.place
        self.out.append(List(items, found.label, role, found.style, found.start, place))

    def _label(self, first: Row) -> Line | None:
        """Takes the last plain line away where it names the list that begins with `first`."""
        if not self.held or first.number > 1:
            return None
        line = self.held[-1]
        plain = line.text.plain
        colon = plain.endswith((":", "："))
        near = not first.gap or colon or labelled_role(line.text, "points") != "points"
        said = not colon and not isinstance(statement(line.text, line.place)[0], Point)
        named = not said and len(plain) <= MAX_LABEL and not _TELLS.search(plain)
        return self.held.pop() if near and named and leading_arrow(line.text) is None else None

    def _flush(self) -> None:
        """The folded statements, each group as one list without markers."""
        for start in range(0, len(self.held), MAX_FOLDED):
            folded = fold(self.held[start : start + MAX_FOLDED])
            for _, found in groupby(folded, key=lambda pair: pair[0]):
                items = tuple(block for _, block in found)
                self.out.append(List(items, style="lines", place=items[0].place.to(items[-1].place)))
        self.held = []


def _name(text: RichText) -> RichText:
    """A label without its colon."""
    *runs, last = text.runs
    return richtext.strip(RichText((*runs, replace(last, text=last.text.rstrip(" :："))))) or text


def _units(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that make one list, or plain rows that no blank line parts."""
    unit: list[Row] = []
    for row in rows:
        if unit and not _belongs(unit[-1], row):
            yield unit
            unit = []
        unit.append(row)
    if unit:
        yield unit


def _belongs(before: Row, row: Row) -> bool:
    if before.style != row.style:
        return False
    if row.style == "ordered":
        return row.number == before.number + 1
    return bool(row.style) or not row.gap


def list_of(rows: Sequence[Row], label: RichText) -> List:
    """One list of items with their markers."""
    items = tuple(block for row in rows for block in _item(row))
    style = "ordered" if rows[0].style == "ordered" else "bullet"
    return List(items, label, "points", style, rows[0].number, rows[0].line.place.to(rows[-1].last))  # type: ignore[arg-type]


def _item(row: Row) -> list[Block]:
    """One item: its text with the lines that go on, arrows as consequences, and what is nested below."""
    plain = [line for line in row.more[:MAX_JOINED] if leading_arrow(line.text) is None]
    body = tuple(_nested(row))
    place = row.line.place.to(plain[-1].place) if plain else row.line.place
    if plain and v.QUESTION_END.search(row.line.text.plain):
        found: list[Block] = [put(row.line.text, soft_join(line.text for line in plain), body, place)]
    else:
        found = statement(soft_join([row.line.text, *(line.text for line in plain)]), place, body)
    for line in row.more[:MAX_JOINED]:
        if (consequence := leading_arrow(line.text)) and found:
            found[-1:] = [block for _, block in follow(found[-1], consequence, line, 0)]
    return found


def _nested(row: Row) -> Iterator[Block]:
    for unit in _units(row.below):
        if unit[0].style:
            yield list_of(unit, RichText())
        else:
            yield from (Point(below.line.text, place=below.line.place) for below in unit)
    for line in row.more[MAX_JOINED:]:
        yield Point(line.text, place=line.place)


def _definition(unit: Sequence[Row]) -> Definition | None:
    first = unit[0].line
    ends = len(unit) == 1 or leading_arrow(unit[1].line.text) is None
    defines = ends and v.DEFINING_END.search(first.text.plain) and not is_order(first.text.plain)
    return Definition(first.text, first.place) if defines else None


def _steps(unit: Sequence[Row]) -> Iterator[list[Row]]:
    """Cut where a line comes back to the left edge from further in: each part may be a term of its own."""
    part: list[Row] = []
    for row in unit:
        if part and row.indent <= part[0].indent and part[-1].indent > row.indent:
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _explained(part: Sequence[Row]) -> Term | List | None:
    """A flush first line over an indented body is a term and what it means, or the name of points (`장점`)."""
    first, body = part[0].line, part[1:]
    if not body or len(body) > MAX_JOINED or part[0].indent >= min(row.indent for row in body):
        return None
    if len(first.text.plain) > MAX_TERM:
        return None
    place = first.place.to(body[-1].line.place)
    role = labelled_role(first.text, "points")
    if role != "points":
        items = tuple(block for _, block in fold(list(_joined([row.line for row in body]))))
        return List(items, _name(first.text), role, "lines", place=place)
    return Term(first.text, soft_join(row.line.text for row in body), place)


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that only went on in the next one, put together again."""
    held: list[Line] = []
    for i, line in enumerate(lines):
        held.append(line)
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or len(held) >= MAX_JOINED or not _goes_on(held[0], line, following):
            yield Line(soft_join(part.text for part in held), held[0].place.to(line.place), line.group)
            held = []


def _goes_on(first: Line, line: Line, following: Line) -> bool:
    """A line that ends unfinished goes on in the next; so does a long English one before a lower-case letter."""
    if leading_arrow(following.text) is not None:
        return False
    plain = line.text.plain
    wrapped = (
        _LOWER.match(following.text.plain)
        and not _LOWER.match(first.text.plain)
        and len(plain.split()) >= 6
        and not v.SENTENCE_END.search(plain)
    )
    return bool(v.UNFINISHED.search(plain) or wrapped)
