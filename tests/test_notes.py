"""How passages of notes are read for the roles that they play."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.checks import check
from deckbuild.model import (
    Block,
    Callout,
    Code,
    Command,
    Concept,
    Consequence,
    Deck,
    Definition,
    Diagram,
    Example,
    Figure,
    Labelled,
    List,
    Math,
    Pair,
    Point,
    Question,
    Quote,
    Reference,
    Subheading,
    Table,
    Term,
    Todo,
    blocks,
)
from deckbuild.orders import obeyed
from deckbuild.readers.notes import read_note, slug


def deck(text: str) -> Deck:
    return read_note(text, "notes/x.md").deck


def body(text: str) -> tuple[Block, ...]:
    """The body of one section that holds `text`."""
    (concept,) = deck(f"# T\n\n## S\n\n{text}").concepts
    return concept.body


def only(text: str) -> Block:
    (block,) = body(text)
    return block


def items(text: str) -> tuple[Block, ...]:
    block = only(text)
    assert isinstance(block, List)
    return block.items


def tree(text: str) -> list[object]:
    def shape(concept: Concept) -> object:
        return (
            (concept.title.plain, [shape(child) for child in concept.children])
            if concept.children
            else concept.title.plain
        )

    return [shape(concept) for concept in deck(text).concepts]


# outline


def test_the_first_heading_names_the_note() -> None:
    read = deck("# Docker\n\ntext\n\n## A\n\n## B\n")
    assert (read.title.plain, read.name) == ("Docker", "Docker")
    assert [c.title.plain for c in read.concepts] == ["A", "B"]
    assert isinstance(read.body[0], Point)


def test_several_h1_are_sections_side_by_side() -> None:
    assert tree("# A\n\n## a\n\n# B\n") == [("A", ["a"]), "B"]


def test_without_a_heading_the_file_gives_the_name() -> None:
    assert deck("just text").title.plain == "x"


def test_folders_begin_the_name_of_the_deck() -> None:
    assert read_note("# T\n\nx", "notes/a/b/x.md", ("a", "b")).deck.name == "a::b::T"


def test_the_number_wins_over_the_level() -> None:
    assert tree("# T\n\n## 1.2 A\n\n### 1.2.1 B\n\n## 1.2.2 C\n\n## 1.3 D\n") == [("A", ["B", "C"]), "D"]


def test_a_skipped_level_nests_all_the_same() -> None:
    assert tree("# T\n\n## A\n\n#### a\n\n## B\n") == [("A", ["a"]), "B"]


@pytest.mark.parametrize(
    ("heading", "title", "asks"),
    [
        ("1.1 Docker 란?", "Docker", "definition"),
        ("도커 이미지란 무엇인가?", "도커 이미지", "definition"),
        ("What is a container?", "container", "definition"),
        ("コンテナとは", "コンテナ", "definition"),
        ("什么是容器？", "容器", "definition"),
        ("도커를 써야하는 이유", "도커를 써야하는 이유", "reason"),
        ("How to install", "How to install", "method"),
        ("TCP vs UDP", "TCP vs UDP", "difference"),
        ("3 ways to build", "3 ways to build", ""),
        ("1) 개요", "개요", ""),
    ],
)
def test_headings_are_freed_of_number_and_question(heading: str, title: str, asks: str) -> None:
    (concept,) = deck(f"# T\n\n## {heading}\n\ntext\n").concepts
    assert (concept.title.plain, concept.asks, concept.heading) == (title, asks, heading)


def test_ids_are_unique_and_made_of_number_or_title() -> None:
    found = deck("# 도커 T\n\n## 1.1 A\n\n## Setup\n\n### Linux\n\n## Setup\n\n### Linux\n")
    ids = [concept.id for concept in found.walk()]
    assert ids == ["도커-t-1.1", "도커-t-setup", "도커-t-setup-linux", "도커-t-setup-2", "도커-t-setup-linux-2"]
    assert slug("A  b_c/D!") == "a-b-c-d"


# statements


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("VM -> 무겁다", Pair),
        ("X = Y", Pair),
        ("개선 : 새 기술", Labelled),
        ("**label**: text", Labelled),
        ("**label:** text", Labelled),
        ("**B木**：範囲検索", Labelled),
        ("`-d` - run detached", Labelled),
        ("A -> B -> C", Point),
        ("see http://x.y/z", Point),
        ("at 10:30 we start", Point),
        ("This is a rather long sentence that ends in a list: a, b", Point),
        ("a - b", Point),
    ],
)
def test_a_line_says_what_it_is(line: str, kind: type) -> None:
    first, _ = items(f"- {line}\n- other\n")
    assert type(first) is kind


def test_the_label_loses_its_bold_and_its_colon() -> None:
    first, second = items("- **a:** b\n- **c** : d\n")
    assert isinstance(first, Labelled)
    assert isinstance(second, Labelled)
    assert (first.label.plain, first.text.plain, second.label.plain) == ("a", "b", "c")
    assert not first.label.runs[0].styles


def test_an_arrow_at_the_start_follows_from_the_line_before() -> None:
    block = only("서버가 죽는다\n=> 장애가 난다\n--> 돈을 잃는다\n")
    assert isinstance(block, Point)
    assert [text.plain for text in block.leads_to] == ["장애가 난다", "돈을 잃는다"]


def test_an_arrow_below_names_follows_from_all_of_them() -> None:
    assert [type(block) for block in body("1. mutual exclusion\n2. circular wait\n\n-> break one\n")] == [
        List,
        Consequence,
    ]
    (block,) = body("1. mutual exclusion\n2. circular wait\n-> break one\n")
    assert isinstance(block, List)


def test_an_arrow_after_a_list_follows_from_its_last_item() -> None:
    block = only("- a holds the lock.\n- b waits for it.\n\n-> c\n")
    assert isinstance(block, List)
    assert [item.leads_to[0].plain for item in block.items if isinstance(item, Point) and item.leads_to] == ["c"]


def test_an_arrow_after_something_else_stands_for_itself() -> None:
    assert [type(block) for block in body("```python\nx = 1\n```\n\n-> so\n")] == [Code, Consequence]


def test_a_question_takes_the_next_line_as_its_answer() -> None:
    block = only("왜 느린가?\n디스크 때문이다.\n")
    assert isinstance(block, Question)
    assert block.answer.plain == "디스크 때문이다."


def test_a_sentence_end_ends_a_point_and_a_soft_wrap_does_not() -> None:
    first, second = body("one goes\non here.\nTwo stands alone.\n")
    assert isinstance(first, Point)
    assert isinstance(second, Point)
    assert (first.text.plain, second.text.plain) == ("one goes on here.", "Two stands alone.")
    assert (first.place.line, first.place.last, second.place.line) == (5, 6, 7)


def test_lines_in_italics_are_examples_and_lines_in_bold_name_a_list() -> None:
    example, listed = body("_for example this_\n\n**장점**\n\n- fast\n")
    assert isinstance(example, Example)
    assert isinstance(listed, List)
    assert (listed.label.plain, listed.role) == ("장점", "pros")


def test_a_bold_line_above_something_else_is_a_subheading() -> None:
    assert [type(block) for block in body("**Syntax**\n\n```python\nx\n```\n")] == [Subheading, Code]


def test_a_todo_is_kept_apart() -> None:
    point, todo = body("KVM이 등장 (**검색 해보기**)\n")
    assert isinstance(point, Point)
    assert isinstance(todo, Todo)
    assert (point.text.plain, todo.text.plain) == ("KVM이 등장", "검색 해보기")


@pytest.mark.parametrize(
    "text",
    [
        "TODO: ask for a room with two projectors and a large board",
        "**TODO(kim):** ask for a room with two projectors\nand with a board that is large enough for all of it",
        "- FIXME: ask for a room with two projectors and a large board\n  - or for one near the library",
        "- **할 일:** 다음 학기 전까지 이 부분의 그림을 다시 그리고 나온 곳을 모두 확인해야 한다",
        "> 待办：把这一节的例子换成新的，并且重新检查所有的数据来源是否正确可靠，然后更新图片的说明",
        "要確認：この節の図は古い教科書から写したものなので、新しい版の図と見比べて直す必要がある。",
        "```\nTODO: ask for a room with two projectors and a large board\n```",
        "[TODO] ask for a room with two projectors and a large board",
        "TODO:\n\n- ask for a room with two projectors\n- find a large board",
    ],
)
def test_what_is_marked_as_a_todo_is_one_however_long(text: str) -> None:
    found = [each for block in body(text) for each in (block.items if isinstance(block, List) else (block,))]
    found = [each for block in found for each in (block.body if isinstance(block, Quote) else (block,))]
    assert [type(each) for each in found] == [Todo]


def test_a_todo_behind_a_sentence_is_not_part_of_it() -> None:
    point, todo = body("An offer can be revoked. TODO: look up whether that holds by post as well\n")
    assert isinstance(point, Point)
    assert isinstance(todo, Todo)
    assert point.text.plain == "An offer can be revoked."


def test_a_term_that_is_written_like_a_todo_is_a_term() -> None:
    (item,) = items("- WIP: the number of things that a team works on at the same time\n")
    assert isinstance(item, Labelled)


def test_a_bracket_at_the_end_of_a_statement_is_no_todo() -> None:
    point = only("격리하는 방식(리눅스 컨테이너)\n")
    assert isinstance(point, Point)


# definitions


@pytest.mark.parametrize(
    "text",
    [
        "- 컨테이너 기반의 플랫폼\n",
        "S는 무언가를 하는 도구이다.\n\n- more\n- and more\n",
        "S is a tool.\n\nMore text.\n",
    ],
)
def test_the_statement_about_the_title_is_its_definition(text: str) -> None:
    assert isinstance(body(text)[0], Definition)


@pytest.mark.parametrize("text", ["- a\n- b\n", "- [link](x)\n", "Something else is a tool.\n", "S에서 시작한다.\n"])
def test_other_statements_define_nothing(text: str) -> None:
    assert not any(isinstance(block, Definition) for block in body(text))


# fences


@pytest.mark.parametrize(
    ("fence", "kind"),
    [
        ("```linux\nls -l\n```", Command),
        ("```\n$ docker ps\nCONTAINER ID\n```", Command),
        ("```\nsudo apt-get install x\n```", Command),
        ("```python\nprint(1)\n```", Code),
        ("```\nfor (i = 0; i < 3; i++) {\n}\n```", Code),
        ("```\n┌──┐\n└──┘\n```", Code),
        ("```mermaid\ngraph TD\nA-->B\n```", Diagram),
        ("```stack\n- title: x\n```", Diagram),
        ("```\n컨테이너는 가볍다\n이미지는 변하지 않음(immutable)\n```", List),
        ("```\nContainers share the kernel of their host.\nVirtual machines do not share it.\n```", List),
    ],
)
def test_fences_are_told_apart_by_language_or_looks(fence: str, kind: type) -> None:
    assert type(body(fence)[0]) is kind


def test_commands_have_comments_continuations_and_output() -> None:
    first, second, third = body(
        "```console\n# list them\n$ docker ps \\\n  -a\nID  NAME\n\n$ ls  # files\n$ echo 'a # b'\n```\n"
    )
    assert isinstance(first, Command)
    assert (first.code, first.comment.plain, first.output) == ("docker ps \\\n  -a", "list them", "ID  NAME")
    assert isinstance(second, Command)
    assert (second.code, second.comment.plain) == ("ls", "files")
    assert isinstance(third, Command)
    assert third.code == "echo 'a # b'"


def test_an_indented_body_below_a_flush_line_is_a_term() -> None:
    term = only("```\n눈송이 서버\n 같은 일을 하는 두 서버가 있다 해도,\n 같기는 쉽지 않습니다.\n```\n")
    assert isinstance(term, Term)
    assert (term.term.plain, term.meaning.plain) == (
        "눈송이 서버",
        "같은 일을 하는 두 서버가 있다 해도, 같기는 쉽지 않습니다.",
    )


# other blocks


def test_captions_come_from_the_text_before_or_from_a_telling_alt() -> None:
    first, second, third = body("구조![image](a.png)\n\n![A telling alt](b.png)\n\n![image](c.png)\n")
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert isinstance(third, Figure)
    assert (first.caption.plain, first.alt) == ("구조", "")
    assert (second.caption.plain, second.alt) == ("A telling alt", "A telling alt")
    assert not third.caption


def test_references_are_found_by_their_name() -> None:
    block = only("- 참고\n  - [a](http://a)\n  - [b](http://b)\n")
    assert isinstance(block, List)
    assert (block.role, block.label.plain) == ("references", "참고")
    assert [item.url for item in block.items if isinstance(item, Reference)] == ["http://a", "http://b"]


def test_steps_need_a_heading_or_commands_that_say_so() -> None:
    (install,) = deck("# T\n\n## 설치 방법\n\n1. a\n2. b\n").concepts
    assert isinstance(install.body[0], List)
    assert install.body[0].role == "steps"
    assert isinstance(plain := only("1. a\n2. b\n"), List)
    assert plain.role == "points"


def test_nothing_nested_is_lost() -> None:
    outer = only("- **A**\n  - b\n    - c\n\n      ```python\n      d\n      ```\n- e\n\n  f\n")
    assert isinstance(outer, List)
    labelled, last = outer.items
    assert isinstance(labelled, Labelled)
    assert isinstance(inner := labelled.body[0], List)
    assert isinstance(point := inner.items[0], Point)
    assert isinstance(deepest := point.body[0], List)
    assert isinstance(c := deepest.items[0], Point)
    assert isinstance(c.body[0], Code)
    assert isinstance(last, Labelled)
    assert isinstance(last.body[0], Point)


def test_tables_quotes_callouts_and_formulas() -> None:
    table, quote, callout, math = body(
        "| a | b |\n|:-|-:|\n| 1 | `x` |\n\n> said\n\n> [!Warning] Take care\n> really\n\n$$\nx^2\n$$\n"
    )
    assert isinstance(table, Table)
    assert table.align == ("left", "right")
    assert table.rows[0][1].runs[0].kind == "code"
    assert isinstance(quote, Quote)
    assert isinstance(callout, Callout)
    assert (callout.kind, callout.title.plain) == ("warning", "Take care")
    assert isinstance(math, Math)
    assert math.tex == "x^2"


def test_html_is_read_for_its_text() -> None:
    point, figure = body('<div align="center">\nhello\n</div>\n\n<img src="a.png" width="300">\n')
    assert isinstance(point, Point)
    assert point.text.plain == "hello"
    assert isinstance(figure, Figure)


# the note as a whole


def test_front_matter_names_deck_tags_and_language() -> None:
    found = deck('---\ntitle: "1.10"\ndeck: My::Deck\ntags: [a, b c]\nlang: ja\n---\n# T\n\ntext\n')
    assert (found.title.plain, found.name, found.tags, found.language) == ("1.10", "My::Deck", ("a", "b_c"), "ja")


def test_bad_front_matter_is_reported_at_its_line_and_the_body_is_read() -> None:
    read = read_note("---\na: [\n---\n# T\n\ntext\n", "x.md")
    assert [(d.code, d.place.line) for d in read.diagnostics] == [("front-matter", 3)]
    assert read.deck.title.plain == "T"


def test_line_ends_marks_and_letters_are_normalised() -> None:
    odd = "\ufeff# T\r\n\r\n가나\u200b\xa0다\r\n"
    assert deck(odd).body == deck("# T\n\n가나 다\n").body


@pytest.mark.parametrize(
    ("text", "language"),
    [("도커 이미지 is good", "ko"), ("コンテナは軽い", "ja"), ("容器很轻便", "zh"), ("Containers are light", "en")],
)
def test_the_language_is_detected(text: str, language: str) -> None:
    assert deck(f"# T\n\n{text}\n").language == language


def test_two_titles_two_captions_and_an_empty_section_are_reported() -> None:
    found = deck("# T\n\n## A\n\nx\n\n![cap](1.png)\n\n![cap](2.png)\n\n## A\n")
    assert {d.code for d in check(found)} == {"duplicate-title", "duplicate-caption", "empty-section"}


@given(
    st.lists(
        st.sampled_from(
            [
                "# A",
                "## 1.1 B",
                "- x",
                "  - y",
                "1. z",
                "> q",
                "```",
                "a -> b",
                "-> c",
                "| a | b |",
                "|-|-|",
                "**b**",
                "_i_",
                "",
                "text?",
                "- [ ] t",
                "![i](x.png)",
                "    code",
                "<div>",
                "$$",
                "---",
            ]
        ),
        max_size=25,
    )
)
def test_any_order_of_lines_is_read(lines: list[str]) -> None:
    read_note("\n".join(lines), "x.md")


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read_note(text, "x.md")


def test_a_list_too_deep_to_read_is_reported_line_by_line() -> None:
    deep = "\n".join("  " * level + "- x" for level in range(130))
    read = read_note(deep, "x.md")
    assert {d.code for d in read.diagnostics} == {"too-deep"}


def test_a_heading_without_words_is_no_section() -> None:
    text = "# T\n\n## A\n\na\n\n##\n\nb\n\n## ![](x.png)\n\nc\n"
    assert tree(text) == ["A"]
    assert [type(block) for block in deck(text).concepts[0].body] == [Point, Point, Figure, Point]


def test_bare_numbers_count_where_one_and_two_are_there() -> None:
    numbered = deck("# T\n\n## 1 What is TCP?\n\nA protocol.\n\n## 2 UDP\n\nx\n").concepts
    assert [(c.number, c.title.plain) for c in numbered] == [("1", "TCP"), ("2", "UDP")]
    assert isinstance(numbered[0].body[0], Definition)


def test_a_plain_word_that_names_lists_names_the_list_below_it() -> None:
    block = only("장점\n- 빠르다\n- 싸다\n")
    assert isinstance(block, List)
    assert (block.label.plain, block.role) == ("장점", "pros")


def test_control_characters_are_no_text() -> None:
    assert deck("# T\x01\n\na\x1fb `c\x07`\n").title.plain == "T"
    assert deck('---\ntitle: "a\\x1fb"\n---\ntext\n').title.plain == "ab"


def test_a_list_of_the_titles_of_a_note_is_its_table_of_contents() -> None:
    note = "# T\n\n1. One\n2. Two\n3. Three\n\n## 1. One\n\nx\n\n## 2. Two\n\ny\n\n## 3. Three\n\nz\n"
    (listed,) = read_note(note, "x.md").deck.body
    assert isinstance(listed, List)
    assert listed.role == "contents"


CHAPTERS = "## CPU 스케줄링\n\nx\n\n## What is a thing?\n\ny\n\n## C++ & Go\n\nz\n"


@pytest.mark.parametrize("name", ["목차", "Contents", "📑 Table of Contents", "目次", "目录"])
@pytest.mark.parametrize(
    "entries",
    [
        "- [스케줄링](#cpu-스케줄링)",
        "- [What: a thing?](#what-is-a-thing)\n  - [c--go](#c--go) (for two)\n- [gone](#gone)",
        "- Part I\n  - [What is a thing?](#what-is-a-thing)\n  - [Go](#c--go)",
        "- CPU 스케줄링\n- What is a thing?",
        "| no. | topic |\n|---|---|\n| 1 | [Go](#c--go) |\n| 2 | [스케줄링](#cpu-%EC%8A%A4%EC%BC%80%EC%A4%84%EB%A7%81) |",
        "[Go](#c--go)\n[What is a thing?](#what-is-a-thing)",
    ],
)
def test_a_section_named_contents_is_one_where_most_of_its_entries_lead_into_the_note(name: str, entries: str) -> None:
    made = obeyed(read_note(f"# T\n\n## {name}\n\n{entries}\n\n{CHAPTERS}", "x.md").deck)
    assert len(made.concepts) == 3


@pytest.mark.parametrize("entries", ["- a box\n- [Go](#c--go)\n- a lid", "- [a](#nowhere)\n- b", "It has two sides."])
def test_a_section_named_contents_that_says_what_is_in_something_is_kept(entries: str) -> None:
    made = obeyed(read_note(f"# T\n\n## Contents\n\n{entries}\n\n{CHAPTERS}", "x.md").deck)
    assert len(made.concepts) == 4


def test_a_title_that_asks_is_found_in_a_table_of_contents_as_it_is_written() -> None:
    listed, *_ = read_note(f"# T\n\n- CPU 스케줄링\n- What is a thing?\n- C++ & Go\n\n{CHAPTERS}", "x.md").deck.body
    assert isinstance(listed, List)
    assert listed.role == "contents"


def test_who_wrote_a_note_is_no_label_but_who_wrote_a_book_may_be() -> None:
    deck = read_note("# T\n\n> 작성자 : 김철수\n\n저장소 : 디스크\n\n## A\n\n작성자 : 카프카\n", "x.md").deck
    quote, label = deck.body
    assert isinstance(quote, Quote)
    assert [type(block) for block in (*quote.body, label)] == [Point, Labelled]
    assert isinstance(deck.concepts[0].body[0], Labelled)


@pytest.mark.parametrize(
    "line",
    [
        "日本史A　第3回　担当：山田",
        "강사 : 홍길동",
        "- 담당 교수: 홍길동\n- 장소: 본관 3층",
        "Instructor: Jane Doe",
        "Week 3: Law of Contracts",
        "授课教师：王老师",
    ],
)
def test_who_teaches_a_course_is_no_label_above_its_sections(line: str) -> None:
    assert not [each for each in blocks(deck(f"# T\n\n{line}\n\n## A\n\nx\n").body) if isinstance(each, Labelled)]


@pytest.mark.parametrize(
    "line", ["Instructor: someone who teaches a class", "교수: 대학에서 가르치는 역할", "Unit 3: a box"]
)
def test_who_teaches_is_a_term_where_it_is_defined(line: str) -> None:
    assert isinstance(deck(f"# T\n\n{line}\n\n## A\n\nx\n").body[0], Labelled)


def test_the_deck_that_a_heading_names_is_kept_as_its_tag() -> None:
    (concept,) = read_note("# T\n\n## A #exam #flashcards/law\n\nx\n", "x.md").deck.concepts
    assert concept.tags == ("exam", "flashcards/law")


def test_letters_that_nobody_sees_are_no_text_where_a_script_does_not_need_them() -> None:
    deck = read_note(
        "# T\n\nso\u00adft li\u200cne a\u2028b \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n", "x.md"
    ).deck
    (point,) = deck.body
    assert isinstance(point, Point)
    assert point.text.plain == "soft line a b \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hàng đợi là một cấu trúc dữ liệu hoạt động theo nguyên tắc vào trước ra trước.", "vi"),
        ("Очередь — это структура данных, которая работает по принципу FIFO.", "ru"),
        ("Черга — це структура даних, що працює за принципом FIFO, і її елементи йдуть один за одним.", "uk"),
        ("La cola es una estructura de datos en la que el primero que entra es el primero en salir.", "es"),
        ("A fila é uma estrutura de dados em que o primeiro que entra é o primeiro que sai, como uma fila.", "pt"),
        ("La file est une structure de données dans laquelle le premier entré est le premier sorti.", "fr"),
        ("Die Warteschlange ist eine Datenstruktur, in der das erste Element auch als erstes entfernt wird.", "de"),
        ("The queue is a structure in which the first that comes in is the first that goes out.", "en"),
        ("الطابور هو بنية بيانات", "ar"),
        ("`de la el que` The La Niña effect", "en"),
        ("Queue: FIFO, stack: LIFO", "en"),
    ],
)
def test_a_note_may_be_in_any_language(text: str, language: str) -> None:
    assert deck(f"# T\n\n{text}\n").language == language


def test_a_name_on_a_line_that_its_author_broke_labels_the_rest_of_the_item() -> None:
    listed = only("1. 무결성   \n    잘못된 값을 막는다.\n2. 보안성\\\n   접근을 막는다.\n3. 한 줄\n   두 줄\n")
    assert isinstance(listed, List)
    assert [type(item) for item in listed.items] == [Labelled, Labelled, Point]
