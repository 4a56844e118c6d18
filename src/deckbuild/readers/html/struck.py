"""Text that is struck out over more than one block: `<del>` around a list, a table or some paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from .. import blocks as b
from .flat import inline_of
from .scan import Comment, Tag, Text, Unclosed, Verbatim
from .tags import BLOCKS
from .walk import Part, rebuilt

STRIKES = frozenset({"s", "del", "strike"})
_TAG = re.compile(r"<(/?)(?:s|del|strike)(?=[\s>])[^<>]*>", re.IGNORECASE)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*\1")
_BOX = re.compile(r"\[[ xX]\]\s+")


def reaching(nodes: Sequence[b.Node]) -> frozenset[int]:
    """The indices of the paragraphs in which a strike begins that ends in a later block, and of those where one ends."""
    found: set[int] = set()
    begun: int | None = None
    for i, node in enumerate(nodes):
        if not isinstance(node, b.Html | b.Paragraph):
            continue
        more = _opened(node.text)
        if more > 0 and begun is None:
            begun = i
        elif more < 0 and begun is not None:
            found |= {begun, i}
            begun = None
    return frozenset(i for i in found if isinstance(nodes[i], b.Paragraph))


def _opened(text: str) -> int:
    """How many more strikes begin in a text than end there."""
    if "<" not in text:
        return 0
    return sum(-1 if found[1] else 1 for found in _TAG.finditer(_CODE.sub("", text)))


def over_blocks(events: Sequence[object]) -> dict[int, int]:
    """The tags that strike out more than a stretch of a line: the index of each closing one by that of its opening one."""
    found: dict[int, int] = {}
    opened: list[tuple[int, int]] = []
    blocks = 0
    for i, event in enumerate(events):
        blocks += _sets_apart(event)
        if not isinstance(event, Tag) or event.name not in STRIKES:
            continue
        if not event.closing:
            opened.append((i, blocks))
        elif opened:
            first, before = opened.pop()
            found |= {first: i} if blocks > before else {}
    return found


def _sets_apart(event: object) -> bool:
    match event:
        case Tag():
            return event.name in BLOCKS
        case Text():
            return event.text.startswith("\n")
        case Verbatim():
            return event.name == "pre"
        case _:
            return not isinstance(event, Comment | Unclosed)


def struck(nodes: Sequence[b.Node]) -> tuple[b.Node, ...]:
    """Blocks whose texts are struck out, at any depth; code and formulas stand in a line then, since no block of them can be."""
    return rebuilt(nodes, _own, lambda body, _: (body, ()))


def _own(node: Part) -> Part:
    match node:
        case b.Paragraph() | b.Heading():
            return replace(node, text=_crossed(node.text))
        case b.Fence():
            return b.Paragraph(_crossed(inline_of([node])), node.line, node.end)
        case b.MathBlock():
            return b.Paragraph(_crossed(f"${' '.join(node.tex.split())}$"), node.line, node.end)
        case b.DefinitionItem():
            return replace(node, terms=tuple(map(_crossed, node.terms)))
        case b.PipeTable():
            rows = tuple(tuple(map(_crossed, row)) for row in node.rows)
            return replace(node, head=tuple(map(_crossed, node.head)), rows=rows)
        case b.Details():
            return replace(node, summary=_crossed(node.summary))
        case _:
            return node


def _crossed(text: str) -> str:
    box = found[0] if (found := _BOX.match(text)) else ""
    return f"{box}<del>{text[len(box) :]}</del>" if text else ""
