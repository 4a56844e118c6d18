"""Who, where and when, written right below the title, stand on the title slide and not on one of their own."""

import pytest

from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Page, Shape, SlidePlan
from deckbuild.readers.notes import read_note

AFTER = "\n\n## Kinds\n\n- Clay\n- Sand\n\n## Use\n\n- Farming\n- Building\n"


def planned(head: str, front: str = "") -> SlidePlan:
    return plan_slides(read_note(f"{front}# Soils\n\n{head}{AFTER}", "lecture-4.md").deck, {})


def said(page: Page, name: str) -> str:
    """What stands in the shapes of a name, each on one line."""
    found = (box for box in page.boxes if isinstance(box, Shape) and box.name == name)
    return " / ".join(" ".join("".join(s.text for p in box.paras for s in p.spans).split()) for box in found)


def overviews(plan: SlidePlan) -> list[str]:
    return [page.key for page in plan.pages if page.key.startswith("intro/")]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("Ada Miller\n\n12 May 2026\n\nSoils 204, Reading", "Ada Miller · 12 May 2026 · Soils 204, Reading"),
        ("**Author:** Ada Miller  \n**Date:** 2026-05-12", "Author: Ada Miller · Date: 2026-05-12"),
        ("김하늘 · 2026년 5월\n\n농학과 3학년", "김하늘 · 2026년 5월 · 농학과 3학년"),
    ],
)
def test_short_lines_below_the_title_are_on_the_title_slide(head: str, line: str) -> None:
    plan = planned(head)
    assert said(plan.pages[0], "Source") == line
    assert not overviews(plan)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("地学A　第3回　担当：山田", "地学A 第3回 担当: 山田"),
        ("토양학 / 7주차", "토양학 / 7주차"),
        ("Instructor: Ada Miller\n\nClay holds water.", "Instructor: Ada Miller"),
        ("Week 3 covers what clay is made of", "lecture-4.md"),
    ],
)
def test_who_teaches_in_which_lecture_stands_there_alone_too(head: str, line: str) -> None:
    assert said(planned(head).pages[0], "Source") == line


def test_what_follows_them_is_shown_as_ever() -> None:
    plan = planned("Ada Miller\n\nMay 2026\n\nCourse: Soils 204\n\nClay holds water.\n\nSand does not.")
    assert said(plan.pages[0], "Source") == "Ada Miller · May 2026 · Course: Soils 204"
    assert overviews(plan) == ["intro/0"]
    assert "Ada" not in plan.pages[1].notes


@pytest.mark.parametrize(
    "head",
    [
        "Clay holds water.\n\nSand does not.",
        "What to bring\n\nA spade\n\n- gloves\n- a bag",
        "See [the book](https://example.org) of 2026\n\nAnd bring it",
        "\n\n".join(f"Part {n} of 2026" for n in range(1, 7)),
        "흙은 물을 품는다\n\n모래는 그렇지 않다",
    ],
)
def test_sentences_and_other_text_keep_their_slide(head: str) -> None:
    plan = planned(head)
    assert said(plan.pages[0], "Source") == "lecture-4.md"
    assert overviews(plan)


def test_front_matter_goes_first() -> None:
    plan = planned("Ada Miller\n\nMay 2026", "---\nauthor: Eve Hill\n---\n")
    assert said(plan.pages[0], "Source") == "Eve Hill"
    assert overviews(plan)


def test_the_file_has_no_author_that_nobody_named() -> None:
    assert planned("Ada Miller\n\nMay 2026").author == ""
