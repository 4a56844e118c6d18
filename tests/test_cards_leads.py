"""What stands around the lines of a card: the sentence that leads to them is asked with, the one that goes on is shown."""

from __future__ import annotations

import pytest

from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.answers import spoken
from deckbuild.plan.cards.text import front
from deckbuild.readers.notes import read_note

from .test_cards_worth import of_note


def asked(body: str, title: str = "Sockets") -> list[str]:
    return [front(card) for card in of_note(f"# Networks\n\n## {title}\n\n{body}")]


def test_the_name_of_a_list_of_steps_is_asked_with() -> None:
    steps = "1. 소켓을 연다\n2. 주소에 묶는다\n3. 연결을 기다린다\n"
    assert asked(f"**서버의 순서**\n\n{steps}", "소켓") == [
        "소켓 › 서버의 순서 — 첫 단계는?",
        "소켓 › 서버의 순서 — 다음 단계는?",
        "소켓 › 서버의 순서 — 다음 단계는?",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "The kernel keeps two queues for each listening socket.",
        "A reader calls it with both backlog and syn given.",
    ],
)
def test_a_sentence_that_counts_or_names_the_lines_below_it_is_asked_with(lead: str) -> None:
    lines = "- backlog: finished handshakes\n- syn: handshakes in progress\n"
    assert asked(f"{lead}\n\n{lines}")[0] == f"Sockets › {lead[:-1]} — backlog?"


def test_names_in_code_are_asked_with_the_sentence_above_them() -> None:
    lines = "- `alpha`: the bases of a class\n- `beta`: what it holds\n"
    assert (
        asked(f"Each class is made by one call.\n\n{lines}")[0] == "Sockets › Each class is made by one call — `alpha`?"
    )
    linked = f"[The manual](https://example.org/a) has it all.\n\n{lines}"
    assert asked(linked)[0] == "Sockets — `alpha`?"


@pytest.mark.parametrize(
    "lead",
    [
        "Most servers are slow to answer.",
        "The two lists are below.",
        "There are two queues, one for finished handshakes and one for others.",
    ],
)
def test_a_sentence_that_leads_nowhere_or_tells_an_answer_is_not(lead: str) -> None:
    lines = "- backlog: finished handshakes\n- syn: handshakes in progress\n"
    assert asked(f"{lead}\n\n{lines}")[0] == "Sockets — backlog?"


def test_what_stands_in_a_list_leads_to_no_other_item() -> None:
    assert asked("- There are three states of a socket.\n- closed: nothing is sent\n") == ["Sockets — closed?"]


def test_the_paragraph_that_goes_on_with_an_answer_is_on_the_back() -> None:
    (card,) = of_note("# 네트워크\n\n**혼잡 제어** : 보내는 양을 망에 맞춘다.\n\n따라서 망이 한계를 정한다.\n")
    assert spoken(card.extra) == "따라서 망이 한계를 정한다."
    (alone,) = of_note("# 네트워크\n\n**혼잡 제어** : 보내는 양을 망에 맞춘다.\n\n망은 여러 곳에 있다.\n")
    assert not alone.extra


def test_the_paragraph_that_goes_on_with_the_answer_to_a_question_is_on_the_back() -> None:
    (card,) = of_note(
        "# Networks\n\nQ: What does a socket join?\nA: two processes\n\nThey may run on two hosts.\n\nA port is a number.\n"
    )
    assert spoken(card.answer) == "two processes"
    assert spoken(card.extra) == "They may run on two hosts."


def test_an_analogy_below_a_label_is_no_answer() -> None:
    answers = "- 뮤텍스\n    - 열쇠가 하나인 방으로 생각하면 된다.\n- 세마포어\n    - 자원의 수를 세는 변수이다.\n"
    assert asked(answers, "동기화") == ["동기화 — 세마포어?"]


@pytest.mark.parametrize(
    ("sentence", "blanks"),
    [
        ("정수는 `INT`, `BIGINT`, `SMALLINT` 타입으로 저장한다.", 0),
        ("정수는 `INT` 타입으로, 글은 `TEXT` 타입으로 저장한다.", 2),
        ("`close()` 메서드를 부르면 파일이 닫히는 것을 확인할 수 있다.", 0),
        ("`close()` 메서드를 부르면 파일이 닫힌다.", 1),
        ("저장소에는 **레디스** 등의 데이터베이스를 사용한다.", 0),
    ],
)
def test_one_of_several_that_would_do_is_no_blank(sentence: str, blanks: int) -> None:
    found = [card for card in of_note(f"# 데이터\n\n## 저장 타입과 메서드\n\n{sentence}\n") if card.kind == "cloze"]
    assert sum(len(card.numbers) for card in found) == blanks


@pytest.mark.parametrize("title", ["상황 2 - 식당", "Scenario 3: the bank"])
def test_what_happens_in_one_story_is_not_asked_for(title: str) -> None:
    assert asked("자리를 **세 자리**로 늘렸다.\n\n- 열쇠 : 하나뿐이다\n", title) == []


def test_who_works_on_a_project_is_not_learnt() -> None:
    assert asked("- rule: date, then topic\n", "Collaborators") == []


def test_where_a_name_is_from_does_not_say_what_it_names() -> None:
    assert asked("트리라는 이름이 붙은 이유는 나무를 닮아서 트리라고 부른다.\n", "트리란?") != ["트리란?"]


def test_an_item_too_long_to_recall_is_not_asked_for() -> None:
    long = "패킷에 순서 번호와 검사합을 붙여서 망으로 내보낸 다음 " * 4
    body = f"1. 연결을 연다\n2. 데이터를 나눈다\n3. {long.strip()}\n4. 확인을 기다린다\n"
    assert not any("3/4" in each for each in asked(body, "전송 과정"))


@pytest.mark.parametrize("caption", ["Object removal demo", "Combinations overview", "Example of a bad split"])
def test_a_demonstration_shows_no_thing(caption: str) -> None:
    note = read_note(
        f"# Images\n\n## Seams\n\n![{caption}](a.png)\n\nText.\n\n![A seam of low energy](b.png)\n", "a.md"
    )
    (card,) = plan_cards(note.deck, {"a.png", "b.png"}).cards
    assert spoken(card.answer) == "A seam of low energy"


def test_a_cell_of_many_statements_is_not_asked_for() -> None:
    many = "하나의 일관된 방식으로 응답, 모든 요청마다 상태를 확인, 여러 노드에 나누어 저장, 실패하면 자동으로 재시도"
    rows = f"| 구분 | 원장 | 로그 |\n|---|---|---|\n| 저장 | {many} | 순서대로 쌓는다 |\n"
    assert not any("원장" in each for each in asked(rows, "저장 방식"))


def test_a_definition_that_counts_conditions_needs_them() -> None:
    assert asked("두 연산이 세 가지 조건을 모두 만족하면 충돌이라고 한다.\n", "충돌이란?") == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("What is a query plan?", "A query plan is a complex subject."),
        ("What is query tuning?", "Query tuning is a broad topic and many books are about it."),
    ],
)
def test_what_says_but_that_there_is_much_to_say_defines_nothing(title: str, text: str) -> None:
    assert [card for card in of_note(f"# 전략 패턴\n\n## {title}\n\n{text}\n") if card.kind == "definition"] == []


def test_one_of_many_that_is_named_alone_is_no_blank() -> None:
    one = of_note("# 네트워크\n\n## UDP\n\n`UDP`를 사용한 것들에는 `DNS`가 있다.\n")
    assert one == []


def test_what_came_out_is_no_name() -> None:
    assert asked("- 결과 : 세 줄이 출력된다\n- 뮤텍스 : 열쇠가 하나이다\n", "잠금") == ["잠금 — 뮤텍스?"]


def test_an_answer_to_a_question_for_two_names_has_both() -> None:
    assert asked("Q: DRAM과 SRAM이란?\n\nA: DRAM - Dynamic RAM\n", "메모리") == []
