"""Long addresses may be broken at their signs, and only there; what is linked leads to the same place in every piece."""

from __future__ import annotations

import re

import pytest

from deckbuild.exporters.pptx.breaking import SPACE, broken
from deckbuild.exporters.pptx.drawing import paragraph
from deckbuild.exporters.pptx.pen import Pen, paints
from deckbuild.plan.slides.page import Look, Para, Span

LONG = "https://docs.example.org/latest/user_guide/find-it.html?highlight=some&page=2#top"


def test_an_address_is_broken_after_slashes_and_before_other_signs() -> None:
    pieces = [span.text for span in broken(Span(LONG, Look(20), LONG))]
    assert "".join(pieces).replace(SPACE, "") == LONG
    shown = [piece.strip(SPACE) for piece in pieces if piece.strip(SPACE)]
    assert shown[:4] == ["https://", "docs", ".example", ".org/"]
    assert shown[4:] == [
        "latest/",
        "user",
        "_guide/",
        "find",
        "-it",
        ".html",
        "?highlight",
        "=some",
        "&page",
        "=2",
        "#top",
    ]


@pytest.mark.parametrize(
    "text", ["https://example.org/a", "and/or this, that", "snake_case_names_in_a_long_word_of_code"]
)
def test_what_fits_a_line_or_is_no_address_stays_whole(text: str) -> None:
    assert list(broken(Span(text, Look(20), "https://example.org/a"))) == [
        Span(text, Look(20), "https://example.org/a")
    ]


def test_an_address_in_code_says_where_it_may_be_broken() -> None:
    (span,) = broken(Span(f"curl {LONG} -o file", Look(20, mono=True)))
    assert span.text.replace(SPACE, "") == f"curl {LONG} -o file"
    assert f"{SPACE}?highlight" in span.text


def test_each_piece_of_a_link_is_a_link_and_the_last_is_not_to_be_seen() -> None:
    pen = Pen("en", lambda address: f"to:{address}", paints("", "", lambda n: "", "bg1"))
    xml = paragraph(Para((Span("See ", Look(20)), Span(LONG, Look(20), LONG), Span(" now", Look(20))), 20, 28.0), pen)
    runs = re.findall("<a:r>(.*?)</a:r>", xml)
    links = [run for run in runs if "hlinkClick" in run]
    assert len(links) > 10
    assert len({re.search('r:id="(.*?)"', run)[1] for run in links}) == 1  # type: ignore[index]
    assert links[-1].endswith(f"<a:t>{SPACE}</a:t>")
    assert "hlinkClick" not in runs[-1]
