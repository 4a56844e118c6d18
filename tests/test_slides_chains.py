"""Chains that an author typed, drawn as boxes and arrows on slides; where that would not read better they stay text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from deckbuild.build import build
from deckbuild.config.settings import Slides
from deckbuild.diagrams.marks import LEAST
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf.handout.payload import payload
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import RATIOS, Frame
from deckbuild.plan.slides.handout import plan_handout
from deckbuild.plan.slides.page import Image
from deckbuild.readers.notes import read_note

CHAIN = "source -> compiler -> object file -> program"
POINTS = "- a compiler reads text\n- a linker fills holes\n"


def plan(body: str, *, chains: bool = True, frame: Frame = RATIOS["16:9"]) -> SlidePlan:
    deck = read_note(f"# T\n\n## Build\n\n{body}\n\n## Else\n\n- what\n- else\n", "a.md").deck
    return plan_slides(deck, {}, replace(Slides(), chains=chains), frame)


def images(made: SlidePlan) -> list[Image]:
    return [box for page in made.pages for box in page.boxes if isinstance(box, Image)]


@pytest.mark.parametrize("frame", RATIOS.values(), ids=RATIOS)
@pytest.mark.parametrize(
    "body", [CHAIN, f"{POINTS}\n{CHAIN}", f"{CHAIN}\n\n{POINTS}", CHAIN.replace("->", "→"), CHAIN.replace("->", "=>")]
)
def test_a_chain_is_drawn_and_read_out(body: str, frame: Frame) -> None:
    (image,) = images(plan(body, frame=frame))
    assert image.scene is not None
    assert image.alt == "source → compiler → object file → program"
    assert [node.label for node in image.scene.nodes] == ["source", "compiler", "object file", "program"]
    assert len(image.scene.edges) == 3
    assert image.rect.w / image.scene.width * image.scene.smallest >= LEAST


def test_a_chain_that_is_too_wide_for_a_row_goes_on_in_the_next() -> None:
    body = " -> ".join(8 * letter for letter in "가나다라마바")
    (image,) = images(plan(body, frame=RATIOS["4:3"]))
    assert image.scene is not None
    tops = [node.box.y for node in image.scene.nodes]
    assert tops == [tops[0]] * 3 + [tops[3]] * 3
    assert tops[3] > image.scene.nodes[0].box.bottom
    assert image.rect.w / image.scene.width * image.scene.smallest >= LEAST


def test_a_chain_may_come_back_to_where_it_began() -> None:
    (image,) = images(plan("ready -> running -> waiting -> ready"))
    assert image.scene is not None
    assert len({node.id for node in image.scene.nodes}) == 4


@pytest.mark.parametrize(
    "body",
    [
        "cause -> effect",
        "First we go -> to the bank -> then home.",
        f"- {CHAIN}",
        f"{CHAIN}\n\nroot -> left -> right",
        "a -> **b** -> c",
        "p->next->last",
        "a <-> b -> c -> d",
        "(read -> process -> write)",
        f"{CHAIN}\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        f"{CHAIN}\n\n> [!note]\n> A box.",
        f"{CHAIN}\n\n```\nmake\n```",
        f"{CHAIN}\n\nQ: Why so?\nA: Because.",
        f"{CHAIN}.",
        "`source` -> compiler -> program",
        " -> ".join(f"step {n}" for n in range(12)),
        f"a -> {'very ' * 6}long -> c",
    ],
)
def test_what_is_no_chain_or_reads_better_as_text_stays_text(body: str) -> None:
    assert images(plan(body)) == []


def test_chains_can_be_switched_off() -> None:
    assert images(plan(CHAIN, chains=False)) == []


def test_a_note_says_that_its_chains_stay_text(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    for name, head in (("on", ""), ("off", "---\nslides:\n  chains: false\n---\n")):
        (tmp_path / f"{name}.md").write_text(f"{head}# T\n\n## A\n\n{CHAIN}\n", "utf-8")
    assert build(["on.md", "off.md"], None, ["slides"], tmp_path).diagnostics == ()
    decks = [Presentation(str(tmp_path / "output" / f"{name}.pptx")) for name in ("on", "off")]
    drawn = [sum(shape.shape_type == MSO_SHAPE_TYPE.GROUP for s in deck.slides for shape in s.shapes) for deck in decks]
    assert drawn == [1, 0]


def test_a_handout_shows_the_drawing() -> None:
    files = payload(plan_handout(plan(CHAIN)), {}, Stamp(0)).files
    assert b"compiler" in files["picture-0.svg"]
