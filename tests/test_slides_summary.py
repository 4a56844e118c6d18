"""The summary of a long section, and sections that are only a heading."""

from __future__ import annotations

from deckbuild.config import Slides
from deckbuild.model import Concept, Deck, Definition, RichText
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Grid, Page

from .test_slides_layouts import concept, planned, points

R = RichText.of


def long_section(defined: int) -> Concept:
    parts = (
        concept(f"Part {n}", *((Definition(R(f"what part {n} is")),) if n < defined else ()), points(7))
        for n in range(9)
    )
    return concept("Long", children=tuple(parts))


def summaries(pages: tuple[Page, ...]) -> list[Page]:
    return [page for page in pages if page.title_text == "Long (정리)"]


def test_a_long_section_ends_with_what_it_defines() -> None:
    (page,) = summaries(planned(long_section(5), concept("Other", points(3))).pages)
    (grid,) = [box for box in page.boxes if isinstance(box, Grid)]
    assert len(grid.rows) == 5
    assert page.accent == 1


def test_a_section_that_defines_little_has_no_summary_of_its_own() -> None:
    assert not summaries(planned(long_section(3), concept("Other", points(3))).pages)


def test_a_deck_of_one_section_is_summed_up_once() -> None:
    assert not summaries(planned(long_section(5)).pages)


def test_summaries_can_be_left_out() -> None:
    deck = Deck("d.md", "d", R("D"), "ko", concepts=(long_section(5), concept("Other", points(3))))
    assert not summaries(plan_slides(deck, {}, Slides(summary=False)).pages)


def test_a_section_that_is_only_a_heading_opens_what_follows() -> None:
    plan = planned(concept("Complexities"), concept("Time", points(3)))
    assert [page.layout for page in plan.pages[1:]] == ["section", "text"]
