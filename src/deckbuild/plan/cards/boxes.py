"""A box that has a title of its own (`> [!TIP] Carnot efficiency`): what it says of that."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from ...model import Block, Callout, Definition, Labelled, Point, RichText
from ...questions import asks
from .headings import advises, generic
from .labels import labels
from .model import Card
from .phrases import name, weight
from .spots import Spot
from .vocabulary.boxes import DRAWS_ATTENTION

APART = frozenset(
    [
        "abstract",
        "summary",
        "example",
        "question",
        "quote",
        "todo",
        "details",
        "bug",
        "error",
        "failure",
        "success",
        "warning",
        "caution",
    ]
)
"""Kinds of boxes that state no fact of their own: they sum up, show, ask, quote, or tell readers what to do."""
MAX_TITLE = 40
"""Weight of a title that is a name; longer ones are statements or calls."""


def boxes(spot: Spot) -> Iterator[Card]:
    """The title is asked for as a label before its text is; nothing of boxes of which the title is their kind."""
    block = spot.block
    if not isinstance(block, Callout) or block.kind in APART or not _is_name(block.title):
        return
    if labelled := _as_labelled(block):
        yield from labels(replace(spot, block=labelled, body=(labelled,), index=0))


def _is_name(title: RichText) -> bool:
    """Whether a title names what is said below it: none that only draws attention, whatever section the box is in."""
    said = name(title)
    unnamed = asks(title) or generic(said) or advises(said) or DRAWS_ATTENTION.match(said)
    return bool(said) and weight(said) <= MAX_TITLE and not unnamed


def _as_labelled(block: Callout) -> Labelled | None:
    first: Block | None = block.body[0] if block.body else None
    match first:
        case Point(text=text, leads_to=(), body=()) | Definition(text=text):
            return Labelled(block.title, text, block.body[1:], block.place)
        case _:
            return None
