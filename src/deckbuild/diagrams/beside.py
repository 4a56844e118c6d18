"""What stands beside stacks, with the room that its words need: the layers give way to it.

Where a picture is made narrower and its type is not, a layer may be narrower, since there is room around its words; a
bracket's words begin at their bracket and end at the next one or at the edge of the picture.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from .scene import Box, Group, Point, Scene, Span, Text

Across = Callable[[float], float]


def widened(scene: Scene, times: float) -> Scene:
    """Stacks with all that is beside them so many times as wide, in a picture of the same width.

    The scene as it is where it has no brackets, or where no width would be left for the layers.
    """
    layers = sum(group.box.width for group in scene.groups)
    left = scene.width - times * (scene.width - layers)
    if not scene.spans or left <= 0:
        return scene
    at = _stretch(scene, left / layers, times)
    return replace(
        scene,
        nodes=tuple(replace(node, box=_box(node.box, at)) for node in scene.nodes),
        groups=tuple(_group(group, at) for group in scene.groups),
        spans=tuple(_span(span, at) for span in scene.spans),
    )


def _stretch(scene: Scene, layers: float, beside: float) -> Across:
    """Where a place across goes: each stretch is as many times as wide as its kind, one after the other."""
    edges = sorted({0.0, scene.width, *(x for group in scene.groups for x in (group.box.x, group.box.right))})
    stacks = [(group.box.x, group.box.right) for group in scene.groups]
    times = [layers if any(a <= start and end <= b for a, b in stacks) else beside for start, end in pairwise(edges)]
    starts = _starts(edges, times)

    def at(x: float) -> float:
        stretch = min(max(bisect_right(edges, x) - 1, 0), len(times) - 1)
        return starts[stretch] + (x - edges[stretch]) * times[stretch]

    return at


def _starts(edges: Sequence[float], times: Sequence[float]) -> list[float]:
    starts = [edges[0]]
    for (start, end), each in zip(pairwise(edges), times, strict=True):
        starts.append(starts[-1] + (end - start) * each)
    return starts


def _group(group: Group, at: Across) -> Group:
    return replace(group, box=_box(group.box, at), label=_text(group.label, at) if group.label else None)


def _span(span: Span, at: Across) -> Span:
    return replace(span, path=tuple(Point(at(point.x), point.y) for point in span.path), label=_text(span.label, at))


def _text(text: Text, at: Across) -> Text:
    return replace(text, box=_box(text.box, at))


def _box(box: Box, at: Across) -> Box:
    left = at(box.x)
    return Box(left, box.y, at(box.right) - left, box.height)
