"""How headings become a tree: their numbers, their levels, and what they ask."""

from __future__ import annotations

import pytest

from deckbuild.readers import blocks as b
from deckbuild.readers.passages.sections.numbers import numbers
from deckbuild.readers.passages.sections.outline import Outline, Section, outline

from .examples import sampled


def read(text: str) -> Outline:
    return outline(b.read_blocks(text).nodes)


def below(*headings: str) -> list[Section]:
    """The sections that `headings` (with their `#`) make below a title."""
    return read("\n\n".join(["# T", *headings]) + "\n").sections


def tree(sections: list[Section]) -> list[object]:
    """Number and title of each section; with its children, where it has any."""

    def shape(section: Section) -> object:
        name = " ".join(part for part in (section.numbered, section.title.plain) if part)
        return (name, [shape(child) for child in section.children]) if section.children else name

    return [shape(section) for section in sections]


def numbered(*titles: str) -> list[str]:
    """The number that each of a run of headings has, empty where it has none."""
    return [mark.written if mark else "" for mark in numbers([(2, title) for title in titles])]


# numbers


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["1. A", "2. B", "3. C"], ["1", "2", "3"]),
        (["1) A", "2) B"], ["1", "2"]),
        (["(1) A", "(2) B"], ["1", "2"]),
        (["（1）甲", "（2）乙"], ["1", "2"]),
        (["1 A", "2 B", "3 C"], ["1", "2", "3"]),
        (["1.프로세스", "2.스레드"], ["1", "2"]),
        (["1.1 A", "1.1.2 B"], ["1.1", "1.1.2"]),
        (["1.1. A", "1.2) B"], ["1.1", "1.2"]),
        (["1.2 UDP란?"], ["1.2"]),
        (["3.2.4 A", "B"], ["3.2.4", ""]),
        (["1-1. A", "1-2. B"], ["1.1", "1.2"]),
        (["2-1) A", "2-2) B"], ["2.1", "2.2"]),
        (["1-1 A", "1-2 B"], ["1.1", "1.2"]),
        (["一、甲", "二、乙", "十一、丙"], ["一", "二", "十一"]),
        (["（一）甲", "（二）乙"], ["一", "二"]),
        (["第三章 网络"], ["3"]),
        (["第3章　経済"], ["3"]),
        (["제1장 개요", "제 12 절 정리"], ["1", "12"]),
        (["Chapter 3 Processes", "Part 2: Threads"], ["3", "2"]),
        (["A. x", "B. y", "C) z"], ["A", "B", "C"]),
        (["I. x", "II. y", "III. z", "IV. w"], ["I", "II", "III", "IV"]),
        (["Ⅰ. 서론", "Ⅱ. 본론"], ["Ⅰ", "Ⅱ"]),
        (["i. x", "ii. y"], ["i", "ii"]),
        (["가. 목적", "나. 방법"], ["가", "나"]),
        (["① x", "② y"], ["1", "2"]),
        (["1️⃣ x", "2️⃣ y", "🔟 z"], ["1", "2", "10"]),
        (["#0 x", "#1 y"], ["0", "1"]),
        (["🔍 1. x", "💡 2. y"], ["1", "2"]),
        (["01. x", "02. y"], ["1", "2"]),
    ],
)
def test_headings_are_numbered_in_many_styles(titles: list[str], expected: list[str]) -> None:
    assert numbered(*titles) == expected


@pytest.mark.parametrize(
    "title",
    [
        "1.5배 빠르게",
        "2.4GHz 대역",
        "2.4 GHz 대역",
        "1.5 배의 속도",
        "3.14",
        "3.14 원주율",
        "802.11 무선랜",
        "2024 회고",
        "2024. 회고",
        "08.26 회의",
        "5G 이동 통신",
        "3 ways to build",
        "1 vs 2",
        "A. M. Turing",
        "I am",
        "I. Newton",
        "C. elegans",
        "Q. 왜?",
        "一个标题",
        "第一部分",
        "제3자 쿠키",
        "Part of speech",
        "1.",
        "1.1.1.1.1.1.1.1.1.1.1 too deep",
        "3. stray",
    ],
)
def test_a_title_may_begin_with_a_digit_or_a_letter(title: str) -> None:
    assert numbered("Before", title, "After") == ["", "", ""]


@pytest.mark.parametrize(
    "titles",
    [
        ["3 way handshake", "4 way handshake"],
        ["1 phase commit", "2 phase commit"],
        ["Q. x", "Q. y"],
        ["2.x 버전", "1.x 버전"],
        ["99.9% availability", "99.99% availability"],
        ["2023 회고", "2024 회고"],
        ["0-1 Knapsack", "0-1 Knapsack 이란?"],
    ],
)
def test_counts_and_letters_that_do_not_run_on_are_no_numbers(titles: list[str]) -> None:
    assert not any(numbered(*titles))


def test_a_bare_number_counts_where_its_children_are_numbered() -> None:
    assert numbered("2 실습", "2.1 설치", "3 ways") == ["2", "2.1", ""]


def test_a_marked_number_counts_beside_others() -> None:
    assert numbered("3. x", "5. y") == ["3", "5"]


def test_the_number_is_cut_from_a_title_in_bold_or_behind_an_emoji() -> None:
    first, second = below("## **1. Generic 사용법**", "## 🔍 2. 종류")
    assert [(s.numbered, s.title.plain) for s in (first, second)] == [("1", "Generic 사용법"), ("2", "🔍 종류")]


# nesting


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["## 1.2 A", "### 1.2.1 B", "## 1.2.2 C", "## 1.3 D"], [("1.2 A", ["1.2.1 B", "1.2.2 C"]), "1.3 D"]),
        (["## 1.2 A", "### 1.3 B"], ["1.2 A", "1.3 B"]),
        (["## 1. A", "### 1) a", "### 2) b", "## 2. B"], [("1 A", ["1 a", "2 b"]), "2 B"]),
        (["## 1. A", "### 1. a", "### 2. b", "## 2. B"], [("1 A", ["1 a", "2 b"]), "2 B"]),
        (["## 1. A", "### 2. B"], ["1 A", "2 B"]),
        (["### 1. A", "### 1-1. a", "### 2. B"], [("1 A", ["1.1 a"]), "2 B"]),
        (["## 二、甲", "### （一）乙", "### 三、丙"], [("二 甲", ["一 乙"]), "三 丙"]),
        (["## 2️⃣ A", "## 2.1. a", "## x", "### y"], [("2 A", ["2.1 a"]), ("x", ["y"])]),
        (["## 제1장 A", "## 1.1 a"], [("1 A", ["1.1 a"])]),
        (["## 3. A", "### 1.1 a", "### 1.2 b", "## 4. B"], [("3 A", ["1.1 a", "1.2 b"]), "4 B"]),
        (["## A", "#### a", "### b", "## B"], [("A", ["a", "b"]), "B"]),
        (["#### 1. A", "### 2. B"], ["1 A", "2 B"]),
    ],
)
def test_numbers_nest_and_win_over_levels(headings: list[str], expected: list[object]) -> None:
    assert tree(below(*headings)) == expected


def test_sections_stay_in_the_order_of_the_note() -> None:
    sections = below("## 1.1 A", "## Aside", "## 1.1.1 late", "### x", "## 1.2 B")
    seen: list[int] = []
    todo = list(reversed(sections))
    while todo:
        section = todo.pop()
        seen.append(section.heading.line)
        todo += reversed(section.children)
    assert seen == sorted(seen)


def test_numbers_nest_no_deeper_than_nine() -> None:
    deep = below(*(f"## {'.'.join(['1'] * n)} x" for n in range(2, 14)))
    depth = 0
    while deep:
        depth, deep = depth + 1, deep[0].children
    assert depth <= 9


# the note as a whole


@pytest.mark.parametrize(
    ("text", "lead", "sections"),
    [
        ("# A\n\n## a\n", "A", ["a"]),
        ("# A\n\n## a\n\n# B\n", None, [("A", ["a"]), "B"]),
        ("## A\n\n### a\n", "A", ["a"]),
        ("### A\n\n## B\n", None, ["A", "B"]),
        ("# A\n\n# 2 B\n\n## 2.1 b\n", "A", [("2 B", ["2.1 b"])]),
        ("# 3. A\n\n## 3.1 a\n\n## 3.2 b\n", "A", ["3.1 a", "3.2 b"]),
        ("A\n===\n\na\n---\n\ntext\n", "A", ["a"]),
        ("text\n\n- item\n", None, []),
        ("", None, []),
        ("# \n\n## a\n\ntext\n\n##\n\nmore\n", None, ["a"]),
    ],
)
def test_a_note_may_have_one_title_or_several_or_none(text: str, lead: str | None, sections: list[object]) -> None:
    found = read(text)
    assert (found.lead.title.plain if found.lead else None, tree(found.sections)) == (lead, sections)


def test_the_text_below_a_heading_without_words_is_kept() -> None:
    (section,) = read("## a\n\ntext\n\n##\n\nmore\n").sections
    assert [node.text for node in section.nodes if isinstance(node, b.Paragraph)] == ["text", "", "more"]


def test_lines_in_bold_are_the_headings_of_a_note_that_has_none() -> None:
    found = read("intro\n\n**A**\n\ntext\n\n**B**\n\n- item\n")
    assert tree(found.sections) == ["A", "B"]
    assert len(found.intro) == 1


@pytest.mark.parametrize(
    "text",
    [
        "**A**\n\ntext\n",
        "**A**\n\n**B**\n",
        "**This is said loudly.**\n\ntext\n\n**And this, too.**\n\ntext\n",
        "# T\n\n**A**\n\ntext\n\n**B**\n\ntext\n",
        "**A** is\n\ntext\n\n**B** is\n\ntext\n",
    ],
)
def test_other_lines_in_bold_are_not(text: str) -> None:
    assert read(text).sections == []


# attributes


def test_attributes_at_the_end_are_taken_off_the_title() -> None:
    (section,) = below("## 1. A {#one .x .y}")
    assert (section.title.plain, section.numbered, section.id, section.classes) == ("A", "1", "one", ("x", "y"))
    assert section.heading.text == "1. A"


@pytest.mark.parametrize("title", ["A {x}", "f{#a b}", "A {#a} b", "A {#}", "{1, 2}", "A {#a .b"])
def test_other_braces_are_text(title: str) -> None:
    (section,) = below(f"## {title}")
    assert (section.title.plain, section.id, section.classes) == (title, "", ())


# questions


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("도커란?", "도커"),
        ("도커 란", "도커"),
        ("교착상태(Deadlock)란 무엇인가요?", "교착상태(Deadlock)"),
        ("`Runnable`이란?", "Runnable"),
        ("정규화가 무엇인가?", "정규화"),
        ("프로시저는 뭔가요?", "프로시저"),
        ("트리의 개념", "트리"),
        ("Red-Black Tree 의 정의", "Red-Black Tree"),
        ("반정규화 개념", "반정규화"),
        ("What is a container?", "container"),
        ("What are the registers", "registers"),
        ("What's REST?", "REST"),
        ("What does idempotent mean?", "idempotent"),
        ("Definition of an operating system", "operating system"),
        ("コンテナとは", "コンテナ"),
        ("コンテナとは何ですか？", "コンテナ"),
        ("価格弾力性の定義", "価格弾力性"),
        ("什么是容器？", "容器"),
        ("容器是什么", "容器"),
        ("闭包的概念", "闭包"),
    ],
)
def test_a_heading_may_ask_what_something_is(heading: str, title: str) -> None:
    (section,) = below(f"## {heading}")
    assert (section.title.plain, section.asks) == (title, "definition")


@pytest.mark.parametrize(
    ("heading", "asks"),
    [
        ("왜 필요한가?", "reason"),
        ("안티 패턴이 생기는 원인", "reason"),
        ("단계 수가 차이 나는 이유는?", "reason"),
        ("Why TCP?", "reason"),
        ("なぜ必要か", "reason"),
        ("为什么用它", "reason"),
        ("설치 방법", "method"),
        ("PCB는 어떻게 관리되나요?", "method"),
        ("How it works", "method"),
        ("ソートのやり方", "method"),
        ("如何安装", "method"),
        ("TCP vs UDP", "difference"),
        ("GET과 POST의 차이", "difference"),
        ("const와 let은 무슨 차이일까?", "difference"),
        ("What is the difference between TCP and UDP?", "difference"),
        ("プロセスとスレッドの違い", "difference"),
        ("进程和线程的区别", "difference"),
        ("어디에 쓰나요?", "question"),
        ("What is it?", "question"),
        ("혼란", ""),
        ("계란", ""),
        ("정의", ""),
        ("이란", ""),
        ("요구사항 정의", ""),
        ("주요 개념", ""),
        ("애자일 방법론", ""),
        ("Know-how", ""),
        ("Comparison sort", ""),
        ("VSCode", ""),
        ("チャイナ", ""),
    ],
)
def test_a_heading_may_ask_for_something_else_or_nothing(heading: str, asks: str) -> None:
    (section,) = below(f"## {heading}")
    assert (section.title.plain, section.asks) == (heading, asks)


MANY = {
    "one number": "## 1. a\n" * 5_000,
    "numbers": "".join(f"## 1.{i % 999} a\n" for i in range(5_000)),
    "numbers again": "## 1. a\n" + "### x\n" * 3_000 + "### 1. y\n" + "### 2. z\n" * 3_000,
    "levels": "".join(f"{'#' * (i % 6 + 1)} {i % 99}) a\n" for i in range(5_000)),
    "points": "## " + "1." * 100_000 + "\n",
    "open keys": "## " + "{#a" * 50_000 + "\n",
    "open classes": "## a" + " {.a" * 50_000 + "\n",
}


@pytest.mark.parametrize("text", sampled(MANY, {"levels", "points", "open keys", "open classes"}, MANY))
def test_many_headings_are_read_to_the_last(text: str) -> None:
    nodes = b.read_blocks(text).nodes
    assert outline(nodes)
