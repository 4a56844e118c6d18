"""How many columns a sheet gets, and how many pages where nobody asked for a number: tried, measured, and the best one kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from .divide import Divide
from .estimate import HEAD_PT, total
from .fit import Layout, Measure, aired, fit
from .geometry import LEVEL, LOOSER_EM, SMALL_PICTURE_SHARE, Page, page
from .narrow import least_width
from .shapes import LARGEST, SMALLEST, Picture, SheetPlan
from .wrapping import worth

MOST_PAGES = 20
READABLE = 8.0
"""pt: with as many pages as needed, the type is to be no smaller."""
LONGEST_LINE = 55.0
"""em: a line of some hundred Latin letters, or of fifty Korean ones. One column of an upright page is not wider."""
LITTLE = 0.3
"""How full a page may be whose lines run over its whole width: more in such long ones is not read."""
FULL = 0.91
"""How full the columns are to be where the type is smaller than it could be: nine tenths, and the air below the last lines."""
LEVEL_FULL = 0.85
"""The least that one of them has beside the highest: a diagram that has no room in it may leave the rest of a column empty."""
SMALLER = (0.0, 0.15, 0.3, 0.45, 0.6)
"""pt; by how much smaller type may be where that makes columns full."""
FEW_WRAPPED, MORE_WRAPPED = 0.12, 0.25
"""The share of rows of code that may go on in a second line before wider columns are tried: where all fits in the largest type,
and where wider columns would most likely make it smaller by as much as they are worth."""
HOPELESS = 0.05
"""The share of atoms that other columns would not bring back."""

MeasureOn = Callable[[Page], Measure]
"""Measures atoms in the columns of a page."""
DivideOn = Callable[[Page], Divide]
"""Says where long paragraphs can be divided in the columns of a page."""


def choose(plan: SheetPlan, measure: MeasureOn, divide: DivideOn) -> Layout:
    """The layout of a sheet on the pages asked for, or on as many as it needs (`pages` 0).

    One that leaves a page free is not held up by the number of pages: something in it would be higher than a column.
    """
    if plan.options.pages:
        return _on(plan, plan.options.pages, measure, divide)
    found = _on(plan, start := _fewest(plan), measure, divide)
    for pages in range(start + 1, MOST_PAGES + 1):
        if found.pages < pages - 1 or (not found.dropped and found.size >= READABLE):
            break
        found = _on(plan, pages, measure, divide)
    return found


def _fewest(plan: SheetPlan) -> int:
    """A number of pages that is certainly not too large, guessed from the number of letters."""
    sheet = page(plan.options, plan.columns)
    room = (sheet.body - HEAD_PT) * sheet.columns
    return min(MOST_PAGES, max(1, int(0.8 * total(plan.sections, READABLE, sheet.column) / room)))


def _on(plan: SheetPlan, pages: int, measure: MeasureOn, divide: DivideOn) -> Layout:
    """The layout on so many pages: in the columns of the plan, or in others where these would be uneven.

    Paragraphs are divided where no number of columns is even without that, and all has more air where none is full.
    """
    wanted = replace(plan, options=replace(plan.options, pages=pages))
    tried = list(_tried(wanted, measure, None))
    best = max(tried, key=_worth)
    if best.size >= LARGEST and not (_worth(best)[0] and _easy(best)):
        tried += _tried(wanted, measure, divide)
    best = max(tried, key=_worth)
    if best.dropped and plan.options.pages and _pictured(plan):
        small = replace(best.page, pictured=SMALL_PICTURE_SHARE)
        tried.append(fit(replace(wanted, columns=small.columns), measure(small), None, small))
    best = max(tried, key=_worth)
    return max((best, *_filled(wanted, max(tried, key=_largest), measure)), key=_worth)


def _pictured(plan: SheetPlan) -> bool:
    return any(isinstance(atom, Picture) and not atom.missing for section in plan.sections for atom in section.atoms)


def _tried(plan: SheetPlan, measure: MeasureOn, divide: DivideOn | None) -> Iterator[Layout]:
    """Layouts in one number of columns after the other, up to one that is as it should be."""
    if plan.options.columns:
        yield _asked(plan, measure, divide)
        return
    last: Layout | None = None
    most = _most(plan)
    for columns in (count for count in _counts(plan) if count <= most):
        if columns == 1 and last and last.fill > LITTLE:
            return
        last = _fitted(plan, columns, measure, divide)
        yield last
        few = FEW_WRAPPED if last.size >= LARGEST else MORE_WRAPPED
        if (_worth(last)[0] and last.wrapped <= few) or (columns >= _most(plan) and _overfull(last, plan)):
            return
        most = min(most, columns - 1) if _worth(last)[0] else most  # in more of them, more code would go on


def _asked(plan: SheetPlan, measure: MeasureOn, divide: DivideOn | None) -> Layout:
    """In the columns that were asked for; of more than a page has by itself, in so many as have room for each word."""
    usual = _most(plan)
    for columns in range(plan.options.columns, usual, -1):
        room = page(plan.options, columns).column
        if least_width(plan.sections, SMALLEST) <= room:
            made = _fitted(plan, columns, measure, divide)
            if least_width(plan.sections, made.size) <= room:
                return made
    return _fitted(plan, min(plan.options.columns, usual), measure, divide)


def _fitted(plan: SheetPlan, columns: int, measure: MeasureOn, divide: DivideOn | None) -> Layout:
    sheet = page(plan.options, columns)
    return fit(replace(plan, columns=columns), measure(sheet), divide(sheet) if divide else None)


def _most(plan: SheetPlan) -> int:
    """How many columns a page has at most if nobody asks for more."""
    return 4 if plan.options.landscape else 3


def _filled(plan: SheetPlan, layout: Layout, measure: MeasureOn) -> Iterator[Layout]:
    """A layout whose columns are not full, made so: where a size more takes much more room (as of a table in which each row
    gets another line), more air between atoms does it, or a little smaller type that lets a diagram move up a column, or
    more air between lines.
    """
    if _worth(layout)[0] or layout.size >= LARGEST or layout.dropped:
        return
    for loose in LOOSER_EM:
        sheet, fitting = replace(layout.page, loose=loose), False
        sizes = [layout.size - less for less in SMALLER if layout.size - less >= SMALLEST or not less]
        for made in aired(plan, layout, sheet, measure(sheet), sizes[: 1 if loose else None]):
            yield made
            if _worth(made)[0]:
                return
            fitting = True
        if not fitting:
            return


def _counts(plan: SheetPlan) -> Iterator[int]:
    """Numbers of columns to try: the guess and its neighbours, at last one for all."""
    yield plan.columns
    others = {*range(2, _most(plan) + 1)} - {plan.columns}
    yield from sorted(others, key=lambda count: (abs(count - plan.columns), -count))
    yield 1


def _overfull(layout: Layout, plan: SheetPlan) -> bool:
    """Whether so much is missing that other columns would not hold it either."""
    return len(layout.dropped) > HOPELESS * sum(len(section.atoms) for section in plan.sections)


def _largest(layout: Layout) -> tuple[int, bool, float, float]:
    """The same of one that can be given more air."""
    return _worth(layout)[1:]


def _easy(layout: Layout) -> bool:
    """Whether lines are so short that an eye finds the next one."""
    return layout.page.column <= LONGEST_LINE * layout.size


def _worth(layout: Layout) -> tuple[bool, int, bool, float, float]:
    """What speaks for a layout, the weightiest first: that it is as it should be, how little is missing, lines that are not too
    long, size (the less of it the more code goes on in second lines), balance."""
    even = layout.level if layout.size >= LARGEST else layout.least_fill
    least, level = (LEVEL - 0.03, LEVEL - 0.03) if layout.size >= LARGEST else (FULL, LEVEL_FULL)
    good = even >= least and layout.level >= level
    lost = len(layout.dropped) + len(layout.unread)
    return good and not lost, -lost, _easy(layout), worth(layout.size, layout.wrapped), even
