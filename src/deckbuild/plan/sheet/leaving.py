"""Who is left off a sheet first, and which headings go with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .breaks import is_head, leads_on
from .sections import heads_nothing
from .shapes import Atom, Formula, Heading, Item, Listing, Picture, Row, Text
from .strip import Cell


def order(all_cells: Sequence[Cell]) -> list[Cell]:
    """Who goes first: low ranks, later ones before earlier ones; the best atom of each section last of all."""
    bodies = [cell for cell in all_cells if not isinstance(cell.atom, Heading) and not is_head(cell.atom)]
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


Led = Mapping[int, frozenset[int]]
"""What stands below each short line that says nothing without it, by their indices."""


def led(all_cells: Sequence[Cell]) -> Led:
    """The lines that only lead to code, a table, a picture or a formula: these end with a colon, or hold it nested."""
    found: dict[int, frozenset[int]] = {}
    for i, cell in enumerate(all_cells[:-1]):
        if isinstance(cell.atom, Text | Item) and leads_on(cell.atom, all_cells[i + 1].atom):
            end = i + 1
            while end < len(all_cells) and all_cells[end].section == cell.section and _shown(all_cells[end].atom):
                end += 1
            if end > i + 1:
                found[cell.index] = frozenset(each.index for each in all_cells[i + 1 : end] if not is_head(each.atom))
    return found


def _shown(atom: Atom) -> bool:
    return isinstance(atom, Listing | Row | Picture | Formula)


def less(kept: Sequence[Cell], gone: Sequence[Cell], lines: Led) -> list[Cell]:
    """What is kept without what is gone, nor what headed that alone."""
    return visible(without(kept, gone), lines)


def visible(kept: Sequence[Cell], lines: Led) -> list[Cell]:
    """Without headings that head nothing any more, heads of tables without rows, and lines that lead to nothing."""
    there = {cell.index for cell in kept}
    idle = [cell for cell in kept if cell.index in lines and not lines[cell.index] & there]
    left = {cell.section for cell in kept} - {cell.section for cell in without(kept, idle)}
    return _headed(without(kept, [cell for cell in idle if cell.section not in left]))


def without(kept: Sequence[Cell], gone: Sequence[Cell]) -> list[Cell]:
    """What is kept of some cells."""
    out = {cell.index for cell in gone}
    return [cell for cell in kept if cell.index not in out]


def _headed(kept: Sequence[Cell]) -> list[Cell]:
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
