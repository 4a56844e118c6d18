"""Numbered questions whose choices and answer stand below them without being indented.

Markdown ends the list at the first line that is not indented, so that the number is a list of one question, its choices
are a paragraph, and the answer is another one that everybody sees.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ... import blocks as b
from ..choices import question_at
from ..explained import explains
from ..marks import Marked


def with_hung(nodes: Sequence[Marked]) -> Sequence[Marked]:
    """The nodes with choices and answer in the item that asks, and such items that count on as one list."""
    if not any(isinstance(node, b.ItemList) for node in nodes[:-1]):
        return nodes
    out: list[Marked] = []
    left = list(nodes)
    counts = False
    i = 0
    while i < len(left):
        node = left[i]
        before = out[-1] if out and counts else None
        if isinstance(node, b.ItemList) and isinstance(before, b.ItemList) and _counts_on(before, node):
            out.pop()
            node = replace(before, items=(*before.items, *node.items), end=node.end)
        taken = _taken(node, left, i + 1)
        counts = bool(taken)
        i += 1
        if taken and isinstance(node, b.ItemList):
            held, rest = taken
            node = _holding(node, held)
            left[i : i + len(held)] = rest
        out.append(node)
    return out


def _counts_on(before: b.ItemList, node: b.ItemList) -> bool:
    return before.ordered and node.ordered and node.start == before.start + len(before.items)


def _taken(node: Marked, nodes: Sequence[Marked], start: int) -> tuple[list[b.Node], list[Marked]] | None:
    """What belongs to the last item of a list, and what is left of the last of these nodes."""
    last = node.items[-1].body if isinstance(node, b.ItemList) and node.items else ()
    if len(last) != 1 or not isinstance(last[0], b.Paragraph):
        return None
    found = question_at([last[0], *nodes[start:]], 0)
    if not found or found[1] < 2:
        return None
    (_, *rest), end = found
    held = [each for each in nodes[start : start + end - 1] if isinstance(each, b.Node)]
    if rest and not explains(rest[0]):
        final = held[-1]
        if not isinstance(final, b.Paragraph):
            return None
        lines = final.text.split("\n")[: rest[0].line - final.line]
        held[-1] = b.Paragraph("\n".join(lines), final.line, rest[0].line - 1)
    elif rest:
        return held, []
    after = start + end - 1
    if not rest and after < len(nodes) and explains(said := nodes[after]) and isinstance(said, b.Node):
        held.append(said)
    return held, rest


def _holding(node: b.ItemList, held: Sequence[b.Node]) -> b.ItemList:
    item = node.items[-1]
    last = b.Item((*item.body, *held), item.line, max(item.end, held[-1].end), item.number)
    return replace(node, items=(*node.items[:-1], last), end=last.end)
