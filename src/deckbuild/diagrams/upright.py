"""A timeline for a narrow place: from the top down, what happened beside each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from msgspec import Struct

from ..model import RichText
from .drawn import SVG
from .lettering import pitch, width, wrap
from .scene import NODE, SMALL, TITLE, Box, Edge, Head, Node, Point, Scene, Text, Tone, numbered

PAD, AIR = 8.0, 5.0
"""Points beside, and above, the words in a box."""
APART, BESIDE, STEP = 5.0, 16.0, 14.0
"""Points between two events of one time, between a time and its events, and between two times."""
TIMES = 0.36
"""The share of the width that times take at most."""


class _Time(Struct, frozen=True):
    """A time, or a section of several (`events` are then None)."""

    name: str
    events: tuple[str, ...] | None = None


def upright(scene: Scene, room: float) -> Scene | None:
    """A timeline as the engine drew it, laid out anew `room` points wide; none of any other drawing."""
    if scene.kind != "timeline" or not scene.raw_svg:
        return None
    root = ET.fromstring(scene.raw_svg)
    times = tuple(_times(root))
    if not times:
        return None
    title = _title(root, room)
    layout = _Layout(times, room, title.box.bottom + STEP if title else 0.0)
    return Scene("timeline", room, layout.y, tuple(layout.nodes), tuple(layout.edges), title=title, alt=scene.alt)


def _title(root: ET.Element, room: float) -> Text | None:
    lines = wrap(" ".join(_said(root)), TITLE, room, bold=True)
    return Text(lines, Box(0.0, 0.0, room, len(lines) * pitch(TITLE)), "title", TITLE) if any(lines) else None


def _times(parent: ET.Element) -> Iterator[_Time]:
    for child in parent:
        kind = (child.get("class") or "").split()
        if "pele-section" in kind:
            yield _Time(" ".join(_said(child)))
            yield from _times(child)
        elif "pele-period" in kind:
            yield _Time(" ".join(_said(child)), tuple(" ".join(_said(g)) for g in child.findall(f"{SVG}g")))


def _said(element: ET.Element) -> Iterator[str]:
    """The words that an element has itself, line by line."""
    for text in element.findall(f"{SVG}text"):
        yield from (part.strip() for part in text.itertext() if part.strip())


class _Layout:
    """Boxes from the top down; `y` is where the next one begins."""

    def __init__(self, times: Iterable[_Time], room: float, y: float) -> None:
        self.room, self.y = room, y
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.taken: set[str] = set()
        names = [
            line for time in times for line in self._lines(time.name, NODE, TIMES * room) if time.events is not None
        ]
        self.first = max((width(line.plain, NODE, bold=True) for line in names), default=0.0) + 2 * PAD
        last: Node | None = None
        for time in times:
            self.y += STEP if self.nodes else 0.0
            if time.events is None:
                self._box(time.name, 0.0, room, NODE, "tint")
                last = None
            else:
                last = self._time(time, last)

    def _lines(self, text: str, size: float, wide: float) -> tuple[RichText, ...]:
        return wrap(text, size, wide - 2 * PAD, bold=True)

    def _time(self, time: _Time, last: Node | None) -> Node:
        top = self.y
        node = self._box(time.name, 0.0, self.first, NODE, "solid")
        bottom, self.y = self.y, top
        for i, event in enumerate(time.events or ()):
            self.y += APART if i else 0.0
            beside = self._box(event, self.first + BESIDE, self.room - self.first - BESIDE, SMALL, "plain")
            if not i:
                y = top + min(node.box.height, beside.box.height) / 2
                self._line(node, beside, Point(node.box.right, y), Point(beside.box.x, y))
        self.y = max(self.y, bottom)
        if last:
            x = node.box.centre.x
            self._line(last, node, Point(x, last.box.bottom), Point(x, node.box.y), "arrow")
        return node

    def _box(self, text: str, x: float, wide: float, size: float, tone: Tone) -> Node:
        lines = self._lines(text, size, wide)
        box = Box(x, self.y, wide, len(lines) * pitch(size) + 2 * AIR)
        self.nodes.append(Node(numbered(text, self.taken), box, lines, tone=tone, size=size))
        self.y = box.bottom
        return self.nodes[-1]

    def _line(self, one: Node, other: Node, start: Point, end: Point, head: Head = "none") -> None:
        self.edges.append(Edge(f"{one.id}-{other.id}", one.id, other.id, (start, end), head=head))
