"""A question is put before its answer is told: on the slide, in what its notes begin with, and on paper."""

from __future__ import annotations

import pytest

from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.prompts import prompts
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.handout import added
from deckbuild.readers.notes import read_note

QUIZ = "Which port does HTTPS use?\n\n{note}\n\na) 80\nb) 443\n\nAnswer: b\n"
ASKED = "Q: Which port does HTTPS use?\n\n{note}\n\nA: Port 443.\n"
HEADING = "### Which port does HTTPS use?\n\n{note}\n\nPort 443.\n"
BOX = "> [!question] Which port does HTTPS use?\n> {note}\n> Port 443.\n"
FORMS = {"quiz": QUIZ, "asked": ASKED, "heading": HEADING, "box": BOX}
TOLD = {
    "named": "Answer: b",
    "named in Korean": "정답: ②",
    "a sentence": "The correct answer is the second.",
    "its words": "Nearly all say that it is port 443 by now.",
}


def planned(body: str) -> SlidePlan:
    deck = read_note(f"# T\n\n## S\n\n{body}", "n.md").deck
    return plan_slides(deck, {}, prompts=prompts(plan_cards(deck)))


def sides(plan: SlidePlan) -> tuple[list[str], list[str], list[str], list[str]]:
    """The notes of the question and of its answer, and what a handout has beside each."""
    question, answer = plan.pages[1:3]
    assert answer.title_text == f"{question.title_text} (Answer)"
    return question.notes.split("\n"), answer.notes.split("\n"), [*added(question, plan)], [*added(answer, plan)]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("form", FORMS)
def test_a_private_note_that_tells_the_answer_comes_last_by_its_name_and_is_on_no_paper(form: str, told: str) -> None:
    body = FORMS[form].format(note=f"<!-- private note: {TOLD[told]} -->")
    asked, answered, paper, after = sides(planned(body))
    assert asked[-1].removeprefix("Answer: ") == TOLD[told].removeprefix("Answer: ")
    assert asked[-1].startswith(("Answer: ", "정답: ", "The correct answer is"))
    assert not any(TOLD[told] in line for line in (*asked[:-1], *answered, *paper, *after))


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("form", FORMS)
def test_a_note_that_tells_the_answer_is_beside_the_answer_on_paper(form: str, told: str) -> None:
    asked, answered, paper, after = sides(planned(FORMS[form].format(note=f"<!-- note: {TOLD[told]} -->")))
    assert asked[-1].endswith(TOLD[told])
    assert TOLD[told] in answered
    assert not any(TOLD[told] in line for line in paper)
    assert TOLD[told] in after


@pytest.mark.parametrize("form", FORMS)
def test_a_note_that_tells_nothing_is_said_first_as_the_question_is_put(form: str) -> None:
    asked, answered, paper, _ = sides(planned(FORMS[form].format(note="<!-- note: Wait for hands, at least 4. -->")))
    assert asked[0] == paper[0] == "Wait for hands, at least 4."
    assert "Wait for hands, at least 4." not in answered


def test_all_that_follows_the_name_of_the_answer_belongs_to_it() -> None:
    asked, _, paper, after = sides(
        planned(ASKED.format(note="::: notes\nWait.\n\nAnswer: 443\n\nTLS has its own.\n:::"))
    )
    assert asked[0] == "Wait."
    assert asked[-2:] == ["Answer: 443", "TLS has its own."]
    assert paper == ["Wait."]
    assert after[:2] == ["Answer: 443", "TLS has its own."]


def test_a_part_of_an_answer_tells_it_and_a_short_word_does_not() -> None:
    body = "Q: What guards TLS?\n\n<!-- note: {note} -->\n\nA: {answer}\n"
    asked, _, paper, _ = sides(
        planned(body.format(note="A certificate of trust", answer="A certificate of trust, signed."))
    )
    assert (asked[-1], paper) == ("Answer: A certificate of trust", [])
    asked, _, paper, _ = sides(planned(body.format(note="No hurry", answer="No")))
    assert asked[0] == paper[0] == "No hurry"
    body = "Q: 누가 지키는가?\n\n<!-- note: {note} -->\n\nA: 인증서\n"
    assert planned(body.format(note="인증서를 말하면 좋다")).pages[1].told


def test_an_answer_that_stands_on_no_slide_is_on_no_paper() -> None:
    plan = planned("1. Which port does HTTPS use?\n   a) 80\n   b) 443\n\n   ::: notes\n   Answer: b\n   :::\n")
    page = plan.pages[-1]
    assert page.notes.split("\n")[-1] == "Answer: b"
    assert "Answer: b" not in added(page, plan)


def test_what_is_said_directly_below_an_answer_is_said_with_it() -> None:
    asked, answered, paper, _ = sides(planned("Q: Which port?\nA: Port 443.\n<!-- note: As RFC 2818 says. -->\n"))
    assert answered[0] == "As RFC 2818 says."
    assert asked == [""]
    assert paper == []


@pytest.mark.parametrize("task", ["> - [ ] Say that it was 8443 once", "\n- [ ] Say that it was 8443 once"])
def test_what_is_left_to_do_is_in_the_notes_of_the_answer(task: str) -> None:
    asked, answered, _, _ = sides(planned(f"> [!question] Which port does HTTPS use?\n> Port 443.\n{task}\n"))
    assert not any("8443" in line for line in asked)
    assert sum("8443" in line for line in answered) == 1


def test_paper_has_no_name_of_a_list_of_cards_that_it_leaves_out() -> None:
    plan = planned("### Which port does HTTPS use?\n\nPort 443.\n")
    assert not any("Cards:" in added(page, plan) for page in plan.pages)
