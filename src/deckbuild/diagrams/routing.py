"""The engine's routes, made to read well as square elbows.

Four passes. *Trunks*: edges that leave one side of a node (or arrive there) share one port, as in a drawn tree.
*Straightening*: a small jog goes where the port of a lone edge can move along its side. *Detours*: a line goes round a
node that it has nothing to do with. *Separation*: a stretch that lies upon one of an edge with other ends is moved
aside, lest the two read as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from .paths import simplified
from .ports import (
    Forms,
    Path,
    Port,
    Side,
    across_side,
    along_side,
    border_at,
    is_square,
    is_upright,
    place_at,
    ports_by_side,
    put_back,
    seen_from,
    side_of,
    slid,
    thin,
)
from .scene import Box, Edge, Point, Text, around

JOG = 40.0
"""The longest sideways step in points that straightening may take out."""

CORNER, APART = 10.0, 10.0
"""How near to a node's corner a port may lie, and how near to each other two ports that are not one trunk."""

BERTH = 12.0
"""How far from a node a detour keeps."""

ASIDE = 8.0
"""By how much separation moves a stretch at each attempt."""


def tidied(edges: Sequence[Edge], ends: Forms, solid: Sequence[Box]) -> tuple[Edge, ...]:
    """The edges with better routes. `solid` are the boxes that no line should newly run through."""
    routed = list(edges)
    _trunks(routed, ends)
    _straighten(routed, ends, solid)
    routed = [_detoured(edge, ends, solid) for edge in routed]
    _separate(routed, solid)
    return tuple(routed)


def _trunks(edges: list[Edge], ends: Forms) -> None:
    """One port for all that leave a side, or for all that arrive there; never for both."""
    sides = ports_by_side(edges)
    crowd = {port: sum(port[1] == other[1] for other in ports) for ports in sides.values() for port in ports}
    for (name, side), ports in sides.items():
        if name not in ends or not _may_join(edges, ports, crowd):
            continue
        paths = [seen_from(edges, port) for port in ports]
        goal = _trunk(paths, side, ends[name])
        bends = [across_side(path[1], side) for path in paths if len(path) > 2]
        bend = min(bends, key=lambda place: abs(place - across_side(paths[0][0], side)), default=None)
        joined = [slid(path, goal, ends[name], bend) for path in paths] if goal is not None else []
        for port, path in zip(ports, joined, strict=False) if all(joined) else ():
            put_back(edges, port, path or ())


def _may_join(edges: Sequence[Edge], ports: Sequence[Port], crowd: Mapping[Port, int]) -> bool:
    """All leave or all arrive under one sign, each alone at its far end: many-to-many joined could not be followed. Those
    that leave may have company there if each has words, as the answers to a question do."""
    alone = all(crowd.get((number, not end), 1) == 1 for number, end in ports)
    alone |= all(not end and edges[number].label for number, end in ports)
    signs = {(end, edges[number].head if end else edges[number].tail) for number, end in ports}
    return len(ports) > 1 and len(signs) == 1 and alone and not any(_named_at(edges, port) for port in ports)


def _named_at(edges: Sequence[Edge], port: Port) -> bool:
    """Whether words stand on the stretch that a trunk would take away."""
    path = seen_from(edges, port)
    return len(path) > 2 and _labelled(edges[port[0]], path[:2])


def _trunk(paths: Sequence[Path], side: Side, outline: Path) -> float | None:
    """Where the shared port lies: before an edge that runs straight on, else in the middle. A corner in the middle, as a
    decision has it, is left for no more than a small step."""
    straight = {round(along_side(path[0], side), 1) for path in paths if len(path) == 2}
    if len(straight) > 1:
        return None
    middle = along_side(around(outline).centre, side)
    goal = straight.pop() if straight else middle
    return middle if abs(goal - middle) > CORNER and _is_corner(outline, side, middle) else goal


def _is_corner(outline: Path, side: Side, middle: float) -> bool:
    """Whether the border falls back on both sides of the middle of a side."""
    places = [border_at(outline, side, middle + by) for by in (-CORNER, 0.0, CORNER)]
    sign = 1 if side in ("top", "left") else -1
    before, at, after = (place if place is not None else sign * float("inf") for place in places)
    return min(sign * (before - at), sign * (after - at)) > CORNER / 4


def _labelled(edge: Edge, stretch: Path) -> bool:
    """Whether the edge's own words stand on a stretch of it."""
    return edge.label is not None and edge.label.box.meets(thin(stretch))


def _straighten(edges: list[Edge], ends: Forms, solid: Sequence[Box]) -> None:
    """Moves a port to where its edge goes anyway, if nothing else is there."""
    for (name, side), ports in ports_by_side(edges).items():
        for port in ports:
            path = seen_from(edges, port)
            if name not in ends or len(path) < 4 or not _can_slide(edges, ports, port, around(ends[name])):
                continue
            goal = along_side(path[2], side)
            across = border_at(ends[name], side, goal)
            if across is None:
                continue
            first = place_at(side, goal, across)
            if any(box.meets(thin((first, path[2]))) for box in solid if not box.grown(1).holds(first)):
                continue
            edge = edges[port[0]]
            if edge.label and _labelled(edge, path[:3]):
                edges[port[0]] = replace(edge, label=_shifted(edge.label, path, goal))
            put_back(edges, port, simplified((first, *path[2:])))


def _can_slide(edges: Sequence[Edge], ports: Sequence[Port], port: Port, box: Box) -> bool:
    """Whether a port's first step sideways is small, ends before its own node, and meets no other port."""
    path = seen_from(edges, port)
    side = side_of(path)
    start, goal = along_side(path[0], side), along_side(path[2], side)
    low, high = (box.x, box.right) if side in ("top", "bottom") else (box.y, box.bottom)
    others = [along_side(seen_from(edges, other)[0], side) for other in ports if other != port]
    onward = side_of(path[2:]) == side
    lone = all(abs(other - goal) >= APART and abs(other - start) > 0.5 for other in others)
    return onward and lone and abs(goal - start) <= JOG and low + CORNER <= goal <= high - CORNER


def _shifted(label: Text, path: Path, goal: float) -> Text:
    """The words of a stretch that moved go with it."""
    side, middle = side_of(path), label.box.centre
    by = goal - along_side(middle, side) if abs(along_side(middle, side) - along_side(path[0], side)) < 2 else 0.0
    return replace(label, box=label.box.moved(by, 0) if side in ("top", "bottom") else label.box.moved(0, by))


def _detoured(edge: Edge, ends: Forms, solid: Sequence[Box]) -> Edge:
    """The edge led round each node that one of its stretches runs through."""
    if not is_square(edge.path) or edge.source == edge.target:
        return edge
    own = [around(ends[name]) for name in (edge.source, edge.target) if name in ends]
    foreign = [box for box in solid if not any(box.meets(end) for end in own)]
    path = [edge.path[0]]
    for a, b in pairwise(edge.path):
        line = around((a, b))
        struck = [box for box in foreign if box.meets(line)]
        for box in sorted(struck, key=lambda box: abs(box.centre.x - a.x) + abs(box.centre.y - a.y)):
            path += _bump(a, b, box, foreign)
        path.append(b)
    return replace(edge, path=simplified(path))


def _bump(a: Point, b: Point, box: Box, others: Sequence[Box]) -> Path:
    """The four corners of a way round a box, on the side that is free; none where neither is."""
    ring = box.grown(BERTH)
    if is_upright(a, b):
        near, far = (ring.y, ring.bottom) if b.y > a.y else (ring.bottom, ring.y)
        ways = [(Point(a.x, near), Point(x, near), Point(x, far), Point(a.x, far)) for x in (ring.right, ring.x)]
    else:
        near, far = (ring.x, ring.right) if b.x > a.x else (ring.right, ring.x)
        ways = [(Point(near, a.y), Point(near, y), Point(far, y), Point(far, a.y)) for y in (ring.bottom, ring.y)]
    free = [way for way in ways if not any(other.meets(thin(way[1:3])) for other in others)]
    line = around((a, b)).grown(1)
    return free[0] if free and line.holds(free[0][0]) and line.holds(free[0][3]) else ()


def _separate(edges: list[Edge], solid: Sequence[Box]) -> None:
    """Moves inner stretches off those of edges with which they have nothing to share."""
    for number, edge in enumerate(edges):
        if not is_square(edge.path):
            continue
        for at in range(1, len(edge.path) - 2):
            others = [other for k, other in enumerate(edges) if k != number and not _related(edge, other)]
            if any(is_upon(edges[number].path[at : at + 2], other.path) for other in others):
                edges[number] = _aside(edges[number], at, others, solid)


def _related(edge: Edge, other: Edge) -> bool:
    """Edges that start together or end together may run together; two between the same nodes may not."""
    return (edge.source == other.source) != (edge.target == other.target)


def _aside(edge: Edge, at: int, others: Sequence[Edge], solid: Sequence[Box]) -> Edge:
    """The edge with one stretch moved as little as is needed; as it was, where there is no room."""
    path = edge.path
    for by in (ASIDE, -ASIDE, 2 * ASIDE, -2 * ASIDE):
        a, b = path[at], path[at + 1]
        dx, dy = (by, 0.0) if is_upright(a, b) else (0.0, by)
        a, b = Point(a.x + dx, a.y + dy), Point(b.x + dx, b.y + dy)
        if _folds(path, at, a, b) or any(box.meets(thin((a, b))) for box in solid):
            continue
        if not any(is_upon((a, b), other.path) for other in others):
            label = edge.label
            if label and _labelled(edge, path[at : at + 2]):
                label = replace(label, box=label.box.moved(dx, dy))
            return replace(edge, path=(*path[:at], a, b, *path[at + 2 :]), label=label)
    return edge


def _folds(path: Path, at: int, a: Point, b: Point) -> bool:
    """Whether moving a stretch would turn one of its neighbours round, or leave too little of it for an arrow head."""
    before, after = path[at - 1], path[at + 2]
    first = (a.x - before.x) * (path[at].x - before.x) + (a.y - before.y) * (path[at].y - before.y)
    last = (after.x - b.x) * (after.x - path[at + 1].x) + (after.y - b.y) * (after.y - path[at + 1].y)
    short = min(abs(a.x - before.x) + abs(a.y - before.y), abs(after.x - b.x) + abs(after.y - b.y)) < 14
    return first <= 0 or last <= 0 or short


def is_upon(stretch: Path, path: Path) -> bool:
    """Whether a stretch lies along one of a path's for more than a crossing."""
    upright = is_upright(*stretch)
    across, low, high = _extent(stretch[0], stretch[1], upright)
    for a, b in pairwise(path):
        if is_upright(a, b) == upright:
            other, least, most = _extent(a, b, upright)
            if abs(across - other) < ASIDE / 2 and min(high, most) - max(low, least) > -ASIDE / 2:
                return True
    return False


def _extent(a: Point, b: Point, upright: bool) -> tuple[float, float, float]:
    """Where a stretch lies across its direction, and from where to where along it."""
    return (a.x, min(a.y, b.y), max(a.y, b.y)) if upright else (a.y, min(a.x, b.x), max(a.x, b.x))
