"""TeX as tokens, and a place among them.

White space means nothing in mathematics but for what it ends; a comment runs to the end of its line.
"""

from __future__ import annotations

import re
from typing import Protocol

from .tree import Node

DEEPEST = 24
"""Groups within groups: more is no formula for people, and Python's own stack bears no more than about a thousand calls."""
LONGEST = 4_000
"""Characters of one formula."""
_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|%[^\n]*|\s+|.", re.DOTALL)
_STARRED = frozenset(("\\operatorname*", "\\hspace*", "\\DeclareMathOperator*"))


class Unreadable(Exception):
    """What stands in the way of reading a formula, in a few words."""


class Reader(Protocol):
    """Reads what stands at a cursor. The parts of a formula are read by modules that need one another through this."""

    def __call__(self, at: Cursor, stops: frozenset[str] = ...) -> Node: ...


class Cursor:
    """Tokens of a formula and where reading stands. `text` is needed for what is no mathematics, such as `\\text{…}`."""

    __slots__ = ("alphabet", "at", "depth", "tokens")

    def __init__(self, tex: str) -> None:
        if len(tex) > LONGEST:
            raise Unreadable(f"it has more than {LONGEST} characters")
        self.tokens = [token for found in _TOKEN.finditer(tex) for token in _split(found[0])]
        self.at = 0
        self.depth = 0
        self.alphabet = ""

    def peek(self) -> str:
        """The next token that is no white space, "" at the end."""
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def next(self) -> str:
        """The same, taken."""
        token = self.peek()
        self.at += bool(token)
        return token

    def takes(self, token: str) -> bool:
        """Whether that token stands here; then it is taken."""
        if self.peek() != token:
            return False
        self.at += 1
        return True

    def expect(self, token: str) -> None:
        """Takes a token that has to be here."""
        if not self.takes(token):
            raise Unreadable(f"'{token}' is missing")

    def enter(self) -> None:
        """One group deeper."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable(f"it is nested more than {DEEPEST} deep")

    def leave(self) -> None:
        self.depth -= 1

    def raw(self) -> str:
        """A group as it is written, white space included, without its braces."""
        self.expect("{")
        taken: list[str] = []
        depth = 1
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            depth += (token == "{") - (token == "}")
            if not depth:
                return "".join(taken)
            taken.append(token)
        raise Unreadable("'}' is missing")

    def optional(self) -> str | None:
        """An argument in brackets as it is written, if there is one."""
        if self.peek() != "[":
            return None
        end = next((i for i in range(self.at, len(self.tokens)) if self.tokens[i] == "]"), -1)
        if end < 0:
            raise Unreadable("']' is missing")
        taken = "".join(self.tokens[self.at + 1 : end])
        self.at = end + 1
        return taken


def _split(token: str) -> tuple[str, ...]:
    """A star belongs to few commands; behind the others it is a sign of its own."""
    if token.startswith("%"):
        return ()
    starred = len(token) > 2 and token.startswith("\\") and token.endswith("*")
    return (token[:-1], "*") if starred and token not in _STARRED else (token,)
