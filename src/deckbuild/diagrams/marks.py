"""A picture as a drawing program has it: shapes with words in them, lines with heads, words; from the ground up.

All is in the points of the scene. A `Paint` is a colour by its role: one of `look.Ink`, or `accent1` … `accent6` where a
drawing tells several things apart.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from msgspec import Struct

from ..model import RichText
from .paths import Curve
from .scene import Align, Box, Head, Point

Paint = str

LEAST = 12.0
"""The smallest type in points that the last row of a hall can read."""

Form = Literal["rect", "oval", "diamond", "path", "words"]
"""`path` is given by its contours; `words` have no outline, though they may have a ground."""


class Line(Struct, frozen=True):
    """One line of words."""

    text: RichText
    size: float
    paint: Paint = "ink"
    bold: bool = False


class Contour(Struct, frozen=True):
    """A stretch of outline. An open one is a line within the shape, and is never filled."""

    curves: tuple[Curve, ...]
    closed: bool = True


class Mark(Struct, frozen=True):
    """One shape. `lines` stand in the middle of `box` and `drop` below it; `turn` is degrees clockwise about its middle.

    An open path with two ends in `source` and `target` (names of other marks) is a line between these.
    """

    name: str
    box: Box
    form: Form = "rect"
    radius: float = 0.0
    contours: tuple[Contour, ...] = ()
    fill: Paint = ""
    alpha: float = 1.0
    line: Paint = ""
    width: float = 1.5
    dashed: bool = False
    head: Head = "none"
    tail: Head = "none"
    source: str = ""
    target: str = ""
    lines: tuple[Line, ...] = ()
    align: Align = "middle"
    drop: float = 0.0
    turn: float = 0.0
    round: bool = False
    """Keeps its form where a drawing is stretched: a circle stays one."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The corners of a path of straight stretches."""
        (contour,) = self.contours
        return (contour.curves[0].start, *(curve.end for curve in contour.curves))


def straight(points: tuple[Point, ...]) -> tuple[Curve, ...]:
    """The stretches between points."""
    return tuple(Curve(a, b) for a, b in pairwise(points))
