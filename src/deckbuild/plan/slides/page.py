"""What a deck of slides is made of: pages of boxes in points, free of any file format.

All geometry is in points, on a page as large as the plan's `frame` says. A colour is the *name* of a theme colour (`Paint`), so that a deck
can be restyled: `page surface ink quiet hairline link` and, for the sections, `accent1`…`accent5`, `tint1`…`tint5` (behind ink) and
`panel1`…`panel5` (large areas). `solid` is written on an accent, `on` on a panel.
"""

from __future__ import annotations

from typing import Literal, Union

from msgspec import Struct

from ...diagnostics import Diagnostic
from ...diagrams.scene import Scene
from ...formulas import Node
from .frame import WIDESCREEN, Frame
from .frame import Rect as Rect

Paint = str
LayoutName = Literal["title", "contents", "section", "statement", "text", "text_figure", "free"]


LOWERED, RAISED = -25, 30
"""How far sub- and superscripts stand off the line, in percent of the size."""


class Look(Struct, frozen=True):
    """How letters look. `size` and `tracking` are points, `shift` is percent of the size (sub- and superscript);
    `dotted` are those that are stressed in a script without italics."""

    size: float
    paint: Paint = "ink"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    dotted: bool = False
    strike: bool = False
    mono: bool = False
    mark: bool = False
    shift: int = 0
    tracking: float = 0.0


class Formula(Struct, frozen=True):
    """Mathematics that is drawn as such where that can be done; `block`: in a line of its own."""

    tree: Node
    block: bool = False


class Span(Struct, frozen=True):
    """Letters of one look; a text of `\\n` breaks the line. `href` is a web address, `link` the key of a page. The text
    of a `formula` says it in a line, for whatever cannot draw it."""

    text: str
    look: Look
    href: str = ""
    formula: Formula | None = None
    link: str = ""


class Bullet(Struct, frozen=True):
    """What hangs left of a paragraph: a sign, or (where `number` is set, up to 32767) a numeral."""

    sign: str = "•"
    paint: Paint = "ink"
    number: int = 0


class Para(Struct, frozen=True):
    """A paragraph: lines exactly `pitch` apart, `before` above it unless it is the first of its box.

    `left` is where its lines begin, `hang` how far left of that the first line (or the bullet) stands; a tab in its
    text leads to `left`.
    """

    spans: tuple[Span, ...]
    size: float
    pitch: float
    before: float = 0.0
    left: float = 0.0
    hang: float = 0.0
    bullet: Bullet | None = None
    align: Literal["left", "center", "right"] = "left"
    level: int = 0


Insets = tuple[float, float, float, float]
"""Left, top, right, bottom, between the edge of a shape and its text."""


class Shape(Struct, frozen=True, tag="shape"):
    """A rectangle with its own text: a text box, panel, chip, band or frame.

    `link` is the key of a page (`Page.key`) that a click leads to; `body` marks the text that belongs in the outline.
    """

    rect: Rect
    paras: tuple[Para, ...] = ()
    fill: Paint = ""
    dashed: bool = False
    radius: float = 0.0
    insets: Insets = (0.0, 0.0, 0.0, 0.0)
    anchor: Literal["t", "ctr", "b"] = "t"
    link: str = ""
    body: bool = False
    name: str = ""


class Rule(Struct, frozen=True, tag="rule"):
    """A horizontal line from `x`, `w` long; decoration only."""

    x: float
    y: float
    w: float
    paint: Paint = "hairline"
    weight: float = 0.75


class Image(Struct, frozen=True, tag="image"):
    """A picture by the key of the assets, whole and undistorted. `alt` is never empty.

    A `scene` fills the rectangle: it is drawn as shapes where that can be done, in the direction that was chosen.
    A click on it leads to the address `href`.
    """

    rect: Rect
    src: str
    alt: str
    scene: Scene | None = None
    href: str = ""


class Cell(Struct, frozen=True):
    """One cell of a grid."""

    paras: tuple[Para, ...] = ()


class Row(Struct, frozen=True):
    """A row of a grid with the line below it (`rule` 0: none)."""

    cells: tuple[Cell, ...]
    height: float
    rule: float = 0.75
    paint: Paint = "hairline"


class Grid(Struct, frozen=True, tag="grid"):
    """A native table. Cells have no fill and no margin but `gap` on the right; `head`: the first row is the head."""

    rect: Rect
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    gap: float = 16.0
    head: bool = False
    top: float = 0.0
    anchor: Literal["t", "ctr"] = "ctr"
    name: str = ""


Box = Union[Shape, Rule, Image, Grid]  # noqa: UP007 - a closed union, resolved at run time


class Page(Struct, frozen=True):
    """One slide. `key` is what links point at; `accent` (1–5, 0: none) the colour of its section; `section` its index
    in `SlidePlan.sections`. `spoken` is what the author wrote to be said, with which `notes` begin; of that a handout
    leaves out what is `private`, and what is `told` of an answer, with which the notes end. `panel` fills the page's background with its accent;
    `answers`: it tells the answer to a slide before it."""

    key: str
    layout: LayoutName
    title: tuple[Para, ...]
    kicker: tuple[Para, ...] = ()
    boxes: tuple[Box, ...] = ()
    notes: str = ""
    spoken: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    section: int = 0
    accent: int = 0
    panel: bool = False
    answers: bool = False
    footer: bool = True
    title_rect: Rect | None = None

    @property
    def title_anchor(self) -> Literal["t", "b"]:
        """Where the title stands in its place: what follows a large one keeps its distance from it."""
        return "b" if self.panel or self.layout in ("title", "section") else "t"

    @property
    def title_text(self) -> str:
        """The title as the outline shows it."""
        return " ".join("".join(s.text for para in self.title for s in para.spans if not is_break(s)).split())


def is_break(span: Span) -> bool:
    """Whether a span is the end of a line and nothing else. Our own stand behind the space that they are for, if any."""
    return span.text == "\n"


class SlidePlan(Struct, frozen=True):
    """A deck of slides, decided to the last point; an exporter has nothing left to choose. `author` and
    `keywords` are those of the file."""

    title: str
    language: str
    source: str
    footer: str
    pages: tuple[Page, ...]
    sections: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    frame: Frame = WIDESCREEN
    author: str = ""
    keywords: tuple[str, ...] = ()
