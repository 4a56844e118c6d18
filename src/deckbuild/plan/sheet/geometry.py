"""Lengths of a sheet, in pt unless an em is named. The template draws by the same figures."""

from __future__ import annotations

from msgspec import Struct

from .shapes import Atom, Formula, Listing, Row, SheetOptions, Text

PAPERS = {"a4": (841.89, 595.28), "letter": (792.0, 612.0)}
"""Width and height of a sheet that lies on its side, in pt (ISO 216; ANSI A)."""
MARGIN = 22.0
FOOT = 12.0
HEAD_GAP = 7.0
GUTTER = 9.0
ROUNDING = 0.5
"""A column that is higher than the page by a rounding would go on to the next."""
CARD_GAP = 5.5
INSET_EM = 0.62
FRAME_PAD_EM = 0.5
FRAME_X_EM = 0.6
"""What a frame takes on either side."""
CODE_PADS_EM = (0.55, 0.2)
"""Above and below code; each of its rows has air of its own below it."""
HANGING_EM = 0.9
"""By how much the further lines of one without a mark are set in."""
AFTER_HEADING_EM = 0.56
AFTER_PICTURE_EM = 1.0
"""Below a picture there is more air than between it and its caption, which else would seem to be that of what follows."""
STRETCH_EM = 0.4
"""The most that a gap is widened so that the columns of a full page end flush."""
STRETCH_MOST_EM = 0.8
"""The most where the columns would not be full with less."""
LOOSER_EM = (0.0, 0.08, 0.16, 0.24)
"""What is added to the air between the lines of such a page, the least of these that fills it."""
STRETCH_LOOSE_EM = 0.16
"""The same on a page that is not full, beyond what makes its columns level: there, an even rhythm is worth more."""
STRETCH_LEVEL_EM = 0.7
"""The most there, where that makes them level."""
LEVEL = 0.94
"""Columns of a page that is not full are level where none has less than this share of the highest one's ink."""
PICTURE_SHARE, SMALL_PICTURE_SHARE = 0.3, 0.19
"""The most of a page's height that a picture takes, and where something would have to be left off."""
DIAGRAM_SHARE = 0.55
"""The same of a diagram that cannot be read if it is less high."""


def below_em(atom: Atom) -> float:
    """The air between the last ink of an atom and the edge of the card that it is the last of."""
    match atom:
        case Row(style="commands"):
            own = 0.44
        case Row():
            own = 0.36
        case Listing():
            own = CODE_PADS_EM[1] + 0.46
        case Text(role="definition") | Formula():
            own = 0.46
        case _:
            own = 0.0
    return own + INSET_EM + (FRAME_PAD_EM if atom.frame else 0.0)


class Page(Struct, frozen=True):
    """A page with its columns. `body` is the height below the margin and above the footer.

    `loose` is what is added to the air between lines, in em; `pictured` the share of its height that a picture takes at most.
    """

    width: float
    height: float
    columns: int
    loose: float = 0.0
    pictured: float = PICTURE_SHARE

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def body(self) -> float:
        """The height between the upper margin and the footer."""
        return self.height - 2 * MARGIN - FOOT

    @property
    def column(self) -> float:
        """The width of one column."""
        return (self.inner - GUTTER * (self.columns - 1)) / self.columns

    def capacities(self, pages: int, head: float) -> list[float]:
        """The height of each column of all pages; the first page gives some of it to the header."""
        first = self.body - head - HEAD_GAP - ROUNDING
        return [first] * self.columns + [self.body - ROUNDING] * (self.columns * (pages - 1))


def page(options: SheetOptions, columns: int) -> Page:
    """The page that the options ask for."""
    width, height = PAPERS[options.paper]
    return Page(width, height, columns) if options.landscape else Page(height, width, columns)


def broadness(options: SheetOptions) -> float:
    """How many times as wide as a quarter of a page the columns are that were asked for, if they are wider."""
    usual = page(SheetOptions(), 4).column
    return max(1.0, page(options, options.columns).column / usual) if options.columns else 1.0
