"""Whole notes and the cards that they give: what is asked, and what is left alone."""

from __future__ import annotations

import pytest

from deckbuild.model import RichText
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.model import Card, Text
from deckbuild.plan.cards.text import front
from deckbuild.readers.notes import read_note


def cards(text: str, name: str = "notes/a.md") -> list[Card]:
    return list(plan_cards(read_note(text, name).deck).cards)


def fronts(text: str) -> list[str]:
    return [front(card) for card in cards(text)]


def keys(text: str) -> set[tuple[str, str]]:
    return {(card.key.rule, card.key.text) for card in cards(text)}


@pytest.mark.parametrize("heading", ["연습 문제", "관련 문제", "References", "참고", "Study guide", "TODO"])
def test_a_question_that_is_marked_is_asked_whatever_its_heading(heading: str) -> None:
    text = f"# T\n\n## {heading}\n\nQ: How long is a header?\nA: 20 bytes\n\n- y : a second thing\n"
    assert [each.split(" — ")[-1] for each in fronts(text)] == ["How long is a header?"]
    assert not any("long" in front(card) for card in cards(text, "notes/README.md"))


@pytest.mark.parametrize(
    "said", ["시험에 나오니 꼭 복습할 것!", "이번 주는 큐이다. 다음 시간까지 꼭 읽을것!", "```\n다시 읽을 것.\n끝\n```"]
)
def test_what_is_to_be_done_defines_nothing(said: str) -> None:
    assert fronts(f"# 자료 구조 3주차\n\n{said}\n\n## 큐\n\n- 먼저 온 것부터\n- 나중 것은 나중에\n") == []


def test_what_is_to_be_done_is_no_part_of_the_definition_before_it() -> None:
    (card,) = cards("# 네트워크\n\n## DNS\n\n이름을 주소로 바꾸는 것. 시험에 나오니 외울 것!\n")
    assert card.answer == (Text(RichText.of("이름을 주소로 바꾸는 것.")),)


WORDS = "| word | meaning |\n|---|---|\n| mitigate | make less severe |\n| abate | grow less |\n| allay | calm |\n"


@pytest.mark.parametrize("row", ["| abate | become weaker |", "|  | to be looked up |", "| new | |"])
def test_a_row_more_never_turns_a_vocabulary_round(row: str) -> None:
    assert keys(f"# T\n\n{WORDS}") <= keys(f"# T\n\n{WORDS}{row}\n")


def test_what_groups_the_rows_is_not_their_name() -> None:
    rows = "| file | ls |\n| file | cp |\n| net | ping |\n| net | dig |\n"
    assert "group of ls?" in " ".join(fronts(f"# T\n\n| group | command |\n|-|-|\n{rows}")).casefold()


@pytest.mark.parametrize(
    "text",
    [
        "For each edge `uv` from vertex `u` to vertex `v`, `u` comes before `v` in the order.",
        "The user is found by the value of `user_id` in that table of the service.",
        "동기화에는 `Vector`, `Hashtable`, `Collections.synchronizedMap()` 등이 존재한다.",
        "쉽게 말해 **사용할 수 있는 여유 공간**이라고 생각하는 것이 좋다.",
        "탐색 중인 문자가 자식 노드에 **있다면** 그 자식 노드로 내려간다.",
        "Note that this kind of loss is **very** hard to recover from.",
        "브라우저는 서버에 HTTP 형식의 요청(**HTTP Request**)을 만들어 보내고 그 답을 기다린다.",
        "어떤 데이터베이스든 그 구조에 따라 **단점**이 한둘은 함께 따라온다.",
        "Use a **Graph Database** such as Neo4j unless other **Graph Databases** are there.",
    ],
)
def test_what_is_up_to_an_author_or_names_nothing_is_no_blank(text: str) -> None:
    assert [card for card in cards(f"# T\n\n## Some section\n\n{text}\n") if card.kind == "cloze"] == []


def test_a_heading_that_says_nothing_is_no_context() -> None:
    text = "# RecyclerView의 setHasFixedSize\n\n## 본론\n\n`setHasFixedSize`를 설정하지 않으면 항목의 크기가 바뀔 때마다 다시 그린다.\n"
    assert fronts(text) == []


def test_an_introduction_does_not_answer_its_heading() -> None:
    below = "### reset\n\nIt removes the styles that a browser has.\n\n### normalize\n\nIt makes them the same everywhere.\n"
    text = f"# CSS\n\n## normalize vs reset\n\nTwo style sheets are looked at here.\n\n{below}"
    assert "question" not in {card.kind for card in cards(text)}


def test_a_hole_that_its_neighbours_fill_is_none() -> None:
    code = (
        "Box<Order> a; // holds an Order a\nBox<Member> b; // holds a Member b\nBox<Address> c; // holds an Address c\n"
    )
    assert cards(f"# T\n\n```java\n{code}```\n") == []


def test_how_to_fetch_a_project_is_no_command_to_learn() -> None:
    text = "# T\n\nBuild it from its source:\n\n```bash\ngit clone https://example.org/x.git\ncd x\nmake\n```\n"
    assert cards(text) == []


def test_what_builds_the_project_of_a_readme_is_no_command_to_learn() -> None:
    text = "# T\n\n## Tests\n\nRun all of the tests:\n\n```bash\nnpm test\n```\n"
    assert cards(text, "notes/README.de-DE.md") == []
    assert len(cards(text, "notes/npm.md")) == 1


def test_what_is_listed_below_a_case_are_no_kinds_of_it() -> None:
    text = "# Tree\n\n## 삭제되는 색이 red일 때\n\n1. 모든 노드는 red\n2. 루트는 black\n3. 잎은 black\n"
    assert cards(text) == []


def test_an_author_s_own_cards_leave_a_part_of_the_budget() -> None:
    rows = "".join(f"| word{n} | the meaning of it, {n} |\n" for n in range(70))
    facts = "".join(f"- thing{n} : fact about the number {n}\n" for n in range(8))
    found = cards(f"# T\n\n## Words\n\n| word | meaning |\n|-|-|\n{rows}\n## Facts\n\n{facts}")
    assert sum(card.kind == "label" for card in found) == 8


def test_the_types_of_a_database_are_looked_up() -> None:
    rows = "| `due_at` | `text not null` | when it is due |\n| `count` | `integer` | how often it was seen |\n"
    assert cards(f"# T\n\n| Column | Type | Description |\n|-|-|-|\n{rows}") == []


def test_a_question_in_english_is_in_the_words_of_its_answer() -> None:
    text = (
        "# C\n\n## Acids\n\nAn acid is a proton donor.\n\n## Verbs\n\nVerbs are words that say what somebody does.\n\n"
        "## Redis\n\nRedis is an in-memory store of keys and values.\n"
    )
    assert [front(card) for card in cards(text)] == ["What is an acid?", "What are Verbs?", "What is Redis?"]
    assert [card.reverse for card in cards(text)][:2] == [None, None]


def test_a_number_in_the_name_of_a_list_is_not_said_again() -> None:
    text = "# OS\n\n## 교착상태의 4가지 조건\n\n- 상호배제\n- 점유대기\n- 비선점\n- 순환대기\n\n프로세스가 서로를 기다린다.\n"
    assert all(line.count("4가지") == 1 for line in fronts(text))


def test_english_counts_what_stands_before_of() -> None:
    text = "# SQL\n\n## Queries\n\nTypes of joins:\n\n- inner\n- left\n- right\n- full\n"
    assert len(fronts(text)) == 4


@pytest.mark.parametrize(
    "line",
    [
        "- Next week: chapter 5, bring a coat",
        "- 시험 날짜: 10/24",
        "- Result: ?",
        "- 손님2 (주디): 잘 먹었습니다",
        "- 인증: 서버가 누구인지 확인한다. 다음은 이러한 체계 중 두 가지입니다.",
        "- **추천 문제**\n  - 2003 : 수들의 합\n  - 1644 : 소수의 연속합",
    ],
)
def test_what_is_arranged_or_open_is_not_learnt(line: str) -> None:
    assert cards(f"# T\n\n## Section\n\n{line}\n") == []


def test_names_before_dashes_are_a_vocabulary_where_all_items_have_them() -> None:
    text = "# V\n\n## Words\n\n- mitigate - 완화하다\n- encima de - on top of\n- abate - 줄어들다\n"
    assert len(cards(text)) == 3
    assert cards("# V\n\n## Words\n\n- an old house - on a hill\n- two boats\n- a long road\n") == []


def test_the_few_lines_below_a_name_are_its_answer() -> None:
    text = "# Java\n\n## final\n\n- final class\n  - nothing can inherit from it\n- final method\n  - no subclass can override it\n"
    assert [line.split("— ")[1] for line in fronts(text)] == ["final class?", "final method?"]
    quoted = "# Vue\n\n## Hooks\n\n- created\n\n  > data and events can be used\n\n- mounted\n\n  > the template is in the DOM\n"
    assert len(cards(quoted)) == 2
    linked = "# A\n\n## Topics\n\n- Search\n  - [Linear](a/b.md)\n  - [Binary](a/c.md)\n- Sort\n  - [Quick](a/d.md)\n"
    assert cards(linked) == []


def test_what_hangs_below_a_text_is_no_set_of_its_label() -> None:
    text = (
        "# Java\n\n## Members\n\n- static\n  - 특징 : one for the class\n    - it lies apart\n    - it is called so\n"
    )
    assert "list_item" not in {card.kind for card in cards(text)}


def test_a_label_that_means_nothing_alone_stands_with_the_one_above() -> None:
    text = "# CPU\n\n## Scheduling\n\n- FCFS\n  - 단점\n    - convoy : short ones wait behind a long one\n"
    assert fronts(text)[-1] == "Scheduling › FCFS › 단점 — convoy?"


def test_an_order_within_a_list_is_about_one_item() -> None:
    text = "# T\n\n## S\n\n- alpha : first letter\n<!-- deckbuild: skip -->\n- beta : second letter\n- gamma : third letter\n"
    assert [line.split("— ")[1] for line in fronts(text)] == ["alpha?", "gamma?"]


@pytest.mark.parametrize(
    ("before", "repeated", "after"),
    [
        ("**x** ", "!", "a\n\n![a](b.png)"),
        ("- ", "word ", "\n  - x : y"),
        ("|a|b|\n|-|-|\n|x|", "- ", "|"),
        ("|a|\n|", " ", "x|"),
        ("[back](#top)", " /", "x"),
        ("```bash\n$ ", " ", "\nls\n```"),
        ("### 종류\n\n- 두 가지 있", "!", "a b\n- x\n- y"),
    ],
)
def test_a_line_of_any_length_gives_what_a_long_one_gives(before: str, repeated: str, after: str) -> None:
    """Each of these took from seconds to days where a pattern looked at a line once for each of its letters."""
    long, longest = (cards(f"# T\n\n## S\n\n{before}{repeated * times}{after}\n") for times in (1_000, 10_000))
    assert [card.kind for card in long] == [card.kind for card in longest]


def test_a_definition_is_asked_for_by_the_name_that_it_defines() -> None:
    text = "熱力学とは、熱と仕事の関係を扱う物理学の分野である。"
    assert fronts(f"# 熱力学の基礎\n\n{text}\n") == fronts(f"# 熱力学\n\n{text}\n") == ["熱力学とは？"]


@pytest.mark.parametrize(
    ("said", "cards"),
    [
        ("徳川家康が江戸に幕府を開いたのは1603年である。", 0),
        ("お辞儀は相手への敬意を表す動作である。", 0),
        ("人が残した「こんにちは」のような言葉の集まりである。", 2),
    ],
)
def test_a_sentence_with_a_topic_of_its_own_does_not_define_the_heading(said: str, cards: int) -> None:
    text = f"# 日本\n\n## 歴史\n\n{said}\n"
    assert sum(card.count for card in plan_cards(read_note(text, "notes/a.md").deck).cards) == cards


@pytest.mark.parametrize("asked", ["What is an enzyme?", "What are ribosomes?", "What is the stroma?"])
def test_a_heading_in_english_is_asked_as_it_stands(asked: str) -> None:
    assert fronts(f"# Cells\n\n## {asked}\n\nSomething that every cell has.\n") == [asked]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("A protocol for web pages", ["definition"]),
        ("The smallest unit of a cluster that can be scheduled.", ["definition"]),
        ("A client waits for its answer.", []),
        ("An element of the array can store water.", []),
        ("The practical use of it is detecting copies.", []),
        ("A resistance of five ohms needs a coil.", []),
        ("A room of people makes noise.", []),
        ("A set of tools for builds", ["definition"]),
    ],
)
def test_a_phrase_in_english_that_says_a_kind_defines_its_heading(said: str, kinds: list[str]) -> None:
    assert [card.kind for card in cards(f"# Web\n\n## HTTP\n\n- {said}\n")] == kinds
