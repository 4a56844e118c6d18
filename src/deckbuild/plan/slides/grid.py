"""The type scale and the names of colours that every layout shares; sizes are points."""

from __future__ import annotations

from msgspec import Struct

from .page import Look, Paint

ACCENTS = 5

PITCHES = {12: 16, 14: 20, 16: 23, 18: 26, 20: 28, 22: 31, 24: 34, 26: 34, 28: 38, 32: 42, 36: 48, 44: 58, 54: 70}
PITCHES |= {72: 88, 88: 104, 110: 132, 150: 180}
BODY_SIZES = (24, 22, 20, 18, 16)
CODE_SIZES = (22, 20, 18, 16, 14)
CAPTION = 14


class Scale(Struct, frozen=True):
    """How large a page is set: the body's size in points, the space between items as a share of it, and the largest
    size of code where that is less than belongs to the text; boxes are `tight` where that saves a page. `cells` are the
    size of tables where that is less still, with rows as close as can be."""

    size: int
    space: float = 0.75
    mono: int = 0
    tight: bool = False
    cells: int = 0

    @property
    def code(self) -> int:
        """The largest size that code may have beside this text."""
        return self.mono or {24: 22, 22: 22, 20: 20, 18: 18}.get(self.size, 16)


TEXT_SCALES = tuple(Scale(size, space) for size in BODY_SIZES[:-1] for space in (0.75, 0.5))
"""Text that can be divided is no smaller than the last of these on a page of ours."""
MIXED_SCALES = (
    *(Scale(size, space) for size in (20, 18) for space in (0.75, 0.5)),
    *(Scale(18, 0.5, 16), Scale(18, 0.5, 14), Scale(18, 0.5, 14, True)),
    *(Scale(16, 0.5), Scale(16, 0.5, 14), Scale(16, 0.5, 14, True), Scale(16, 0.5, 12, True)),
)
TABLE_SCALES = tuple(Scale(16, 0.5, 12, True, cells) for cells in (16, 14))
"""What a table may have besides, so that it is shown whole; to need fewer slides is no reason for letters so small."""


def pitch(size: float) -> float:
    """The distance of lines for a size: from the scale, else 1.4 times."""
    return float(PITCHES.get(int(size), 0)) if size in PITCHES else round(size * 1.4, 1)


def smaller(size: int) -> int:
    """One step down the body's scale, for what is nested."""
    return max((step for step in BODY_SIZES if step < size), default=BODY_SIZES[-1])


def accent(number: int) -> Paint:
    """The colour of a section, ink where there is none."""
    return f"accent{number}" if number else "ink"


def panel(number: int) -> Paint:
    """What fills a large area in the name of a section."""
    return f"panel{number}" if number else "surface"


def on(number: int, otherwise: Paint = "ink") -> Paint:
    """What is written on such an area, and in `otherwise` where it is only a surface."""
    return "on" if number else otherwise


def tint(number: int) -> Paint:
    """The pale form of a section's colour."""
    return f"tint{number}" if number else "surface"


def look(size: float, paint: Paint = "ink", *, bold: bool = False, mono: bool = False, tracking: float = 0.0) -> Look:
    """A look by its most frequent fields."""
    return Look(size, paint, bold, mono=mono, tracking=tracking)
