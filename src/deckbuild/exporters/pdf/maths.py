"""Formulas of a sheet for the template: trees to build from, and the same in words for those who listen to a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from ...formulas import Node, Refusal, linear, read
from ...formulas.linear import divided
from ...formulas.picture import payload
from ...formulas.tree import row
from ...plan.measure.formula import extent
from .glyphs import covered

_DRAWN = ((0x300, 0x339), (0x20D0, 0x20F1), (0x2190, 0x2300), (0x27C0, 0x2800), (0x2900, 0x2B00), (0x1D400, 0x1D800))
"""What the mathematical font has beside what the others have: marks over letters, arrows, signs, alphabets."""


@lru_cache(maxsize=1024)
def tree_of(tex: str) -> Node | Refusal:
    """The tree of a formula that can be set: each of its signs has a glyph."""
    tree = read(tex)
    if isinstance(tree, Refusal):
        return tree
    found = strange(tree)
    return Refusal(f"'{found}' is in no font") if found else tree


SHORT_EMS = 6.5
"""A formula that is no wider, in em, is not broken at the end of a line."""


@lru_cache(maxsize=1024)
def strange(tree: Node) -> str:
    """The first sign of a formula that no font has; "" where it can be set."""
    return next((char for text in _texts(payload(tree)) for char in text if not _shown(char)), "")


def _texts(value: Any) -> Iterator[str]:
    """Every text in a tree."""
    match value:
        case str():
            yield value
        case dict():
            for name, part in value.items():
                yield from _texts(part) if name not in ("type", "kind") else ()
        case list():
            for part in value:
                yield from _texts(part)


def _shown(char: str) -> bool:
    return covered(char) or any(first <= ord(char) < end for first, end in _DRAWN)


def said(tex: str) -> str:
    """A formula in one line of plain signs, which may end at any of its spaces; its source where it cannot be read."""
    tree = tree_of(tex)
    return " ".join((tex if isinstance(tree, Refusal) else linear(tree)).split())


def in_line(tex: str, room: float, clean: Callable[[str], str]) -> dict[str, Any] | None:
    """What the template sets for a formula in a line of `room` em, or nothing where no line holds one of its pieces."""
    tree = tree_of(tex)
    if isinstance(tree, Refusal) or max(_widths(tree)) > room:
        return None
    return {"tree": payload(tree), "alt": _alt(tree, clean)}


def is_short(tex: str, room: float) -> bool:
    """Whether a formula is better carried to the next line than broken: `4 × 2 = 8`."""
    tree = tree_of(tex)
    return not isinstance(tree, Refusal) and extent(tree, display=False).width <= min(SHORT_EMS, room)


def displayed(tex: str, clean: Callable[[str], str]) -> dict[str, Any]:
    """What the template sets for a formula by itself: where it is too wide for its column, its pieces in several lines."""
    tree = tree_of(tex)
    if isinstance(tree, Refusal):
        return {}
    pieces = [payload(row(list(nodes))) for _, nodes in divided(tree)]
    return {"tree": payload(tree), "alt": _alt(tree, clean), "pieces": pieces}


def _widths(tree: Node) -> Iterator[float]:
    """About how wide each piece is that a line may not end in, in em."""
    yield from (extent(row(list(nodes)), display=False).width for _, nodes in divided(tree))


def _alt(tree: Node, clean: Callable[[str], str]) -> str:
    return clean(linear(tree)) or "–"
