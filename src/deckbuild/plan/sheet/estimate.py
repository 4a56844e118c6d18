"""Heights guessed from the number of letters: good to about a tenth, enough to begin a search and to leave off the hopeless."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from .commands import row_height
from .geometry import CARD_GAP, INSET_EM, page
from .lines import code_ems, ems
from .shapes import (
    LARGEST,
    SMALLEST,
    Atom,
    Formula,
    Heading,
    Item,
    Listing,
    Picture,
    Row,
    Section,
    SheetOptions,
    Text,
    plain,
)
from .tables import shared

Lines = Callable[[float, float], float]
"""How many lines a text of a length takes in a room, both in em."""

PITCH_EM = 1.27
"""From one base line to the next."""
HEAD_PT = 34.0
BAR_EM = 1.9
PICTURE_EM = 10.0
WIDE_CODE_EMS = 27.6
WIDE_TABLE_EMS = 17.7
MANY_WIDE = 4
FULL, HALF = 0.62, 0.36
"""Shares of four columns at the largest size above which four, or three, columns are used."""


def lines_of(length: float, room: float) -> int:
    return max(1, ceil(length * 1.06 / max(room, 2.0)))


def atom_height(atom: Atom, width: float, lines: Lines = lines_of) -> float:
    """About how high an atom is with the gap above it, in em, in a column `width` em wide."""
    room = max(6.0, width - 2 * INSET_EM - atom.left)
    match atom:
        case Heading(line=line):
            return atom.gap + PITCH_EM * lines(ems(plain(line)) * 1.1, room)
        case Text(line=line) | Item(line=line):
            return atom.gap - 0.52 + PITCH_EM * lines(ems(plain(line)), room - 1.0)
        case Row(style="commands"):
            return row_height(atom, room)
        case Row(cells=(_, meaning), widths=(first, _), style="terms"):
            return 0.26 + PITCH_EM * lines(ems(plain(meaning)), room - first)
        case Row(cells=cells):
            rows = (lines(ems(plain(cell)), own - 0.7) for cell, own in zip(cells, shared(atom, room), strict=False))
            return 0.26 + PITCH_EM * max(rows, default=1)
        case Listing(text=text):
            return atom.gap + 0.3 + 1.15 * sum(lines(0.88 * code_ems(row), room - 1.1) for row in text.split("\n"))
        case Picture():
            return PICTURE_EM
        case Formula(tex=tex):
            return atom.gap + PITCH_EM * lines(ems(tex), room)


def total(sections: Sequence[Section], size: float, width: float) -> float:
    """About the height of everything in one endless column `width` pt wide, at `size` pt, in pt."""
    cards = len(sections) * (CARD_GAP + size * (BAR_EM + 2 * INSET_EM))
    return cards + size * sum(atom_height(atom, width / size) for section in sections for atom in section.atoms)


def columns_for(sections: Sequence[Section], options: SheetOptions) -> int:
    """Four columns on a page that lies on its side, three on an upright one; fewer for little text, wide code and wide tables,
    and one where there is nothing but tables that are to stand over several.
    """
    most = 4 if options.landscape else 3
    if all(_broad(atom) for section in sections for atom in section.atoms):
        return 1
    sheet = page(options, most)
    room = most * (sheet.body - HEAD_PT) * max(1, options.pages)
    used = total(sections, LARGEST, sheet.column) / room
    if used < HALF:
        return 2
    return most - 1 if used < FULL or _wide(sections) else most


def _broad(atom: Atom) -> bool:
    return isinstance(atom, Heading) or (isinstance(atom, Row) and atom.broad)


def _wide(sections: Sequence[Section]) -> bool:
    """Whether there is much code, or many rows of tables, that a narrow column has no room for."""
    atoms = [atom for section in sections for atom in section.atoms]
    code = [ems(row) for atom in atoms if isinstance(atom, Listing) for row in atom.text.split("\n")]
    tables = [sum(atom.least) for atom in atoms if isinstance(atom, Row) and atom.least and not atom.broad]
    return _many(code, WIDE_CODE_EMS) or _many(tables, WIDE_TABLE_EMS)


def _many(widths: Sequence[float], limit: float) -> bool:
    wide = sum(width > limit for width in widths)
    return wide >= MANY_WIDE and wide >= len(widths) / 25


def guess(sections: Sequence[Section], width: float, room: float) -> float:
    """About the largest size at which everything fits into `room` pt of columns, between the smallest and the largest."""
    low, high = SMALLEST, LARGEST
    if total(sections, high, width) <= room:
        return high
    while high - low > 0.1:
        middle = (low + high) / 2
        low, high = (middle, high) if total(sections, middle, width) <= room else (low, middle)
    return round(low, 1)
