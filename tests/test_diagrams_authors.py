"""What authors write in Mermaid beside the names of things: colours, styles, entities, headers, odd subgraphs."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from deckbuild.diagrams.engine import paint_of
from deckbuild.diagrams.look import LIGHT
from deckbuild.diagrams.marking import marks
from deckbuild.diagrams.parting import parted
from deckbuild.diagrams.scene import Scene
from deckbuild.diagrams.sources import draw, render_svg, turned
from deckbuild.model import Place

PLACE = Place("a.md", 1)


def scene(source: str) -> Scene:
    found = draw(source, "mermaid", PLACE).scene
    assert found is not None
    return found


def test_subgraphs_that_hold_each_other_are_not_parted_for_ever() -> None:
    cycle = scene("flowchart LR\n subgraph a\n  b\n  x\n end\n subgraph b\n  a\n  y\n end\n")
    assert {group.id: group.parent for group in cycle.groups} == {"a": "b", "b": "a"}
    assert parted(cycle) == ()


@pytest.mark.parametrize(
    ("colour", "paint"),
    [
        ("rgb(200, 230, 255)", "tint1"),
        ("rgba(0, 0, 255, .1)", "tint1"),
        ("rgb(0 0 255 / 10%)", "tint1"),
        ("#0000ff1a", "tint1"),
        ("hsl(120, 80%, 80%)", "tint2"),
        ("lightblue", "tint1"),
        ("white", "page"),
        ("#fff", "page"),
        ("#abc", "tint1"),
        ("nonsense", "quiet"),
    ],
)
def test_a_colour_is_the_nearest_of_ours_however_it_is_written(colour: str, paint: str) -> None:
    assert paint_of(colour) == paint


def test_the_words_on_a_coloured_stretch_of_a_sequence_can_be_read() -> None:
    ground = marks(scene("sequenceDiagram\n rect rgb(200, 230, 255)\n A->>B: hi\n end\n"))[0]
    assert (ground.form, ground.fill) == ("rect", "tint1")


@pytest.mark.parametrize(
    ("style", "alpha", "width", "size"),
    [
        ("fill-opacity:50%", 0.5, 1.0, 16.0),
        ("fill-opacity:.25", 0.25, 1.0, 16.0),
        ("fill-opacity:nearly", 1.0, 1.0, 16.0),
        ("stroke-width:-3px", 1.0, 1.0, 16.0),
        ("stroke-width:1e999", 1.0, 100.0, 16.0),
        ("font-size:0px", 1.0, 1.0, 16.0),
        ("font-size:99999999px", 1.0, 1.0, 400.0),
    ],
)
def test_a_style_that_is_out_of_bounds_is_brought_within(style: str, alpha: float, width: float, size: float) -> None:
    drawn = marks(scene(f"stateDiagram-v2\n classDef c {style}\n A --> B\n class A c\n"))
    box = next(mark for mark in drawn if mark.form == "rect")
    words = next(line for mark in drawn for line in mark.lines if line.text.plain == "A")
    assert (box.alpha, box.width, words.size) == (alpha, width, size)


def test_words_that_name_a_colour_stay_as_they_are() -> None:
    svg = render_svg(
        scene('pie\n "#4c78a8 is blue" : 3\n "#172D4A is dark" : 4\n'),
        replace(LIGHT, ink="F4F3EF", accents=("9CC2FF", *LIGHT.accents[1:])),
    )
    words = re.findall(r">([^<>]+)</text>", svg)
    assert {"#4c78a8 is blue", "#172D4A is dark"} <= set(words)


def test_words_that_name_a_size_are_no_size() -> None:
    assert scene('sequenceDiagram\n A->>B: font-size="." and font-size="1"\n').smallest == 14.0


def test_entities_are_letters_in_the_alternative_text() -> None:
    said = scene("sequenceDiagram\n participant A as C #35;\n A->>B: 1 #lt; 2 #9829;\n Note over A: x #59;\n").alt
    assert said == "C # → B: 1 < 2 ♥; C #: x ;"


def test_an_entity_in_small_words_leaves_them_a_sublabel() -> None:
    (node,) = scene('flowchart LR\n A["one<br/><small>#35; two</small>"]\n').nodes
    assert [line.plain for line in node.sublines] == ["# two"]


@pytest.mark.parametrize("kind", ["sequenceDiagram", "gantt", "stateDiagram-v2", "erDiagram", "mindmap", "timeline"])
def test_a_type_alone_is_an_empty_diagram(kind: str) -> None:
    found = draw(f"{kind}\n", "mermaid", PLACE)
    assert (found.scene, [each.code for each in found.diagnostics]) == (None, ["diagram-empty"])


@pytest.mark.parametrize("header", ["flowchart", "graph"])
def test_a_flowchart_without_a_direction_turns_too(header: str) -> None:
    source = f"{header}\n A --> B --> C\n"
    other = turned(source, "mermaid", scene(source), PLACE)
    assert other
    assert other.aspect > 1
