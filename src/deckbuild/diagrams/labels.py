"""Where the words of an edge stand: above a level line if there is room, else on it with the ground behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from .scene import Align, Box, Edge, Group, Node, Point, Text, around

CLEAR = 2.0
"""The space between words and the line below them."""

TIP = 12.0
"""What is kept free at each end of a stretch with words: an arrow head, or enough of the line to be followed."""


HEAD = 6.0
"""The same where the line ends in an arrow head."""


def placed(edges: Sequence[Edge], nodes: Sequence[Node], groups: Sequence[Group]) -> tuple[Edge, ...]:
    """The edges with their labels moved off the bends and off the lines where nothing is in the way."""
    taken = [node.box for node in nodes]
    taken += [group.label.box for group in groups if group.label]
    labels = {edge.id: edge.label for edge in edges if edge.label}
    for edge in edges:
        if edge.label is None:
            continue
        others = [label.box for name, label in labels.items() if name != edge.id]
        foreign = [box for other in edges if other.id != edge.id for box in _segments(other)]
        way = (*taken, *others, *foreign)
        lifted = _free(_raised(edge.label, edge), (*way, *_segments(edge)))
        if _is_at_bend(lifted or edge.label, edge):
            lifted = _unbent(edge.label, edge, way, foreign) or _outside(edge.label, edge, way) or lifted
        labels[edge.id] = lifted or edge.label
    return tuple(replace(edge, label=labels.get(edge.id)) for edge in edges)


def _free(label: Text | None, way: Sequence[Box]) -> Text | None:
    """The label, where nothing is in its way."""
    return label if label and not any(label.box.meets(box) for box in way) else None


def _is_at_bend(label: Text, edge: Edge) -> bool:
    return any(label.box.grown(CLEAR).holds(bend) for bend in edge.path[1:-1])


def _unbent(label: Text, edge: Edge, way: Sequence[Box], foreign: Sequence[Box]) -> Text | None:
    """The label in the middle of the first stretch from the source that is the edge's alone and has room for it.

    On a stretch that edges share, words would be read as those of all of them.
    """
    for a, b in pairwise(edge.path):
        stretch = _thin(a, b)
        level = stretch.height < 1 < stretch.width
        long, need = (stretch.width, label.box.width) if level else (stretch.height, label.box.height)
        if min(stretch.width, stretch.height) > 1 or long < need + 2 * TIP or _is_shared(stretch, foreign):
            continue
        middle, centre = stretch.centre, label.box.centre
        on = replace(label, box=label.box.moved(middle.x - centre.x, middle.y - centre.y))
        above = replace(on, box=on.box.moved(0, stretch.y - CLEAR - on.box.bottom))
        if found := _free(above if level else on, way):
            return found
    return None


def _outside(label: Text, edge: Edge, way: Sequence[Box]) -> Text | None:
    """The label at the last stretch, on the side that its step leads away to: above it where the line rises."""
    if len(edge.path) < 3:
        return None
    before, start, end = edge.path[-3:]
    if abs(start.y - end.y) > 0.5 or abs(before.x - start.x) > 0.5:
        return None
    wide, middle = label.box.width, (start.x + end.x - label.box.width) / 2
    x = min(middle, end.x - CLEAR - wide) if end.x > start.x else max(middle, end.x + CLEAR)
    y = start.y - HEAD - label.box.height if before.y > start.y else start.y + HEAD
    return _free(replace(label, box=label.box.moved(x - label.box.x, y - label.box.y)), (*way, *_segments(edge)))


def _is_shared(stretch: Box, foreign: Sequence[Box]) -> bool:
    """Whether another line runs along a stretch; one that only crosses it, or goes on from its end, does not."""
    return any(_common(stretch, other) > 1 for other in foreign)


def _common(a: Box, b: Box) -> float:
    """For how long two level or upright stretches lie upon each other."""
    across, down = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return max(across, down) if min(across, down) > 0 else 0.0


def titled(groups: Sequence[Group], edges: Sequence[Edge]) -> tuple[Group, ...]:
    """The groups with their names at the left, or where no edge runs through them: at the right, in the middle."""
    lines = stretches(edges)
    return tuple(_titled(group, lines) for group in groups)


def stretches(edges: Sequence[Edge]) -> list[Box]:
    """The stretches of all lines, as boxes."""
    return [box for edge in edges for box in _segments(edge)]


def _titled(group: Group, lines: Sequence[Box]) -> Group:
    label = group.label
    if label is None:
        return group
    slack = group.box.width - 2 * (label.box.x - group.box.x) - label.box.width
    sides: tuple[tuple[float, Align], ...] = ((0.0, "start"), (1.0, "end"), (0.5, "middle"))
    places = [replace(label, box=label.box.moved(slack * share, 0), align=align) for share, align in sides]
    return replace(group, label=next((each for each in places if not struck(each.box, lines)), label))


def struck(box: Box, lines: Sequence[Box]) -> bool:
    """Whether a line runs through a box, or too near to it."""
    return any(box.grown(CLEAR).meets(line) for line in lines)


def _raised(label: Text, edge: Edge) -> Text | None:
    """The label above the level stretch that it stands on, if it does."""
    middle = label.box.centre
    for segment in _segments(edge):
        level = segment.height < 1 < segment.width
        if level and segment.x <= middle.x <= segment.right and abs(segment.y - middle.y) <= label.box.height / 2:
            return replace(label, box=label.box.moved(0, segment.y - CLEAR - label.box.bottom))
    return None


def _segments(edge: Edge) -> Iterator[Box]:
    for start, end in zip(edge.path, edge.path[1:], strict=False):
        yield _thin(start, end)


def _thin(start: Point, end: Point) -> Box:
    """A stretch of line as a box; a level or upright one has hardly any height or width."""
    box = around((start, end))
    return Box(box.x, box.y, max(box.width, 0.5), max(box.height, 0.5))
