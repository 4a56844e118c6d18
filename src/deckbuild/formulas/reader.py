"""TeX mathematics → a tree: what people write between dollar signs, not the whole of TeX.

A command that is not known, or that defines others, makes the formula unreadable: half a formula is a wrong formula.
The reader is our own, since what libraries do with an unknown command is to print it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from msgspec import Struct

from .commands import command
from .cursor import Cursor, Unreadable
from .environments import lines
from .letters import Alphabet, styled
from .symbols import PLAIN, kind_of
from .tree import Big, Fence, Fraction, Function, Kind, Limits, Line, Node, Row, Script, Sign, Space, Words, row

_ENDS = frozenset(("}", "&", "\\\\", "\\right", "\\end", "\\middle", "\\cr"))
_PROSE = re.compile(r"[A-Za-z]{3,}\s+[A-Za-z]{3,}\s+[A-Za-z]{2,}|^[A-Za-z]{3,}\s+[A-Za-z]{3,}$")
_INFIX = {"\\over": True, "\\atop": False, "\\choose": False}


class Refusal(Struct, frozen=True):
    """Why a formula cannot be read."""

    reason: str


@lru_cache(maxsize=4096)
def read(tex: str) -> Node | Refusal:
    """The tree of a formula given without its dollar signs."""
    if "\\" not in tex and _PROSE.search(tex):
        return Refusal("it reads like text")
    try:
        at = Cursor(tex)
        tree = lines(at, run)
        if at.peek():
            raise Unreadable(f"'{at.peek()}' is not expected")
    except Unreadable as fault:
        return Refusal(str(fault))
    return tree if tree != Row() else Refusal("it is empty")


def run(at: Cursor, stops: frozenset[str] = frozenset()) -> Node:
    """Parts side by side, up to what ends them."""
    items: list[Node] = []
    at.enter()
    before = at.alphabet
    while (token := at.peek()) and token not in _ENDS and token not in stops:
        if token in _INFIX:
            at.next()
            items = [_infix(token, row(items), run(at, stops))]
            break
        items += _scripted(at)
    at.alphabet = before
    at.leave()
    return row(items)


def _infix(token: str, over: Node, under: Node) -> Node:
    found = Fraction(over, under, _INFIX[token])
    return Fence("(", ")", (found,)) if token == "\\choose" else found


def argument(at: Cursor) -> Node:
    """What a command is given: a group, or the next thing."""
    if at.takes("{"):
        found = run(at)
        at.expect("}")
        return found
    if not at.peek() or at.peek() in _ENDS:
        raise Unreadable("something is missing at its end")
    at.enter()
    found = row(_part(at, alone=True))
    at.leave()
    return found


def _scripted(at: Cursor) -> list[Node]:
    """A part with what is written below and above it."""
    found = [] if at.peek() in ("^", "_") else _part(at)
    sub = sup = None
    stacked: bool | None = None
    while (token := at.peek()) in ("^", "_", "'", "\\limits", "\\nolimits"):
        if token in ("\\limits", "\\nolimits"):
            stacked = at.next() == "\\limits"
        elif token == "'":
            sup = _with(sup, _primes(at))
        else:
            at.next()
            given = argument(at)
            if (sup if token == "^" else sub) is not None and not (token == "^" and _is_prime(sup)):
                raise Unreadable(f"two '{token}' in a row")
            sub, sup = (sub, _with(sup, given)) if token == "^" else (given, sup)
    if sub is None and sup is None:
        return found
    *head, base = found or [Row()]
    return [*head, _attached(base, sub, sup, stacked)]


def _with(first: Node | None, second: Node) -> Node:
    return second if first is None else row([first, second])


def _is_prime(node: Node | None) -> bool:
    return isinstance(node, Sign) and set(node.text) == {"′"}


def _primes(at: Cursor) -> Sign:
    count = 0
    while at.takes("'"):
        count += 1
    return Sign("′" * count, "sign")


def _attached(base: Node, sub: Node | None, sup: Node | None, stacked: bool | None) -> Node:
    """Bounds of a large operator, limits of a function, the note of a brace, else scripts."""
    match base:
        case Big(sign=sign, sub=None, sup=None):
            return Big(sign, sub, sup, base.stacked if stacked is None else stacked)
        case Function(limits=True) | Line(braced=True):
            return Limits(base, sub, sup)
        case _:
            return Limits(base, sub, sup) if stacked else Script(base, sub, sup)


def _part(at: Cursor, alone: bool = False) -> list[Node]:
    """The next thing as its parts: a group is one, a command may be none. One that stands `alone` is one character."""
    token = at.peek()
    if token == "{":
        return [_bound(argument(at))]
    at.next()
    if token.startswith("\\"):
        return command(token[1:], at, run, argument)
    if token.isdigit():
        return [Sign(token if alone else _digits(token, at), "number", upright=True)]
    if token in PLAIN:
        text, kind = PLAIN[token]
        return [Sign(text, kind, upright=True)]
    return [letter(token, at)]


def _bound(group: Node) -> Node:
    """A sign in braces of its own loses the space around it: `10{,}000`."""
    is_bare = isinstance(group, Sign) and group.kind not in ("letter", "number")
    return Sign(group.text, "sign", upright=True) if is_bare and isinstance(group, Sign) else group


def _digits(first: str, at: Cursor) -> str:
    """A number, with its decimal point or the comma between its thousands."""
    taken = [first]
    while at.at < len(at.tokens):
        token = at.tokens[at.at]
        after = at.tokens[at.at + 1] if at.at + 1 < len(at.tokens) else ""
        if not (token.isdigit() or (token == "." and after.isdigit())):
            break
        taken.append(token)
        at.at += 1
    alphabet = cast(Alphabet, at.alphabet)
    return "".join(styled(char, alphabet) for char in taken)


def letter(char: str, at: Cursor) -> Node:
    """A letter in the alphabet that is in force; words in other scripts stand upright."""
    if char == "~":
        return Space(0.25)
    if not char.isprintable():
        raise Unreadable("it has a control character")
    alphabet = cast(Alphabet, at.alphabet)
    if char.isalpha() and not ("a" <= char.lower() <= "z" or "Α" <= char <= "ϵ"):
        return Words(char)
    kind: Kind = "letter" if char.isalpha() else kind_of(char)
    return Sign(styled(char, alphabet), kind, upright=bool(alphabet) or not char.isalpha())
