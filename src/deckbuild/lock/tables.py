"""Rows and columns of tables: one whose name has become another is known by what all of its cells say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence

from .file import Record
from .keys import BLANK, Section, section_of
from .lines import words_of

SAME = 2
"""Cells that say something else each, by which a row is known whose name is like that of another."""
ALL = 3
"""The same of one that has none of the words of its name, where all of its cells say what they did; where the name keeps one
of its words, or no other says any of that, `SAME` of them do."""
Line = tuple[Section, str]
"""A row of a table by its name, or a column by that."""


class Cells:
    """What the cells of each row say, by their columns; or those of each column, by their rows (`down`)."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record], *, down: bool = False) -> None:
        self._line = _column if down else _row
        across = _row if down else _column
        self._old, self._new = (_said(cards, self._line, across) for cards in (old, new))
        self._lines_with: dict[tuple[str, str], set[Line]] = defaultdict(set)
        self._renamed: dict[tuple[Line, Line], bool] = {}
        for line, cells in (*self._old.items(), *self._new.items()):
            for cell in cells.items():
                self._lines_with[cell].add(line)

    def are_same(self, one: Record, other: Record) -> bool:
        """Whether several cells in the line of one say what those in the line of the other do."""
        before, after = self._old.get(self._line(one), {}), self._new.get(self._line(other), {})
        return len({said for across, said in before.items() if after.get(across) == said}) >= SAME

    def are_renamed(self, one: Record, other: Record) -> bool:
        """Whether all cells in the line of one say what those in the line of the other do, and no other line does."""
        lines = self._line(one), self._line(other)
        if lines not in self._renamed:
            self._renamed[lines] = self._say_the_same(*lines)
        return self._renamed[lines]

    def _say_the_same(self, old: Line, new: Line) -> bool:
        before, after, both = self._old.get(old, {}), self._new.get(new, {}), {old, new}
        if not after or not after.items() <= before.items():
            return False
        saying = [self._lines_with[cell] for cell in after.items()]
        kept = set(words_of(old[1])) & set(words_of(new[1]))
        least = SAME if kept or all(found == both for found in saying) else ALL
        return len(set(after.values())) >= least and set.intersection(*saying) == both


class Tables:
    """The rows and the columns of all tables."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record]) -> None:
        self._rows, self._columns = Cells(old, new), Cells(old, new, down=True)

    def is_same_row(self, one: Record, other: Record) -> bool:
        """Whether several cells of a row say what those of another in the same columns do."""
        return self._rows.are_same(one, other)

    def is_renamed(self, one: Record, other: Record) -> bool:
        """Whether two cells are of one column and of a row that has another name now, and says what it said; or of one row
        and of such a column."""
        if not (is_cell(one) and is_cell(other)):
            return False
        if _column(one)[1] == _column(other)[1]:
            return self._rows.are_renamed(one, other)
        return _row(one)[1] == _row(other)[1] and self._columns.are_renamed(one, other)


def _said(
    cards: Sequence[Record], line: Callable[[Record], Line], across: Callable[[Record], Line]
) -> Mapping[Line, Mapping[str, str]]:
    found: dict[Line, dict[str, str]] = defaultdict(dict)
    for card in filter(is_cell, cards):
        found[line(card)][across(card)[1]] = card.answer
    return found


def is_cell(card: Record) -> bool:
    """Whether a card asks for a cell of a table."""
    return card.rule.startswith("cell")


def named_in_one(one: Record, other: Record) -> bool:
    """Whether of two cells one is of a row that has a name, and one of a row that has none."""
    cells = is_cell(one) and is_cell(other)
    return cells and bool(_row(one)[1].strip()) != bool(_row(other)[1].strip())


def said_in_row(card: Record) -> Hashable:
    """What is said in a row, in whichever of its columns; None for what is no cell."""
    return (_row(card), card.answer) if is_cell(card) else None


def _row(cell: Record) -> Line:
    return section_of(cell), cell.text.rpartition(BLANK)[0]


def _column(cell: Record) -> Line:
    return section_of(cell), cell.text.rpartition(BLANK)[2]
