"""Cuts → the columns of a sheet as they will be drawn: every gap in pt, nothing left to decide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from .geometry import CARD_GAP, below_em
from .shapes import Row
from .strip import Strip

CARD_STRETCH = 2.5
"""How many times as much as a gap between atoms one between cards is widened."""
ROW_STRETCH = 0.75
"""The same of the air between two rows of a table."""
GROW_SHARE = 0.22
"""The last card of a column is made higher, to end flush, by at most this share of the column."""


class Piece(Struct, frozen=True):
    """An atom by its index in the plan, the `gap` above it in pt; `again` marks a head row that is repeated.

    A `row` goes on with the table of the piece above: what is added to its gap is air within both. Of a paragraph that is
    divided between columns, a piece has the words from `since` up to `until` (0: to the end).
    """

    atom: int
    gap: float = 0.0
    again: bool = False
    row: bool = False
    since: int = 0
    until: int = 0


class Card(Struct, frozen=True):
    """A section, or what goes on of it (`again`); `gap` is the air above, `grow` what is added below, in pt.

    One that is as wide as several columns (`span`) is at the foot of the last of these; its bar may have the words of the
    sub-section that it is from (`heading`, the index of an atom) in the place of those of its section.
    """

    section: int
    again: bool
    pieces: tuple[Piece, ...]
    gap: float = 0.0
    grow: float = 0.0
    span: int = 1
    heading: int = -1


class Column(Struct, frozen=True):
    """Cards from the top down; `height` is theirs in pt before anything was widened, `drawn` after that.

    `below` is the air under the last ink, within its box and its card. `foot` is what cards over several columns take below.
    """

    cards: tuple[Card, ...]
    height: float
    drawn: float = 0.0
    below: float = 0.0
    foot: float = 0.0

    @property
    def ink(self) -> float:
        """How far down from its top the column has ink."""
        return max(0.0, self.drawn + self.foot - self.below)


def columns(strip: Strip, cuts: Sequence[int], heads: dict[int, int]) -> list[Column]:
    """The columns between the cuts."""
    return [_column(strip, a, b, heads) for a, b in pairwise(cuts)]


def _column(strip: Strip, a: int, b: int, heads: dict[int, int]) -> Column:
    if a == b:
        return Column((), 0.0)
    whole = strip.whole
    (first, since), (end, until) = strip.at(a), strip.at(b)
    end += bool(until)
    starts = [i for i in range(first, end) if i == first or whole.starts(i)]
    cards = [
        _card(whole, i, j, heads, CARD_GAP if i > first else 0.0)
        for i, j in zip(starts, [*starts[1:], end], strict=True)
    ]
    below = below_em(whole.cells[end - 1].atom) * whole.heights.size
    return Column(_divided(cards, since, until), round(strip.height(a, b), 3), below=round(below, 3))


def _divided(cards: list[Card], since: int, until: int) -> tuple[Card, ...]:
    """Cards of which the first begins within a paragraph, or the last ends within one."""
    if since:
        going, *rest = cards[0].pieces
        cards[0] = replace(cards[0], again=True, pieces=(replace(going, since=since), *rest))
    if until:
        *rest, ending = cards[-1].pieces
        cards[-1] = replace(cards[-1], pieces=(*rest, replace(ending, until=until)))
    return tuple(cards)


def piled(strip: Strip) -> Card:
    """A strip of one section as one card."""
    return _card(strip, 0, len(strip), {}, 0.0)


def _card(strip: Strip, a: int, b: int, heads: dict[int, int], gap: float) -> Card:
    again = not strip.starts(a)
    pieces = [_piece(strip, i, first=i == a) for i in range(a, b)]
    first = strip.cells[a].atom
    if again and isinstance(first, Row) and not first.head and first.table in heads:
        pieces = [Piece(heads[first.table], again=True), replace(pieces[0], row=True), *pieces[1:]]
    return Card(strip.cells[a].section, again, tuple(pieces), gap)


def _piece(strip: Strip, i: int, first: bool) -> Piece:
    if first:
        return Piece(strip.cells[i].index)
    above, atom = strip.cells[i - 1].atom, strip.cells[i].atom
    row = isinstance(atom, Row) and isinstance(above, Row) and atom.table == above.table
    return Piece(strip.cells[i].index, round(strip.gap(i), 3), row=row)


def flush(column: Column, target: float, most: float) -> Column:
    """A column made `target` pt high: its gaps wider by up to `most` pt, then its last card a little higher."""
    slack, weights = target - column.height, gaps(column)
    extra = max(0.0, min(slack / weights, most)) if weights else 0.0
    rest = max(0.0, slack - extra * weights)
    cards = [_wider(card, extra, i > 0) for i, card in enumerate(column.cards)]
    if cards and rest <= GROW_SHARE * target:
        cards[-1] = replace(cards[-1], grow=round(rest, 3))
    return replace(column, cards=tuple(cards), drawn=round(column.height + extra * weights, 3))


def gaps(column: Column) -> float:
    """How many gaps between atoms of a column can be widened, those between cards counted for what they take."""
    between = sum(_give(piece) for card in column.cards for piece in card.pieces)
    return between + CARD_STRETCH * (len(column.cards) - 1)


def _give(piece: Piece) -> float:
    return ROW_STRETCH if piece.row else float(bool(piece.gap))


def _wider(card: Card, extra: float, below: bool) -> Card:
    pieces = tuple(replace(piece, gap=round(piece.gap + extra * _give(piece), 3)) for piece in card.pieces)
    return replace(card, pieces=pieces, gap=round(card.gap + extra * CARD_STRETCH * below, 3))
