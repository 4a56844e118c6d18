"""Columns that only say yes or no: which rows do they say it of? By its row alone half of all guesses would be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from ...model import RichText, Table
from ...particles import fill
from .model import Card, Grid, Item, Items, Text
from .phrases import name, unmarked
from .spots import Spot
from .vocabulary.tables import NO, SAYS_NO, SAYS_YES, YES

MAX_NAMED = 5
"""Rows that are recalled together."""
ALIKE = 3
"""Rows of which a column says one thing, from which none is told by it."""


class Sorting(Struct, frozen=True):
    """What is said of several things with yes and no: by what they are told apart, and the smaller side with its word.
    None are on that where all are alike."""

    index: int
    by: RichText
    value: RichText
    members: tuple[RichText, ...]
    total: int


def sortings(block: Table, key: int, *, across: bool) -> dict[int, Sorting]:
    """The columns of yes and no by their index, or (`across`, where the columns are what is compared) the rows. `key` is
    the column with the names of the rows; without one there is nothing to tell apart, nor where a name stands for two
    or is missing."""
    others = [c for c in range(len(block.head)) if c != key]
    rows = [row for row in block.rows if len(row) == len(block.head)]
    if len(rows) != len(block.rows) or _is_sorting([row[key] for row in rows] if key >= 0 else []):
        return {}
    names = [row[key] if key >= 0 else RichText() for row in rows]
    if across:
        things = [block.head[c] for c in others]
        lines = [(r, names[r], [row[c] for c in others]) for r, row in enumerate(rows)]
    else:
        things = names
        lines = [(c, block.head[c], [row[c] for row in rows]) for c in others]
    if key >= 0 and not _are_told_apart(things):
        return {}
    return {index: _sorted(index, by, cells, things) for index, by, cells in lines if _is_sorting(cells)}


def is_constant(block: Table, column: int) -> bool:
    """Whether a column says the same of all rows: who has read one of its cells knows the others."""
    said = [name(row[column]).casefold() for row in block.rows if column < len(row)]
    return len(said) >= ALIKE and len(set(said)) == 1


def is_guessed(cell: RichText) -> bool:
    """Whether a cell says no more than yes or no."""
    return bool(_matches(YES.fullmatch, cell) or _matches(NO.fullmatch, cell))


def which(spot: Spot, sorting: Sorting, block: Table, *, own: bool, shown: bool) -> Iterator[Card]:
    """Of which is it so? Nothing where it is so of all or of too many. Which are not so is another card: one row more may
    make them the smaller side."""
    if not 0 < len(sorting.members) <= MAX_NAMED:
        return
    counts = {"n": len(sorting.members), "total": sorting.total}
    slots = {slot: RichText.of(str(number)) for slot, number in counts.items()}
    first, *more = (Item(unmarked(member)) for member in sorting.members)
    rule = "column" if _matches(YES.fullmatch, sorting.value) else "column_not"
    yield Card(
        kind="cell",
        key=spot.key(rule, name(sorting.by)),
        topic=spot.topic,
        prompt=fill(spot.context.asks.rows, x=unmarked(sorting.by), value=unmarked(sorting.value), **slots),
        answer=(Items((first, *more)),) if more else (Text(first.text),),
        extra=(Grid(block.head, block.rows, block.align),) if shown else (),
        own=own,
        place=block.place,
    )


def _are_told_apart(things: Sequence[RichText]) -> bool:
    names = {name(thing) for thing in things}
    return all(names) and len(names) == len(things)


def _is_sorting(cells: Sequence[RichText]) -> bool:
    """Whether all cells begin with yes or no, and half of them or more say no more."""
    begins = all(_matches(SAYS_YES.match, cell) or _matches(SAYS_NO.match, cell) for cell in cells)
    return bool(cells) and begins and 2 * sum(map(is_guessed, cells)) >= len(cells)


def _sorted(index: int, by: RichText, cells: Sequence[RichText], things: Sequence[RichText]) -> Sorting:
    so = [_matches(SAYS_YES.match, cell) for cell in cells]
    yes, no = ([i for i, each in enumerate(so) if each is wanted] for wanted in (True, False))
    side = yes if len(yes) <= len(no) else no
    value = next((cells[i] for i in side if is_guessed(cells[i])), RichText())
    members = tuple(things[i] for i in side) if value else ()
    return Sorting(index, by, value, members, len(cells))


def _matches(match: Callable[[str], object], cell: RichText) -> bool:
    return bool(match(cell.plain.strip()))
