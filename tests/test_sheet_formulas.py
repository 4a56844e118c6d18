"""Formulas on a sheet: set as mathematics, said in words to those who listen, as their source where they cannot be read."""

from __future__ import annotations

import io

import pikepdf
import pytest

from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf import export
from deckbuild.exporters.pdf.inline import nodes
from deckbuild.exporters.pdf.maths import in_line, said, tree_of
from deckbuild.exporters.pdf.typesetter import Refused, Typesetter
from deckbuild.formulas import Refusal, symbols
from deckbuild.model import Block, Concept, Deck, Math, Point, RichText, Run
from deckbuild.plan.sheet import SheetOptions, plan_sheet
from deckbuild.plan.sheet.shapes import Span
from tests.examples import sampled
from tests.sheet_measure import faults, sheets

WIDE = "(x+y)^{10} = x^{10} + 10x^9y + 45x^8y^2 + 120x^7y^3 + 210x^6y^4 + 252x^5y^5 + 210x^4y^6 + 120x^3y^7 + y^{10}"
TOO_WIDE = r"\begin{pmatrix}" + " & ".join(["abcdef"] * 10) + r"\end{pmatrix}"
WHOLE = r"\begin{pmatrix}" + " & ".join(["abcd"] * 6) + r"\end{pmatrix}"
NESTED = r"e^{x^{2^{n}}} + \sum_{i_{k_1}=1}^{n^2} \frac{\frac{a_1}{b^2}}{c_{d_e}} + \sqrt[3]{x^{y^z}}"


def sheet_of(*body: Block, columns: int = 4) -> Exported:
    deck = Deck("x.md", "x", RichText.of("x"), "en", concepts=(Concept("a", RichText.of("A"), body=body),))
    return export(plan_sheet(deck, (), SheetOptions(columns=columns)), {}, Stamp(0))


def inline(tex: str, before: str = "so ", after: str = " holds") -> Point:
    return Point(RichText([Run(before), Run(tex, kind="math"), Run(after)]))


def spoken(made: Exported) -> list[str]:
    """What is read aloud in the place of each formula."""
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        nodes = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Formula"]
        return [str(node.Alt) for node in nodes]


def codes(made: Exported) -> list[str]:
    return [d.code for d in made.diagnostics if d.code != "sheet-size"]


def test_a_formula_is_tagged_as_one_and_says_itself():
    made = sheet_of(Math(r"x = \frac{-b}{2a}"), inline("x^2"))
    assert codes(made) == []
    assert [text.replace("\u00a0", "") for text in spoken(made)] == ["x =(−b)/(2a)", "x²"]


def test_a_short_formula_is_carried_to_the_next_line_whole():
    short, long = (
        nodes((Span(tex, "math"),), str, {}, 16.0) for tex in (r"4 \times 2 = 8", "a + b + c + d + e + f = g")
    )
    assert isinstance(short[0], dict)
    assert isinstance(long[0], dict)
    assert "g" in short[0]
    assert "g" not in long[0]


def test_it_is_set_in_a_face_for_mathematics_and_not_as_its_source():
    (page,) = sheets(sheet_of(Math(r"\alpha \neq \beta"), inline(r"\alpha \neq \gamma")).data)
    letters = {glyph.char for glyph in page.inside if "Math" in glyph.font}
    assert {"𝛼", "𝛽", "𝛾"} <= letters
    assert "\\" not in {glyph.char for glyph in page.glyphs}


@pytest.mark.parametrize("count", sampled([1, 400], {1}))
def test_nothing_in_a_formula_is_too_small_to_read(count: int):
    made = sheet_of(*(Math(NESTED) for _ in range(min(count, 60))), *(inline(NESTED) for _ in range(count)))
    (page,) = sheets(made.data)
    assert min(glyph.size for glyph in page.inside) >= 5.0 - 0.01


@pytest.mark.parametrize("columns", sampled([1, 2, 4], {4}))
@pytest.mark.parametrize("tex", [WIDE, r"\begin{pmatrix}" + " & ".join(["abcdef"] * 20) + r"\end{pmatrix}"])
def test_a_formula_wider_than_its_column_stays_in_it(tex: str, columns: int):
    made = sheet_of(Math(tex), inline(tex), Math(tex), columns=columns)
    assert [fault for fault in faults(sheets(made.data)) if "differ" not in fault and "full" not in fault] == []


def test_a_formula_that_no_line_holds_is_set_smaller():
    made = sheet_of(Math(WHOLE))
    (page,) = sheets(made.data)
    assert codes(made) == []
    assert max(glyph.size for glyph in page.inside if "Math" in glyph.font) < 11
    assert page.outside() == []


def test_one_that_is_too_wide_at_any_size_is_shown_as_its_source_and_said():
    made = sheet_of(Math(TOO_WIDE))
    assert codes(made) == ["formula-as-source"]
    assert "wider than its column" in next(d.message for d in made.diagnostics if d.code == "formula-as-source")
    assert codes(sheet_of(Math(TOO_WIDE), columns=1)) == []


@pytest.mark.parametrize("tex", [r"\SI{5}{\ohm}", r"\frac{1}{2", "😀 + 1"])
def test_what_cannot_be_read_is_shown_as_its_source_and_said(tex: str):
    made = sheet_of(Math(tex), inline(tex))
    assert codes(made).count("formula-as-source") == 2
    assert spoken(made) == []


def test_a_formula_that_cannot_be_set_does_not_cost_the_sheet(monkeypatch: pytest.MonkeyPatch):
    measure = Typesetter.measure

    def refusing(self: Typesetter, *job: object) -> object:
        if b'"tree"' in self._files["data.json"]:
            raise Refused("no")
        return measure(self, *job)  # type: ignore[arg-type]

    monkeypatch.setattr(Typesetter, "measure", refusing)
    made = sheet_of(Math("x^2"))
    assert made.data
    assert codes(made) == ["formula-as-source"]


@pytest.mark.real
def test_every_sign_that_tex_has_a_name_for_can_be_set():
    tables = (symbols.LETTERS, symbols.SIGNS, symbols.BINARY, symbols.RELATIONS)
    tex = " ".join(f"\\{name}" for table in tables for name in table if not isinstance(tree_of(f"\\{name}"), Refusal))
    assert tex.count("\\") > 290
    assert codes(sheet_of(inline(tex))) == []


def test_a_particle_stays_with_its_formula():
    made = sheet_of(
        *(Point(RichText([Run("가나다라 " * n), Run("x^2", kind="math"), Run("는 참이다")])) for n in range(8))
    )
    (page,) = sheets(made.data)
    marks = [(a, b) for a, b in zip(page.inside, page.inside[1:], strict=False) if b.char == "는"]
    assert marks
    assert all(abs(a.box.bottom - b.box.bottom) < 8 for a, b in marks)


def test_no_line_is_given_a_piece_that_it_does_not_hold():
    assert in_line("x^2", 2.0, str)
    assert in_line(r"\underbrace{abcdefgh}", 2.0, str) is None
    assert said(r"\frac{1}{2") == r"\frac{1}{2"
