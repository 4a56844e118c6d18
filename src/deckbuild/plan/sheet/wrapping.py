"""How wide the code of a sheet is, and how much of it has no room in one line of a column: code that goes on is hard to type.

The same of tables: a cell of many short lines is hard to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .geometry import FRAME_X_EM, INSET_EM, Page
from .lines import code_ems, line_ems
from .shapes import SMALLEST, Atom, Listing, Row, Section
from .tables import CELL_INSETS_EM, shared

SHARES = (1.0, 0.85, 0.6)
COMMANDS = -1
USUAL, LEAST = 0.88, 0.86
"""The size of code beside that of the text, and how much smaller it is set so that its rows stay whole."""
FEW = 24
COMMAND = 3
NARROW_EMS, MANY_LINES = 6.0, 2.6
"""A cell that is no wider and needs more such lines (some end early) is high and narrow."""
WRAPPED = 0.5
"""How much smaller type is worth as much: of rows that all go on, half the size."""
_DRAWING = re.compile(r"[\u2500-\u257f]")
"""Lines and corners (Unicode, Box Drawing)."""
PADS_EM = {0: 1.1, COMMANDS: 0.7}
"""What the box of a listing takes on both sides, and that of a command."""


def widths(sections: Sequence[Section]) -> dict[int, list[float]]:
    """How wide code is, in em: under 0 that of all listings, under `COMMANDS` that of all commands.

    The longest row, then those that are longer than 85 and than 60 of a hundred: the template takes a size at which the
    first, or else most, stay whole. All listings of a sheet have one size, and so have all commands.
    """
    found: dict[int, list[float]] = {}
    for atom in (atom for section in sections for atom in section.atoms):
        if _kind(atom) == COMMANDS or (isinstance(atom, Listing) and atom.depth == 0):
            found.setdefault(_kind(atom) or 0, []).extend(_rows(atom))
    return {number: [_share(sorted(ems), share) for share in SHARES] for number, ems in found.items() if ems}


def _share(ascending: list[float], share: float) -> float:
    return round(ascending[min(len(ascending) - 1, int(len(ascending) * share))], 2)


def wrapped(sections: Sequence[Section], size: float, page: Page) -> float:
    """The share of all rows of code that go on in a second line, and of tables that are mostly high and narrow cells, in columns of
    a page with type of a size (pt).

    Few rows of code are counted as `FEW`: a single one of them that goes on is no reason to set the page otherwise. A command,
    which is typed as it stands, counts as several rows, and a drawing is lost with one of its rows.
    """
    wides, rows, longer = widths(sections), 0, 0
    for atom in (atom for section in sections for atom in section.atoms):
        kind = _kind(atom)
        if kind is not None:
            around = 2 * INSET_EM + atom.left + PADS_EM[kind] + (2 * FRAME_X_EM if atom.frame else 0.0)
            room = page.column - around * size
            fitting = room / code_size(wides, kind, size, room)
            own = list(_rows(atom))
            over = sum(ems > fitting for ems in own)
            weight = COMMAND if kind == COMMANDS else 1
            rows, longer = rows + weight * len(own), longer + weight * (len(own) if over and _drawn(atom) else over)
        elif isinstance(atom, Row) and atom.style == "grid" and not atom.broad:
            room = page.column / size - 2 * INSET_EM - atom.left - (2 * FRAME_X_EM if atom.frame else 0.0)
            rows, longer = rows + 1, longer + _stacked(atom, room)
    return longer / max(rows, FEW)


def _stacked(row: Row, room: float) -> bool:
    """Whether a cell of a table is a stack of short lines."""
    rooms = (each - CELL_INSETS_EM for each in shared(row, room))
    return any(
        wide < NARROW_EMS and line_ems(cell) > MANY_LINES * wide for cell, wide in zip(row.cells, rooms, strict=False)
    )


def worth(size: float, share: float) -> float:
    """What type of a size is worth with which a share of the code goes on in second lines."""
    return size * (1 - WRAPPED * share)


def _drawn(atom: Atom) -> bool:
    return isinstance(atom, Listing) and bool(_DRAWING.search(atom.text))


def _kind(atom: Atom) -> int | None:
    match atom:
        case Row(style="commands"):
            return COMMANDS
        case Listing():
            return 0
        case _:
            return None


def code_size(wides: Mapping[int, Sequence[float]], kind: int, size: float, room: float) -> float:
    """The size of code in pt, as the template finds it (`whole`)."""
    usual = max(USUAL * size, SMALLEST)
    least = max(LEAST * usual, SMALLEST)
    sizes = (0.995 * room / max(wide, 1.0) for wide in wides.get(kind, ()))
    return next((min(each, usual) for each in sizes if each >= least), least)


def _rows(atom: Atom) -> Iterator[float]:
    """How wide each row of code of an atom is, in em."""
    match atom:
        case Row(cells=(code, *_)):
            text = "".join(span.text for span in code)
        case Listing(text=text):
            pass
        case _:
            return
    yield from (code_ems(row) for row in text.split("\n") if row.strip())
