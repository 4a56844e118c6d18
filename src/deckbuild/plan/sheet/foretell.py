"""How high atoms are at a size that was not measured, from how high they were at one that was: about, or for certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from msgspec.structs import replace

from .estimate import atom_height
from .geometry import INSET_EM, Page
from .lines import code_ems
from .shapes import SMALLEST, Atom, Heading, Item, Listing, Picture, Row, Text
from .strip import Cell, Heights
from .wrapping import PADS_EM, USUAL, code_size

SPAN = 1.06
"""How far from a size heights are compared to find how they grow: a factor."""
ONE_LINE_EM = 1.2
"""What is lower has one line."""
SIZED = frozenset({"key", "sub", "sup"})
"""Styles of words that have a size of their own."""
MOST = 4.0
"""The highest power of its size that an atom grows with."""


def powers(cells: Sequence[Cell], wides: Mapping[int, Sequence[float]], size: float, page: Page) -> dict[int, float]:
    """The power of the size that each atom grows with about a size, by its index."""
    low, high = size / SPAN, size * SPAN
    out = {}
    for cell in cells:
        below, above = (_height(cell, wides, each, page) for each in (low, high))
        out[cell.index] = min(MOST, max(0.0, log(above / below) / log(high / low)))
    return out


def _height(cell: Cell, wides: Mapping[int, Sequence[float]], size: float, page: Page) -> float:
    """About how high an atom is in pt, without the jumps where it gets another line."""
    match cell.atom:
        case Picture():
            return 1.0
        case Listing() as atom:
            room = page.column - (2 * INSET_EM + atom.left + PADS_EM[0]) * size
            code = code_size(wides, 0, size, room)
            return code * sum(smooth(code_ems(row), room / code) for row in atom.text.split("\n"))
        case Row() as atom:
            return size * atom_height(atom, page.column / size, smooth)
        case atom:
            return size * (atom_height(atom, page.column / size, smooth) - atom.gap)


def smooth(length: float, room: float) -> float:
    """How many lines a text takes on average, of those that are about as long."""
    lines = length * 1.06 / max(room, 2.0)
    return 1.0 if lines <= 1 else lines + 0.5


def foretold(heights: Heights, growth: Mapping[int, float], size: float) -> Heights:
    """The heights at another size."""
    ratio = size / heights.size
    grown = tuple(h * ratio ** growth.get(i, 1.0) for i, h in enumerate(heights.atoms))
    bars, again = (tuple(h * ratio for h in each) for each in (heights.bars, heights.again))
    wide = tuple(replace(each, height=each.height * ratio) for each in heights.wide)
    return replace(heights, size=size, atoms=grown, bars=bars, again=again, wide=wide)


def certain(cells: Sequence[Cell], heights: Heights, size: float) -> dict[int, float]:
    """The heights at a smaller size that need no measuring: a line of words that had room has it, and is smaller by as much."""
    if size >= heights.size:
        return {}
    lines = (c for c in cells if heights.atoms[c.index] < ONE_LINE_EM * heights.size and _of_words(c.atom, size))
    return {c.index: heights.atoms[c.index] * size / heights.size for c in lines}


def _of_words(atom: Atom, size: float) -> bool:
    """Whether all in an atom is as large as the text beside it at each size from this one on."""
    if not isinstance(atom, Text | Item | Heading):
        return False
    kinds = {"text", "code"} if USUAL * size >= SMALLEST else {"text"}
    return all(span.kind in kinds and SIZED.isdisjoint(span.styles) for span in atom.line)


def completed(heights: Heights, known: Mapping[int, float]) -> Heights:
    """What was measured, and what needed no measuring."""
    atoms = [*heights.atoms, *[0.0] * (max(known, default=-1) + 1 - len(heights.atoms))]
    for i, height in known.items():
        atoms[i] = height
    return replace(heights, atoms=tuple(atoms))
