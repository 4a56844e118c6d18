"""What an author says with a line break and with the title of a picture."""

from __future__ import annotations

import pytest

from deckbuild.model import Block, Figure, List, Point
from deckbuild.readers.notes import read_note
from deckbuild.richtext import to_html, to_plain


def body(text: str) -> tuple[Block, ...]:
    return read_note(f"# Deck\n\n## Section\n\n{text}", "d.md").deck.concepts[0].body


@pytest.mark.parametrize("end", ["  ", "\\", "<br>"])
@pytest.mark.parametrize(("one", "two"), [("line one", "line two"), ("봄이 오고 그리고", "여름이 온다")])
def test_a_break_that_its_author_set_within_a_sentence_is_kept(one: str, two: str, end: str) -> None:
    (point,) = body(f"{one}{end}\n{two}\n")
    assert isinstance(point, Point)
    assert to_html(point.text) == f"{one}<br>{two}"


def test_a_break_is_kept_in_an_item() -> None:
    (listed,) = body("- one line  \n  and two\n- another\n")
    assert isinstance(listed, List)
    assert [to_html(item.text) for item in listed.items if isinstance(item, Point)] == [
        "one line<br>and two",
        "another",
    ]


def test_a_line_that_an_editor_wrapped_is_no_break() -> None:
    (point,) = body("line one\nline two\n")
    assert isinstance(point, Point)
    assert to_html(point.text) == "line one line two"


@pytest.mark.parametrize(
    ("written", "caption", "alt"),
    [
        ('![A curve](f.png "Fig. 1: two curves")', "Fig. 1: two curves", "A curve"),
        ("![A curve](f.png '두 곡선')", "두 곡선", "A curve"),
        ('![](f.png "Two curves")', "Two curves", ""),
        ('![A curve](f.png "f.png")', "A curve", "A curve"),
        ('<img src="f.png" alt="A curve" title="Two curves">', "Two curves", "A curve"),
        ('Here: ![A curve](f.png "Two curves")', "Here: · Two curves", "A curve"),
        ('![A curve][f]\n\n[f]: f.png "Two curves"', "Two curves", "A curve"),
    ],
)
def test_the_title_of_a_picture_is_its_caption(written: str, caption: str, alt: str) -> None:
    (figure,) = [block for block in body(written) if isinstance(block, Figure)]
    assert (to_plain(figure.caption), figure.alt) == (caption, alt)
