"""Tables: one card a cell, asked for by its row and its column."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Table
from ...particles import fill
from .model import Card, Grid, Part, Text
from .phrases import name, unmarked, weight
from .spots import Spot

MAX_CELLS = 36
"""Cells that a table may ask for; larger ones are reference works."""
MAX_CELL = 160
MAX_SHOWN = (9, 5)
"""Rows and columns of a table that still fits on the back of a card."""


def cells(spot: Spot) -> Iterator[Card]:
    """The value of each cell; the table with the cell in it goes on the back."""
    block = spot.block
    if not isinstance(block, Table) or spot.context.example:
        return
    key = _key_column(block)
    asked = [
        (r, c)
        for r, row in enumerate(block.rows)
        for c, cell in enumerate(row)
        if c != key and key >= 0 and 0 < weight(cell.plain) <= MAX_CELL and weight(block.head[c].plain)
    ]
    if len(asked) <= MAX_CELLS:
        for r, c in asked:
            yield _cell(spot, block, key, r, c)


def _cell(spot: Spot, block: Table, key: int, r: int, c: int) -> Card:
    row, column = block.rows[r][key], block.head[c]
    return Card(
        kind="cell",
        key=spot.key("cell", f"{name(row)} / {name(column)}"),
        topic=spot.topic,
        prompt=fill(spot.context.asks.cell, row=row, column=unmarked(column)),
        answer=(Text(block.rows[r][c]),),
        extra=_around(block, r, c),
        place=block.place,
    )


def _around(block: Table, row: int, column: int) -> tuple[Part, ...]:
    fits = len(block.rows) <= MAX_SHOWN[0] and len(block.head) <= MAX_SHOWN[1]
    return (Grid(block.head, block.rows, block.align, row, column),) if fits else ()


def _key_column(block: Table) -> int:
    """The first column that names its rows: filled, without repeats, and more than a count; -1 where none does."""
    for column in range(len(block.head)):
        names = [name(row[column]) if column < len(row) else "" for row in block.rows]
        counted = all(_number(cell) for cell in names)
        if all(names) and len(set(names)) == len(names) and not counted and len(block.head) > 1:
            return column
    return -1


def _number(cell: str) -> bool:
    return cell.strip(" .)#").isdigit()
