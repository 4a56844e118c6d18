"""The timing of a slide, as PowerPoint itself writes it."""

import io
import re
import zipfile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.timing import timing_xml
from deckbuild.model import Deck
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.builds import Target, build_steps
from deckbuild.plan.slides.page import Grid, Look, Para, Rect, Shape, Span

RECT = Rect(0.0, 0.0, 10.0, 10.0)
PARA = Para((Span("a", Look(16)),), 16, 23)
TEXT = Shape(RECT, (PARA, PARA), body=True)
AS_POWERPOINT_WRITES_IT = """
<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>
<p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>
<p:par><p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>
<p:par><p:cTn id="5" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0" nodeType="clickEffect">
<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>
<p:set><p:cBhvr><p:cTn id="6" dur="1" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn>
<p:tgtEl><p:spTgt spid="10"><p:txEl><p:pRg st="0" end="0"/></p:txEl></p:spTgt></p:tgtEl>
<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>
<p:to><p:strVal val="visible"/></p:to></p:set>
</p:childTnLst></p:cTn></p:par>
</p:childTnLst></p:cTn></p:par>
</p:childTnLst></p:cTn></p:par>
</p:childTnLst></p:cTn>
<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>
<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>
</p:childTnLst></p:cTn></p:par></p:tnLst>
<p:bldLst><p:bldP spid="10" grpId="0" build="p"/></p:bldLst></p:timing>
"""


def timed(*steps: tuple[Target, ...]) -> str:
    boxes = (TEXT, Shape(RECT, (PARA,), "surface"), Shape(RECT, (PARA,)), Grid(RECT, (), ()))
    return timing_xml(steps, boxes, lambda index: 10 + index)


def test_one_point_is_timed_as_powerpoint_does() -> None:
    assert timed((Target(0, 0),)) == AS_POWERPOINT_WRITES_IT.replace("\n", "")


def test_what_comes_along_begins_with_what_was_clicked_for() -> None:
    kinds = re.findall(r'nodeType="(\w+Effect)"', timed((Target(0, 0), Target(0, 1)), (Target(1),)))
    assert kinds == ["clickEffect", "withEffect", "clickEffect"]


def test_time_nodes_are_numbered_in_the_order_of_the_document() -> None:
    numbers = re.findall(r'<p:cTn id="(\d+)"', timed((Target(0, 0), Target(0, 1)), (Target(1), Target(3))))
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]


def test_shapes_are_built_once_each_by_what_they_are() -> None:
    found = timed((Target(0, 0),), (Target(0, 1),), (Target(1), Target(2), Target(3)))
    assert re.findall(r"<p:bldP [^>]*>", found) == [
        '<p:bldP spid="10" grpId="0" build="p"/>',
        '<p:bldP spid="11" grpId="0" animBg="1"/>',
        '<p:bldP spid="12" grpId="0"/>',
    ]


def test_a_table_has_no_group_and_no_build() -> None:
    found = timed((Target(3),))
    assert "grpId" not in found
    assert "bldLst" not in found


def test_nothing_is_timed_where_nothing_is_built() -> None:
    assert timed() == ""


@pytest.fixture(scope="module")
def roots(docker: Deck) -> list[etree._Element]:
    """The slides of notes/docker.md, built."""
    data = export(plan_slides(docker, {}), {}, Stamp(0), build=True).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [
            etree.fromstring(package.read(f"ppt/slides/slide{n + 1}.xml"))
            for n in range(len(plan_slides(docker, {}).pages))
        ]


def test_a_slide_has_its_parts_in_the_order_of_the_schema(roots: list[etree._Element]) -> None:
    assert {tuple(etree.QName(child).localname for child in root) for root in roots} == {
        ("cSld", "clrMapOvr"),
        ("cSld", "clrMapOvr", "timing"),
    }


def test_every_target_is_on_its_slide(roots: list[etree._Element]) -> None:
    for root in roots:
        shapes = {each.get("id"): each.getparent().getparent() for each in root.iter(qn("p:cNvPr"))}
        for target in root.iter(qn("p:spTgt")):
            shape = shapes[target.get("spid")]
            for part in target.iter(qn("p:pRg")):
                assert int(part.get("end")) < len(list(shape.iter(qn("a:p"))))


def test_a_built_deck_differs_in_its_timing_alone(docker: Deck) -> None:
    plan = plan_slides(docker, {})
    plain, built = (Presentation(io.BytesIO(export(plan, {}, Stamp(0), build=each).data)) for each in (False, True))
    for page, one, other in zip(plan.pages, plain.slides, built.slides, strict=True):
        timing = other.element.find(qn("p:timing"))
        assert one.element.find(qn("p:timing")) is None
        assert (timing is not None) == bool(build_steps(page))
        if timing is not None:
            other.element.remove(timing)
        assert etree.tostring(one.element) == etree.tostring(other.element), "in print all is there"
