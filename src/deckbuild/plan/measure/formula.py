"""How much room a formula takes, from fixed widths alone: no font is opened, so every machine plans the same.

All lengths are in em of the size around the formula. They are those of a wide mathematical face with its inter-term
spaces (Knuth, *The TeXbook*, appendix G; the constants of the OpenType MATH table in Cambria Math and New Computer
Modern Math, rounded up), and are never less than what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, assert_never

from ...formulas.spacing import is_named, placed
from ...formulas.symbols import INTEGRALS
from ...formulas.tree import (
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
)
from . import advance

AXIS = 0.26
"""Where fraction bars lie above the baseline."""
SMALL = 0.76
"""Scripts over what they stand at (Cambria Math: 73 %, New Computer Modern Math: 70 %)."""
RELATION, BINARY, COMMA, NAME = 0.32, 0.26, 0.2, 0.2


_FLAT = frozenset("0123456789abcdehiklmnorstuvwxzABCDEFGHIKLMNOPRSTUVWXYZαδεικλνοπστυω=+−×⋅∗∞⊤′.")
"""Characters without a tail below the line."""


class Extent(NamedTuple):
    """Width, and height above and below the baseline."""

    width: float
    up: float
    down: float

    @property
    def height(self) -> float:
        return self.up + self.down

    def scaled(self, by: float) -> Extent:
        return Extent(self.width * by, self.up * by, self.down * by)


NOTHING = Extent(0.0, 0.0, 0.0)


@lru_cache(maxsize=8192)
def extent(node: Node, display: bool = True) -> Extent:
    """The room for a formula, set in a line of its own (`display`) or within text."""
    match node:
        case Sign(text=text):
            return Extent(_letters(text), 0.76, 0.06 if set(text) <= _FLAT else 0.28)
        case Words(text=text, bold=bold):
            return Extent(_letters(text, bold), 0.95, 0.3)
        case Function(name=name):
            return Extent(_letters(name), 0.8, 0.3)
        case Space(em=em):
            return Extent(em, 0.0, 0.0)
        case Row(items=items):
            return _row(items, display)
        case Fraction():
            return _fraction(node, display)
        case Script(base=base, sub=sub, sup=sup):
            return _script(extent(base, display), sub, sup)
        case Limits(base=base, below=below, above=above):
            return _stacked(extent(base, display), below, above)
        case Big():
            return _big(node, display)
        case Root(body=body, degree=degree):
            return _root(extent(body, display), degree)
        case Fence():
            return _fence(node, display)
        case Table():
            return _table(node, display)
        case Accent(body=body):
            inner = extent(body, display)
            return Extent(inner.width + 0.1, inner.up + 0.25, inner.down)
        case Line(body=body, below=below, braced=braced):
            return _line(extent(body, display), below, 0.6 if braced else 0.2)
        case Frame(body=body):
            inner = extent(body, display)
            return Extent(inner.width + 0.5, inner.up + 0.25, inner.down + 0.25)
        case _:
            assert_never(node)


def _letters(text: str, bold: bool = False) -> float:
    """Plain letters for those of an alphabet of mathematics, which are no wider than 1.2 of them."""
    return sum(_letter(char, bold) for char in text)


def _letter(char: str, bold: bool) -> float:
    if "\u0300" <= char <= "\u036f" or "\u20d0" <= char <= "\u20ff":
        return 0.0
    if 0x1D400 <= ord(char) <= 0x1D7FF or "ℂ" <= char <= "ℴ":
        return 1.0
    if char == "′":
        return 0.4
    if "\u27f5" <= char <= "\u27ff" or char == "∭":
        return 1.9
    if "\u2190" <= char <= "\u21ff":
        return 1.25
    return max(advance(char, bold) * 1.25, 0.35)


def _row(items: Iterable[Node], display: bool) -> Extent:
    width = up = down = 0.0
    for node, kind in placed(tuple(items)):
        inner = extent(node, display)
        width += inner.width + {"relation": 2 * RELATION, "binary": 2 * BINARY, "comma": COMMA}.get(kind, 0.0)
        width += 2 * NAME if is_named(node) or isinstance(node, Big) else 0.0
        up, down = max(up, inner.up), max(down, inner.down)
    return Extent(width, up, down)


def _fraction(node: Fraction, display: bool) -> Extent:
    """Within text both parts are set like scripts; an empty one still has the height of a letter."""
    by, gap = (1.0, 0.26) if display else (SMALL, 0.12)
    over, under = (_at_least(extent(part, False)).scaled(by) for part in (node.over, node.under))
    width = max(over.width, under.width) + 0.3
    gap += 0.0 if node.ruled else 0.1
    return Extent(width, AXIS + gap + over.height, max(under.height + gap - AXIS, 0.2))


def _at_least(inner: Extent) -> Extent:
    return Extent(inner.width, max(inner.up, 0.6), max(inner.down, 0.06))


def _script(base: Extent, sub: Node | None, sup: Node | None) -> Extent:
    low = extent(sub, False).scaled(SMALL) if sub is not None else NOTHING
    high = extent(sup, False).scaled(SMALL) if sup is not None else NOTHING
    up = max(base.up, max(0.44, base.up - 0.3) + high.up) if sup is not None else base.up
    down = max(base.down, max(0.28, base.down + 0.02) + low.down) if sub is not None else base.down
    return Extent(base.width + max(low.width, high.width) + 0.1, up, down)


def _stacked(base: Extent, below: Node | None, above: Node | None) -> Extent:
    low = extent(below, False).scaled(SMALL) if below is not None else NOTHING
    high = extent(above, False).scaled(SMALL) if above is not None else NOTHING
    up = base.up + (high.height + 0.2 if above is not None else 0.0)
    down = base.down + (low.height + 0.2 if below is not None else 0.0)
    return Extent(max(base.width, low.width, high.width) + 0.1, up, down)


def _big(node: Big, display: bool) -> Extent:
    tall = display and node.sign in INTEGRALS
    up, down = (1.35, 0.95) if tall else (1.0, 0.55) if display else (0.8, 0.35)
    base = Extent(1.9 if node.sign == "∭" else 1.5 if display else 1.1, up + 0.2, down + 0.2)
    if node.stacked and display:
        return _stacked(base, node.sub, node.sup)
    return _script(base, node.sub, node.sup)


def _root(body: Extent, degree: Node | None) -> Extent:
    index = extent(degree, False).scaled(0.6).width if degree is not None else 0.0
    up, down = max(body.up, 0.76) + 0.3, max(body.down, 0.1) + 0.1
    return Extent(body.width + 1.0 + max(index - 0.3, 0.0), up, down)


def _fence(node: Fence, display: bool) -> Extent:
    inner = [extent(part, display) for part in node.parts]
    up, down = max(each.up for each in inner), max(each.down for each in inner)
    half = max(up - AXIS, down + AXIS)
    side = 0.5 + 0.12 * min(2 * half, 5.0)
    drawn = sum(bool(each) for each in (node.left, node.right)) + len(inner) - 1
    return Extent(sum(each.width for each in inner) + drawn * side + 0.1, AXIS + half + 0.1, half - AXIS + 0.1)


def _table(node: Table, display: bool) -> Extent:
    """Rows apart by a fifth of an em, columns by one; what is lined up at its signs has no space between columns."""
    stretched = node.kind in ("aligned", "gathered") and display
    cells = [[extent(cell, stretched) for cell in row] for row in node.rows]
    columns = [max(each.width for each in column) for column in zip(*cells, strict=True)]
    between = 2 * RELATION if node.kind == "aligned" else 1.1
    height = sum(max(max(c.up for c in row), 0.85) + max(max(c.down for c in row), 0.35) for row in cells)
    height += (0.5 if stretched else 0.3) * (len(cells) - 1) + 0.1
    width = sum(columns) + between * (len(columns) - 1)
    return Extent(width + 0.2, height / 2 + AXIS, height / 2 - AXIS)


def _line(body: Extent, below: bool, height: float) -> Extent:
    return Extent(
        max(body.width + 0.1, height * 2.2),
        body.up + (0.0 if below else height),
        body.down + (height if below else 0.0),
    )
