"""Questions above boxes of which some are ticked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import blocks as b
from .marks import Asked, Marked
from .stems import is_stem

_TASK = re.compile(r"\[(?P<done>[ xX])\]\s+(?P<said>\S.*)", re.DOTALL)


def ticked(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A stem above boxes of which some are ticked: these are the answer."""
    first, listed = nodes[i], nodes[i + 1] if i + 1 < len(nodes) else None
    if not isinstance(first, b.Paragraph) or not isinstance(listed, b.ItemList) or not is_stem(first.text):
        return None
    boxes = [
        _TASK.fullmatch(item.body[0].text) if len(item.body) == 1 and isinstance(item.body[0], b.Paragraph) else None
        for item in listed.items
    ]
    done = [box["said"] for box in boxes if box and box["done"] != " "]
    if not all(boxes) or not done or len(done) == len(boxes):
        return None
    items = tuple(
        b.Item((b.Paragraph(box["said"], item.line, item.end),), item.line, item.end)
        for box, item in zip(boxes, listed.items, strict=True)
        if box
    )
    choices = b.ItemList(items, False, 1, listed.line, listed.end)
    answer = b.Paragraph("\n".join(done), listed.line, listed.end)
    return [Asked((first, choices), (answer,), first.line, listed.end)], i + 2
