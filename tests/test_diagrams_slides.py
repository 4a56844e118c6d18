"""Diagrams in notes: drawn as figures in every output, on slides as one group of shapes that can be edited."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from deckbuild.build import build
from deckbuild.diagrams.marking import marks
from deckbuild.diagrams.parting import parted
from deckbuild.diagrams.scene import Box, Point, Scene
from deckbuild.diagrams.sources import draw, turned
from deckbuild.drawing import drawn_fences
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf.handout.payload import _whole, payload
from deckbuild.exporters.pdf.pictures import weighted
from deckbuild.exporters.pptx.connectors import connector, site_at
from deckbuild.model import Diagram, Figure, List, Place
from deckbuild.model import Point as Item
from deckbuild.pictured import diagrams, pictured, source_of
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.diagram import TIGHTEST, fitted, small_labels
from deckbuild.plan.slides.handout import plan_handout
from deckbuild.plan.slides.page import Image
from deckbuild.readers.notes import read_note

FLOW = "flowchart LR\n I[도커 이미지] -->|run| A[컨테이너 1]\n I --> B[컨테이너 2]\n I -.-> C[컨테이너 3]\n"
SEQUENCE = "sequenceDiagram\n participant U as 사용자\n participant D as Docker\n U->>D: pull\n D-->>U: 완료\n"
NOTE = "# 도커\n\n## 이미지\n\n- 변하지 않는다\n- 나눌 수 있다\n\n```mermaid\n{}```\n"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def scene_of(source: str, kind: str = "mermaid") -> Scene:
    scene = draw(source, kind, Place("a.mmd")).scene
    assert scene is not None
    return scene


def planned(note: str):  # type: ignore[no-untyped-def]
    deck = read_note(note, "notes/a.md").deck
    pictures, said = drawn_fences(diagrams(deck), deck.source)
    assert not said
    return deck, plan_slides(deck, pictures)


def images(note: str) -> list[Image]:
    return [box for page in planned(note)[1].pages for box in page.boxes if isinstance(box, Image)]


@pytest.fixture
def slides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Builds the slides of a note, and gives its groups of shapes."""
    monkeypatch.chdir(tmp_path)

    def made(note: str, exporter: str = "slides") -> tuple[list[etree._Element], list[str]]:
        (tmp_path / "notes").mkdir(exist_ok=True)
        (tmp_path / "notes" / "a.md").write_text(note, "utf-8")
        report = build(["notes/a.md"], None, [exporter], tmp_path)
        package = zipfile.ZipFile(io.BytesIO((tmp_path / "output" / "a.pptx").read_bytes()))
        names = sorted(n for n in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n))
        groups = [g for n in names for g in etree.fromstring(package.read(n)).iter(f"{P}grpSp")]
        return groups, [f"{d}".split("\n")[0] for d in report.diagnostics]

    return made


def test_a_fence_becomes_a_figure_wherever_it_stands() -> None:
    deck = read_note(f"# T\n\n- 이것\n\n  ```mermaid\n  {FLOW.replace(chr(10), chr(10) + '  ')}\n  ```\n", "a.md").deck
    (diagram,) = diagrams(deck)
    (block,) = pictured(deck, {source_of(diagram)}).body or deck.concepts[0].body
    inner = block.items[0] if isinstance(block, List) else block
    assert isinstance(inner, Item)
    assert isinstance(inner.body[0], Figure)
    assert list(diagrams(pictured(deck, {source_of(diagram)}))) == []
    assert pictured(deck, ()) is deck


@pytest.mark.parametrize("line", ["*The way of a request*", "Figure 1. The way of a request", "그림 1 요청의 길"])
def test_a_line_directly_below_a_fence_is_its_caption(line: str) -> None:
    (diagram,) = diagrams(read_note(f"# T\n\n```mermaid\n{FLOW}```\n{line}\n", "a.md").deck)
    assert diagram.caption.plain == line.strip("*")
    (bare,) = diagrams(read_note(f"# T\n\n```mermaid\n{FLOW}```\n\nAll of this is well known.\n", "a.md").deck)
    assert not bare.caption


def test_the_same_source_is_drawn_once_and_another_apart() -> None:
    found, _ = drawn_fences(
        [Diagram(FLOW, "mermaid"), Diagram(FLOW, "mermaid"), Diagram(SEQUENCE, "mermaid")], "n/a.md"
    )
    assert [picture.path for picture in found.values()] == ["n/a-mermaid.png", "n/a-mermaid.png"]
    assert len(found) == 2


def test_a_diagram_is_one_group_of_shapes_that_reads_itself_out(slides) -> None:  # type: ignore[no-untyped-def]
    (group,), said = slides(NOTE.format(FLOW))
    assert said == []
    about = group.find(f"{P}nvGrpSpPr/{P}cNvPr")
    assert about.get("descr") == "도커 이미지 → 컨테이너 1 (run); 도커 이미지 → 컨테이너 2, 3"
    words = ["".join(sp.itertext()) for sp in group.iter(f"{P}sp")]
    assert words == ["도커 이미지", "컨테이너 1", "컨테이너 2", "컨테이너 3", "run"]
    assert group.find(f".//{A}srgbClr") is None, "colours are the theme's"
    assert min(int(r.get("sz")) for r in group.iter(f"{A}rPr")) >= 1200
    assert all(r.get("lang") == "ko-KR" for r in group.iter(f"{A}rPr") if re.search("[가-힣]", r.getnext().text))


def test_lines_are_glued_to_the_shapes_that_they_join(slides) -> None:  # type: ignore[no-untyped-def]
    (group,), _ = slides(NOTE.format(FLOW))
    names = {sp.find(f".//{P}cNvPr").get("id"): "".join(sp.itertext()) for sp in group.iter(f"{P}sp")}
    joined = {
        (names[c.find(f".//{A}stCxn").get("id")], names[c.find(f".//{A}endCxn").get("id")])
        for c in group.iter(f"{P}cxnSp")
    }
    assert joined == {("도커 이미지", f"컨테이너 {n}") for n in (1, 2, 3)}
    assert [e.get("val") for e in group.iter(f"{A}prstDash")] == ["sysDash"]
    assert {e.get("type") for e in group.iter(f"{A}tailEnd")} == {"triangle"}


def test_what_is_no_flowchart_is_shapes_all_the_same(slides) -> None:  # type: ignore[no-untyped-def]
    (group,), _ = slides(NOTE.format(SEQUENCE))
    words = [text for sp in group.iter(f"{P}sp") if (text := "".join(sp.itertext()))]
    assert words == ["pull", "완료", "사용자", "Docker", "사용자", "Docker"]
    assert group.find(f".//{A}custGeom") is not None
    assert len([e for e in group.iter(f"{A}tailEnd") if e.get("type") == "triangle"]) == 2


def test_a_broken_diagram_is_told_at_its_line_and_shown_as_code(slides) -> None:  # type: ignore[no-untyped-def]
    groups, said = slides(NOTE.format("flowchart LR\nA( --> B\n"))
    assert groups == []
    assert said == ["notes/a.md:10: error: this '(' is not closed (column 2) [diagram-syntax]"]


@pytest.mark.parametrize("exporter", ["anki", "sheet", "concepts"])
def test_every_output_is_made_of_a_note_with_a_broken_diagram(tmp_path: Path, exporter: str) -> None:
    (tmp_path / "a.md").write_text(NOTE.format("flowchart LR\nA( --> B\n"), "utf-8")
    report = build(["a.md"], None, [exporter], tmp_path)
    assert [written.exporter for written in report.written] == [exporter]


def test_a_diagram_is_laid_out_in_the_direction_in_which_it_can_be_read() -> None:
    chain = "flowchart TD\n" + "".join(f" n{i}[단계 {i}] --> n{i + 1}[단계 {i + 1}]\n" for i in range(6))
    (image,) = images(f"# T\n\n```mermaid\n{chain}```\n")
    assert image.scene is not None
    assert image.scene.aspect > 3


def test_the_direction_of_the_author_stays_where_it_can_be_read() -> None:
    (image,) = images(f"# T\n\n```mermaid\n{FLOW}```\n")
    assert image.scene is not None
    assert image.scene.aspect > 1


@pytest.mark.parametrize(
    "source", ["classDiagram\n A <|-- B\n", "stateDiagram-v2\n [*] --> A\n A --> B\n", "erDiagram\n A ||--o{ B : has\n"]
)
def test_other_graphs_turn_too(source: str) -> None:
    scene = scene_of(source)
    other = turned(source, "mermaid", scene, Place("a"))
    assert other is not None
    assert (scene.aspect < 1) != (other.aspect < 1)


def test_a_diagram_too_large_for_a_slide_is_parted_by_its_groups_or_told() -> None:
    group = "subgraph {0}\n direction TB\n" + "".join(f" {{0}}{i} --> {{0}}{i + 1}\n" for i in range(5)) + "end\n"
    wide = "flowchart LR\n" + "".join(group.format(name) for name in "abcdefgh")
    parts = parted(scene_of(wide))
    assert sorted(part.alt.split(":")[0] for part in parts) == list("abcdefgh")
    assert all(min(node.box.x for node in part.nodes) >= 0 for part in parts)
    assert parted(scene_of(wide + "a0 --> h3\n")) == ()
    deck, plan = planned("# T\n\n```mermaid\nflowchart LR\n" + "".join(f"a{n} --> b{n}\n" for n in range(20)) + "```\n")
    assert [d.code for d in small_labels(deck, plan)] == ["diagram-small"]


def test_text_stands_beside_a_diagram_only_where_all_labels_can_be_read() -> None:
    for box in images(NOTE.format(FLOW)):
        assert box.scene is not None
        assert min(box.rect.w / box.scene.width, box.rect.h / box.scene.height) * box.scene.smallest >= 11.99


def test_a_drawing_of_the_engine_may_be_pressed_but_not_a_flowchart() -> None:
    picture, _ = drawn_fences([Diagram(SEQUENCE, "mermaid"), Diagram(FLOW, "mermaid")], "a.md")
    sequence, flow = picture.values()
    pressed = fitted(replace(sequence, turned=None), 400, sequence.scene.height * 0.75)  # type: ignore[union-attr]
    assert pressed is not None
    assert pressed.w / pressed.scene.width > pressed.h / pressed.scene.height
    small = fitted(flow, 200, 90)
    assert small is not None
    assert small.w / small.scene.width == pytest.approx(small.h / small.scene.height)


def test_words_in_the_middle_of_a_shape_are_its_own_and_triangles_are_heads() -> None:
    found = marks(scene_of(SEQUENCE))
    assert [mark.form for mark in found if mark.lines and mark.lines[0].text.plain == "사용자"] == ["rect", "rect"]
    assert [mark.head for mark in found if mark.form == "path" and mark.head != "none"] == ["arrow", "arrow"]


@pytest.mark.parametrize(
    ("path", "preset", "turn"),
    [
        (((0, 0), (10, 0)), "straightConnector1", 0),
        (((0, 0), (5, 0), (5, 9), (10, 9)), "bentConnector3", 0),
        (((0, 0), (0, 5), (9, 5), (9, 10)), "bentConnector3", 5_400_000),
        (((0, 0), (5, 0), (5, 9)), "", 0),
        (((0, 0), (-5, 0), (-5, 9), (10, 9)), "", 0),
    ],
)
def test_a_path_is_a_connector_where_powerpoint_would_draw_it_so(path: object, preset: str, turn: int) -> None:
    form = connector([Point(*p) for p in path])  # type: ignore[attr-defined]
    assert (form.preset if form else "", form.turn if form else 0) == (preset, turn)


def test_an_oval_has_sites_between_those_of_a_rectangle() -> None:
    box = scene_of("flowchart LR\n A((가)) --> B\n").nodes[0].box
    right = Point(box.right, box.centre.y)
    assert (site_at(right, box, oval=False), site_at(right, box, oval=True)) == (3, 6)
    assert site_at(Point(box.right, box.y), box, oval=False) is None


def test_a_drawing_for_print_says_the_weight_of_its_words() -> None:
    made = weighted('<svg x="1"><text>a</text><text font-weight="700">b</text></svg>')
    assert made.count("'wght' 400") == 1
    assert made.count("'wght' 700") == 1


@pytest.mark.real
def test_a_note_without_diagrams_loads_no_engine(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# T\n\n- a\n- b\n", "utf-8")
    code = "import sys; from deckbuild.cli import main; main(['all', '-q', 'a.md']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    loaded = set(done.stdout.split())
    assert "deckbuild.exporters.pptx" in loaded
    assert not {"mermaid_render", "quickjs", "resvg_py"} & loaded


def test_a_handout_shows_a_diagram_as_its_slide_does(tmp_path: Path) -> None:
    """In the same direction, and undistorted."""
    chain = "flowchart TD\n" + "".join(f" n{i}[단계 {i}] --> n{i + 1}[단계 {i + 1}]\n" for i in range(6))
    deck, plan = planned(f"# T\n\n## A\n\n```mermaid\n{chain}```\n\n## B\n\n```mermaid\n{SEQUENCE}```\n")
    pictures, _ = drawn_fences(diagrams(deck), deck.source)
    files = payload(plan_handout(plan), pictures, Stamp(0)).files
    images = [box for page in plan.pages for box in page.boxes if isinstance(box, Image)]
    drawn = [files[f"picture-{n}.svg"].decode() for n in range(len(images))]
    sizes = [tuple(map(float, re.findall(r'(?:width|height)="([\d.]+)"', svg)[:2])) for svg in drawn]
    for image, (width, height) in zip(images, sizes, strict=True):
        assert image.scene is not None
        assert width / height == pytest.approx(image.scene.aspect, rel=0.01)
        place = _whole(image)
        assert place.w / place.h == pytest.approx(width / height, rel=0.01)


PACKET = """packet-beta
 0-15: "Source Port"
 16-31: "Destination Port"
"""
FLAGS = "packet-beta\n" + "".join(f' {n}: "FLAG {n}"\n' for n in range(32))


@pytest.mark.parametrize(("source", "legible"), [(PACKET, True), (FLAGS, False)])
def test_a_drawing_is_pressed_as_far_as_its_words_have_room(source: str, legible: bool) -> None:
    (picture,) = drawn_fences([Diagram(source, "mermaid")], "a.md")[0].values()
    shown = fitted(picture, 586.0, 343.0)
    assert shown is not None
    assert shown.w / shown.scene.width < TIGHTEST
    assert shown.legible == legible


def test_words_that_have_a_neighbour_are_given_no_room_that_is_its_own(slides) -> None:  # type: ignore[no-untyped-def]
    said = "".join(f" A->>B: SELECT name, mail, telephone FROM user WHERE id = {n}\n" for n in range(3))
    (group,), _ = slides(NOTE.format(f"sequenceDiagram\n autonumber\n{said}"))
    boxes = []
    for sp in group.iter(f"{P}sp"):
        off, ext = sp.find(f".//{A}off"), sp.find(f".//{A}ext")
        if "".join(sp.itertext()).strip():
            boxes.append(Box(*(int(v) for v in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")))))
    assert len(boxes) == 10
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[:n])
