"""Small rules of quizzes and of slides, each by itself."""

from __future__ import annotations

import pytest

from deckbuild.diagrams.narrow import _wrapped
from deckbuild.model import EMPTY, Code, Labelled, List, Pair, Point, Question, RichText, Run, Style, Table
from deckbuild.plan.slides.abreast import _signed
from deckbuild.plan.slides.byline import _loosened
from deckbuild.plan.slides.formulated import below_question
from deckbuild.plan.slides.frame import WIDESCREEN, Rect
from deckbuild.plan.slides.grid import look
from deckbuild.plan.slides.items import Item
from deckbuild.plan.slides.mathematics import with_formulas
from deckbuild.plan.slides.page import Span
from deckbuild.plan.slides.sources import source_of
from deckbuild.plan.slides.sums import LONGEST, sums
from deckbuild.questions import chosen
from deckbuild.readers import blocks as b
from deckbuild.readers.notes import read_note
from deckbuild.readers.passages.explained import explains
from deckbuild.readers.passages.lists.quizzes import with_hung
from deckbuild.readers.passages.offered import rows_of
from deckbuild.readers.passages.told import below, told

rich = RichText.of


def paragraph(text: str, line: int = 1) -> b.Paragraph:
    return b.Paragraph(text, line, line + text.count("\n"))


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("b", "b) tin"),
        ("(B)", "b) tin"),
        ("b번.", "b) tin"),
        ("d", "d"),
        ("2", "2"),
        ("b or a", "b or a"),
    ],
)
def test_the_sign_of_a_choice_stands_for_the_whole_of_it(answer: str, found: str) -> None:
    assert chosen(rich(answer), [rich("a) air"), rich("b) tin")]).plain == found


def test_a_sign_that_two_choices_bear_stands_for_neither() -> None:
    assert chosen(rich("2"), [rich("2) air"), rich("② tin")]).plain == "2"
    assert chosen(rich("2"), [rich("1) air"), rich("② tin")]).plain == "② tin"


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (paragraph("Explanation: it rusts"), True),
        (paragraph("**해설** : 녹슨다"), True),
        (paragraph("An explanation: it rusts"), False),
        (paragraph("Why it rusts"), False),
        (b.BlockQuote((paragraph("Why: it rusts"),), 1, 1), True),
        (b.BlockQuote((paragraph("It rusts"),), 1, 1), False),
        (b.Details("Explanation", (paragraph("It rusts"),), 1, 3), True),
        (b.Details("Explanation of rust", (paragraph("It rusts"),), 1, 3), False),
        (b.Rule(1, 1), False),
    ],
)
def test_what_explains_an_answer_says_so_first(node: b.Node, expected: bool) -> None:
    assert explains(node) is expected


def quiz(start: int, ordered: bool = True) -> list[b.Node]:
    """One item of a list that asks, its choices and answer below it and not in it."""
    line = start * 10
    item = b.Item((paragraph("Which is light?", line),), line, line)
    return [
        b.ItemList((item,), ordered, start, line, line),
        paragraph("a) air\nb) tin\n\nAnswer: a".replace("\n\n", "\n"), line + 2),
    ]


@pytest.mark.parametrize(("second", "ordered", "lists"), [(2, True, 1), (1, True, 2), (3, True, 2), (2, False, 2)])
def test_items_that_ask_are_one_list_if_they_count_on(second: int, ordered: bool, lists: int) -> None:
    found = with_hung([*quiz(1), *quiz(second, ordered)])
    assert [len(node.items) for node in found if isinstance(node, b.ItemList)] == ([2] if lists == 1 else [1, 1])


def test_what_stands_below_a_told_answer_is_left_as_it_was() -> None:
    nodes = [paragraph("Why ____?\nAnswer: rust\nIron is a metal\nand heavy", 3), paragraph("More", 9)]
    found = told(nodes, 0)
    assert found is not None
    (asked, rest), end = found
    assert (asked.line, asked.end, end) == (3, 4, 1)
    assert rest == b.Paragraph("Iron is a metal\nand heavy", 5, 6)
    assert told([paragraph("It is so.\nAnswer: rust")], 0) is None
    assert told([paragraph("Why ____?"), paragraph("Nobody knows", 3)], 0) is None


def test_items_below_the_answer_keep_their_numbers() -> None:
    items = tuple(
        b.Item((paragraph(text, n),), n, n) for n, text in ((3, "a) air"), (4, "Answer: a"), (5, "Why?"), (6, "So"))
    )
    nodes = [paragraph("Which?", 1), b.ItemList(items, True, 1, 3, 6)]
    rows = list(rows_of(nodes, 0))
    (left,) = below(nodes[1], rows[2:])
    assert isinstance(left, b.ItemList)
    assert (left.start, left.line, left.items) == (3, 5, items[2:])


def test_a_sum_with_a_part_that_no_chip_holds_is_a_list() -> None:
    assert sums(List((Pair(rich("X"), rich(f"{'a' * LONGEST} + b"), "="),)))
    assert sums(List((Pair(rich("X"), rich(f"{'a' * (LONGEST + 1)} + b"), "="),))) is None
    assert sums(List((Pair(rich("X"), rich("a"), "="),))) is None


def test_an_origin_belongs_to_what_stands_directly_above_it() -> None:
    line = Labelled(rich("Source"), rich("a report"))
    found = source_of(Table((), (), ()), line)
    assert found is not None
    assert found.plain == "Source: a report"
    assert source_of(Code("x", "sh"), Point(rich("출처: 보고서"))) == rich("출처: 보고서")
    assert source_of(Point(rich("a")), line) is None
    assert source_of(None, line) is None
    assert source_of(Code("x", "sh"), Labelled(rich("Note"), rich("a report"))) is None
    assert source_of(Code("x", "sh"), Labelled(rich("Source"), EMPTY)) is None


def test_paragraphs_of_a_column_have_their_signs_and_labels() -> None:
    assert _signed(Item(rich("x"), "•"), alone=True).plain == "x"
    assert _signed(Item(rich("x"), "•"), alone=False).plain == "• x"
    assert _signed(Item(rich("x"), number=3), alone=True).plain == "3. x"
    assert _signed(Item(rich("x"), label="Example"), alone=True).plain == "Example: x"


def test_a_line_of_the_cover_ends_without_the_dot_before_the_next() -> None:
    spans = [Span("Ann · ", look(14)), Span("\n", look(14)), Span("Bob · ", look(14))]
    assert [span.text for span in _loosened(spans)] == ["Ann", "\n", "Bob · "]


def test_words_of_a_drawing_are_parted_between_words_and_styled_ones_not_at_all() -> None:
    lines = _wrapped((rich("one two three"),), 12.0, 30.0)
    assert [line.plain for line in lines] == ["one", "two", "three"]
    assert _wrapped((rich("one two three"),), 12.0, 500.0) == (rich("one two three"),)
    styled = (RichText((Run("one two three", frozenset({Style.BOLD})),)),)
    assert _wrapped(styled, 12.0, 30.0) == styled


def test_a_formula_that_a_title_writes_in_brackets_is_drawn_below_its_question_where_it_has_room() -> None:
    deck = read_note("# T\n\n## S\n\nQ: What is $\\frac{a + b}{c}$ but $x$?\nA: 1\n", "n.md").deck
    question = with_formulas(deck, WIDESCREEN)[0].concepts[0].body[0]
    assert isinstance(question, Question)
    (drawn,) = below_question(question.question, Rect(0.0, 0.0, 600.0, 112.0), 1)
    assert drawn.spans[0].formula
    assert below_question(question.question, Rect(0.0, 0.0, 600.0, 10.0), 1) == ()
    assert below_question(rich("What is x?"), Rect(0.0, 0.0, 600.0, 112.0), 1) == ()
