"""Blocks → one stretch of inline text, for cells, headings and summaries: `<br>` where a block ended, `•` for items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import blocks as b
from .scan import span
from .walk import Part, parts_of


def inline_of(nodes: Sequence[b.Node], glue: str = "<br>") -> str:
    """What the blocks say, on one line."""
    return glue.join(text for text in _texts(nodes) if text)


def _texts(nodes: Sequence[b.Node]) -> Iterator[str]:
    waiting: list[tuple[Part, str]] = [(node, "") for node in reversed(nodes)]
    while waiting:
        node, lead = waiting.pop()
        if said := _said(node):
            yield lead + said
            lead = ""
        parts = () if isinstance(node, b.Speech) else parts_of(node)
        leads = [_lead(node, i) if isinstance(node, b.ItemList) else "" for i in range(len(parts))]
        if leads and lead:
            leads[0] = lead + leads[0]
        waiting += reversed(list(zip(parts, leads, strict=True)))


def _lead(node: b.ItemList, i: int) -> str:
    return f"{node.start + i}. " if node.ordered else "• "


def _said(node: Part) -> str:
    match node:
        case b.Paragraph() | b.Heading():
            return " ".join(node.text.split("\n"))
        case b.Fence():
            return "<br>".join(span(line.strip()) for line in node.text.split("\n") if line.strip())
        case b.PipeTable():
            return "<br>".join(" · ".join(filter(None, row)) for row in (node.head, *node.rows) if any(row))
        case b.Details():
            return node.summary
        case _:
            return ""
