"""Whose the cells of a table are: what its rows are called, or its columns."""

from __future__ import annotations

from typing import Literal

from ...model import Table
from .headings import aspect, aspects, counting, property_of
from .phrases import name, says
from .spots import Spot
from .vocabulary.comparing import SIDES

Owners = Literal["rows", "columns", "either"]


def owners(spot: Spot, block: Table, key: int) -> Owners:
    """The things of which the cells tell something, where the column `key` names the rows (-1: none does).

    The columns are these where the heading names or compares them, or the rows are called aspects. Where the corner above
    the rows is empty, and the heading names them neither, nobody can tell.
    """
    columns = [name(head) for c, head in enumerate(block.head) if c != key]
    rows = [name(row[key]) for row in block.rows if 0 <= key < len(row)]
    title, called = name(spot.context.title), name(block.head[key]) if block.head else ""
    if len(block.head) < 3 or any(map(property_of, columns)) or (called and says(name(spot.topic), called)):
        return "rows"
    if all(says(title, thing) for thing in columns):
        return "columns"
    if called:
        return "columns" if aspects(called) else "rows"
    if all(says(title, thing) for thing in rows):
        return "rows"
    return "columns" if SIDES.search(title) or any(aspect(row) or counting(row) for row in rows) else "either"
