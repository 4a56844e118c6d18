"""Paragraphs taller than a page: all of their letters, in parts that fit, and no letter measured over and over."""

import pytest

from deckbuild.model import RichText, Run, Style
from deckbuild.plan.slides import dividing
from deckbuild.plan.slides.dividing import divided
from deckbuild.plan.slides.grid import look
from deckbuild.plan.slides.inline import para, para_height, spans
from deckbuild.plan.slides.page import Para

WIDTH, HEIGHT = 400.0, 200.0


def paragraph(text: RichText) -> Para:
    return para(spans(text, look(20)), 20)


def letters(each: Para) -> str:
    return "".join(span.text for span in each.spans)


BOLD = RichText(
    run for n in range(400) for run in (Run(f"word{n}", frozenset([Style.BOLD]) if n % 2 else frozenset()), Run(" "))
)


@pytest.mark.parametrize(
    "text", [RichText.of("word " * 500), RichText.of("x" * 3000), BOLD, RichText.of("문장이다. " * 90)]
)
def test_parts_fit_and_hold_every_letter(text: RichText) -> None:
    whole = paragraph(text)
    parts = divided(whole, WIDTH, HEIGHT)
    assert len(parts) > 1
    assert all(para_height(part, WIDTH) <= HEIGHT for part in parts)
    assert "".join(map(letters, parts)).replace(" ", "") == letters(whole).replace(" ", "")


def test_the_parts_of_one_sentence_are_alike() -> None:
    heights = [para_height(part, WIDTH) for part in divided(paragraph(RichText.of("word " * 150)), WIDTH, HEIGHT)]
    assert max(heights) <= 1.5 * min(heights)


def test_a_letter_is_measured_as_often_as_the_length_has_doublings(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[int] = []

    def counting(chunks: object, size: float, width: float) -> int:
        found = list(chunks)  # type: ignore[call-overload]
        measured.append(sum(len(chunk.text) for chunk in found))
        return line_count(found, size, width)

    line_count = dividing.line_count
    monkeypatch.setattr(dividing, "line_count", counting)
    cost = []
    for n in (1000, 4000):
        measured.clear()
        divided(paragraph(RichText.of("word " * n)), WIDTH, HEIGHT)
        cost.append(sum(measured) / n)
    assert cost[1] <= 1.5 * cost[0]
