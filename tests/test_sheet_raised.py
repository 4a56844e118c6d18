"""What is raised or lowered: an index is small and stays with its word, words are as large as words are."""

from __future__ import annotations

import pytest

from deckbuild.exporters.pdf.inline import Node, nodes
from deckbuild.exporters.pdf.raised import LARGE, legible
from deckbuild.model import Point, RichText, Run, Style
from deckbuild.plan.sheet.shapes import Span
from tests.sheet_measure import LEAST
from tests.test_sheet_measured import only_page

UP = ("sup",)


def set_as(*spans: Span) -> list[Node]:
    return nodes(spans, str, {}, 16.0)


def test_an_index_is_small_and_stays_with_its_word():
    assert set_as(Span("an H"), Span("2", styles=("sub",)), Span("O so")) == [
        "an ",
        {"g": ["H", {"t": "2", "s": "v"}, "O"]},
        " so",
    ]


def test_a_mark_before_a_footnote_is_small():
    assert set_as(Span("1", styles=UP), Span(" says more")) == [{"t": "1", "s": "^"}, " says more"]


def test_the_number_of_a_footnote_follows_its_word():
    assert set_as(Span("a word "), Span("1", "reference"), Span(" so")) == [
        "a ",
        {"g": ["word", {"t": "1", "k": "reference"}]},
        " so",
    ]


@pytest.mark.parametrize(
    "spans",
    [
        (Span("a", styles=UP),),
        (Span("word "), Span("and", styles=UP), Span(" more")),
        (Span("word"), Span("consequently", styles=UP)),
        (Span("a-word-that-no-line-of-a-sheet-holds"), Span("2", styles=UP)),
        (Span("word "), Span("a longer reference", "reference")),
    ],
)
def test_raised_words_are_no_index(spans: tuple[Span, ...]):
    said = str(set_as(*spans))
    assert "'^r'" in said or "'r'" in said
    assert "'^'" not in said


def test_words_without_raised_letters_are_as_they_were():
    words = [[Span("one")], [Span(" ")], [Span("two", styles=("bold",))]]
    assert legible(words, 16.0) == words
    assert LARGE not in words[2][0].styles


def test_a_raised_paragraph_is_read_like_any_other():
    page = only_page(Point(RichText([Run("all of it is raised " * 40, frozenset({Style.SUP}))])))
    assert page.smallest >= LEAST - 0.01
    assert page.overlaps() == []
