"""Lists that go on behind what interrupted them.

Code, a table or a paragraph that belongs to an item must be indented to stay in it, and few authors know. Markdown ends
the list there, and what comes behind is another one that begins at 2. Read as written, the code has lost its item, and
the steps of one procedure are several lists of one step.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ... import blocks as b
from ..marks import Marked
from .parted import names_list

_PICTURE = re.compile(r"\s*(?:!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])|!\[\[[^\[\]\n]+\]\])\s*")


class _Run(Struct, frozen=True):
    """Lists that are one: `ends` is the index behind the last of them, `items` hold what stood between."""

    items: tuple[b.Item, ...]
    ends: int
    gap: str


def resumed(nodes: Sequence[Marked]) -> Sequence[Marked]:
    """The nodes with each list that was interrupted as one, what interrupted it in the items that it stood below."""
    if sum(isinstance(node, b.ItemList) for node in nodes) < 2:
        return nodes
    out: list[Marked] = []
    i = 0
    while i < len(nodes):
        node = nodes[i]
        run = _run(nodes, i, node) if isinstance(node, b.ItemList) else None
        if run and isinstance(node, b.ItemList):
            out.append(replace(node, items=run.items, end=run.items[-1].end))
            i = run.ends
        else:
            out.append(node)
            i += 1
    return out


def _run(nodes: Sequence[Marked], start: int, first: b.ItemList) -> _Run | None:
    """The lists from here on that are one, or nothing where the next is another one."""
    items = list(first.items)
    i, gaps = start + 1, 0
    kind = ""
    while (after := _next_list(nodes, i, first.ordered)) and (found := _gap(nodes[i:after], first, kind)):
        following = nodes[after]
        if not isinstance(following, b.ItemList) or not _goes_on(first, following, len(items)):
            break
        items[-1] = _holding(items[-1], nodes[i:after])
        items += following.items
        kind, i, gaps = found, after + 1, gaps + 1
    if not gaps:
        return None
    if i < len(nodes) and _kind(nodes[i]) == kind and not _next_is_apart(nodes, i):
        items[-1] = _holding(items[-1], nodes[i : i + 1])
        i += 1
    return _Run(tuple(items), i, kind)


def _next_list(nodes: Sequence[Marked], start: int, ordered: bool) -> int:
    """The index of the list that may go on with one that ends before `start`; 0 where there is none.

    Bullets may stand between the numbers of one that is ordered.
    """
    for i in range(start, len(nodes)):
        node = nodes[i]
        if isinstance(node, b.Heading | b.Rule | b.Directive):
            return 0
        if isinstance(node, b.ItemList) and i > start and (node.ordered or not ordered):
            return i
    return 0


def _gap(between: Sequence[Marked], first: b.ItemList, kind: str) -> str:
    """What kind of thing interrupts a list; nothing where it is no part of the item before it.

    Numbers say themselves that they go on. Bullets are one list where between any two stands one block, always of the
    same kind, that is no text.
    """
    last = between[-1]
    if isinstance(last, b.Paragraph) and _announces(last):
        return ""
    found = _kind(between[0])
    if first.ordered:
        return found
    return found if len(between) == 1 and found not in ("text", "list") and kind in ("", found) else ""


def _announces(node: b.Paragraph) -> bool:
    """Whether the last line of a paragraph is about the list below it."""
    line = node.text[node.text.rfind("\n") + 1 :]
    return line.rstrip().endswith((":", "：")) or names_list(line)


def _kind(node: Marked) -> str:
    match node:
        case b.Fence() | b.PipeTable() | b.MathBlock() | b.BlockQuote():
            return type(node).__name__
        case b.ItemList():
            return "list"
        case b.Paragraph() if _PICTURE.fullmatch(node.text):
            return "picture"
        case _:
            return "text"


def _goes_on(first: b.ItemList, following: b.ItemList, count: int) -> bool:
    """Whether a list counts on from one of `count` items; lists of bullets are one where each has one item."""
    if first.ordered:
        return following.ordered and following.start == first.start + count
    return not following.ordered and len(first.items) == len(following.items) == 1


def _next_is_apart(nodes: Sequence[Marked], i: int) -> bool:
    """Whether a paragraph behind the last item may be about the whole list: others follow it."""
    following = nodes[i + 1] if i + 1 < len(nodes) else None
    if _kind(nodes[i]) != "text" or not isinstance(following, b.Paragraph):
        return False
    return _kind(following) == "text" and not _announces(following)


def _holding(item: b.Item, nodes: Sequence[Marked]) -> b.Item:
    """An item with more below it."""
    below = tuple(node for node in nodes if isinstance(node, b.Node))
    return b.Item((*item.body, *below), item.line, max(item.end, nodes[-1].end))
