"""What stands at the head of a note about the note: who wrote it, and when."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ... import richtext
from ...byline_marks import is_byline
from ...model import Block, Labelled, List, Point, Quote
from . import vocabulary as v


def without_bylines(found: Sequence[Block], sectioned: bool) -> tuple[Block, ...]:
    """The same blocks; a label for what is said about the note (`작성자: 김철수`) is none that anything is learned by.

    Above the sections of a note, where it is `sectioned`, one that names who teaches it is no other (`강사: 김철수`).
    """
    return tuple(_plain(block, sectioned) for block in found)


def _plain(block: Block, sectioned: bool) -> Block:
    match block:
        case Labelled(label=label, text=text, body=body) if v.BYLINE.match(label.plain) or (
            sectioned and not body and _names_teacher(label.plain, text.plain)
        ):
            return Point(richtext.join([label, text], ": ") if text else label, body=body, place=block.place)
        case List(items=items):
            return replace(block, items=without_bylines(items, sectioned))
        case Quote(body=body):
            return replace(block, body=without_bylines(body, sectioned))
        case _:
            return block


def _names_teacher(label: str, text: str) -> bool:
    """Whether a line says who teaches what the note is of, or in which lecture, where the same label may define a word."""
    defines = v.KIND_END.search(text) or v.KIND_FIRST.match(text) or text[:1].islower()
    return not defines and is_byline(f"{label}: {text}")
