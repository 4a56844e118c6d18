"""Fences that are never closed, or far below where their author meant them to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from .nodes import Problem

_BARE = re.compile(r"[ \t>]*(`{2,}|~{2,})[ \t]*")
_BLOCKS = re.compile(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*[^\s`~]")


def problems(token: Token, lines: Sequence[str]) -> Iterator[Problem]:
    """What there is to say of a fence. The line that was meant to close it may have another mark or be too short."""
    first, last = token.map or (0, 1)
    content = token.content.split("\n")[: last - first - 1]
    is_closed = last - first - 1 > token.content.count("\n") + bool(content and content[-1])
    if is_closed and len(token.markup) > 3:
        return
    near = [i for i, row in enumerate(content, first + 1) if _BARE.fullmatch(row)]
    if is_closed and (len(near) != 1 or any(_BLOCKS.match(row) for row in content)):
        return
    opened = f"the fence {token.markup} that opens here"
    fact = f"{opened} is closed in line {last}" if is_closed else f"{opened} is never closed"
    at = near[0] if near else last if last < len(lines) and _BARE.fullmatch(lines[last]) else -1
    shown = f"; line {at + 1} has {lines[at].strip(' >	')}" if at >= 0 else ""
    if shown or not is_closed:
        yield Problem("unclosed-fence", first + 1, last, f"{fact}{shown}")
