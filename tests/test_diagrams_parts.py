"""Diagrams that are too long for a slide: in rows, laid out close, or over several slides, and never below 12 points."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from deckbuild.assets import Picture
from deckbuild.diagrams.bands import bands
from deckbuild.diagrams.cutting import evenly, gaps
from deckbuild.diagrams.folding import cuts, folded, stretches
from deckbuild.diagrams.marking import marks
from deckbuild.diagrams.marks import LEAST
from deckbuild.diagrams.scene import Scene, around
from deckbuild.diagrams.sources import draw
from deckbuild.drawing import drawn_fences
from deckbuild.model import Diagram, Place
from deckbuild.pictured import diagrams, pictured
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.diagram import fitted, pieces, small_labels
from deckbuild.plan.slides.page import Image
from deckbuild.readers.notes import read_note

WIDE, HIGH = 848.0, 343.0
"""The body of a slide."""
CHAIN = "flowchart LR\n" + "".join(f" a{n}[Step {n}] --> a{n + 1}[Step {n + 1}]\n" for n in range(16))
LONG = "flowchart LR\n" + "".join(
    f" a{n}[Work on the step {n}] --> a{n + 1}[Work on the step {n + 1}]\n" for n in range(40)
)
FORKED = """flowchart LR
 ask[Take the order] --> known{Known?}
 known -->|yes| load[Load the account] --> join[Write the bill]
 known -->|no| make[Open an account] --> join
 join --> price[Add up] -->|by mail| send[Send the bill] & file[File a copy] --> wait[Wait for money] --> done[Close the order]
"""
NAMES = ("User interface", "Load balancer", "Login service", "Order service", "Payment provider", "Message queue")
TALK = "sequenceDiagram\n" + "".join(f" participant P{n} as {name} of the shop\n" for n, name in enumerate(NAMES))
FEW = TALK + "".join(f" P{n}->>P{n + 1}: please do part {n}\n" for n in range(5))
MANY = TALK + "".join(
    f" P{n % 5}->>P{n % 5 + 1}: please do part {n}\n Note over P{n % 5}: part {n} noted\n" for n in range(12)
)


def picture_of(source: str) -> Picture:
    (picture,) = drawn_fences([Diagram(source, "mermaid")], "a.md")[0].values()
    return picture


def scene_of(source: str) -> Scene:
    scene = draw(source, "mermaid", Place("a")).scene
    assert scene is not None
    return scene


def plan(text: str) -> SlidePlan:
    deck = read_note(text, "a.md").deck
    pictures, _ = drawn_fences(diagrams(deck), "a.md")
    made = plan_slides(pictured(deck, pictures), pictures)
    assert not list(small_labels(deck, made))
    return made


def words(scene: Scene) -> list[str]:
    return [" ".join(line.text.plain for line in mark.lines) for mark in marks(scene) if mark.lines]


def test_a_long_flowchart_goes_on_in_the_next_row() -> None:
    shown = fitted(picture_of(CHAIN), WIDE, HIGH)
    assert shown is not None
    assert shown.legible
    boxes = [node.box for node in shown.scene.nodes]
    assert len(boxes) == 17
    assert len({box.y for box in boxes}) > 1
    assert all(b.x > a.x if a.y == b.y else b.y > a.bottom for a, b in pairwise(boxes))


@pytest.mark.parametrize("count", [2, 3])
def test_arrows_between_rows_go_from_thing_to_thing_and_through_none(count: int) -> None:
    made = folded(scene_of(FORKED), count)
    assert made is not None
    boxes = {node.id: node.box for node in made.nodes}
    for edge in made.edges:
        assert boxes[edge.source].grown(4.0).holds(edge.path[0])
        assert boxes[edge.target].grown(4.0).holds(edge.path[-1])
        lines = [around(stretch).grown(0.1) for stretch in pairwise(edge.path)]
        assert not [box for box in boxes.values() for line in lines if box.grown(-6.0).meets(line)]
        assert all(0.0 <= point.x <= made.width and 0.0 <= point.y <= made.height for point in edge.path)


def test_a_flowchart_is_cut_only_where_no_doubt_arises() -> None:
    scene = scene_of(FORKED)
    homes = {node.label: sum(node.box.x > at for at in cuts(scene)) for node in scene.nodes}
    assert homes["Known?"] == homes["Load the account"] == homes["Open an account"]
    assert homes["Load the account"] < homes["Write the bill"]
    assert homes["Send the bill"] == homes["Add up"]
    assert homes["Send the bill"] < homes["Wait for money"]


@pytest.mark.parametrize(
    "source",
    [
        "flowchart LR\n a --> b --> c --> a",
        "flowchart LR\n subgraph one\n  a --> b --> c\n end",
        "flowchart LR\n a --> b\n c --> d",
        "classDiagram\n A <|-- B",
    ],
    ids=["a circle", "a group", "two rows", "another type"],
)
def test_what_hangs_together_is_not_cut(source: str) -> None:
    scene = scene_of(source)
    assert cuts(scene) == ()
    assert folded(scene, 2) is None
    assert stretches(scene, 2) == ()


def test_what_is_too_long_for_one_slide_goes_on_on_the_next() -> None:
    made = plan(f"# T\n\n## A\n\n```mermaid\n{LONG}```\n")
    shown = [box for page in made.pages for box in page.boxes if isinstance(box, Image) and box.scene]
    assert len(shown) > 1
    assert all(each.rect.w / each.scene.width * each.scene.smallest >= LEAST - 0.01 for each in shown if each.scene)
    named = [[node.label for node in each.scene.nodes] for each in shown if each.scene]
    assert {label for labels in named for label in labels} == {f"Work on the step {n}" for n in range(41)} | {"…"}
    for before, after in pairwise(named):
        assert before[-1] == "…"
        assert before[-2] == after[0]
    assert len({each.alt for each in shown}) == len(shown)


def test_a_sequence_of_many_actors_is_laid_out_close() -> None:
    picture = picture_of(FEW)
    shown = fitted(picture, WIDE, HIGH)
    assert shown is not None
    assert shown.scene == picture.turned
    assert shown.legible
    assert " ".join(words(shown.scene)).count("Payment provider of the shop") == 1


LOOPED = """flowchart TD
 start([Start]) --> right{Is the input right?}
 right -->|yes, all checks have passed| kept[Keep it]
 right -->|no| said[/Say why/]
 said --> again{Try again?}
 again -->|yes| start
 again -->|no| done([Done])
 kept --> known{Is the key known?}
 known -->|yes| changed[Change it]
 known -->|no| done
 changed --> done
"""


def test_a_flowchart_that_runs_back_is_laid_out_close_with_its_labels_in_more_lines() -> None:
    picture = picture_of(LOOPED)
    shown = fitted(picture, WIDE, HIGH)
    assert shown is not None
    assert shown.legible
    assert not any(found.legible for found in [fitted(replace(picture, close=()), WIDE, HIGH)] if found)
    assert picture_of("flowchart LR\n a --> b\n").close == ()


def test_a_long_sequence_is_parted_between_its_messages() -> None:
    parts = pieces(picture_of(MANY), WIDE, HIGH)
    assert len(parts) > 1
    scenes = [part.scene for part in parts if part.scene]
    said = [" ".join(words(scene)) for scene in scenes]
    assert all(name in each for each in said for name in NAMES)
    for n in range(12):
        assert sum(f"please do part {n}" in each.replace(f"{n}0", "") for each in said) >= 1
        assert sum(each.count(f"part {n} noted") for each in said) == 1
    assert "; ".join(each for scene in scenes for each in scene.told).count("please do part") == 12
    assert scenes[0].alt.startswith("User interface of the shop → Load balancer of the shop: please do part 0; User")
    shown = [fitted(part, WIDE, HIGH) for part in parts]
    assert all(each and each.legible for each in shown)


def test_lifelines_and_what_runs_along_them_end_with_each_part() -> None:
    body = "".join(f" A->>B: ask {n}\n B-->>A: tell {n}\n" for n in range(4))
    source = f"sequenceDiagram\n box Shop\n participant A\n participant B\n end\n activate B\n{body} deactivate B\n"
    first, second = bands(scene_of(source), 2)
    for scene in (first, second):
        found = marks(scene)
        assert all(mark.box.y >= 0.0 and mark.box.bottom <= scene.height for mark in found)
        assert sum(mark.box.width < 0.1 and mark.box.height > 100.0 for mark in found) == 2
    assert [words(scene).count("A") for scene in (first, second)] == [1, 1]


def test_an_actor_who_joins_later_stands_at_the_top_of_later_parts() -> None:
    body = "".join(f" A->>B: say {n}\n" for n in range(4))
    source = (
        f"sequenceDiagram\n participant A\n participant B\n create participant C\n A->>C: come\n{body} C->>A: gone\n"
    )
    _, last = bands(scene_of(source), 2)
    tops = {mark.lines[0].text.plain: mark.box.bottom for mark in marks(last) if mark.lines}
    assert tops["C"] == pytest.approx(tops["A"])


def test_frames_are_not_cut() -> None:
    source = "sequenceDiagram\n loop all day\n" + "".join(f" A->>B: ask {n}\n" for n in range(6)) + " end\n"
    assert bands(scene_of(source), 2) == ()


def test_words_that_an_arrow_would_strike_have_no_room() -> None:
    source = "sequenceDiagram\n" + "".join(f" A->>B: what is said in line {n}\n" for n in range(14))
    picture = replace(picture_of(source), turned=None)
    assert picture.scene is not None
    high = picture.scene.height
    seen = [fitted(picture, WIDE, share * high) for share in (0.7, 0.46)]
    assert [each.legible for each in seen if each] == [True, False]


def test_a_diagram_that_cannot_be_read_beside_its_text_is_not_lost() -> None:
    source = "sequenceDiagram\n" + "".join(f" A->>B: ask {n}\n B-->>A: tell {n}\n" for n in range(10))
    made = plan(f"# T\n\n## A\n\nTwo talk.\n\n```mermaid\n{source}```\n")
    shown = [box.scene for page in made.pages for box in page.boxes if isinstance(box, Image) and box.scene]
    assert shown
    assert "tell 9" in words(shown[-1])


def test_even_stretches() -> None:
    assert gaps([(0, 10), (5, 12), (20, 30), (40, 50)]) == (16.0, 35.0)
    assert evenly((10.0, 50.0, 60.0), 0.0, 100.0, 2) == (50.0,)
    assert evenly((10.0, 50.0, 60.0), 0.0, 100.0, 4) == (10.0, 50.0, 60.0)
    assert evenly((10.0,), 0.0, 100.0, 3) == ()
