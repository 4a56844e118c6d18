"""What is too wide for a column stands at the foot of a page, in a card over several neighbouring columns, which end above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .columns import need as need_of_columns
from .columns import reached
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
    the index of the atom, where its words have room in one line. `begins` is how many cells stand before the first of its
    section in the columns, which is to be read before it.
    """

    strip: Strip
    span: int
    anchor: int
    again: bool
    heading: int = -1
    begins: int = -1

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
    """Where a band stands: its first column (over all pages) and how far its lower edge is above the foot of the page, in pt.

    An `early` one stands before its section begins, there being no room for it behind that.
    """

    band: Band
    column: int
    rise: float
    early: bool = False

    @property
    def last(self) -> int:
        """The last of its columns."""
        return self.column + self.band.span - 1

    @property
    def top(self) -> float:
        """How much of its columns it takes with what is below it, in pt."""
        return self.rise + self.band.height + CARD_GAP


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

    @property
    def due(self) -> dict[int, int]:
        """The cells of the strip that are to stand in a column or before it: with them the sections of its bands begin."""
        out: dict[int, int] = {}
        for spot in self.spots:
            if spot.band.begins >= 0 and not spot.early:
                out[spot.last] = max(spot.band.begins, out.get(spot.last, 0))
        return out

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
    rest = [cell.section for i, cell in enumerate(kept) if i not in inside]
    tall = tuple(wide[i].height if i in wide else height for i, height in enumerate(heights.atoms))
    for group in groups:
        own = [kept[i] for i in group]
        span = max(wide[cell.index].span for cell in own if cell.index in wide)
        before = sum(i < group[0] and i not in inside for i in range(len(kept)))
        strip, section = Strip(own, replace(heights, atoms=tall), dict(heads)), own[0].section
        begins = rest.index(section) if section in rest else -1
        yield Band(strip, span, before, section in elsewhere, begins=begins)
        elsewhere.add(section)


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
    made, waiting = Ground(tuple(full), (0.0,) * len(full)), list(parts.bands)
    for start in range(0, len(full), on_page):
        page = range(start, start + on_page)
        while waiting:
            ends = reached(parts.strip, made.rooms[: page.stop])
            if page.stop < len(full) and waiting[0].anchor > ends[-1]:
                break
            spot = _spot(waiting[0], parts.strip, made, page)
            if spot is None:
                break
            made = _with(made, spot)
            waiting.pop(0)
    return replace(made, spots=_downwards(made.spots), lost=tuple(waiting))


def _downwards(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Bands right above each other with the first of the note on top, as all else is read."""
    piles: list[list[int]] = []
    for i, spot in enumerate(spots):
        below = next((pile for pile in piles if _is_on(spot, spots[pile[-1]])), None)
        if below is None:
            piles.append([i])
        else:
            below.append(i)
    out = list(spots)
    for pile in piles:
        rise = spots[pile[0]].rise
        for i in reversed(pile):
            out[i] = replace(spots[i], rise=rise)
            rise = out[i].top
    return tuple(out)


def _is_on(spot: Spot, below: Spot) -> bool:
    return (spot.column, spot.band.span, spot.rise) == (below.column, below.band.span, below.top)


def _with(made: Ground, spot: Spot) -> Ground:
    over = range(spot.column, spot.last + 1)
    taken = tuple(spot.top if i in over else t for i, t in enumerate(made.taken))
    return replace(made, taken=taken, spots=(*made.spots, spot))


def _spot(band: Band, strip: Strip, made: Ground, page: range) -> Spot | None:
    """The first place with room on a page at which no section goes on before it begins; any on the last page, rather than none."""
    room, ends = MOST * made.full[page.start], reached(strip, made.rooms[: page.stop])
    beside = next((c for c in page if band.anchor <= ends[c]), page.stop - 1)
    spots = [spot for spot in _lowest(band, made.taken, page, beside) if spot.top <= room]
    found = next((spot for spot in spots if _in_order(strip, _with(made, spot), page)), None)
    if found or not spots or page.stop < len(made.full):
        return found
    return replace(spots[0], early=True)


def _in_order(strip: Strip, made: Ground, page: range) -> bool:
    """Whether each section with a band on a page begins there, at the latest in the last column of the band, or before."""
    due = {column: begins for column, begins in made.due.items() if column in page}
    ends = reached(strip, made.rooms[: page.stop]) if due else []
    return all(begins < ends[column] for column, begins in due.items())


def _lowest(band: Band, taken: Sequence[float], page: range, beside: int) -> list[Spot]:
    """The places on a page, the lowest first; of several, that which is nearest to the column which the band belongs to."""
    span = band.span
    places = sorted({*page[: len(page) - span + 1 : span], page.stop - span})
    spots = [Spot(band, c, max(taken[c : c + span])) for c in places]
    return sorted(spots, key=lambda s: (s.rise, max(s.column - beside, beside - s.last, 0), s.column))


def need(parts: Parted, full: Sequence[float], on_page: int) -> float:
    """The share of all columns that the strip and the bands take; more than 1 where there is no room for all."""
    if not parts.bands:
        return need_of_columns(parts.strip, full)
    made = ground(parts, full, on_page)
    if made.lost:
        return 1 + sum(band.span * band.height for band in made.lost) / sum(full)
    own = need_of_columns(parts.strip, made.rooms)
    return own if own > 1 else min(1.0, (own * sum(made.rooms) + sum(made.taken)) / sum(full))
