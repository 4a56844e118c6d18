"""The largest type at which everything fits; where not even the smallest does, what is left off.

The heights come from whoever can measure (a function argument), so that this thinks and draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from .bands import Ground, Parted, ground, need, parted
from .columns import evenly, packs, shares, usual
from .divide import Divide, DividedStrip, nearby
from .estimate import atom_height, guess
from .footing import footed
from .foretell import certain, completed, foretold, powers
from .geometry import LEVEL, STRETCH_EM, STRETCH_LEVEL_EM, STRETCH_LOOSE_EM, STRETCH_MOST_EM, Page, page
from .layout import Column, columns, flush, gaps
from .leaving import led, less, order, tall_first, visible
from .shapes import LARGEST, SMALLEST, Row, SheetPlan
from .sizes import STEP, following, largest, last_that, rounded, step
from .strip import Cell, Heights, Strip, cells
from .wrapping import widths, worth, wrapped

ROOM_FOR_ERROR = 1.3
REFILLS = 60
A_LITTLE = 0.3
"""pt; by so much smaller a size may be where that keeps code whole."""


class Measured(Struct, frozen=True):
    """The height of the header in pt, and the heights of all else at each size that was asked for."""

    head: float
    heights: tuple[Heights, ...]


Measure = Callable[[Sequence[int], Sequence[float]], Measured]
"""Measures the atoms with these indices at these sizes; others may have any height."""


class Layout(Struct, frozen=True):
    """A finished decision: sizes in pt, columns over all pages, and the indices of the atoms that were left off.

    `fill` is the share of their height that columns have ink in, on all pages.

    `sources` are those of formulas that are shown as their source, being too wide for a column; `unread` those of diagrams
    that are left off since their type would be too small. `wrapped` is the share of rows of code that take several lines.
    """

    size: float
    page: Page
    columns: tuple[Column, ...]
    dropped: tuple[int, ...]
    fill: float
    head: float
    sources: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    wrapped: float = 0.0

    @property
    def pages(self) -> int:
        """How many pages the columns take; an empty sheet is one."""
        return max(1, -(-len(self.columns) // self.page.columns))

    def ink(self) -> list[list[float]]:
        """How high the ink of each column is in pt, page by page; the last page may have fewer columns."""
        n, tall = self.page.columns, [column.ink for column in self.columns]
        return [tall[i : i + n] for i in range(0, len(tall), n)]

    @property
    def least_fill(self) -> float:
        """The fill of the page that is the least full."""
        n = self.page.columns
        rooms = self.page.capacities(self.pages, self.head)[::n]
        return min((sum(tall) / (n * room) for tall, room in zip(self.ink(), rooms, strict=True)), default=0.0)

    @property
    def level(self) -> float:
        """The share of the highest column's ink that the lowest one of the same page has, on the least level page."""
        n, tall = self.page.columns, self.ink()
        short = [bool(heights) and len(heights) < n for heights in tall]
        shares = [min(heights) / max(heights) for heights in tall if max(heights)]
        return min(shares, default=1.0) * (0.5 if any(short) else 1.0)


def fit(plan: SheetPlan, measure: Measure, divide: Divide | None = None, sheet: Page | None = None) -> Layout:
    """Lay out a sheet of as many columns and at most as many pages as its plan says, with the largest type that holds it.

    Where its columns differ at the largest type, `divide` says where long paragraphs can be divided between them. `sheet` is
    the page that `measure` measures on, where that is not the usual one.
    """
    search = _Search(plan, sheet or page(plan.options, plan.columns), measure, divide)
    size = search.run() if search.wanted else LARGEST
    kept = search.wanted
    if size is None:
        size, kept = SMALLEST, search.fewer()
    return search.layout(size, kept)


def aired(plan: SheetPlan, layout: Layout, sheet: Page, measure: Measure, sizes: Sequence[float]) -> Iterator[Layout]:
    """A layout at other sizes with as much air as its columns hold, its lines as `sheet` has them: those that there is room for."""
    return _Search(plan, sheet, measure, None).aired(layout, sizes)


class _Search:
    """One search for a size: what was measured so far, and whether it fitted."""

    def __init__(self, plan: SheetPlan, sheet: Page, measure: Measure, divide: Divide | None) -> None:
        self.plan, self.page, self.measure, self.divide = plan, sheet, measure, divide
        self.all = cells(plan.sections)
        self.heads = {cell.atom.table: cell.index for cell in self.all if isinstance(cell.atom, Row) and cell.atom.head}
        self.order = order(self.all)
        self.led = led(self.all)
        self.wanted = self._hopeful()
        self.heights: dict[float, Heights] = {}
        self.needs: dict[float, float] = {}
        self.head = 0.0

    def _room(self) -> float:
        return self.page.body * self.page.columns * self.plan.options.pages

    def _hopeful(self) -> list[Cell]:
        """All atoms but those that stand no chance at the smallest size, judged by the number of their letters."""
        width = self.page.column / SMALLEST
        tall = {cell.index: SMALLEST * atom_height(cell.atom, width) for cell in self.order}
        over = sum(tall.values()) - ROOM_FOR_ERROR * self._room()
        hopeless: set[int] = set()
        for cell in tall_first(self.order, tall):
            if over <= 0:
                break
            over -= tall[cell.index]
            hopeless.add(cell.index)
        return visible([cell for cell in self.all if cell.index not in hopeless], self.led)

    def run(self) -> float | None:
        """The largest size that holds everything, None where none does."""
        size: float | None = guess(self.plan.sections, self.page.column, self._room() - 2 * self.page.body / 15)
        while size is not None:
            self._try(size)
            size = following(self.needs, self._alone)
        return largest(self.needs)

    def _alone(self, size: float) -> float:
        """The largest size at which all would fit, foretold from the heights at one that was measured."""
        heights = self.heights[size]

        def fits(steps: int) -> bool:
            return self._need(foretold(heights, self.growth, steps * STEP)) <= 1

        return self._whole(rounded(STEP * last_that(fits, step(rounded(size / self.needs[size] ** 0.5)))))

    def _whole(self, size: float) -> float:
        """A size, or one a little smaller with which so much less code goes on in a second line that it is worth more."""
        if size >= LARGEST or not wrapped(self.plan.sections, size, self.page):
            return size
        sizes = [rounded(size - i * STEP) for i in range(step(A_LITTLE) + 1)]
        return max(sizes, key=lambda each: worth(each, wrapped(self.plan.sections, each, self.page)))

    @cached_property
    def growth(self) -> dict[int, float]:
        """How each atom grows with its size, about the first one that was measured."""
        return powers(self.wanted, widths(self.plan.sections), next(iter(self.heights)), self.page)

    def _try(self, size: float) -> None:
        size = rounded(size)
        larger = min((other for other in self.heights if other > size), default=None)
        known = certain(self.wanted, self.heights[larger], size) if larger else {}
        measured = self.measure([cell.index for cell in self.wanted if cell.index not in known], [size])
        self.head = measured.head
        for heights in measured.heights:
            self.heights[size] = completed(heights, known)
            self.needs[size] = self._need(self.heights[size])

    def _capacities(self) -> list[float]:
        return self.page.capacities(self.plan.options.pages, self.head)

    def _parted(self, kept: Sequence[Cell], heights: Heights) -> Parted:
        return parted(kept, heights, self.heads, self.page)

    def _need(self, heights: Heights) -> float:
        return need(self._parted(self.wanted, heights), self._capacities(), self.page.columns) if self.wanted else 0.0

    def _packs(self, kept: Sequence[Cell], heights: Heights) -> bool:
        if not kept:
            return True
        parts = self._parted(kept, heights)
        made = ground(parts, self._capacities(), self.page.columns)
        return not made.lost and packs(parts.strip, made.rooms) is not None

    def fewer(self) -> list[Cell]:
        """What remains at the smallest size: the lowest ranks go first, then what still fits comes back."""
        heights = self.heights[SMALLEST]
        kept = {cell.index for cell in self.wanted}
        room = dict(enumerate(heights.atoms)) | {wide.atom: wide.span * wide.height for wide in heights.wide}
        order = tall_first([cell for cell in self.order if cell.index in kept], room)
        low, high = 0, len(order)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._packs(self._less(order[:middle]), heights) else (middle, high)
        gone = order[:high]
        for cell in list(reversed(gone))[:REFILLS]:
            fewer = [other for other in gone if other is not cell]
            gone = fewer if self._packs(self._less(fewer), heights) else gone
        return self._less(gone)

    def _less(self, gone: Sequence[Cell]) -> list[Cell]:
        return less(self.wanted, gone, self.led)

    def aired(self, layout: Layout, sizes: Sequence[float]) -> Iterator[Layout]:
        """The atoms of a layout at these sizes, as they are measured now and with wider gaps, where they fit."""
        gone = set(layout.dropped)
        self.wanted = [cell for cell in self.all if cell.index not in gone]
        for size in sizes:
            self._try(size)
            if self.needs[rounded(size)] <= 1:
                yield self.layout(rounded(size), self.wanted, STRETCH_MOST_EM)

    def layout(self, size: float, kept: Sequence[Cell], stretch: float = STRETCH_EM) -> Layout:
        """The decision for a size that is known to fit; gaps of full pages are widened by up to `stretch` em."""
        if not kept:
            return Layout(size, self.page, (), tuple(cell.index for cell in self.all), 0.0, self.head)
        parts = self._parted(kept, self.heights[size])
        used = self._used(parts)
        best = self._arranged(parts.strip, used, stretch=stretch)
        even = size < LARGEST or best.level >= LEVEL - 0.01
        return best if even else max((best, *self._divided(parts.strip, used)), key=lambda made: made.level)

    def _used(self, parts: Parted) -> Ground:
        """The columns of as many pages as are needed."""
        n = self.page.columns
        made = ground(parts, self._capacities(), n)
        tight = packs(parts.strip, made.rooms) or [0, len(parts.strip)]
        return made.first(n * max([-(-(len(tight) - 1) // n), *(1 + spot.column // n for spot in made.spots)]))

    def _divided(self, strip: Strip, used: Ground) -> Iterator[Layout]:
        """The same with long paragraphs divided between columns, where there are any."""
        asked = nearby(strip, used.rooms, self._shares(strip, used)) if self.divide else []
        if asked and self.divide:
            finer = DividedStrip(strip, self.divide(asked, strip.heights.size))
            yield self._arranged(finer, used, finer.breaks(usual(used.rooms)))

    def _shares(self, strip: Strip, used: Ground) -> Iterator[list[float]]:
        return shares(strip, used.rooms, self.page.columns, used.taken)

    def _arranged(self, strip: Strip, used: Ground, places: Sequence[int] = (), stretch: float = STRETCH_EM) -> Layout:
        """The strip in columns that are as level as they get."""
        heights, size = strip.whole.heights, strip.whole.heights.size
        raised = {cell.index for spot in used.spots for cell in spot.band.cells}
        kept = {cell.index for cell in strip.whole.cells} | raised
        dropped = tuple(sorted({cell.index for cell in self.all} - kept))
        unread = tuple(i for i in heights.unread if i not in dropped and i not in raised)
        sources = tuple(i for i in heights.sources if i not in raised)
        longer = wrapped(self.plan.sections, size, self.page)
        tried: list[Layout] = []
        for share in self._shares(strip, used):
            made = columns(strip, evenly(strip, used.rooms, share, places, used.due), self.heads)
            drawn = self._flush(made, used, size, stretch)
            fill = round(sum(column.ink for column in drawn) / sum(used.full), 4)
            tried.append(Layout(size, self.page, drawn, dropped, fill, self.head, sources, unread, longer))
            if size < LARGEST or tried[-1].level >= LEVEL - 0.01:
                break
        return max(tried, key=lambda layout: layout.level)

    def _flush(self, made: Sequence[Column], used: Ground, size: float, stretch: float) -> tuple[Column, ...]:
        """Columns of one height: that of the page, or of the highest column where the type is as large as it gets."""
        n, out = self.page.columns, list[Column]()
        made = [*made, *[Column((), 0.0)] * (len(used.full) - len(made))] if used.spots else made
        for start in range(0, len(made), n):
            group, below, room = made[start : start + n], used.taken[start : start + n], used.full[start]
            tall = [column.height + under for column, under in zip(group, below, strict=False)]
            tallest = group[tall.index(max(tall))]
            full = size < LARGEST or max(tall) > 0.97 * room
            highest = min(room, max(tall) + STRETCH_LOOSE_EM * size * gaps(tallest))
            target = room if full else highest
            rooms = [target - under for under in below]
            drawn = [
                flush(column, own, size * stretch if full else _levelling(column, highest - under, size))
                for column, own, under in zip(group, rooms, below, strict=False)
            ]
            out += footed(drawn, used, start, size)
        return tuple(out)


def _levelling(column: Column, highest: float, size: float) -> float:
    """By how much the gaps of a column may be widened (pt): enough to be nearly as high as the highest one, if that is not
    too much."""
    needed = (LEVEL * highest - (column.height - column.below)) / max(1.0, gaps(column))
    return min(max(size * STRETCH_LOOSE_EM, needed), size * STRETCH_LEVEL_EM)
