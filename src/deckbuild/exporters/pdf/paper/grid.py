"""Where the cards of a page lie, in pt from its upper left corner. Paper stands upright."""

from __future__ import annotations

from msgspec import Struct

SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
COLUMNS, ROWS = 2, 4
MARGIN = 28.0
"""Most printers leave 12 pt white; the rest is for the marks to cut along."""


class Grid(Struct, frozen=True):
    """Cards side by side without gaps, so that one cut parts two. `pages` counts fronts and backs."""

    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    card_width: float
    card_height: float
    pages: int


def grid_of(paper: str, cards: int) -> Grid:
    """The places of cards; the grid lies in the middle of the page, so that a back lies behind its front."""
    width, height = SIZES[paper]
    wide, tall = (width - 2 * MARGIN) / COLUMNS, (height - 2 * MARGIN) / ROWS
    pages = 2 * max(1, -(-cards // (COLUMNS * ROWS)))
    return Grid(width, height, COLUMNS, ROWS, MARGIN, MARGIN, round(wide, 3), round(tall, 3), pages)
