"""What is worth a card: each rule with what it takes off, and with what stands beside that and stays."""

from __future__ import annotations

import pytest

from deckbuild.model import (
    Code,
    Command,
    Definition,
    Figure,
    Labelled,
    List,
    Pair,
    Place,
    Point,
    RichText,
    Run,
    Style,
    Table,
)
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.model import Card
from deckbuild.plan.cards.text import front, written
from deckbuild.plan.cards.text import render_text as render
from deckbuild.readers.notes import read_note

from .test_cards_rules import cards, fronts, listed, point, rich


def of_note(text: str, name: str = "notes/a.md") -> list[Card]:
    return list(plan_cards(read_note(text, name).deck).cards)


# what a note is about


def test_a_note_that_designs_one_system_holds_for_that_alone() -> None:
    section = (
        "The **Write API** puts it into the store of all posts.\n\n- **Fanout**: sends it on to those who follow\n"
    )
    assert of_note(f"# Design a feed\n\n## Use case: User posts a line\n\n{section}") == []
    assert len(
        of_note(
            f"# Feeds\n\n## Use case: User posts a line\n\n{section}\n## Reading\n\n- **Cache**: keeps what is hot\n"
        )
    )
    assert len(of_note(f"# Feeds\n\n## Writing\n\n{section}")) == 2


def test_a_call_in_an_example_has_an_address_that_was_made_up() -> None:
    call = Command("curl -X POST --data '{}' \\\n  https://a.b/api", comment=rich("글을 올린다"))
    assert cards(List((call,), role="examples"), kind="command") == []
    assert len(cards(call, kind="command")) == 1


def test_a_row_of_commands_with_words_of_its_author_is_of_one_afternoon() -> None:
    run = (Command("git add ."), Command("git commit -m 'Add the lock'"), Command("git push"))
    assert cards(*run, kind="command") == []
    assert len(cards(point("올린다:", line=4), *run, kind="command")) == 1
    assert len(cards(Command("git add ."), Command("git push"), kind="command")) == 1
    assert cards(Command("npm install yarn -g", comment=rich("모두에게 둔다")), title="개발 환경 설정하기") == []


def test_a_number_that_was_made_up_is_not_typed() -> None:
    typed = {
        code: cards(Command(code, comment=rich("한다")), kind="command")[0].typed
        for code in ("kill -9 1234", "ls -al", "chmod 0755 a")
    }
    assert typed == {"kill -9 1234": "", "ls -al": "ls -al", "chmod 0755 a": "chmod 0755 a"}


PROGRAM = "# Tool\n\n## Installation\n\nAll users put it up with `setup.py` at first.\n\n## Commands\n\n- `run`: starts all of it\n"


def test_the_readme_of_a_program_is_no_note_to_learn() -> None:
    assert of_note(f"{PROGRAM}\n## License\n\nMIT\n", "README.md") == []
    assert len(of_note(PROGRAM, "README.md")) == 1
    assert len(of_note(f"{PROGRAM}\n## License\n\nMIT\n", "tool.md")) == 2


@pytest.mark.parametrize(
    "title", ["How to use this repository", "이 저장소의 사용법", "So verwendest du dieses Repository", "如何貢獻"]
)
def test_how_the_repository_is_used_is_no_matter_of_the_note(title: str) -> None:
    label = Labelled(rich("playground"), rich("tries things out"))
    assert cards(label, title=title) == []
    assert len(cards(label, title="GitHub 저장소 미러링")) == 1


@pytest.mark.parametrize("title", ["프로젝트 생성", "개발 환경 설정하기", "プロジェクト作成"])
def test_how_a_project_was_put_up_is_of_that_day(title: str) -> None:
    said = point("설정 파일은 `yarn.lock` 옆에 두고 함께 올려 둔다.")
    assert cards(said, title=title, kind="cloze") == []
    assert len(cards(said, title="패키지 관리", kind="cloze")) == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [("2019 SOSCON", "notes/a.md"), ("이주의 IT 이슈 (19.08.07)", "notes/a.md"), ("Guide", "templates/a.md")],
)
def test_an_event_a_day_in_the_news_or_a_form_is_no_note_to_learn(title: str, name: str) -> None:
    body = (
        "- **Yocto**: builds images for small boards\n\n| part | duty |\n|-|-|\n| core | rules |\n| shell | calls |\n"
    )
    assert of_note(f"# {title}\n\n{body}", name) == []
    assert len(of_note(f"# Yocto 2019\n\n{body}")) == 3
    assert len(of_note(f"# {title}\n\nQ: Which core rules it?\n\nA: The first one\n", name)) == 1


def test_how_a_list_of_a_set_up_project_goes_is_of_that_day() -> None:
    assert fronts(DONE, title="Visual Studio 설정하기") == []


def test_a_question_explains_nothing() -> None:
    assert cards(Definition(rich("애자일이란 무엇인가."))) == []


# sentences


@pytest.mark.parametrize(
    "text",
    [
        "위의 설명에서 가상 주소는 `오프셋`으로 나뉜다고 하였다.",
        "나머지 `예외`의 경우 처리 코드를 반드시 써야 한다.",
        "which gets us back to the word `cipher` as a whole.",
        "Below are the permutations of the string `cipher` in full.",
        "언어에는 `Kotlin`이나 `Swift`가 있고 여기서 소개한다.",
        "(커널은 `시스템 콜`로 사용자 프로그램의 요청을 받는다.)",
        "명령어가 길어 귀찮다ㅠㅠ `스크립트`에 적어 두면 편하다",
        "예로 들자면, 독자가 책을 `도서관`에서 빌려 간다.",
        "[학생] 릴레이션에서는 `학번`이 기본키가 된다.",
        "This implementation is backed by the `linked list` of it.",
        "Otherwise, that place is called a `dead end` of the maze.",
        "Initialize the `accumulator` with the first of all values.",
        "첫째는 코드를 나누는 `모듈화`라고 할 수 있다.",
        "(이를 `폴링(Polling)`이라고 모두 부르고 있다.)",
        "★★★이 정렬은 차례로 `비교`하므로 목록에 좋다.★★★",
        "현재 회사는 시장보다 `자율주행`에 투자하고 있다.",
    ],
)
def test_a_sentence_that_leans_on_others_has_no_blank(text: str) -> None:
    assert cards(point(text), kind="cloze") == []


@pytest.mark.parametrize(
    "text",
    [
        "현재 노드의 값은 늘 `부모`의 값보다 작거나 같다.",
        "The pulmonary `artery` carries blood without oxygen!!",
        "Use `docker ps` to list all running containers of a host.",
    ],
)
def test_a_sentence_that_says_all_itself_keeps_its_blank(text: str) -> None:
    assert len(cards(point(text), kind="cloze")) == 1


def test_what_links_a_sentence_to_the_one_before_is_left_out() -> None:
    found = cards(
        point("때문에 `부하율`이 높아지면 버킷을 늘린다."),
        point("또는 `선입선출`의 순서로 원소를 꺼낸다."),
        kind="cloze",
    )
    assert [render_line(card) for card in found] == [
        "도커: {{c1::`부하율`}}이 높아지면 버킷을 늘린다.",
        "도커: {{c1::`선입선출`}}의 순서로 원소를 꺼낸다.",
    ]


def render_line(card: Card) -> str:
    (sentence,) = card.shown
    return f"{written(card.topic)}: " + "".join(
        f"{{{{c{part.number}::{written(part.text)}}}}}" if part.number else part.text.plain
        for part in sentence.parts  # type: ignore[union-attr]
    )


def test_an_item_ends_before_the_word_that_leads_to_the_next() -> None:
    (card,) = cards(point("**push**, which adds an element to the top, and"), kind="cloze", language="en")
    assert render_line(card) == "도커: {{c1::push}}, which adds an element to the top"


def test_an_emphasis_that_runs_into_the_particle_is_cut_back() -> None:
    (card,) = cards(point("모든 서블릿은 인자로 `response를` 받아서 돌려준다."), kind="cloze")
    assert "{{c1::`response`}}" in render_line(card)


# blanks


@pytest.mark.parametrize(
    "blank",
    [
        "`C(xxx.xxx.xx.3)`",
        "`PLAYBOOK.md`",
        "`#cards/physics`",
        "`/hello`",
        "`deploy.sh`",
        "`answer = 0`",
        "`return false`",
        "`naver.com`",
        "`1px`",
        "`문제점 2`",
        "`team_id, back_number`",
        "`1000 x 500 px`",
        "`powerNumber - 1`",
        "**시스템 레벨에서**",
        "**칼럼의 순서에 따라**",
        "**TCP는 연결 지향형 프로토콜**",
        "**충돌이 자주 발생하는 환경**",
        '**"무엇을"**',
        "**여러 가지**",
        "**정렬된**",
    ],
)
def test_what_is_right_in_one_case_or_is_no_name_is_no_blank(blank: str) -> None:
    assert cards(point(f"컴퓨터의 기억 장치는 {blank} 다룬다고 적어 두었다."), kind="cloze") == []


@pytest.mark.parametrize(
    "blank",
    [
        "`O(log n)`",
        "`/etc`",
        "`package.json`",
        "`.idx`",
        "**8개**",
        "**순서 없이**",
        "**멀티 쓰레드 환경**",
        "**'스크럼'**",
    ],
)
def test_what_can_be_known_is_one(blank: str) -> None:
    assert len(cards(point(f"컴퓨터의 기억 장치는 {blank} 다룬다고 적어 두었다."), kind="cloze")) == 1


def test_a_phrase_that_the_note_says_again_is_a_term() -> None:
    said = "컴퓨터의 기억 장치는 **독립적인 저장공간** 다룬다고 적어 두었다."
    assert cards(point(said), kind="cloze") == []
    assert len(cards(point(said), point("작업은 **독립적인 저장공간** 안에서만 값을 바꿀 수 있다."), kind="cloze")) == 2


@pytest.mark.parametrize(
    ("title", "blank"),
    [
        ("Doubly Linked List", "doubly connected list"),
        ("Locking", "Locking 기법"),
        ("Field member", "필드(field)"),
        ("优先队列", "优先级队列"),
    ],
)
def test_another_form_of_the_title_is_no_blank(title: str, blank: str) -> None:
    assert cards(point(f"In diesem Text 여기에는 **{blank}** 설명이 길게 적혀 있다."), title=title, kind="cloze") == []


def test_a_kind_of_what_the_title_names_is_one() -> None:
    said = point("조인에는 `Explicit Inner Join` 하나가 더 있다고 적혀 있다.")
    assert len(cards(said, title="Inner Join", kind="cloze")) == 1


def test_one_of_a_row_of_examples_is_no_blank() -> None:
    assert (
        cards(point("컨테이너 객체(e.g. `tuple`, `list`, `dict`)에 의해서만 순환 참조가 생긴다."), kind="cloze") == []
    )


# statements of two halves


@pytest.mark.parametrize(
    "pair",
    [
        Pair(rich("depth 4"), rich("결과를 출력한다"), "->"),
        Pair(rich("[ 7, 2, 3 ]"), rich("부분 수열은 2, 3"), "->"),
        Pair(rich("설정"), rich("다음과 같은 화면이 나온다"), "->"),
        Pair(rich("위의 예시에 wc"), rich("기다림을 더한 것"), "="),
        Pair(rich("hit ratio"), rich("80%"), "="),
        Pair(rich("17bit + 1bit"), rich("18bit"), "="),
        Pair(rich("key"), rich("1 * 26 + 3 * 26"), "="),
        Pair(rich("________ : 미래"), rich("기업의 성공"), "->"),
    ],
)
def test_one_run_of_a_program_is_no_pair(pair: Pair) -> None:
    assert cards(pair) == []


@pytest.mark.parametrize(
    "pair",
    [
        Pair(rich("현재 노드의 왼쪽 자식"), rich("i * 2 + 1"), "="),
        Pair(rich("(n-1)+(n-2)+ ... +2+1"), rich("n(n-1)/2"), "->"),
        Pair(rich("5xx"), rich("서버 오류"), "->"),
    ],
)
def test_what_holds_in_general_is_one(pair: Pair) -> None:
    assert len(cards(pair)) == 1


def test_a_statement_of_two_words_takes_no_particle() -> None:
    found = fronts(Pair(rich("점성이 높다"), rich("설계의 결함을 고치기 어려워 겉돌게 하는 것이다"), "->"))
    assert found == ["도커 — 점성이 높다 → ?"]


def test_what_sets_two_side_by_side_is_asked_by_the_name_of_each() -> None:
    sides = "# HTTP\n\n## GET vs POST\n\n- GET: reads a value of theirs\n- POST: sends one that is new\n"
    assert [card.kind for card in of_note(sides)] == ["label", "label"]
    assert [card.kind for card in of_note(f"{sides}- both go over one connection\n")] == ["question", "label", "label"]


def test_what_follows_a_question_is_its_answer() -> None:
    assert fronts(point("정보는 어디에 저장될까?", "프로세스 제어 블록")) == ["도커 — 정보는 어디에 저장될까?"]


@pytest.mark.parametrize(
    "premise", ["Unexpected: Counter = 11", "이 방식은 비밀만 지킨다", "그 문제에 대해 설명해주세요."]
)
def test_nothing_follows_from_one_case_or_an_order(premise: str) -> None:
    assert cards(point(premise, "그러므로 다른 길을 찾는다"), kind="consequence") == []
    assert len(cards(point("비밀 열쇠는 비밀만 지킨다", "그러므로 다른 길을 찾는다"), kind="consequence")) == 1


# labels, lists, tables, code, pictures


def test_an_answer_that_begins_with_the_line_before_is_none() -> None:
    assert (
        cards(
            Labelled(
                rich("char, short 형"), rich("이와 같은 자료형으로 나타내면 메모리를 아낄 수 있으나 연산은 느려진다.")
            )
        )
        == []
    )


@pytest.mark.parametrize("label", ["그림 1", "결론 2", "기타", "사장님", "화장실을 쓰는 사람", "例如，某公司"])
def test_a_legend_or_somebody_in_a_story_is_no_label(label: str) -> None:
    assert cards(Labelled(rich(label), rich("값을 내려받아 옮긴다"))) == []


def test_advice_on_what_to_do_is_no_answer_and_what_it_costs_is() -> None:
    advice = "각 과정마다 필요한 것을 간단히 적어 두면 옮길 때 실수를 줄일 수 있고 놓치기 쉬운 것을 미리 볼 수 있다"
    assert cards(Labelled(rich("수도 코드 작성하기"), rich(advice))) == []
    assert len(cards(Labelled(rich("중간에 삽입하기"), rich("O(n)")))) == 1


WAYS = listed("순차 접근", "직접 접근", "색인 접근", style="ordered")
DONE = listed(
    "출발 노드에서 모든 노드까지의 거리를 적는다",
    "거리가 가장 짧은 노드를 하나 고른다",
    "이웃한 노드까지의 거리를 고쳐 적는다",
    style="ordered",
)


@pytest.mark.parametrize("title", ["접근 방법", "알고리즘", "충돌 해결 구현"])
def test_names_of_ways_are_no_steps_and_what_is_done_is(title: str) -> None:
    assert not any("1/3" in each for each in fronts(WAYS, title=title))
    assert fronts(DONE, title=title)[0].endswith("1/3 — 첫째는?")


@pytest.mark.parametrize(
    ("title", "names"), [("흐름 제어", "가나다"), ("두 가지 방법", "가나"), ("IPC 종류", "가나다라마바")]
)
def test_things_beside_each_other_have_no_places(title: str, names: str) -> None:
    assert not any("/" in each for each in fronts(listed(*names, style="ordered"), title=title))


def test_items_that_the_section_is_named_after_are_no_steps() -> None:
    kinds = listed(
        "계수 알고리즘 count()", "탐색 알고리즘 search()", "복사 알고리즘 copy()", style="ordered", role="steps"
    )
    assert cards(kinds, title="STL 알고리즘", kind="step") == []
    phases = listed("전처리 과정", "컴파일 과정", "어셈블 과정", "링킹 과정을 마침", style="ordered", role="steps")
    assert len(cards(phases, title="빌드 과정", kind="step")) == 4


def test_the_contents_of_a_note_are_no_list() -> None:
    assert fronts(listed("트리의 개념", "트리의 구성 요소", "트리의 종류", style="ordered"), title="트리") == []


def test_what_happens_one_after_the_other_is_no_set() -> None:
    told = listed("실행 도중에 부재가 발생", "그 위치를 디스크에서 찾음", "빈 프레임이 있는지 확인", style="ordered")
    assert fronts(told, title="페이지 교체") == []


def test_columns_that_are_compared_own_what_the_rows_say() -> None:
    rows = (("용도", "보안", "기록"), ("관리", "서블릿", "스프링"), ("시점", "먼저", "나중"))
    table = Table(tuple(map(rich, ("대상", "필터", "인터셉터"))), tuple(tuple(map(rich, row)) for row in rows))
    assert "도커 — 필터의 용도는?" in fronts(table)


def test_a_licence_is_looked_up() -> None:
    table = Table((rich("tool"), rich("licence")), ((rich("git"), rich("GPL")), (rich("make"), rich("MIT"))))
    assert cards(table) == []


def test_numbers_alone_are_the_picture_of_a_run() -> None:
    rows = tuple(tuple(map(RichText.of, row)) for row in (("11", "12"), ("21", "22")))
    assert cards(Table((rich("1"), rich("2")), rows)) == []
    assert cards(Table((rich("n"), rich("2n")), rows)) != []


@pytest.mark.parametrize(
    "text",
    [
        "int data = ...;  // 삽입할 데이터를 둔다\nrun(data);",
        "class A {  // 제네릭 클래스를 쓴 경우\nrun();",
        "int iv;  // 인스턴스 변수를 하나 둔다\nrun();",
        "b = (int) a;  // 바꿀 수 없어 에러 발생\nrun();",
        "swap(a, b);  // num3은 왼쪽 값이라고 한다\nrun();",
        "run(a);  // 값은 3 다음에 4 가 된다\nstop();",
    ],
)
def test_what_only_begins_a_listing_is_no_hole(text: str) -> None:
    assert cards(Code(text, "java", "code"), kind="hole") == []


@pytest.mark.parametrize(
    "text", ["tail.next = node;  // 새 노드를 끝에 잇는다\nrun();", "if (x) {  // 비어 있지 않은 동안\nrun();"]
)
def test_what_does_something_is_one(text: str) -> None:
    assert len(cards(Code(text, "java", "code"), kind="hole")) == 1


def test_the_output_of_a_program_is_no_caption() -> None:
    shown = (
        Figure("a.png", rich("실행 결과"), place=Place("a.md", 3)),
        Figure("b.png", rich("페이지 표"), place=Place("a.md", 5)),
    )
    assert [card.key.text for card in cards(*shown, pictures=("a.png", "b.png"), kind="figure")] == ["b.png"]


# the text of cards


def test_a_power_is_read_as_one() -> None:
    power = RichText((Run("O(V"), Run("2", frozenset({Style.SUP})), Run(") or x"), Run("n", frozenset({Style.SUP}))))
    assert written(power) == "O(V²) or x^n"
    plan = plan_cards(read_note("# T\n\n- **time**: n<sup>2</sup> and 10<sup>-3</sup>\n", "a.md").deck)
    assert "n² and 10⁻³" in render(plan)


def test_a_question_in_code_is_left_as_it_is() -> None:
    assert front(cards(Point(rich("`어디에 저장될까?`"), (rich("블록 안에"),), place=Place("a.md", 1)))[0]).endswith(
        "`어디에 저장될까?`"
    )
