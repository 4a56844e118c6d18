"""Formulas on slides: their room, their place, and what each program is given of them."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.formulas import in_scripts
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.page import Page, Shape, Span
from deckbuild.readers.notes import read_note

from .conftest import need

NOTE = Path(__file__).parent / "golden" / "formulas" / "note.md"


def planned(text: str) -> SlidePlan:
    return plan_slides(read_note(text, "notes/f.md").deck, {})


def page(plan: SlidePlan, title: str) -> Page:
    return next(each for each in plan.pages if each.title_text.startswith(title))


def spans(found: Page) -> list[Span]:
    return [s for box in found.boxes if isinstance(box, Shape) for para in box.paras for s in para.spans]


@pytest.fixture(scope="module")
def exported() -> Exported:
    return export(planned(NOTE.read_text("utf-8")), {}, Stamp(0))


def slides(exported: Exported) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(exported.data)) as package:
        names = sorted((n for n in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)), key=len)
        return [package.read(name).decode() for name in names]


def test_a_formula_alone_is_large_and_what_its_letters_mean_stands_under_it() -> None:
    found = page(planned("# A\n\n## F\n\n$$E = mc^2$$\n\n- $m$ is the mass\n\n## B\n\nText.\n"), "F")
    first, second = (box for box in found.boxes if isinstance(box, Shape))
    assert first.paras[0].size == 44
    assert first.rect.bottom < second.rect.y


def test_a_tall_formula_gives_its_line_the_height_that_it_needs() -> None:
    low, tall = planned("# A\n\n- it is $x$ so\n- it is $\\frac{a}{b}$ so\n").pages[1].boxes[0].paras
    assert tall.pitch > low.pitch


def test_a_formula_that_would_tear_lines_apart_is_its_words() -> None:
    matrix = r"\begin{pmatrix} a \\ b \\ c \\ d \\ e \end{pmatrix}"
    found = spans(planned(f"# A\n\n- it is ${matrix}$ so\n").pages[1])
    assert [s.text for s in found] == ["it is ", "(a;\u00a0b;\u00a0c;\u00a0d;\u00a0e)", " so"]
    assert not any(s.formula for s in found)


def test_titles_and_notes_have_the_words_of_formulas() -> None:
    found = page(planned("# A\n\n## The energy $E=mc^2$\n\nIt is $\\frac{1}{2}$.\n\n## B\n\nText.\n"), "The energy")
    assert found.title_text == "The energy E = mc²"
    assert not [s for para in found.title for s in para.spans if s.formula]
    assert found.notes == "The energy E = mc²\n\nIt is 1/2."


def test_what_cannot_be_drawn_is_its_source_with_one_warning_at_its_place() -> None:
    plan = planned("# A\n\nIt is $\\SI{5}{m}$ and $\\SI{5}{m}$ so.\n\n$$\\foo$$\n")
    assert [(d.place.line, d.code) for d in plan.diagnostics] == [(3, "formula-unread"), (5, "formula-unread")]
    assert any(s.text == r"\SI{5}{m}" and s.look.mono for each in plan.pages for s in spans(each))


def test_an_empty_formula_is_nothing() -> None:
    found = page(planned("# T\n\n## S\n\n- a\n- b\n\n$$ $$\n\nafter\n"), "S")
    paras = [para for box in found.boxes if isinstance(box, Shape) for para in box.paras]
    assert ["".join(span.text for span in para.spans) for para in paras] == ["a", "b", "after"]


def test_a_formula_too_large_for_a_slide_is_its_source() -> None:
    plan = planned("# A\n\n$$\\frac{" + "a" * 300 + "}{b}$$\n")
    assert [d.message.rpartition(": ")[2] for d in plan.diagnostics] == ["it is too large for a slide"]
    assert all(s.look.size <= 24 for s in spans(plan.pages[1]))


def test_a_formula_within_text_is_office_maths_or_else_its_words(exported: Exported) -> None:
    xml = next(x for x in slides(exported) if "what was believed before" in x)
    choice = re.search(r"<mc:Choice xmlns:maths=\"([^\"]*)\" Requires=\"maths\"><maths:m ", xml)
    assert choice is not None
    assert choice[1] == "http://schemas.microsoft.com/office/drawing/2010/main"
    assert re.search(r"<mc:Fallback><a:r>.*?P\(A\u00a0\|\u00a0B\)", xml)
    assert re.search(r'<a:lvl1pPr><a:defRPr sz="\d+" b="0"><a:solidFill>.*?Cambria Math', xml)
    beside = re.search(r"<a:rPr [^>]*>((?:(?!</a:rPr>).)*)</a:rPr><a:t>It says ", xml)
    assert beside is not None
    assert '<a:latin typeface="+mn-lt"/>' in beside[1]


def test_the_words_of_a_formula_have_their_scripts_raised_and_lowered() -> None:
    (found,) = [s for s in spans(planned("# A\n\n- it is $x_{i,j}^2 + n_k'$ so\n").pages[1]) if s.formula]
    assert [(part.text.replace("\u00a0", " "), part.look.shift) for part in in_scripts(found)] == [
        ("x", 0),
        ("i, j", -25),
        ("2", 30),
        (" + n", 0),
        ("k", -25),
        ("′", 0),
    ]


def test_a_formula_alone_is_office_maths_or_else_its_picture(exported: Exported) -> None:
    xml = next(x for x in slides(exported) if "Quadratic" in x and "oMathPara" in x)
    assert re.search(r"<mc:Choice .*?<p:sp>.*?<m:oMathPara>.*?</mc:Choice><mc:Fallback><p:pic>", xml)
    assert xml.count('descr="x =\u00a0(−b\u00a0±\u00a0√(b²\u00a0−\u00a04ac))/(2a)"') == 2


def test_python_pptx_reads_titles_and_text_around_formulas(exported: Exported) -> None:
    deck = Presentation(io.BytesIO(exported.data))
    assert all(slide.shapes.title.text_frame.text for slide in deck.slides)
    text = "\n".join(s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame)
    assert "is the leading coefficient" in text


def test_a_deck_with_formulas_is_the_same_each_time(exported: Exported) -> None:
    assert export(planned(NOTE.read_text("utf-8")), {}, Stamp(0)).data == exported.data


@pytest.mark.real
def test_the_schema_holds_with_formulas(exported: Exported, tmp_path: Path) -> None:
    import openxml_audit

    path = tmp_path / "formulas.pptx"
    path.write_bytes(exported.data)
    assert openxml_audit.validate_pptx(path).errors == []


@pytest.mark.real
def test_libreoffice_shows_words_within_text_and_pictures_of_formulas_alone(exported: Exported, tmp_path: Path) -> None:
    import pdfplumber

    path = tmp_path / "formulas.pptx"
    path.write_bytes(exported.data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [need("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with pdfplumber.open(path.with_suffix(".pdf")) as pdf:
        text = "".join("".join(each.extract_text().split()) for each in pdf.pages)
        assert "P(A)iswhatwasbelievedbefore" in text
        assert sum(len(each.images) for each in pdf.pages) == 3
