"""Two things side by side."""

from __future__ import annotations

import pytest

from deckbuild.model import Block, Code, Labelled, List, Point, RichText, Table
from deckbuild.plan.slides.page import Grid, Page, Rule

from .test_slides_layouts import concept, planned, words

R = RichText.of


def side(label: str, *texts: str, role: str = "points") -> List:
    return List(tuple(Point(R(text)) for text in texts), R(label), role=role)  # type: ignore[arg-type]


PROS, CONS = side("장점", "빠르다", "가볍다", role="pros"), side("단점", "약하다", role="cons")


def shown(*body: Block, title: str = "Section") -> list[Page]:
    return list(planned(concept(title, *body)).pages[1:])


def grid(page: Page) -> list[list[str]]:
    (found,) = [box for box in page.boxes if isinstance(box, Grid)]
    return [
        [" / ".join("".join(s.text for s in p.spans) for p in cell.paras) for cell in row.cells] for row in found.rows
    ]


def test_pros_and_cons_stand_beside_each_other_under_thick_rules() -> None:
    (page,) = shown(PROS, CONS)
    assert grid(page) == [["장점", "단점"], ["빠르다", "약하다"], ["가볍다", ""]]
    assert [rule.paint for rule in page.boxes if isinstance(rule, Rule)] == ["accent1", "accent1"]


def test_of_two_that_are_compared_the_second_is_the_point() -> None:
    (page,) = shown(side("TCP", "orders"), side("UDP", "does not"), title="TCP vs UDP")
    assert [rule.paint for rule in page.boxes if isinstance(rule, Rule)] == ["quiet", "accent1"]


def test_pros_and_cons_may_be_the_two_items_of_a_list() -> None:
    inner = [Labelled(each.label, body=(List(each.items, role=each.role),)) for each in (PROS, CONS)]
    (page,) = shown(List(tuple(inner)))
    assert grid(page)[0] == ["장점", "단점"]
    assert {rule.paint for rule in page.boxes if isinstance(rule, Rule)} == {"accent1"}


@pytest.mark.parametrize(("title", "beside"), [("TCP vs UDP", True), ("전송 계층", False)])
def test_two_lists_are_compared_where_the_heading_names_both(title: str, beside: bool) -> None:
    (page,) = shown(side("TCP", "연결"), side("UDP", "비연결"), title=title)
    assert any(isinstance(box, Grid) for box in page.boxes) is beside


def test_a_table_of_two_columns_that_the_heading_names_is_a_comparison() -> None:
    table = Table((R("TCP"), R("UDP")), ((R("연결"), R("비연결")),), ("", ""))
    (page,) = shown(table, title="TCP와 UDP")
    assert sum(isinstance(box, Rule) for box in page.boxes) == 2
    assert not any(isinstance(box, Rule) for box in shown(table)[0].boxes)


def test_what_is_not_only_text_is_not_set_in_a_table() -> None:
    pages = shown(List((Point(R("빠르다"), body=(Code("x = 1"),)),), R("장점"), role="pros"), CONS)
    assert not any(isinstance(box, Grid) for page in pages for box in page.boxes)


def test_a_long_comparison_goes_on_with_its_heads_repeated() -> None:
    many = [
        side(each, *(f"{n} 말" for n in range(20)), role=role) for each, role in (("장점", "pros"), ("단점", "cons"))
    ]
    pages = shown(*many)
    assert len(pages) > 1
    assert all(grid(page)[0] == ["장점", "단점"] for page in pages)


def test_a_list_of_two_sides_is_shown_below_its_name() -> None:
    items = tuple(Labelled(R(name), R(text)) for name, text in (("TCP", "연결"), ("UDP", "비연결")))
    (page,) = shown(List(items, R("한 줄로")), title="TCP와 UDP")
    assert grid(page) == [["TCP", "UDP"], ["연결", "비연결"]]
    assert "한 줄로" in words(page)


@pytest.mark.parametrize(("title", "beside"), [("T-D cards", True), ("Term-Definition Cards", False)])
def test_a_heading_names_what_it_holds_as_words(title: str, beside: bool) -> None:
    (page,) = shown(List((Labelled(R("T"), R("a term")), Labelled(R("D"), R("what it means")))), title=title)
    assert any(isinstance(box, Grid) for box in page.boxes) is beside
