"""A formula in a line of its own: among other things on a slide, or large where it is what the slide is about."""

from __future__ import annotations

from collections.abc import Sequence

from ...formulas import Node, linear
from ..measure.formula import extent
from .draft import Draft
from .formula import AIR, SMALLEST, Equation, fitted
from .frame import Frame
from .grid import Scale, look
from .groups import Group, Piece, place, stack_height
from .groups import Part as Share
from .items import Element, Item
from .page import Box, Formula, Para, Rect, Shape, Span
from .text import text_group

LARGE = (44.0, 40.0, 36.0, 32.0, 28.0)
BESIDE = {22: 28.0, 20: 26.0, 18: 23.0, 16: 21.0}
"""Points of a formula by those of the text that it stands among: its smallest letters are scripts of scripts."""
LEGEND = (Scale(20), Scale(18), Scale(18, 0.5))
MOST_LINES = 8
"""Paragraphs that say what the letters of a large formula mean."""


def equation_group(element: Equation, scale: Scale, frame: Frame) -> Group:
    """A formula at the left edge, as tall as it is."""
    tree = element.tree
    size = _size(tree, BESIDE.get(scale.size, 24.0), frame)
    return _group(tree, size, frame)


def _size(tree: Node, size: float, frame: Frame) -> float:
    """The size, or the next smaller one at which it fits in one line, else in several."""
    sizes = [s for s in (size, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, SMALLEST) if s <= size]
    one_line = next((s for s in sizes if s >= 0.75 * size and extent(tree).width * s <= frame.body.w), None)
    return one_line or next((s for s in sizes if fitted(tree, s, frame)), SMALLEST)


def _group(tree: Node, size: float, frame: Frame) -> Group:
    shown = fitted(tree, size, frame) or tree
    height = round(extent(shown).height * size + 2 * AIR, 1)
    words = linear(tree)
    line = Para((Span(words, look(size), formula=Formula(shown, block=True)),), size, height)

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        return (Shape(Rect(frame.body.x, rect.y, frame.body.w, height), (line,), anchor="ctr", name="Formula"),)

    return Group((Piece(line, height, say=words),), draw, before=12.0)


def formula_draft(found: Sequence[Element], section: int, frame: Frame) -> Draft | None:
    """One formula large, and under it what its letters mean, where there is nothing else on the slide."""
    if not found or not isinstance(first := found[0], Equation):
        return None
    items = [e for e in found[1:] if isinstance(e, Item) and not e.mono]
    if len(items) != len(found) - 1 or len(items) > MOST_LINES:
        return None
    tree = first.tree
    for size in LARGE:
        if extent(tree).width * size > frame.body.w:
            continue
        for scale in LEGEND:
            groups = [_group(tree, size, frame)]
            if items:
                legend = text_group(items, scale, frame.text_width, section, frame)
                groups.append(Group(legend.pieces, legend.draw, before=24.0))
            stack = tuple(Share(group, 0, len(group.pieces)) for group in groups)
            if stack_height(stack) <= frame.body.h:
                say = tuple(piece.say for group in groups for piece in group.pieces if piece.say)
                return Draft("free", place(stack, frame.body), say)
    return None
