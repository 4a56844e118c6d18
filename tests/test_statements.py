"""What single lines state: pairs, routes, captions, to-dos, and what only looks like one of them."""

from __future__ import annotations

import pytest

from deckbuild.model import Block, Diagram, Figure, Labelled, List, Pair, Point, Todo
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


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("그림 1. 프로세스의 다섯 상태", "그림 1. 프로세스의 다섯 상태"),
        ("*Figure 1. The five states*", "Figure 1. The five states"),
        ("Fig. 2: States. Arrows are moves.", "Fig. 2: States. Arrows are moves."),
        ("図2 細胞の構造", "図2 細胞の構造"),
    ],
)
@pytest.mark.parametrize("picture", ["![](a.png)", "```mermaid\nflowchart LR\nA --> B\n```"])
def test_a_caption_with_a_number_may_stand_beyond_a_blank_line(picture: str, line: str, caption: str):
    for text in (f"{picture}\n\n{line}\n\nThe next.", f"{line}\n\n{picture}\n\nThe next."):
        figure, point = body(text)
        assert isinstance(figure, Figure | Diagram)
        assert figure.caption.plain == caption
        assert isinstance(point, Point)


def test_captions_stand_all_below_or_all_above_their_pictures():
    below = [(f"![](img/{n}.png)", f"Figure {n}. Name") for n in "12"]
    for pairs in (below, [pair[::-1] for pair in below]):
        figures = body("\n\n".join(part for pair in pairs for part in pair))
        assert [(figure.src[4:5], figure.caption.plain) for figure in figures if isinstance(figure, Figure)] == [
            ("1", "Figure 1. Name"),
            ("2", "Figure 2. Name"),
        ]


def test_a_title_of_a_picture_is_kept_behind_its_caption():
    (figure,) = body('![x](a.png "The title")\n\nFigure 1. The name')
    assert isinstance(figure, Figure)
    assert figure.caption.plain == "Figure 1. The name · The title"


@pytest.mark.parametrize(
    "line",
    [
        "그림 1은 다섯 상태를 보여 준다",
        "Figure 1 shows five states",
        "図1に細胞を示す",
        "Five states.",
        "Figure 1. A\nand b",
    ],
)
def test_a_sentence_about_a_picture_is_no_caption_of_it(line: str):
    assert not any(block.caption for block in body(f"![](a.png)\n\n{line}") if isinstance(block, Figure))


def test_a_picture_whose_own_text_has_the_number_of_a_figure_is_no_caption_of_another():
    figures = body("![A start](a.png)\n\n![Figure 1. The end](b.png)")
    assert [figure.src for figure in figures if isinstance(figure, Figure)] == ["a.png", "b.png"]


def test_the_number_of_a_figure_without_a_picture_beside_it_makes_no_caption():
    blocks = body("![](a.png)\n\nWords.\n\nFigure 1. Somewhere")
    assert not any(block.caption for block in blocks if isinstance(block, Figure))


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
