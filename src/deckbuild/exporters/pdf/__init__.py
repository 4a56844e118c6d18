"""Sheet plan → PDF, with Typst. What it cannot set it says, and sets the rest."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Problem, error, info, warning
from ...formulas import Refusal
from ...model import NOWHERE, Place
from ...plan.sheet import SheetPlan
from ...plan.sheet.choose import choose
from ...plan.sheet.fit import Layout
from ...plan.sheet.shapes import SMALLEST, Atom, Formula, Heading, plain
from ..base import Assets, Exported, Stamp
from .fonts import region
from .maths import tree_of
from .payload import dropped_name, lines, payload
from .typesetter import Refused, Typesetter, forget

NAMED = 6
UNREAD = "write it with the usual commands of LaTeX"


def export(plan: SheetPlan, assets: Assets, stamp: Stamp) -> Exported:
    """The PDF of a sheet: tagged (PDF/UA-1), fonts embedded, the same bytes each time.

    Reports what was left off for want of room, characters without a glyph, and formulas that could not be read.
    """
    try:
        return _tried(plan, assets, stamp)
    finally:
        forget()


def picture(plan: SheetPlan, assets: Assets, stamp: Stamp) -> Exported:
    """The first page of a sheet as PNG. What there is to say about it, the PDF has said. Raises `Problem`."""
    for maths in (True, False):
        try:
            typesetter = Typesetter(payload(plan, assets, stamp, maths).files, stamp.date, region(plan.language))
            return Exported(typesetter.picture(choose(plan, typesetter.measure_on, typesetter.divide_on)))
        except Refused as fault:
            problem = error(Place(plan.source), "sheet-failed", f"the sheet could not be set: {fault}")
        finally:
            forget()
    raise Problem(problem)


def _tried(plan: SheetPlan, assets: Assets, stamp: Stamp) -> Exported:
    try:
        return _made(plan, assets, stamp)
    except Refused:
        pass  # a formula may be to blame: it is better shown as its source than that there is no sheet
    try:
        return _made(plan, assets, stamp, maths=False)
    except Refused as fault:
        return Exported(b"", (error(Place(plan.source), "sheet-failed", f"the sheet could not be set: {fault}"),))


def _made(plan: SheetPlan, assets: Assets, stamp: Stamp, maths: bool = True) -> Exported:
    """The sheet, its formulas as such or else (without `maths`) as their source. Raises `Refused`."""
    files = payload(plan, assets, stamp, maths)
    typesetter = Typesetter(files.files, stamp.date, region(plan.language))
    layout = choose(plan, typesetter.measure_on, typesetter.divide_on)
    data, problems = _drawn(typesetter, layout, plan)
    said = [
        *files.diagnostics,
        *_formulas(plan, maths),
        *_too_wide(plan, layout),
        *_unread(plan, layout),
        *problems,
        *_left_off(plan, layout),
        *_spare_pages(plan, layout),
        *_fewer_columns(plan, layout),
        _summary(plan, layout),
    ]
    return Exported(data, tuple(said), {"pages": layout.pages})


def _drawn(typesetter: Typesetter, layout: Layout, plan: SheetPlan) -> tuple[bytes, list[Diagnostic]]:
    """The PDF, without its promise of accessibility where that cannot be kept: a sheet is better than none."""
    try:
        return typesetter.draw(layout), []
    except Refused as fault:
        problem = error(Place(plan.source), "sheet-not-accessible", f"the sheet does not conform to PDF/UA-1: {fault}")
        return typesetter.draw(layout, standard=""), [problem]


def _summary(plan: SheetPlan, layout: Layout) -> Diagnostic:
    message = f"sheet of {_counted(layout.pages, 'page')}, {_counted(layout.page.columns, 'column')}, type {layout.size:g} pt, {layout.fill:.0%} full"
    return info(Place(plan.source), "sheet-size", message)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _spare_pages(plan: SheetPlan, layout: Layout) -> Iterator[Diagnostic]:
    """Fewer pages than asked for, where all fits on these in the largest type."""
    if layout.pages < plan.options.pages:
        fact = (
            f"all fits on {_counted(layout.pages, 'page')} in the largest type, so there are not {plan.options.pages}"
        )
        yield info(Place(plan.source), "sheet-pages", fact, "ask for fewer pages, or for --pages auto")


def _fewer_columns(plan: SheetPlan, layout: Layout) -> Iterator[Diagnostic]:
    """Fewer columns than asked for, where no more of them have room for each word."""
    if layout.page.columns < plan.options.columns:
        fact = f"there are {_counted(layout.page.columns, 'column')}, not {plan.options.columns}: some of its words have no room in a narrower one"
        yield info(Place(plan.source), "sheet-columns", fact, "ask for fewer columns, or for those that fit best (0)")


def _left_off(plan: SheetPlan, layout: Layout) -> Iterator[Diagnostic]:
    """One warning for each section that lost something: how much, what and from which lines."""
    dropped, start = set(layout.dropped), 0
    for section in plan.sections:
        gone = [atom for i, atom in enumerate(section.atoms, start) if i in dropped]
        start += len(section.atoms)
        if gone:
            hint = "mark what matters with ==…==, shorten, or ask for more pages"
            yield warning(
                _place(gone, plan), "sheet-left-off", _loss(plain(section.title), gone, len(section.atoms)), hint
            )


def _place(gone: list[Atom], plan: SheetPlan) -> Place:
    return next((atom.place for atom in gone if atom.place != NOWHERE), Place(plan.source))


def _loss(title: str, gone: list[Atom], total: int) -> str:
    named = [dropped_name(atom) for atom in gone if not isinstance(atom, Heading)] or [
        dropped_name(atom) for atom in gone
    ]
    names = ", ".join(f"'{name}'" for name in named[:NAMED]) + (" …" if len(named) > NAMED else "")
    return f"left off the sheet, {len(gone)} of {total} passages of '{title}' (lines {_ranges(gone)}): {names}"


def _ranges(gone: list[Atom]) -> str:
    """Line numbers in few words: `3-5, 9`."""
    places = {atom.place for atom in gone}  # the rows of a table have one
    numbers = sorted({n for place in places for n in range(place.line, place.last + 1)})
    out: list[list[int]] = []
    for n in numbers:
        if out and n == out[-1][1] + 1:
            out[-1][1] = n
        else:
            out.append([n, n])
    return ", ".join(f"{a}-{b}" if b > a else str(a) for a, b in out)


def _formulas(plan: SheetPlan, maths: bool) -> Iterator[Diagnostic]:
    """One message for each formula that is shown as its source."""
    for atom in (atom for section in plan.sections for atom in section.atoms):
        for tex in _sources(atom):
            tree = tree_of(tex)
            if isinstance(tree, Refusal) or not maths:
                why = tree.reason if isinstance(tree, Refusal) else "the sheet could not be set with it"
                fact = f"the formula '{_short(tex)}' is shown as its source on the sheet: {why}"
                yield info(
                    atom.place if atom.place != NOWHERE else Place(plan.source), "formula-as-source", fact, UNREAD
                )


def _too_wide(plan: SheetPlan, layout: Layout) -> Iterator[Diagnostic]:
    """One message for each formula by itself that no size makes as narrow as its column."""
    atoms = [atom for section in plan.sections for atom in section.atoms]
    for atom in (atoms[i] for i in layout.sources if i not in layout.dropped):
        if isinstance(atom, Formula):
            fact = f"the formula '{_short(atom.tex)}' is shown as its source on the sheet: it is wider than its column"
            yield info(_place([atom], plan), "formula-as-source", fact, "ask for fewer columns, or divide it")


def _unread(plan: SheetPlan, layout: Layout) -> Iterator[Diagnostic]:
    """One message for each diagram that no form of it makes readable, in a column or over several."""
    atoms = [atom for section in plan.sections for atom in section.atoms]
    fewer = "ask for fewer columns, or " if plan.options.columns > 1 else ""
    for atom in (atoms[i] for i in layout.unread):
        fact = f"the diagram '{dropped_name(atom)}' is not on the sheet: its type would be smaller than {SMALLEST} pt"
        yield warning(_place([atom], plan), "sheet-diagram", fact, f"{fewer}make several diagrams of it")


def _short(tex: str) -> str:
    found = " ".join(tex.split())
    return found if len(found) <= 40 else found[:39] + "…"


def _sources(atom: Atom) -> Iterator[str]:
    """The formulas of an atom in LaTeX."""
    if isinstance(atom, Formula):
        yield atom.tex
    yield from (span.text for line in lines(atom) for span in line if span.kind == "math")
