"""`front ::: back`: what its author wants to be asked from both sides."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Pair
from .answers import parts
from .model import Card, Reverse, Text
from .phrases import bare
from .spots import Spot
from .statements import as_question


def both_ways(spot: Spot) -> Iterator[Card]:
    """What stands on either side, asked for by the other."""
    block = spot.block
    if isinstance(block, Pair) and block.both:
        yield Card(
            kind="pair",
            key=spot.key("both", block.left),
            topic=spot.topic,
            prompt=as_question(block.left, spot),
            answer=(Text(block.right),),
            extra=parts(block.body),
            own=True,
            reverse=Reverse(bare(block.right), "", block.left),
            place=block.place,
        )
