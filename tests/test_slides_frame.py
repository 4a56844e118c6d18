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
def test_titles_of_two_lines_keep_their_distance_from_the_body(frame: Frame) -> None:
    for sizes in (frame.title_sizes, frame.answer_sizes, frame.statement_sizes):
        for size, step, lines in sizes:
            free = frame.body.y - frame.title.y - step * lines
            assert free >= (18.0 if lines > 1 else 12.0), size


@FRAMES
def test_names_on_the_cover_are_set_smaller_before_they_are_cut(frame: Frame) -> None:
    body = (Definition(R("It is short.")),)
    names = [
        "Learning goals",
        "Definitions",
        "The theorem",
        "A worked example",
        "Frequentist and Bayesian",
        "Discussion",
    ]
    deck = Deck("notes/a.md", "a", R("A"), concepts=tuple(Concept(n, R(n), body=body) for n in names))
    bands = [box for box in plan_slides(deck, {}, frame=frame).pages[0].boxes if isinstance(box, Shape) and box.fill]
    assert [box.paras[0].spans[-1].text for box in bands] == names
    assert len({box.paras[0].size for box in bands}) == 1


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
