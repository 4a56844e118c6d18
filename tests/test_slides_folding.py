"""No slide for next to nothing."""

from __future__ import annotations

from deckbuild.model import Deck, Definition, Figure, Labelled, List, Point, Quote, Reference, RichText, Run
from deckbuild.plan.slides.folding import folded

from .test_slides_layouts import concept, named, planned, points, words

R = RichText.of
LINK = Reference(R("Docker hub"), "https://hub.docker.com/")
SENTENCE = Point(R("그림을 보자"))


def test_a_section_of_one_link_is_the_last_line_of_the_section_before() -> None:
    plan = planned(concept("이미지", points(3)), concept("참고 자료", LINK))
    assert [page.title_text for page in plan.pages] == ["Docker", "이미지"]
    assert words(plan.pages[-1]).endswith("참고 자료 Docker hub")


def test_a_line_that_is_a_link_counts_as_one() -> None:
    link = List((Point(RichText((Run("링크", href="https://a.b/"),))),))
    assert len(planned(concept("이미지", points(3)), concept("참고", link)).pages) == 2


def test_a_sentence_alone_keeps_its_slide_without_a_link_below() -> None:
    plan = planned(concept("이미지", Definition(R("변하지 않는 것"))), concept("참고 자료", LINK))
    assert any(page.layout == "statement" for page in plan.pages)
    assert [page.title_text for page in plan.pages][-1] == "참고 자료"


def test_two_links_are_a_slide_of_references() -> None:
    plan = planned(concept("이미지", points(3)), concept("참고 자료", LINK, LINK))
    assert plan.pages[-1].title_text == "참고 자료"


def test_a_link_after_text_without_a_section_is_its_last_line() -> None:
    deck = Deck("d.md", "d", R("D"), body=(points(3),), concepts=(concept("References", LINK),))
    assert isinstance(folded(deck).body[-1], Labelled)
    assert not folded(deck).concepts


def test_a_sentence_before_the_first_section_stands_on_the_title_slide() -> None:
    plan = planned(concept("이미지", points(3)), body=(Point(R("컨테이너를 알아보자")),))
    assert [page.title_text for page in plan.pages] == ["Docker", "이미지"]
    assert words(plan.pages[0]).startswith("컨테이너를 알아보자")


def test_one_line_before_a_picture_stands_beside_it() -> None:
    pages = planned(concept("이미지", SENTENCE, Figure("a.png"), points(9)), a=(1200, 900)).pages[1:]
    assert all(page.layout == "text_figure" for page in pages)
    assert "".join(s.text for s in named(pages[0], "Text")[0].paras[0].spans) == "그림을 보자"


def test_a_link_that_is_the_only_child_is_the_last_line_of_its_parent() -> None:
    plan = planned(concept("이미지", points(3), children=(concept("참고 자료", LINK),)))
    assert [page.title_text for page in plan.pages] == ["Docker", "이미지"]


def test_a_quote_alone_is_set_large() -> None:
    page = planned(concept("이미지", Quote((Point(R("변하지 않는 것")),)))).pages[1]
    assert page.layout == "statement"
