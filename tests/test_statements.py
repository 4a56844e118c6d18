"""What single lines state: pairs, routes, captions, to-dos, and what only looks like one of them."""

from __future__ import annotations

import pytest

from deckbuild.model import Block, Figure, Labelled, List, Pair, Point, Todo
from deckbuild.readers.notes import read_note


def body(text: str) -> tuple[Block, ...]:
    return read_note(f"# Title\n\n{text}\n", "x.md").deck.body


def item(text: str) -> tuple[Block, ...]:
    (listed,) = body(f"- {text}")
    assert isinstance(listed, List)
    return listed.items


@pytest.mark.parametrize("text", ['"대기 → 실행" 화살표를 그리면 0점.', "“a -> b” is an arrow", "「A → B」と書く"])
def test_a_sign_in_quotation_marks_is_spoken_of(text: str):
    assert [type(block) for block in item(text)] == [Point]


def test_a_route_with_a_colon_behind_it_is_a_label():
    (found,) = item("준비 → 실행: 스케줄러가 고른다")
    assert isinstance(found, Labelled)
    assert (found.label.plain, found.text.plain) == ("준비 → 실행", "스케줄러가 고른다")


def test_sentences_before_a_pair_are_no_side_of_it():
    said, pair = item("1889年2月11日発布。モデル → プロイセン憲法")
    assert isinstance(said, Point)
    assert isinstance(pair, Pair)
    assert (said.text.plain, pair.left.plain) == ("1889年2月11日発布。", "モデル")


def test_an_equals_sign_behind_a_comma_is_arithmetic_within_a_sentence():
    assert [type(block) for block in item("first 1, then 2 * 3 = six")] == [Point]


@pytest.mark.parametrize(
    ("line", "caption"),
    [("그림 1. 구조", "그림 1. 구조"), ("*Figure caption*", "Figure caption"), ("图2-1 细胞膜", "图2-1 细胞膜")],
)
def test_a_line_directly_below_a_picture_may_be_its_caption(line: str, caption: str):
    (figure,) = body(f"![](a.png)\n{line}")
    assert isinstance(figure, Figure)
    assert (figure.caption.plain, figure.place.line, figure.place.last) == (caption, 3, 4)


def test_another_line_below_a_picture_is_no_caption():
    assert [type(block) for block in body("![](a.png)\n다른 문장이다.")] == [Figure, Point]


@pytest.mark.parametrize("text", ["of an onion ![](a.png) stained with it", "퀵 정렬 ![](a.png) 의 분할"])
def test_a_picture_does_not_tear_a_sentence(text: str):
    point, figure = body(text)
    assert isinstance(point, Point)
    assert isinstance(figure, Figure)
    assert point.text.plain == text.replace("![](a.png) ", "")
    assert not figure.caption


@pytest.mark.parametrize("text", ["TODO: x", "XXX: x", "할 일: 정리", "@todo 치환", "TBD"])
def test_to_dos(text: str):
    assert [type(block) for block in body(text)] == [Todo]


@pytest.mark.parametrize("text", ["TODO list 앱은 예제로 흔하다", "'할 일'이라는 말이 들어 있어도", "a todo list app"])
def test_a_sentence_that_speaks_of_to_dos_is_none(text: str):
    assert [type(block) for block in body(text)] == [Point]
