"""`<table>` → a table of inline text, or its content in order where it only serves the layout."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from .. import blocks as b
from .flat import inline_of

MAX_SPAN = 100
MAX_HEADS = 3
MAX_EMPTY = 20_000
"""Cells that ragged rows may be filled up with: a wide row and many short ones would make a table of millions."""

_IMAGE = re.compile(r"<img |!\[")
_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)")


class Cell(Struct, frozen=True):
    """A cell with what it holds."""

    nodes: tuple[b.Node, ...]
    heads: bool
    attributes: Mapping[str, str]
    line: int


class Row(Struct, frozen=True):
    """A row; `heads` within `<thead>`."""

    cells: tuple[Cell, ...]
    heads: bool
    line: int


def table(rows: Sequence[Row], line: int, end: int) -> list[b.Node]:
    """The rows as a table. The first is its head where its cells say so; else the head is empty."""
    rows = [row for row in rows if row.cells]
    if any(_is_layout(cell) for row in rows for cell in row.cells) or _is_gallery(rows):
        return _in_order(rows)
    texts = _spread(rows)
    width = max((len(row) for row in texts), default=0)
    if width < 2 or width * len(texts) > sum(map(len, texts)) + MAX_EMPTY:
        return _in_order(rows)
    full = [(*row, *[""] * (width - len(row))) for row in texts]
    heads = _heads(rows)
    head = _merged(full[:heads]) if heads else ("",) * width
    body = tuple(row for row in full[heads:] if any(row))
    return [b.PipeTable(head, body, _aligns(rows, width), line, end)] if any(head) or body else []


def _is_gallery(rows: Sequence[Row]) -> bool:
    """Whether a table without a head is one row, or shows pictures: it only sets things side by side."""
    if _heads(rows):
        return False
    return len(rows) < 2 or any(_IMAGE.search(inline_of(cell.nodes)) for row in rows for cell in row.cells)


def _in_order(rows: Sequence[Row]) -> list[b.Node]:
    """The content of the cells. Of two rows one says what the other shows: these are read by column."""
    cells = [row.cells for row in rows]
    if len(cells) == 2 and len(cells[0]) == len(cells[1]):
        cells = list(zip(*cells, strict=True))
    return [node for group in cells for cell in group for node in cell.nodes]


def _heads(rows: Sequence[Row]) -> int:
    """How many of the first rows name the columns."""
    if not rows:
        return 0
    headed = [row.heads or all(cell.heads for cell in row.cells) for row in rows]
    first = headed.index(False) if False in headed else 1
    return min(first, MAX_HEADS)


def _merged(heads: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Several head rows as one: a name over several columns stands before the name of each."""
    columns: list[dict[str, None]] = [{} for _ in heads[0]]
    for i, row in enumerate(heads):
        over = ""
        for column, text in zip(columns, row, strict=True):
            over = text or (over if i + 1 < len(heads) else "")
            if over:
                column[over] = None
    return tuple(" ".join(column) for column in columns)


def _is_layout(cell: Cell) -> bool:
    """Whether a cell holds what no cell of a table can show."""
    return any(
        isinstance(n, b.PipeTable | b.Heading | b.Details) or (isinstance(n, b.Fence) and "\n" in n.text)
        for n in cell.nodes
    )


def _spread(rows: Sequence[Row]) -> list[list[str]]:
    """The texts by column. A cell over several rows says its text in each, one over several columns only in the first."""
    room = MAX_EMPTY
    texts: list[list[str]] = []
    lasting: dict[int, tuple[int, str]] = {}
    for row in rows:
        line: list[str] = []
        _fill(line, lasting)
        for cell in row.cells:
            across, down = (_span(cell, "colspan"), _span(cell, "rowspan")) if room > 0 else (1, 1)
            for text in (inline_of(cell.nodes), *[""] * (across - 1)):
                if down > 1:
                    lasting[len(line)] = (down - 1, text)
                line.append(text)
            _fill(line, lasting)
        texts.append(line)
        room -= len(line) - len(row.cells)
        lasting = lasting if room > 0 else {}
    return texts


def _fill(line: list[str], lasting: dict[int, tuple[int, str]]) -> None:
    """Add the cells of rows above that reach down to here."""
    while (here := len(line)) in lasting:
        left, text = lasting.pop(here)
        line.append(text)
        if left > 1:
            lasting[here] = (left - 1, text)


def _span(cell: Cell, name: str) -> int:
    value = cell.attributes.get(name, "")
    return max(1, min(MAX_SPAN, int(value))) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _aligns(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """By the first row that has all columns."""
    cells = next((row.cells for row in rows if len(row.cells) == width), ())
    found = [_align(cell) for cell in cells]
    return (*found, *[""] * (width - len(found)))


def _align(cell: Cell) -> str:
    named = cell.attributes.get("align", "").lower()
    styled = _ALIGN.search(cell.attributes.get("style", ""))
    return named if named in ("left", "center", "right") else styled[1] if styled else ""
