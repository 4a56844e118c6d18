"""Where the words of an edge stand: above a level line if there is room, else on it with the ground behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from .scene import Box, Edge, Group, Node, Point, Text, around

CLEAR = 2.0
"""The space between words and the line below them."""


def placed(edges: Sequence[Edge], nodes: Sequence[Node], groups: Sequence[Group]) -> tuple[Edge, ...]:
    """The edges with their labels moved off the lines where nothing is in the way."""
    taken = [node.box for node in nodes]
    taken += [group.label.box for group in groups if group.label]
    lines = [box for edge in edges for box in _segments(edge)]
    labels = {edge.id: edge.label for edge in edges if edge.label}
    out = []
    for edge in edges:
        if edge.label and (raised := _raised(edge.label, edge)):
            others = [label.box for name, label in labels.items() if name != edge.id]
            if not any(raised.box.meets(box) for box in (*taken, *lines, *others)):
                labels[edge.id] = raised
        out.append(replace(edge, label=labels.get(edge.id)))
    return tuple(out)


def titled(groups: Sequence[Group], edges: Sequence[Edge]) -> tuple[Group, ...]:
    """The groups with their names at the left, or where no edge runs through them: at the right, in the middle."""
    lines = [box for edge in edges for box in _segments(edge)]
    return tuple(_titled(group, lines) for group in groups)


def _titled(group: Group, lines: Sequence[Box]) -> Group:
    label = group.label
    if label is None:
        return group
    slack = group.box.width - 2 * (label.box.x - group.box.x) - label.box.width
    places = [label.box.moved(slack * share, 0) for share in (0.0, 1.0, 0.5)]
    free = next((box for box in places if not _struck(box, lines)), label.box)
    return replace(group, label=replace(label, box=free))


def _struck(box: Box, lines: Sequence[Box]) -> bool:
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
