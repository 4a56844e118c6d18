"""What gives no card: sentences that say nothing by themselves, credits and badges, names that only draw attention."""

from __future__ import annotations

import pytest

from deckbuild.model import Definition, Figure, Labelled, Place, Question, Table

from .test_cards_rules import cards, fronts, listed, point, rich


@pytest.mark.parametrize(
    "text",
    [
        "이번에는 `String.valueOf()`로 가져온 객체를 한번 살펴보자.",
        "위의 예시를 통해 `Page table`이 작아졌다는 점을 확인할 수 있다.",
        "다음 그림과 같이 `큐`에 넣는다.",
        "加上一个 `负载均衡器` 是否能够解决这里的问题？",
        "You can find the `example` of this in the article of the author.",
        "See the `memory` section of the manual for all of that.",
        "Find the first position of the list that is `true` in it.",
        "**Q1** 이라는 질문에 답하는 문장이 여기에 있다",
        "**사용자**가 요청을 보내면 브라우저가 서버를 찾는다.",
        "The value is put into `foo` before the loop begins.",
        "면접에서 물으니 `가상 메모리`를 알면 좋다.",
    ],
)
def test_a_sentence_that_only_points_at_something_has_no_blank(text: str) -> None:
    assert cards(point(text), kind="cloze") == []


def test_a_sentence_that_says_something_has_one() -> None:
    assert len(cards(point("커널은 `시스템 콜`로 사용자 프로그램의 요청을 받는다."), kind="cloze")) == 1


@pytest.mark.parametrize(
    "caption", ["출처: 어느 블로그", "source: a book", "https://a.b/c.png", "build status", "Jpa, Hibernate1"]
)
def test_a_caption_that_says_where_a_picture_is_from_is_no_answer(caption: str) -> None:
    figure = Figure("vm.png", rich(caption), place=Place("a.md", 3))
    assert cards(figure, pictures=("vm.png",)) == []


def test_what_happens_has_no_traits() -> None:
    six = listed("가볍다", "튼튼하다", "크다", "싸다", "곱다", "오래 간다", style="ordered")
    assert fronts(six, title="가방")[0].startswith("가방의 특징 1/6")
    assert fronts(six, title="짐을 싸는 과정")[0].startswith("짐을 싸는 과정 1/6")


def test_of_things_in_an_order_none_is_missing() -> None:
    assert fronts(listed("연다", "넣는다", "닫는다"), title="싸는 순서") == []
    assert len(fronts(listed("무게", "속도", "크기"), title="가방의 종류")) == 3


def test_a_list_is_asked_for_with_the_line_above_it() -> None:
    three = listed("가볍다", "빠르다", "작다", style="ordered")
    short, long = (
        point("고를 때 보는 것:", line=8),
        point(
            "가방을 고를 때 사람들이 보는 것은 저마다 다르지만 흔히 말하는 것을 여기에 모두 적어 두면 이렇게 된다.",
            line=8,
        ),
    )
    assert all(front.startswith("가방 › 고를 때 보는 것 3") for front in fronts(short, three, title="가방")[-3:])
    assert cards(long, three, title="가방", kind="list_item") == []
    assert cards(three, title="가방의 면접 질문", kind="list_item") == []


@pytest.mark.parametrize("label", ["x", "p1", "a = f(b)"])
def test_what_a_line_of_code_calls_a_thing_is_not_asked_for(label: str) -> None:
    assert cards(Labelled(rich(label), body=(point("가장 앞에 있는 원소의 자리"),)), kind="label") == []


def test_a_definition_is_not_turned_round_where_it_says_either_name() -> None:
    (card,) = cards(Definition(rich("문서 파싱은 브라우저가 문서를 구조로 바꾸는 것")), title="파싱(parsing)")
    assert card.reverse is None


def test_a_page_about_a_project_gives_no_cards() -> None:
    from msgspec.structs import replace

    from deckbuild.plan.cards import plan_cards

    from .test_cards_rules import deck

    made = deck(Definition(rich("컨테이너를 다루는 데 쓰는 플랫폼")))
    for note in ("notes/changes.md", "security-groups.md", "security.md", "claude-shannon.md"):
        assert plan_cards(replace(made, source=note)).cards
    for name in (
        "CONTRIBUTING.md",
        "notes/changelog.md",
        "CODE_OF_CONDUCT.md",
        "TRANSLATIONS.md",
        "Contributing.ko.md",
    ):
        plan = plan_cards(replace(made, source=name))
        assert plan.cards == ()
        own = deck(Question(rich("누가 정보 이론을 세웠는가?"), rich("클로드 섀넌")))
        assert len(plan_cards(replace(own, source=name)).cards) == 1
        assert [said.code for said in plan.diagnostics] == ["project-page"]


def test_a_deck_that_is_empty_is_told_with_what_would_fill_it() -> None:
    from deckbuild.plan.cards import plan_cards

    from .test_cards_rules import deck

    plan = plan_cards(deck(point("Today it rained.")))
    assert [(said.code, said.place) for said in plan.diagnostics] == [("no-cards", Place(plan.source))]
    assert "cards: {skip: true}" in plan.diagnostics[0].hint
    assert plan_cards(deck(Definition(rich("컨테이너를 다루는 데 쓰는 플랫폼")))).diagnostics == ()


def test_a_bare_heading_takes_its_subject_from_above() -> None:
    assert fronts(point("둘 다 트리이다"), title="비교", above="B 트리와 B+ 트리", asks="difference") == [
        "B 트리와 B+ 트리 — 비교?"
    ]


def test_rows_of_somebodys_data_are_not_asked_for() -> None:
    rows = ((rich("1"), rich("자바 책"), rich("지은이 가")), (rich("2"), rich("씨 책"), rich("지은이 나")))
    heads = {"id": [], "판": ["cell"] * 4}
    for head, kinds in heads.items():
        table = Table((rich(head), rich("책"), rich("지은이")), rows, place=Place("a.md", 3))
        assert [card.kind for card in cards(table)] == kinds
