"""Tables, and the line directly below one that Markdown takes for its last row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from ...model import Block, Place, Point, RichText, Table
from ...origins import says_origin
from .. import blocks as b


class Reader(Protocol):
    """What reads the inline text of a section."""

    def inline(self, source: str, line: int) -> RichText:
        """Inline Markdown as runs."""
        ...

    def place(self, node: b.PipeTable) -> Place:
        """Where a node stands."""
        ...


def table(node: b.PipeTable, reader: Reader) -> Iterator[Block]:
    """A table, and where it is from: `Source: …` without a blank line above it is a row by the rules of GFM."""
    head = tuple(reader.inline(cell, node.line) for cell in node.head)
    rows = tuple(
        tuple(reader.inline(cell, min(node.line + 2 + i, max(node.line, node.end))) for cell in row)
        for i, row in enumerate(node.rows)
    )
    whole = Table(head, rows, node.align, reader.place(node))  # type: ignore[arg-type]
    if len(rows) < 2 or not _is_origin(rows[-1]):
        yield whole
        return
    last = max(node.end, node.line)
    yield replace(whole, rows=rows[:-1], place=Place(whole.place.path, node.line, last - 1))
    yield Point(rows[-1][0], place=Place(whole.place.path, last))


def _is_origin(row: Sequence[RichText]) -> bool:
    """Whether a row is a line that says where the table is from: all else in it is empty."""
    return len(row) > 1 and says_origin(row[0].plain) and not any(row[1:])
