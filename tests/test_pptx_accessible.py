"""What a screen reader meets in a deck: titles, descriptions, an order, heads of tables, languages, nothing that only adorns."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import combinations

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck_

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.slide import FIRST_BOX
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Grid
from deckbuild.readers.notes import read_note

from .conftest import DOCKER
from .examples import sampled
from .hostile_decks import DECKS, PICTURES
from .hostile_slides import note

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SHAPES = ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp")
NOTES = {f"hostile {n}": note(n) for n in (2, 5, 6, 10, 11, 13)} | {"docker": DOCKER.read_text("utf-8")}
GROUNDS = 10_000
"""From here on are the numbers of what lies under pictures."""
CLOSE = 12_700
"""Slack in EMU: a point."""


@cache
def made(name: str) -> tuple[Deck_, int]:
    """A deck read back, and how many of its tables have a head."""
    deck = read_note(NOTES[name], f"{name}.md").deck if name in NOTES else DECKS[name]
    plan = plan_slides(deck, PICTURES)
    heads = sum(isinstance(box, Grid) and box.head for page in plan.pages for box in page.boxes)
    return Presentation(BytesIO(export(plan, PICTURES, Stamp(0)).data)), heads


pytestmark = pytest.mark.parametrize("name", sampled(sorted({*DECKS, *NOTES}), {"cjk", "panels"}))


def shapes(name: str) -> Iterator[etree._Element]:
    for slide in made(name)[0].slides:
        yield from slide.shapes._spTree.iter(*map(qn, SHAPES))


def properties(shape: etree._Element) -> etree._Element:
    return next(shape.iter(qn("p:cNvPr")))


def text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(qn("a:t"))).strip()


def holder(shape: etree._Element) -> str:
    """What a placeholder is for."""
    found = next(shape.iter(qn("p:ph")), None)
    return "" if found is None else str(found.get("type", "body"))


def test_every_slide_has_a_title_of_its_own(name: str) -> None:
    titles = [slide.shapes.title.text_frame.text.strip() for slide in made(name)[0].slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_every_picture_says_what_it_shows_or_that_it_adorns(name: str) -> None:
    for shape in shapes(name):
        if shape.tag == qn("p:pic"):
            about = properties(shape)
            assert about.get("descr", "").strip() or next(about.iter(DECORATIVE), None) is not None


def test_the_title_is_read_first_and_the_number_last(name: str) -> None:
    for slide in made(name)[0].slides:
        order = [holder(shape) for shape in slide.shapes._spTree.iterchildren(qn("p:sp"))]
        assert order[0] in ("title", "ctrTitle")
        assert "sldNum" not in order[:-1]
        assert "ftr" not in order[:-2]


def test_what_stands_above_in_a_column_is_read_first(name: str) -> None:
    for slide in made(name)[0].slides:
        said = [
            s
            for s in slide.shapes
            if not s.is_placeholder and (s.has_table or (s.has_text_frame and s.text_frame.text))
        ]
        for first, then in combinations(said, 2):
            apart = then.left >= first.left + first.width - CLOSE or first.left >= then.left + then.width - CLOSE
            assert apart or then.top + then.height > first.top + CLOSE, (first.name, then.name)


def test_boxes_are_read_in_the_order_of_the_plan(name: str) -> None:
    for slide in made(name)[0].slides:
        numbers = [int(properties(shape).get("id")) for shape in slide.shapes._spTree.iterchildren(*map(qn, SHAPES))]
        boxes = [number for number in numbers if FIRST_BOX <= number < GROUNDS]
        assert boxes == sorted(boxes)


def test_heads_of_tables_are_marked(name: str) -> None:
    deck, heads = made(name)
    tables = [table for slide in deck.slides for table in slide.shapes._spTree.iter(qn("a:tbl"))]
    marked = [table for table in tables if next(table.iter(qn("a:tblPr"))).get("firstRow") == "1"]
    assert len(marked) == heads
    assert all(text(next(table.iter(qn("a:tr")))) for table in marked)


def test_every_run_has_a_language(name: str) -> None:
    deck, _ = made(name)
    assert deck.core_properties.language
    parts = [slide.shapes._spTree for slide in deck.slides]
    parts += [slide.notes_slide.shapes._spTree for slide in deck.slides if slide.has_notes_slide]
    for part in parts:
        for run in part.iter(qn("a:r"), qn("a:fld")):
            assert run.find(qn("a:rPr")).get("lang"), text(run)


def test_what_says_nothing_is_marked_as_decoration(name: str) -> None:
    for shape in shapes(name):
        about = properties(shape)
        linked = next(about.iter(qn("a:hlinkClick")), None) is not None
        silent = shape.tag == qn("p:cxnSp") or (shape.tag == qn("p:sp") and not text(shape) and not linked)
        if silent and not holder(shape) and not about.get("descr"):
            assert next(about.iter(DECORATIVE), None) is not None, about.get("name")
