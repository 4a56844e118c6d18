"""Code with a hole, and two things compared."""

from __future__ import annotations

import pytest

from deckbuild.model import Code, Place, Table
from deckbuild.plan.cards import Card
from deckbuild.plan.cards.model import Grid, Listing
from deckbuild.plan.cards.text import front

from .test_cards_rules import cards, rich


def holes(text: str, lang: str = "java") -> list[tuple[str, str]]:
    """The front in one line, and the line that is asked for."""
    found = cards(Code(text, lang, place=Place("a.md", 5)), kind="hole")
    return [(front(card), card.answer[0].code) for card in found if isinstance(card.answer[0], Listing)]


def test_the_line_that_a_comment_behind_it_describes_is_left_out() -> None:
    text = "tx.begin(); // 트랜잭션을 시작한다\n\nem.persist(member);\ntx.commit(); // 데이터베이스에 반영한다"
    assert holes(text) == [
        ("도커 — 트랜잭션을 시작한다: 빠진 줄은?", "tx.begin();"),
        ("도커 — 데이터베이스에 반영한다: 빠진 줄은?", "tx.commit();"),
    ]


def test_the_line_below_a_comment_is_left_out_where_it_is_the_only_one_below_it() -> None:
    text = "FROM node:22\n# 의존성을 설치한다\nRUN npm ci\n\n# 파일을 복사하고 빌드한다\nCOPY . .\nRUN npm run build"
    assert holes(text, "dockerfile") == [("도커 — 의존성을 설치한다: 빠진 줄은?", "RUN npm ci")]


def test_a_hole_shows_the_other_lines_and_not_its_own_comment() -> None:
    (card,) = cards(Code("a = load()\nb = sort(a)  # 크기 순으로 늘어놓는다\nshow(b)", "python"), kind="hole")
    (shown,) = card.shown
    assert shown == Listing("a = load()\nb = sort(a)\nshow(b)", "python", blank=1)


@pytest.mark.parametrize(
    "text",
    [
        "url = 'http://a.b/c' # x",
        "x = 1  # 1",
        "print('a # 두 개의 낱말이다')\nshow()",
        "sort(a)  # 크기 순으로 놓는다\nsort(a)  # 크기 순으로 놓는다",
        "return  # 여기에서 끝이 난다\nfoo()",
        "\n".join(f"line{n}(x)  # 설명이 여기에 있다 {n}" for n in range(40)),
        "one line only()  # 설명이 여기에 있다",
        "a = sort(b)  # a = sort(b) 를 부른다\nfoo()",
        "#flashcards/words #more/words\nsome words here that are text\n\nx",
    ],
)
def test_no_hole_where_it_would_not_be_fair(text: str) -> None:
    assert holes(text) == []


def test_only_what_begins_a_comment_in_the_language_does() -> None:
    assert holes("columns = width // number of cells\nrows = 3", "python") == []
    assert holes(".a { color: red }\n.b { margin: 0 }   # not a comment here", "css") == []
    assert holes("measure(w);  // the width of it\ncolumns = width // number of cells", "") == [
        ("도커 — the width of it: 빠진 줄은?", "measure(w);")
    ]


def test_output_of_a_program_has_no_holes() -> None:
    text = "begin\ntotal 4  # 파일의 수를 센 것\nend"
    assert cards(Code(text, "", "output"), kind="hole") == []


def table(*rows: tuple[str, str, str], head: tuple[str, str, str] = ("구분", "프로세스", "스레드")) -> Table:
    return Table(tuple(map(rich, head)), tuple(tuple(map(rich, row)) for row in rows), ("", "", ""))


def comparison(block: Table, **more: str) -> list[Card]:
    return cards(block, kind="comparison", **more)


def test_two_things_in_two_aspects_are_one_question() -> None:
    (card,) = comparison(table(("메모리", "독립", "공유"), ("통신", "IPC", "변수")), title="비교")
    assert front(card).endswith("프로세스와 스레드의 차이는? 2가지")
    assert isinstance(card.answer[0], Grid)
    assert cards(table(("메모리", "독립", "공유"), ("통신", "IPC", "변수")), kind="cell") == []


def test_more_aspects_are_asked_one_by_one() -> None:
    block = table(("메모리", "독립", "공유"), ("통신", "IPC", "변수"), ("생성", "느림", "빠름"))
    assert comparison(block) == []
    assert len(cards(block, kind="cell")) == 6


def test_columns_that_are_not_compared_are_no_comparison() -> None:
    assert comparison(table(("docker ps", "목록", "-a"), head=("명령", "뜻", "옵션"))) == []
