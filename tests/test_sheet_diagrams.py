"""Diagrams on sheets: laid out for a column, so that their type can be read, or left off with a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.build import build
from deckbuild.diagrams.narrow import narrowed
from deckbuild.diagrams.scene import Scene
from deckbuild.diagrams.sources import draw
from deckbuild.diagrams.upright import upright
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf import export
from deckbuild.loading import load
from deckbuild.model import NOWHERE
from deckbuild.pictured import pictured
from deckbuild.plan.sheet import SheetOptions, plan_sheet
from tests.sheet_measure import LEAST, sheets
from tests.test_sheet_measured import NOTE, ROOT, files, sheet_of

STACKS = (
    "- title: VM\n  layers: [[App 1, App 2], Guest, Hypervisor]\n- title: Docker\n  layers: [[App 1, App 2], Engine]"
)
URL = "- [docker.io, registry, may be left out]\n- /\n- [library, namespace, may be left out]\n- /\n- [ubuntu, image]"
FLOW = "flowchart LR\na[A picture that never changes<br>and is only read] -- docker run --> b[A layer that is read and written]"
WIDE = "# T\n\n```mermaid\nflowchart LR\n" + "".join(f"a{n} --> b{n} --> c{n}\n" for n in range(40)) + "```\n"


def scene_of(source: str, kind: str) -> Scene:
    scene = draw(source, kind, NOWHERE).scene
    assert scene
    return scene


@pytest.mark.parametrize(("source", "kind"), [(STACKS, "stack"), (URL, "anatomy"), (FLOW, "mermaid")])
def test_a_scene_is_laid_out_for_a_narrow_place(source: str, kind: str):
    scene = scene_of(source, kind)
    made = narrowed(scene, 0.7 * scene.width)
    assert made
    assert made.width <= 0.7 * scene.width
    assert (made.smallest, made.alt) == (scene.smallest, scene.alt)
    assert [node.label for node in made.nodes] == [node.label for node in scene.nodes]


TIMELINE = """timeline
    title From rails to roads
    section Steam
      1825 : First line : First station
      1869 : The two ends of a line over a whole continent meet
    section Motors
      1908 : A car for all & more
      in the 1950s : Roads
"""


@pytest.mark.parametrize("room", [300.0, 480.0])
def test_a_timeline_runs_from_the_top_down_in_a_narrow_place(room: float):
    scene = scene_of(TIMELINE, "mermaid")
    made = upright(scene, room)
    assert made
    assert (made.width, made.alt, made.title and made.title.plain) == (room, scene.alt, "From rails to roads")
    boxes = [node.box for node in made.nodes]
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.meets(b)]
    assert all(box.x >= 0 and box.right <= room and box.bottom <= made.height for box in boxes)
    told = [
        *["Steam", "1825", "First line", "First station", "1869"],
        "The two ends of a line over a whole continent meet",
    ]
    assert [node.label for node in made.nodes] == [
        *told,
        "Motors",
        "1908",
        "A car for all & more",
        "in the 1950s",
        "Roads",
    ]


def test_other_diagrams_are_no_timelines():
    assert upright(scene_of(FLOW, "mermaid"), 300.0) is None
    assert upright(scene_of('pie\n  "a" : 1', "mermaid"), 300.0) is None


def test_a_timeline_stands_in_a_column_that_is_too_narrow_for_it_as_it_was_written(tmp_path: Path):
    note = tmp_path / "a.md"
    note.write_text(f"# T\n\nwords\n\n```mermaid\n{TIMELINE}```\n", encoding="utf-8")
    made = sheet_of(note, SheetOptions(columns=4))
    assert not [each for each in made.diagnostics if each.code == "sheet-diagram"]
    assert min(glyph.size for page in sheets(made.data) for glyph in page.glyphs) >= LEAST - 0.01


def test_boxes_of_a_narrow_scene_do_not_meet():
    made = narrowed(scene_of(STACKS, "stack"), 1.0)
    assert made
    boxes = [node.box for node in made.nodes]
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.meets(b)]


def test_stacks_side_by_side_stay_of_one_width():
    made = narrowed(scene_of(STACKS, "stack"), 1.0)
    assert made
    assert len({round(group.box.width, 1) for group in made.groups}) == 1


@pytest.mark.real
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_type_in_the_diagrams_of_the_note_can_be_read(paper: str):
    made = sheet_of(NOTE, SheetOptions(paper=paper))  # type: ignore[arg-type]
    (page,) = sheets(made.data)
    assert "docker run" in "".join(glyph.char for glyph in page.glyphs).replace("dockerrun", "docker run")
    assert min(glyph.size for glyph in page.glyphs) >= LEAST - 0.01


def test_a_diagram_that_no_column_holds_is_left_off_with_a_word(tmp_path):
    note = tmp_path / "a.md"
    note.write_text(WIDE, encoding="utf-8")
    loaded, _ = load(files.Source(note, tmp_path, note.name, (), note.stem))
    assert loaded
    plan = plan_sheet(pictured(loaded.deck, loaded.pictures), loaded.pictures, SheetOptions())
    made = export(plan, loaded.pictures, Stamp(0))
    assert [each.code for each in made.diagnostics if each.code == "sheet-diagram"]
    assert min(glyph.size for page in sheets(made.data) for glyph in page.glyphs) >= LEAST - 0.01


@pytest.mark.real
@pytest.mark.parametrize("columns", [0, 4])
def test_type_in_diagrams_of_all_kinds_can_be_read(columns: int):
    made = sheet_of(ROOT / "tests" / "gallery" / "note.md", SheetOptions(pages=4, columns=columns))
    assert min(page.smallest for page in sheets(made.data)) >= LEAST - 0.01


def test_a_picture_sign_in_a_diagram_leaves_the_sheet_accessible(tmp_path: Path):
    (tmp_path / "a.md").write_text("# T\n\n```mermaid\nflowchart LR\n  a[🐳 whale] --> b[👩‍💻 she]\n```\n", "utf-8")
    said = {each.code for each in build(["a.md"], None, ["sheet"], tmp_path).diagnostics}
    assert "diagram-letters" in said
    assert "sheet-not-accessible" not in said


def test_a_form_keeps_its_curves_in_a_narrow_place():
    source = "flowchart TB\n a[an image] --> b[first] --> d{fine?} --> e[(store)]\n a --> f[second]\n a --> g[third]\n"
    scene = scene_of(source, "mermaid")
    made = narrowed(scene, 0.7 * scene.width)
    assert made

    def forms(each: Scene) -> list[float]:
        places = [(node.box, point) for node in each.nodes for point in node.outline]
        shares = [((p.x - box.x) / box.width, (p.y - box.y) / box.height) for box, p in places]
        return [share for pair in shares for share in pair]

    assert [node.box.height for node in made.nodes] != [node.box.height for node in scene.nodes]
    assert forms(made) == pytest.approx(forms(scene), abs=0.01)
