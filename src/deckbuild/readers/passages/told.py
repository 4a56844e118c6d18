"""The line that is called the answer of the question above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...answer_names import ANSWER, CORRECT, WORKS
from .. import blocks as b
from .marks import Asked, Marked
from .offered import Row, rows_of
from .stems import MARKED, end_of_stem, may_ask

RIGHT = re.compile(
    rf"\s*(?:\*\*|__)?(?:(?i:{CORRECT}(?:{ANSWER}))|A(?=[:：]))(?:\*\*|__)?"
    r"(?:\s*[:：.)]\s*(?:\*\*|__)?|\s+(?=[1-9①-⑨A-Ea-e]\s?번?\s*$))\s*(?P<said>\S.*)$"
)


def told(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A line that asks, or leaves something blank, and below it the line that is called its answer."""
    first = nodes[i]
    if not isinstance(first, b.Paragraph) or not may_ask(first) or MARKED.match(first.text):
        return None
    rows = [row for row in rows_of(nodes[: i + 3], i) if row.text.strip()]
    stem = end_of_stem(rows)
    right = _answer_at(rows, stem) if stem else None
    if not right:
        return None
    at = rows[stem]
    question = b.Paragraph("\n".join(row.text for row in rows[:stem]), first.line, rows[stem - 1].line)
    said = [node for node in nodes[i : at.node] if isinstance(node, b.Speech)]
    answer = b.Paragraph(right["said"].strip(), at.line, at.line)
    asked = Asked(
        (question, *said), (answer,), first.line, at.line, marked=not question.text.rstrip("*_ ").endswith((":", "："))
    )
    return [asked, *below(nodes[at.node], rows[stem:])], at.node + 1


def _answer_at(rows: Sequence[Row], at: int) -> re.Match[str] | None:
    """The answer in a row; one that is only worked out there is none where a line behind it tells it."""
    if at >= len(rows) or (right := RIGHT.match(rows[at].text)):
        return right if at < len(rows) else None
    return None if any(RIGHT.match(row.text) for row in rows[at + 1 :]) else WORKS.match(rows[at].text)


def below(node: Marked, rows: Sequence[Row]) -> Iterator[Marked]:
    """What stands in a node behind the line of the answer, the first of the rows: more of it, and more items."""
    answer = rows[0]
    items = tuple(item for item in node.items if item.line > answer.line) if isinstance(node, b.ItemList) else ()
    rest = [row for row in rows[1:] if row.node == answer.node and not (items and row.line >= items[0].line)]
    if rest:
        yield b.Paragraph("\n".join(row.text for row in rest), rest[0].line, rest[-1].line)
    if items and isinstance(node, b.ItemList):
        before = len(node.items) - len(items)
        yield replace(node, items=items, start=node.start + before, line=items[0].line)
