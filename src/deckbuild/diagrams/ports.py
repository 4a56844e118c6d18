"""Where edges meet nodes: the sides of a node, its border, and paths seen from either of their ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec.structs import replace

from .paths import simplified
from .scene import Box, Edge, Group, Node, Point, around

Side = Literal["left", "right", "top", "bottom"]
Path = tuple[Point, ...]
Forms = Mapping[str, Path]
"""The outline of each node and group by its id."""


def ends(nodes: Sequence[Node], groups: Sequence[Group]) -> dict[str, Path]:
    """What an edge may end on: each node's outline, each group's box."""
    return {g.id: rectangle(g.box) for g in groups} | {n.id: n.outline or rectangle(n.box) for n in nodes}


def rectangle(box: Box) -> Path:
    return (Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom))


def is_upright(a: Point, b: Point) -> bool:
    return abs(a.x - b.x) < 0.01


def is_square(path: Path) -> bool:
    """Whether every stretch is upright or level."""
    return all(is_upright(a, b) or abs(a.y - b.y) < 0.01 for a, b in pairwise(path))


def side_of(path: Path) -> Side:
    """The side of the first node that a path leaves from."""
    a, b = path[0], path[1]
    if is_upright(a, b):
        return "bottom" if b.y > a.y else "top"
    return "right" if b.x > a.x else "left"


def along_side(point: Point, side: Side) -> float:
    """The coordinate that runs along a side."""
    return point.x if side in ("top", "bottom") else point.y


def across_side(point: Point, side: Side) -> float:
    """The coordinate that runs away from a side."""
    return point.y if side in ("top", "bottom") else point.x


def place_at(side: Side, along: float, across: float) -> Point:
    return Point(along, across) if side in ("top", "bottom") else Point(across, along)


def border_at(outline: Path, side: Side, along: float) -> float | None:
    """Where a line across the outline meets its border on one side; None where it misses it."""
    flat = side in ("top", "bottom")
    crossings = []
    for a, b in zip(outline, (*outline[1:], outline[0]), strict=True):
        (u, v), (s, t) = ((a.x, a.y), (b.x, b.y)) if flat else ((a.y, a.x), (b.y, b.x))
        if min(u, s) <= along <= max(u, s) and u != s:
            crossings.append(v + (t - v) * (along - u) / (s - u))
    if not crossings:
        return None
    return min(crossings) if side in ("top", "left") else max(crossings)


def slid(path: Path, along: float, outline: Path, bend: float | None = None) -> Path | None:
    """A path whose first port is moved along its side; a straight one gets a step at `bend`, or half-way."""
    side = side_of(path)
    across = border_at(outline, side, along)
    if across is None:
        return None
    first, then = place_at(side, along, across), path[1]
    if len(path) > 2:
        return simplified(
            (first, Point(along, then.y) if side in ("top", "bottom") else Point(then.x, along), *path[2:])
        )
    if abs(along_side(then, side) - along) < 0.01:
        return first, then
    start, end = across_side(first, side), across_side(then, side)
    step = bend if bend is not None and min(start, end) < bend < max(start, end) else (start + end) / 2
    return first, place_at(side, along, step), place_at(side, along_side(then, side), step), then


Port = tuple[int, bool]
"""An edge by its number, and whether its end is meant rather than its start."""


def seen_from(edges: Sequence[Edge], port: Port) -> Path:
    """The path of a port's edge, seen from the port."""
    return edges[port[0]].path[::-1] if port[1] else edges[port[0]].path


def put_back(edges: list[Edge], port: Port, path: Path) -> None:
    edges[port[0]] = replace(edges[port[0]], path=path[::-1] if port[1] else path)


def ports_by_side(edges: Sequence[Edge]) -> dict[tuple[str, Side], list[Port]]:
    """The ports on each side of each node, of edges with square routes that are no loops."""
    found: dict[tuple[str, Side], list[Port]] = {}
    for number, edge in enumerate(edges):
        if edge.source == edge.target or not is_square(edge.path):
            continue
        for port, name in (((number, False), edge.source), ((number, True), edge.target)):
            found.setdefault((name, side_of(seen_from(edges, port))), []).append(port)
    return found


def thin(stretch: Path) -> Box:
    return around(stretch).grown(0.25)
