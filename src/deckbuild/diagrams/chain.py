"""What leads to what, one after the other: steps of a typed chain → a scene, in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import RichText
from .lettering import pitch, width, wrap
from .scene import NODE, Box, Edge, Node, Point, Scene

ACROSS = 40.0
"""The length of an arrow in points."""
PADDING, ABOVE = 14.0, 12.0
"""The space beside the words of a step, and above and below them."""
LONGEST = 140.0
"""The width in points at which the words of a step go on in the next line."""


def layout(steps: Sequence[str]) -> Scene:
    """The picture of at least two steps."""
    lines = [wrap(step, NODE, LONGEST) for step in steps]
    widths = [max(width(line.plain, NODE) for line in each) + 2 * PADDING for each in lines]
    high = max(map(len, lines)) * pitch(NODE) + 2 * ABOVE
    boxes = tuple(_row(widths, high))
    nodes = tuple(_node(number, box, each) for number, (box, each) in enumerate(zip(boxes, lines, strict=True), 1))
    edges = tuple(_edge(a, b) for a, b in pairwise(nodes))
    return Scene("flowchart", boxes[-1].right, boxes[-1].bottom, nodes, edges, alt=" → ".join(steps))


def _row(widths: Sequence[float], high: float) -> Iterator[Box]:
    left = 0.0
    for wide in widths:
        yield Box(left, 0.0, wide, high)
        left += wide + ACROSS


def _node(number: int, box: Box, lines: tuple[RichText, ...]) -> Node:
    return Node(f"step {number}", box, lines)


def _edge(a: Node, b: Node) -> Edge:
    path = Point(a.box.right, a.box.centre.y), Point(b.box.x, b.box.centre.y)
    return Edge(f"{a.id} to {b.id}", a.id, b.id, path)
