"""What formulas and raised letters are where nothing can be raised: titles, notes and the names of cards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckbuild.formulas import Refusal, linear, read
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.prompts import prompts
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.page import Page, Shape, Span
from deckbuild.readable import levels
from deckbuild.readers.notes import read_note


def planned(note: str) -> SlidePlan:
    deck = read_note(note, "d.md").deck
    return plan_slides(deck, {}, prompts=prompts(plan_cards(deck)))


def spans(page: Page) -> Iterator[Span]:
    for para in (*page.title, *(para for box in page.boxes if isinstance(box, Shape) for para in box.paras)):
        yield from para.spans


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        (r"\frac{1}{2}(a+b)", "½(a + b)"),
        (r"\frac12 mv^2", "½mv²"),
        (r"\frac12\,gt^2", "½gt²"),
        (r"\frac{a}{b}c", "(a/b)c"),
        (r"\frac{a}{b} + c", "a/b + c"),
        (r"\frac{1}{2}", "1/2"),
        (r"\frac{a+b}{2}", "(a + b)/2"),
        (r"(\frac{1}{2})", "(1/2)"),
    ],
)
def test_a_fraction_before_what_it_multiplies_is_told_from_it(tex: str, words: str) -> None:
    tree = read(tex)
    assert not isinstance(tree, Refusal)
    assert linear(tree).replace("\u00a0", " ").replace(" g", "g") == words


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("ε_D", [("ε", 0), ("D", -1)]),
        ("ε_(mid) + 1", [("ε", 0), ("mid", -1), (" + 1", 0)]),
        ("x^A", [("x", 0), ("A", 1)]),
        ("x₁²", [("x₁²", 0)]),
        ("_x", [("_x", 0)]),
    ],
)
def test_the_words_of_a_formula_have_levels(words: str, parts: list[tuple[str, int]]) -> None:
    assert list(levels(words)) == parts


NOTE = """# The role of $\\varepsilon_D$

## Role of $\\varepsilon_S$

The area is $\\frac{1}{2}(a+b)$, and 2<sup>10</sup> is 1024, H<sub>2</sub>O, x<sup>AB</sup>, see[^1].

- $\\lambda_1$: the first eigenvalue

[^1]: A book.

## Other

- one
- two
"""


def test_a_title_shows_its_formulas_in_levels_and_is_text() -> None:
    plan = planned(NOTE)
    titles = [page.title_text for page in plan.pages]
    assert titles[0] == "The role of εD"
    assert "Role of εS" in titles
    shown = [(span.text, span.look.shift) for page in plan.pages for span in spans(page)]
    assert ("D", -25) in shown
    assert shown.count(("S", -25)) >= 2  # in its title and in the contents
    assert not [text for text, _ in shown if "$" in text or "\\" in text or "ε_" in text]


def test_the_notes_say_what_is_raised_and_what_cards_ask_in_words() -> None:
    notes = "\n".join(page.notes for page in planned(NOTE).pages)
    assert "½(a + b), and 2¹⁰ is 1024, H₂O, x^(AB), see[1]." in notes.replace("\u00a0", " ")
    assert "λ₁" in notes
    assert not [sign for sign in ("\\lambda", "\\varepsilon", "$") if sign in notes]
