"""A flowchart as the engine drew it → a scene: its places and routes, our shapes, type and tones.

Pele 1.6: nodes are `g.pele-node.pele-shape-*[data-id]` with a `transform`, edges `g.pele-edge[data-id] > path` that end
short of their markers, labels `g.pele-edge-label[data-id]`, subgraphs `g.pele-cluster[data-id]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from msgspec import Struct

from ..model import RichText
from .alt import graph_alt
from .centring import centred
from .drawn import SVG, Form, forms_of, label_of, moved, parted, words
from .engine import Answer
from .labels import placed, titled
from .lettering import pitch, width
from .paths import route
from .ports import ends
from .routing import tidied
from .scene import NODE, SMALL, TITLE, Box, Edge, Group, Head, Node, Point, Scene, Shape, Text, Tone, around

SHAPES: dict[str, Shape] = {
    "rect": "box",
    "rounded": "round",
    "stadium": "stadium",
    "circle": "circle",
    "dbl-circ": "double-circle",
    "diam": "diamond",
    "hex": "hexagon",
    "cyl": "cylinder",
    "fr-rect": "subroutine",
    "lean-r": "lean-right",
    "lean-l": "lean-left",
    "trap-b": "trapezoid",
    "trap-t": "trapezoid-flipped",
    "odd": "flag",
    "fork": "bar",
    "text": "text",
}
TONES: dict[str, Tone] = {"plain": "plain", "tint": "tint", "solid": "solid", "absent": "absent"}
HEADS: dict[str, Head] = {"open": "none", "point": "arrow", "circle": "circle", "cross": "cross"}
SHORT: dict[Head, float] = {"none": 0.0, "arrow": 7.0, "circle": 8.0, "cross": 4.0}
"""By how much the engine ends a path before the tip of each marker."""

INSET = 20.0
"""The engine's padding inside a subgraph: a group's name stands flush with what it holds."""


_FILL = re.compile(r"(?<![-\w])fill:\s*(?!none|transparent|white|#fff(?:fff)?\b)", re.IGNORECASE)


class _Drawing(Struct, frozen=True):
    """The engine's picture with what its graph says, moved by `shift`."""

    root: ET.Element
    graph: dict[str, Any]
    shift: Point

    def parts(self, name: str) -> Iterator[ET.Element]:
        """All groups of one class."""
        return (g for g in self.root.iter(f"{SVG}g") if name in (g.get("class") or "").split())

    def title(self, name: str) -> tuple[RichText, ...]:
        """A subgraph's name, which the engine writes inside it, or above all edges where one would cross it."""
        for g in (*self.parts("pele-cluster"), *self.parts("pele-cluster-title")):
            for text in g.findall(f"{SVG}text"):
                if g.get("data-id") == name and words(text):
                    return words(text)
        return ()


def flowchart(answer: Answer) -> Scene:
    """The scene of a flowchart, without the engine's own margin."""
    root = ET.fromstring(answer.svg)
    first = _scene(_Drawing(root, answer.graph, Point(0.0, 0.0)))
    boxes = list(_boxes(first))
    if not boxes:
        return first
    bounds = around(corner for box in boxes for corner in (Point(box.x, box.y), Point(box.right, box.bottom)))
    return _scene(_Drawing(root, answer.graph, Point(-bounds.x, -bounds.y)), bounds.width, bounds.height)


def _boxes(scene: Scene) -> Iterator[Box]:
    yield from (node.box for node in scene.nodes)
    yield from (group.box for group in scene.groups)
    if scene.title:
        yield scene.title.box
    yield from (edge.label.box for edge in scene.edges if edge.label)
    yield from (around(edge.path).grown(1.0) for edge in scene.edges)


def _scene(drawing: _Drawing, wide: float = 1.0, high: float = 1.0) -> Scene:
    parents = {child: str(group["id"]) for group in drawing.graph["subgraphs"] for child in group["nodes"]}
    groups = tuple(_group(g, drawing, parents) for g in drawing.parts("pele-cluster"))
    nodes = _unpainted(tuple(_node(g, drawing, parents) for g in drawing.parts("pele-node")), drawing)
    solid = [node.box for node in nodes]
    routed = centred(tidied(tuple(_edges(drawing)), ends(nodes, groups), solid), solid)
    groups = titled(groups, routed)
    edges = placed(routed, nodes, groups)
    alt = graph_alt(nodes, edges, groups)
    return Scene("flowchart", wide, high, nodes, edges, groups, title=_title(drawing), alt=alt)


def _title(drawing: _Drawing) -> Text | None:
    """The title that the source has in its front matter."""
    for text in drawing.root.findall(f"{SVG}text"):
        lines = words(text)
        if lines:
            wide = max(width(line.plain, TITLE, bold=True) for line in lines)
            return Text(lines, Box(0, 0, wide, len(lines) * pitch(TITLE)), "title", TITLE, "start")
    return None


def _level(name: str, parents: dict[str, str]) -> int:
    """How many subgraphs lie around something."""
    chain: list[str] = []
    while name in parents and name not in chain:
        chain.append(name)
        name = parents[name]
    return len(chain)


def _group(g: ET.Element, drawing: _Drawing, parents: dict[str, str]) -> Group:
    name = g.get("data-id") or ""
    form = next(forms_of(g, drawing.shift))
    box = around(form.points)
    label = drawing.title(name)
    longest = max((width(line.plain, TITLE, bold=True) for line in label), default=0.0)
    size = TITLE if longest <= box.width - 2 * INSET else NODE
    wide = min(longest * size / TITLE, box.width - INSET)
    text = Text(
        label,
        Box(box.x + min(INSET, (box.width - wide) / 2), box.y + 8, wide, len(label) * pitch(size)),
        "title",
        size,
        "start",
    )
    return Group(
        name,
        box,
        text if any(label) else None,
        parents.get(name, ""),
        _level(name, parents),
        dashed="stroke-dasharray" in form.style,
    )


def _node(g: ET.Element, drawing: _Drawing, parents: dict[str, str]) -> Node:
    name = g.get("data-id") or ""
    forms = tuple(forms_of(g, drawing.shift))
    middle = moved(drawing.shift, g)
    box = around(point for form in forms for point in form.points) if forms else Box(middle.x, middle.y, 0, 0)
    front = next((form for form in reversed(forms) if form.filled), None)
    lines, drop = label_of(g)
    lines, sublines = parted(lines, str(drawing.graph["nodes"].get(name, {}).get("text", "")))
    shape = _shape(g, front)
    return Node(
        name,
        box,
        lines,
        sublines,
        shape,
        _tone(g, front),
        drop=round(middle.y + drop - box.centre.y, 2),
        group=parents.get(name, ""),
        level=_level(name, parents),
        outline=front.points if front else (),
        details=tuple(form.points for form in forms if not form.filled and form.kind != "rect"),
    )


def _shape(g: ET.Element, front: Form | None) -> Shape:
    """By the engine's name for it; a form that has none of ours, by what it is drawn with."""
    names = [name.removeprefix("pele-shape-") for name in (g.get("class") or "").split()]
    for name in names:
        if name in SHAPES:
            return SHAPES[name]
    if front is None:
        return "text"
    if front.kind == "rect":
        return "round" if front.radius > 4 else "box"
    return "circle" if front.kind in ("circle", "ellipse") else "outline"


def _tone(g: ET.Element, front: Form | None) -> Tone:
    """A class named as a tone is one; a dashed border means absent, any fill of the author's means tint."""
    for name in (g.get("class") or "").split():
        if name in TONES:
            return TONES[name]
    style = front.style if front else ""
    if "stroke-dasharray" in style:
        return "absent"
    return "tint" if _FILL.search(style) else "plain"


def _unpainted(nodes: tuple[Node, ...], drawing: _Drawing) -> tuple[Node, ...]:
    """All plain, where the author filled every single node: then no fill says anything."""
    from msgspec.structs import replace

    named = any(set((g.get("class") or "").split()) & TONES.keys() for g in drawing.parts("pele-node"))
    if named or not all(node.tone == "tint" for node in nodes):
        return nodes
    return tuple(replace(node, tone="plain") for node in nodes)


def _edges(drawing: _Drawing) -> Iterator[Edge]:
    known = {str(edge["id"]): edge for edge in drawing.graph["edges"]}
    labels = {g.get("data-id"): _edge_label(g, drawing.shift) for g in drawing.parts("pele-edge-label")}
    for g in drawing.parts("pele-edge"):
        name = g.get("data-id") or ""
        edge, line = known.get(name), g.find(f"{SVG}path")
        if edge is None or line is None:
            continue
        points = [Point(p.x + drawing.shift.x, p.y + drawing.shift.y) for p in route(line.get("d") or "")]
        if len(points) < 2:
            continue
        head, tail = _ends(str(edge["type"]))
        yield Edge(
            name,
            str(edge["start"]),
            str(edge["end"]),
            _lengthened(points, head, tail),
            labels.get(name),
            head,
            tail,
            edge.get("stroke") == "dotted",
            edge.get("stroke") == "thick",
        )


def _ends(kind: str) -> tuple[Head, Head]:
    """The signs at both ends: `arrow_point` has one, `double_arrow_point` two."""
    head = HEADS.get(kind.rsplit("_", 1)[-1], "arrow")
    return head, head if kind.startswith("double") else "none"


def _lengthened(points: list[Point], head: Head, tail: Head) -> tuple[Point, ...]:
    """To the tips of the markers, before which the engine stops."""
    last, first = _onward(points[-2], points[-1], SHORT[head]), _onward(points[1], points[0], SHORT[tail])
    return (first, *points[1:-1], last)


def _onward(start: Point, end: Point, by: float) -> Point:
    length = ((end.x - start.x) ** 2 + (end.y - start.y) ** 2) ** 0.5 or 1.0
    return Point(end.x + (end.x - start.x) / length * by, end.y + (end.y - start.y) / length * by)


def _edge_label(g: ET.Element, shift: Point) -> Text | None:
    text, forms = g.find(f"{SVG}text"), tuple(forms_of(g, shift))
    lines = words(text) if text is not None else ()
    return Text(lines, around(forms[0].points), "edge", SMALL) if lines and forms else None
