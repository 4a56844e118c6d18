"""Formulas: what is the formula for this?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...model import Math, Point, RichText
from .model import Card, Formula, Part, Text
from .phrases import short
from .spots import Spot

MAX_TEX = 240
"""Characters of LaTeX that can be recalled."""
MAX_LEGEND = 160


def formulas(spot: Spot) -> Iterator[Card]:
    """The only formula of a section is what its heading names; of several, none can be asked for by name."""
    block = spot.block
    if not isinstance(block, Math) or len(block.tex) > MAX_TEX or spot.context.example:
        return
    if len(list(islice((other for other in spot.body if isinstance(other, Math)), 2))) == 1:
        yield Card(
            kind="formula",
            key=spot.key("formula"),
            topic=spot.topic,
            prompt=RichText.of(spot.context.asks.formula),
            answer=(Formula(block.tex),),
            extra=_legend(spot),
            place=block.place,
        )


def _legend(spot: Spot) -> tuple[Part, ...]:
    """The sentence after a formula, which says what its letters are."""
    after = spot.body[spot.index + 1] if spot.index + 1 < len(spot.body) else None
    return (Text(after.text),) if isinstance(after, Point) and short(after.text, MAX_LEGEND) else ()
