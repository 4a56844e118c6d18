"""What one card asks for is not asked for by another, nor cell by cell what half of all guesses would answer."""

from __future__ import annotations

import sys

from deckbuild.plan.cards.text import written

from .test_cards_from_notes import cards, fronts


def test_a_step_that_is_recalled_whole_is_not_asked_for_by_its_name_too() -> None:
    note = (
        "# 컴퓨터\n\n## 부팅 과정\n\n1. 자가 진단: 펌웨어가 하드웨어를 검사한다.\n2. 적재: 부트로더가 커널을 올린다.\n"
    )
    lines_below = "3. 초기화:\n   - 커널이 장치를 찾는다.\n"
    assert [card.kind for card in cards(note)] == ["step", "step"]
    assert fronts(f"{note}{lines_below}").count("부팅 과정 — 초기화?") == 1


METHODS = "# HTTP\n\n## Methods\n\n| Method | Use | Idempotent | Safe | Cached |\n|-|-|-|-|-|\n"
ROWS = "| GET | to read | Yes | Yes | No |\n| POST | to add | No | No | No |\n| PUT | to replace | Yes | No | Only if asked |\n"


def test_a_column_of_yes_and_no_is_one_question_for_the_rows_on_its_smaller_side() -> None:
    asked = {card.prompt.plain: written(card.answer[0].text) for card in cards(METHODS + ROWS)}  # type: ignore[union-attr]
    assert asked["Idempotent: No — which 1 of 3?"] == "POST"
    assert asked["Safe: Yes — which 1 of 3?"] == "GET"
    assert not any(prompt.startswith(("Idempotent of", "Safe of")) for prompt in asked)
    assert "Cached of PUT?" in asked


def test_a_column_that_says_the_same_of_all_rows_is_not_asked_for() -> None:
    rows = "| GET | to read | Yes | True |\n| PUT | to write | Yes | False |\n"
    found = fronts(f"# HTTP\n\n## Methods\n\n| Method | Use | Known | Safe |\n|-|-|-|-|\n{rows}")
    assert [asked for asked in found if "Known" in asked] == []
    assert "Methods — Safe: True — which 1 of 2?" in found


def test_where_columns_are_compared_a_row_of_yes_and_no_is_asked_for() -> None:
    rows = "| 상태 공유 | O | X | X |\n| 단위 | 작업 | 요청 | 세션 |\n"
    found = fronts(f"# 구조\n\n## 비교\n\n| 항목 | 스레드 | 프로세스 | 컨테이너 |\n|-|-|-|-|\n{rows}")
    assert "상태 공유가 O인 것 1가지는?" in " ".join(found)
    assert len([asked for asked in found if "상태 공유" in asked]) == 1


def test_a_condition_behind_yes_is_still_asked_for() -> None:
    rows = "| GET | Yes |\n| POST | Yes, if the answer is fresh |\n| PUT | No |\n"
    found = fronts(f"# HTTP\n\n## Methods\n\n| Method | Cached |\n|-|-|\n{rows}")
    assert found == ["Methods — Cached of POST?", "Methods — Cached: No — which 1 of 3?"]


def test_a_value_that_all_rows_have_is_asked_for_of_none() -> None:
    rows = "| half | 1 | 5 |\n| single | 1 | 8 |\n| double | 1 | {} |\n"
    table = f"# Floats\n\n## Formats\n\n| Format | Sign bits | Exponent bits |\n|-|-|-|\n{rows}"
    assert [asked for asked in fronts(table.format(11)) if "Sign" in asked] == []
    assert len([asked for asked in fronts(table.format(11)) if "Exponent" in asked]) == 3
    assert [asked for asked in fronts(table.format(8).replace("| 5 |", "| 8 |")) if "bits" in asked] == []


def test_rows_that_have_no_names_of_their_own_are_no_answer() -> None:
    table = "# N\n\n## T\n\n| Word | Reserved |\n|-|-|\n| if | yes |\n| {} | yes |\n| foo | no |\n| bar | no |\n| baz | no |\n"
    asked = {name: [front for front in fronts(table.format(name)) if "which" in front] for name in ("", "if", "or")}
    assert asked == {"": [], "if": [], "or": ["T — Reserved: yes — which 2 of 5?"]}


def test_a_column_without_a_name_asks_for_no_rows() -> None:
    table = "# N\n\n## T\n\n| Word | {} | Use |\n|-|-|-|\n| if | ✓ | to branch |\n| foo | ✗ | to show |\n| bar | ✗ | to drink |\n"
    asked = {
        head: [front for front in fronts(table.format(head)) if "which" in front] for head in ("", "Example", "Kept")
    }
    assert asked == {"": [], "Example": [], "Kept": ["T — Kept: ✓ — which 1 of 3?"]}


def calls(note: str) -> int:
    """How many calls it takes to make the cards of a note: a clock that does not depend on the machine."""
    found = 0

    def count(*_: object) -> None:
        nonlocal found
        found += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        cards(note)
    finally:
        sys.setprofile(before)
    return found


def test_twice_the_rows_of_a_table_take_twice_the_work() -> None:
    head = "# N\n\n## T\n\n| Word | Known |\n|-|-|\n"
    small, large = (head + "".join(f"| w{i} | {'no' if i % 9 else 'yes'} |\n" for i in range(n)) for n in (100, 200))
    assert calls(large) < 2.3 * calls(small)
