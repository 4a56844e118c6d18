"""Formulas on slides: which can be drawn, how they stand within text, and how much room each takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from ...formulas import Node, Refusal, linear, read
from ...formulas.linear import divided
from ...formulas.tree import Row, Words
from ...model import Run
from ...readable import levels
from ..measure import Chunk, text_width
from ..measure.formula import RELATION, extent
from .breaking import broken
from .frame import Frame
from .page import LOWERED, RAISED, Formula, Look, Span

SMALLEST = 14.0
"""Points below which a formula is not set: its source is shown instead."""
AIR = 6.0
"""Points above and below a formula in a line of its own."""
HIGHEST, WIDEST = 3.2, 13.0
"""Em of a formula within text, and of a stretch of it that no line end divides."""
LEADING = 1.06
"""The distance of lines over what a formula in them takes."""


class Equation(Struct, frozen=True):
    """A formula in a line of its own, in TeX that can be drawn."""

    tex: str

    @property
    def tree(self) -> Node:
        """What it says."""
        found = read(self.tex)
        return found if not isinstance(found, Refusal) else Words(self.tex)


def refusal(tex: str, frame: Frame) -> str:
    """Why a formula in a line of its own cannot be drawn on a page; "" where it can."""
    tree = read(tex)
    if isinstance(tree, Refusal):
        return tree.reason
    return "" if fitted(tree, SMALLEST, frame) else "it is too large for a slide"


def fitted(tree: Node, size: float, frame: Frame) -> Node | None:
    """The formula at a size in points, over several lines where it is too wide; nothing where it does not fit."""
    found = broken(tree, frame.body.w / size)
    return found if found is not None and extent(found).height * size + 2 * AIR <= frame.body.h else None


def spoken(run: Run) -> Run:
    """A formula within text as its words; its TeX goes where a picture has its path. Unreadable ones stay source."""
    tree = read(run.text)
    return Run(linear(tree), run.styles, run.text, "math") if not isinstance(tree, Refusal) else run


def inset(run: Run, base: Look) -> Span | None:
    """A spoken formula as a span; one that no line of text can hold is its words alone."""
    if run.kind != "math" or not run.href:
        return None
    tree = read(run.href)
    return Span(run.text, base, formula=None if isinstance(tree, Refusal) or _unfit(tree) else Formula(tree))


@lru_cache(maxsize=4096)
def _unfit(tree: Node) -> bool:
    """Whether a formula would tear the lines of a text apart, or has a part that a narrow column would not hold."""
    widest = max(extent(Row(nodes), False).width for _, nodes in divided(tree))
    return extent(tree, False).height > HIGHEST or widest > WIDEST


def stretches(span: Span, size: float) -> Iterator[Chunk]:
    """What `measure` needs to know of a formula within text: each stretch as wide as the wider of words and drawing."""
    assert span.formula is not None
    scale = span.look.size / size
    for i, (text, nodes) in enumerate(divided(span.formula.tree)):
        words = max(text_width(text, span.look.bold), 0.01)
        drawn = extent(Row(nodes), False).width + (2 * RELATION if i else 0.0)
        yield Chunk((" " if i else "") + text, scale * max(1.0, drawn / words), span.look.bold)


def tallest(spans: Iterable[Span]) -> float:
    """The distance of lines that the formulas of a paragraph need, in points: lines are set at exact distances."""
    found = [extent(s.formula.tree, False).height * s.look.size for s in spans if s.formula]
    return round(max(found, default=0.0) * LEADING, 1)


def in_words(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans whose formulas are words alone, in their levels: a title has to be text for every program that lists titles."""
    return tuple(
        each
        for s in spans
        for each in ((Span(text, _at(level, s.look), s.href) for text, level in levels(s.text)) if s.formula else (s,))
    )


def _at(level: int, base: Look) -> Look:
    return replace(base, shift=LOWERED if level < 0 else RAISED) if level else base
