"""Bends in the middle of their way, where words would stand on them otherwise.

LibreOffice 7.4 draws a glued connector with its bends half-way, whatever adjustment the file gives: a line that the
engine bends beside its source, to leave room for words, then runs through these words. Bent half-way from the start it
runs alike everywhere, and `labels` can place the words by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from .ports import Path, is_square, is_upright, thin
from .routing import is_upon
from .scene import Box, Edge, Point

TOGETHER = 1.0
"""How far from each other in points the middles of edges with one trunk may be to stay one."""


def centred(edges: Sequence[Edge], solid: Sequence[Box]) -> tuple[Edge, ...]:
    """The edges, those bent half-way whose words a bend there would strike; all of a trunk together."""
    out = list(edges)
    for edge in edges:
        path = _centred(edge.path)
        if edge.label is None or path is None or not edge.label.box.meets(thin(path[1:3])):
            continue
        family = [number for number, other in enumerate(out) if len(other.path) > 2 and _is_of_trunk(edge, other)]
        moved = [_centred(out[number].path) for number in family]
        others = [other for number, other in enumerate(out) if number not in family]
        paths = [each for each in moved if each and _agree(path, each) and _is_free(each[1:3], others, solid)]
        if len(paths) == len(family):
            for number, each in zip(family, paths, strict=True):
                out[number] = replace(out[number], path=each)
    return tuple(out)


def _centred(path: Path) -> Path | None:
    """A path of three square stretches with the second half-way; none for any other."""
    if len(path) != 4 or not is_square(path) or is_upright(*path[:2]) != is_upright(*path[2:]):
        return None
    start, end = path[0], path[3]
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    if is_upright(*path[:2]):
        return start, Point(start.x, middle.y), Point(end.x, middle.y), end
    return start, Point(middle.x, start.y), Point(middle.x, end.y), end


def _is_of_trunk(edge: Edge, other: Edge) -> bool:
    """Whether two edges begin or end with one stretch, or are the same."""
    leave = edge.source == other.source and edge.path[:2] == other.path[:2]
    return leave or (edge.target == other.target and edge.path[-2:] == other.path[-2:])


def _agree(path: Path, other: Path) -> bool:
    """Whether two bends lie on one line."""
    (a, b), (c, _) = path[1:3], other[1:3]
    return abs(a.x - c.x if is_upright(a, b) else a.y - c.y) <= TOGETHER


def _is_free(stretch: Path, others: Sequence[Edge], solid: Sequence[Box]) -> bool:
    """Whether a stretch would run through no shape, no words, and along no line."""
    words = [other.label.box for other in others if other.label]
    struck = any(box.meets(thin(stretch)) for box in (*solid, *words))
    return not struck and not any(is_upon(stretch, other.path) for other in others)
