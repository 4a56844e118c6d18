"""A scene that is too large for its place → the scenes of its groups, where nothing runs between them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from .alt import graph_alt, listed
from .moving import corners, moved_edge, moved_group, moved_node, moved_span
from .scene import Scene, around


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
    bounds = around(corners(groups, nodes, edges, spans))
    dx, dy = -bounds.x, -bounds.y
    name = next((f"{g.label.plain}: " for g in groups if g.id == root and g.label), "")
    words = graph_alt(nodes, edges, groups) if edges else listed([node.label for node in nodes if node.label])
    return replace(
        scene,
        width=bounds.width,
        height=bounds.height,
        nodes=tuple(moved_node(node, dx, dy) for node in nodes),
        edges=tuple(moved_edge(edge, dx, dy) for edge in edges),
        groups=tuple(moved_group(group, dx, dy) for group in groups),
        spans=tuple(moved_span(span, dx, dy) for span in spans),
        title=None,
        alt=name + words,
    )
