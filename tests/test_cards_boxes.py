"""Boxes that have a title of their own."""

from __future__ import annotations

import pytest

from deckbuild.model import Callout, Code
from tests.test_cards_rules import cards, point, rich

FACT = (point("No engine between two temperatures is better than one that is reversible."),)


@pytest.mark.parametrize("kind", ["tip", "note", "important", "theorem"])
def test_a_box_is_asked_for_by_its_title(kind: str) -> None:
    (card,) = cards(Callout(kind, rich("Carnot efficiency"), FACT), title="Heat", kind="label")
    assert card.prompt.plain == "Carnot efficiency?"


def test_what_is_below_the_first_line_of_a_box_is_on_the_back() -> None:
    (card,) = cards(Callout("tip", rich("Carnot efficiency"), (*FACT, point("It was found in 1824."))), kind="label")
    assert [len(card.answer), len(card.extra)] == [1, 1]


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("tip", ""),
        ("note", "Note"),
        ("example", "Carnot efficiency"),
        ("warning", "Carnot efficiency"),
        ("tip", "What is the efficiency?"),
        ("tip", "Never build an engine that runs without any difference of temperature"),
    ],
)
def test_a_box_that_names_no_fact_gives_none(kind: str, title: str) -> None:
    assert cards(Callout(kind, rich(title), FACT), kind="label") == []


@pytest.mark.parametrize(
    "title",
    [
        "Getting started",
        "Quick start",
        "Did you know?",
        "Pro tip",
        "Key takeaway",
        "Tip 2",
        "💡 Remember",
        "시작하기",
        "참고",
        "알아두기",
        "더 알아보기",
        "핵심 포인트",
        "여기서 잠깐!",
        "始める前に",
        "豆知識",
        "小贴士",
        "快速开始",
    ],
)
def test_a_title_that_only_draws_attention_is_no_question(title: str) -> None:
    assert cards(Callout("tip", rich(title), FACT), title="Heat", kind="label") == []


@pytest.mark.parametrize("title", ["Starting the engine", "Fixed points", "시작 노드", "포인트 클라우드", "重点実装"])
def test_a_title_that_names_a_thing_is_one(title: str) -> None:
    assert len(cards(Callout("tip", rich(title), FACT), title="Heat", kind="label")) == 1


def test_a_box_that_begins_with_code_gives_none() -> None:
    assert cards(Callout("tip", rich("Carnot efficiency"), (Code("x = 1"), *FACT)), kind="label") == []
