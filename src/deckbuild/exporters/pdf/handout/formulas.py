"""Formulas of a slide for the template: trees that it builds from, said in words to those who listen to the page."""

from __future__ import annotations

from typing import Any

from ....formulas.linear import FIRM, divided
from ....formulas.picture import payload
from ....plan.measure.formula import extent
from ....plan.slides.page import Formula, Para, Span
from ..maths import strange

TEXT_EDGE = 0.8
"""Where the letters of a line stand, as a share of its height from the top."""


def settable(span: Span) -> Span:
    """A span as it is; a formula with a sign that the fonts lack as its words, where a sign can be replaced."""
    return Span(span.text, span.look, span.href) if span.formula and strange(span.formula.tree) else span


def mathematics(formula: Formula, words: str) -> dict[str, Any]:
    """The formula as data; PDF/UA-1 (ISO 14289-1 §7.7) wants it said as well."""
    return {"k": "math", "tree": payload(formula.tree), "alt": words.replace(FIRM, " ") or "–", "block": formula.block}


def width(span: Span) -> float:
    """About how wide a formula is, in points."""
    return extent(span.formula.tree, span.formula.block).width * span.look.size if span.formula else 0.0


def is_whole(span: Span) -> bool:
    """Whether no line may end within it: all but a formula of several stretches."""
    return span.formula is None or len(list(divided(span.formula.tree))) < 2


def edge(para: Para) -> float:
    """How far above their letters lines begin, in points: formulas have as much air above as below."""
    found = [(extent(s.formula.tree, False), s.look.size) for s in para.spans if s.formula and not s.formula.block]
    up = max((each.up * size for each, size in found), default=0.0)
    down = max((each.down * size for each, size in found), default=0.0)
    if up <= TEXT_EDGE * para.pitch and down <= (1 - TEXT_EDGE) * para.pitch:
        return TEXT_EDGE * para.pitch
    return up + (para.pitch - up - down) / 2
