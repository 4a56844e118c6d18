"""A small box right below the heading of a section stands on the section's panel, and not on a slide by itself."""

import pytest
from msgspec.structs import replace

from deckbuild.plan.slides import RATIOS, SlidePlan, plan_slides
from deckbuild.plan.slides.frame import WIDESCREEN, Frame
from deckbuild.plan.slides.page import Page, Shape
from deckbuild.plan.slides.written import written
from deckbuild.readers.notes import read_note

LINES = "\n".join(f"- a line that says one of the many things that can be said of it, number {n}" for n in range(4))
BOX = "> [!tip] Remember\n> Bring a spade."


def planned(box: str, frame: Frame = WIDESCREEN) -> SlidePlan:
    note = f"# Soils\n\n## Kinds\n\n{box}\n\n### Clay\n\n{LINES}\n\n### Sand\n\n{LINES}\n\n## Use\n\nMuch.\n"
    return plan_slides(read_note(note, "n.md").deck, {}, frame=frame)


def on_panel(plan: SlidePlan) -> list[str]:
    return [span.text for page in plan.pages for box in notes(page) for para in box.paras for span in para.spans]


def notes(page: Page) -> list[Shape]:
    return [box for box in page.boxes if isinstance(box, Shape) and box.name == "Note"]


def slides_with(plan: SlidePlan, text: str) -> list[str]:
    return [page.layout for page in plan.pages if text in " ".join(written(page.boxes))]


@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_it_stands_below_the_number(ratio: str) -> None:
    frame = RATIOS[ratio]
    plan = planned(BOX, frame)
    assert on_panel(plan) == ["Tip", "Remember", "Bring a spade."]
    assert slides_with(plan, "Bring a spade.") == ["section"]
    (place,) = (box.rect for page in plan.pages for box in notes(page))
    assert frame.opener.number.bottom < place.y
    assert place.right < frame.opener.panel.right
    assert place.bottom < frame.opener.back.y


def test_its_words_are_in_the_notes_of_the_panel() -> None:
    (page,) = (page for page in planned(BOX).pages if notes(page))
    assert "Bring a spade." in page.notes


def test_pages_are_counted_without_its_slide() -> None:
    contents = planned(BOX).pages[1]
    numbers = [b.paras[0].spans[0].text for b in contents.boxes if isinstance(b, Shape) and b.name == "Page"]
    titles = [page.title_text for page in planned(BOX).pages]
    assert [titles[int(number) - 1] for number in numbers] == ["Kinds", "Use"]


@pytest.mark.parametrize(
    "box",
    [
        f"{BOX}\n\nAnd more that is said here.",
        "> [!tip] Remember\n> See [the book](https://example.org).",
        "> [!tip] Remember\n> 1. one\n> 2. two",
        "> [!tip] Remember\n> " + "A spade is what you dig with. " * 12,
    ],
)
def test_what_is_more_than_a_little_prose_keeps_its_slide(box: str) -> None:
    assert not on_panel(planned(box))


def test_a_page_without_a_panel_keeps_its_slide() -> None:
    bare = replace(WIDESCREEN, opener=replace(WIDESCREEN.opener, panel=replace(WIDESCREEN.opener.panel, h=0.0)))
    plan = planned(BOX, bare)
    assert not on_panel(plan)
    assert "section" not in slides_with(plan, "Bring a spade.")
