"""Lists that Markdown runs together: a name for the next list, directly below the last item of the one before.

Without a blank line Markdown takes such a line for the rest of the item above it, and the items below it for more of
the same list: what was against something would be one more thing in its favour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ... import blocks as b
from .. import vocabulary as v
from ..marks import Marked

MAX_NAME = 40
_BOLD = re.compile(r"\s*(?:\*\*|__)(?!\s)[^*_\n]{1,60}(?:\*\*|__)\s*[:：]?\s*")
_ROLES = (v.PROS, v.CONS, v.EXAMPLES, v.REFERENCES)


def names_list(line: str) -> bool:
    """Whether a line can only be the name of what stands below it: in bold, a word for lists, or short with a colon."""
    if len(line) > MAX_NAME + 24:
        return False
    bare = line.strip().rstrip(":：").strip("*_ ")
    if _BOLD.fullmatch(line) or any(role.match(bare) for role in _ROLES):
        return True
    announces = line.rstrip().endswith((":", "：")) and len(bare) <= MAX_NAME
    return announces and not re.search(r"[.。,，]", bare) and not v.CLAUSE_END.search(bare)


def parted(nodes: Sequence[Marked]) -> Sequence[Marked]:
    """The nodes with each list cut behind an item whose last line names the items below it."""
    lists = [(node, _is_followed(nodes, i)) for i, node in enumerate(nodes) if isinstance(node, b.ItemList)]
    if not any(
        _name_below(item) for node, followed in lists for item in node.items[: len(node.items) - (not followed)]
    ):
        return nodes
    return [
        part
        for i, node in enumerate(nodes)
        for part in (_parts(node, _is_followed(nodes, i)) if isinstance(node, b.ItemList) else (node,))
    ]


def _is_followed(nodes: Sequence[Marked], i: int) -> bool:
    """Whether another list stands directly below one: its bullets are of another kind."""
    following = nodes[i + 1] if i + 1 < len(nodes) else None
    return isinstance(following, b.ItemList) and following.line == nodes[i].end + 1


def _name_below(item: b.Item) -> str:
    """The last line of an item of several lines, where it names what follows."""
    last = item.body[-1] if item.body else None
    if not isinstance(last, b.Paragraph) or "\n" not in last.text:
        return ""
    line = last.text[last.text.rindex("\n") + 1 :]
    return line if names_list(line) else ""


def _parts(node: b.ItemList, followed: bool) -> Iterator[Marked]:
    held: list[b.Item] = []
    start = node.start
    for i, item in enumerate(node.items):
        following = node.items[i + 1] if i + 1 < len(node.items) else None
        name = _name_below(item) if following or followed else ""
        held.append(_without_last_line(item) if name else item)
        if name:
            yield replace(node, items=tuple(held), start=start, line=held[0].line, end=held[-1].end)
            yield b.Paragraph(name, item.body[-1].end, item.body[-1].end)
            held, start = [], following.number if following and node.ordered else node.start
    if held:
        yield replace(node, items=tuple(held), start=start, line=held[0].line)


def _without_last_line(item: b.Item) -> b.Item:
    last = item.body[-1]
    if not isinstance(last, b.Paragraph):
        return item
    kept = b.Paragraph(last.text[: last.text.rindex("\n")], last.line, last.end - 1)
    return b.Item((*item.body[:-1], kept), item.line, last.end - 1, item.number)
