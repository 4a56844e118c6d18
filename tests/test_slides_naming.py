"""Titles that tell slides apart, and sections that all begin alike."""

from __future__ import annotations

import pytest

from deckbuild.model import RichText
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.draft import Draft, Role
from deckbuild.plan.slides.handout import placed
from deckbuild.plan.slides.naming import Leaf, _runs
from deckbuild.plan.slides.page import Grid, Shape
from deckbuild.plan.slides.written import written
from deckbuild.readers.notes import read_note

LONG = "\n".join(
    f"- a point of which the slide says a good deal more than one line holds, and then some ({n})" for n in range(14)
)


def planned(text: str) -> SlidePlan:
    return plan_slides(read_note(text, "note.md").deck, {})


def titles(text: str) -> list[str]:
    return [page.title_text for page in planned(text).pages]


def test_what_stands_before_the_sections_is_an_overview_and_no_second_part() -> None:
    note = f"# Memory\n\nThe first line.\n\nAnd a second one.\n\n## One\n\n{LONG}\n\n## Two\n\n{LONG}\n"
    assert "Memory (Overview)" in titles(note)
    assert not any("(2)" in title for title in titles(note))


def test_parts_are_counted_as_far_as_they_follow_one_another() -> None:
    before = "".join(f"- Point {n} that stands before.\n" for n in range(6))
    note = f"# T\n\n## Caches\n\n{before}\nQ: What is a cache?\nA: Fast memory.\n\n- A point that stands after."
    found = [title for title in titles(note) if title.startswith("Caches")]
    assert found == ["Caches", "Caches (A point that stands after)"]


def test_answers_to_questions_that_are_alike_are_no_parts_of_one() -> None:
    found = titles("# T\n\n## S\n\nQ: Same?\nA: one thing\n\nQ: Same?\nA: another\n")[1:]
    assert found == ["Same?", "Same? (Answer)", "Same? (2)", "Same? (Answer · 2)"]


def test_parts_that_follow_one_another_are_counted() -> None:
    assert titles(f"# T\n\n## Caches\n\n{LONG}\n")[1:] == [f"Caches ({n}/3)" for n in (1, 2, 3)]


def test_the_mark_of_a_footnote_is_no_part_of_a_name() -> None:
    parts = "### Fast[^zz]\n\n```c\nint a;\n```\n\n### Slow[^zz]\n\n```c\nint b;\n```\n"
    note = f"# Deck[^zz]\n\n## Head[^zz]\n\n- one\n- two\n\n{parts}\n## Why so?[^zz]\n\n{LONG}\n\n[^zz]: A source.\n"
    plan = planned(note)
    said = "\n".join(
        text for page in plan.pages for text in (page.notes, *written((*placed(page, plan.frame), *page.boxes)))
    )
    assert "A source." in said
    told = (
        plan.title,
        plan.footer,
        *plan.sections,
        *titles(note),
        *said.replace("zz A source", "").replace("[zz] A source", "").split("\n"),
    )
    assert not [text for text in told if "zz" in text]


def openers(text: str) -> list[str]:
    return [page.title_text for page in planned(text).pages if page.layout == "section"]


QUIZ = "> [!question] Is it?\n> It is.\n"


@pytest.mark.parametrize(("below", "found"), [("", ["Parent"]), (QUIZ, ["Parent", "Long"])])
def test_a_section_has_an_opener_where_one_has_unless_it_would_say_what_the_next_slide_says(
    below: str, found: list[str]
) -> None:
    parent = "## Parent\n\n### First\n\n```c\nint a;\n```\n\n### Second\n\n```c\nint b;\n```\n"
    note = f"# T\n\n{parent}\n## Long\n\n{below or LONG}\n\n## Short\n\n- one point\n- and another\n"
    assert openers(note) == found


def test_sections_without_children_have_none() -> None:
    assert openers(f"# T\n\n## Long\n\n{LONG}\n\n## Longer\n\n{LONG}\n{LONG}\n") == []


def test_a_point_between_breaks_is_a_point() -> None:
    plan = planned("# T\n\n## S\n\n- one\n\n<!-- deckbuild: slide break -->\n\n- two\n")
    shapes = [box for page in plan.pages[1:] for box in page.boxes if isinstance(box, Shape)]
    assert [(box.paras[0].size, box.paras[0].bullet is not None) for box in shapes] == [(24, True), (24, True)]


WIDE = """# T

## S

| Algorithm | Idea | Faults | Belady | Needs hardware | Cost | Used in | Year | Author | Comment |
|---|---|--:|:-:|:-:|---|---|---|---|---|
| FIFO | oldest page first | 9 | yes | no | O(1) | teaching | 1969 | Belady | simple, bad |
| Clock | second chance with a bit | 9 | yes | yes | amortised | databases | 1968 | Corbató | the usual compromise |
| OPT | the page that is used last | 7 | no | impossible | – | benchmark | 1966 | Belady | needs the future |
"""


def test_a_wide_table_is_small_before_its_words_break_and_its_rows_stay_together() -> None:
    (page,) = planned(WIDE).pages[1:]
    (grid,) = (box for box in page.boxes if isinstance(box, Grid))
    assert {para.size for row in grid.rows for cell in row.cells for para in cell.paras} <= {12, 14}
    assert len(grid.rows) == 4


def test_a_table_of_narrow_columns_that_would_break_words_is_told_row_by_row() -> None:
    head = "| " + " | ".join(f"characteristic{n}" for n in range(11)) + " |\n" + "|---" * 11 + "|\n"
    plan = planned(f"# T\n\n## S\n\n{head}| " + " | ".join(f"implementation{n}" for n in range(11)) + " |\n")
    assert not any(isinstance(box, Grid) for page in plan.pages for box in page.boxes)


def test_a_long_table_is_not_made_small_to_save_a_slide() -> None:
    rows = "".join(f"| {n} | what number {n} means |\n" for n in range(18))
    plan = planned(f"# T\n\n## S\n\n| n | meaning |\n|---|---|\n{rows}")
    grids = [box for page in plan.pages for box in page.boxes if isinstance(box, Grid)]
    assert min(para.size for grid in grids for row in grid.rows[1:] for cell in row.cells for para in cell.paras) >= 16


def test_a_printed_table_too_wide_for_any_size_is_told_of() -> None:
    rule = f"+{'-' * 64}+{'-' * 64}+"
    printed = "\n".join([rule, f"|{' ' * 64}|{' ' * 64}|", rule])
    (found,) = planned(f"# T\n\n## S\n\n```\n{printed}\n```\n").diagnostics
    assert (found.code, found.place.line) == ("slide-wraps", 6)
    assert (
        planned(
            f"# T\n\n## S\n\n```\n{printed.replace('-' * 64, '-' * 40).replace(' ' * 64, ' ' * 40)}\n```\n"
        ).diagnostics
        == ()
    )


def test_a_panel_named_as_the_deck_is_told_from_it_by_what_it_holds() -> None:
    note = "---\ntitle: Hash Tables\n---\n\n# Hash Tables\n\n- a\n- b\n\n## Idea\n\n- a\n\n## Use\n\n- b\n\n# Practice\n\n- c\n"
    found = titles(note)
    assert found[0] == "Hash Tables"
    assert len(set(found)) == len(found)
    assert not [title for title in found if title.endswith("(2)")]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("notes/week_3-hash-tables.md", "week 3 hash tables"),
        ("2026-10-14_실학.md", "2026-10-14 실학"),
        ("실학.md", "실학"),
    ],
)
def test_a_note_without_a_heading_is_named_in_words(path: str, title: str) -> None:
    deck = read_note("Just a line of text.\n\n## A\n\n- a point\n\n## B\n\n- another\n", path).deck
    assert plan_slides(deck, {}).pages[0].title_text == title


def test_a_heading_keeps_its_signs() -> None:
    deck = read_note("# snake_case and kebab-case\n\n- a point\n", "notes/d.md").deck
    assert plan_slides(deck, {}).pages[0].title_text == "snake_case and kebab-case"


def runs(*leaves: tuple[str, bool, Role]) -> list[tuple[str, int]]:
    return list(
        _runs([Leaf("k", Draft("free", (), role=role), 0, RichText(), owner, counted=c) for owner, c, role in leaves])
    )


def test_what_is_not_counted_does_not_part_the_slides_of_one_owner() -> None:
    assert runs(("a", True, ""), ("a", False, ""), ("a", True, "")) == [("a", 0), ("a\n", 0), ("a", 0)]
    assert runs(("a", False, ""), ("a", True, "")) == [("a\n", 0), ("a", 0)]
    assert runs(("a", True, ""), ("b", False, ""), ("a", True, "")) == [("a", 0), ("b\n", 0), ("a", 1)]


@pytest.mark.parametrize("role", ["question", "asking"])
def test_each_question_begins_a_run_of_its_own(role: Role) -> None:
    assert runs(("a", True, ""), ("a", False, role), ("a", True, "answer")) == [("a", 0), ("a\n", 0), ("a", 1)]
