"""Formulas in questions and answers: titles have them in words alone, which some formulas are hard to read in."""

from __future__ import annotations

import re

from ...formulas import Refusal, read
from ...model import RichText
from ..measure.formula import extent
from .formula import AIR, tallest
from .frame import Rect
from .grid import look, on
from .inline import breaks_words, para, paras_height, spans
from .page import Formula, Look, Para, Span

SIZE = 28.0
"""Points of a formula below the question that it stands in."""
ANSWER = (36.0, 32.0, 28.0, 24.0)
_NESTED = re.compile(r"[_^]|\)/|/\(")
"""What words in a line write with signs and brackets, and a formula in two dimensions: `(a + b)/c`, `x^(n − 1)`."""


def below_question(question: RichText, place: Rect, section: int) -> tuple[Para, ...]:
    """The formulas of a question that its title can say only in brackets, as they are written; none where they do not fit."""
    nested = [run for run in question if run.kind == "math" and _NESTED.search(run.text)]
    found = [span for run in nested for span in spans(RichText((run,)), look(SIZE, on(section)))]
    drawn = tuple(para((span,), SIZE, before=6.0) for span in found if span.formula and tallest((span,)))
    fits = paras_height(drawn, place.w) <= place.h and not any(breaks_words(each, place.w) for each in drawn)
    return drawn if fits else ()


def as_answer(text: RichText, width: float, height: float) -> Para | None:
    """An answer that is one formula, large and in a line of its own; nothing where it is more, or does not fit."""
    runs = [run for run in text if run.text.strip()]
    if len(runs) != 1 or runs[0].kind != "math" or not runs[0].href:
        return None
    tree = read(runs[0].href)
    if isinstance(tree, Refusal):
        return None
    room = extent(tree)
    for size in ANSWER:
        line = round(room.height * size + 2 * AIR, 1)
        if room.width * size <= width and line <= height:
            return Para((Span(runs[0].text, Look(size), formula=Formula(tree, block=True)),), size, line)
    return None
