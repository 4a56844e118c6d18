"""What one card asks for is not asked for by another, nor cell by cell what half of all guesses would answer."""

from __future__ import annotations

from .test_cards_from_notes import cards, fronts


def test_a_step_that_is_recalled_whole_is_not_asked_for_by_its_name_too() -> None:
    note = (
        "# 컴퓨터\n\n## 부팅 과정\n\n1. 자가 진단: 펌웨어가 하드웨어를 검사한다.\n2. 적재: 부트로더가 커널을 올린다.\n"
    )
    lines_below = "3. 초기화:\n   - 커널이 장치를 찾는다.\n"
    assert [card.kind for card in cards(note)] == ["step", "step"]
    assert fronts(f"{note}{lines_below}").count("부팅 과정 — 초기화?") == 1
