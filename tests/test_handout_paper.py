"""A handout on paper: no areas of colour, nothing in white, and letters that lean where their author wants them to."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf.handout import export
from deckbuild.exporters.pdf.handout.white import on_white, outline
from deckbuild.model import Concept, Deck, Point, Question, RichText, Run, Style
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.handout import plan_handout
from deckbuild.plan.slides.page import Look, Para, Rect, Shape, Span

R = RichText.of
PLACE = Rect(0.0, 0.0, 400.0, 540.0)


def handout_of(deck: Deck) -> Exported:
    return export(plan_handout(plan_slides(deck, {})), {}, Stamp(0))


def sections() -> Deck:
    """A deck with every kind of slide that is an area of colour on the screen."""
    child = tuple(Concept(f"c{n}", R(f"Child {n}"), f"Child {n}", body=(Point(R("said")),)) for n in range(3))
    body = (Question(R("Why is it so?"), R("Because.")),)
    return Deck(
        "n.md", "n", R("N"), "en", concepts=tuple(Concept(f"s{n}", R(f"S{n}"), f"S{n}", body=body, children=child) for n in range(2)),
    )  # fmt: skip


def test_no_area_is_dark_and_no_letter_white() -> None:
    with pdfplumber.open(io.BytesIO(handout_of(sections()).data)) as pdf:
        for page in pdf.pages:
            filled = [r for r in page.rects if r["fill"] and min(r["width"], r["height"]) > 20]
            assert not [r for r in filled if min(_colour(r)) < 0.8]
            assert not [char["text"] for char in page.chars if min(_colour(char)) > 0.9 and char["text"].strip()]


def _colour(drawn: dict[str, object]) -> tuple[float, ...]:
    found = drawn["non_stroking_color"]
    return found if isinstance(found, tuple) else (1.0,)


def test_what_was_written_on_a_colour_has_that_colour() -> None:
    white = Para((Span("4", Look(20.0, "on")), Span("x", Look(20.0, "quiet"))), 20.0, 24.0)
    band, number = Shape(PLACE, (white,), fill="panel3"), Shape(PLACE, (white,))
    for box, accent, paint in ((band, 1, "accent3"), (number, 2, "accent2"), (number, 0, "ink")):
        made = on_white(box, accent)
        assert isinstance(made, Shape)
        assert [span.look.paint for span in made.paras[0].spans] == [paint, "quiet"]


@pytest.mark.parametrize(("fill", "line"), [("panel3", "accent3"), ("surface", ""), ("tint2", ""), ("", "")])
def test_an_area_of_colour_is_an_outline(fill: str, line: str) -> None:
    assert outline(Shape(PLACE, fill=fill)) == line


def test_italics_lean() -> None:
    text = RichText([Run("It is "), Run("never", frozenset({Style.ITALIC})), Run(" so, though.")])
    deck = Deck("n.md", "n", R("N"), "en", concepts=(Concept("c", R("C"), "C", body=(Point(text), Point(R("And")))),))
    with pdfplumber.open(io.BytesIO(handout_of(deck).data)) as pdf:
        leaning = "".join(char["text"] for page in pdf.pages for char in page.chars if abs(char["matrix"][2]) > 0.05)
    assert leaning == "never"
