"""What lists, labels and blanks are called: names that say what is asked for, and statements that name nothing."""

from __future__ import annotations

import pytest

from .test_cards_from_notes import cards, fronts

TWO = "- 하나가 더 빠르다\n- 다른 것이 더 싸다\n"


@pytest.mark.parametrize(
    ("above", "asked"),
    [
        ("## 트리거의 장단점\n\n- 장점\n", "트리거의 장점은? 2가지"),
        ("## 동적 로딩의 장점과 단점\n\n- 장점\n", "동적 로딩의 장점은? 2가지"),
        ("## 인터페이스란?\n\n### 장점\n\n", "인터페이스의 장점은? 2가지"),
        ("## Paging: Advantages & Disadvantages\n\n- Advantages\n", "Paging의 Advantages는? 2가지"),
        ("## 리플렉션\n\n### 단점)\n\n", "리플렉션의 단점은? 2가지"),
        ("## 질의응답\n\n- DFS 장점\n", "질의응답 › DFS 장점은? 2가지"),
    ],
)
def test_a_list_is_of_the_thing_that_its_title_is_about(above: str, asked: str) -> None:
    nested = "".join(f"  {line}\n" for line in TWO.splitlines()) if above.endswith("점\n") or "- " in above else TWO
    assert asked in fronts(f"# 배움\n\n{above}{nested}\n## 끝\n\n글이 있다.\n")[0]


def test_a_count_in_a_heading_is_not_said_again() -> None:
    text = "# Redis\n\n## value 3가지\n\n1. String\n2. Set\n3. Hash\n"
    assert {line.count("3가지") for line in fronts(text)} == {1}


@pytest.mark.parametrize(
    "text",
    [
        "## 각 주소는 일정 시간 이후에 삭제\n\n1. 표는 시간이 지나면 삭제\n2. 공간을 효율적으로 사용\n3. 다시 카운트\n",
        "## 처리 시간이 가장 짧은 작업부터 순서대로 코어를 할당하는 스케줄링 방식\n\n- 비선점형이다\n- 평균 대기가 짧다\n",
        "## 교착 상태의 발생 조건\n\n- 네 조건이 동시에 성립할 때 발생한다\n- 한 조건이라도 빠지면 풀린다\n",
    ],
)
def test_a_title_that_tells_something_counts_nothing(text: str) -> None:
    assert [card for card in cards(f"# OS\n\n{text}") if card.kind == "list_item"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "해싱은 데이터를 관리하는 기법이며 **많은 데이터를 찾는 데 유용하다**.",
        "You'll notice that it accepts three of them: `leftDiagonal`, the columns and others.",
        "Bisect `AB` with the line `OPC`, so that `AC` becomes one side, and let its length be `m`.",
        "All of the numbers (including `target`) will be positive integers in this.",
        "**Repeat** until the width of the image is reduced to the desired value.",
        "SPDY는 언제나 TLS 위에서 동작하고 **(즉, HTTPS 필수)** 그것만 쓴다.",
        "이 코드는 **멀티코어 환경에서 동작할 때,** 다른 코어가 멈추게 된다.",
        "압축하는 방법은 **비용이 발생하여 성능이 떨어지는** 문제점이 있다.",
        "이 값이 console에 찍히는데 찍히는 값은 `Warning`이 아니라 다른 값이다.",
        "어떤 경우에 `multi column index` 생성을 고려해야 할까",
        "我们也可以考虑将一些数据移至 **NoSQL 数据库**。",
        "不会存在如 `foo/bar` 之类的子分类，其余的都一样。",
        "화살표 함수는 **function과 this 바인드에서 차이점**이 존재한다고 한다.",
        "Describe how the `load balancer` would spread the work over several of them.",
    ],
)
def test_what_could_be_said_otherwise_is_no_blank(sentence: str) -> None:
    assert [card for card in cards(f"# T\n\n## Some section\n\n{sentence}\n") if card.kind == "cloze"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The kernel answers with `ACK` and goes on with the next of them.",
        "초기화하지 않고 쓰면 **NPE** 예외가 나므로 반드시 먼저 값을 준다.",
        "Press `Ctrl+b` and then the letter to leave the session as it is.",
    ],
)
def test_a_term_that_only_one_word_fits_is_one(sentence: str) -> None:
    assert [card.kind for card in cards(f"# T\n\n## Some section\n\n{sentence}\n")] == ["cloze"]


@pytest.mark.parametrize(
    "text",
    [
        "1. 서버: 세그먼트를 보내고 기다린다\n2. 클라이언트: 답을 받고 상태를 바꾼다\n",
        "- 가상회선 교환방식을 사용 : 패킷의 순서를 보장한다\n",
        "- 직접 문제를 풀도록 노력하자 : 포기하지 말고 답을 찾는다\n",
        "- 역방향 프록시 : ex) 사용자가 사이트에 요청하면 프록시가 이 요청을 받는다\n",
        "- 注释：为了避免重复，这篇文章的链接直接关联到相关章节\n",
        "- (15분뒤) 나 : 제꺼 나왔나요?\n",
        "- 주황색 원 : 일에 대한 부하를 뜻하고 있다\n",
        "### 예시 (예)\n\n- 개체 이름 확인 : 표가 있으면 1을 주고 없으면 0을 준다\n",
        "- #5 속성 : 모든 경로들의 검은 노드 수는 같다\n",
        "- Algunas definições : o número de nós pretos da raiz até um nó\n",
    ],
)
def test_who_takes_turns_and_what_is_stated_is_no_label(text: str) -> None:
    assert [card for card in cards(f"# T\n\n## Section\n\n{text}") if card.kind == "label"] == []


def test_one_who_acts_may_be_a_part_of_something() -> None:
    text = "# T\n\n## 구성 요소\n\n1. 클라이언트: 정보를 요청하는 클래스이다\n2. 모델: 데이터를 다룬다\n"
    assert len([card for card in cards(text) if card.kind == "label"]) == 2


def test_an_answer_begins_where_the_author_stops_speaking_to_the_reader() -> None:
    text = "# T\n\n## 렌더링이란?\n\n- 동작 과정을 자세히 알아보자\n- 받은 내용을 화면에 그려 준다\n- html과 이미지를 그릴 수 있다\n"
    assert "알아보자" not in str(cards(text)[0].answer)


def test_an_answer_that_only_announces_is_none() -> None:
    assert cards("# T\n\n## S\n\n**대각선에 있는 노드란?**\n\n대각선에 있는 노드는 다음과 같다.\n") == []


def test_the_data_of_an_example_is_no_equation() -> None:
    assert cards("# T\n\n## 주소 변환\n\n- Page Table = 5,3,2,8,1,4\n") == []


def test_a_name_that_says_nothing_needs_one_above_it() -> None:
    traits = "## 단점\n\n- 보안에 취약함\n- 용량 제한이 있음\n"
    assert cards(traits, "notes/network_cookie.md") == []
    assert len(cards(f"# 쿠키\n\n{traits}")) == 1


def test_what_a_line_prints_says_nothing_of_the_line() -> None:
    code = '```kotlin\nval list = listOf("lee", "jung")\n{}\nval more = list + "park"\n```\n'
    printed, told = "println(list) // lee와 jung이 나온다", "val first = list.first() // 첫째 값을 꺼낸다"
    assert cards(f"# T\n\n## 목록\n\n{code.format(printed)}") == []
    assert [card.kind for card in cards(f"# T\n\n## 목록\n\n{code.format(told)}")] == ["hole"]


def test_how_a_project_is_installed_is_looked_up_in_its_readme() -> None:
    text = "# Tool\n\n## Installation\n\nThe folder `.tool/plugins` holds all of them from the start.\n"
    assert cards(text, "README.md") == []
    assert [card.kind for card in cards(text, "notes/tool.md")] == ["cloze"]
