"""Raw HTML in notes, read for its meaning: `<details>`, lists, tables, pictures; what means nothing is text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...diagnostics import Diagnostic
from .. import blocks as b
from .depth import shallow
from .flat import inline_of
from .flow import has_block_tag, orders_of, wants_reading
from .notices import Notices
from .reader import Reader
from .speech import spoken_in
from .walk import rebuilt

_LIMITS = (40, 20, 20, 6, 6, 6, 6)
"""How many elements may be open within each other, by the depth of the Markdown list or quote that they stand in."""


def meaning(nodes: Sequence[b.Node], path: str) -> tuple[tuple[b.Node, ...], tuple[Diagnostic, ...]]:
    """The blocks of a note with ordinary blocks in the place of raw HTML, and what there is to say about it.

    No HTML is left; comments to deckbuild are blocks of their own, behind the block in whose lines they stand.
    """
    notices = Notices(path)

    def content(body: tuple[b.Node, ...], depth: int) -> tuple[tuple[b.Node, ...], tuple[b.Node, ...]]:
        plain = tuple(made for node in body for made in _without_tags(node, notices))
        if not wants_reading(plain):
            return plain, ()
        reader = Reader(notices, _LIMITS[depth] if depth < len(_LIMITS) else 0)
        return reader.read(plain), tuple(reader.strays)

    made, problem = shallow(rebuilt(nodes, lambda part: part, content))
    return made, (*notices.found, *b.diagnostics_of([problem] if problem else [], path))


def _without_tags(node: b.Node, notices: Notices) -> Iterator[b.Node]:
    """A node whose texts the inline engine understands, and the orders that were given in it."""

    def inline(text: str, line: int, glue: str) -> str:
        if not has_block_tag(text):
            return text
        return inline_of(Reader(notices, _LIMITS[-1]).read((b.Html(text, line, line),)), glue)

    match node:
        case b.Heading() if has_block_tag(node.text):
            yield replace(node, text=inline(node.text, node.line, " "))
            yield from _addressed(node.text, node.line)
        case b.PipeTable() if any(has_block_tag(cell) for row in (node.head, *node.rows) for cell in row):
            rows = [(node.line, node.head), *enumerate(node.rows, node.line + 2)]
            head, *body = [tuple(inline(cell, line, "<br>") for cell in row) for line, row in rows]
            yield replace(node, head=head, rows=tuple(body))
            for line, row in rows:
                yield from (each for cell in row for each in _addressed(cell, line))
        case _:
            yield node


def _addressed(text: str, line: int) -> Iterator[b.Node]:
    """The comments in a text that are to deckbuild or to a speaker."""
    yield from orders_of(text, line)
    yield from spoken_in(text, line)
