"""Signs that stand for something: arrows that were typed, tasks that are done, examples that say so themselves."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.handout import added
from deckbuild.plan.slides.page import Para, Shape
from deckbuild.readers.notes import read_note


def planned(text: str, front: str = "") -> SlidePlan:
    return plan_slides(read_note(f"{front}# Deck\n\n## Section\n\n{text}", "d.md").deck, {})


def paras(plan: SlidePlan) -> list[Para]:
    return [para for page in plan.pages[1:] for b in page.boxes if isinstance(b, Shape) for para in b.paras]


def lines(text: str) -> list[str]:
    return ["".join(span.text for span in para.spans) for para in paras(planned(text))]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("A -> B -> C", "A → B → C"),
        ("여름 --> 가을 => 겨울 -> 봄", "여름 → 가을 → 겨울 → 봄"),
        ("A <-> B -> C", "A ↔ B → C"),
        ("if `a -> b` holds", "if a -> b holds"),
        ("the pointer p->next->next is moved", "the pointer p->next->next is moved"),
        ("x <- 3 in R", "x <- 3 in R"),
    ],
)
def test_arrows_of_a_text_are_signs_and_those_of_code_are_letters(written: str, shown: str) -> None:
    assert shown in lines(f"- {written}\n- another point\n")


def test_arrows_in_titles_are_signs() -> None:
    note = "# Deck\n\n## A -> B -> C\n\n- x\n- y\n"
    assert "A → B → C" in [page.title_text for page in plan_slides(read_note(note, "d.md").deck, {}).pages]


def test_a_done_task_is_marked_wherever_it_is_said() -> None:
    plan = planned("- a point\n- [ ] copy it\n- [x] book it\n")
    (page,) = plan.pages[1:]
    assert "To do: copy it" in page.notes
    assert "☑ book it" in page.notes
    assert "To do: book it" not in page.notes
    assert not [line for line in added(page, plan) if "book" in line or "copy" in line]


@pytest.mark.parametrize("tasks", ["- [x] week one\n- [x] week two\n", "- [x] week one\n- [ ] week two\n"])
def test_a_list_of_done_tasks_has_its_marks_on_the_slide(tasks: str) -> None:
    signs = [para.bullet.sign for para in paras(planned(tasks)) if para.bullet]
    assert signs == ["☑" if "[x]" in line else "•" for line in tasks.splitlines()]


def test_an_example_that_says_so_has_no_room_for_a_label() -> None:
    found = paras(planned("A point.\n\n예) 재물은 우물과 같다.\n\n예시: 퍼내면 찬다.\n"))
    assert [para.left for para in found] == [0.0, 0.0, 0.0]


def test_the_file_says_who_wrote_it_and_what_it_is_filed_under() -> None:
    front = "---\ntitle: Elasticity\nauthor: [Helen Marsh, 김하늘]\nkeywords: [demand, tax]\nlang: en\n---\n\n"
    data = export(planned("- a\n- b\n", front), {}, Stamp(0)).data
    core = Presentation(io.BytesIO(data)).core_properties
    assert (core.title, core.author, core.keywords, core.language) == (
        "Elasticity",
        "Helen Marsh; 김하늘",
        "demand, tax",
        "en-US",
    )


def test_tags_are_what_a_file_without_keywords_is_filed_under() -> None:
    plan = planned("- a\n- b\n", "---\ntags: [econ, micro]\n---\n\n")
    assert (plan.author, plan.keywords) == ("", ("econ", "micro"))


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("SJF: shortest job first", "- SJF: shortest job first"),
        ("**SRTF**: the preemptive form of it", "- SRTF: the preemptive form of it"),
        ("**Docker**는 플랫폼이다", "- Docker는 플랫폼이다"),
    ],
)
def test_a_name_that_is_bold_on_the_slide_has_its_colon_in_the_notes(line: str, noted: str):
    plan = planned(f"- {line}\n- More of it\n")
    assert noted in "\n".join(page.notes for page in plan.pages).split("\n")
