"""What the front matter says stands on the title slide, or in its notes with a word about it."""

from __future__ import annotations

import pytest

from deckbuild.exporters.base import Template
from deckbuild.exporters.pptx.foreign import read_template
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import RATIOS, Frame
from deckbuild.plan.slides.page import Shape
from deckbuild.readers.notes import read_note

from .foreign_templates import TEMPLATES

AUTHORS = "author: [Ann Longname-Example, Robert Otherlongname, Kim Cheolsu, Maria de los Angeles]"
FRONT = f"{AUTHORS}\ninstitute: Department of Informatics, University of Somewhere\ndate: 2026-11-29"
BODY = "# Networks\n\n## A\n\n- one\n\n## B\n\n- two\n"


def planned(front: str, frame: Frame = RATIOS["16:9"]) -> SlidePlan:
    return plan_slides(read_note(f"---\n{front}\n---\n{BODY}", "n.md").deck, {}, frame=frame)


def shown(plan: SlidePlan, *names: str) -> str:
    shapes = [box for box in plan.pages[0].boxes if isinstance(box, Shape) and box.name in names]
    return " ".join(span.text for shape in shapes for para in shape.paras for span in para.spans)


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_long_list_of_authors_takes_more_lines(ratio: str) -> None:
    plan = planned(FRONT, RATIOS[ratio])
    assert shown(plan, "Source").endswith("University of Somewhere · 2026-11-29")
    assert plan.diagnostics == ()


def test_a_long_subtitle_is_set_smaller() -> None:
    subtitle = "An introduction to the layers of the internet, their protocols, and what happens when a page is opened"
    assert shown(planned(f"subtitle: {subtitle}"), "Subtitle").split() == subtitle.split()


def test_what_has_no_room_is_said_and_stands_in_the_notes() -> None:
    subtitle = "all that there is to know about it " * 20
    plan = planned(f"subtitle: {subtitle}")
    assert [each.code for each in plan.diagnostics] == ["cover-full"]
    assert plan.pages[0].notes.startswith("Networks\n\nall that there is to know")


@pytest.mark.parametrize("name", ["standard", "plain"])
def test_a_template_has_the_speaker_below_the_subtitle(name: str) -> None:
    frame = read_template(Template(name, TEMPLATES[name]())).frame
    plan = planned("subtitle: Layers\nauthor: Ann Example\ndate: 2026-11-29", frame)
    assert shown(plan, "Subtitle") == "Layers Ann Example · 2026-11-29"
