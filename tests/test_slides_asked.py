"""Question slides: what a question leads from, offers and answers, wherever there is room for it."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from deckbuild.accounting import account
from deckbuild.exporters.concepts import export
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import WIDESCREEN, Frame
from deckbuild.plan.slides.page import Page, Shape
from deckbuild.plan.slides.written import written
from deckbuild.readers.concepts import read_concepts
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
    assert list(written(pages[1].boxes)) == ["A. nope", "B. yes it is"]
    assert list(written(pages[2].boxes)) == ["B. yes it is"]
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


NUMBERED = [
    ("Q3. Which is heavier?\n\nA) ice\nB) steam\n\nAnswer: A\n", "Q3"),
    ("**Q3:** Which is heavier?\n\n**A3:** ice\n", "Q3"),
    ("Question 4: Which is heavier?\n- [x] ice\n- [ ] steam\n", "Question 4"),
    ("> [!question] Q5. Which is heavier?\n> Ice is.\n", "Q5"),
    ("- **Q6.** Which is heavier?\n  - Ice is.\n", "Q6"),
    ("Q7. What is heavier? Ice is, by far.\n", ""),
    ("**Q8. What is heavier?** Ice is, by far.\n", "Q8"),
    ("問1\u3000重いのは？\nア\u3000氷\nイ\u3000空気\n正解：ア\n", "問1"),
    ("**問2** 重いのは？\n\n正解：氷\n", "問2"),
    ("문제 2. 무거운 것은?\n① 얼음\n② 공기\n정답: ①\n", "문제 2"),
    ("1. Ice is cold.\n2. Which is heavier?\n\n   a) ice\n   b) steam\n\n   Answer: a\n", "Question 2"),
]


def above(page: Page) -> str:
    return "".join(span.text for each in page.kicker for span in each.spans)


@pytest.mark.parametrize(("body", "name"), [each for each in NUMBERED if each[1]])
def test_the_number_of_a_question_stands_above_it_and_above_its_answer(body: str, name: str) -> None:
    *_, question, answer = planned(body).pages
    assert (question.panel, above(question).split(" · ")[1:]) == (True, [name])
    assert above(answer).split(" · ")[1:2] == [name]
    assert len(above(answer).split(" · ")) == 3
    assert "heav" in question.title_text or "重い" in question.title_text or "무거운" in question.title_text
    assert name not in question.title_text


def test_the_number_of_a_question_stands_before_it_where_nothing_stands_above_titles() -> None:
    bare = replace(WIDESCREEN, kicker=replace(WIDESCREEN.kicker, h=0.0))
    question, answer = planned(NUMBERED[0][0], bare).pages[1:]
    assert question.title_text == "Q3. Which is heavier?"
    assert answer.title_text == "Q3. Which is heavier? (Answer)"
    assert planned(CHOICES, bare).pages[1].title_text == "Which is heavier?"


@pytest.mark.parametrize("body", [each for each, _ in NUMBERED])
def test_no_card_has_the_number_of_a_question(body: str) -> None:
    for card in plan_cards(read_note(f"# T\n\n## S\n\n{body}", "n.md").deck).cards:
        assert not re.match(r"(?:Q|Question |問|문제 )\d", card.prompt.plain)


@pytest.mark.parametrize("body", [each for each, _ in NUMBERED])
def test_the_number_of_a_question_is_kept_in_the_model(body: str) -> None:
    note = f"# T\n\n## S\n\n{body}"
    deck = read_note(note, "n.md").deck
    assert account(note, deck).missing == ()
    again = read_concepts(export(deck).decode(), "out/n.concepts.yaml").deck
    assert [above(page) for page in plan_slides(again, {}).pages] == [above(page) for page in planned(body).pages]


def test_what_has_a_number_behind_it_but_asks_nothing_keeps_it() -> None:
    (_, answer) = planned("Q: Which is larger?\nA: A4 paper\n").pages[1:]
    assert list(written(answer.boxes)) == ["A4 paper"]


SECTION = "It is cheap.\n\n- It is fast\n- It is small\n\n```c\nint n;\n```\n\nIt lasts.\n"


@pytest.mark.parametrize("title", ["Why does this matter?", "왜 중요할까?", "なぜ大切か？"])
def test_a_heading_that_asks_above_a_whole_section_is_no_question_slide(title: str) -> None:
    assert not any(page.panel for page in planned(f"### {title}\n\n{SECTION}").pages)
    assert any(page.panel for page in planned(f"### {title}\n\nIt is cheap.\n\n- It is fast\n- It is small\n").pages)


@pytest.mark.parametrize("title", ["Q3. Why does it matter?", "질문: 왜 중요할까?", "Why does it matter? (5 points)"])
def test_a_heading_that_is_called_a_question_is_one_whatever_its_answer_has(title: str) -> None:
    assert any(page.panel for page in planned(f"### {title}\n\n{SECTION}").pages)


def test_an_answer_of_several_slides_is_a_section() -> None:
    long = "It matters since it is cheap and fast, and what is cheap and fast is used by all. " * 30
    assert not any(page.panel for page in planned(f"### Why does this matter?\n\n{long}\n").pages)


@pytest.mark.parametrize("body", ["### Who saw it?\n\n**Newton**\n", "> [!question] Who saw it?\n> **Newton**\n"])
def test_an_answer_in_bold_is_the_answer_and_no_heading(body: str) -> None:
    (answer,) = [page for page in planned(body).pages if page.answers]
    assert [box.paras[0].size for box in answer.boxes if isinstance(box, Shape)] == [32]
