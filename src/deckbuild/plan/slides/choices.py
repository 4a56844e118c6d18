"""The answers that a question offers to choose from, below it on its panel."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from ...model import RichText
from .frame import GUTTER, Rect
from .grid import look, on
from .inline import para, paras_height, spans
from .page import Box, Para, Shape

SIZES = (24, 20, 18)
MOST = 8


def choice_boxes(choices: Sequence[RichText], area: Rect, section: int) -> tuple[Box, ...] | None:
    """The choices below each other, or in two columns where there are more than one holds, at the largest size that fits
    `area`; nothing where none does."""
    if len(choices) > MOST:
        return None
    half = -(-len(choices) // 2)
    for columns in ((choices,), (choices[:half], choices[half:])):
        for size in SIZES:
            width = (area.w - (len(columns) - 1) * GUTTER) / len(columns)
            set_out = _level([[_choice(each, size, section, first=not n) for n, each in enumerate(c)] for c in columns])
            if all(paras_height(paras, width) <= area.h for paras in set_out):
                return tuple(
                    Shape(Rect(area.x + n * (width + GUTTER), area.y, width, area.h), paras, body=not n, name="Choices")
                    for n, paras in enumerate(set_out)
                    if paras
                )
    return None


def _level(columns: Sequence[Sequence[Para]]) -> list[tuple[Para, ...]]:
    """Columns whose rows have equal distances: a tall formula moves the choice beside it down as well."""
    rows = [max(each.pitch for each in row if each) for row in zip_longest(*columns)]
    return [tuple(replace(each, pitch=rows[n]) for n, each in enumerate(column)) for column in columns]


def _choice(text: RichText, size: int, section: int, *, first: bool) -> Para:
    return para(spans(text, look(size, on(section))), size, before=0.0 if first else 6.0)
