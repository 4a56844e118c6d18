"""Lines between shapes → connectors that stay at their shapes when these are moved (ECMA-376 §19.3.1.19).

A line is glued where both its ends lie on connection sites and it runs as PowerPoint itself would draw it: straight, or
with two square bends. Any other is a freeform, which keeps its way.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...diagrams.scene import Box, Point

ON_SITE = 1.0
"""How far in points an end may lie from a site that it is glued to."""
FLAT = 0.05


class Glue(Struct, frozen=True):
    """The shape (by its id) and the site that an end is glued to."""

    shape: int
    site: int


class Connector(Struct, frozen=True):
    """The geometry of a connector: its preset, its box before it is turned, and the adjustment of its middle stretch."""

    preset: str
    box: Box
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False
    adjust: int | None = None


def site_at(point: Point, box: Box, oval: bool) -> int | None:
    """The site of a shape at a point: top, left, bottom, right; an oval has one more between each two (its `prstGeom`)."""
    places = (
        Point(box.centre.x, box.y),
        Point(box.x, box.centre.y),
        Point(box.centre.x, box.bottom),
        Point(box.right, box.centre.y),
    )
    for site, place in enumerate(places):
        if abs(place.x - point.x) <= ON_SITE and abs(place.y - point.y) <= ON_SITE:
            return site * 2 if oval else site
    return None


def connector(path: Sequence[Point]) -> Connector | None:
    """The connector that runs like a path, if one does."""
    start, end = path[0], path[-1]
    box = Box(min(start.x, end.x), min(start.y, end.y), abs(end.x - start.x), abs(end.y - start.y))
    if len(path) == 2:
        return Connector("straightConnector1", box, flip_h=end.x < start.x, flip_v=end.y < start.y)
    if len(path) != 4:
        return None
    first, second = path[1], path[2]
    if _level(start, first) and _upright(first, second) and _level(second, end) and box.width > FLAT:
        share = (first.x - start.x) / (end.x - start.x)
        return _bent(box, share, 0, end.x < start.x, end.y < start.y)
    if _upright(start, first) and _level(first, second) and _upright(second, end) and box.height > FLAT:
        share = (first.y - start.y) / (end.y - start.y)
        middle = box.centre
        lying = Box(middle.x - box.height / 2, middle.y - box.width / 2, box.height, box.width)
        # A quarter turn clockwise takes the start from the top left to the top right: a flip brings it back.
        return _bent(lying, share, 5_400_000, end.y < start.y, end.x > start.x)
    return None


def _bent(box: Box, share: float, turn: int, flip_h: bool, flip_v: bool) -> Connector | None:
    """A connector with two bends, the first after a share of its way; one that turns back is none."""
    return Connector("bentConnector3", box, turn, flip_h, flip_v, round(share * 100_000)) if 0 < share < 1 else None


def _level(a: Point, b: Point) -> bool:
    return abs(a.y - b.y) <= FLAT


def _upright(a: Point, b: Point) -> bool:
    return abs(a.x - b.x) <= FLAT
