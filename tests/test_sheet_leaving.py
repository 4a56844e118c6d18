"""What goes with what is left off a sheet."""

from __future__ import annotations

import pytest

from deckbuild.plan.sheet.leaving import led, less
from deckbuild.plan.sheet.shapes import Atom, Heading, Item, Listing, Picture, Row, Section, Span, Text
from deckbuild.plan.sheet.strip import cells


def text(said: str = "x", depth: int = 0) -> Text:
    return Text(line=(Span(said),), depth=depth)


def item(said: str) -> Item:
    return Item(line=(Span(said),), list=1)


def code(depth: int = 0) -> Listing:
    return Listing(text="x", group=1, depth=depth)


def left(atoms: list[Atom], *gone: int) -> list[int]:
    """The indices of the atoms of one section that stay where some are gone."""
    whole = cells([Section((Span("title"),), tuple(atoms))])
    return [cell.index for cell in less(whole, [whole[i] for i in gone], led(whole))]


@pytest.mark.parametrize(
    "lines",
    [[text("such as:"), code()], [item("basic form"), code(depth=1)], [text("the picture："), Picture(src="a.png")]],
    ids=["colon", "nested", "picture"],
)
def test_a_line_that_leads_to_what_is_left_off_goes_too(lines: list[Atom]):
    assert left([text(), *lines, text()], 2) == [0, 3]
    assert left([text(), *lines, text()], 0) == [1, 2, 3]


@pytest.mark.parametrize(
    "lines", [[item("says something, and that is all"), text("more", depth=1)], [text("says it"), code()]]
)
def test_a_line_that_says_something_by_itself_stays(lines: list[Atom]):
    assert left([text(), *lines, text()], 2) == [0, 1, 3]


def test_it_stays_while_a_part_of_what_it_leads_to_does():
    assert left([text(), text("such as:"), code(), code()], 2) == [0, 1, 3]


def test_a_section_keeps_a_line_that_is_all_it_has():
    assert left([text("such as:"), code()], 1) == [0]


def test_headings_and_heads_of_tables_go_with_what_they_head():
    head, row = (Row(cells=((Span("x"),),), table=1, head=first) for first in (True, False))
    assert left([text(), Heading(line=(Span("h"),)), text("such as:"), head, row], 4) == [0]
