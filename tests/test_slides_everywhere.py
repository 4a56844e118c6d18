"""What holds on every slide of every deck, however odd: nothing overflows, collides, is lost, or stands there twice."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from deckbuild.exporters.pptx.keeping_off import overlap
from deckbuild.model import Deck
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.inline import paras_height
from deckbuild.plan.slides.page import Box, Grid, Image, Page, Para, Rect, Rule, Shape

from .examples import sampled
from .foreign_templates import FRAMES, frame_of
from .hostile_decks import DECKS, PICTURES

SLACK = 0.6
"""Points that rounding may cost."""


@pytest.fixture(scope="module", params=sampled(FRAMES, {"16:9"}))
def frame(request: pytest.FixtureRequest) -> str:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module", params=sampled(sorted(DECKS), DECKS.keys() - {"code", "tables"}))
def plan(request: pytest.FixtureRequest, frame: str) -> SlidePlan:
    return planned(request.param, frame)


@cache
def planned(name: str, frame: str) -> SlidePlan:
    return plan_slides(DECKS[name], PICTURES, frame=frame_of(frame))


def boxes(plan: SlidePlan) -> Iterator[tuple[Page, Box]]:
    return ((page, box) for page in plan.pages for box in page.boxes)


def shapes(plan: SlidePlan) -> Iterator[tuple[Page, Shape]]:
    return ((page, box) for page, box in boxes(plan) if isinstance(box, Shape))


def paragraphs(plan: SlidePlan) -> Iterator[Para]:
    for page in plan.pages:
        yield from (*page.title, *page.kicker)
    for _, box in boxes(plan):
        if isinstance(box, Shape):
            yield from box.paras
        if isinstance(box, Grid):
            yield from (para for row in box.rows for cell in row.cells for para in cell.paras)


def inside(rect: Rect, page: Rect) -> bool:
    fits = rect.right <= page.w + SLACK and rect.bottom <= page.h + SLACK
    return fits and rect.x >= -SLACK and rect.y >= -SLACK


def test_there_is_a_slide(plan: SlidePlan) -> None:
    assert plan.pages
    assert plan.pages[0].layout == "title"


def test_all_text_fits_its_shape(plan: SlidePlan) -> None:
    for page, shape in shapes(plan):
        left, top, right, bottom = shape.insets
        need = paras_height(shape.paras, shape.rect.w - left - right)
        assert need <= shape.rect.h - top - bottom + SLACK, (page.title_text[:60], shape.name)


def test_titles_and_kickers_fit_their_places(plan: SlidePlan) -> None:
    for page in plan.pages:
        standing = {"title": plan.frame.cover.title, "section": plan.frame.opener.title}
        place = page.title_rect or standing.get(page.layout, plan.frame.title)
        assert paras_height(page.title, place.w) <= place.h + SLACK, page.title_text[:60]
        assert paras_height(page.kicker, plan.frame.kicker.w) <= plan.frame.kicker.h


def test_all_cells_fit_their_rows(plan: SlidePlan) -> None:
    for page, grid in boxes(plan):
        if not isinstance(grid, Grid):
            continue
        assert sum(row.height for row in grid.rows) == pytest.approx(grid.rect.h, abs=1.0)
        assert sum(grid.widths) <= plan.frame.body.w + SLACK
        for row in grid.rows:
            for cell, width in zip(row.cells, grid.widths, strict=False):
                assert paras_height(cell.paras, width - grid.gap) <= row.height + SLACK, page.title_text


def test_every_box_is_on_the_slide(plan: SlidePlan) -> None:
    for page, box in boxes(plan):
        rect = Rect(box.x, box.y, box.w, 0) if isinstance(box, Rule) else box.rect
        assert inside(rect, plan.frame.page), (page.title_text[:60], box)


def test_nothing_reaches_into_title_footer_or_number(plan: SlidePlan) -> None:
    frame = plan.frame
    for page, box in boxes(plan):
        if page.layout in ("title", "section") or isinstance(box, Rule):
            continue
        for taken in (frame.title, frame.kicker, frame.footer, frame.number):
            assert overlap(taken, box.rect) <= SLACK, (page.title_text[:60], box)


def test_no_two_texts_overlap(plan: SlidePlan) -> None:
    for page in plan.pages:
        places = [b.rect for b in page.boxes if isinstance(b, Grid | Image) or (isinstance(b, Shape) and b.paras)]
        for a, b in combinations(places, 2):
            wide = min(a.right, b.right) - max(a.x, b.x)
            high = min(a.bottom, b.bottom) - max(a.y, b.y)
            assert wide <= SLACK or high <= SLACK, page.title_text[:60]


def test_no_letter_is_smaller_than_twelve_points(plan: SlidePlan) -> None:
    assert min(span.look.size for para in paragraphs(plan) for span in para.spans) >= 12


def test_lines_stand_further_apart_than_letters_are_high(plan: SlidePlan) -> None:
    assert all(para.pitch >= 1.15 * para.size for para in paragraphs(plan))


def test_every_slide_has_a_title_of_its_own(plan: SlidePlan) -> None:
    titles = [page.title_text for page in plan.pages]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_keys_are_unique_and_every_link_leads_somewhere(plan: SlidePlan) -> None:
    keys = [page.key for page in plan.pages]
    assert len(set(keys)) == len(keys)
    assert {shape.link for _, shape in shapes(plan)} - {""} <= set(keys)


def test_sections_follow_one_another_and_are_all_named(plan: SlidePlan) -> None:
    order = [page.section for page in plan.pages]
    assert order == sorted(order)
    assert set(order) == set(range(len(plan.sections)))
    assert all(plan.sections)


def test_pictures_keep_their_shape_and_say_what_they_are(plan: SlidePlan) -> None:
    for _, box in boxes(plan):
        if isinstance(box, Image):
            assert box.rect.w / box.rect.h == pytest.approx(PICTURES[box.src].aspect, rel=0.01)
            assert 0 < box.rect.w <= PICTURES[box.src].width + SLACK
            assert box.alt.strip()


def test_notes_are_text_and_no_markdown(plan: SlidePlan) -> None:
    for page in plan.pages:
        assert "**" not in page.notes
        assert "```" not in page.notes


@pytest.mark.parametrize("name", sampled(sorted(DECKS), {"figures", "scripts", "styles"}))
def test_the_same_deck_gives_the_same_plan(name: str, frame: str) -> None:
    assert plan_slides(DECKS[name], PICTURES, frame=frame_of(frame)) == planned(name, frame)


def shown(plan: SlidePlan) -> str:
    return "".join("".join(span.text for span in para.spans) for para in paragraphs(plan))


@pytest.mark.parametrize("name", sampled(["lists", "tables", "panels", "cjk", "code"], {"lists", "panels", "cjk"}))
def test_every_letter_of_every_text_is_on_some_slide(name: str, frame: str) -> None:
    """Counted by letter, since long texts are cut between sentences and long lines of code are wrapped."""
    deck: Deck = DECKS[name]
    letters = "".join(shown(planned(name, frame)).split())
    for concept in deck.walk():
        for text in texts(concept.body):
            for word in text.split():
                assert word[:40] in letters, (concept.title.plain, word[:60])


def texts(value: object) -> Iterator[str]:
    """All words in a body, whatever blocks they are in."""
    from msgspec import Struct

    from deckbuild.model import Place, Reference, RichText

    if isinstance(value, RichText):
        yield value.plain
    elif isinstance(value, Reference):
        yield value.title.plain
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif isinstance(value, Struct) and not isinstance(value, Place):
        for field in value.__struct_fields__:
            if field not in ("lang", "role", "style", "kind", "sign"):
                yield from texts(getattr(value, field))
