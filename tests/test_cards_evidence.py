"""What speaks for a card: blanks that were meant, lists whose items can be told apart, labels that name something."""

from __future__ import annotations

import pytest

from deckbuild.plan.cards.hints import initials, joined, spells, told
from deckbuild.plan.cards.model import blanks
from deckbuild.plan.cards.text import front
from deckbuild.plan.cards.verbs import only_translates

from .test_cards_from_notes import cards, fronts

FULL = "\n\n## 배경\n\n- 스택: 나중에 든 것이 먼저 나온다\n- 힙: 부모가 자식보다 크다\n- 덱: 양쪽 끝에서 넣고 뺀다\n"
"""A section with three cards for which enough speaks."""


def holes(text: str, title: str = "저장소") -> list[str]:
    """What is blank in a note that gives enough cards without."""
    note = f"# 자료\n\n## {title}\n\n{text}{FULL}"
    return [answer.plain for card in cards(note) if card.kind == "cloze" for _, answer in blanks(card.shown)]


# blanks


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("실패한 일을 되돌려 놓는 것을 **롤백**이라고 한다.", "롤백"),
        ("값을 바꾸지 못하게 하려면 `final` 키워드를 앞에 둔다.", "final"),
        ("커널이 하는 일은 **시스템 콜**을 통해 부탁한다.", "시스템 콜"),
        ("원소를 하나 찾는 데에는 `O(log n)` 만큼의 시간이 든다.", "O(log n)"),
        ("저장소는 바뀐 것을 모두 **스냅숏**에 담는다.", "스냅숏"),
        ("**임계 구역**은 여럿이 함께 쓰는 것을 다루는 코드이다.", "임계 구역"),
        ("**Consideration** is something of value that each party gives to the other.", "Consideration"),
        ("값은 ==힙 영역==에 놓인다, 그렇지 않은가 하면 아니다.", "힙 영역"),
    ],
)
def test_a_blank_is_what_a_sentence_names_or_is_about(sentence: str, answer: str) -> None:
    assert holes(sentence) == [answer]


def test_without_a_sign_an_emphasis_is_but_a_look() -> None:
    sentence = "그때 그 사람들은 흔히 **콘솔**에서 모든 일을 보았다고들 하더라."
    assert holes(sentence) == []
    assert holes(sentence, title="암기 카드") == ["콘솔"]
    assert len([card for card in cards(f"# 자료\n\n## 저장소\n\n{sentence}\n") if card.kind == "cloze"]) == 1


def test_of_two_names_in_a_row_both_are_blank_where_one_is_proven() -> None:
    assert holes(
        "여기에 붙는 것은 저 멀리 있는 것들과 함께 따로따로 담아 두는 `apt`나 `yum`으로 깔아 둔다고 알려져 있다."
    ) == ["apt", "yum"]
    long = (
        "흔히 **책상**에서 보던 것인데 오래 두고 보면 이것이나 저것이나 다 같은 것이라 해도 좋을 만큼 닮은 데가 많지만 "
        "값을 바꾸지 못하게 하려면 `final` 키워드를 앞에 두어야 한다고 한다."
    )
    assert holes(long) == ["final"]


def test_a_line_that_answers_another_of_its_length() -> None:
    assert holes("随风潜入夜，**润物细无声**。", title="春夜") == ["润物细无声"]
    assert holes("随风潜入夜，**润物**。", title="春夜") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "저장소는 **바뀐 것을 담아**서 따로 둔다고 한다.",
        "저장소의 노드는 색을 **RED 로** 두고서 시작한다.",
        "저장소에 값을 **추가**한다고 할 때에 일어나는 일이다.",
        "저장소는 **진보된 기계**의 약자로 만들어진 말이다.",
        "저장소는 `bound 0`과 `bound 1` 사이에 있는 것만 본다.",
        "저장소는 `x = A();` 문장으로 만들어지는 것이 보통이다.",
        "저장소는 `{ }` 구문으로 만들어지는 것이 보통이다.",
        "저장소에서는 `Question6` 명령을 먼저 쓰는 것이 보통이다.",
        "Else, the 저장소 is called **asynchronous** by all of them.",
        "저장소가 가진 힘은 모두 **되돌림** 때문에 생기기 때문이다.",
    ],
)
def test_what_is_no_name_or_said_beside_is_not_blank(sentence: str) -> None:
    assert holes(sentence) == []


def test_letters_of_a_title_give_a_name_away() -> None:
    sentence = "`FrontControllerServlet` 클래스 하나가 모두를 받아서 나눈다."
    assert holes(sentence, title="Front Controller의 특징") == []
    assert holes(sentence, title="서블릿의 특징") == ["FrontControllerServlet"]
    assert holes("`Explicit Inner Join` 방식과 다른 것이 있다.", title="Inner Join") == ["Explicit Inner Join"]


def test_a_name_and_the_letters_that_it_is_shortened_to() -> None:
    assert holes("MMU 레지스터는 **Memory Management Unit** 장치에 있다.", title="주소") == []
    assert holes("**자바 가상 머신**이라고 불리는 JVM 프로그램이 돌린다.", title="JVM") == []


# answers that are known


@pytest.mark.parametrize(
    ("prompt", "answer", "known"),
    [
        ("removeBack()", "Remove and return the back", True),
        ("removeBack()", "Take the last of them off the list", False),
        ("프로세스 식별자", "프로세스 식별 번호", True),
        ("프로세스 식별자", "커널이 정하는 정수", False),
        ("행렬의 곱", "행렬의 행 × 열", False),
        ("removeBack()", "Remove and return the back element", True),
    ],
)
def test_an_answer_that_is_said_again(prompt: str, answer: str, known: bool) -> None:
    assert told(prompt, answer) is known


def test_letters_and_the_words_they_stand_for() -> None:
    assert initials("TCP", "Transmission Control Protocol")
    assert initials("I/O".replace("/", ""), "Input/Output의 약자")
    assert initials("ACK", "Acknowledgement")
    assert not initials("protected", "protected 멤버에 닿는 모든 것")
    assert not initials("TCP", "a reliable protocol")
    assert spells("The Discrete Fourier Transform of it", "DFT")
    assert joined("Front Controller", "FrontController")
    assert not joined("Inner Join", "Explicit Inner Join")


def test_a_call_that_does_what_its_name_says() -> None:
    assert only_translates("v.size()?", "원소의 개수")
    assert only_translates("isEmpty()", "비어 있는지 확인")
    assert not only_translates("size()", "바이트로 잰 길이")
    assert not only_translates("map()", "원소마다 함수를 적용")
    assert not only_translates("push(x)", "맨 위에 추가")


def test_no_card_asks_for_what_its_prompt_says() -> None:
    label = "# 자료\n\n## 목록\n\n- `clear()`: 모든 원소 제거\n- `peek()`: 꼭대기에 있는 것을 본다\n- SSR: Server Side Rendering\n"
    assert fronts(label) == ["목록 — `peek()`?"]


# lists


def test_a_few_statements_are_one_answer() -> None:
    said = "- 응답성이 좋다\n- 자원을 공유한다\n- 생성 비용이 작다\n"
    (card,) = cards(f"# OS\n\n## 스레드의 장점\n\n{said}")
    assert (card.kind, front(card)) == ("label", "스레드의 장점은? 3가지")
    names = "- 응답성\n- 공유\n- 비용\n"
    assert {each.kind for each in cards(f"# OS\n\n## 스레드의 장점\n\n{names}")} == {"label"}
    assert {each.kind for each in cards(f"# OS\n\n## 스레드의 종류\n\n{names}")} == {"list_item"}


def test_of_more_statements_nobody_knows_which_is_missing() -> None:
    said = "- 응답성이 좋다\n- 자원을 공유한다\n- 생성 비용이 작다\n- 통신이 쉽다\n- 문맥이 가볍다\n"
    assert "list_item" not in {card.kind for card in cards(f"# OS\n\n## 스레드의 장점\n\n{said}{FULL}")}
    assert len(cards(f"# OS\n\n## 스레드의 장점\n\n{said}")) == 5


def test_a_name_with_what_it_means_is_a_name() -> None:
    said = (
        "- SRP(Single Responsibility Principle) — 책임은 하나이다\n- OCP(Open-Closed Principle) — 열려 있고 닫혀 있다\n"
    )
    assert {card.kind for card in cards(f"# 설계\n\n## 설계의 원칙\n\n{said}{FULL}") if card.place.line < 9} == {
        "list_item"
    }


# labels


@pytest.mark.parametrize(
    "label",
    ["트래픽 감소", "데이터 백업", "동적인 호출", "Increased security"],
)
def test_what_a_heading_counts_is_no_question(label: str) -> None:
    line = f"- {label}: 필요한 것만 받아서 다룬다\n"
    assert f"렌더링의 장점 — {label}?" not in fronts(f"# 웹\n\n## 렌더링의 장점\n\n{line}{FULL}")
    assert f"렌더링의 용어 — {label}?" in fronts(f"# 웹\n\n## 렌더링의 용어\n\n{line}{FULL}")


def test_a_term_below_such_a_heading_is_one() -> None:
    line = "- 바쁜 대기(busy waiting): 돌면서 기다린다\n- `편향 트리`: 한쪽으로만 자란다\n"
    assert len([each for each in fronts(f"# OS\n\n## 락의 단점\n\n{line}{FULL}") if each.startswith("락의 단점")]) == 2


@pytest.mark.parametrize(
    "label",
    ["공통 처리가 어렵다", "문제를 일으킴", "현재 상황", "파란 원", "UPD", "셀 [1][x]", "내부적", "쓰는 것 ~~"],
)
def test_what_names_nothing_is_no_label(label: str) -> None:
    assert fronts(f"# 웹\n\n## 처리\n\n- {label}: 커지는 만큼 따라서 커진다\n") == []


@pytest.mark.parametrize("label", ["목적", "람다", "[1] 젊은 영역"])
def test_what_looks_like_it_is_one(label: str) -> None:
    assert len(fronts(f"# 웹\n\n## 처리\n\n- {label}: 커지는 만큼 따라서 커진다\n")) == 1


@pytest.mark.parametrize(
    "answer", ['"앞으로 열 해 동안 우리는 모두 잘 될 것이다"', "화장실의 빈칸이라고 생각하면 된다"]
)
def test_what_somebody_said_or_likened_is_no_answer(answer: str) -> None:
    assert fronts(f"# 웹\n\n## 처리\n\n- 전망: {answer}\n") == []


@pytest.mark.parametrize("heading", ["insert(40)", "'tea' 찾기", "Example: LRU"])
def test_what_stands_below_one_case_is_true_of_it(heading: str) -> None:
    assert fronts(f"# 트리\n\n## 갱신\n\n- {heading}\n  - 회전: 왼쪽으로 두 번 돌린다\n") == []
    assert len(fronts("# 트리\n\n## 갱신\n\n- 삽입\n  - 회전: 왼쪽으로 두 번 돌린다\n")) == 1


def test_what_a_task_assumes_holds_in_it_alone() -> None:
    line = "- 크기 = 12 KB 만큼\n"
    assert fronts(f"# 설계\n\n## Constraints and assumptions\n\n{line}") == []
    assert len(fronts(f"# 설계\n\n## 레코드\n\n{line}")) == 1


# definitions and questions


def test_a_title_that_asks_when_is_not_defined() -> None:
    line = "缓存是一种把数据放在近处的办法。\n"
    assert fronts(f"# 设计\n\n## 何时更新缓存\n\n{line}") == []
    assert len(fronts(f"# 设计\n\n## 缓存\n\n{line}")) == 1


def test_an_order_takes_no_question_mark() -> None:
    assert fronts("# Chemistry\n\nQ: List the noble gases.\nA: He, Ne, Ar, Kr\n") == [
        "Chemistry — List the noble gases."
    ]
    assert fronts("# 화학\n\nQ: 비활성 기체를 설명하세요.\nA: 거의 반응하지 않는다\n") == [
        "화학 — 비활성 기체를 설명하세요."
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "- 먼저 링크를 둔다.\n- http://example.org/a/long/way/to/it\n",
        "위에서 말한 것이 그 까닭이다.\n",
        "다음의 네 가지를 모두 만족해야 한다.\n",
        "하나하나 하려면 할 것이 너무 많다ㅠㅠ\n",
    ],
)
def test_what_leads_elsewhere_answers_no_heading(answer: str) -> None:
    assert fronts(f"# 웹\n\n## 왜 서버에서 그리는가?\n\n{answer}") == []
    assert len(fronts("# 웹\n\n## 왜 서버에서 그리는가?\n\n처음 화면이 빨리 뜬다.\n")) == 1


def test_a_heading_that_muses_is_no_question() -> None:
    assert fronts("# TDD\n\n## 시간이 더 들지 않나?\n\n두 배는 아니지만 더 든다.\n") == []


def test_what_happens_between_two_who_act_is_no_pair() -> None:
    assert fronts("# 웹\n\n## 원리\n\n- 클라이언트 -> 서버\n") == []
    assert len(fronts("# 웹\n\n## 원리\n\n- 클라이언트 -> 요청을 보낸다\n")) == 1


# tables


def test_a_column_before_the_names_only_groups_them() -> None:
    rows = "| 정수 | byte | 8 |\n| 정수 | int | 32 |\n| 실수 | float | 33 |\n"
    asked = fronts(f"# 자바\n\n## 타입\n\n| 형태 | 이름 | 비트 |\n|-|-|-|\n{rows}")
    assert asked
    assert not [each for each in asked if "형태" in each]


def test_what_comes_out_of_one_case_is_not_learnt() -> None:
    rows = "| n | linear | 100 |\n| n2 | quadratic | 10000 |\n"
    asked = fronts(f"# Big O\n\n## Classes\n\n| growth | kind | for 100 elements |\n|-|-|-|\n{rows}")
    assert asked
    assert not [each for each in asked if "100 elements" in each]


def test_statements_beside_each_other_are_no_rows() -> None:
    rows = "| 함수를 다시 부른다. | 반복문을 쓴다. |\n| 위에서 시작한다. | 아래에서 시작한다. |\n"
    assert fronts(f"# 풀이\n\n## 견줌\n\n| 나누기 | 고르기 |\n|-|-|\n{rows}") == []


# pages


def test_a_manual_in_several_languages_is_no_note() -> None:
    text = "# Decks\n\n## Tags\n\n- Nested tags: they make a deck in a deck\n"
    assert cards(text, "docs/en/decks.md") == []
    assert cards(text, "docs/docs/zh/flashcards/decks.md") == []
    assert len(cards(text, "docs/decks.md")) == 1


def test_two_words_stressed_in_a_short_sentence_were_chosen() -> None:
    assert holes("어떤 일이든 **원자성**과 **지속성** 두 가지를 가진다.", title="이상") == ["원자성", "지속성"]
    assert holes("어떤 일이든 원자성과 **지속성** 두 가지를 가진다.", title="이상") == []
    assert holes("**원자성** vs **지속성** 견주기", title="이상") == []


def test_how_long_it_took_is_no_fact() -> None:
    assert fronts("# 웹\n\n## 처리\n\n- 전역으로 뺀 것: 약 9.6초\n") == []
    assert len(fronts("# 웹\n\n## 처리\n\n- 만료까지의 시간: 30일\n")) == 1


def test_a_name_in_brackets_alone_is_who_speaks() -> None:
    assert fronts("# 웹\n\n## 처리\n\n- 🙂(은선): 나는 그런 적이 없다고 한다\n") == []


def test_algorithms_with_a_gloss_are_no_steps() -> None:
    items = "1. 최적 교체 알고리즘(Optimal)\n2. 선입 교체 알고리즘(FIFO)\n3. 최근 교체 알고리즘(LRU)\n"
    assert "step" not in {card.kind for card in cards(f"# OS\n\n## 페이지 교체 알고리즘\n\n{items}")}


def test_what_explains_a_statement_goes_below_the_answer() -> None:
    said = "- 응답성이 좋다\n  - 기다리는 동안 다른 것을 한다\n- 자원을 공유한다\n"
    (card,) = cards(f"# OS\n\n## 스레드의 장점\n\n{said}")
    assert (front(card), len(card.extra)) == ("스레드의 장점은? 2가지", 1)


def test_a_note_that_designs_one_system_gives_little() -> None:
    text = "## Scale it\n\n- **Fanout**: it goes on to all of those who follow\n- **Cache**: it keeps what is hot for a day\n"
    text += "- **Store**: it holds every line for ever\n- **Queue**: it takes what comes in too fast\n"
    assert len(cards(f"# Design a feed of lines\n\n{text}")) == 3
    assert len(cards(f"# Design patterns of feeds\n\n{text}")) == 4
