"""A flowchart that is longer than its place → the same in rows, as lines of writing are, or stretches of it by themselves.

It can be cut where nothing goes on but one arrow, or arrows alike from one thing or to one thing. Each row keeps its layout; an arrow to the
next one runs back between the two, and comes in from the left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ..model import RichText
from .alt import graph_alt
from .cutting import evenly, gaps
from .moving import corners, moved_edge, moved_group, moved_node, moved_points
from .paths import simplified
from .scene import Box, Edge, Node, Point, Scene, Text, around

BESIDE, BETWEEN = 28.0, 32.0
"""Points at both ends of a row and between two of them: room for an arrow, and for its head."""
STUB = 34.0
"""The length in points of an arrow to what stands elsewhere."""
MORE = RichText.of("…")
MOST_CUTS = 60
"""A flowchart that could be cut more often is nothing to be looked at."""


class _Row(Struct, frozen=True):
    """What stands from one cut to the next: all that does is moved by the same, and then fills `box`."""

    start: float
    end: float
    dx: float
    dy: float
    box: Box

    def has(self, box: Box) -> bool:
        return self.start <= box.centre.x < self.end


def cuts(scene: Scene) -> tuple[float, ...]:
    """Where a scene that runs from left to right can be cut, from left to right."""
    if scene.raw_svg or scene.spans or scene.title or not scene.nodes:
        return ()
    middles = gaps((box.x, box.right) for box in _solid(scene))
    apart = {sum(node.box.centre.x < at for node in scene.nodes): at for at in middles if _goes_on(scene, at)}
    places = tuple(apart.values())
    return places if len(places) <= MOST_CUTS else ()


def _solid(scene: Scene) -> Iterator[Box]:
    """What a cut must not go through."""
    yield from (node.box for node in scene.nodes)
    yield from (group.box for group in scene.groups)
    yield from (edge.label.box for edge in scene.edges if edge.label)


def _named(scene: Scene) -> Iterator[tuple[str, Box]]:
    """What an arrow may begin or end at."""
    yield from ((node.id, node.box) for node in scene.nodes)
    yield from ((group.id, group.box) for group in scene.groups)


def _goes_on(scene: Scene, at: float) -> bool:
    """Whether all that crosses a place does so once, from left to right, and could run in one line without a doubt about
    what leads where: it is one arrow, or several alike without words, from one thing or to one thing."""
    across = [edge for edge in scene.edges if _crossings(edge, at)]
    if not all(edge.path[0].x <= at < edge.path[-1].x and _crossings(edge, at) == 1 for edge in across):
        return False
    one_end = 1 in (len({edge.source for edge in across}), len({edge.target for edge in across}))
    kinds = {(edge.head, edge.tail, edge.dashed, edge.heavy) for edge in across}
    return len(across) == 1 or (one_end and len(kinds) == 1 and not any(edge.label for edge in across))


def _crossings(edge: Edge, at: float) -> int:
    return sum((a.x <= at) != (b.x <= at) for a, b in pairwise(edge.path))


def folded(scene: Scene, count: int) -> Scene | None:
    """The scene in so many rows, as even as can be; none where it cannot be cut so often, or an arrow leaps over a row."""
    places = evenly(cuts(scene), 0.0, scene.width, count)
    rows = _rows(scene, (0.0, *places, scene.width)) if places else ()
    homes = {name: n for name, box in _named(scene) for n, row in enumerate(rows) if row.has(box)}
    if not rows or any(homes.get(e.target, -1) - homes.get(e.source, -9) not in (0, 1) for e in scene.edges):
        return None
    return replace(
        scene,
        width=max(row.box.right for row in rows) + BESIDE,
        height=rows[-1].box.bottom,
        nodes=tuple(moved_node(node, *_by(rows[homes[node.id]])) for node in scene.nodes),
        groups=tuple(moved_group(group, *_by(rows[homes[group.id]])) for group in scene.groups),
        edges=tuple(_edge(edge, rows[homes[edge.source]], rows[homes[edge.target]]) for edge in scene.edges),
    )


def _by(row: _Row) -> tuple[float, float]:
    return row.dx, row.dy


def _rows(scene: Scene, places: Sequence[float]) -> tuple[_Row, ...]:
    """The rows one below the other. All begin at one place, with room for an arrow before them."""
    made: list[_Row] = []
    top = 0.0
    for start, end in pairwise(places):
        bounds = _bounds(scene, start, end)
        dx, dy = BESIDE - bounds.x, top - bounds.y
        made.append(_Row(start, end, dx, dy, bounds.moved(dx, dy)))
        top += bounds.height + BETWEEN
    return tuple(made)


def _bounds(scene: Scene, start: float, end: float) -> Box:
    """What stands between two places, with the stretches of arrows that go on."""
    boxes = [box for box in _solid(scene) if start <= box.centre.x < end]
    points = [point for edge in scene.edges for point in edge.path if start <= point.x < end]
    return around([*points, *(Point(x, y) for box in boxes for x, y in ((box.x, box.y), (box.right, box.bottom)))])


def _edge(edge: Edge, source: _Row, target: _Row) -> Edge:
    if source is target:
        return moved_edge(edge, *_by(source))
    first = moved_points(_until(edge.path, source.end), *_by(source))
    last = moved_points(_until(edge.path[::-1], source.end)[::-1], *_by(target))
    right, left = source.box.right + BESIDE / 2, target.box.x - BESIDE / 2
    level = (source.box.bottom + target.box.y) / 2
    turns = Point(right, first[-1].y), Point(right, level), Point(left, level), Point(left, last[0].y)
    return replace(edge, path=simplified((*first[:-1], *turns, *last[1:])), label=_label(edge.label, source, target))


def _label(label: Text | None, source: _Row, target: _Row) -> Text | None:
    if label is None:
        return None
    return replace(label, box=label.box.moved(*_by(source if source.has(label.box) else target)))


def _until(path: tuple[Point, ...], at: float) -> tuple[Point, ...]:
    """A path up to where it crosses a place for the first time."""
    for number, (a, b) in enumerate(pairwise(path), 1):
        if (a.x <= at) != (b.x <= at):
            share = (at - a.x) / (b.x - a.x)
            return (*path[:number], Point(at, a.y + share * (b.y - a.y)))
    return path


def stretches(scene: Scene, count: int) -> tuple[Scene, ...]:
    """The scene in so many parts for as many pages. What leads to a part stands once more at its beginning, and an arrow to
    an ellipsis at the end of one that goes on."""
    places = evenly(cuts(scene), 0.0, scene.width, count)
    return tuple(_stretch(scene, a, b) for a, b in pairwise((0.0, *places, scene.width))) if places else ()


def _stretch(scene: Scene, start: float, end: float) -> Scene:
    inside = {name for name, box in _named(scene) if start <= box.centre.x < end}
    led = {e.source for e in scene.edges if e.target in inside and e.source not in inside}
    nodes = [node for node in scene.nodes if node.id in inside]
    again = [replace(node, group="", level=0) for node in scene.nodes if node.id in led]
    groups = [group for group in scene.groups if group.id in inside]
    edges = [e for e in scene.edges if e.target in inside and e.source in inside | {node.id for node in again}]
    onward = [e for e in scene.edges if e.source in inside and e.target not in inside]
    more = [_more(number, e, end) for number, e in enumerate(_apart(onward, end), 1)]
    nodes = [*again, *nodes, *(node for node, _ in more)]
    edges += [edge for _, edge in more]
    bounds = around(corners(groups, nodes, edges))
    return replace(
        scene,
        width=bounds.width,
        height=bounds.height,
        nodes=tuple(moved_node(node, -bounds.x, -bounds.y) for node in nodes),
        groups=tuple(moved_group(group, -bounds.x, -bounds.y) for group in groups),
        edges=tuple(moved_edge(edge, -bounds.x, -bounds.y) for edge in edges),
        alt=graph_alt(nodes, edges, groups),
    )


def _apart(edges: Sequence[Edge], at: float) -> Iterator[Edge]:
    """The arrows that go on at different heights, one for each."""
    seen = set[float]()
    for edge in edges:
        height = round(_until(edge.path, at)[-1].y)
        if height not in seen:
            seen.add(height)
            yield edge


def _more(number: int, edge: Edge, end: float) -> tuple[Node, Edge]:
    """An ellipsis for what stands elsewhere, and the arrow to it."""
    path = _until(edge.path, end)
    tip = Point(max(end, path[-2].x + STUB), path[-1].y)
    name = f"{edge.id} more {number}"
    node = Node(name, Box(tip.x + 2.0, tip.y - 12.0, 22.0, 24.0), (MORE,), shape="text")
    label = edge.label if edge.label and edge.label.box.right <= end else None
    return node, replace(edge, target=name, path=simplified((*path[:-1], tip)), label=label)
