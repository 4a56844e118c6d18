"""What a screen reader needs, in the XML of a built deck: titles, descriptions, order, heads of tables, languages."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from lxml import etree

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.slide import FIRST_BOX
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.page import Grid

from .hostile_decks import DECKS, PICTURES

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "d": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
GROUNDS = 10_000
"""From here on are the numbers of what lies under pictures."""


@cache
def built(name: str) -> tuple[SlidePlan, list[etree._Element]]:
    plan = plan_slides(DECKS[name], PICTURES)
    with zipfile.ZipFile(io.BytesIO(export(plan, PICTURES, Stamp(0)).data)) as package:
        slides = [package.read(f"ppt/slides/slide{n}.xml") for n in range(1, len(plan.pages) + 1)]
    return plan, [etree.fromstring(slide) for slide in slides]


every_deck = pytest.mark.parametrize("name", sorted(DECKS))


@every_deck
def test_each_slide_begins_with_a_title_of_its_own(name: str) -> None:
    titles = []
    for slide in built(name)[1]:
        (first,) = slide.xpath("p:cSld/p:spTree/p:sp[1][.//p:ph[@type='title' or @type='ctrTitle']]", namespaces=NS)
        titles.append(" ".join("".join(first.xpath(".//a:t/text()", namespaces=NS)).split()))
    assert all(titles)
    assert len(set(titles)) == len(titles)


@every_deck
def test_boxes_are_read_in_the_order_of_the_plan(name: str) -> None:
    for slide in built(name)[1]:
        numbers = [int(n) for n in slide.xpath("p:cSld/p:spTree/*/*/p:cNvPr[@name!='']/@id", namespaces=NS)]
        boxes = [n for n in numbers if FIRST_BOX <= n < GROUNDS]
        assert boxes == sorted(boxes)
        assert numbers[:1] == [2]


@every_deck
def test_every_picture_says_what_it_shows(name: str) -> None:
    for slide in built(name)[1]:
        assert all(text.strip() for text in slide.xpath(".//p:pic/p:nvPicPr/p:cNvPr/@descr", namespaces=NS))
        assert not slide.xpath(".//p:pic/p:nvPicPr/p:cNvPr[not(@descr)]", namespaces=NS)


@every_deck
def test_heads_of_tables_are_marked(name: str) -> None:
    plan, slides = built(name)
    for page, slide in zip(plan.pages, slides, strict=True):
        heads = [grid.head for grid in page.boxes if isinstance(grid, Grid)]
        marked = [each.get("firstRow") == "1" for each in slide.xpath(".//a:tbl/a:tblPr", namespaces=NS)]
        assert marked == heads


@every_deck
def test_every_run_has_a_language(name: str) -> None:
    for slide in built(name)[1]:
        assert not slide.xpath(".//a:r[not(a:rPr/@lang)] | .//a:fld[not(a:rPr/@lang)]", namespaces=NS)


@every_deck
def test_what_only_decorates_is_marked(name: str) -> None:
    """Lines, and shapes without text that lead nowhere."""
    for slide in built(name)[1]:
        plain = slide.xpath(
            ".//p:cxnSp/p:nvCxnSpPr/p:cNvPr | .//p:sp[not(p:txBody)][not(.//p:ph)]/p:nvSpPr/p:cNvPr[not(a:hlinkClick)]",
            namespaces=NS,
        )
        assert all(each.xpath(".//d:decorative[@val='1']", namespaces=NS) for each in plain)
