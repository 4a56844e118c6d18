"""The largest type that fits, where columns end, and who is left off. A pretended font measures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from msgspec.structs import replace

from deckbuild.model import Block, Concept, Deck, List, Math, Point, RichText, Table
from deckbuild.plan.sheet import SheetOptions, SheetPlan, plan_sheet
from deckbuild.plan.sheet.choose import choose
from deckbuild.plan.sheet.estimate import atom_height
from deckbuild.plan.sheet.fit import Layout, Measure, Measured, fit
from deckbuild.plan.sheet.geometry import CARD_GAP, Page, page
from deckbuild.plan.sheet.layout import Card
from deckbuild.plan.sheet.shapes import LARGEST, SMALLEST, Heading, Item, Row, Span, Text
from deckbuild.plan.sheet.sizes import CLOSE
from deckbuild.plan.sheet.strip import Heights, cells

T = RichText.of


def pretend(plan: SheetPlan):
    """A measure whose heights follow from the number of letters."""
    width = page(plan.options, plan.columns).column
    flat = cells(plan.sections)

    def measure(wanted: Sequence[int], sizes: Sequence[float]) -> Measured:
        def heights(size: float) -> Heights:
            tall = tuple(size * (atom_height(cell.atom, width / size) - 0.4) for cell in flat)
            bars = (1.9 * size,) * len(plan.sections)
            return Heights(size, tall, bars, bars)

        return Measured(20.0, tuple(heights(size) for size in sizes))

    return measure


def note(sections: int, points: int, words: int = 12, **options: int) -> SheetPlan:
    def point(s: int, p: int) -> Block:
        return Point(T(" ".join(f"w{s}.{p}.{i}" for i in range(words))))

    bodies = [tuple(point(s, p) for p in range(points)) for s in range(sections)]
    concepts = tuple(Concept(f"c{s}", T(f"Section {s}"), body=body) for s, body in enumerate(bodies))
    return plan_sheet(Deck("x.md", "x", T("x"), concepts=concepts), (), SheetOptions(**options))


@cache
def laid_points(sections: int, points: int) -> Layout:
    return laid(note(sections, points))


def laid(plan: SheetPlan) -> Layout:
    return fit(plan, pretend(plan))


def placed(layout: Layout) -> list[int]:
    return [p.atom for column in layout.columns for card in column.cards for p in card.pieces if not p.again]


def cards(layout: Layout) -> list[Card]:
    return [card for column in layout.columns for card in column.cards]


def test_little_text_is_set_at_the_largest_size():
    layout = laid(note(3, 3))
    assert (layout.size, layout.dropped, layout.pages) == (LARGEST, (), 1)


@pytest.mark.parametrize("points", [12, 16, 20])
def test_more_text_is_set_smaller_and_fills_the_page(points: int):
    layout = laid_points(4, points)
    assert SMALLEST <= layout.size < LARGEST
    assert layout.dropped == ()
    assert layout.fill >= 0.85


@pytest.mark.parametrize("points", [3, 12, 20, 120])
def test_everything_stands_once_and_in_the_order_of_the_note(points: int):
    layout = laid_points(4, points)
    assert placed(layout) == sorted(set(placed(layout)))
    assert sorted([*placed(layout), *layout.dropped]) == list(range(4 * points))


@pytest.mark.parametrize("points", [12, 20, 120])
def test_no_column_is_higher_than_the_page(points: int):
    layout = laid_points(4, points)
    limits = layout.page.capacities(layout.pages, layout.head)
    assert all(column.height <= limit for column, limit in zip(layout.columns, limits, strict=False))


def test_columns_of_a_full_page_are_widened_to_its_height():
    layout = laid(note(6, 11))
    assert layout.size < LARGEST
    limits = layout.page.capacities(1, layout.head)
    for column, limit in zip(layout.columns, limits, strict=True):
        gaps = sum(piece.gap for card in column.cards for piece in card.pieces)
        natural = sum(0.66 * layout.size for card in column.cards for piece in card.pieces if piece.gap)
        between = sum(card.gap - CARD_GAP for card in column.cards[1:])
        grown = sum(card.grow for card in column.cards)
        assert column.height + gaps - natural + between + grown == pytest.approx(limit, abs=0.5)


def leaping(page: Page) -> Measure:
    """A measure of rows that take twice the room above 9 pt, since each gets another line there."""

    def measure(wanted: Sequence[int], sizes: Sequence[float]) -> Measured:
        def heights(size: float) -> Heights:
            tall = (size * (1.6 + page.loose) * (1 + (size > 9)),) * (max(wanted) + 1)
            return Heights(size, tall, (15.0,), (15.0,))

        return Measured(20.0, tuple(map(heights, sizes)))

    return measure


@pytest.mark.parametrize(("columns", "rows"), [(1, 31), (2, 62), (3, 93)])
def test_a_page_that_a_size_more_would_overfill_by_far_gets_more_air(columns: int, rows: int):
    table = Table((T("a"), T("b")), tuple((T(f"{i}"), T("x")) for i in range(rows)), ("left", "left"))
    deck = Deck("x.md", "x", T("x"), concepts=(Concept("a", T("A"), body=(table,)),))
    plan = plan_sheet(deck, (), SheetOptions(columns=columns, landscape=False, pages=1))
    made = choose(plan, leaping, lambda page: lambda atoms, size: {})
    assert made.size == pytest.approx(9, abs=CLOSE)
    assert made.page.loose > 0
    assert made.least_fill > 0.9 > fit(plan, leaping(page(plan.options, columns))).least_fill


def test_what_does_not_fit_goes_by_rank_but_never_the_last_of_a_section():
    plan = note(5, 150)
    layout = laid(plan)
    assert layout.size == SMALLEST
    assert layout.dropped
    assert layout.fill >= 0.9
    assert {card.section for card in cards(layout)} == set(range(5))


def test_the_lowest_ranks_go_first():
    marked = Point(RichText.of("important: must always stay " * 4))
    body = (*(Point(T(f"plain {i} " * 14)) for i in range(200)), marked)
    plan = plan_sheet(
        Deck("x.md", "x", T("x"), concepts=(Concept("a", T("A"), body=body), Concept("b", T("B"), body=body[:3]))), ()
    )
    layout = laid(plan)
    assert layout.dropped
    assert 200 not in layout.dropped


def test_of_sections_with_one_passage_each_those_go_that_take_the_most_room():
    tall, low = Math("x + " * 330 + "x"), Math("x")
    concepts = tuple(Concept(f"c{i}", T(f"S{i}"), body=(low if i % 3 else tall,)) for i in range(60))
    layout = laid(plan_sheet(Deck("x.md", "x", T("x"), concepts=concepts), ()))
    assert layout.dropped
    assert all(index % 3 == 0 for index in layout.dropped)


def test_two_pages_hold_twice_as_much():
    one, two = laid(note(6, 60)), laid(note(6, 60, pages=2))
    assert (one.pages, two.pages) == (1, 2)
    assert two.size > one.size or len(two.dropped) < len(one.dropped)


def test_no_more_pages_are_tried_where_one_is_free():
    plan, asked = note(3, 3, pages=0), list[float]()

    def measure(wanted: Sequence[int], sizes: Sequence[float]) -> Measured:
        """As usual, but for one passage that no column holds in larger type."""
        asked.extend(sizes)
        found = pretend(plan)(wanted, sizes)
        (heights,) = found.heights
        tall = (600.0 if heights.size > 7 else 200.0, *heights.atoms[1:])
        return replace(found, heights=(replace(heights, atoms=tall),))

    layout = choose(plan, lambda sheet: measure, lambda sheet: lambda atoms, size: {})
    assert (layout.pages, layout.dropped) == (1, ())
    assert 6.8 <= layout.size <= 7
    assert len(asked) < 150


def test_a_heading_is_never_the_last_of_a_column():
    children = tuple(
        Concept(f"s{i}", T(f"Sub {i}"), body=(Point(T("word " * 30)), Point(T("more " * 20)))) for i in range(30)
    )
    plan = plan_sheet(
        Deck(
            "x.md",
            "x",
            T("x"),
            concepts=(Concept("a", T("A"), children=children), Concept("b", T("B"), body=children[0].body)),
        ),
        (),
    )
    flat = cells(plan.sections)
    for column in laid(plan).columns:
        for card in column.cards:
            assert not isinstance(flat[card.pieces[-1].atom].atom, Heading)


@pytest.mark.real
def test_no_item_stands_alone_under_a_section_that_goes_on():
    body = (List(tuple(Point(T(f"item {i} " * 6)) for i in range(9))),)
    for count in range(10, 26):
        concepts = tuple(Concept(f"c{i}", T(f"S{i}"), body=body) for i in range(count))
        plan = plan_sheet(Deck("x.md", "x", T("x"), concepts=concepts), ())
        flat = cells(plan.sections)
        for card in cards(laid(plan)):
            kinds = [flat[piece.atom].atom for piece in card.pieces]
            assert not (card.again and len(kinds) == 1 and isinstance(kinds[0], Item))


def test_a_table_that_goes_on_repeats_its_head():
    table = Table((T("head"), T("other")), tuple((T(f"c{i}"), T("words " * 12)) for i in range(90)), ("left", "left"))
    concepts = (Concept("a", T("A"), body=(table,)), Concept("b", T("B"), body=(Point(T("x " * 30)),)))
    plan = plan_sheet(Deck("x.md", "x", T("x"), concepts=concepts), ())
    flat = cells(plan.sections)
    going_on = [card for card in cards(laid(plan)) if card.again]
    assert going_on
    for card in going_on:
        first = flat[card.pieces[0].atom].atom
        assert card.pieces[0].again
        assert isinstance(first, Row)
        assert first.head


def test_an_empty_plan_is_one_empty_page():
    layout = laid(plan_sheet(Deck("x.md", "x"), ()))
    assert (layout.pages, layout.columns) == (1, ())


@pytest.mark.real
def test_a_huge_note_is_laid_out_on_the_page_asked_for():
    layout = laid(note(60, 60))
    assert layout.pages == 1


def test_an_atom_higher_than_a_column_does_not_hang_or_raise():
    plan = note(2, 3)

    def measure(wanted: Sequence[int], sizes: Sequence[float]) -> Measured:
        tall = (5000.0, *(10.0,) * 5)
        return Measured(20.0, tuple(Heights(size, tall, (15.0, 15.0), (15.0, 15.0)) for size in sizes))

    layout = fit(plan, measure)
    assert 0 in layout.dropped
    assert layout.pages == 1


def test_little_is_measured_once_and_nothing_larger_than_what_did_not_fit():
    asked: list[float] = []

    def told(plan: SheetPlan) -> Measure:
        def measure(wanted: Sequence[int], sizes: Sequence[float]) -> Measured:
            asked.extend(sizes)
            return pretend(plan)(wanted, sizes)

        return measure

    fit(little := note(3, 3), told(little))
    assert asked == [LARGEST]
    asked.clear()
    made = fit(much := note(4, 20), told(much))
    (first, *others) = asked
    assert all(size < first for size in others) == (made.size < first)


def words_in(columns: int, word: str, count: int = 1, landscape: bool = True) -> Layout:
    plan = note(1, count, 1, columns=columns, landscape=landscape)
    (section,) = plan.sections
    atoms = tuple(replace(atom, line=(Span(f"{word} 1"),)) for atom in section.atoms if isinstance(atom, Text))
    plan = replace(plan, sections=(replace(section, atoms=atoms),))
    return choose(plan, lambda sheet: pretend(plan), lambda sheet: lambda atoms, size: {})


@pytest.mark.parametrize(
    ("word", "columns"),
    [
        ("짧은말", 6),
        ("오케스트레이션시스템", 6),
        ("오케스트레이션시스템에서는", 5),
        ("mitochondrial_ribosomal", 5),
        ("internationalisation_of_fields", 4),
    ],
)
def test_of_many_columns_there_are_so_many_as_have_room_for_each_word(word: str, columns: int):
    assert words_in(6, word).page.columns == columns


def test_smaller_type_leaves_room_for_long_words_in_narrow_columns():
    layout = words_in(6, "오케스트레이션시스템에서는", 700)
    assert (layout.page.columns, layout.size < 9) == (6, True)


def test_the_usual_columns_hold_what_is_cut_for_them():
    assert words_in(3, "오케스트레이션시스템에서는", landscape=False).page.columns == 3
    assert words_in(6, "a" * 60).page.columns == 6
