"""Raw HTML in notes, read for its meaning: `<details>`, lists, tables, pictures; what means nothing is text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...diagnostics import Diagnostic
from .. import blocks as b
from .flat import inline_of
from .flow import has_block_tag, wants_reading
from .notices import Notices
from .reader import Reader
from .walk import Part, rebuilt

_LIMITS = (40, 20, 20, 6, 6, 6, 6)
"""How many elements may be open within each other, by the depth of the Markdown list or quote that they stand in."""


def meaning(nodes: Sequence[b.Node], path: str) -> tuple[tuple[b.Node, ...], tuple[Diagnostic, ...]]:
    """The blocks of a note with ordinary blocks in the place of raw HTML, and what there is to say about it.

    The only HTML left are comments to deckbuild itself, each a block of its own.
    """
    notices = Notices(path)

    def content(body: tuple[b.Node, ...], depth: int) -> tuple[tuple[b.Node, ...], tuple[b.Node, ...]]:
        if not wants_reading(body):
            return body, ()
        reader = Reader(notices, _LIMITS[depth] if depth < len(_LIMITS) else 0)
        return reader.read(body), tuple(reader.strays)

    def inline(text: str, line: int, glue: str) -> str:
        if not has_block_tag(text):
            return text
        return inline_of(Reader(notices, _LIMITS[-1]).read((b.Html(text, line, line),)), glue)

    def own(part: Part) -> Part:
        match part:
            case b.Heading() if has_block_tag(part.text):
                return replace(part, text=inline(part.text, part.line, " "))
            case b.PipeTable() if any(has_block_tag(cell) for row in (part.head, *part.rows) for cell in row):
                head = tuple(inline(cell, part.line, "<br>") for cell in part.head)
                rows = [tuple(inline(c, part.line + 2 + i, "<br>") for c in row) for i, row in enumerate(part.rows)]
                return replace(part, head=head, rows=tuple(rows))
            case _:
                return part

    return rebuilt(nodes, own, content), tuple(notices.found)
