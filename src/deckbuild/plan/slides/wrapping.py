"""What cannot be shown whole however small it is set: tables of letters wider than a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...diagnostics import Diagnostic, info
from ...model import Block, Code, Command, Deck, blocks
from ..measure import MONO, SAFETY, text_width
from .code import PAD_X, SMALLEST_CODE
from .frame import Frame
from .letterdrawn import is_drawn


def too_wide(deck: Deck, frame: Frame) -> Iterator[Diagnostic]:
    """Whatever is drawn with letters and has lines that wrap at the smallest size of code as well."""
    most = int((frame.body.w - 2 * PAD_X) * SAFETY // (SMALLEST_CODE * MONO))
    for body in (deck.body, *(concept.body for concept in deck.walk())):
        yield from _wrapped(body, most)


def _wrapped(body: Iterable[Block], most: int) -> Iterator[Diagnostic]:
    for block in blocks(body):
        text = block.text if isinstance(block, Code) else block.output if isinstance(block, Command) else ""
        lines = text.expandtabs(4).split("\n")
        columns = round(max(text_width(line, mono=True) for line in lines) / MONO)
        if columns > most and is_drawn(lines):
            fact = f"a table of {columns} columns of letters wraps on its slide: {most} fit at {SMALLEST_CODE} points"
            yield info(block.place, "slide-wraps", fact, "leave out some of it, or write it as a table of Markdown")
