"""What is too wide for a column of a sheet: a card over several, at the foot of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from deckbuild.model import List, Point, Table
from deckbuild.plan.sheet import breaks
from deckbuild.plan.sheet.bands import Parted, ground, need, parted
from deckbuild.plan.sheet.columns import evenly, packs, shares
from deckbuild.plan.sheet.footing import footed
from deckbuild.plan.sheet.geometry import CARD_GAP, page
from deckbuild.plan.sheet.layout import columns
from deckbuild.plan.sheet.shapes import Atom, Heading, Picture, Row, Section, SheetOptions
from deckbuild.plan.sheet.strip import Heights, Strip, Wide, cells
from tests.sheet_measure import LEAST, faults, sheets
from tests.test_sheet_columns import BAR, INSETS, SIZE, row, text, words
from tests.test_sheet_measured import sheet_of
from tests.test_sheet_tables import T, drawn, planned

PAGE = page(SheetOptions(), 4)
PICTURE = Picture(src="a.svg")


def apart(*sections: list[Atom], span: int = 2, tall: float = 50.0) -> Parted:
    """Sections of which each picture and each row of a table is too wide for a column."""
    plan = [Section(words(), tuple(atoms)) for atoms in sections]
    kept = cells(plan)
    wide = tuple(Wide(cell.index, span, tall) for cell in kept if isinstance(cell.atom, Picture | Row))
    bars = (BAR,) * len(plan)
    return parted(kept, Heights(SIZE, (10.0,) * len(kept), bars, bars, wide=wide), {}, PAGE)


def held(parts: Parted) -> list[list[int]]:
    return [[cell.index for cell in band.cells] for band in parts.bands]


def test_a_picture_that_is_too_wide_leaves_its_column():
    parts = apart([text(), PICTURE, text()])
    assert [cell.index for cell in parts.strip.cells] == [0, 2]
    (band,) = parts.bands
    assert (held(parts), band.span, band.anchor, band.again) == ([[1]], 2, 1, True)
    assert band.height == pytest.approx(BAR + INSETS + 50)


def test_a_section_of_nothing_else_goes_as_a_whole_and_is_no_continuation():
    parts = apart([text()], [PICTURE], [text()])
    assert [(band.anchor, band.again) for band in parts.bands] == [(1, False)]
    assert [cell.index for cell in parts.strip.cells] == [0, 2]


def test_the_rows_of_a_table_stay_together():
    assert held(apart([text(), row(head=True), row(), row()])) == [[1, 2, 3]]


def test_a_heading_goes_along_only_where_it_would_head_nothing_else():
    one, two = Heading(line=words()), Heading(line=words(), level=3)
    assert held(apart([text(), one, PICTURE])) == [[1, 2]]
    assert held(apart([text(), one, two, PICTURE, one, text()])) == [[1, 2, 3]]
    assert held(apart([text(), one, PICTURE, text()])) == [[2]]
    assert held(apart([text(), one, PICTURE, PICTURE])) == [[1, 2], [3]]


def test_words_that_lead_to_it_go_along_and_so_does_what_stays_with_it():
    lead = replace(text(), line=words("It goes so:"))
    assert held(apart([text(), lead, PICTURE, text(stick=True), text()])) == [[1, 2, 3]]


def test_a_band_has_the_heading_of_its_sub_section_where_that_has_room():
    one, long = Heading(line=words()), Heading(line=words("so many words " * 9))
    assert [band.heading for band in apart([text(), one, text(), PICTURE], [one, PICTURE]).bands] == [1, -1]
    assert [band.heading for band in apart([text(), PICTURE], [long, text(), PICTURE]).bands] == [-1, -1]


def test_without_anything_else_there_are_none():
    parts = apart([PICTURE])
    assert (len(parts.strip), parts.bands) == (1, ())


def test_bands_stand_beside_each_other_and_the_columns_end_above_them():
    parts = apart([text()], [PICTURE], [text()], [PICTURE], [text()], [PICTURE])
    made = ground(parts, [300.0] * 4, 4)
    tall = parts.bands[0].height + CARD_GAP
    assert [(spot.column, spot.rise) for spot in made.spots] == [
        (0, tall),
        (2, 0.0),
        (0, 0.0),
    ]  # the first is read first
    assert made.taken == (2 * tall, 2 * tall, tall, tall)
    assert made.rooms[:3] == [300 - 2 * tall, 300 - 2 * tall, 300 - tall]


def test_a_band_stands_on_the_page_of_its_place_in_the_note():
    parts = apart(*[[text() for _ in range(8)]] * 9, [PICTURE], [text()])
    (spot,) = ground(parts, [200.0] * 16, 4).spots
    assert spot.column // 4 == 2


def test_a_band_never_stands_before_its_section_begins():
    before, own = [text() for _ in range(12)], [*(text() for _ in range(3)), PICTURE, *(text() for _ in range(12))]
    parts = apart(before, own, span=1, tall=80.0)
    begins = parts.bands[0].begins
    full = [200.0] * 8
    made = ground(parts, full, 2)
    (spot,) = made.spots
    for share in shares(parts.strip, made.rooms, 2, made.taken):
        cuts = evenly(parts.strip, made.rooms, share, due=made.due)
        assert cuts[spot.last + 1] > begins
    assert (begins, spot.early) == (12, False)


def test_columns_hold_what_is_due_in_them_where_evenly_full_ones_would_not():
    whole = apart([text()] * 4, [text()] * 12).strip
    full, share = [300.0] * 3, [0.4] * 3
    free, due = evenly(whole, full, share), evenly(whole, full, share, due={0: 8})
    assert free[1] <= 8 < due[1]
    assert evenly(whole, [90.0] * 9, [0.9] * 9, due={0: 15}) == evenly(whole, [90.0] * 9, [0.9] * 9)


def test_a_band_before_its_section_for_want_of_room_is_no_continuation():
    parts = apart([text()] * 30, [text(), PICTURE, text(), PICTURE], tall=120.0)
    made = ground(parts, [300.0] * 4, 4)
    assert [(spot.column, spot.early) for spot in made.spots] == [(2, False), (0, True)]
    drawn = columns(parts.strip, [0, 2, 4, 5, len(parts.strip)], {})
    assert [card.again for column in footed(drawn, made, 0, SIZE) for card in column.cards if card.span == 2] == [
        False,
        True,
    ]


def test_bands_without_room_make_type_smaller():
    parts = apart([text()], *[[PICTURE]] * 9)
    assert ground(parts, [200.0] * 4, 4).lost
    assert need(parts, [200.0] * 4, 4) > 1


def test_what_bands_take_counts():
    few, more = apart([text()], [PICTURE]), apart([text()], [PICTURE], [PICTURE])
    assert 0 < need(few, [400.0] * 4, 4) < need(more, [400.0] * 4, 4) <= 1


def test_a_column_that_is_too_low_for_what_comes_stays_empty():
    whole = apart([text(), text(), text()], [text(), text(), text()]).strip
    tall = whole.height(0, 3)
    assert packs(whole, [tall, 0.5 * tall, tall]) == [0, 3, 3, 6]
    assert evenly(whole, [tall, 0.5 * tall, tall], [0.8] * 3) == [0, 3, 3, 6]


def test_columns_end_at_one_level_with_what_stands_below_them():
    whole = apart(*[[text(), text(), text()]] * 8).strip
    share = next(shares(whole, [200.0, 200.0, 400.0, 400.0], 4, [200.0, 200.0, 0.0, 0.0]))
    ends = [s * room + below for s, room, below in zip(share, [200, 200, 400, 400], [200, 200, 0, 0], strict=True)]
    assert ends == pytest.approx([ends[0]] * 4, abs=0.01)


def test_a_band_is_drawn_in_the_last_of_its_columns_right_below_the_highest():
    parts = apart([text()] * 3, [PICTURE], [text()] * 3)
    made = ground(parts, [300.0] * 4, 4)
    (spot,) = made.spots
    drawn = [replace(column, drawn=column.height) for column in columns(parts.strip, [0, 2, 4, 5, 6], {})]
    foot = footed(drawn, made, 0, SIZE)
    card = foot[spot.column + 1].cards[-1]
    ends = [column.height for column in drawn[spot.column : spot.column + 2]]
    assert card.span == 2
    assert ends[1] + card.gap == pytest.approx(max(ends) + CARD_GAP, abs=0.01)
    assert all(each.span == 1 for each in foot[spot.column].cards)


def table(rows: int, columns: int, cell: str = "O(n)") -> Table:
    head = tuple(T(f"Operation {n}") for n in range(columns))
    return Table(head, tuple(tuple(T(cell) for _ in range(columns)) for _ in range(rows)))


def test_a_table_of_short_cells_that_is_too_wide_for_a_column_is_one_over_several():
    for rows, wide, cell in ((8, 7, "O(n)"), (3, 5, "yes")):
        found = [atom for atom in planned(table(rows, wide, cell), Point(T("x"))) if isinstance(atom, Row)]
        assert (len(found), {atom.broad for atom in found}) == (rows + 1, {True})


@pytest.mark.parametrize("said", [table(1, 7), table(30, 7), table(8, 7, "so many words " * 8), table(8, 30)])
def test_one_row_and_many_rows_and_long_cells_are_better_said_in_lines(said: Table):
    assert not [atom for atom in planned(said, Point(T("x"))) if isinstance(atom, Row)]


def test_tables_over_several_columns_take_no_more_than_half_of_a_page():
    rows = [atom for atom in planned(*[table(9, 7)] * 4, Point(T("x"))) if isinstance(atom, Row)]
    assert len(rows) == 20


def test_a_table_over_several_columns_is_drawn_in_about_the_size_of_the_text():
    said = [Point(T("words that say what there is to say here")) for _ in range(40)]
    page = drawn(List(tuple(said)), table(5, 7), columns=4)
    assert "Operation6" in "".join(glyph.char for glyph in page.glyphs)
    (card,) = (card for card in page.cards if card.x1 - card.x0 > 1.5 * page.narrowest)
    sizes = [glyph.size for glyph in page.inside if glyph.char == "O" and card.holds(glyph.box)]
    assert min(sizes) >= 0.89 * page.size
    assert list(faults([page])) == []


WIDE = "gantt\n dateFormat YYYY-MM-DD\n section Start\n Write the notes :a, 2024-01-01, 9d\n section End\n Print them :b, after a, 6d\n"


def test_a_diagram_that_no_column_holds_stands_over_several(tmp_path: Path):
    note = tmp_path / "a.md"
    said = "".join(f"\n## Part {n}\n\n" + "- Words that say what there is to say here.\n" * 3 for n in range(4))
    note.write_text(f"# T\n{said}\n## Plan\n\n```mermaid\n{WIDE}```\n\n## Last\n\n- done\n", encoding="utf-8")
    made = sheet_of(note, SheetOptions(columns=4))
    (sheet,) = sheets(made.data)
    assert not [each for each in made.diagnostics if each.code in ("sheet-diagram", "sheet-left-off")]
    assert "Printthem" in "".join(glyph.char for glyph in sheet.glyphs)
    assert sheet.smallest >= LEAST - 0.01
    assert (sheet.room, sheet.outside(), sheet.overlaps()) == (4, [], [])
    assert sum(card.x1 - card.x0 > 1.5 * sheet.narrowest for card in sheet.cards) == 1
    assert max(card.bottom for card in sheet.cards) <= sheet.bottom + 1


def test_where_a_column_may_end_is_found_once_for_all_bands(monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []

    def counted(strip: Strip, i: int) -> bool:
        asked.append(i)
        return good(strip, i)

    good = breaks._good
    monkeypatch.setattr(breaks, "_good", counted)
    parts = apart(*[[text(), text(), PICTURE]] * 9)
    assert ground(parts, [300.0] * 12, 4).spots
    assert len(asked) == len(parts.strip) - 1
