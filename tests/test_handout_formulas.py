"""Formulas in a handout: set as mathematics, in lines that stay as far apart as planned, and said to those who listen."""

from __future__ import annotations

import io
from itertools import pairwise

import pdfplumber
import pikepdf
import pytest

from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf import handout
from deckbuild.exporters.pdf.handout import export
from deckbuild.exporters.pdf.handout.inline import nodes
from deckbuild.exporters.pdf.typesetter import Refused
from deckbuild.formulas import Refusal, linear, read
from deckbuild.model import Block, Concept, Deck, Math, Point, RichText, Run
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.handout import plan_handout
from deckbuild.plan.slides.page import Formula, Look, Span

SAID = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten ")
BAYES = r"P(H \mid D) = \frac{P(D \mid H)\,P(H)}{P(D)}"


def handout_of(*body: Block) -> Exported:
    deck = Deck("n.md", "n", RichText.of("N"), "en", concepts=(Concept("c", RichText.of("C"), "C", body=body),))
    return export(plan_handout(plan_slides(deck, {})), {}, Stamp(0))


def inline(before: str, tex: str, after: str = "") -> Point:
    return Point(RichText([Run(before), Run(tex, kind="math"), Run(after)]))


def chars(made: Exported) -> list[dict[str, float | str]]:
    with pdfplumber.open(io.BytesIO(made.data)) as pdf:
        return [char for page in pdf.pages for char in page.chars if "Math" in char["fontname"]]


def spoken(made: Exported) -> list[str]:
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Formula"]
        return [str(each.get("/Alt", "")) for each in found]


def test_a_display_is_a_fraction_and_no_line_of_signs() -> None:
    made = handout_of(Math(BAYES), Point(RichText.of("That is all.")))
    drawn = chars(made)
    above, below = (next(c for c in reversed(drawn) if c["text"] == sign) for sign in ("𝐻", "𝐷"))
    assert float(above["bottom"]) < float(below["top"]) + 1.0
    assert made.diagnostics == ()


def test_formulas_are_said_in_words() -> None:
    made = handout_of(Math(BAYES), inline("where ", r"\frac{a}{b}", " is a share"))
    assert sorted(spoken(made)) == ["P(H | D) = (P(D | H)P(H))/(P(D))", "a/b"]


def test_what_a_sign_has_no_glyph_for_is_its_words() -> None:
    look = Look(16.0)
    for tex, kind in (("x", "math"), (r"\text{😀}", None)):
        tree = read(tex)
        assert not isinstance(tree, Refusal)
        (node,) = nodes((Span(linear(tree), look, formula=Formula(tree)),), 200.0, str)
        assert node.get("k") == kind


def test_what_stands_beside_a_formula_stays_with_it() -> None:
    tree = read("x^2")
    assert not isinstance(tree, Refusal)
    look = Look(16.0)
    found = list(nodes((Span("so ", look), Span("x²", look, formula=Formula(tree)), Span("는, and", look)), 200.0, str))
    assert [each.get("t") for each in found[2]["g"]] == [None, "는,"]


def test_lines_are_as_far_apart_as_planned_whatever_formula_stands_in_them() -> None:
    words = " ".join(SAID) * 3
    plan = plan_slides(
        Deck(
            "n.md", "n", RichText.of("N"), "en",
            concepts=(Concept("c", RichText.of("C"), "C", body=(inline(words, r"\frac{a}{\sqrt{b}}", words),)),),
        ),
        {},
    )  # fmt: skip
    para = next(p for box in plan.pages[-1].boxes for p in getattr(box, "paras", ()) if "one" in p.spans[0].text)
    made = export(plan_handout(plan), {}, Stamp(0))
    with pdfplumber.open(io.BytesIO(made.data)) as pdf:
        feet = sorted({round(word["bottom"], 1) for word in pdf.pages[0].extract_words() if word["text"] in SAID})
    apart = [b - a for a, b in pairwise(feet[-4:])]
    assert apart == pytest.approx([para.pitch * 0.375] * 3, abs=0.2)


def test_a_handout_that_cannot_be_set_with_its_formulas_shows_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    real = handout.compiled

    def refusing(files: dict[str, bytes], *rest: object, **options: object) -> bytes:
        if b'"k":"math"' in files["data.json"]:
            raise Refused("no")
        return real(files, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(handout, "compiled", refusing)
    made = handout_of(Math(BAYES))
    assert made.data
    assert not chars(made)
