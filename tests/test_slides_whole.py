"""Tables that are shown whole where a step of type size is enough, and formulas with what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Grid, Page, Shape
from deckbuild.readers.notes import read_note

FORMULA = "$$F = G \\frac{m_1 m_2}{r^2}$$\n\n"
PROSE = "This relation was found when somebody asked why the moon does not fall, and what it shares with an apple. "


def table(rows: int) -> str:
    return "| Letter | Meaning |\n|---|---|\n" + "".join(f"| x{n} | the letter {n} |\n" for n in range(rows)) + "\n"


def pages(body: str) -> Sequence[Page]:
    """The slides of one section."""
    return plan_slides(read_note(f"# Deck\n\n## Section\n\n{body}", "d.md").deck, {}).pages[1:]


def sizes(page: Page) -> set[float]:
    """The sizes of what stands in the rows of a slide's tables."""
    grids = [box for box in page.boxes if isinstance(box, Grid)]
    return {para.size for grid in grids for row in grid.rows[1:] for cell in row.cells for para in cell.paras}


def is_formula_alone(page: Page) -> bool:
    return [box.name for box in page.boxes if isinstance(box, Shape)] == ["Formula"] and len(page.boxes) == 1


@pytest.mark.parametrize(("rows", "size"), [(8, 16), (9, 16), (10, 14)])
def test_a_table_a_little_too_long_is_whole_in_rows_that_are_closer_and_smaller(rows: int, size: float) -> None:
    (page,) = pages(table(rows))
    assert sizes(page) == {size}


def test_a_table_that_has_to_be_parted_is_no_smaller_for_it() -> None:
    found = pages(table(30))
    assert len(found) > 2
    assert all(sizes(page) == {16} for page in found)


def test_several_tables_are_not_made_small_to_share_a_slide() -> None:
    assert all(min(sizes(page)) >= 16 for page in pages(table(5) + "A line between them.\n\n" + table(5)))


@pytest.mark.parametrize("rows", [6, 7, 8, 12])
def test_the_table_of_a_formulas_letters_begins_on_its_slide(rows: int) -> None:
    first = pages(FORMULA + table(rows))[0]
    assert {"Formula", "Table"} <= {box.name for box in first.boxes if isinstance(box, Shape | Grid)}


def test_a_formula_before_text_that_one_slide_holds_with_it_is_not_alone() -> None:
    assert not any(map(is_formula_alone, pages(FORMULA + PROSE * 8)))
