"""A note with every kind of diagram: how each is drawn, in a text that people can read, and that every output has it.

`pytest --bless` rewrites `gallery/scenes.txt`. Where a new version of the engine moves things, look at the kinds that
differ: `deckbuild slides tests/gallery` draws them all.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from deckbuild.assets import Picture as Drawn
from deckbuild.build import build
from deckbuild.diagnostics import Diagnostic
from deckbuild.diagrams.engine import ask
from deckbuild.diagrams.marking import marks
from deckbuild.diagrams.marks import Mark
from deckbuild.diagrams.scene import Box
from deckbuild.diagrams.sources import draw, render_svg
from deckbuild.drawing import drawn_fences
from deckbuild.model import Place
from deckbuild.pictured import diagrams, pictured
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.sheet.shapes import Picture
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.diagram import small_labels
from deckbuild.plan.slides.page import Image
from deckbuild.readers.notes import read_note

from .examples import sampled
from .foreign_templates import TEMPLATES, frame_of

GALLERY = Path(__file__).parent / "gallery"
DECK = read_note((GALLERY / "note.md").read_text("utf-8"), "gallery/note.md").deck
DIAGRAMS = list(diagrams(DECK))


@cache
def drawn() -> tuple[dict[str, Drawn], list[Diagnostic]]:
    """The pictures of all diagrams, and what was said of them."""
    return drawn_fences(DIAGRAMS, DECK.source)


def box_of(box: Box) -> str:
    return f"{box.x:.0f},{box.y:.0f} {box.width:.0f}×{box.height:.0f}"


def line_of(mark: Mark) -> str:
    """A shape in a line: what it is, where, how it is painted, what stands in it."""
    paint = " ".join(part for part in (mark.fill, f"|{mark.line}" if mark.line else "") if part)
    more = " dashed" * mark.dashed + f" turned {mark.turn:.0f}" * bool(mark.turn)
    heads = f" {mark.tail}–{mark.head}" if (mark.tail, mark.head) != ("none", "none") else ""
    words = " / ".join(line.text.plain for line in mark.lines)
    return f"  {mark.form} {box_of(mark.box)} {paint}{more}{heads}{f' “{words}”' if words else ''}"


def scenes() -> Iterator[str]:
    for picture in drawn()[0].values():
        scene = picture.scene
        assert scene is not None
        yield f"== {scene.kind} {scene.width:.0f}×{scene.height:.0f}: {scene.alt}"
        yield from map(line_of, marks(scene))


def test_the_engine_draws_what_it_drew(bless: bool) -> None:
    golden, made = GALLERY / "scenes.txt", "\n".join(scenes()) + "\n"
    if bless:
        golden.write_text(made, "utf-8")
    assert golden.read_text("utf-8") == made, (
        "look at the kinds that differ in the slides of tests/gallery, then --bless"
    )


def test_there_are_fourteen_types_of_mermaid_and_six_of_our_own() -> None:
    assert drawn()[1] == []
    kinds = [picture.scene.kind for picture in drawn()[0].values() if picture.scene]
    assert len(set(kinds)) == 16
    assert len([each for each in DIAGRAMS if each.lang == "mermaid"]) == 14
    assert len([each for each in DIAGRAMS if each.lang != "mermaid"]) == 6


def test_every_diagram_is_on_slides_and_sheet_with_labels_that_can_be_read() -> None:
    plan = plan_slides(DECK, drawn()[0])
    on_slides = {box.src for page in plan.pages for box in page.boxes if isinstance(box, Image) and box.scene}
    assert on_slides == set(drawn()[0])
    assert list(small_labels(DECK, plan)) == []
    atoms = [atom for section in plan_sheet(DECK, drawn()[0]).sections for atom in section.atoms]
    assert {atom.src for atom in atoms if isinstance(atom, Picture) and not atom.missing} == set(drawn()[0])
    assert list(diagrams(pictured(DECK, drawn()[0]))) == []


@pytest.mark.parametrize("name", sampled(TEMPLATES, {"standard"}))
def test_every_label_can_be_read_on_templates_of_others(name: str) -> None:
    assert list(small_labels(DECK, plan_slides(DECK, drawn()[0], frame=frame_of(name)))) == []


@pytest.mark.real
def test_every_diagram_is_a_group_with_a_description(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    made = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.md").write_bytes((GALLERY / "note.md").read_bytes())
        build(["note.md"], None, ["slides"], tmp_path / folder)
        made.append((tmp_path / folder / "output" / "note.pptx").read_bytes())
    assert made[0] == made[1]
    package = zipfile.ZipFile(tmp_path / "a" / "output" / "note.pptx")
    slides = [package.read(n).decode() for n in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
    groups = [text for text in slides if "<p:grpSp>" in text]
    assert len(groups) == len(drawn()[0])
    for text in groups:
        ids = re.findall(r'<p:cNvPr id="(\d+)"', text)
        assert len(ids) == len(set(ids))
        assert re.search(r'name="Diagram \d+" descr="[^"]+"', text)
        assert "srgbClr" not in text


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        ("Pele execution failed: InternalError: interrupted", "it takes longer than 10 s"),
        ("Pele execution failed: InternalError: out of memory", "it needs more than 256 MB"),
    ],
)
def test_a_diagram_that_needs_too_much_is_told(monkeypatch: pytest.MonkeyPatch, failure: str, words: str) -> None:
    def render(source: str) -> None:
        raise ValueError(failure)

    monkeypatch.setattr("mermaid_render.renderer.render", render)
    answer = ask("flowchart LR\nA --> B\n", Place("a.md", 3))
    assert str(answer).startswith(f"a.md:3: error: Mermaid cannot draw this: {words} [diagram-engine]")


def test_a_source_that_is_too_long_is_refused_without_a_try() -> None:
    drawn = draw("flowchart LR\n" + "A --> B\n" * 10_000, "mermaid", Place("a.md", 3))
    assert drawn.scene is None
    assert [d.code for d in drawn.diagnostics] == ["diagram-engine"]


@pytest.mark.parametrize(
    "source",
    [
        'flowchart LR\n A@{ img: "/etc/hostname", label: "x", h: 60 }\n A-->B\n click A "javascript:alert(1)"\n',
        'flowchart LR\n A["<img src=x onerror=alert(1)><script>alert(1)</script>"]-->B\n',
        "stateDiagram-v2\n A --> B\n classDef x fill:url(file:///etc/hostname)\n class A x\n",
        'C4Context\n Person(u, "x", "y", $sprite="person", $link="file:///etc/hostname")\n',
    ],
)
def test_nothing_that_a_source_says_leads_outside_or_runs(source: str) -> None:
    scene = draw(source, "mermaid", Place("a.md")).scene
    assert scene is not None
    assert not re.search(r"<(?:image|a|script|foreignObject)\b|\bhref=|\bon\w+=|url\(", render_svg(scene))
