"""What is too wide for a column stands at the foot of a page, in a card over several neighbouring columns, which end above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .columns import need as need_of_columns
from .columns import reach
from .geometry import CARD_GAP, GUTTER, Page
from .lines import ems, line_ems
from .sections import heads_nothing
from .shapes import Heading, Item, Row, Text, plain
from .strip import Cell, Heights, Strip, Wide

HIGHEST = 0.6
"""The share of a page's height that one of them takes at most."""
MOST = 0.75
"""The share of a column's height that all together take at most: above them there is to be room for what is read first."""

BAR, BESIDE_EM = 1.2, 8.0
"""The size of the words in a bar beside the text, with what bold ones are wider, and what a number and `continued` take there."""

Heads = Mapping[int, int]


class Band(Struct, frozen=True):
    """A card over `span` columns with what `strip` holds; `anchor` is how many cells of the columns stand before it in the note.

    `again` says that other cells of its section stand elsewhere, under its heading. `heading` is that of its sub-section, by
    the index of the atom, where its words have room in one line.
    """

    strip: Strip
    span: int
    anchor: int
    again: bool
    heading: int = -1

    @property
    def cells(self) -> Sequence[Cell]:
        """What it holds."""
        return self.strip.cells

    @property
    def height(self) -> float:
        """Its own height in pt."""
        return round(self.strip.height(0, len(self.strip)), 3)


class Parted(Struct, frozen=True):
    """The strip that is left in the columns, and what runs over several."""

    strip: Strip
    bands: tuple[Band, ...]


class Spot(Struct, frozen=True):
    """Where a band stands: its first column (over all pages) and how far its lower edge is above the foot of the page, in pt."""

    band: Band
    column: int
    rise: float


class Ground(Struct, frozen=True):
    """The columns of all pages in pt, how much of each the bands at its foot take, where these stand and which have no room."""

    full: tuple[float, ...]
    taken: tuple[float, ...]
    spots: tuple[Spot, ...] = ()
    lost: tuple[Band, ...] = ()

    @property
    def rooms(self) -> list[float]:
        """What is left of each column for the strip."""
        return [full - taken for full, taken in zip(self.full, self.taken, strict=True)]

    def first(self, columns: int) -> Ground:
        """The same with so many columns only."""
        return Ground(self.full[:columns], self.taken[:columns], self.spots, self.lost)


def parted(kept: Sequence[Cell], heights: Heights, heads: Heads, sheet: Page) -> Parted:
    """What is kept, in a strip and in bands: those atoms that have their room over several columns only.

    Where nothing would be left in the columns there are none: a sheet of fewer columns does it.
    """
    wide = _wide(kept, heights, sheet)
    groups = _groups(kept, wide) if wide else []
    inside = {i for group in groups for i in group}
    rest = [cell for i, cell in enumerate(kept) if i not in inside]
    if not groups or not rest:
        return Parted(Strip(kept, heights, dict(heads)), ())
    bands = tuple(_headed(band, kept, sheet) for band in _bands(groups, kept, heights, wide, heads))
    return Parted(Strip(rest, heights, dict(heads)), bands)


def _headed(band: Band, kept: Sequence[Cell], sheet: Page) -> Band:
    """A band with the heading above it in the note, of which other cells stand elsewhere; one that went along it has anyway."""
    first, size = band.cells[0], band.strip.heights.size
    before = [cell for cell in kept if cell.section == first.section and cell.index < first.index]
    found = next((cell for cell in reversed(before) if isinstance(cell.atom, Heading) and cell.atom.level), None)
    if found is None or not isinstance(found.atom, Heading) or isinstance(first.atom, Heading):
        return band
    wide = BAR * size * (ems(found.atom.number) + line_ems(found.atom.line) + BESIDE_EM)
    room = sheet.column * band.span + GUTTER * (band.span - 1)
    return replace(band, heading=found.index) if wide <= room else band


def _bands(
    groups: Sequence[Sequence[int]], kept: Sequence[Cell], heights: Heights, wide: Mapping[int, Wide], heads: Heads
) -> Iterator[Band]:
    inside = {i for group in groups for i in group}
    elsewhere = {cell.section for i, cell in enumerate(kept) if i not in inside}
    tall = tuple(wide[i].height if i in wide else height for i, height in enumerate(heights.atoms))
    for group in groups:
        own = [kept[i] for i in group]
        span = max(wide[cell.index].span for cell in own if cell.index in wide)
        before = sum(i < group[0] and i not in inside for i in range(len(kept)))
        yield Band(Strip(own, replace(heights, atoms=tall), dict(heads)), span, before, own[0].section in elsewhere)
        elsewhere.add(own[0].section)


def _wide(kept: Sequence[Cell], heights: Heights, sheet: Page) -> dict[int, Wide]:
    """The atoms that are too wide for a column, and have room on a page."""
    here = {cell.index for cell in kept}
    return {wide.atom: wide for wide in heights.wide if wide.atom in here and wide.height <= HIGHEST * sheet.body}


def _groups(kept: Sequence[Cell], wide: Mapping[int, object]) -> list[list[int]]:
    """Which of the kept cells stand together: the rows of a table, and with each what stays with it or would head nothing."""
    group_of: dict[int, int] = {}
    for i, cell in enumerate(kept):
        if cell.index in wide:
            joined = i - 1 in group_of and _one_table(kept[i - 1], cell)
            group_of[i] = group_of[i - 1] if joined else i
        elif i - 1 in group_of and cell.atom.stick and cell.section == kept[i - 1].section:
            group_of[i] = group_of[i - 1]
    for i in range(len(kept) - 2, -1, -1):
        if i not in group_of and i + 1 in group_of and _goes_along(kept, i, group_of):
            group_of[i] = group_of[i + 1]
    groups: dict[int, list[int]] = {}
    for i in sorted(group_of):
        groups.setdefault(group_of[i], []).append(i)
    return list(groups.values())


def _one_table(above: Cell, cell: Cell) -> bool:
    return isinstance(above.atom, Row) and isinstance(cell.atom, Row) and above.atom.table == cell.atom.table


def _goes_along(kept: Sequence[Cell], i: int, group_of: Mapping[int, int]) -> bool:
    """Whether a cell right above a band belongs to it: words that lead to it, or a heading that would head nothing else."""
    cell = kept[i]
    if cell.section != kept[i + 1].section:
        return False
    match cell.atom:
        case Heading() as heading:
            later = range(i + 1, len(kept))
            below = next((kept[j] for j in later if j not in group_of), None)
            return heads_nothing(heading, below.atom if below and below.section == cell.section else None)
        case Text(line=line) | Item(line=line):
            return plain(line).endswith((":", "："))
        case _:
            return False


def ground(parts: Parted, full: Sequence[float], on_page: int) -> Ground:
    """Each band on the page that its place in the note is on, or on the next one with room for it."""
    taken, spots, waiting = [0.0] * len(full), list[Spot](), list(parts.bands)
    for start in range(0, len(full), on_page):
        end, last = start + on_page, start + on_page >= len(full)
        while waiting:
            band, rooms = waiting[0], [f - t for f, t in zip(full[:end], taken[:end], strict=True)]
            if not last and band.anchor > reach(parts.strip, rooms):
                break
            ends = (reach(parts.strip, rooms[: c + 1]) for c in range(start, end))
            beside = next((c for c, reached in enumerate(ends) if band.anchor <= reached), on_page - 1)
            spot = _lowest(band, taken[start:end], start, beside)
            top = spot.rise + band.height + CARD_GAP
            if top > MOST * full[start]:
                break
            spots.append(spot)
            waiting.pop(0)
            over = range(spot.column, spot.column + band.span)
            taken = [top if i in over else t for i, t in enumerate(taken)]
    return Ground(tuple(full), tuple(taken), tuple(spots), tuple(waiting))


def _lowest(band: Band, taken: Sequence[float], start: int, beside: int) -> Spot:
    """The lowest place on a page; of several, that which is nearest to the column which the band belongs to."""
    n, span = len(taken), band.span
    places = sorted({*range(0, n - span + 1, span), n - span})
    apart = {c: max(c - beside, beside - (c + span - 1), 0) for c in places}
    found = min(places, key=lambda c: (max(taken[c : c + span]), apart[c], c))
    return Spot(band, start + found, max(taken[found : found + span]))


def need(parts: Parted, full: Sequence[float], on_page: int) -> float:
    """The share of all columns that the strip and the bands take; more than 1 where there is no room for all."""
    if not parts.bands:
        return need_of_columns(parts.strip, full)
    made = ground(parts, full, on_page)
    if made.lost:
        return 1 + sum(band.span * band.height for band in made.lost) / sum(full)
    own = need_of_columns(parts.strip, made.rooms)
    return own if own > 1 else min(1.0, (own * sum(made.rooms) + sum(made.taken)) / sum(full))
