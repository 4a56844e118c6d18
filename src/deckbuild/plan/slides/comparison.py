"""What is compared, in two columns: pros and cons, two lists below the names of what a heading sets against each other,
a table of two such columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from msgspec.structs import replace

from ...model import EMPTY, Block, Concept, Labelled, List, RichText, Table
from ...readable import readable
from ...richtext import to_plain
from ...wording import Words
from .abreast import side_by_side
from .frame import Frame
from .grid import Scale, accent, look
from .groups import Group, Piece
from .inline import breaks_words, para, paras_height, spans
from .items import Element, Item, elements
from .page import Box, Cell, Grid, Para, Rect, Row, Rule
from .sides import Sides, Told
from .table import GAP

HEAD_SIZE, HEAD_HEIGHT, HEAD_PAD = 24, 58.0, 24.0
ROW_HEIGHTS = {1: 68.0, 2: 68.0, 3: 68.0, 4: 68.0, 5: 52.0}
LEAST_HEIGHT, ROW_PAD = 44.0, 16.0
TOP = 3.0
HALF = 6
"""Twelfths of the body that the left side takes."""


def compared(body: Sequence[Block], concept: Concept, words: Words) -> list[Element]:
    """The elements of a body, with what it compares as `Sides`."""
    out: list[Element] = []
    run: list[Block] = []
    waiting = list(body)
    while waiting:
        found, count = _sides(waiting, concept, words)
        if found:
            out += [*elements(run, words), *_above(waiting[:count]), found]
            run = []
        else:
            run.append(waiting[0])
        del waiting[:count]
    return [*out, *elements(run, words)]


def _above(taken: Sequence[Block]) -> Iterator[Item]:
    """What a list of two sides is called; the names of two lists head their columns."""
    match taken:
        case [List(label=label)] if label:
            yield Item(label, bold=True, heading=True)
        case _:
            return


def _sides(body: Sequence[Block], concept: Concept, words: Words) -> tuple[Sides | None, int]:
    """The comparison that a body begins with, and how many blocks it takes."""
    if written := side_by_side(body[0], words):
        return written, 1
    match body[:2]:
        case [List(label=a) as left, List(label=b) as right] if a and b and _against(left, right, concept):
            found = _lists(left, right, words)
            return found, 2 if found else 1
        case [List(items=(Labelled() as left, Labelled() as right)), *_]:
            return _items(left, right, concept, words), 1
        case [Table(head=(a, b), rows=rows), *_] if rows and _names_both(concept, a, b):
            return Sides((a, b), tuple(((row[0],), (row[1],)) for row in rows)), 1
        case _:
            return None, 1


def _against(left: List, right: List, concept: Concept) -> bool:
    """Whether two lists stand against each other: by what they are for, or since the heading names both."""
    return _for_and_against(left, right) or _names_both(concept, left.label, right.label)


def _for_and_against(left: List, right: List) -> bool:
    return (left.role, right.role) == ("pros", "cons")


def _names_both(concept: Concept, a: RichText, b: RichText) -> bool:
    """Whether a heading asks for the difference of two things, or names them (`TCP vs UDP`)."""
    first, second, title = to_plain(a).casefold(), to_plain(b).casefold(), concept.title.plain.casefold()
    return first != second and _names(title, first) and _names(title, second)


def _names(title: str, name: str) -> bool:
    """Whether a title has a name, or its plural, as a word of its own: a `T` is not named by `TCP`. Particles may follow."""
    return bool(name and re.search(rf"(?<![0-9a-z]){re.escape(name)}(?:e?s)?(?![0-9a-z])", title))


def _lists(left: List, right: List, words: Words) -> Sides | None:
    cells = [_cells((replace(side, label=EMPTY),), words) for side in (left, right)]
    return _beside((left.label, right.label), cells[0], cells[1], _for_and_against(left, right))


def _items(left: Labelled, right: Labelled, concept: Concept, words: Words) -> Sides | None:
    """A list of two items: what is below them is for the one and against it, or what they say is of the two compared."""
    match (left.body, right.body):
        case ((List(role="pros"),), (List(role="cons"),)) if not (left.text or right.text):
            return _beside((left.label, right.label), _cells(left.body, words), _cells(right.body, words), True)
        case ((), ()) if left.text and right.text and _names_both(concept, left.label, right.label):
            return _beside((left.label, right.label), [(left.text,)], [(right.text,)])
        case _:
            return None


def _beside(heads: tuple[RichText, RichText], left: list[Told], right: list[Told], weigh: bool = False) -> Sides | None:
    return Sides(heads, tuple(zip_longest(left, right, fillvalue=())), weigh) if left and right else None


def _cells(body: Sequence[Block], words: Words) -> list[Told]:
    """Each statement with what hangs below it; nothing where not all is text."""
    cells: list[Told] = []
    for item in elements(body, words):
        if not isinstance(item, Item) or item.mono:
            return []
        text = RichText.of(f"{item.label}: ") + item.text if item.label else item.text
        if item.level or item.tied:
            cells[-1:] = [(*(cells[-1] if cells else ()), RichText.of(f"{item.sign or '–'} ") + text)]
        else:
            cells.append((text,))
    return cells


def sides_items(sides: Sides) -> Iterator[Item]:
    """The same as text, where a table has no room."""
    for n, head in enumerate(sides.heads):
        yield from [Item(head, bold=True, heading=True)] if head else []
        for told in (row[n] for row in sides.rows if row[n]):
            yield Item(told[0], "•", space=0.6)
            yield from (Item(text, " ", tied=True, space=0.35) for text in told[1:])


def sides_group(sides: Sides, scale: Scale, section: int, frame: Frame) -> Group | None:
    """A native table of two columns under thick rules, the right one in the section's colour, both where they weigh the
    same; nothing where a row has no room."""
    left = frame.column(HALF) - frame.body.x
    widths = (left, frame.body.w - left)
    paints = (accent(section) if sides.weigh else "quiet", accent(section))
    heads = [para(spans(h, look(HEAD_SIZE, p, bold=True)), HEAD_SIZE) for h, p in zip(sides.heads, paints, strict=True)]
    named = any(sides.heads)
    head = _row([(each,) for each in heads], widths, HEAD_HEIGHT, HEAD_PAD) if named else Row((), 0.0)
    least = ROW_HEIGHTS.get(len(sides.rows), LEAST_HEIGHT)
    size = min(scale.size, 20)
    rows = [_row([_paras(told, size) for told in row], widths, least, ROW_PAD) for row in sides.rows]
    if not _fits([head, *rows], widths, frame.body.h - TOP, scale.size):
        return None
    pieces = tuple(Piece(row, row.height, say=_said(sides, told)) for row, told in zip(rows, sides.rows, strict=True))

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        body = [part.content for part in parts if isinstance(part.content, Row)]
        shown = (*([head] if named else []), *body[:-1], replace(body[-1], rule=0.0))
        x = frame.body.x
        rules = (Rule(x, rect.y, left - GAP, paints[0], TOP), Rule(x + left, rect.y, widths[1], paints[1], TOP))
        place = Rect(x, rect.y + TOP, sum(widths), rect.h - TOP)
        anchor: Literal["t", "ctr"] = "t" if len(sides.rows) == 1 else "ctr"
        return (*rules, Grid(place, widths, shown, GAP, named, anchor=anchor, name="Table"))

    return Group(pieces, draw, frame=head.height + TOP)


def _paras(told: Told, size: float) -> tuple[Para, ...]:
    return tuple(para(spans(text, look(size)), size, before=6.0 if n else 0.0) for n, text in enumerate(told))


def _row(cells: Sequence[tuple[Para, ...]], widths: Sequence[float], least: float, pad: float) -> Row:
    tallest = max(paras_height(paras, width - GAP) for paras, width in zip(cells, widths, strict=True))
    return Row(tuple(map(Cell, cells)), max(least, tallest + pad))


def _fits(rows: Sequence[Row], widths: Sequence[float], room: float, size: float) -> bool:
    """Whether each row has room below the head, and no word breaks unless nothing is smaller."""
    head, *body = rows
    cells = [
        (each, width - GAP)
        for row in rows
        for cell, width in zip(row.cells, widths, strict=bool(row.cells))
        for each in cell.paras
    ]
    whole = size <= 16 or not any(breaks_words(each, width) for each, width in cells)
    return whole and all(head.height + row.height <= room for row in body)


def _said(sides: Sides, row: tuple[Told, Told]) -> str:
    """Each side of a row on a line of its own."""
    pairs = zip(sides.heads, row, strict=True)
    heads = ((f"{readable(head)}: " if head else "", told) for head, told in pairs)
    return "\n".join(f"{head}{' '.join(map(readable, told))}" for head, told in heads if told)
