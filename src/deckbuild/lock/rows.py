"""Rows of tables: one whose name has become another is known by what all of its cells say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from .file import Record
from .keys import BLANK, Section, section_of
from .lines import words_of

SAME = 2
"""Cells that say something else each, by which a row is known whose name is like that of another."""
ALL = 3
"""The same of a row that has none of the words of its name, where all of its cells say what they did; where the name keeps
one of its words, or no other row says any of that, `SAME` of them do."""
Row = tuple[Section, str]


class Rows:
    """What the cells of each row say, by their columns."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record]) -> None:
        self._old, self._new = _cells(old), _cells(new)
        self._rows_with: dict[tuple[str, str], set[Row]] = defaultdict(set)
        for row, cells in (*self._old.items(), *self._new.items()):
            for cell in cells.items():
                self._rows_with[cell].add(row)

    def is_same(self, one: Record, other: Record) -> bool:
        """Whether several cells of a row say what those of another in the same columns do."""
        before, after = self._old.get(_row(one), {}), self._new.get(_row(other), {})
        return len({said for column, said in before.items() if after.get(column) == said}) >= SAME

    def is_renamed(self, one: Record, other: Record) -> bool:
        """Whether all cells of a row say what those of another do, and no other row does."""
        rows = _row(one), _row(other)
        before, after = (cells.get(row, {}) for cells, row in zip((self._old, self._new), rows, strict=True))
        if not after or not after.items() <= before.items():
            return False
        saying = [self._rows_with[cell] for cell in after.items()]
        kept = set(words_of(rows[0][1])) & set(words_of(rows[1][1]))
        least = SAME if kept or all(found == set(rows) for found in saying) else ALL
        return len(set(after.values())) >= least and set.intersection(*saying) == set(rows)


def _cells(cards: Sequence[Record]) -> Mapping[Row, Mapping[str, str]]:
    found: dict[Row, dict[str, str]] = defaultdict(dict)
    for card in cards:
        if card.rule.startswith("cell"):
            found[_row(card)][card.text.rpartition(BLANK)[2]] = card.answer
    return found


def named_in_one(one: Record, other: Record) -> bool:
    """Whether of two cells one is of a row that has a name, and one of a row that has none."""
    cells = [card for card in (one, other) if card.rule.startswith("cell")]
    return len(cells) == 2 and bool(_row(one)[1].strip()) != bool(_row(other)[1].strip())


def said_in_row(card: Record) -> Hashable:
    """What is said in a row, in whichever of its columns; None for what is no cell."""
    return (_row(card), card.answer) if card.rule.startswith("cell") else None


def _row(cell: Record) -> Row:
    return section_of(cell), cell.text.rpartition(BLANK)[0]
