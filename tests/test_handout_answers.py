"""A handout for people who have yet to answer: without what the speaker says, and with answers at its end or not at all."""

import pytest

from deckbuild.config import Slides
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.handout import HandoutPlan, plan_handout
from deckbuild.readers.notes import read_note

NOTE = """# Rivers

## Water

Rain falls on hills.

::: notes
Show the map of the valley.
:::

Q: Where does rain go first?

A: Into brooks.

Q: Why is the sea salty?

A: Rivers bring salt.

## Boats

Boats float.
"""


def planned(**asked: object) -> HandoutPlan:
    settings = Slides(**asked)
    return plan_handout(plan_slides(read_note(NOTE, "r.md").deck, {}, settings), settings)


def answers(plan: HandoutPlan) -> list[int]:
    return [n for n, page in enumerate(plan.slides.pages) if page.answers]


def test_answers_follow_their_questions_unless_asked_otherwise() -> None:
    plan = planned()
    assert [entry.page for sheet in plan.sheets for entry in sheet] == list(range(len(plan.slides.pages)))
    assert len(answers(plan)) == 2


def test_answers_at_the_end_begin_a_sheet_of_their_own() -> None:
    plan = planned(handout_answers="end")
    told = answers(plan)
    order = [entry.page for sheet in plan.sheets for entry in sheet]
    assert order == [*(n for n in range(len(plan.slides.pages)) if n not in told), *told]
    assert [entry.page for entry in plan.sheets[-1]] == told


def test_the_head_of_a_page_of_answers_says_so() -> None:
    *others, last = planned(handout_answers="end").running
    assert set(others) == {"Rivers"}
    assert last == "Rivers · Answers"
    assert set(planned().running) == {"Rivers"}


def test_a_long_title_leaves_room_for_that() -> None:
    deck = read_note(NOTE.replace("# Rivers", f"# {'Rivers and brooks ' * 12}"), "r.md").deck
    *_, last = plan_handout(plan_slides(deck, {}), Slides(handout_answers="end")).running
    assert last.endswith("… · Answers")


def test_answers_may_be_left_out() -> None:
    plan = planned(handout_answers="none")
    order = [entry.page for sheet in plan.sheets for entry in sheet]
    assert order == [n for n in range(len(plan.slides.pages)) if n not in answers(plan)]
    assert len(plan.sheets) == -(-len(order) // 3)


@pytest.mark.parametrize("wanted", [True, False])
def test_what_the_speaker_says_may_be_left_out(wanted: bool) -> None:
    plan = planned(handout_notes=wanted)
    said = [span.text for s in plan.sheets for entry in s for para in entry.paras for span in para.spans]
    assert ("Show the map of the valley." in said) is wanted
    assert bool(said) is wanted


def test_a_deck_of_no_questions_has_no_page_for_answers() -> None:
    plan = plan_slides(read_note("# Hills\n\n## Sheep\n\nThey eat grass.\n", "h.md").deck, {})
    assert plan_handout(plan, Slides(handout_answers="end")) == plan_handout(plan)
