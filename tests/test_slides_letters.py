"""Letters that renderers treat in ways of their own: stacked marks, scripts without italics, lines of code in two scripts."""

import pytest

from deckbuild.model import RichText, Run, Style
from deckbuild.plan.measure import MONO, fitting, text_width
from deckbuild.plan.slides.inline import spans, unstacked
from deckbuild.plan.slides.page import Look


def test_of_marks_in_a_stack_those_stay_that_have_room() -> None:
    assert unstacked("e" + "\u0301\u0323\u0308" * 12 + "a") == "e\u0301\u0323a"


def test_tags_that_belong_to_no_flag_are_left_out() -> None:
    assert unstacked("a\U000e0041b") == "ab"


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam",
        "Vie\u0323\u0302t",
        "שָׁלוֹם",
        "مُحَمَّد",
        "नमस्ते",
        "か\u3099",
        "q\u0307\u0323",
        "🏴\U000e0067\U000e0062\U000e007f",
    ],
)
def test_writing_keeps_its_marks(text: str) -> None:
    assert unstacked(text) == text


@pytest.mark.parametrize(("text", "slanted"), [("Docker", True), ("한국어", False), ("שלום", False), ("سلام", False)])
def test_only_scripts_that_have_italics_are_slanted(text: str, slanted: bool) -> None:
    (span,) = spans(RichText((Run(text, styles=frozenset({Style.ITALIC})),)), Look(20))
    assert span.look.italic == slanted
    assert span.look.dotted != slanted, "stress is seen in every script"


def test_what_fits_a_line_of_code_is_no_wider_than_it_once_it_is_measured() -> None:
    text = "printf 컨테이너, 이미지 (الحاوية) = 상태(2개)" * 3
    for columns in range(4, 80, 5):
        part = text[: fitting(text, columns * MONO, mono=True)]
        assert text_width(part, mono=True) <= columns * MONO + 1e-9


def test_whole_phrases_in_one_character_are_wide() -> None:
    assert text_width("ﷺ") >= 3.0


def test_code_within_the_smallest_text_is_as_large_as_that() -> None:
    code = RichText((Run("docker ps", kind="code"),))
    assert [spans(code, Look(size))[0].look.size for size in (20, 14, 12)] == [18, 12.5, 12]
