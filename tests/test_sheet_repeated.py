"""Nothing stands twice in a row on a card, and a line that has no mark shows where it goes on."""

from __future__ import annotations

import pytest

from deckbuild.model import Block, Concept, Deck, Figure, Labelled, List, Point, Reference, RichText
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.sheet.shapes import Atom, Picture, Text, plain, wording

T = RichText.of


def planned(*body: Block, title: str = "A") -> list[Atom]:
    deck = Deck("x.md", "x", T("x"), "en", concepts=(Concept("a", T(title), body=body),))
    return [atom for section in plan_sheet(deck, ()).sections for atom in section.atoms]


def figure(caption: str, src: str = "img/a.png") -> Figure:
    return Figure(src, caption=T(caption))


@pytest.mark.parametrize("said", ["A heap", "a heap.", "A heap:"])
def test_a_line_that_the_caption_above_it_has_said_is_left_out(said: str):
    assert [type(atom) for atom in planned(figure("A heap"), Point(T(said)))] == [Picture]


def test_other_lines_stay_below_a_caption():
    assert len(planned(figure("A heap"), Point(T("A heap is a tree")))) == 2
    assert len(planned(figure(""), Point(T("A heap")))) == 2
    assert len(planned(figure("A heap"), Point(T("Then")), Point(T("A heap")))) == 3


@pytest.mark.parametrize("words", ["heap_1", "my-heap_1"])
def test_the_name_of_its_file_is_no_caption_and_is_still_read_out(words: str):
    (picture,) = planned(figure(words, "img/my-heap_1.png"))
    assert isinstance(picture, Picture)
    assert (plain(picture.caption), picture.alt) == ("", words)


@pytest.mark.parametrize(("words", "src"), [("heap", "heap.png"), ("heap_1", "a.png"), ("A my-heap", "my-heap.png")])
def test_words_that_are_no_name_of_a_file_are_a_caption(words: str, src: str):
    (picture,) = planned(figure(words, src))
    assert isinstance(picture, Picture)
    assert plain(picture.caption) == words


def test_links_below_a_title_that_says_what_they_are_have_no_label():
    links = (Reference(T("One"), url="https://a.org"), Reference(T("Two"), url="https://b.org"))
    assert [wording(atom) for atom in planned(*links, title="References")] == ["One · Two"]
    assert [wording(atom) for atom in planned(*links, title="More")] == ["References One · Two"]


def test_lines_without_marks_are_set_in_where_they_go_on():
    lines = List((Point(T("a")), Labelled(T("b"), T("c"))), style="lines")
    assert [atom.role for atom in planned(lines, Point(T("d"))) if isinstance(atom, Text)] == ["line", "line", "prose"]
