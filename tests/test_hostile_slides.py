"""Three hundred hostile notes: whatever is in them, slides hold it, and no word of it is lost."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from deckbuild.model import figures
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.inline import paras_height
from deckbuild.plan.slides.page import Box, Grid, Image, Para, Rect, Rule, Shape
from deckbuild.readers.notes import read_note

from .hostile_slides import COUNT, PICTURES, note
from .hostile_words import seen, words, words_in

SLACK = 0.6
"""Points that rounding may cost."""
ON_SLIDES, ANYWHERE = 0.9, 0.99

EVERY = 7
"""How many there are to one that is always tried; together these have every kind of block as their own."""
NUMBERS = [n if n % EVERY == 0 else pytest.param(n, marks=pytest.mark.real) for n in range(COUNT)]


@pytest.fixture(scope="module", params=NUMBERS)
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def plan(number: int) -> SlidePlan:
    deck = read_note(note(number), f"hostile-{number:03}.md").deck
    assert {figure.src for figure in figures(deck)} <= set(PICTURES)
    return plan_slides(deck, PICTURES)


def place(box: Box) -> Rect:
    return Rect(box.x, box.y, box.w, 0.0) if isinstance(box, Rule) else box.rect


def texts(box: Box) -> Iterator[tuple[Para, ...]]:
    """The paragraphs of a box, cell by cell where it is a table."""
    if isinstance(box, Shape):
        yield box.paras
    if isinstance(box, Grid):
        yield from (cell.paras for row in box.rows for cell in row.cells)


def is_formula(shape: Shape) -> bool:
    """Whether a shape is there for one formula, which is drawn as large as its paragraph says."""
    return len(shape.paras) == 1 and any(span.formula and span.formula.block for span in shape.paras[0].spans)


def said(paras: tuple[Para, ...]) -> str:
    return "\n".join("".join(span.text for span in para.spans) for para in paras)


def test_all_text_fits_its_place(plan: SlidePlan) -> None:
    frame = plan.frame
    for page in plan.pages:
        title = page.title_rect or (frame.opener.title if page.layout == "section" else frame.title)
        assert paras_height(page.title, title.w) <= title.h + SLACK, page.title_text[:60]
        for box in page.boxes:
            if isinstance(box, Shape):
                left, top, right, bottom = box.insets
                need = box.paras[0].pitch if is_formula(box) else paras_height(box.paras, box.rect.w - left - right)
                assert need <= box.rect.h - top - bottom + SLACK, (page.title_text[:60], box.name)
            if isinstance(box, Grid):
                for row in box.rows:
                    for cell, width in zip(row.cells, box.widths, strict=False):
                        assert paras_height(cell.paras, width - box.gap) <= row.height + SLACK, page.title_text[:60]


def test_every_box_is_on_the_slide_and_above_its_footer(plan: SlidePlan) -> None:
    for page in plan.pages:
        for box in page.boxes:
            rect = place(box)
            assert min(rect.x, rect.y) >= -SLACK
            assert rect.right <= plan.frame.page.w + SLACK
            assert rect.bottom <= plan.frame.page.h + SLACK
            if page.footer and page.layout not in ("title", "section"):
                assert rect.bottom <= plan.frame.number.y, page.title_text[:60]


def test_no_two_boxes_collide(plan: SlidePlan) -> None:
    for page in plan.pages:
        places = [b.rect for b in page.boxes if isinstance(b, Grid | Image) or (isinstance(b, Shape) and b.paras)]
        for a, b in combinations(places, 2):
            wide = min(a.right, b.right) - max(a.x, b.x)
            high = min(a.bottom, b.bottom) - max(a.y, b.y)
            assert wide <= SLACK or high <= SLACK, page.title_text[:60]


def test_titles_are_there_once_each(plan: SlidePlan) -> None:
    titles = [page.title_text for page in plan.pages]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_no_word_is_lost(plan: SlidePlan, number: int) -> None:
    shown = [said(paras) for page in plan.pages for paras in (page.title, page.kicker)]
    shown += [said(paras) for page in plan.pages for box in page.boxes for paras in texts(box)]
    wanted = words(note(number))
    on_slides = words_in(shown)
    assert seen(wanted, on_slides) >= ON_SLIDES
    assert seen(wanted, on_slides + words_in(page.notes for page in plan.pages)) >= ANYWHERE


def test_every_picture_is_shown_and_described(plan: SlidePlan, number: int) -> None:
    images = [box for page in plan.pages for box in page.boxes if isinstance(box, Image)]
    assert {image.src for image in images} == set(re.findall(r"\]\(([a-z]+\.png)\)", note(number)))
    assert all(image.alt.strip() for image in images)
