"""Notes of few facts: what stands in them is asked all the same, and what is no fact is not."""

from __future__ import annotations

from .test_cards_from_notes import cards, fronts

# statements that are explained


def test_statements_are_asked_for_where_each_line_of_a_list_is_explained() -> None:
    lines = "- 고장이 전체로 퍼짐 : 서버 하나가 멈추면 주문도 받지 못한다\n- 느린 배포 : 한 줄을 고쳐도 처음부터 다시 빌드한다\n"
    assert fronts(f"# 구조\n\n## 한 덩어리\n\n{lines}") == ["한 덩어리 — 고장이 전체로 퍼짐?", "한 덩어리 — 느린 배포?"]
    alone = lines.split("\n")[0].removeprefix("- ")
    assert fronts(f"# 구조\n\n## 한 덩어리\n\n{alone}\n") == []


# sets of things that are told of below their names


def test_a_set_of_names_may_have_lines_below_each() -> None:
    text = "# Trees\n\n## Types of trees\n\n- Binary\n  - at most two children below each node\n- Ternary\n  - at most three of them\n"
    asked = [card for card in cards(text) if card.kind == "list_item"]
    assert [card.topic.plain for card in asked] == ["Types of trees", "Types of trees"]
    assert all(card.extra for card in asked)


def test_no_set_is_asked_for_that_holds_chapters_or_leftovers() -> None:
    for last in ("그 외", "기타 방식", "차이점"):
        text = (
            f"# 힙\n\n## 힙의 종류\n\n- 최대 힙\n  - 큰 값이 위에 있다\n- 최소 힙\n  - 작은 값이 위에 있다\n- {last}\n"
        )
        assert "list_item" not in [card.kind for card in cards(text)]
