"""A scene for a narrow place: what is between words is pressed together, and long labels go on in the next line.

Type keeps its size, so that a narrower scene may be shown larger. Each axis is mapped by itself and keeps its order:
what stood left of something still does, nothing comes to lie on another, and straight lines stay straight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ..model import RichText
from . import dissecting
from .anatomy import Part
from .lettering import longest_word, pitch, width, wrap
from .scene import SMALL, Box, Edge, Group, Node, Point, Scene, Span, Text, flat

WAYS = ((1.0, 0.9), (1.0, 0.75), (1.0, 0.6), (0.8, 0.6), (0.8, 0.4), (0.65, 0.4), (0.5, 0.4), (0.4, 0.4))
"""How wide the labels may be, and what is left of a stretch without words, beside what they are: tried in this order."""
CLOSER = (0.95, 0.9, 0.85, 0.8)
"""What is left of a stretch without words where a drawing is only drawn together, beside what it is."""
DOWN, LEAST_HIGH = 0.45, 0.75
"""What is left of the height of a stretch without words, and of that of a box."""
PAD, AIR = 5.0, 6.0
"""Points beside, and above, the words in a box."""
TIP = 16.0
"""The least stretch of a line, in points: it may bear a head."""
BOXES = ("box", "round", "stadium", "subroutine", "text")
"""Shapes that are as wide as their words need."""
STRINGS = (36.0, 32.0, 28.0, 24.0, 20.0, 18.0)
"""Sizes of an anatomy's string in a narrow place: beside names of 18 points, a smaller one is no string any more."""

Axis = Callable[[float], float]
_Need = tuple[float, float, float]
"""From where to where, and how far apart these must be, in points."""


class _Words(Struct, frozen=True):
    """A text box or node as it is to be: its box as it was, its lines, and what these need."""

    box: Box
    lines: tuple[RichText, ...]
    sublines: tuple[RichText, ...]
    wide: float
    high: float


def narrowed(scene: Scene, room: float) -> Scene | None:
    """The scene as at most `room` points wide, or as narrow as it gets; none where that is no narrower.

    A finished drawing (`raw_svg`) stays as it is.
    """
    if scene.raw_svg:
        return None
    if scene.kind == "anatomy":
        made = replace(dissecting.layout(_parts(scene), room, STRINGS), alt=scene.alt)
    else:
        narrow = (_Squeezing(scene, share, across) for share, across in WAYS)
        made = _first_within(room, narrow).scene()
    return made if made.width < scene.width - 1 else None


def drawn_together(scene: Scene, room: float) -> Scene | None:
    """The scene as at most `room` points wide, with a little less between its words: each label as it is broken, and all as
    high as it was. None where that is not enough, or there is nothing to draw together.
    """
    if scene.raw_svg or CLOSER[-1] * scene.width > room:
        return None
    narrow = (_Squeezing(scene, 1.0, across) for across in CLOSER)
    return next((each.scene(upright=False) for each in narrow if each.width <= room), None)


def _parts(scene: Scene) -> tuple[Part, ...]:
    """What an anatomy was made of."""
    named = {span.nodes[0]: span for span in scene.spans}
    return tuple(_part(node, named.get(node.id)) for node in scene.nodes)


def _part(node: Node, span: Span | None) -> Part:
    remark = span.remark.plain if span and span.remark else ""
    return Part(node.label, span.label.plain if span else "", remark, bool(span) and node.tone == "absent")


class _Squeezing:
    """One way to press a scene: how wide it would be is known before the rest of it is moved."""

    def __init__(self, scene: Scene, share: float, across: float) -> None:
        self.was = scene
        self.nodes = {node.id: _of_node(node, share) for node in scene.nodes}
        self.spans = {span.id: _of_text(span.label, share) for span in scene.spans}
        self.x = _across(scene, [*self.nodes.values(), *self.spans.values()], across)
        self.width = self.x(scene.width)

    def scene(self, *, upright: bool = True) -> Scene:
        """The scene so pressed, also from the top down or as high as it was."""
        scene, x = self.was, self.x
        y = _down(scene, self.nodes.values()) if upright else _unmoved
        return replace(
            scene,
            width=self.width,
            height=y(scene.height),
            nodes=tuple(_node(node, self.nodes[node.id], x, y) for node in scene.nodes),
            edges=tuple(_edge(edge, x, y) for edge in scene.edges),
            groups=tuple(_group(group, x, y) for group in scene.groups),
            spans=tuple(_span(span, self.spans[span.id], x, y) for span in scene.spans),
            title=_text(scene.title, x, y),
        )


def _first_within(room: float, narrow: Iterable[_Squeezing]) -> _Squeezing:
    """The first that is no wider than `room`, else the last."""
    for each in narrow:
        if each.width <= room:
            break
    return each


def _across(scene: Scene, words: Iterable[_Words], least: float) -> Axis:
    """The map from left to right."""
    needs = [(each.box.x, each.box.right, each.wide) for each in words]
    needs += [(t.box.x, t.box.right, min(t.box.width, _wide(t.lines, t.size, bold=True))) for t in _fixed(scene)]
    needs += [_stretch(a.x, b.x) for path in _paths(scene) for a, b in pairwise(path)]
    places = [place for box in _boxes(scene) for place in (box.x, box.right)]
    places += [point.x for point in _points(scene)]
    return _stacked(scene, needs, places, least) if scene.kind == "stack" else _axis(needs, places, least)


def _unmoved(place: float) -> float:
    return place


def _stacked(scene: Scene, needs: list[_Need], places: list[float], least: float) -> Axis:
    """The map of stacks side by side: of one width, so that they can be compared, and with cells as even as they were."""
    stacks = [group.box for group in scene.groups]
    within = [
        (box, need) for need in needs for box in stacks if _key(box.x) <= _key(need[0]) < need[1] <= box.right + 0.1
    ]
    share = max((need / (end - start) for _, (start, end, need) in within), default=least)
    wide = max((box.width for box in stacks), default=0.0) * max(share, least)
    beside = [need for need in needs if not any(need is each for _, each in within)]
    outer = [place for place in places if not any(box.x + 0.1 < place < box.right - 0.1 for box in stacks)]
    found = _axis([*beside, *((box.x, box.right, wide) for box in stacks)], outer, least)

    def at(place: float) -> float:
        box = next((box for box in stacks if box.x + 0.1 < place < box.right - 0.1), None)
        return found(box.x) + (place - box.x) / box.width * wide if box else found(place)

    return at


def _down(scene: Scene, words: Iterable[_Words]) -> Axis:
    needs = [(each.box.y, each.box.bottom, each.high) for each in words]
    needs += [(text.box.y, text.box.bottom, text.box.height) for text in _fixed(scene)]
    needs += [_stretch(a.y, b.y) for path in _paths(scene) for a, b in pairwise(path)]
    places = [place for box in _boxes(scene) for place in (box.y, box.bottom)]
    return _axis(needs, [*places, *(point.y for point in _points(scene))], DOWN)


def _paths(scene: Scene) -> Iterator[tuple[Point, ...]]:
    yield from (edge.path for edge in scene.edges)
    yield from (span.path for span in scene.spans)


def _stretch(a: float, b: float) -> _Need:
    return min(a, b), max(a, b), min(abs(a - b), TIP)


def _axis(needs: Iterable[_Need], places: Iterable[float], least: float) -> Axis:
    """The shortest map of an axis that the needs allow, with what need not be where it is in the middle of where it can."""
    needs = tuple((_key(start), _key(end), need) for start, end, need in needs)
    keys = sorted({0.0, *map(_key, places), *(key for need in needs for key in need[:2])})
    early = _early(needs, keys, least)
    mirrored = [(-end, -start, need) for start, end, need in needs]
    late = _early(mirrored, [-key for key in reversed(keys)], least)
    length = early[keys[-1]]
    found = {key: (early[key] + length - late[-key]) / 2 for key in keys}
    return lambda place: found[_key(place)]


def _early(needs: Iterable[_Need], keys: Sequence[float], least: float) -> dict[float, float]:
    """Where each of the ascending keys comes to lie where all are as near to the first as can be."""
    ending: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for start, end, need in needs:
        ending[end].append((start, need))
    found = {keys[0]: 0.0}
    for before, key in pairwise(keys):
        ways = [found[start] + need for start, need in ending[key] if start < key]
        found[key] = max([found[before] + least * (key - before), *ways])
    return found


def _key(place: float) -> float:
    return round(place, 2) + 0.0


def _fixed(scene: Scene) -> Iterator[Text]:
    """The words that keep their lines."""
    yield from (text for text in (scene.title, *(edge.label for edge in scene.edges)) if text)
    yield from (group.label for group in scene.groups if group.label)
    yield from (span.remark for span in scene.spans if span.remark)


def _boxes(scene: Scene) -> Iterator[Box]:
    yield from (node.box for node in scene.nodes)
    yield from (group.box for group in scene.groups)
    yield from (text.box for text in _fixed(scene))
    yield from (span.label.box for span in scene.spans)
    yield Box(0.0, 0.0, scene.width, scene.height)


def _points(scene: Scene) -> Iterator[Point]:
    for edge in scene.edges:
        yield from edge.path
    for span in scene.spans:
        yield from (*span.path, *span.leader)


def _of_node(node: Node, share: float) -> _Words:
    box = node.box
    if node.shape not in BOXES or node.drop or not (node.lines or node.sublines):
        return _Words(box, node.lines, node.sublines, box.width, box.height)
    bold = node.tone == "solid"
    limit = share * max(_wide(node.lines, node.size, bold), _wide(node.sublines, SMALL))
    lines = _wrapped(node.lines, node.size, limit, bold)
    sublines = _wrapped(node.sublines, SMALL, limit)
    wide = max(_wide(lines, node.size, bold), _wide(sublines, SMALL)) + 2 * PAD
    high = len(lines) * pitch(node.size) + len(sublines) * pitch(SMALL) + 2 * AIR
    return _Words(box, lines, sublines, wide, max(high, LEAST_HIGH * box.height))


def _of_text(text: Text, share: float) -> _Words:
    lines = _wrapped(text.lines, text.size, share * _wide(text.lines, text.size))
    return _Words(text.box, lines, (), _wide(lines, text.size), len(lines) * pitch(text.size))


def _wide(lines: Iterable[RichText], size: float, bold: bool = False) -> float:
    return max((width(line.plain, size, bold=bold) for line in lines), default=0.0)


def _wrapped(lines: tuple[RichText, ...], size: float, limit: float, bold: bool = False) -> tuple[RichText, ...]:
    """The lines, in more of them where they are too wide; words are whole, and styled ones stay as they are."""
    styled = any(run.kind != "text" or run.styles for line in lines for run in line)
    if styled or _wide(lines, size, bold) <= limit + 0.01:
        return lines
    words = flat(lines)
    return wrap(words, size, max(limit, longest_word(words, size, bold=bold)) + 0.5, bold=bold)


def _box(box: Box, x: Axis, y: Axis) -> Box:
    left, top = x(box.x), y(box.y)
    return Box(left, top, x(box.right) - left, y(box.bottom) - top)


def _path(path: tuple[Point, ...], x: Axis, y: Axis) -> tuple[Point, ...]:
    return tuple(Point(x(point.x), y(point.y)) for point in path)


def _text(text: Text | None, x: Axis, y: Axis) -> Text | None:
    return replace(text, box=_box(text.box, x, y)) if text else None


def _node(node: Node, words: _Words, x: Axis, y: Axis) -> Node:
    box = _box(node.box, x, y)
    return replace(
        node,
        box=box,
        lines=words.lines,
        sublines=words.sublines,
        outline=_within(node.outline, node.box, box),
        details=tuple(_within(line, node.box, box) for line in node.details),
    )


def _within(points: tuple[Point, ...], before: Box, box: Box) -> tuple[Point, ...]:
    """The points of a form in its new box: point by point on the axes, what is round would get corners."""
    across, down = box.width / before.width, box.height / before.height
    return tuple(Point(box.x + (p.x - before.x) * across, box.y + (p.y - before.y) * down) for p in points)


def _edge(edge: Edge, x: Axis, y: Axis) -> Edge:
    return replace(edge, path=_path(edge.path, x, y), label=_text(edge.label, x, y))


def _group(group: Group, x: Axis, y: Axis) -> Group:
    return replace(group, box=_box(group.box, x, y), label=_text(group.label, x, y))


def _span(span: Span, words: _Words, x: Axis, y: Axis) -> Span:
    """A bracket with its words beside the middle of it."""
    path = _path(span.path, x, y)
    middle = (min(point.y for point in path) + max(point.y for point in path)) / 2
    left, right = x(span.label.box.x), x(span.label.box.right)
    box = Box(left, middle - words.high / 2, right - left, words.high)
    label = replace(span.label, box=box, lines=words.lines)
    leader, remark = _path(span.leader, x, y), _text(span.remark, x, y)
    return replace(span, path=path, leader=leader, label=label, remark=remark)
