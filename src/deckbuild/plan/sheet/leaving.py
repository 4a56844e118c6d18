"""Who is left off a sheet first, and which headings go with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .sections import heads_nothing
from .shapes import Heading, Row
from .strip import Cell


def order(all_cells: Sequence[Cell]) -> list[Cell]:
    """Who goes first: low ranks, later ones before earlier ones; the best atom of each section last of all."""
    bodies = [
        cell
        for cell in all_cells
        if not isinstance(cell.atom, Heading) and not (isinstance(cell.atom, Row) and cell.atom.head)
    ]
    last = _best(bodies)
    return sorted(bodies, key=lambda cell: (cell.index in last, cell.atom.rank, -cell.index))


def _best(bodies: Sequence[Cell]) -> frozenset[int]:
    """The best atom of each section."""
    best: dict[int, Cell] = {}
    for cell in sorted(bodies, key=lambda cell: cell.index):
        if cell.section not in best or cell.atom.rank > best[cell.section].atom.rank:
            best[cell.section] = cell
    return frozenset(cell.index for cell in best.values())


def tall_first(ordered: Sequence[Cell], tall: Mapping[int, float]) -> list[Cell]:
    """The same, the last atoms of sections that are worth the same by what room they free: few sections are lost."""
    last = _best(ordered)
    usual = [cell for cell in ordered if cell.index not in last]
    rest = (cell for cell in ordered if cell.index in last)
    return usual + sorted(rest, key=lambda cell: (cell.atom.rank, -tall[cell.index]))


def less(kept: Sequence[Cell], gone: Sequence[Cell]) -> list[Cell]:
    """What is kept without what is gone, nor what headed that alone."""
    out = {cell.index for cell in gone}
    return visible([cell for cell in kept if cell.index not in out])


def visible(kept: Sequence[Cell]) -> list[Cell]:
    """Without headings that head nothing any more, and heads of tables without rows."""
    out: list[Cell] = []
    for cell in reversed(kept):
        below = out[-1] if out and out[-1].section == cell.section else None
        if not _bare(cell, below):
            out.append(cell)
    return out[::-1]


def _bare(cell: Cell, below: Cell | None) -> bool:
    match cell.atom, below.atom if below else None:
        case Heading() as heading, atom:
            return heads_nothing(heading, atom)
        case Row(head=True, table=table), Row(table=other):
            return table != other
        case Row(head=True), _:
            return True
        case _:
            return False
