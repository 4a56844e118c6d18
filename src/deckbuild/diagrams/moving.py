"""Parts of a scene elsewhere: all that they are made of, moved by the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from .scene import Box, Edge, Group, Node, Point, Span, Text


def corners(
    groups: Iterable[Group], nodes: Iterable[Node], edges: Iterable[Edge], spans: Iterable[Span] = ()
) -> Iterator[Point]:
    """The points that such parts reach to."""
    groups, edges, spans = tuple(groups), tuple(edges), tuple(spans)
    texts = [group.label for group in groups] + [edge.label for edge in edges]
    texts += [text for span in spans for text in (span.label, span.remark)]
    boxes: list[Box] = [*(group.box for group in groups), *(node.box for node in nodes)]
    boxes += [text.box for text in texts if text]
    for box in boxes:
        yield from (Point(box.x, box.y), Point(box.right, box.bottom))
    yield from (point for edge in edges for point in edge.path)
    yield from (point for span in spans for point in span.path)


def moved_points(points: tuple[Point, ...], dx: float, dy: float) -> tuple[Point, ...]:
    return tuple(Point(p.x + dx, p.y + dy) for p in points)


def moved_text(text: Text | None, dx: float, dy: float) -> Text | None:
    return replace(text, box=text.box.moved(dx, dy)) if text else None


def moved_node(node: Node, dx: float, dy: float) -> Node:
    details = tuple(moved_points(each, dx, dy) for each in node.details)
    return replace(node, box=node.box.moved(dx, dy), outline=moved_points(node.outline, dx, dy), details=details)


def moved_group(group: Group, dx: float, dy: float) -> Group:
    return replace(group, box=group.box.moved(dx, dy), label=moved_text(group.label, dx, dy))


def moved_edge(edge: Edge, dx: float, dy: float) -> Edge:
    return replace(edge, path=moved_points(edge.path, dx, dy), label=moved_text(edge.label, dx, dy))


def moved_span(span: Span, dx: float, dy: float) -> Span:
    return replace(
        span,
        path=moved_points(span.path, dx, dy),
        label=replace(span.label, box=span.label.box.moved(dx, dy)),
        remark=moved_text(span.remark, dx, dy),
        leader=moved_points(span.leader, dx, dy),
    )
