"""Columns as pandoc has them."""

from __future__ import annotations

from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.page import Grid
from deckbuild.plan.slides.written import written
from deckbuild.readers.notes import read_note

from .hostile_decks import picture


def planned(*columns: str) -> SlidePlan:
    inner = "\n".join(f"::: column\n{each}\n:::\n" for each in columns)
    deck = read_note(f"# Deck\n\n## Section\n\n:::: columns\n{inner}::::\n", "d.md").deck
    return plan_slides(deck, {"f.png": picture("f.png", 800, 600)})


def said(plan: SlidePlan) -> list[str]:
    return [text for page in plan.pages[1:] for text in written(page.boxes)]


def grids(plan: SlidePlan) -> list[Grid]:
    return [box for page in plan.pages for box in page.boxes if isinstance(box, Grid)]


def test_two_columns_of_text_stand_side_by_side() -> None:
    plan = planned("Text at the left.\n\n- one\n- two", "Text at the right.")
    (grid,) = grids(plan)
    assert not grid.head
    (row,) = grid.rows
    assert [len(cell.paras) for cell in row.cells] == [3, 1]
    assert said(plan) == ["Text at the left.", "• one", "• two", "Text at the right."]


def test_the_names_of_two_columns_are_their_heads() -> None:
    (grid,) = grids(planned("**Left**\n\n- one\n- two", "**Right**\n\n- three"))
    assert grid.head
    assert len(grid.rows) == 3


def test_text_and_a_picture_stand_beside_each_other() -> None:
    plan = planned("Text at the left.", "![A curve](f.png)")
    assert len(plan.pages) == 2
    assert plan.pages[1].layout == "text_figure"


def test_columns_of_much_text_follow_each_other() -> None:
    assert not grids(planned("A long sentence that says much. " * 20, "Text at the right."))


def test_no_column_is_called_one() -> None:
    for columns in (("one", "two"), ("one", "two", "three"), ("```python\nx = 1\n```", "two")):
        assert not [text for text in said(planned(*columns)) if "column" in text.casefold() or ":" in text]
