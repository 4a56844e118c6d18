"""Cards that one would rather not have: each rule with what it takes off, and with what stands beside that and stays."""

from __future__ import annotations

import pytest

from deckbuild.model import Block, Command, Definition, Figure, Labelled, Pair, Place, Point, Table
from deckbuild.particles import without_particle
from deckbuild.plan.cards.model import Text, blanks
from deckbuild.plan.cards.stories import of_one_run
from deckbuild.plan.cards.text import written

from .test_cards_rules import answer, cards, fronts, listed, point, rich
from .test_cards_worth import of_note


def test_a_particle_is_no_part_of_a_word() -> None:
    assert [without_particle(word) for word in ("쿼리를", "쿼리에서", "나이", "web을")] == [
        "쿼리",
        "쿼리",
        "나이",
        "web을",
    ]


# the line above


def led(line: str) -> str:
    label = Labelled(rich("프로토콜"), rich("SMTP, POP3"))
    (front,) = [front for front in fronts(listed(Point(rich(line), body=(label,)))) if "프로토콜?" in front]
    return front


def test_a_line_above_a_label_is_shown_whole() -> None:
    long = "회사의 많은 직원이 메일을 함께 관리하는 프로그램과 관련된 계층을 모두 말해주세요"
    assert led(long) == f"도커 › {long} — 프로토콜?"
    assert led(f"하지만 {long}") == f"도커 › {long} — 프로토콜?"


def test_of_a_passage_above_a_label_the_first_sentence_is_shown() -> None:
    first = "메일은 여러 계층이 함께 나른다"
    assert led(f"{first}. {'그 가운데 아래에 있는 것은 모두 다르다. ' * 6}") == f"도커 › {first} — 프로토콜?"
    assert led("아주 " * 80 + "길다").endswith("아주… — 프로토콜?")


def test_what_may_be_false_is_no_fact() -> None:
    choices = (Labelled(rich("도연"), rich("틀은 흐름을 스스로 쥔다")),)
    assert fronts(listed(Point(rich("다음 가운데 틀을 잘못 설명하고 있는 것은?"), body=choices))) == []
    assert len(fronts(listed(Point(rich("다음 가운데 틀을 설명하고 있는 것은 둘이다"), body=choices)))) == 1


# names that are their own answer


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("TERMINATED", "작업이 종료된 상태"),
        ("@AssertTrue", "true 값 통과"),
        ("v.resize(n);", "n으로 크기 변경"),
        ("Length", "길이"),
        ("Compression", "Compress server responses"),
        ("손실", "packet이 손실될 수 있는 문제"),
        ("승인 (Admitted)", "프로세스가 승인됨"),
        ("압축", "압축"),
        ("壓縮", "壓縮伺服器的回應"),
        ("静的コンテンツ", "静的コンテンツを直接送信することができます。"),
        ("キャッシング", "キャッシュされたリクエストに対して返します"),
    ],
)
def test_a_name_in_other_words_is_no_answer(name: str, meaning: str) -> None:
    assert fronts(Labelled(rich(name), rich(meaning)), title="상태") == []


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("BLOCKED", "잠금이 풀릴 때까지 기다리는 상태"),
        ("인터럽트", "하드웨어 인터럽트, 소프트웨어 인터럽트"),
        ("mv", "파일 이동"),
        ("압축", "흩어진 빈 공간을 한쪽으로 모은다"),
        ("可用性", "每次读取都可以得到响应，但不能保证是最新的数据"),
    ],
)
def test_a_meaning_that_says_more_is_one(name: str, meaning: str) -> None:
    assert len(fronts(Labelled(rich(name), rich(meaning)), title="상태")) == 1


def test_a_cell_in_other_words_is_not_asked_for() -> None:
    rows = ((rich("DELETE"), rich("요청된 자원을 삭제하기 위한 메소드")), (rich("HEAD"), rich("머리만 돌려준다")))
    assert fronts(Table((rich("Method"), rich("설명")), rows), title="HTTP") == ["HTTP — HEAD의 설명은?"]


# definitions


def definition(text: str, *after: Block, title: str = "트리") -> list[str]:
    found = cards(Definition(rich(text)), *after, title=title, kind="definition")
    return [written(part.text) if isinstance(part, Text) else "…" for card in found for part in card.answer]


def test_a_definition_is_shown_with_the_list_that_it_leads_to() -> None:
    leads = "트리는 다음의 성질들을 만족하는 그래프이다"
    assert definition(leads, listed("사이클이 없다", "이어져 있다")) == [leads, "…"]
    assert definition(leads) == []
    assert definition("트리는 그래프이다. 트리는 다음과 같은 유형들이 있다.") == ["트리는 그래프이다."]


def test_a_heading_that_demands_is_left_as_it_is() -> None:
    (card,) = cards(Definition(rich("통신을 일곱 단계로 나눈 규약")), title="계층을 설명하시오")
    assert (written(card.prompt), card.reverse) == ("계층을 설명하시오", None)


def test_what_only_says_that_a_thing_matters_defines_nothing() -> None:
    assert definition("가장 기본적인 단위이자 시작점", title="객체") == []
    assert definition("일상에서 많이 들을 수 있는 말이다", title="동기") == []
    assert definition("프로세스의 상태", title="스케줄러가 필요한 경우") == []
    assert definition("가장 작은 값을 뿌리에 둔 완전 이진 트리", title="최소 힙") != []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("부인 방지(Non-repudiation)", "사실을 나중에 증명함으로써 부인을 방지하는 기술"),
        ("关系型数据库管理系统", "像这样的关系型数据库是以表的形式组织的数据集合"),
    ],
)
def test_a_definition_that_has_the_words_of_a_name_is_not_turned_round(title: str, text: str) -> None:
    assert [card.reverse for card in cards(Definition(rich(text)), title=title)] == [None]


# what holds for one case


STRONG = "- 스택: 나중에 넣은 것을 먼저 뺀다\n- 큐: 먼저 넣은 것을 먼저 뺀다\n- 힙: 가장 큰 것을 먼저 뺀다\n"


@pytest.mark.parametrize(
    "line",
    ["끝점: 9", "간선 개수: E개", "요청 경로: `/save`", "Integer: 19986824 byte"],
)
def test_what_came_out_once_is_the_last_choice(line: str) -> None:
    assert len(of_note(f"# 비트\n\n## 연산\n\n- {line}\n")) == 1
    assert len(of_note(f"# 비트\n\n## 연산\n\n- {line}\n{STRONG}")) == 3


def test_a_number_that_a_thing_always_has_is_no_run_of_it() -> None:
    assert not of_one_run("HTTP 포트", "80")
    assert not of_one_run("설정 파일", "/etc/hosts")


@pytest.mark.parametrize(
    "label", ["키워드 2", "The big insight", "의도한 답", "상황", "IDENTIFY", "동생", "'te' 찾기", "rw-", "정렬이 필요"]
)
def test_a_label_that_names_nothing_is_not_asked_for(label: str) -> None:
    assert fronts(Labelled(rich(label), rich("단어의 끝을 알리는 표시가 있다"))) == []


def test_the_connective_of_an_answer_is_left_off() -> None:
    (card,) = cards(Labelled(rich("공유"), rich("그리고 힙을 다른 스레드와 나눈다")))
    assert answer(card) == "힙을 다른 스레드와 나눈다"


# blanks


def holes(text: str, **more: str) -> list[str]:
    return [text.plain for card in cards(point(text), kind="cloze", **more) for _, text in blanks(card.shown)]


@pytest.mark.parametrize(
    "sentence",
    [
        "**GoF**에 따르면 복합 패턴은 여러 패턴을 합친 것이다.",
        "트랜잭션은 다른 것의 방해를 받지 않고 **독립적**으로 수행된다.",
        "트랜잭션은 앞의 상태와 **동일하게** 데이터를 보장해야 한다.",
        "트랜잭션을 결정하는 `결정자`가 있다.",
        "위 방법으로 언급된 `SSL`로 상대를 확인할 수 있다.",
        "`valueOf()`함수를 들어가보면 트랜잭션이 보인다.",
        "그 뒤에 `AB`는 트랜잭션의 후보가 아니다.",
        "트랜잭션은 (`SELECT`, `GROUP BY`, `ORDER BY`, `JOIN`) 연산을 한다.",
    ],
)
def test_what_stands_beside_the_matter_is_no_blank(sentence: str) -> None:
    assert holes(sentence, title="트랜잭션") == []


def test_a_label_above_gives_its_own_word_away() -> None:
    inner = (point("트랜잭션의 `Commit` 명령이 도착한 상태이다."),)
    said = listed(Labelled(rich("Partially Committed"), rich(""), inner))
    assert cards(said, title="상태", kind="cloze") == []


# lists


def test_reasons_are_one_answer() -> None:
    assert fronts(listed("검색엔진 최적화", "초기로딩 성능개선"), title="SSR의 장점") == ["SSR의 장점은? 2가지"]
    four = listed("구현이 쉽다", "안정 정렬이다", "메모리가 적다", "직관적이다")
    assert fronts(four, title="정렬의 장점") == ["정렬의 장점은? 4가지"]


def test_an_item_that_another_names_is_not_missing() -> None:
    found = cards(listed("String", "set", "sorted set", "Hash"), title="Redis의 종류", kind="list_item")
    assert len(found) == 3
    assert fronts(listed("DBMS의 구조", "UNDO", "REDO", style="ordered"), title="DBMS의 종류") == []


def test_a_step_that_those_before_it_say_is_not_asked_for() -> None:
    steps = listed("원격 저장소를 등록", "상태를 본다", "등록된 원격 저장소", style="ordered", role="steps")
    assert [card.cue for card in cards(steps, kind="step")] == ["첫 단계는?", "다음 단계는?"]


# pairs, consequences, questions, tables, pictures, commands


def test_from_a_thing_nothing_follows() -> None:
    assert cards(point("최소 공통 조상을 찾는 알고리즘", "두 정점이 만난다"), kind="consequence") == []
    assert len(cards(point("한 작업만 들어간다", "상호 배제가 된다"), kind="consequence")) == 1


def test_an_arrow_within_a_phrase_joins_no_two_things() -> None:
    assert fronts(Pair(rich("모든 경유지"), rich("모든 정점으로 가는 거리"))) != []
    assert fronts(Pair(rich("경유지마다 모든 정점"), rich("모든 정점 사이의 거리"))) == []
    assert fronts(Pair(rich("0x068"), rich("(16 * 6) + 8 = 104"))) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("블록을 써 본 경험이 있는가?", "예, 있습니다"),
        ("둘의 차이는?", "연결하는 과정이 다르다"),
        ("해밍 코드가 0011011일 때 고친 코드는?", "다섯째 비트가 틀렸다"),
        ("MVC란?", "그림이 좋아서 포스팅으로 대체한다."),
        ("왜 쓰나요?", "설정할 것이 한두 개가 아니다ㅠ"),
        ("DRAM과 SRAM이란?", "- Dynamic RAM은 DRAM"),
    ],
)
def test_a_question_without_one_answer_is_not_asked(asked: str, said: str) -> None:
    assert of_note(f"# 면담\n\n## 도커\n\n### {asked}\n\n{said}\n") == []
    assert len(of_note("# 면담\n\n## 도커\n\n### 도커를 왜 쓰나요?\n\n환경을 그대로 옮길 수 있다.\n")) == 1


def test_a_row_in_which_nothing_stands_is_none() -> None:
    head = (rich("구분"), rich("오버로딩"), rich("오버라이딩"))
    rows = tuple((rich(name), rich("다름"), rich("동일")) for name in ("이름", "인자", "반환"))
    assert len(cards(Table(head, (*rows, (rich(""), rich(""), rich("")))), kind="cell")) == 6


def test_what_a_letter_stands_for_is_no_equation() -> None:
    assert fronts(Pair(rich("M"), rich("해시 테이블의 크기"), "=")) == []
    assert len(fronts(Pair(rich("F"), rich("m * a"), "="))) == 1


def test_a_call_or_a_list_in_a_cell_is_not_asked_for() -> None:
    head = (rich("일"), rich("호출"))
    rows = (
        (rich("가입"), rich("POST /persons")),
        (rich("용도"), rich("1. 보안 2. 로깅 3. 압축")),
        (rich("탈퇴"), rich("없앤다")),
    )
    assert fronts(Table(head, rows), title="REST") == ["REST — 탈퇴의 호출은?"]


def test_the_picture_of_an_example_shows_no_thing() -> None:
    figure = Figure("a.png", rich("정적 메소드 참조 예시"), place=Place("a.md", 3))
    assert cards(figure, pictures=("a.png",)) == []


def test_the_folder_of_one_project_is_not_learnt() -> None:
    run = (Command("mkdir awesome"), Command("cd awesome"), Command("git init"))
    assert cards(point("저장소를 만든다:", line=4), *run, kind="command") == []


def test_of_weak_cards_the_better_kinds_are_taken() -> None:
    note = "# Design a feed\n\n## Use case: User posts a line\n\nIt is kept.\n\n## Reading\n\nThe feed is read using the `Memory Cache` of all.\n\n"
    found = of_note(
        f"{note}- **Fanout**: sends it on\n- **Hot store**: keeps what is hot\n- **Queue**: holds what waits\n"
    )
    assert {card.kind for card in found} == {"label"}
