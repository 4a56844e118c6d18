"""A scene that is too large for its place → the scenes of its groups, where nothing runs between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from .alt import graph_alt, listed
from .scene import Box, Edge, Group, Node, Point, Scene, Span, Text, around


def parted(scene: Scene) -> tuple[Scene, ...]:
    """The outermost groups of a scene, each as a scene of its own; none where it has but one, or its groups are joined."""
    homes = _homes(scene)
    outer = [group for group in scene.groups if homes[group.id] == group.id]
    roots = [group.id for group in sorted(outer, key=lambda group: (group.box.y, group.box.x))]
    ends = [(edge.source, edge.target) for edge in scene.edges] + [
        (a, b) for s in scene.spans for a in s.nodes for b in s.nodes
    ]
    joined = any(homes.get(a, "") != homes.get(b, "") for a, b in ends)
    loose = any(not homes.get(node.id) for node in scene.nodes)
    if len(roots) < 2 or joined or loose:
        return ()
    return tuple(_part(scene, root, homes) for root in roots)


def _homes(scene: Scene) -> dict[str, str]:
    """For each group and node the outermost group that it is in."""
    parents = {group.id: group.parent for group in scene.groups}
    homes: dict[str, str] = {}
    for group in scene.groups:
        homes[group.id] = _outermost(group.id, parents)
    return {**homes, **{node.id: homes[node.group] for node in scene.nodes if node.group in homes}}


def _outermost(name: str, parents: Mapping[str, str]) -> str:
    """The last group around one. Mermaid lets two subgraphs each name the other: these go round, and end."""
    chain = [name]
    while (parent := parents.get(chain[-1], "")) and parent not in chain:
        chain.append(parent)
    return chain[-1]


def _part(scene: Scene, root: str, homes: dict[str, str]) -> Scene:
    groups = [group for group in scene.groups if homes[group.id] == root]
    nodes = [node for node in scene.nodes if homes.get(node.id) == root]
    edges = [edge for edge in scene.edges if homes.get(edge.source) == root]
    spans = [span for span in scene.spans if homes.get(span.nodes[0]) == root]
    bounds = around(_corners(groups, nodes, edges, spans))
    dx, dy = -bounds.x, -bounds.y
    name = next((f"{g.label.plain}: " for g in groups if g.id == root and g.label), "")
    words = graph_alt(nodes, edges, groups) if edges else listed([node.label for node in nodes if node.label])
    return replace(
        scene,
        width=bounds.width,
        height=bounds.height,
        nodes=tuple(_node(node, dx, dy) for node in nodes),
        edges=tuple(_edge(edge, dx, dy) for edge in edges),
        groups=tuple(replace(g, box=g.box.moved(dx, dy), label=_text(g.label, dx, dy)) for g in groups),
        spans=tuple(_span(span, dx, dy) for span in spans),
        title=None,
        alt=name + words,
    )


def _corners(
    groups: Iterable[Group], nodes: Iterable[Node], edges: Iterable[Edge], spans: Iterable[Span]
) -> Iterator[Point]:
    texts = [group.label for group in groups] + [edge.label for edge in edges]
    texts += [text for span in spans for text in (span.label, span.remark)]
    boxes: list[Box] = [*(group.box for group in groups), *(node.box for node in nodes)]
    boxes += [text.box for text in texts if text]
    for box in boxes:
        yield from (Point(box.x, box.y), Point(box.right, box.bottom))
    yield from (point for edge in edges for point in edge.path)
    yield from (point for span in spans for point in span.path)


def _points(points: tuple[Point, ...], dx: float, dy: float) -> tuple[Point, ...]:
    return tuple(Point(p.x + dx, p.y + dy) for p in points)


def _text(text: Text | None, dx: float, dy: float) -> Text | None:
    return replace(text, box=text.box.moved(dx, dy)) if text else None


def _node(node: Node, dx: float, dy: float) -> Node:
    details = tuple(_points(each, dx, dy) for each in node.details)
    return replace(node, box=node.box.moved(dx, dy), outline=_points(node.outline, dx, dy), details=details)


def _edge(edge: Edge, dx: float, dy: float) -> Edge:
    return replace(edge, path=_points(edge.path, dx, dy), label=_text(edge.label, dx, dy))


def _span(span: Span, dx: float, dy: float) -> Span:
    return replace(
        span,
        path=_points(span.path, dx, dy),
        label=replace(span.label, box=span.label.box.moved(dx, dy)),
        remark=_text(span.remark, dx, dy),
        leader=_points(span.leader, dx, dy),
    )
