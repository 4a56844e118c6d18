"""What a formula is made of, free of any notation: TeX is read into it, Office maths, pictures and words come out of it.

Letters are as they were written; italics are the default of a single letter and are added by whoever draws.
"""

from __future__ import annotations

from typing import Literal, Union

from msgspec import Struct

Kind = Literal["letter", "number", "binary", "relation", "open", "close", "comma", "sign"]


class Sign(Struct, frozen=True, tag="sign"):
    """One symbol, or the digits of one number. `upright` letters stand as they are, others slant."""

    text: str
    kind: Kind = "letter"
    upright: bool = False


class Words(Struct, frozen=True, tag="words"):
    """Text within a formula, white space included."""

    text: str
    bold: bool = False
    italic: bool = False


class Function(Struct, frozen=True, tag="function"):
    """The name of a function; `limits`: what is below it in a display stands under it (`lim`, `max`)."""

    name: str
    limits: bool = False


class Space(Struct, frozen=True, tag="space"):
    """White space in em of the size around it; it may be negative."""

    em: float


class Row(Struct, frozen=True, tag="row"):
    """Parts side by side."""

    items: tuple[Node, ...] = ()


class Fraction(Struct, frozen=True, tag="fraction"):
    """One above another; `ruled`: with a line between (binomials have none)."""

    over: Node
    under: Node
    ruled: bool = True


class Script(Struct, frozen=True, tag="script"):
    """A base with what is lowered or raised behind it."""

    base: Node
    sub: Node | None = None
    sup: Node | None = None


class Limits(Struct, frozen=True, tag="limits"):
    """A base with small things straight below or above it."""

    base: Node
    below: Node | None = None
    above: Node | None = None


class Big(Struct, frozen=True, tag="big"):
    """A large operator with its bounds; `stacked`: these stand below and above it."""

    sign: str
    sub: Node | None = None
    sup: Node | None = None
    stacked: bool = True


class Root(Struct, frozen=True, tag="root"):
    """A radical, square where it has no degree."""

    body: Node
    degree: Node | None = None


class Fence(Struct, frozen=True, tag="fence"):
    """Delimiters as tall as what they hold; an empty one is not drawn. `parts` are what `\\middle` bars set apart."""

    left: str
    right: str
    parts: tuple[Node, ...]
    bar: str = "|"


class Table(Struct, frozen=True, tag="table"):
    """Rows of cells. `matrix` centres its columns, `cases` begins them at the left; in `aligned` they alternate right and
    left and touch, in `gathered` each line stands alone, and `lines` are one formula that was broken."""

    rows: tuple[tuple[Node, ...], ...]
    kind: Literal["matrix", "cases", "aligned", "gathered", "lines"] = "matrix"


class Accent(Struct, frozen=True, tag="accent"):
    """A body with a combining character over (or, for a few, under) it."""

    mark: str
    body: Node


class Line(Struct, frozen=True, tag="line"):
    """A body with a line over or under it; `braced`: a brace."""

    body: Node
    below: bool = False
    braced: bool = False


class Frame(Struct, frozen=True, tag="frame"):
    """A body in a box."""

    body: Node


Node = Union[  # noqa: UP007 - a closed union, resolved at run time
    Sign, Words, Function, Space, Row, Fraction, Script, Limits, Big, Root, Fence, Table, Accent, Line, Frame
]


def row(items: list[Node]) -> Node:
    """Parts as one: the only one as it is."""
    return items[0] if len(items) == 1 else Row(tuple(items))


def parts(node: Node) -> tuple[Node, ...]:
    """What stands side by side in a formula."""
    return node.items if isinstance(node, Row) else (node,)
