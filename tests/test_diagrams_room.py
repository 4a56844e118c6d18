"""Diagrams on slides keep to their places: no part of one stands out of it, no words of a stack touch a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from deckbuild.assets import Picture
from deckbuild.diagrams.lettering import width
from deckbuild.diagrams.scene import Box, Edge, Node, Point, Scene, around
from deckbuild.drawing import drawn_fences, drawn_picture
from deckbuild.exporters.pptx.diagrams import diagram_xml
from deckbuild.exporters.pptx.pen import Pen, paints
from deckbuild.model import Deck, Diagram, RichText, figures
from deckbuild.pictured import diagrams
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.diagram import fitted
from deckbuild.plan.slides.page import Image, Rect
from deckbuild.readers.notes import read_note

from .conftest import DOCKER
from .examples import sampled
from .foreign_templates import FRAMES, frame_of
from .test_golden import GOLDEN

NOTES = {
    "docker": DOCKER,
    "gallery": Path(__file__).parent / "gallery" / "note.md",
    **{path.parent.name: path for path in sorted(GOLDEN.glob("*/note.md"))},
}
SOURCE = re.compile(r"^\s*(?:```+|~~~+)\s*(?:mermaid|stack|anatomy)", re.MULTILINE)
WITH_DIAGRAMS = ["docker", *(name for name, path in NOTES.items() if SOURCE.search(path.read_text("utf-8")))]
"""The notes with sources of diagrams, in fences or (the first) beside their pictures."""
SOME_FRAMES = sampled(FRAMES, {"16:9", "dark"})
NEAR = 1.0
"""How near in points words may come to a line: half of its stroke, and as much between them."""
SLACK = 1.0
"""By how many points a line or a box of words may stand out: half the width of a stroke, or what rounding costs."""
PEN = Pen("ko-KR", lambda _: "rId1", paints("", "", lambda n: f'<a:schemeClr val="accent{n}"/>', "tx1"))
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@cache
def drawn(path: Path) -> tuple[Deck, dict[str, Picture]]:
    """A note with its diagrams, from fences and from sources beside pictures."""
    deck = read_note(path.read_text("utf-8"), path.name).deck
    fences: list[Diagram] = list(diagrams(deck))
    beside = {each.src: drawn_picture(path.parent / each.src, each.src, path.parent)[0] for each in figures(deck)}
    return deck, {**drawn_fences(fences, deck.source)[0], **{src: each for src, each in beside.items() if each}}


@cache
def images(note: str, frame: str) -> tuple[Image, ...]:
    deck, pictures = drawn(NOTES[note])
    plan = plan_slides(deck, pictures, frame=frame_of(frame))
    return tuple(box for page in plan.pages for box in page.boxes if isinstance(box, Image) and box.scene)


def shapes(image: Image) -> Iterator[tuple[str, str, Box]]:
    """The shapes of a drawn group: their kind (`words`, `line` or `shape`), name and place in points."""
    spaces = f'xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="r"'
    group = etree.fromstring(f"<x {spaces}>{diagram_xml(image, 1, PEN, 1)}</x>")
    for each in group.iter(f"{P}sp", f"{P}cxnSp"):
        place = each.find(f"{P}spPr/{A}xfrm")
        turn = int(place.get("rot", "0")) / 60_000 % 180
        (x, y), (w, h) = (
            [int(value) / 12_700 for value in place.find(f"{A}{tag}").attrib.values()] for tag in ("off", "ext")
        )
        if 45 < turn < 135:
            x, y, w, h = x + (w - h) / 2, y + (h - w) / 2, h, w
        words = each.find(f".//{P}cNvSpPr[@txBox]") is not None
        line = each.find(f".//{A}pathLst") is not None and each.find(f"{P}spPr/{A}noFill") is not None
        yield "words" if words else "line" if line else "shape", each.find(f".//{P}cNvPr").get("name"), Box(x, y, w, h)


@pytest.mark.parametrize("frame", SOME_FRAMES)
@pytest.mark.parametrize("note", sampled(WITH_DIAGRAMS, {"docker", "gallery"}))
def test_no_part_of_a_diagram_stands_out_of_its_place(note: str, frame: str) -> None:
    for image in images(note, frame):
        rect = image.rect
        place = Box(rect.x, rect.y, rect.w, rect.h).grown(SLACK)
        for kind, name, box in shapes(image):
            inside = place.x <= box.x and box.right <= place.right and place.y <= box.y and box.bottom <= place.bottom
            assert inside, (image.scene.kind if image.scene else "", kind, name, box, place)


@pytest.mark.parametrize("frame", SOME_FRAMES)
@pytest.mark.parametrize("note", ["docker", "gallery"])
def test_the_words_beside_a_stack_stand_clear_of_brackets_and_layers(note: str, frame: str) -> None:
    stacks = [each for each in images(note, frame) if each.scene and each.scene.kind == "stack"]
    assert stacks
    for image in stacks:
        found = list(shapes(image))
        for words in (box for kind, _, box in found if kind == "words"):
            met = [name for kind, name, box in found if kind != "words" and box.grown(NEAR).meets(words)]
            assert not met, (note, words, met)


SIDE = """- layers:
    - a layer
    - note: read only
      layers:
        - b
        - note: ubuntu
          layers: [c, d]
"""


@pytest.mark.parametrize("wide", [180.0, 220.0, 260.0, 340.0, 480.0])
def test_a_stack_that_is_pressed_gives_its_brackets_the_room_of_its_layers(wide: float) -> None:
    (picture,) = drawn_fences([Diagram(SIDE, "stack")], "a.md")[0].values()
    shown = fitted(picture, wide, 300.0)
    assert shown is not None
    assert picture.scene is not None
    assert shown.scene.width == picture.scene.width
    layer, bracket = shown.scene.nodes[0].box, shown.scene.spans[-1]
    assert layer.width < picture.scene.nodes[0].box.width
    across = shown.w / shown.scene.width
    size = max(across, shown.h / shown.scene.height) * bracket.label.size
    words = width(bracket.label.plain, min(size, 12.0)) / across
    assert bracket.label.box.x + words <= shown.scene.width + 0.5 or not shown.legible
    assert shown.legible == (wide > 180.0)


PROBING = """flowchart LR
  K[key] --> H{{h of key}}
  H --> S[slot i]
  S -->|empty| P[put it there]
  S -->|taken: chaining| L[append to list]
  S -->|taken: open addressing| N[try next slot]
  N --> S
"""


@pytest.mark.parametrize("narrower", [0.98, 0.92])
def test_a_flowchart_that_is_a_little_too_wide_is_drawn_together(narrower: float) -> None:
    (picture,) = drawn_fences([Diagram(PROBING, "mermaid")], "a.md")[0].values()
    scene = picture.scene
    assert scene is not None
    wide = narrower * scene.width * 12.0 / scene.smallest
    shown = fitted(replace(picture, turned=None), wide, 343.0)
    assert shown is not None
    assert shown.legible
    assert shown.scene.height == scene.height
    assert [node.lines for node in shown.scene.nodes] == [node.lines for node in scene.nodes]
    boxes = [node.box for node in shown.scene.nodes]
    labels = [edge.label.box for edge in shown.scene.edges if edge.label]
    assert not any(a.meets(b) for a, b in combinations([*boxes, *labels], 2))


@pytest.mark.parametrize("frame", SOME_FRAMES)
@pytest.mark.parametrize("note", sampled(WITH_DIAGRAMS, {"docker", "gallery"}))
def test_the_words_of_a_line_in_a_flowchart_are_struck_by_no_other(note: str, frame: str) -> None:
    for scene in (image.scene for image in images(note, frame) if image.scene):
        for edge in scene.edges:
            others = [other for other in scene.edges if other.id != edge.id]
            lines = [around(stretch) for other in others for stretch in pairwise(other.path)]
            boxes = [node.box for node in scene.nodes] + [other.label.box for other in others if other.label]
            if edge.label:
                met = [each for each in (*lines, *boxes) if each.grown(0.25).meets(edge.label.box)]
                assert not met, (edge.label.plain, met)


CROWDED = {
    "a string of one word": Diagram(f"- [{'x' * 200}, name]\n- [{'y' * 60}, a long name of this part, optional]\n", "anatomy"),
    "classes": Diagram(
        "classDiagram\n" + "".join(f" class C{n} {{\n  +first(Thing it) void\n  +second(Thing it) Thing\n  +third(Thing it) Thing\n }}\n" for n in range(4))
        + "".join(f" C{n} <|-- C{n + 1}\n" for n in range(3)),
        "mermaid",
    ),
}  # fmt: skip


@pytest.mark.parametrize("diagram", CROWDED.values(), ids=CROWDED)
def test_what_cannot_be_read_in_any_way_is_small_but_tidy(diagram: Diagram) -> None:
    (picture,) = drawn_fences([diagram], "a.md")[0].values()
    shown = fitted(replace(picture, turned=None), 848.0, 336.0)
    assert shown is not None
    assert not shown.legible
    found = [box for _, box in _written(Image(Rect(56.0, 110.0, shown.w, shown.h), "a", "alt", scene=shown.scene))]
    assert all(box.x >= 56.0 - SLACK and box.right <= 56.0 + shown.w + SLACK for box in found)
    assert not any(a.meets(b) for a, b in combinations([box.grown(-SLACK) for box in found], 2))


def _written(image: Image) -> Iterator[tuple[str, Box]]:
    """Words where they stand, as wide and high as their type makes them."""
    spaces = f'xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="r"'
    group = etree.fromstring(f"<x {spaces}>{diagram_xml(image, 1, PEN, 1)}</x>")
    places = [box for _, _, box in shapes(image)]
    for each, box in zip(group.iter(f"{P}sp", f"{P}cxnSp"), places, strict=True):
        paras = [para for para in each.iter(f"{A}p") if para.findtext(f".//{A}t")]
        sizes = [int(para.find(f".//{A}rPr").get("sz")) / 100 for para in paras]
        words = ["".join(para.itertext()) for para in paras]
        if words:
            wide = max(width(word, size) for word, size in zip(words, sizes, strict=True))
            left = box.x if paras[0].find(f"{A}pPr").get("algn", "l") == "l" else box.centre.x - wide / 2
            yield words[0], Box(left, box.centre.y - sum(sizes) / 2, wide, sum(sizes))


def test_of_two_layouts_that_cannot_be_read_the_larger_one_is_shown() -> None:
    source = "flowchart TB\n" + "".join(f"  a{n}[step {n}] --> a{n + 1}[step {n + 1}] --> a0\n" for n in range(12))
    (picture,) = drawn_fences([Diagram(source, "mermaid")], "a.md")[0].values()
    shown = fitted(picture, 848.0, 336.0)
    assert shown is not None
    assert not shown.legible
    assert shown.scene == picture.turned


LEFT, RIGHT = Node("a", Box(0, 0, 100, 40), (RichText.of("a"),)), Node("b", Box(200, 0, 100, 40), (RichText.of("b"),))
THERE = Edge("there", "a", "b", (Point(100, 20), Point(200, 20)))
BACK = Edge("back", "b", "a", (Point(200, 20), Point(100, 20)))
ROUND = Edge("round", "a", "a", (Point(100, 20), Point(130, 20), Point(130, -20), Point(50, -20), Point(50, 0)))


@pytest.mark.parametrize(
    ("edges", "glued"),
    [((THERE,), 1), ((THERE, BACK), 0), ((ROUND,), 0), ((replace(ROUND, target="b"),), 0), ((THERE, ROUND), 1)],
    ids=["there", "there and back", "a loop", "to nowhere", "there and a loop"],
)
def test_lines_there_and_back_and_in_a_loop_are_not_glued(edges: tuple[Edge, ...], glued: int) -> None:
    """PowerPoint draws both connectors of a pair in one place, and that of a shape with itself through the shape."""
    scene = Scene("flowchart", 300, 40, (LEFT, RIGHT), edges)
    xml = diagram_xml(Image(Rect(0.0, 0.0, 300.0, 40.0), "a", "a", scene=scene), 1, PEN, 1)
    assert xml.count("<p:cxnSp>") == glued
    assert xml.count("<a:tailEnd") == len(edges)
