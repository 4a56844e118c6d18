"""References and addresses: what is shown of them, and that the rest is neither lost nor off the slide."""

import pytest

from deckbuild.model import Block, Concept, Deck, List, Point, Reference, RichText
from deckbuild.plan.measure import SAFETY, text_width
from deckbuild.plan.slides import RATIOS, plan_slides
from deckbuild.plan.slides.addresses import bare, linked, shown_address
from deckbuild.plan.slides.frame import Frame
from deckbuild.plan.slides.page import Grid, Page, Shape

from .examples import sampled

R = RichText.of
LONG = "https://example.org/redirect?to=" + "x" * 3000


def pages(*body: Block, frame: Frame = RATIOS["16:9"]) -> list[Page]:
    deck = Deck("notes/a.md", "a", R("A"), concepts=(Concept("s", R("Section"), body=body),))
    return list(plan_slides(deck, {}, frame=frame).pages[1:])


@pytest.mark.parametrize("url", ["https://a.org/", "https://ko.wikipedia.org/wiki/%EB%8F%84%EC%BB%A4", LONG, "x" * 500])
def test_an_address_stands_on_one_line(url: str) -> None:
    shown = shown_address(url, 16, 500.0)
    assert text_width(shown, mono=True) * 16 <= 500.0 * SAFETY


def test_what_an_address_shows_is_where_it_leads() -> None:
    assert shown_address("https://a.org/", 16, 500.0) == "https://a.org/"
    assert (
        shown_address("https://ko.wikipedia.org/wiki/" + "%EB%8F%84" * 6, 16, 500.0)
        == "ko.wikipedia.org/wiki/" + "도" * 6
    )
    assert shown_address("https://a.org/" + "b" * 90 + "/page.html", 16, 300.0).startswith("a.org/…")
    assert shown_address("https://a.org/" + "b" * 90 + "/page.html", 16, 300.0).endswith("/page.html")
    assert bare("https://a.org/%FF%20x") == "a.org/%FF%20x"


@pytest.mark.parametrize("frame", sampled(RATIOS, {"16:9"}, RATIOS))
@pytest.mark.parametrize("reference", [Reference(R("Name"), LONG), Reference(R("word " * 2000), "https://a.org")])
def test_a_reference_of_any_length_stays_on_its_slides_and_is_said_in_full(reference: Reference, frame: Frame) -> None:
    made = pages(List((reference, Reference(R("Other"), "https://b.org"))), frame=frame)
    for page in made:
        assert all(b.rect.bottom <= frame.body.bottom + 4 for b in page.boxes if isinstance(b, Shape | Grid))
    told = " ".join(page.notes for page in made).split()
    assert told.count("word") == reference.title.plain.split().count("word")
    assert LONG in told or reference.url != LONG


def test_names_and_addresses_are_links() -> None:
    (page,) = pages(List((Reference(R("The book"), LONG), Reference(R("Other"), LONG))))
    (grid,) = [box for box in page.boxes if isinstance(box, Grid)]
    found = {span.href for row in grid.rows for cell in row.cells for para in cell.paras for span in para.spans}
    assert found == {LONG}


def test_references_below_an_item_stay_below_it() -> None:
    parent = Point(R("Where to cache"), body=(List((Reference(R("Browser"), "https://a.org"),)),))
    (page,) = pages(List((parent, Point(R("Why")))))
    (shape,) = [box for box in page.boxes if isinstance(box, Shape)]
    assert [(para.level, "".join(s.text for s in para.spans)) for para in shape.paras] == [
        (0, "Where to cache"),
        (1, "Browser"),
        (0, "Why"),
    ]


def test_a_reference_without_a_name_goes_by_its_address() -> None:
    each = Reference(R("https://a.org/b"), "https://a.org/b")
    assert (linked(each).plain, linked(each, beside=True).plain) == ("a.org/b", "a.org")


def test_names_step_down_before_a_word_of_theirs_breaks() -> None:
    (page,) = pages(List((Reference(R("Internationalization-and-x"), "https://a.org"), Reference(R("Other"), LONG))))
    (grid,) = [box for box in page.boxes if isinstance(box, Grid)]
    sizes = [row.cells[0].paras[0].size for row in grid.rows]
    assert sizes[0] < sizes[1]


def test_an_address_shows_its_end_only_where_that_says_something() -> None:
    """A few letters behind an ellipsis say less than its beginning."""
    for width in range(120, 700, 10):
        shown = shown_address(
            "https://www.example-of-a-host.org/path/to/some/long/document/chapter-of-it.html", 12, width
        )
        _, _, end = shown.partition("/…")
        assert not end or len(end) >= 12, width


def test_an_address_is_cut_where_a_part_of_it_begins() -> None:
    shown = shown_address(f"https://a.org/{'b' * 60}/configuration_reference/page.html?q=1", 16, 300.0)
    assert shown.startswith("a.org/…")
    assert shown.removeprefix("a.org/…")[0] in "/_.?="
