"""How much code has no room in one line, and what that says about the number of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from msgspec.structs import replace

from deckbuild.model import Code, Command, Concept, Deck, Figure, Point, RichText, Table
from deckbuild.plan.sheet import SheetOptions, SheetPlan, plan_sheet
from deckbuild.plan.sheet.choose import FEW_WRAPPED, choose
from deckbuild.plan.sheet.divide import Division, Divisions
from deckbuild.plan.sheet.fit import Layout, Measure, Measured
from deckbuild.plan.sheet.geometry import SMALL_PICTURE_SHARE, Page, page
from deckbuild.plan.sheet.shapes import LARGEST, Listing, Picture
from deckbuild.plan.sheet.wrapping import FEW, widths, wrapped
from tests.test_sheet_fit import pretend

T = RichText.of


def plan(rows: Sequence[int], points: int = 12) -> SheetPlan:
    """A note with rows of code of these lengths in letters, and a few words."""
    said = tuple(Point(T(f"words number {n} that say something")) for n in range(points))
    body = (*said, Code("\n".join("x" * length for length in rows), lang="text"))
    return plan_sheet(Deck("x.md", "x", T("x"), concepts=(Concept("a", T("A"), body=body),)), (), SheetOptions())


def share(rows: Sequence[int], columns: int, size: float = LARGEST) -> float:
    return wrapped(plan(rows).sections, size, page(SheetOptions(), columns))


def test_code_is_as_wide_as_its_longest_row_and_as_most_of_its_rows():
    assert widths(plan([10] * 9 + [50]).sections) == {0: [30.0, 6.0, 6.0]}


def test_the_wider_a_column_and_the_smaller_its_type_the_less_goes_on():
    rows = [50] * 20 + [10] * 20
    assert [share(rows, n) for n in (4, 3, 2)] == [0.5, 0.5, 0.0]
    assert share(rows, 3, 8.0) == 0.0
    assert share([], 4) == 0.0


def test_rows_that_a_smaller_size_keeps_whole_do_not_go_on():
    room = page(SheetOptions(), 3).column / LARGEST - 2 * 0.62 - 1.1
    letters = int(room / (0.88 * 0.6))
    assert share([letters] * 30, 3) == share([int(letters * 1.1)] * 30, 3) == 0.0
    assert share([int(letters * 1.25)] * 30, 3) == 1.0


def test_one_of_few_rows_counts_little():
    assert share([90, 5, 5], 4) == pytest.approx(1 / FEW)


def test_a_drawing_is_lost_with_one_of_its_rows():
    def share(first: str) -> float:
        body = (Code("\n".join([first, *["x"] * 5]), lang="text"),)
        made = plan_sheet(Deck("x.md", "x", T("x"), concepts=(Concept("a", T("A"), body=body),)), (), SheetOptions())
        return wrapped(made.sections, LARGEST, page(SheetOptions(), 4))

    assert share("x" * 90) == pytest.approx(1 / FEW)
    assert share("┌" + "─" * 90) == pytest.approx(6 / FEW)


def test_a_command_that_goes_on_counts_more_than_a_row_of_code():
    commands = [Command("x" * 90, T("what it does")), Command("ls", T("lists"))]
    made = plan_sheet(Deck("x.md", "x", T("x"), concepts=(Concept("a", T("A"), body=(*commands, Point(T("y")))),)), ())
    assert wrapped(made.sections, LARGEST, page(SheetOptions(), 4)) == pytest.approx(3 / FEW)


def test_a_table_counts_where_its_cells_are_stacks_of_short_lines():
    long = T("what a server says that was asked for too much")
    rows = tuple((T(f"Unsatisfiable {n}"), T(f"Unacceptable {n}"), long) for n in range(30))
    body = (Table((T("number"), T("name"), T("meaning")), rows),)
    table = plan_sheet(Deck("x.md", "x", T("x"), concepts=(Concept("a", T("A"), body=body),)), ())
    stacked, spread = (wrapped(table.sections, LARGEST, page(SheetOptions(), count)) for count in (4, 2))
    assert stacked > FEW_WRAPPED > spread == 0.0


def chosen(made: SheetPlan) -> Layout:
    return choose(made, lambda sheet: pretend(replace(made, columns=sheet.columns)), lambda _: lambda asked, size: {})


def test_a_note_of_long_commands_has_fewer_columns():
    short, long = (chosen(replace(plan([length] * 40, 30), columns=4)) for length in (20, 48))
    assert (short.page.columns, short.wrapped) == (4, 0.0)
    assert long.page.columns < 4
    assert long.wrapped <= FEW_WRAPPED


def test_more_columns_are_tried_where_wide_ones_leave_much_off():
    """Whether any of it is left off weighs more than whether code goes on."""
    made = replace(plan([60] * 300, 0), columns=3)
    tried: list[int] = []

    def measure(sheet: Page):
        def counted(wanted: Sequence[int], sizes: Sequence[float]) -> Measured:
            tried.append(sheet.columns)
            return pretend(replace(made, columns=sheet.columns))(wanted, sizes)

        return counted

    assert any(isinstance(atom, Listing) for atom in made.sections[0].atoms)
    assert choose(made, measure, lambda _: lambda asked, size: {}).dropped
    assert 4 in tried


def test_paragraphs_are_divided_rather_than_set_in_one_column_of_very_long_lines():
    said = (Point(T("words that say a little more about it " * 4)), Point(T("some more of them " * 24)))
    concepts = (Concept("a", T("A"), body=said),)
    made = replace(plan_sheet(Deck("x.md", "x", T("x"), concepts=concepts), (), SheetOptions()), columns=2)

    def divide(asked: Sequence[int], size: float) -> Divisions:
        return {index: [Division(n, 12.0 * n, 12.0 * (12 - n)) for n in range(2, 11)] for index in asked}

    def measure(sheet: Page) -> Measure:
        return pretend(replace(made, columns=sheet.columns))

    assert choose(made, measure, lambda _: lambda asked, size: {}).page.columns == 1
    assert choose(made, measure, lambda _: divide).page.columns > 1


def test_pictures_are_smaller_where_something_would_be_left_off():
    """A measure whose pictures are as high as a page lets them be."""
    said = tuple(Point(T("words that say a little more about it " * 4)) for _ in range(50))
    body = [block for n, point in enumerate(said) for block in (point, *([Figure(f"{n}.png")] if n % 5 == 0 else []))]
    deck = Deck("x.md", "x", T("x"), concepts=(Concept("a", T("A"), body=tuple(body)),))
    made = plan_sheet(deck, [f"{n}.png" for n in range(50)], SheetOptions())

    def measure(sheet: Page) -> Measure:
        usual = pretend(replace(made, columns=sheet.columns))

        def measured(wanted: Sequence[int], sizes: Sequence[float]) -> Measured:
            found = usual(wanted, sizes)
            return replace(found, heights=tuple(replace(each, atoms=tuple(tall(each.atoms))) for each in found.heights))

        def tall(heights: Sequence[float]) -> Iterator[float]:
            for atom, height in zip(made.sections[0].atoms, heights, strict=True):
                yield sheet.pictured * sheet.body if isinstance(atom, Picture) else height

        return measured

    layout = choose(made, measure, lambda _: lambda asked, size: {})
    assert layout.page.pictured == SMALL_PICTURE_SHARE
    few = replace(made, options=replace(made.options, pages=4))
    assert choose(few, measure, lambda _: lambda asked, size: {}).page.pictured > SMALL_PICTURE_SHARE
