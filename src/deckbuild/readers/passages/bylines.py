"""What stands at the head of a note about the note: who wrote it, and when."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ... import richtext
from ...model import Block, Labelled, List, Point, Quote
from . import vocabulary as v


def without_bylines(found: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks; a label for what is said about the note (`작성자: 김철수`) is none that anything is learned by."""
    return tuple(_plain(block) for block in found)


def _plain(block: Block) -> Block:
    match block:
        case Labelled(label=label, text=text, body=body) if v.BYLINE.match(label.plain):
            return Point(richtext.join([label, text], ": ") if text else label, body=body, place=block.place)
        case List(items=items):
            return replace(block, items=without_bylines(items))
        case Quote(body=body):
            return replace(block, body=without_bylines(body))
        case _:
            return block
