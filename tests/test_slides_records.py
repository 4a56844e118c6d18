"""Tables that are too wide for a page, told row by row."""

from __future__ import annotations

from deckbuild.model import EMPTY, RichText, Table
from deckbuild.plan.slides.page import Grid

from .test_slides_layouts import only, words

R = RichText.of
COLUMNS = range(16)


def table(*rows: tuple[RichText, ...]) -> Table:
    return Table(tuple(R(f"head{i}") for i in COLUMNS), rows, ("",) * len(COLUMNS))


def test_each_cell_stands_under_the_name_of_its_column() -> None:
    shown = "\n".join(map(words, only(table(tuple(R(f"cell{i}") for i in COLUMNS)))))
    assert [i for i in COLUMNS if f"head{i} cell{i}" not in shown] == []


def test_the_heading_of_a_row_is_its_first_cell_that_says_something() -> None:
    shown = "\n".join(map(words, only(table((EMPTY, *(R(f"cell{i}") for i in COLUMNS[1:]))))))
    assert "head0" not in shown
    assert shown.index("head1 cell1") < shown.index("head2 cell2")


def test_a_wide_table_of_a_head_alone_says_each_name_once() -> None:
    shown = "\n".join(map(words, only(table())))
    assert [shown.count(f"head{i}\n") for i in COLUMNS[:-1]] == [1] * 15


def test_a_table_of_empty_heads_alone_is_no_table() -> None:
    (page,) = only(Table((EMPTY, EMPTY), (), ("", "")))
    assert not any(isinstance(box, Grid) for box in page.boxes)
