"""What stands above a prompt: as much of it as one line holds, so that each card can be understood alone."""

from __future__ import annotations

import pytest

from .test_cards_from_notes import cards, fronts


def test_the_labels_that_hold_each_other_are_all_named() -> None:
    text = "# 스케줄러\n\n## 스케줄링\n\n- 장기 스케줄러\n  - 하는 일\n    - 대상: 디스크에 있는 작업\n"
    assert fronts(text) == ["스케줄링 › 장기 스케줄러 › 하는 일 — 대상?"]


def test_labels_that_fill_more_than_a_line_are_cut_to_the_nearest() -> None:
    above = "".join(f"{'  ' * n}- {'가' * 15} {n}\n" for n in range(4))
    (front,) = fronts(f"# 스케줄러\n\n## 스케줄링\n\n{above}        - 대상: 디스크에 있는 작업\n")
    assert front == f"스케줄링 › {'가' * 15} 3 — 대상?"


@pytest.mark.parametrize("source", ["Source: A book on queues", "출처: 어떤 책", "资料来源：某书"])
def test_where_something_is_from_is_no_label(source: str) -> None:
    text = f"# Queues\n\n## Kinds of queues\n\n**{source}**\n\n- deque: both ends are open to users\n"
    assert fronts(text) == ["Kinds of queues — deque?"]


def test_a_line_in_latin_letters_holds_twice_as_many() -> None:
    text = "# The design of operating systems\n\n## Scheduling of processes\n\n### Kinds\n\n- aging: waiting raises the priority\n"
    (card,) = cards(text)
    assert card.path == ("The design of operating systems",)
    text = text.replace("### Kinds", "### Round robin\n\n#### Starvation").replace("aging", "cure")
    (card,) = cards(text)
    assert card.path == ("The design of operating systems", "Scheduling of processes", "Round robin")
