"""What the front matter says stands on the title slide, or in its notes with a word about it."""

from __future__ import annotations

import pytest

from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import RATIOS, Frame
from deckbuild.plan.slides.page import Shape
from deckbuild.readers.notes import read_note

from .examples import sampled
from .foreign_templates import frame_of

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
    said = "Robert Otherlongname, Kim Cheolsu, Maria de los Angeles Department of Informatics, University of Somewhere"
    assert (
        " ".join(" ".join(lines(plan, "Source")).replace("·", "").split()) == f"Ann Longname-Example, {said} 2026-11-29"
    )
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
    plan = planned("subtitle: Layers\nauthor: Ann Example\ndate: 2026-11-29", frame_of(name))
    assert shown(plan, "Subtitle") == "Layers Ann Example · 2026-11-29"


def lines(plan: SlidePlan, *names: str) -> list[str]:
    shapes = [box for box in plan.pages[0].boxes if isinstance(box, Shape) and box.name in names]
    texts = ("".join(span.text for span in para.spans) for shape in shapes for para in shape.paras)
    return [line for text in texts for line in text.split("\n")]


NAMES = [
    "Helen Marsh",
    "John Maynard Keynes",
    "Alfred Marshall",
    "김하늘 교수",
    "Joan Violet Robinson",
    "Paul A. Samuelson",
]
DATES = ["14 October 2026", "2026년 3월 14일", "Monday, 14 October 2026", "October 14, 2026", "2026. 3. 14."]


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("ratio", RATIOS)
def test_no_line_of_the_speakers_ends_within_a_name_or_a_date(ratio: str, count: int, date: str) -> None:
    names = NAMES[:count]
    front = f'author: [{", ".join(names)}]\ninstitute: School of Economics, University of Leeds\ndate: "{date}"'
    found = lines(planned(front, RATIOS[ratio]), "Source")
    assert all(any(each in line for line in found) for each in (*names, date))
    assert not any(line.endswith("·") or line.startswith("·") for line in found)


@pytest.mark.parametrize("date", DATES[:4])
@pytest.mark.parametrize(
    "lead", ["Econ", "Lecture held on", "A lecture on price elasticity held on", "강의 안내 및 일정"]
)
@pytest.mark.parametrize("template", sampled([*RATIOS, "standard", "plain"], {"16:9", "standard"}))
def test_no_line_of_a_subtitle_ends_within_a_date(template: str, lead: str, date: str) -> None:
    found = lines(planned(f'subtitle: "{lead} {date} in the main building"', frame_of(template)), "Subtitle")
    assert any(date.removeprefix("Monday, ") in line for line in found)
    assert "\u00a0" not in "".join(found)
