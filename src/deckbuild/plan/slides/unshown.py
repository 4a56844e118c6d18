"""Pictures where a slide has room for words alone: in a cell, in a heading, or within a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ...diagnostics import Diagnostic, info
from ...model import Deck, Place, RichText, blocks

SHOWN = 60
"""Letters of a path that a message names."""


def unshown(deck: Deck) -> Iterator[Diagnostic]:
    """A line for each picture of which a slide has its words alone."""
    yield from _told([deck.title], Place(deck.source, 1))
    for concept in deck.walk():
        yield from _told([concept.title], concept.place)
    for body in (deck.body, *(concept.body for concept in deck.walk())):
        for block in blocks(body):
            yield from _told([getattr(block, name) for name in block.__struct_fields__], block.place)


def _told(values: Sequence[Any], place: Place) -> Iterator[Diagnostic]:
    for src in dict.fromkeys(_sources(values)):
        fact = f"the picture '{src[:SHOWN]}' is shown by its words alone on slides, since it stands within text"
        yield info(place, "image-in-text", fact, "put it into a line of its own, below the table or the heading")


def _sources(values: Iterable[Any]) -> Iterator[str]:
    """The paths of pictures within texts; those of nested blocks are their own."""
    for value in values:
        if isinstance(value, RichText):
            yield from (run.href for run in value if run.kind == "image")
        elif isinstance(value, tuple):
            yield from _sources(value)
