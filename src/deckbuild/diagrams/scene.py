"""One picture, drawn from any source: pure data in points, y downwards from the top left.

Every source (Mermaid, `stack`, `anatomy`) becomes a `Scene`; SVG, PNG, PowerPoint shapes and the boxes of image
occlusion are made from it. It is semantic: a label belongs to its node, an edge knows its two ends, a span the nodes
that it marks. Colours are not in it (see `look`), and sizes of type are those of a scene shown at its own size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct

from ..model import RichText

NODE, SMALL, TITLE, STRING = 16.0, 14.0, 18.0, 44.0
"""Sizes of type in points: a node's label; sublabels, edge labels and remarks; titles and parts; an anatomy's string."""

_TYPE_SIZE = re.compile(r'<[^<>]*\sfont-size="(\d+(?:\.\d+)?)')

Tone = Literal["plain", "tint", "solid", "absent"]
"""How much a node says: one of many; what only this side has; the author's point; deleted, optional, not there."""

Shape = Literal[
    "box",
    "round",
    "stadium",
    "circle",
    "double-circle",
    "diamond",
    "hexagon",
    "cylinder",
    "subroutine",
    "lean-right",
    "lean-left",
    "trapezoid",
    "trapezoid-flipped",
    "flag",
    "bar",
    "text",
    "string",
    "outline",
]
"""`text` and `string` have no outline (a `string` is monospaced); `outline` is any other form, given by its points."""

Head = Literal["none", "arrow", "circle", "cross"]
Align = Literal["start", "middle", "end"]
Role = Literal["edge", "title", "part", "remark", "note"]


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float


class Box(Struct, frozen=True):
    """An upright rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def moved(self, dx: float, dy: float) -> Box:
        """The same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> Box:
        """With a border of `by` on all sides."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside or on the border."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two overlap; touching is not overlapping."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


class Text(Struct, frozen=True):
    """Lines of words with the box that they fill. `align` is where each line stands in the box's width."""

    lines: tuple[RichText, ...]
    box: Box
    role: Role
    size: float = SMALL
    align: Align = "middle"

    @property
    def plain(self) -> str:
        """The words on one line."""
        return flat(self.lines)


class Node(Struct, frozen=True):
    """A thing with a label. `lines` and `sublines` (smaller, below) stand in the middle of `box`, `drop` below it.

    `group` is the id of the group directly around it; `level` counts the panels around it, so that a plain node can
    be set off from its ground. `outline` is the closed form where `box` and `shape` do not say it all, `details` are
    open lines inside it (the rim of a cylinder).
    """

    id: str
    box: Box
    lines: tuple[RichText, ...] = ()
    sublines: tuple[RichText, ...] = ()
    shape: Shape = "box"
    tone: Tone = "plain"
    size: float = NODE
    drop: float = 0.0
    group: str = ""
    level: int = 0
    outline: tuple[Point, ...] = ()
    details: tuple[tuple[Point, ...], ...] = ()

    @property
    def label(self) -> str:
        """The label on one line, without the sublabel."""
        return flat(self.lines)


class Edge(Struct, frozen=True):
    """A line between two nodes or groups. `path` runs from tip to tip, the heads included."""

    id: str
    source: str
    target: str
    path: tuple[Point, ...]
    label: Text | None = None
    head: Head = "arrow"
    tail: Head = "none"
    dashed: bool = False
    heavy: bool = False


class Group(Struct, frozen=True):
    """Nodes that belong together: a `panel` with its name at the top left, or `bare` (a stack), only a name above."""

    id: str
    box: Box
    label: Text | None = None
    parent: str = ""
    level: int = 0
    look: Literal["panel", "bare"] = "panel"
    dashed: bool = False


class Span(Struct, frozen=True):
    """A line along some nodes that says what they are: a bracket beside layers, a rule below a part of a string.

    A label away from its line is joined to it by `leader`.
    """

    id: str
    nodes: tuple[str, ...]
    path: tuple[Point, ...]
    label: Text
    remark: Text | None = None
    tone: Tone = "plain"
    leader: tuple[Point, ...] = ()


class Scene(Struct, frozen=True):
    """A whole picture. `alt` reads it out, `told` what is told in it one after the other, in full; `raw_svg` is a finished
    drawing that takes the place of all parts."""

    kind: str
    width: float
    height: float
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
    spans: tuple[Span, ...] = ()
    title: Text | None = None
    alt: str = ""
    raw_svg: str = ""
    told: tuple[str, ...] = ()

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    @property
    def smallest(self) -> float:
        """The smallest type in points."""
        if self.raw_svg:
            return min((float(size) for size in _TYPE_SIZE.findall(self.raw_svg)), default=NODE)
        texts = [*(edge.label for edge in self.edges), *(group.label for group in self.groups), self.title]
        texts += [text for span in self.spans for text in (span.label, span.remark)]
        sizes = [text.size for text in texts if text]
        sizes += [SMALL if node.sublines else node.size for node in self.nodes if node.lines or node.sublines]
        return min(sizes, default=NODE)

    def level_at(self, point: Point) -> int:
        """How many panels lie below a point."""
        return sum(group.look == "panel" and group.box.holds(point) for group in self.groups)


class Covered(Struct, frozen=True):
    """A label of a picture, and all the places where it stands, in fractions of the picture."""

    label: RichText
    boxes: tuple[Box, ...]


def flat(lines: Iterable[RichText]) -> str:
    """Lines as one, with a space at each break."""
    return " ".join(line.plain for line in lines)


def numbered(name: str, taken: set[str]) -> str:
    """An id that is not `taken` yet, and is from now on: the second thing of one name ends in `/2`."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}/{number}"
    taken.add(found)
    return found


def around(points: Iterable[Point]) -> Box:
    """The smallest box around some points."""
    found = tuple(points)
    left, top = min(p.x for p in found), min(p.y for p in found)
    return Box(left, top, max(p.x for p in found) - left, max(p.y for p in found) - top)
