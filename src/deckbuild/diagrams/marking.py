"""A scene → marks: what `svg` draws, as shapes that can be moved and written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ..model import RichText
from .labels import stretches, struck
from .look import Look, backdrop, group_look, node_look, role_ink, span_look
from .marks import Contour, Form, Line, Mark, Paint, straight
from .redrawn import redrawn
from .scene import SMALL, Align, Box, Edge, Group, Node, Point, Scene, Span, Text, around
from .svg import ABSENT, BRACKET, DETAIL, EDGE, HEAVY, RADIUS, RULE

CROSS = 4.0
"""Half the side of the cross at the end of a line."""


def marks(scene: Scene) -> tuple[Mark, ...]:
    """All marks of a scene, from the ground up."""
    return redrawn(scene.raw_svg) if scene.raw_svg else tuple(_marks(scene))


def _marks(scene: Scene) -> Iterator[Mark]:
    if scene.title:
        yield _words("title", scene.title, bold=True)
    for group in scene.groups:
        yield from _group(group)
    for edge in scene.edges:
        yield from _edge(edge)
    for span in scene.spans:
        yield from _span(span)
    for node in scene.nodes:
        yield from _node(node)
    lines = stretches(scene.edges)
    for group in scene.groups:
        if group.label:
            on = backdrop(group.level + (group.look == "panel")) if struck(group.label.box, lines) else ""
            yield _words(f"{group.id} title", group.label, fill=on, bold=True)
    for edge in scene.edges:
        if edge.label:
            yield _words(f"{edge.id} label", edge.label, fill=backdrop(scene.level_at(edge.label.box.centre)))


def _group(group: Group) -> Iterator[Mark]:
    look = group_look(group)
    if look.fill or look.line:
        yield _painted(Mark(group.id, group.box, radius=RADIUS), look)


def _painted(mark: Mark, look: Look) -> Mark:
    return replace(mark, fill=look.fill or "", line=look.line or "", width=ABSENT, dashed=look.dashed)


def _node(node: Node) -> Iterator[Mark]:
    look = node_look(node)
    lines = (*_lines(node.lines, node.size, look.text, look.bold), *_lines(node.sublines, SMALL, look.subtext))
    form, radius, contours = _outline(node)
    align: Align = "start" if node.shape == "string" else "middle"
    mark = Mark(node.id, node.box, form, radius, contours, lines=lines, align=align, drop=node.drop)
    yield _painted(replace(mark, round=form == "oval"), look)
    ink = look.line or ("page" if look.fill in ("accent", "quiet") else "quiet")
    for number, detail in enumerate(node.details):
        yield _stroke(f"{node.id} line {number + 1}", detail, ink, DETAIL)


def _outline(node: Node) -> tuple[Form, float, tuple[Contour, ...]]:
    match node.shape:
        case "text" | "string":
            return "words", 0.0, ()
        case "box" | "subroutine" | "bar":
            return "rect", RADIUS, ()
        case "round":
            return "rect", 3 * RADIUS, ()
        case "stadium":
            return "rect", min(node.box.width, node.box.height) / 2, ()
        case "circle" | "double-circle":
            return "oval", 0.0, ()
        case "diamond":
            return "diamond", 0.0, ()
        case _:
            return "path", 0.0, (Contour(straight((*node.outline, node.outline[0]))),)


def _lines(lines: Iterable[RichText], size: float, paint: Paint, bold: bool = False) -> Iterator[Line]:
    return (Line(line, size, paint, bold) for line in lines)


def _words(name: str, text: Text, *, fill: Paint = "", paint: Paint = "", bold: bool = False) -> Mark:
    lines = tuple(_lines(text.lines, text.size, paint or role_ink(text.role), bold))
    return Mark(name, text.box, "words", fill=fill, lines=lines, align=text.align)


def _stroke(name: str, points: tuple[Point, ...], paint: Paint, width: float, dashed: bool = False) -> Mark:
    contour = Contour(straight(points), closed=False)
    return Mark(name, around(points), "path", contours=(contour,), line=paint, width=width, dashed=dashed)


def _edge(edge: Edge) -> Iterator[Mark]:
    yield Mark(
        edge.id,
        around(edge.path),
        "path",
        contours=(Contour(straight(edge.path), closed=False),),
        line="quiet",
        width=HEAVY if edge.heavy else EDGE,
        dashed=edge.dashed,
        head=edge.head,
        tail=edge.tail,
        source=edge.source,
        target=edge.target,
    )
    for head, (before, tip) in ((edge.head, edge.path[-2:]), (edge.tail, edge.path[1::-1])):
        if head == "cross":
            yield _cross(f"{edge.id} cross", before, tip)


def _cross(name: str, before: Point, tip: Point) -> Mark:
    """PowerPoint's lines have no such end."""
    length = ((tip.x - before.x) ** 2 + (tip.y - before.y) ** 2) ** 0.5 or 1.0
    x, y = tip.x - 5 * (tip.x - before.x) / length, tip.y - 5 * (tip.y - before.y) / length
    box = Box(x - CROSS, y - CROSS, 2 * CROSS, 2 * CROSS)
    strokes = (
        (Point(box.x, box.y), Point(box.right, box.bottom)),
        (Point(box.x, box.bottom), Point(box.right, box.y)),
    )
    contours = tuple(Contour(straight(each), closed=False) for each in strokes)
    return Mark(name, box, "path", contours=contours, line="quiet", width=EDGE)


def _span(span: Span) -> Iterator[Mark]:
    look = span_look(span)
    width = RULE if span.label.role == "part" else BRACKET
    yield _stroke(span.id, span.path, look.line or "quiet", width, look.dashed)
    if span.leader:
        yield _stroke(f"{span.id} leader", span.leader, "quiet", 0.75)
    yield _words(f"{span.id} label", span.label, paint=look.text, bold=look.bold)
    if span.remark:
        yield _words(f"{span.id} remark", span.remark)
