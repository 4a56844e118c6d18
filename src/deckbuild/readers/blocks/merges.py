"""What git leaves in a note where two branches changed the same lines: both sides, and its marks between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from .nodes import Problem

_OPENS, _PARTS, _CLOSES = "<<<<<<< ", "=======", ">>>>>>> "


def conflicts(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Problem]:
    """The conflicts that nobody resolved. A note about git may well show one, as code."""
    code = {n for token in tokens if token.type in ("fence", "code_block") and token.map for n in range(*token.map)}
    opened: int | None = None
    for n, line in enumerate(lines):
        if n in code:
            continue
        if line.startswith(_OPENS):
            opened = n
        elif line.startswith(_CLOSES) and opened is not None:
            if _PARTS in lines[opened:n]:
                fact = "a merge conflict is not resolved; both sides of it are read, and its marks"
                yield Problem("merge-conflict", opened + 1, n + 1, fact)
            opened = None
