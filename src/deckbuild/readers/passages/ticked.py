"""Questions above boxes of which some are ticked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import blocks as b
from .lettered import lettered, only_text
from .marks import Asked, Marked
from .offered import run_on
from .stems import is_stem

_TASK = re.compile(r"\[(?P<done>[ xX])\]\s+(?P<said>\S.*)", re.DOTALL)


def ticked(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A stem above boxes of which some are ticked: these are the answer."""
    first, listed = nodes[i], nodes[i + 1] if i + 1 < len(nodes) else None
    if not isinstance(first, b.Paragraph) or not isinstance(listed, b.ItemList) or not is_stem(first.text):
        return None
    boxes = [_TASK.fullmatch(only_text(item)) for item in listed.items]
    texts = [" ".join(box["said"].split()) for box in boxes if box]
    if len(texts) < len(boxes) or not 0 < sum(box["done"] != " " for box in boxes if box) < len(boxes):
        return None
    signed = texts if run_on(texts) else lettered(texts, first.text)
    said = signed or texts
    done = [text for text, box in zip(said, boxes, strict=True) if box and box["done"] != " "]
    choices = b.Paragraph("\n".join(signed), listed.line, listed.end) if signed else _list(texts, listed)
    answer = _list(done, listed) if len(done) > 1 else b.Paragraph(done[0], listed.line, listed.end)
    return [Asked((first, choices), (answer,), first.line, listed.end)], i + 2


def _list(texts: Sequence[str], listed: b.ItemList) -> b.ItemList:
    items = tuple(b.Item((b.Paragraph(text, listed.line, listed.end),), listed.line, listed.end) for text in texts)
    return b.ItemList(items, False, 1, listed.line, listed.end)
