"""A line that says where a table is from, directly below it."""

from __future__ import annotations

import pytest

from deckbuild.model import Point, Table
from deckbuild.readers.notes import read_note

TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n"


def body_of(text: str) -> tuple[object, ...]:
    (concept,) = read_note(f"# D\n\n## S\n\n{text}", "d.md").deck.concepts
    return concept.body


@pytest.mark.parametrize("line", ["출처: 교재", "Source: the book", "出典：教科書", "| 출처: 교재 | |"])
def test_the_line_is_no_row(line: str):
    table, origin = body_of(TABLE + line + "\n")
    assert isinstance(table, Table)
    assert [[cell.plain for cell in row] for row in table.rows] == [["1", "2"]]
    assert (table.place.line, table.place.end) == (5, 7)
    assert origin.place.line == 8  # type: ignore[attr-defined]


@pytest.mark.parametrize("row", ["| 출처: 교재 | 3 |", "| Sources | |", "text"])
def test_other_last_rows_are_rows(row: str):
    (table,) = body_of(TABLE + row + "\n")
    assert isinstance(table, Table)
    assert len(table.rows) == 2


def test_a_table_of_nothing_but_the_line_is_a_table():
    (table,) = body_of("| a | b |\n|---|---|\n| Source: x | |\n")
    assert isinstance(table, Table)
    assert not isinstance(table, Point)
