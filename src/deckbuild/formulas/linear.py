"""A tree → one line of text that can be read: `x² + √(a/b)`.

It is what notes say, what is read aloud, and what programs show that know no Office maths. A line of it may end only
before a sign that joins two terms of the formula itself: everywhere else its spaces do not break.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

from .spacing import Placed, is_named, placed
from .tree import (
    Accent,
    Big,
    Fence,
    Fraction,
    Frame,
    Function,
    Limits,
    Line,
    Node,
    Root,
    Row,
    Script,
    Sign,
    Space,
    Table,
    Words,
    parts,
)

FIRM = "\u00a0"
_FACTORIAL = Sign("!", "close", upright=True)
SUP = dict(
    zip(
        "0123456789+−=()niabcdefghjklmoprstuvwxyzT⊤βγδθφχ′",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵀᵝᵞᵟᶿᵠᵡ′",
        strict=True,
    )
)
"""Letters that Unicode has small, with the small ones; and the same below."""
SUB = dict(zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_ROOTS = {"3": "∛", "4": "∜"}
_VULGAR = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/8": "⅛"}
_OVER, _UNDER = "\u0305", "\u0332"


@lru_cache(maxsize=4096)
def linear(node: Node) -> str:
    """The whole formula; its only breaking spaces are those between its pieces."""
    return " ".join(pieces(node))


def pieces(node: Node) -> list[str]:
    """The stretches of a formula that no line end divides: each but the first begins with the sign that joins it."""
    return [text for text, _ in divided(node)]


def divided(node: Node) -> list[tuple[str, tuple[Node, ...]]]:
    """The same with the parts that each is made of."""
    groups: list[list[Placed]] = [[]]
    depth = 0
    for part in placed(parts(node)):
        if part.joins and groups[-1] and depth <= 0:
            groups.append([])
        depth += (part.kind == "open") - (part.kind == "close" and part.node != _FACTORIAL)
        groups[-1].append(part)
    found = [
        (_run(group, i > 0).strip(FIRM + " "), tuple(part.node for part in group)) for i, group in enumerate(groups)
    ]
    return [(text, nodes) for text, nodes in found if text] or [("", ())]


def _row(items: Sequence[Node]) -> str:
    return _run(list(placed(items)))


def _run(items: Sequence[Placed], joined: bool = False) -> str:
    """Parts side by side; the first one joins this to something before it where `joined`."""
    out = ""
    for i, (node, kind) in enumerate(items):
        text = _one(node)
        if kind in ("binary", "relation") and (i or joined):
            out = out.rstrip(FIRM) + FIRM + text + FIRM
        elif kind == "comma":
            out += text + FIRM
        elif isinstance(node, Fraction):
            after = items[i + 1] if i + 1 < len(items) else None
            out = _apart(out, node) + (_bound(text) if node.ruled and after and _multiplies(after) else text)
        elif is_named(node) or isinstance(node, Words | Big):
            out = _apart(out, node) + text + _gap(node, items[i + 1].node if i + 1 < len(items) else None)
        else:
            out += text
    return out.rstrip(FIRM) if not joined else out.strip(FIRM)


def _apart(before: str, node: Node) -> str:
    """A name stands apart from a letter or number before it."""
    stands = before[-1:].isalnum() or before[-1:] in (")", "]", "}", "⁾")
    return before + FIRM if before and stands and not isinstance(node, Words) else before


def _multiplies(after: Placed) -> bool:
    """Whether what follows a fraction is multiplied by it, so that it has to be told from its denominator."""
    return after.kind not in ("binary", "relation", "comma", "close") and not isinstance(after.node, Words)


def _bound(fraction: str) -> str:
    """A fraction as one sign, where Unicode has it, else in brackets."""
    return _VULGAR.get(fraction, f"({fraction})")


def _gap(node: Node, after: Node | None) -> str:
    """The space behind a name or a large operator, none before a bracket."""
    if after is None or isinstance(node, Words) or isinstance(after, Fence | Space):
        return ""
    return "" if isinstance(after, Sign) and after.kind in ("open", "close", "comma") else FIRM


def _one(node: Node) -> str:
    match node:
        case Sign(text=text) | Words(text=text):
            return text.replace(" ", FIRM).replace("∣", "|")
        case Function(name=name):
            return name.replace(" ", FIRM)
        case Space(em=em):
            return FIRM if em >= 0.2 else ""
        case Row(items=items):
            return _row(items)
        case Fraction(over=over, under=under, ruled=ruled):
            return (
                f"{_term(over)}/{_factor(under)}" if ruled else f"{_row(parts(over))}{FIRM}¦{FIRM}{_row(parts(under))}"
            )
        case Script(base=base, sub=sub, sup=sup):
            return _base(base) + _lowered(sub) + _raised(sup)
        case Limits(base=base, below=below, above=above):
            return _base(base) + _lowered(below) + _raised(above)
        case Big(sign=sign, sub=sub, sup=sup):
            return sign + _lowered(sub) + _raised(sup)
        case Root(body=body, degree=degree):
            return _root(body, degree)
        case Fence(left=left, right=right, parts=inner, bar=bar):
            return _fenced(left, right, inner, bar)
        case Table(rows=rows, kind="aligned" | "lines"):
            end = f";{FIRM}" if node.kind == "aligned" else FIRM
            lines = ([item for cell in cells for item in parts(cell)] for cells in rows)
            return end.join(_run(list(placed(line)), joined=True) for line in lines)
        case Table(rows=rows, kind=kind):
            gap, end = (FIRM, ",") if kind == "cases" else (f",{FIRM}", ";")
            return f"{end}{FIRM}".join(gap.join(map(_one, cells)).strip(FIRM) for cells in rows)
        case Accent(mark=mark, body=body):
            return _marked(body, mark)
        case Line(body=body, below=below, braced=braced):
            return _one(body) if braced else _lined(body, below)
        case Frame(body=body):
            return _one(body)
        case _:
            assert_never(node)


def _fenced(left: str, right: str, inner: Sequence[Node], bar: str) -> str:
    match inner:
        case (Fraction(over=over, under=under, ruled=False),):
            return f"C({_one(over)},{FIRM}{_one(under)})"
    return left + f"{FIRM}{bar}{FIRM}".join(map(_one, inner)) + right


def _is_term(text: str) -> bool:
    """Whether a text binds together without brackets."""
    plain = "".join(char for char in text if char not in _OVER + _UNDER)
    return not any(char in plain for char in FIRM + "+−/,") and (len(plain) < 2 or plain[0] not in "√")


def _term(node: Node) -> str:
    text = _one(node)
    return text if _is_term(text) or isinstance(node, Fence) else f"({text})"


def _factor(node: Node) -> str:
    """What a whole is divided by: of several letters, all."""
    text = _one(node)
    return text if text.isdigit() or not isinstance(node, Row) else f"({text})"


def _base(node: Node) -> str:
    return _one(node) if not isinstance(node, Row | Fraction) or not _is_long(node) else f"({_one(node)})"


def _is_long(node: Node) -> bool:
    """Whether what is raised behind a node would seem to belong to its last part alone."""
    return isinstance(node, Fraction) or (isinstance(node, Row) and len(node.items) > 1)


def _raised(node: Node | None) -> str:
    return _shifted(node, SUP, "^")


def _lowered(node: Node | None) -> str:
    return _shifted(node, SUB, "_")


def _shifted(node: Node | None, table: dict[str, str], sign: str) -> str:
    """Small letters where Unicode has them, else what TeX would write."""
    if node is None:
        return ""
    text = _one(node)
    tight = text.replace(FIRM, "")
    if tight and all(char in table for char in tight):
        return "".join(table[char] for char in tight)
    return f"{sign}{text}" if len(text) == 1 or isinstance(node, Fence) else f"{sign}({text})"


def _root(body: Node, degree: Node | None) -> str:
    index = _one(degree) if degree is not None else ""
    text = _one(body)
    sign = _ROOTS.get(index) or (f"{_raised(degree)}√" if degree is not None else "√")
    return sign + (text if len(text) == 1 or text.isdigit() or isinstance(body, Fence) else f"({text})")


def _lined(body: Node, below: bool) -> str:
    """A line over or under each letter of a word; a longer body is what it is without it, or in brackets behind it."""
    text = _one(body)
    if text.isalnum():
        return "".join(char + (_UNDER if below else _OVER) for char in text)
    return text if below else f"‾({text})"


def _marked(body: Node, mark: str) -> str:
    """A mark on each letter of a short body; a long one is put in brackets that bear it."""
    text = _one(body)
    return "".join(char + mark for char in text) if text.isalnum() and len(text) <= 3 else f"({text}){mark}"
