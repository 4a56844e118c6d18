"""Where a table or a figure is from: `Source: …`, `출처: …` directly below it stays with it, small."""

from __future__ import annotations

from ...model import Block, Code, Command, Diagram, Figure, Labelled, Math, Point, Quote, RichText, Table
from ...origins import says_origin
from ...richtext import join


def source_of(before: Block | None, block: Block) -> RichText | None:
    """The line that says where the block before it is from, or nothing."""
    if not isinstance(before, Table | Figure | Diagram | Code | Command | Math | Quote):
        return None
    match block:
        case Labelled(label=label, text=text, body=()) if text:
            line = join([label, text], ": ")
        case Point(text=line, leads_to=(), body=()):
            pass
        case _:
            return None
    return line if says_origin(line.plain) else None
