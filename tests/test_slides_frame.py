"""Pages of another shape: the same decisions on other places."""

import pytest

from deckbuild.model import Concept, Deck, Definition, RichText
from deckbuild.plan.slides import RATIOS, plan_slides
from deckbuild.plan.slides.frame import STANDARD, WIDESCREEN, Frame
from deckbuild.plan.slides.page import Shape

R = RichText.of
FRAMES = pytest.mark.parametrize("frame", RATIOS.values(), ids=RATIOS)


def children(count: int) -> Deck:
    """A section of small children."""
    small = tuple(Concept(f"c{n}", R(f"Part {n}"), body=(Definition(R("It is short.")),)) for n in range(count))
    return Deck("notes/a.md", "a", R("A"), concepts=(Concept("s", R("Section"), children=small),))


@FRAMES
def test_a_page_has_its_ratio_and_nothing_of_the_body_meets_title_or_footer(frame: Frame) -> None:
    wide, high = map(int, frame.ratio.split(":"))
    assert frame.page.w * high == frame.page.h * wide
    assert frame.kicker.bottom <= frame.title.y
    assert frame.title.bottom <= frame.body.y
    assert frame.body.bottom + 4 <= min(frame.footer.y, frame.number.y)
    assert frame.footer.right <= frame.number.x


@FRAMES
def test_twelfths_of_the_body_end_at_its_right_edge_and_a_gutter(frame: Frame) -> None:
    assert frame.column(0) == frame.body.x
    assert frame.column(12) == pytest.approx(frame.body.right + 16)


def test_distances_are_exact_on_the_widest_body() -> None:
    assert [WIDESCREEN.across(each) for each in (288.0, 340.0, 536.0)] == [288.0, 340.0, 536.0]


def test_three_columns_become_two_where_they_would_be_narrow() -> None:
    counts = [
        [sum(isinstance(box, Shape) and box.name == "Column" for box in page.boxes) for page in plan.pages]
        for plan in (plan_slides(children(3), {}, frame=frame) for frame in (WIDESCREEN, STANDARD))
    ]
    assert max(counts[0]) == 3
    assert max(counts[1]) == 2


def test_the_plan_says_what_it_was_made_for() -> None:
    assert plan_slides(children(2), {}, frame=STANDARD).frame is STANDARD
    assert plan_slides(children(2), {}).frame is WIDESCREEN
