"""SVG path data → points: outlines as fine polygons, the engine's rounded routes as square elbows.

Path data: SVG 1.1 §8.3. Arcs: the conversion from end points to centre of its appendix F.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import atan2, ceil, cos, pi, sin, sqrt

from msgspec import Struct

from .scene import Point

STEP = pi / 24
"""The angle of one chord of a flattened arc."""

CHORDS = 12
"""The chords of a flattened Bézier curve."""


_COMMANDS = re.compile(r"([MLHVCSQTAZmlhvcsqtaz])([^MLHVCSQTAZmlhvcsqtaz]*)")
_NUMBERS = re.compile(r"[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


class Curve(Struct, frozen=True):
    """A stretch of a path: a straight line, or a cubic Bézier curve where it has its two control points."""

    start: Point
    end: Point
    controls: tuple[Point, ...] = ()

    def chords(self) -> tuple[Point, ...]:
        """The ends of its chords, the start left out."""
        if not self.controls:
            return (self.end,)
        corners = (self.start, *self.controls, self.end)
        return tuple(_bezier(corners, step / CHORDS) for step in range(1, CHORDS + 1))


def _bezier(corners: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    pairs = tuple(zip(weights, corners, strict=True))
    return Point(sum(w * p.x for w, p in pairs), sum(w * p.y for w, p in pairs))


class _Pen:
    """Where the drawing is, and what it has drawn."""

    def __init__(self) -> None:
        self.here = self.start = Point(0.0, 0.0)
        self.subpaths: list[list[Curve]] = []

    def move(self, to: Point) -> None:
        self.here = self.start = to
        self.subpaths.append([])

    def draw(self, to: Point, *controls: Point) -> None:
        if not self.subpaths:
            self.subpaths.append([])
        self.subpaths[-1].append(Curve(self.here, to, controls))
        self.here = to

    def close(self) -> None:
        if self.here != self.start:
            self.draw(self.start)

    def bend(self, control: Point, to: Point) -> None:
        """A quadratic curve, as the cubic one that has its form."""
        here = self.here
        first = Point(here.x + (control.x - here.x) * 2 / 3, here.y + (control.y - here.y) * 2 / 3)
        second = Point(to.x + (control.x - to.x) * 2 / 3, to.y + (control.y - to.y) * 2 / 3)
        self.draw(to, first, second)

    def mirrored(self) -> Point:
        """The last control point, mirrored at the end of its curve: where `S` and `T` go on smoothly."""
        last = self.subpaths[-1][-1] if self.subpaths and self.subpaths[-1] else None
        control = last.controls[-1] if last and last.controls else self.here
        return Point(2 * self.here.x - control.x, 2 * self.here.y - control.y)


def curves(data: str) -> list[list[Curve]]:
    """The stretches of each subpath, a closing line included. What cannot be read is left out."""
    pen = _Pen()
    for letter, rest in _COMMANDS.findall(data):
        kind = letter.upper()
        if kind == "Z":
            pen.close()
            continue
        numbers, takes = [float(n) for n in _NUMBERS.findall(rest)], _TAKES[kind]
        for at in range(0, len(numbers) - takes + 1, takes):
            own = "L" if kind == "M" and at else kind
            _command(pen, own, numbers[at : at + takes], pen.here if letter.islower() else Point(0.0, 0.0))
    return [each for each in pen.subpaths if each]


def _command(pen: _Pen, kind: str, numbers: list[float], origin: Point) -> None:
    """One command with its numbers, which count from `origin`."""
    if kind == "H":
        return pen.draw(Point(origin.x + numbers[0], pen.here.y))
    if kind == "V":
        return pen.draw(Point(pen.here.x, origin.y + numbers[0]))
    if kind == "A":
        return _arc(pen, numbers, Point(origin.x + numbers[5], origin.y + numbers[6]))
    points = [Point(origin.x + x, origin.y + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    match kind:
        case "M":
            return pen.move(points[0])
        case "C":
            return pen.draw(points[2], points[0], points[1])
        case "S":
            return pen.draw(points[1], pen.mirrored(), points[0])
        case "Q":
            return pen.bend(points[0], points[1])
        case "T":
            return pen.bend(pen.mirrored(), points[0])
        case _:
            return pen.draw(points[0])


def _arc(pen: _Pen, numbers: list[float], to: Point) -> None:
    """An elliptic arc (upright: no diagram turns one) as chords."""
    here, large, sweep = pen.here, bool(numbers[3]), bool(numbers[4])
    if not numbers[0] or not numbers[1] or here == to:
        return pen.draw(to)
    dx, dy = (here.x - to.x) / 2, (here.y - to.y) / 2
    least = max(1.0, sqrt((dx / numbers[0]) ** 2 + (dy / numbers[1]) ** 2))
    rx, ry = abs(numbers[0]) * least, abs(numbers[1]) * least
    spread = (rx * dy) ** 2 + (ry * dx) ** 2
    share = sqrt(max(0.0, (rx * ry) ** 2 - spread) / spread) * (-1 if large == sweep else 1)
    cx, cy = share * rx * dy / ry, -share * ry * dx / rx
    first, last = atan2((dy - cy) / ry, (dx - cx) / rx), atan2((-dy - cy) / ry, (-dx - cx) / rx)
    turn = (last - first) % (2 * pi) if sweep else -((first - last) % (2 * pi))
    middle = Point(cx + (here.x + to.x) / 2, cy + (here.y + to.y) / 2)
    for angle in _steps(first, turn):
        pen.draw(Point(middle.x + rx * cos(angle), middle.y + ry * sin(angle)))
    return pen.draw(to)


def _steps(first: float, turn: float) -> Iterator[float]:
    count = max(2, ceil(abs(turn) / STEP))
    return (first + turn * step / count for step in range(1, count))


def polylines(data: str) -> tuple[tuple[Point, ...], ...]:
    """Each subpath as points."""
    return tuple((each[0].start, *(p for curve in each for p in curve.chords())) for each in curves(data))


def route(data: str) -> tuple[Point, ...]:
    """An edge's path with square corners where the engine rounded them; a free curve keeps its form."""
    stretches = [curve for subpath in curves(data) for curve in subpath]
    if not stretches:
        return ()
    points = [stretches[0].start]
    for curve in stretches:
        points += (*_corners(curve), curve.end) if curve.controls else (curve.end,)
    return simplified(points)


def _corners(curve: Curve) -> tuple[Point, ...]:
    """The corners that a rounded bend stands for: one, or two half-way where it leaves and arrives in one direction."""
    (a, b), (p, q) = (curve.start, curve.end), curve.controls
    leaves, arrives = _direction(a, p), _direction(q, b)
    if not leaves or not arrives:
        return curve.chords()[:-1]
    if leaves != arrives:
        return (Point(a.x, b.y),) if leaves == "upright" else (Point(b.x, a.y),)
    if leaves == "upright":
        middle = (a.y + b.y) / 2
        return Point(a.x, middle), Point(b.x, middle)
    middle = (a.x + b.x) / 2
    return Point(middle, a.y), Point(middle, b.y)


def _direction(start: Point, end: Point) -> str:
    """`upright`, `level`, or nothing for a slanting line."""
    if abs(start.x - end.x) < 0.01 < abs(start.y - end.y):
        return "upright"
    return "level" if abs(start.y - end.y) < 0.01 < abs(start.x - end.x) else ""


def simplified(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without repeated points and those on a straight line between their neighbours."""
    out: list[Point] = []
    for point in points:
        if out and abs(out[-1].x - point.x) < 0.01 and abs(out[-1].y - point.y) < 0.01:
            continue
        if len(out) > 1 and _straight(out[-2], out[-1], point):
            out.pop()
        out.append(point)
    return tuple(out)


def _straight(a: Point, b: Point, c: Point) -> bool:
    """Whether b lies on the way from a to c."""
    cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
    return abs(cross) < 0.01 and (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) >= 0
