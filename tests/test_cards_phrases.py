"""What cards make of words: headings by kind, connectives, question marks, sentences; and cards as plain text."""

from __future__ import annotations

import pytest

from deckbuild.model import RichText, Run, Style
from deckbuild.plan.cards.headings import aspects, counting, defining, example, generic, left_out, remark
from deckbuild.plan.cards.model import (
    Blank,
    Blanks,
    Card,
    CardPlan,
    Formula,
    Grid,
    Image,
    Item,
    Items,
    Key,
    Listing,
    Reverse,
    Text,
    blanks,
)
from deckbuild.plan.cards.phrases import balanced, bare, question, sentences, short, unmarked
from deckbuild.plan.cards.text import render_text, written
from deckbuild.questions import asks
from deckbuild.richtext import between


def text(plain: str) -> RichText:
    return RichText.of(plain)


@pytest.mark.parametrize(
    "title", ["특징", "설치 방법", "Overview", "Pros and Cons", "TL;DR", "概要", "优缺点", "예상 질문", "💡"]
)
def test_some_headings_say_nothing_by_themselves(title: str) -> None:
    assert generic(title)


@pytest.mark.parametrize("title", ["도커의 특징", "Overview of TCP", "도커 설치", "コンテナの概要と例", "C"])
def test_other_headings_name_what_they_are_about(title: str) -> None:
    assert not generic(title)


@pytest.mark.parametrize("title", ["도커의 장점", "도커를 써야하는 이유", "Join types", "コンテナの特徴"])
def test_some_headings_count_things(title: str) -> None:
    assert counting(title)


@pytest.mark.parametrize("title", ["도커", "특징적인 구조", "typesetting"])
def test_other_headings_count_nothing(title: str) -> None:
    assert not counting(title)


@pytest.mark.parametrize(
    "title", ["참고", "참고 자료", "이미지 출처", "References", "See also:", "목차", "TODO", "Changelog", "参考"]
)
def test_references_contents_and_to_dos_are_left_out(title: str) -> None:
    assert left_out(title)


def test_a_heading_about_references_is_not_one_of_them() -> None:
    assert not left_out("참고서 고르는 법")
    assert not left_out("Reference counting")


@pytest.mark.parametrize(("kind", "yes", "no"), [
    (defining, "정의", "정의역"),
    (example, "예시", "예외"),
    (example, "Example:", "Example-based learning"),
    (remark, "주의사항", "주의력"),
    (remark, "Note", "Notebook"),
    (aspects, "구분", "구분자"),
    (aspects, "", "이름"),
])  # fmt: skip
def test_a_kind_of_heading_is_the_whole_heading(kind: object, yes: str, no: str) -> None:
    assert kind(yes) is True  # type: ignore[operator]
    assert kind(no) is False  # type: ignore[operator]


@pytest.mark.parametrize(
    ("written_as", "meant"),
    [
        ("하지만 느리다", "느리다"),
        ("그리고, 가볍다", "가볍다"),
        ("However, it is slow", "it is slow"),
        ("しかし、遅い", "遅い"),
        ("但是很慢", "很慢"),
        ("또한번 실행한다", "또한번 실행한다"),
        ("Sort first", "Sort first"),
        ("하지만", "하지만"),
        ("", ""),
    ],
)
def test_a_connective_at_the_start_is_dropped(written_as: str, meant: str) -> None:
    assert bare(text(written_as)).plain == meant


def test_a_connective_before_code_is_dropped_too() -> None:
    assert bare(RichText((Run("그리고 "), Run("yum", kind="code")))).runs == (Run("yum", kind="code"),)
    assert bare(RichText((Run("또 ", frozenset({Style.BOLD})), Run("다른 것")))).plain == "다른 것"


@pytest.mark.parametrize(
    ("written_as", "asked"),
    [
        ("왜 ?", "왜?"),
        ("왜 쓰는가", "왜 쓰는가?"),
        ("なぜ？", "なぜ？"),
        ("[ 왜일까? ]", "[ 왜일까? ]"),
        ("What:", "What?"),
    ],
)
def test_a_question_has_its_mark_directly_after_the_last_word(written_as: str, asked: str) -> None:
    marked = text(written_as)
    assert (question(marked) if asks(marked) else question(text(written_as + "?"))).plain == asked


def test_marks_at_the_end_of_a_label_are_dropped_but_code_is_left_alone() -> None:
    assert unmarked(text("개선 : ")).plain == "개선"
    assert unmarked(RichText((Run("a:", kind="code"),))).plain == "a:"
    assert unmarked(RichText()) == RichText()


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See e.g. this. J. Postel said so.", ["See e.g. this.", "J. Postel said so."]),
        ("버전 1. 다음", ["버전 1. 다음"]),
        ("첫째다。둘째다！", ["첫째다。", "둘째다！"]),
        ("한 줄\n다음 줄", ["한 줄", "다음 줄"]),
        ("", []),
    ],
)
def test_a_paragraph_is_its_sentences(paragraph: str, expected: list[str]) -> None:
    assert [sentence.plain for sentence in sentences(text(paragraph))] == expected


def test_a_stretch_keeps_the_look_of_its_letters() -> None:
    mixed = RichText((Run("ab"), Run("cd", kind="code"), Run("ef")))
    assert between(mixed, 1, 5).runs == (Run("b"), Run("cd", kind="code"), Run("e"))


def test_brackets_are_counted_whatever_their_kind() -> None:
    assert balanced("a (b) 「c」")
    assert not balanced("a (b")


def test_a_line_is_short_by_what_there_is_to_read() -> None:
    assert short(text("도커!!!"), 4)
    assert not short(text("도커"), 3)
    assert not short(text("…"), 9)
    assert not short(text("a\nb"), 9)


def test_every_part_of_a_card_can_be_read_as_text() -> None:
    shown = (
        Image("pics/vm.png"),
        Blanks((Blank(text("a ")), Blank(RichText((Run("b", kind="code"),)), 2))),
        Items(
            (Item(text("c"), (Text(text("d")),)), Item(text("e"), state="asked"), Item(text("f"), state="hidden")),
            True,
            3,
        ),
    )
    answer = (
        Listing("x\ny", "bash", shell=True),
        Listing("z"),
        Grid((text("h"), text("i")), ((text("1"), text("2")),), row=0, column=1),
        Formula("a^2"),
    )
    card = Card(
        kind="label",
        key=Key((), "label", "x"),
        topic=text("T"),
        prompt=text("P?"),
        shown=shown,
        answer=answer,
        extra=(Text(text("more")),),
        reverse=Reverse(text("R"), "which?", text("T")),
        path=("A", "B"),
    )
    assert render_text(CardPlan("Deck", "en", "a.md", (card,))).splitlines()[2:] == [
        "[label] A › B",
        "  T — P?",
        "  [image vm.png]",
        "  a {{c2::`b`}}",
        "  3. c",
        "     d",
        "  4. {{c1::e}}",
        "  5. ▁▁▁",
        "  = $ x",
        "      y",
        "    | z",
        "    h | i",
        "    1 | [2]",
        "    \\[ a^2 \\]",
        "  + more",
        "  ⇄ R — which? = T",
    ]
    assert (card.numbers, card.note_type) == ((1, 2), "cloze")
    assert [number for number, _ in blanks(card.shown)] == [2, 1]


def test_text_shows_code_and_formulas_as_cards_do() -> None:
    mixed = RichText(
        (Run("a", kind="code"), Run(" "), Run("x^2", kind="math"), Run("1", kind="reference"), Run("\n", kind="break"))
    )
    assert written(mixed) == "`a` \\(x^2\\)"


def test_counts_are_of_cards_not_of_notes() -> None:
    two = Blanks((Blank(text("a"), 1), Blank(text("b"), 2)))
    key = Key((), "x", "x")
    cloze = Card(kind="cloze", key=key, shown=(two,))
    both = Card(kind="definition", key=key, reverse=Reverse(text("a"), "?", text("b")))
    assert CardPlan("D", "en", "a.md", (cloze, both)).counts == {"cloze": 2, "definition": 1, "reverse": 1}
