"""All atoms of a sheet as one long strip that can be cut into columns, each cut priced in constant time."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from .geometry import AFTER_HEADING_EM, AFTER_PICTURE_EM, CARD_GAP, CODE_PADS_EM, FRAME_PAD_EM, INSET_EM
from .shapes import Atom, Heading, Listing, Picture, Row, Section
from .spots import AIR

SPLIT_COST, CODE_COST = 0.004, 0.012
"""What cutting a section costs, and cutting a listing, beside the squares of how far the columns are from equally full."""


class Wide(Struct, frozen=True):
    """An atom that is too wide for a column: over how many it has room, and how high it is there, in pt."""

    atom: int
    span: int
    height: float


class Heights(Struct, frozen=True):
    """What was measured at one `size` (pt): atoms in reading order, the bars of the sections, and those that go on.

    `sources` are the atoms with formulas that are too wide for a column, so that their source is shown; `unread` those
    with diagrams whose type would be too small in one, so that they are left off. `wide` are those of both, and of tables
    whose words would be broken, that have room over several columns.
    """

    size: float
    atoms: tuple[float, ...]
    bars: tuple[float, ...]
    again: tuple[float, ...]
    sources: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    wide: tuple[Wide, ...] = ()


class Cell(Struct, frozen=True):
    """An atom on the strip: its index among all atoms of the plan, and its section's."""

    index: int
    section: int
    atom: Atom


def cells(sections: Sequence[Section]) -> list[Cell]:
    """Every atom of a plan, in reading order."""
    flat = [(s, atom) for s, section in enumerate(sections) for atom in section.atoms]
    return [Cell(i, s, atom) for i, (s, atom) in enumerate(flat)]


def gap_em(before: Atom, atom: Atom) -> float:
    """The air between two atoms of one card, in em."""
    match before, atom:
        case Row(table=a), Row(table=b) if a == b:
            return 0.0
        case Listing(group=a), Listing(group=b) if a == b:
            return 0.0
        case _, Listing(gap=0.0):  # its beginning was left off
            return AIR
        case Heading(), Heading():
            return 0.7
        case Heading(), _:
            return AFTER_HEADING_EM
        case Picture(), Heading() | Picture():
            return max(atom.gap, AFTER_PICTURE_EM)
        case Picture(), _:
            return AFTER_PICTURE_EM
        case _:
            return atom.gap


class Strip:
    """The kept atoms of a sheet at one size. `height(a, b)` is that of a column with the atoms from `a` up to `b`."""

    def __init__(self, kept: Sequence[Cell], heights: Heights, heads: dict[int, int]) -> None:
        """`heads` gives the index of the head row of each table that has one."""
        self.cells = kept
        self.heights = heights
        self._first = [self._opening(i, heads) for i in range(len(kept))]
        self._sums = [0.0]
        for i in range(len(kept)):
            self._sums.append(self._sums[-1] + (self._following(i) if i else self._first[0]))

    def __len__(self) -> int:
        return len(self.cells)

    def height(self, a: int, b: int) -> float:
        """The height in pt of a column that holds the atoms from `a` up to but not with `b`."""
        return self._first[a] + self._sums[b] - self._sums[a + 1]

    @property
    def whole(self) -> Strip:
        """The strip whose atoms `at` names."""
        return self

    def at(self, place: int) -> tuple[int, int]:
        """The atom that a place is before, or else within: after so many of its words."""
        return place, 0

    def cost(self, a: int, b: int) -> float:
        """What a column from `a` up to `b` costs where it cuts a section, beside the square of how far it is from its share."""
        if b == len(self) or self.starts(b):
            return 0.0
        return SPLIT_COST + CODE_COST * self.parts_code(b)

    def parts_code(self, place: int) -> bool:
        """Whether a column that begins there begins within a listing."""
        (_, above), (_, below) = _boxes(self.cells[place - 1].atom), _boxes(self.cells[place].atom)
        return above == below is not None

    def gap(self, i: int) -> float:
        """The air in pt between atom `i` and the one before it, where both are in one card."""
        return gap_em(self.cells[i - 1].atom, self.cells[i].atom) * self.heights.size

    def starts(self, i: int) -> bool:
        """Whether atom `i` is the first of its section."""
        return i == 0 or self.cells[i].section != self.cells[i - 1].section

    def _card(self, cell: Cell, bar: float) -> float:
        return bar + 2 * INSET_EM * self.heights.size + self.heights.atoms[cell.index]

    def _pads(self, cell: Cell, before: Cell | None = None) -> float:
        """What a box round the atom takes above and below, where it opens there: not if the atom before lies in it too."""
        frame, group = _boxes(cell.atom)
        frame_before, group_before = _boxes(before.atom) if before else (None, None)
        pads = 2 * FRAME_PAD_EM if frame not in (None, frame_before) else 0.0
        pads += sum(CODE_PADS_EM) if group not in (None, group_before) else 0.0
        return pads * self.heights.size

    def _opening(self, i: int, heads: dict[int, int]) -> float:
        """The height that an atom takes at the top of a column: with the bar of its section, and the head of its table."""
        cell = self.cells[i]
        bars = self.heights.bars if self.starts(i) else self.heights.again
        return self._card(cell, bars[cell.section]) + self._pads(cell) + self._head(cell, heads)

    def _head(self, cell: Cell, heads: dict[int, int]) -> float:
        match cell.atom:
            case Row(table=table, head=False) if table in heads:
                return self.heights.atoms[heads[table]]
            case _:
                return 0.0

    def _following(self, i: int) -> float:
        cell, before = self.cells[i], self.cells[i - 1]
        if self.starts(i):
            return CARD_GAP + self._card(cell, self.heights.bars[cell.section]) + self._pads(cell)
        return self.gap(i) + self.heights.atoms[cell.index] + self._pads(cell, before)


def _boxes(atom: Atom) -> tuple[int | None, int | None]:
    """The frame and the listing that an atom lies in."""
    return atom.frame.id if atom.frame else None, atom.group if isinstance(atom, Listing) else None
