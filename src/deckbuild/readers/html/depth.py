"""HTML within Markdown within HTML: what is nested more deeply than any output can show is lifted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import blocks as b
from .walk import Part, parts_of, rebuilt

MAX_DEPTH = b.MAX_NESTING + 2


def shallow(nodes: tuple[b.Node, ...]) -> tuple[tuple[b.Node, ...], b.Problem | None]:
    """The nodes, none of them too deep, and where some were: all that they hold is there, in its order."""
    deep = _deep(nodes)
    if not deep:
        return nodes, None

    def content(body: tuple[b.Node, ...], depth: int) -> tuple[tuple[b.Node, ...], tuple[b.Node, ...]]:
        return (tuple(_flat(body)) if depth + 3 > MAX_DEPTH else body), ()

    fact = f"these lines are nested deeper than {b.MAX_NESTING} levels and are read as if they were not"
    last = max(node.end for node in deep)
    return rebuilt(nodes, lambda part: part, content), b.Problem("too-deep", deep[0].line, last, fact)


def _deep(nodes: Sequence[b.Node]) -> list[Part]:
    """The blocks that are too deep, in their order."""
    found: list[Part] = []
    waiting: list[tuple[Part, int]] = [(node, 1) for node in reversed(nodes)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            found.append(node)
        waiting += [(part, depth + 1) for part in reversed(parts_of(node))]
    return found


def _flat(body: Sequence[b.Node]) -> Iterator[b.Node]:
    for node in body:
        match node:
            case b.ItemList():
                for item in node.items:
                    yield from item.body
            case b.BlockQuote():
                yield from node.body
            case b.Details():
                yield from _named([node.summary], node)
            case b.FootnoteText():
                yield from _named([f"[^{node.label}]"], node)
            case b.DefinitionItem():
                yield from _named(node.terms, node)
            case _:
                yield node


def _named(names: Sequence[str], node: b.Details | b.FootnoteText | b.DefinitionItem) -> Iterator[b.Node]:
    for i, name in enumerate(names):
        if name:
            yield b.Paragraph(name, node.line + i, node.line + i)
    yield from node.body
