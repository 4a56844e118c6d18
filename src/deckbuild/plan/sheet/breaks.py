"""Where a column may end: never after a heading, and never so that one line is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from .lines import ems
from .shapes import Atom, Heading, Item, Listing, Picture, Row, Text, plain
from .strip import Strip

SHORT_EM = 4.5
"""An atom that is lower than this does not stand alone under a title that goes on."""
FEW_EMS = 16.0
"""Words over a picture, or over what is nested below them, that are no more are its title."""
_STRONG = frozenset({"bold", "label"})
THREE_LINES_EM = 3.0
"""The same of a paragraph and of code: three lines of either are no orphan."""


def breaks(strip: Strip, limit: float) -> list[int]:
    """The indices before which a column may begin, with 0 and the end.

    Where the strip between two good places is higher than `limit` (pt), less good ones are let in.
    """
    out = [0]
    for place in (*_good_places(strip), len(strip)):
        if strip.height(out[-1], place) > limit:
            out += _spare(strip, out[-1], place)
        out.append(place)
    return out


@lru_cache(maxsize=2)
def _good_places(strip: Strip) -> tuple[int, ...]:
    """They are the same for each limit, and cards over several columns have them asked for many times."""
    return tuple(i for i in range(1, len(strip)) if _good(strip, i))


def _spare(strip: Strip, start: int, end: int) -> Iterator[int]:
    """Places within a stretch that no column can hold: anywhere but after a heading."""
    return (i for i in range(start + 1, end) if not _tied(strip, i))


def _tied(strip: Strip, i: int) -> bool:
    before, atom = strip.cells[i - 1].atom, strip.cells[i].atom
    return isinstance(before, Heading) or is_head(before) or atom.stick


def is_head(atom: Atom) -> bool:
    """Whether an atom is the head of a table."""
    return isinstance(atom, Row) and atom.head


def _leads(strip: Strip, i: int) -> bool:
    """Whether a line says what follows it: one that ends with a colon, that is all bold or names a work, or a few words
    over a picture, or over what is nested below them.
    """
    atom = strip.cells[i].atom
    if not isinstance(atom, Text | Item) or i + 1 == len(strip):
        return False
    said, below = plain(atom.line), strip.cells[i + 1].atom
    bold = bool(said) and all(_STRONG & set(span.styles) for span in atom.line if span.text.strip())
    pictured = isinstance(below, Picture) and ems(said) <= FEW_EMS
    work = said.startswith("《") and said.endswith("》")
    return leads_on(atom, below) or bold or work or pictured


def leads_on(atom: Text | Item, below: Atom) -> bool:
    """Whether a line ends with a colon, or is a few words with something nested below them."""
    said = plain(atom.line)
    return said.endswith((":", "：")) or (below.depth > atom.depth and ems(said) <= FEW_EMS)


def _good(strip: Strip, i: int) -> bool:
    if strip.starts(i):
        return True
    return not (
        _tied(strip, i)
        or _leads(strip, i - 1)
        or _lone_before(strip, i)
        or _lone_after(strip, i)
        or _parts_few(strip, i)
    )


def _short(strip: Strip, i: int) -> bool:
    cell = strip.cells[i]
    least = THREE_LINES_EM if isinstance(cell.atom, Text | Listing) else SHORT_EM
    return strip.heights.atoms[cell.index] < least * strip.heights.size and not isinstance(cell.atom, Picture)


def _lone_after(strip: Strip, i: int) -> bool:
    """Whether only one short atom of the section would go on, with what stays with it."""
    end = i + 1
    while end < len(strip) and not strip.starts(end) and strip.cells[end].atom.stick:
        end += 1
    return (end == len(strip) or strip.starts(end)) and _little(strip, i, end)


def _lone_before(strip: Strip, i: int) -> bool:
    """Whether only one short atom would stay, with what stays with it: the section began just before, or a heading did."""
    start = i - 1
    while not strip.starts(start) and strip.cells[start].atom.stick:
        start -= 1
    alone = strip.starts(start) or isinstance(strip.cells[start - 1].atom, Heading)
    return alone and _little(strip, start, i)


def _little(strip: Strip, a: int, b: int) -> bool:
    if b == a + 1:
        return _short(strip, a)
    return sum(strip.heights.atoms[cell.index] for cell in strip.cells[a:b]) < SHORT_EM * strip.heights.size


def _own_series(atom: Atom) -> tuple[str, int] | None:
    """The list, table or listing that an atom belongs to."""
    match atom:
        case Item(list=number):
            return "list", number
        case Row(table=number):
            return "table", number
        case Listing(group=number):
            return "code", number
        case _:
            return None


def _frame(atom: Atom) -> tuple[str, int] | None:
    return ("frame", atom.frame.id) if atom.frame else None


def _parts_few(strip: Strip, i: int) -> bool:
    """Whether a frame, a list or a table would leave one short entry on either side; the head of a table is none."""
    return any(_leaves_one(strip, i, series) for series in (_frame, _own_series))


def _leaves_one(strip: Strip, i: int, series_of: Callable[[Atom], tuple[str, int] | None]) -> bool:
    series = series_of(strip.cells[i].atom)
    if series is None or series_of(strip.cells[i - 1].atom) != series:
        return False
    first = i < 2 or series_of(strip.cells[i - 2].atom) != series or is_head(strip.cells[i - 2].atom)
    last = i + 1 == len(strip) or series_of(strip.cells[i + 1].atom) != series
    return (first and _short(strip, i - 1)) or (last and _short(strip, i))
