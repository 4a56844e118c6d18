"""The cards that run over several columns, put at the foot of the last of these."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from .bands import Ground, Spot
from .geometry import INSET_EM
from .layout import Card, Column, piled


def footed(drawn: Sequence[Column], used: Ground, start: int, size: float) -> list[Column]:
    """The columns of a page from `start` on, with what stands below them: right below the highest, where none is full."""
    foot = max((_end(column) + used.taken[start + i] for i, column in enumerate(drawn)), default=0.0)
    return [_footed(column, used, start + i, foot, size) for i, column in enumerate(drawn)]


def _end(column: Column) -> float:
    """How far down the cards of a column reach, in pt."""
    return column.drawn + (column.cards[-1].grow if column.cards else 0.0)


def _footed(column: Column, used: Ground, i: int, foot: float, size: float) -> Column:
    """The lowest comes last, and each so far below the one before it that it ends where it is to."""
    if not used.taken[i]:
        return column
    own = sorted((spot for spot in used.spots if spot.last == i), key=lambda spot: -spot.rise)
    cards, down = list(column.cards), _end(column)
    for spot in own:
        top = foot - spot.rise - spot.band.height
        cards.append(_card(spot, round(top - down, 3)))
        down = top + spot.band.height
    return replace(column, cards=tuple(cards), foot=used.taken[i], below=INSET_EM * size)


def _card(spot: Spot, gap: float) -> Card:
    card = piled(spot.band.strip)
    return replace(
        card, again=spot.band.again and not spot.early, gap=gap, span=spot.band.span, heading=spot.band.heading
    )
