"""Where things stand on a page: the geometry that planning takes as a value, in points."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

GUTTER = 16.0
BELOW = 4.0
"""Points below the body that are free as well."""
DROP, QUESTION_HEIGHT = 24.0, 174.0
"""How far below the top of the body a question stands, and how tall it is at most."""
WIDEST_TEXT = 760.0
"""30 em of text at 24 points."""
_FULL = 848.0
"""The body's width on which distances are given (`Frame.across`): twelve columns of 56 and the gutters between them."""


class Rect(Struct, frozen=True):
    """A place on the page: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h


TitleSizes = tuple[tuple[float, float, int], ...]
"""Size, distance of lines and most lines of a title, the largest first."""
COVER_SIZES: TitleSizes = ((88, 104.0, 1), (72, 88.0, 1), (54, 70.0, 2), (44, 58.0, 3), (32, 42.0, 4), (24, 31.0, 5))
OPENER_SIZES: TitleSizes = ((44, 58.0, 2), (32, 40.0, 3), (20, 26.0, 4))
STATEMENT_SIZES: TitleSizes = ((24, 30.0, 2), (18, 22.0, 3))
ANSWER_SIZES: TitleSizes = ((24, 30.0, 1), (20, 28.0, 1), (24, 30.0, 2), (18, 22.0, 3))
QUESTION_SIZES: TitleSizes = ((54, 70.0, 2), (44, 58.0, 2), (36, 48.0, 2), (36, 48.0, 3), (24, 34.0, 5))
TITLE_SIZES: TitleSizes = ((32, 42.0, 1), (26, 32.0, 2), (18, 22.0, 3))
"""Lines of titles stand close, so that two of them keep their distance from the body."""


class Cover(Struct, frozen=True):
    """The title slide. The title grows upward from the foot of its place; `wide` is its width where no bands are.

    A `fixed` title stays where it is, and what has no height is not shown.
    """

    title: Rect
    wide: float
    subtitle: Rect
    source: Rect
    bands: Rect
    sizes: TitleSizes = COVER_SIZES
    subtitle_sizes: tuple[float, ...] = (28,)
    capitals: bool = False
    fixed: bool = False


class Opener(Struct, frozen=True):
    """The first slide of a section: its title, the rows below it, the panel with the section's number and the way back.

    Without a panel (no height) the number stands in the title, and rows are written in `ink` alone. With `listed`, the sizes
    that they may have, they are the paragraphs of one place for text. `moved`: the title stands where no layout says.
    """

    title: Rect
    rows: Rect
    panel: Rect
    number: Rect
    back: Rect
    sizes: TitleSizes = OPENER_SIZES
    capitals: bool = False
    ink: str = "ink"
    listed: tuple[float, ...] = ()
    moved: bool = False


class Frame(Struct, frozen=True):
    """A page: its size, and the places that no box may leave or enter. `ratio` is its name among those of our own.

    `body` is for what a slide shows, `text_width` the widest that a column of text may be. `kicker` is the line above
    the title, `footer` and `number` stand outside the body; what has no height is not shown. `BELOW` the body
    is room as well. Titles are measured in capitals where they are set so (`capitals`). `foot` is what stands in the footer
    instead of the deck's title. `column_alone` is the place of text with nothing beside or between it, where its layout leaves
    that more room than the others leave the body.
    """

    page: Rect
    kicker: Rect
    title: Rect
    body: Rect
    footer: Rect
    number: Rect
    text_width: float
    cover: Cover
    opener: Opener
    title_sizes: TitleSizes = TITLE_SIZES
    statement_sizes: TitleSizes = STATEMENT_SIZES
    answer_sizes: TitleSizes = ANSWER_SIZES
    question_sizes: TitleSizes = QUESTION_SIZES
    capitals: bool = False
    ratio: str = ""
    foot: str = ""
    column_alone: Rect | None = None

    def across(self, points: float) -> float:
        """A distance on a body 848 wide as it is on this one."""
        return points * (self.body.w + GUTTER) / (_FULL + GUTTER)

    def column(self, number: float) -> float:
        """The left edge of what stands right of so many twelfths of the body."""
        return self.body.x + self.across(72.0 * number)

    @property
    def text(self) -> Rect:
        """The body as far as text goes that stands alone."""
        return Rect(self.body.x, self.body.y, self.text_width, self.body.h)

    @property
    def for_text(self) -> Frame:
        """The same page for what is text alone."""
        body = self.column_alone
        return replace(self, body=body, text_width=min(body.w, WIDEST_TEXT), column_alone=None) if body else self

    @property
    def question(self) -> Rect:
        """Where a question stands that has a slide of its own."""
        return Rect(self.body.x, self.body.y + DROP, self.body.w, min(QUESTION_HEIGHT, self.body.h - DROP))

    def within(self, padding: float) -> Frame:
        """The same page for what stands on a surface, which takes `padding` of the body's height."""
        return replace(self, body=replace(self.body, h=self.body.h - padding))


WIDESCREEN = Frame(
    page=Rect(0.0, 0.0, 960.0, 540.0),
    kicker=Rect(56.0, 36.0, 776.0, 20.0),
    title=Rect(56.0, 60.0, 848.0, 68.0),
    body=Rect(56.0, 144.0, 848.0, 336.0),
    footer=Rect(56.0, 502.0, 560.0, 18.0),
    number=Rect(832.0, 502.0, 72.0, 18.0),
    text_width=WIDEST_TEXT,
    cover=Cover(
        title=Rect(56.0, 176.0, 472.0, 104.0),
        wide=776.0,
        subtitle=Rect(56.0, 300.0, 400.0, 114.0),
        source=Rect(56.0, 484.0, 472.0, 36.0),
        bands=Rect(560.0, 0.0, 400.0, 540.0),
    ),
    opener=Opener(
        title=Rect(488.0, 112.0, 416.0, 122.0),
        rows=Rect(488.0, 268.0, 416.0, 212.0),
        panel=Rect(0.0, 0.0, 400.0, 540.0),
        number=Rect(50.0, 148.0, 340.0, 180.0),
        back=Rect(56.0, 501.0, 200.0, 20.0),
    ),
    ratio="16:9",
)
"""Twelve columns, and the widest column of text that is read with ease."""
STANDARD = Frame(
    page=Rect(0.0, 0.0, 720.0, 540.0),
    kicker=Rect(44.0, 36.0, 560.0, 20.0),
    title=Rect(44.0, 60.0, 632.0, 68.0),
    body=Rect(44.0, 144.0, 632.0, 336.0),
    footer=Rect(44.0, 502.0, 416.0, 18.0),
    number=Rect(604.0, 502.0, 72.0, 18.0),
    text_width=632.0,
    cover=Cover(
        title=Rect(44.0, 176.0, 356.0, 104.0),
        wide=560.0,
        subtitle=Rect(44.0, 300.0, 328.0, 114.0),
        source=Rect(44.0, 484.0, 356.0, 36.0),
        bands=Rect(432.0, 0.0, 288.0, 540.0),
    ),
    opener=Opener(
        title=Rect(332.0, 112.0, 344.0, 122.0),
        rows=Rect(332.0, 268.0, 344.0, 212.0),
        panel=Rect(0.0, 0.0, 264.0, 540.0),
        number=Rect(38.0, 148.0, 216.0, 180.0),
        back=Rect(44.0, 501.0, 200.0, 20.0),
    ),
    ratio="4:3",
)
"""Nine of the same columns, and the same heights."""
RATIOS = {frame.ratio: frame for frame in (WIDESCREEN, STANDARD)}
