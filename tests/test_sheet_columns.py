"""Heights added up, places to cut at, and columns as they will be drawn."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace

from deckbuild.plan.sheet.breaks import breaks
from deckbuild.plan.sheet.columns import evenly, packs, shares
from deckbuild.plan.sheet.geometry import (
    AFTER_HEADING_EM,
    AFTER_PICTURE_EM,
    CARD_GAP,
    CODE_PADS_EM,
    FRAME_PAD_EM,
    INSET_EM,
    MARGIN,
    page,
)
from deckbuild.plan.sheet.layout import columns, flush
from deckbuild.plan.sheet.shapes import (
    Atom,
    Frame,
    Heading,
    Item,
    Listing,
    Picture,
    Row,
    Section,
    SheetOptions,
    Span,
    Text,
)
from deckbuild.plan.sheet.strip import Heights, Strip, cells, gap_em

SIZE = 10.0
BAR = 20.0
INSETS = 2 * INSET_EM * SIZE


def words(text: str = "x") -> tuple[Span, ...]:
    return (Span(text),)


def text(**fields: object) -> Text:
    return Text(line=words(), **fields)  # type: ignore[arg-type]


def item(number: int = 1, **fields: object) -> Item:
    return Item(line=words(), list=number, **fields)  # type: ignore[arg-type]


def row(head: bool = False) -> Row:
    return Row(cells=(words(),), table=7, head=head)


def strip(*sections: list[Atom], tall: float = 10.0, heads: dict[int, int] | None = None) -> Strip:
    plan = [Section(words(), tuple(atoms)) for atoms in sections]
    kept = cells(plan)
    heights = Heights(SIZE, (tall,) * len(kept), (BAR,) * len(plan), (BAR + 1,) * len(plan))
    return Strip(kept, heights, heads or {})


def test_a_column_is_as_high_as_its_bars_insets_atoms_and_gaps():
    one = strip([text(), text(gap=0.5)])
    assert one.height(0, 2) == pytest.approx(BAR + INSETS + 10 + 5 + 10)


def test_a_second_card_adds_the_air_between_cards():
    two = strip([text()], [text()])
    assert two.height(0, 2) == pytest.approx(2 * (BAR + INSETS + 10) + CARD_GAP)


def test_a_section_that_goes_on_has_the_bar_that_says_so():
    one = strip([text(), text()])
    assert one.height(1, 2) == pytest.approx(BAR + 1 + INSETS + 10)


def test_a_frame_pads_once_for_all_that_lies_in_it():
    frame = Frame(1, "note")
    framed = strip([text(frame=frame), text(frame=frame, gap=0.5), text(gap=0.5)])
    assert framed.height(0, 3) == pytest.approx(BAR + INSETS + 30 + 10 + 2 * FRAME_PAD_EM * SIZE)
    assert framed.height(1, 2) == pytest.approx(BAR + 1 + INSETS + 10 + 2 * FRAME_PAD_EM * SIZE)


def test_code_pads_once_for_all_parts_of_a_listing():
    listing = [Listing(text="a", group=3), Listing(text="b", group=3)]
    assert strip(listing).height(0, 2) == pytest.approx(BAR + INSETS + 20 + sum(CODE_PADS_EM) * SIZE)


def test_a_table_that_goes_on_has_its_head_again():
    table = strip([row(head=True), row(), row()], heads={7: 0})
    assert table.height(2, 3) == pytest.approx(BAR + 1 + INSETS + 10 + 10)
    assert table.height(0, 3) == pytest.approx(BAR + INSETS + 30)


def test_the_height_of_a_stretch_does_not_depend_on_how_it_was_reached():
    atoms: list[Atom] = [Heading(line=words()), text(), item(), item(), row(), Listing(text="a", group=9)]
    whole = strip(atoms, atoms)
    for a in range(len(whole)):
        for b in range(a + 1, len(whole)):
            assert whole.height(a, b) == pytest.approx(
                whole.height(a, b - 1) + whole.height(b - 2, b) - whole.height(b - 2, b - 1)
                if b - 2 >= a
                else whole.height(a, b)
            )


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        (row(), row(), 0.0),
        (Listing(text="a", group=1), Listing(text="b", group=1), 0.0),
        (Listing(text="a", group=1), Listing(text="b", group=2), 0.66),
        (text(), Listing(text="b, a left off", group=1, gap=0.0), 0.66),
        (Heading(line=words()), text(), AFTER_HEADING_EM),
        (text(), Heading(line=words(), gap=1.0), 1.0),
        (Picture(src="x.png"), text(), AFTER_PICTURE_EM),
        (Picture(src="x.png"), Heading(line=words(), gap=1.4), 1.4),
        (text(), item(gap=0.4), 0.4),
    ],
)
def test_the_air_between_two_atoms_follows_from_both(before: Atom, after: Atom, gap: float):
    assert gap_em(before, after) == gap


def places(*sections: list[Atom], tall: float = 10.0, limit: float = 9000.0) -> list[int]:
    return breaks(strip(*sections, tall=tall), limit)


def test_a_column_may_end_before_any_section():
    assert places([text()], [text()]) == [0, 1, 2]


def test_a_column_never_ends_after_a_heading():
    assert 2 not in places([text(), Heading(line=words()), text(), text(), text()])


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ((Span("these are:"),), text()),
        ((Span("次の通り："),), item()),
        ((Span("Round robin", styles=("bold",)), Span(" ")), item()),
        ((Span("before"),), Picture(src="x.png")),
        ((Span("Round robin", styles=("label",)),), text()),
        ((Span("round robin"),), text(depth=1)),
    ],
)
def test_a_line_stays_with_what_it_leads_to(line: tuple[Span, ...], after: Atom):
    said: list[Atom] = [Text(line=line), Item(line=line, list=3)]
    for leads in said:
        assert 3 not in places([text(), text(), leads, after, text(), text()], tall=90.0)
        assert 3 in places([text(), text(), replace(leads, line=words("said. " * 9)), after, text(), text()], tall=90.0)


def test_what_sticks_stays():
    assert 2 not in places([text(), text(), text(stick=True), text(), text()])


def test_one_short_atom_is_not_left_alone_on_either_side():
    assert places([text(), text(), text(), text()]) == [0, 2, 4]


def test_an_answer_counts_with_its_question_where_these_would_be_left_alone():
    pair = [text(role="question"), text(role="answer", stick=True)]
    low = strip([text(), text(), *pair, *pair], tall=13.0)
    assert breaks(low, 1e6) == [0, 2, 6]
    assert breaks(strip([text(), text(), *pair, *pair], tall=40.0), 1e6) == [0, 1, 2, 4, 6]
    assert breaks(strip([*pair, text(), text()], tall=13.0), 1e6) == [0, 4]


def test_a_tall_atom_may_stand_alone():
    assert places([text(), text(), text(), text()], tall=90.0) == [0, 1, 2, 3, 4]


def test_a_list_is_not_parted_after_its_first_or_before_its_last_item():
    assert places([text(), text(), item(), item(), item(), item(), text(), text()]) == [0, 2, 4, 6, 8]


def test_two_lists_that_follow_each_other_may_be_parted_between():
    assert 3 in places([text(), item(1), item(1), item(2), item(2), text()])


def test_a_box_of_two_lines_is_not_parted():
    frame = Frame(1, "note")
    assert places([text(), text(), text(frame=frame), text(frame=frame), text(), text()]) == [0, 2, 4, 6]


def test_a_list_in_a_box_is_not_parted_after_its_first_item_either():
    frame = Frame(1, "note")
    boxed = [text(frame=frame), *[item(frame=frame) for _ in range(4)]]
    assert places([text(), text(), *boxed, text(), text()]) == [0, 2, 5, 7, 9]


def test_a_head_row_stays_with_its_first_row():
    assert 3 not in places([text(), text(), row(head=True), row(), row(), row(), text()])


def test_a_head_row_and_one_row_are_not_left_alone():
    assert places([text(), text(), row(head=True), *[row()] * 4, text(), text()]) == [0, 2, 5, 7, 9]


def test_where_nothing_else_helps_a_stretch_is_cut_where_it_must_be():
    close: list[Atom] = [item() for _ in range(3)]
    assert places(close, limit=1000.0) == [0, 3]
    assert places(close, limit=50.0) == [0, 1, 2, 3]


def test_packing_fills_columns_from_the_left():
    cuts = packs(strip([text() for _ in range(12)]), [110.0, 110.0, 110.0])
    assert cuts is not None
    assert cuts[0] == 0
    assert cuts[-1] == 12
    assert cuts == sorted(set(cuts))


def test_packing_says_where_it_does_not_fit():
    assert packs(strip([text() for _ in range(40)]), [100.0, 100.0]) is None


def alike(whole: Strip, capacities: list[float]) -> list[int]:
    return evenly(whole, capacities, next(shares(whole, capacities, len(capacities))))


def test_even_columns_differ_less_than_packed_ones():
    whole = strip(*[[text() for _ in range(4)] for _ in range(9)])
    capacities = [560.0] * 4

    def spread(cuts: list[int] | None) -> float:
        assert cuts is not None
        heights = [whole.height(a, b) for a, b in itertools.pairwise(cuts)]
        return max(heights) - min(heights)

    even = alike(whole, capacities)
    assert len(even) == 5
    assert spread(even) <= spread(packs(whole, capacities))
    assert all(whole.height(a, b) <= 560.01 for a, b in itertools.pairwise(even))


def test_even_columns_prefer_to_keep_a_section_whole():
    whole = strip([text() for _ in range(4)], [text() for _ in range(4)])
    assert alike(whole, [300.0, 300.0]) == [0, 4, 8]


def test_even_columns_prefer_to_keep_a_listing_whole():
    def listing(number: int) -> list[Atom]:
        return [Listing(text="x", group=number, gap=0.0 if part else 0.66) for part in range(5)]

    whole = strip([*listing(1), *[text() for _ in range(4)]], tall=60.0)
    assert alike(whole, [600.0, 600.0]) == [0, 5, 9]


def test_a_section_goes_on_where_that_makes_columns_even():
    whole = strip([text() for _ in range(4)], [text() for _ in range(12)])
    (first, second) = (whole.height(a, b) for a, b in itertools.pairwise(alike(whole, [600.0, 600.0])))
    assert min(first, second) > 0.9 * max(first, second)


def test_a_last_page_may_be_less_full_or_fuller_than_those_before():
    whole = strip([text() for _ in range(20)])
    capacities = [400.0] * 4
    same, *others = shares(whole, capacities, 2)
    assert len(set(same)) == 1
    assert {share[0] > share[-1] for share in others} == {True, False}
    for share in (same, *others):
        taken = sum(part * capacity for part, capacity in zip(share, capacities, strict=True))
        assert taken == pytest.approx(whole.height(0, 20))


def test_one_atom_takes_one_column():
    assert alike(strip([text()]), [300.0] * 4) == [0, 1]


def test_a_column_lists_its_cards_with_what_goes_on():
    whole = strip([text() for _ in range(4)], [text()])
    first, second = columns(whole, [0, 2, 5], {})
    assert [(card.section, card.again) for card in first.cards] == [(0, False)]
    assert [(card.section, card.again) for card in second.cards] == [(0, True), (1, False)]
    assert [piece.atom for card in second.cards for piece in card.pieces] == [2, 3, 4]
    assert second.cards[1].gap == CARD_GAP


def test_widening_makes_a_column_exactly_as_high_as_asked():
    whole = strip([text(gap=0.5) for _ in range(4)], [text(gap=0.5) for _ in range(3)])
    (column,) = columns(whole, [0, 7], {})
    target = column.height + 12.0
    wider = flush(column, target, 6.0)
    before = sum(card.gap + card.grow + sum(p.gap for p in card.pieces) for card in column.cards)
    after = sum(card.gap + card.grow + sum(p.gap for p in card.pieces) for card in wider.cards)
    assert after - before == pytest.approx(12.0, abs=0.02)


def test_gaps_are_widened_only_so_far_and_the_last_card_takes_the_rest():
    whole = strip([text(gap=0.5) for _ in range(3)])
    (column,) = columns(whole, [0, 3], {})
    wider = flush(column, column.height + 15.0, 1.0)
    assert [piece.gap for piece in wider.cards[0].pieces] == [0.0, 6.0, 6.0]
    assert wider.cards[0].grow == pytest.approx(13.0, abs=0.01)


def test_a_column_much_too_short_is_left_as_it_is():
    (column,) = columns(strip([text()]), [0, 1], {})
    assert flush(column, 500.0, 4.0).cards[0].grow == 0.0


def test_rows_of_a_table_get_less_air_than_paragraphs_when_a_column_is_widened():
    (column,) = columns(strip([text(), row(head=True), row(), row()]), [0, 4], {})
    before, after = (made.cards[0].pieces for made in (column, flush(column, column.height + 5, 4.0)))
    first, table, *rows = (b.gap - a.gap for a, b in zip(before, after, strict=True))
    assert first == 0
    assert table > rows[0] > 0
    assert table + sum(rows) == pytest.approx(5, abs=0.01)


def test_the_first_row_below_a_head_that_is_repeated_gets_as_much_air_as_those_below_it():
    whole = strip([row(head=True), row(), row(), row(), row()], heads={7: 0})
    (_, column) = columns(whole, [0, 3, 5], {7: 0})
    head, *rows = flush(column, column.height + 8, 8.0).cards[0].pieces
    assert head.again
    assert [piece.gap for piece in rows] == pytest.approx([4, 4])


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_columns_and_gutters_fill_the_width_between_the_margins(paper: str, landscape: bool, count: int):
    sheet = page(SheetOptions(paper=paper, landscape=landscape), count)  # type: ignore[arg-type]
    assert sheet.column * count + 9.0 * (count - 1) == pytest.approx(sheet.width - 2 * MARGIN)
    assert (sheet.width > sheet.height) == landscape


def test_the_first_page_gives_room_to_the_header():
    sheet = page(SheetOptions(), 2)
    first, _, third, _ = sheet.capacities(2, 20.0)
    assert third - first == pytest.approx(27.0)


@pytest.mark.parametrize(
    ("last", "below"),
    [
        (text(), INSET_EM),
        (row(), INSET_EM + 0.36),
        (text(frame=Frame(1, "note")), INSET_EM + FRAME_PAD_EM),
        (Listing(text="a", group=3), INSET_EM + CODE_PADS_EM[1] + 0.46),
    ],
)
def test_the_ink_of_a_column_ends_above_the_air_in_its_last_box(last: Atom, below: float):
    (column,) = columns(strip([text(), last]), [0, 2], {})
    assert column.height - flush(column, column.height, 0).ink == pytest.approx(below * SIZE)


def test_a_column_that_was_short_beside_an_unused_page_may_stay_empty():
    whole = strip([text(), text(stick=True)])
    high = whole.height(0, 2)
    assert packs(whole, [high - 1, high + 1, 2 * high]) == [0, 0, 2]
    assert evenly(whole, [high - 1, high + 1], [0.5, 0.5], [0, 2]) == [0, 0, 2]
