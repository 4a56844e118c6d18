"""Long paragraphs divided between columns: where, at what price, and that no word is lost or said twice."""

from __future__ import annotations

import pytest

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf import export
from deckbuild.exporters.pdf.payload import payload
from deckbuild.exporters.pdf.typesetter import Typesetter
from deckbuild.model import Block, Concept, Deck, List, Point, RichText, Run, Style
from deckbuild.plan.sheet import SheetOptions, plan_sheet
from deckbuild.plan.sheet.choose import choose
from deckbuild.plan.sheet.columns import evenly, shares
from deckbuild.plan.sheet.divide import Divide, DividedStrip, Division, nearby
from deckbuild.plan.sheet.geometry import INSET_EM, Page, page
from deckbuild.plan.sheet.layout import columns
from deckbuild.plan.sheet.lines import pieces
from deckbuild.plan.sheet.shapes import Atom, Span, plain
from tests.examples import sampled
from tests.sheet_measure import faults, lines, sheets
from tests.test_sheet_columns import BAR, SIZE, strip, text

TALL = 90.0
HALVES = (Division(5, 40.0, 50.0), Division(9, 60.0, 30.0, ends=True))
ENGLISH = "A column may end within it, between two lines. "
KOREAN = "열은 문단 안에서도 끝날 수 있다. "
MANY = 20
CHINESE = "一列可以在段落之内结束，并且在两行之间。"


def divided(*sections: list[Atom], divisions: tuple[Division, ...] = HALVES) -> DividedStrip:
    whole = strip(*sections, tall=TALL)
    return DividedStrip(whole, dict.fromkeys(range(len(whole)), divisions))


def test_places_are_those_between_atoms_and_those_within_them():
    fine = divided([text(), text()])
    assert [fine.at(place) for place in range(len(fine) + 1)] == [
        (0, 0),
        (0, 5),
        (0, 9),
        (1, 0),
        (1, 5),
        (1, 9),
        (2, 0),
    ]


def test_a_column_that_ends_within_a_paragraph_has_the_height_of_its_upper_part():
    fine = divided([text(), text()])
    whole = fine.whole
    inset = 2 * INSET_EM * SIZE
    assert fine.height(0, 1) == pytest.approx(BAR + inset + 40)
    assert fine.height(0, 4) == pytest.approx(whole.height(0, 2) - TALL + 40)
    assert fine.height(1, 6) == pytest.approx(BAR + 1 + inset + 50 + 6.6 + TALL)
    assert fine.height(0, 6) == pytest.approx(whole.height(0, 2))


def test_no_paragraph_is_divided_twice_and_the_end_of_a_sentence_is_the_better_place():
    fine = divided([text(), text()])
    assert fine.cost(1, 2) == float("inf")
    assert 0 < fine.cost(0, 3) < fine.cost(0, 2) < fine.cost(0, 1)


def test_two_lines_stay_on_either_side_and_three_where_they_are_alone():
    few = (Division(1, 10.0, 80.0), Division(2, 20.0, 70.0), Division(3, 70.0, 20.0))
    fine = divided([text(), text(), text()], divisions=few)
    found = [fine.at(place) for place in range(len(fine) + 1)]
    assert [at for at in found if at[1]] == [(0, 3), (1, 2), (1, 3), (2, 2)]


def test_a_divided_paragraph_stands_in_both_columns_under_the_title_that_goes_on():
    fine = divided([text()])
    capacities = [300.0, 300.0]
    share = next(shares(fine, capacities, 2))
    cuts = evenly(fine, capacities, share, fine.breaks(300.0))
    first, second = columns(fine, cuts, {})
    assert [(piece.since, piece.until) for piece in (first.cards[0].pieces[0], second.cards[0].pieces[0])] == [
        (0, 5),
        (5, 0),
    ]
    assert (first.cards[0].again, second.cards[0].again) == (False, True)


def test_paragraphs_near_the_end_of_a_column_are_asked_for_their_lines():
    whole = strip([text() for _ in range(20)], tall=TALL)
    assert nearby(whole, [3000.0, 3000.0], [[whole.height(0, 20) / 6000] * 2]) == list(range(7, 12))
    assert nearby(strip([text()] * 4), [300.0], [[0.5]]) == []


def sheet(*body: Block, language: str = "en", **options: int) -> bytes:
    deck = Deck("x.md", "x", RichText.of("x"), language, concepts=(Concept("a", RichText.of("A"), body=body),))
    return export(plan_sheet(deck, (), SheetOptions(**options)), {}, Stamp(0)).data


SAID = {"en": ENGLISH, "ko": KOREAN, "zh": CHINESE}


@pytest.mark.parametrize("language", sampled(SAID, {"ko"}))
@pytest.mark.parametrize("inside", sampled([False, True], {True}))
def test_columns_of_one_paragraph_are_level_and_hold_each_word_once(language: str, inside: bool):
    said = SAID[language]
    point = Point(RichText.of((said * MANY).strip()))
    made = sheet(List((point,)) if inside else point, language=language, columns=2)
    (found,) = sheets(made)
    assert list(faults([found], frozenset(said.split()))) == []
    assert len(found.columns) == 2
    letters = "".join(glyph.char for glyph in found.inside)
    assert letters.count(said.replace(" ", "")[:-1].replace(".", "")) <= MANY
    assert letters.count(said[-4:].strip()) == MANY


def test_paragraphs_are_divided_only_where_no_number_of_columns_is_even_without_that():
    body = tuple(Point(RichText.of(ENGLISH * 4)) for _ in range(8))
    deck = Deck("x.md", "x", RichText.of("x"), "en", concepts=(Concept("a", RichText.of("A"), body=body),))
    plan = plan_sheet(deck, ())
    typesetter = Typesetter(payload(plan, {}, Stamp(0)).files, None)
    asked: list[int] = []

    def divide_on(sized: Page) -> Divide:
        asked.append(sized.columns)
        return typesetter.divide_on(sized)

    assert choose(plan, typesetter.measure_on, divide_on).level > 0.9
    assert asked == []


@pytest.mark.real
def test_a_styled_sentence_is_divided_between_its_words():
    (found,) = sheets(sheet(Point(RichText([Run(ENGLISH * MANY, frozenset({Style.BOLD}))])), columns=2))
    assert list(faults([found])) == []
    assert "".join(glyph.char for glyph in found.inside).count("lines.") == MANY


def test_a_part_is_as_high_as_it_was_measured():
    deck = Deck("x.md", "x", RichText.of("x"), "en", body=(Point(RichText.of(ENGLISH * 6)),))
    plan = plan_sheet(deck, ())
    typesetter = Typesetter(payload(plan, {}, Stamp(0)).files, None)
    sized = page(plan.options, 4)
    (height,) = typesetter.measure(sized, [0], [11.0]).heights[0].atoms
    found = typesetter.divide(sized, [0], 11.0)[0]
    assert [division.at for division in found] == sorted({division.at for division in found})
    assert sum(division.ends for division in found) == 5
    for division in found:
        line = 11.0 * 1.3
        assert height - line < division.above + division.below < height + line


def test_a_long_paragraph_is_cut_after_a_sentence():
    text = "One sentence of a few words. " * 30 + "And the last of all."
    found = [plain(part) for part in pieces((Span(text),), 330.0)]
    assert len(found) > 1
    assert all(part.endswith(".") for part in found)
    assert " ".join(found) == text


def test_an_item_that_goes_on_has_no_second_mark():
    made = sheet(List((Point(RichText.of(ENGLISH * MANY)),)), columns=2)
    marks = [glyph for line in lines(sheets(made)[0].inside) for glyph in line if glyph.char == "•"]
    assert len(marks) == 1
