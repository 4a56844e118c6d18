"""Question slides: what a question leads from, offers and answers, wherever there is room for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import WIDESCREEN, Frame
from deckbuild.plan.slides.page import Shape
from deckbuild.plan.slides.written import written
from deckbuild.readers.notes import read_note

CHOICES = "Q: Which is heavier?\na) ice\nb) steam\nc) water\nd) frost\nA: a\n"


def planned(body: str, frame: Frame = WIDESCREEN) -> SlidePlan:
    return plan_slides(read_note(f"# T\n\n## S\n\n{body}", "n.md").deck, {}, frame=frame)


def test_a_lead_to_a_question_with_choices_has_a_slide() -> None:
    pages = planned(f"Think of a box of water:\n\n{CHOICES}").pages
    assert ["Think of a box of water:" in " ".join(written(page.boxes)) for page in pages].count(True) == 1
    assert [page.title_text for page in pages[2:]] == ["Which is heavier?", "Which is heavier? (Answer)"]


def test_choices_stay_on_a_low_page() -> None:
    low = replace(WIDESCREEN, body=replace(WIDESCREEN.body, h=270.0))
    for page in planned(CHOICES, low).pages:
        for box in page.boxes:
            assert not isinstance(box, Shape) or not box.body or box.rect.bottom <= low.body.bottom


def test_a_question_with_nothing_but_tasks_below_is_no_question_slide() -> None:
    (_, page) = planned("> [!question] Is it?\n> - [ ] look it up\n").pages
    assert "Is it?" in " ".join(written(page.boxes))
    assert "look it up" in page.notes


def test_a_box_that_asks_with_ticked_choices_is_a_quiz() -> None:
    pages = planned("> [!question] Is it?\n> - [ ] nope\n> - [x] yes it is\n").pages
    assert "nope" in " ".join(written(pages[1].boxes))
    assert list(written(pages[2].boxes)) == ["yes it is"]
    assert pages[2].title_text == "Is it? (Answer)"


@pytest.mark.parametrize("worth", ["(2점)", "[2 marks]", "(3 points)", "（5分）"])
def test_a_question_that_says_what_it_is_worth_is_one(worth: str) -> None:
    pages = planned(f"Which is heavier? {worth}\n\nA) ice\nB) steam\n\nAnswer: A\n").pages
    assert [page.title_text for page in pages[1:]] == [
        f"Which is heavier? {worth}",
        f"Which is heavier? {worth} (Answer)",
    ]


def test_an_order_that_says_what_it_is_worth_asks() -> None:
    pages = planned("**Q1.** 균전론을 설명하고 예를 쓰시오. (5점)\n\n**A1.** 토지를 균등하게 나누는 것이다.\n").pages
    assert ["토지를" in " ".join(written(page.boxes)) for page in pages] == [False, False, True]


def test_a_note_within_a_question_is_said_as_it_is_put() -> None:
    second = "Which is light?\n\nA) tin\n\n<!-- note: count to ten -->\n\nB) air\n\nAnswer: B\n"
    pages = planned(f"Which is heavier?\n\n<!-- note: wait -->\n\nA) ice\nB) steam\n\nAnswer: A\n\n{second}").pages
    assert [page.spoken for page in pages] == [(), ("wait",), (), ("count to ten",), ()]
