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


def test_a_line_that_says_how_many_kinds_follow_is_no_kind() -> None:
    text = "# 잠금\n\n## 잠금의 유형\n\n- 잠금은 자원을 지킨다.\n- 잠금에는 두 가지 유형이 있다.\n"
    assert fronts(text) == []


# what a comparison comes to


def test_where_two_things_are_compared_the_better_one_is_asked_for() -> None:
    text = "# 반복문\n\n**while vs for**\n\n둘 다 되풀이한다. 횟수를 알 때는 for가 더 읽기 쉽다.\n\n**break vs continue**\n\n차이가 하나 더 있다.\n"
    (card,) = cards(text)
    assert (card.kind, card.prompt.plain, card.topic.plain) == ("conclusion", "결론?", "반복문 › while vs for")
    text = "# Sorting\n\n## Quick vs merge\n\nIn memory, quicksort is faster than mergesort.\n"
    assert [card.kind for card in cards(text)] == ["question"], "whose answer says it"


# how things are written


def test_a_notation_is_asked_for_where_the_sentence_is_there_to_give_it() -> None:
    (card,) = cards("# Norm\n\nThe norm of a vector is denoted as `N(v)`.\n")
    assert [card.kind, [part.text.plain for part in card.shown[0].parts if part.number]] == ["cloze", ["N(v)"]]


# what is no fact


def test_the_parameters_of_ones_own_function_are_a_legend() -> None:
    text = "# 탐색\n\nsearch(int[] data, int depth)\n\n- depth : 지금 내려온 깊이를 뜻한다.\n- data : 탐색할 값이 들어 있다.\n"
    assert fronts(text) == []


def test_variables_of_a_script_are_no_command_to_recall() -> None:
    text = "# 배포\n\n## 과정\n\n스크립트에서 쓸 이름을 정한다.\n\n```sh\nROOT=/srv/app\nNAME=shop\n```\n"
    assert fronts(text) == []


def test_a_variable_before_a_command_is_part_of_it() -> None:
    text = "# 배포\n\n## 과정\n\n시험 설정으로 서버를 켠다.\n\n```sh\nAPP_ENV=test shopd --port 80\n```\n"
    assert len(fronts(text)) == 1


def test_nothing_below_a_label_of_who_helped_or_where_to_read_on_is_asked_for() -> None:
    text = "# 정렬\n\n## 병합\n\n**Contributors**\n\n형식 : 날짜와 제목을 쓴다\n\n"
    assert fronts(text) == []


def test_a_branch_is_no_next_step() -> None:
    text = "# 캐시\n\n## 동작 과정\n\n1. 주소를 받는다.\n2. 사본을 찾는다.\n3. 사본이 있는 경우\n   - 그대로 돌려준다.\n4. 사본을 지운다.\n"
    assert [card.shown[0].items[-1].text.plain for card in cards(text) if card.kind in ("step", "list_item")].count(
        "사본이 있는 경우"
    ) == 0


def test_terms_are_terms_of_something() -> None:
    text = "# OAuth\n\n## 사용 용어\n\n- 소비자 : 허락을 받아 자료를 가져가는 웹사이트\n- 사전적 의미 : 맡기다\n"
    assert fronts(text) == ["OAuth › 사용 용어 — 소비자?"]


def test_what_an_example_comes_to_is_no_fact() -> None:
    shown = "`steps = 3`\n\nResult set: three moves\n\n"
    assert fronts(f"# Game\n\nExample 1:\n\n{shown}") == []
    assert fronts(f"# Game\n\nSomething else:\n\n{shown}") != []
