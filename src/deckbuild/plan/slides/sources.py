"""Where a table or a figure is from: `Source: …`, `출처: …` directly below it stays with it, small."""

from __future__ import annotations

import re

from ...model import Block, Code, Command, Diagram, Figure, Labelled, Math, Point, Quote, RichText, Table
from ...richtext import join

_SOURCE = re.compile(
    r"\W*(?:(?:data |image |photo )?sources?|(?:photo |image )?credits?|photo|adapted from|"
    r"출처|자료|자료\s?출처|사진\s?출처|사진\s?제공|제공|出典|出所|資料|图片来源|圖片來源|来源|來源|资料来源|資料來源|"
    r"quelle|fuente|fonte)\s?[:：]\s*\S",
    re.IGNORECASE,
)
LONGEST = 200
"""Letters of a line that says where something is from."""


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
    return line if len(line.plain) <= LONGEST and _SOURCE.match(line.plain) else None
