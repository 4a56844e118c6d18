"""Link reference definitions, and those that nobody uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from ..inline import Link, normal_label
from .nodes import Problem

_BRACKETS = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]")


def links_of(definitions: Iterable[Token]) -> dict[str, Link]:
    """The links by their labels; the first definition of a label counts."""
    found: dict[str, Link] = {}
    for token in definitions:
        found.setdefault(normal_label(token.meta["label"]), Link(token.meta["url"], token.meta["title"]))
    return found


def unused(definitions: Sequence[Token], lines: Sequence[str]) -> Iterator[Problem]:
    """Definitions that no brackets refer to: nothing would show them. Neighbours are named together."""
    if not definitions:
        return
    taken = {line for token in definitions for line in range(*(token.map or (0, 0)))}
    text = "\n".join(line for i, line in enumerate(lines) if i not in taken)
    used = {normal_label(label) for label in _BRACKETS.findall(text)}
    idle = [token for token in definitions if normal_label(token.meta["label"]) not in used]
    for group in _neighbours(idle):
        names = ", ".join(f"[{token.meta['label']}]" for token in group[:5]) + (", …" if len(group) > 5 else "")
        first, last = group[0].map or (0, 1), group[-1].map or (0, 1)
        yield Problem("unused-link", first[0] + 1, last[1], f"no link refers to {names}")


def _neighbours(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    group: list[Token] = []
    for token in tokens:
        if group and token.map and group[-1].map and token.map[0] > group[-1].map[1]:
            yield group
            group = []
        group.append(token)
    if group:
        yield group
