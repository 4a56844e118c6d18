"""A page → the XML of its slide and of its speaker notes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import NamedTuple, assert_never

from ...formulas.picture import Drawn
from ...plan.slides.builds import build_steps
from ...plan.slides.page import Grid, Image, Look, Page, Para, Rect, Rule, Shape, Span
from .diagrams import diagram_xml
from .drawing import (
    HEADER,
    NAMESPACES,
    attribute,
    language,
    paragraph,
    properties,
    rule_xml,
    shape_xml,
    text,
    text_body,
    transform,
    web_address,
)
from .equations import alone, equation_xml
from .layouts import Holder, Layout
from .media import Medium, picture_xml
from .pen import Link, Pen
from .tables import grid_xml
from .timing import timing_xml

NUMBER_FIELD = str(uuid.uuid5(uuid.NAMESPACE_URL, "deckbuild:slide-number")).upper()
FIRST_BOX = 10
"""The id of the shape of a page's first box; the others follow in order."""
NOWHERE = Rect(0, 0, 0, 0)


class Links(NamedTuple):
    """How a slide finds the ids of its relationships: to other pages and to `part`s, of which `media` knows the pictures
    and `formula` those of formulas; `pen` has those to addresses.
    """

    pen: Pen
    page: Link
    media: Callable[[str], Medium | None]
    part: Link
    formula: Callable[[Span], tuple[str, Drawn] | None]


def slide_xml(
    page: Page, number: int, footer: str, links: Links, layout: Layout, kicker: Rect, *, build: bool = False
) -> str:
    """The whole slide: title, kicker, boxes in reading order, footer and number; `build`: its points appear by click.

    `kicker` is where that line stands on a layout without a placeholder for it.
    """
    parts = [_title(page, links, layout)]
    if page.kicker and layout.kicker:
        parts.append(_held(Shape(NOWHERE, page.kicker, name="Kicker"), 3, layout.kicker, links.pen))
    elif page.kicker:
        parts.append(shape_xml(Shape(kicker, page.kicker, name="Kicker"), 3, links.pen))
    body = layout.body
    for i, box in enumerate(page.boxes, FIRST_BOX):
        held = body if isinstance(box, Shape) and box.body else None
        body = None if held else body
        parts.append(_box(box, i, page, held, links))
    if page.footer:
        parts += [_footer(footer, page, layout, links.pen), _number(number, page, layout, links.pen)]
    timing = timing_xml(build_steps(page), page.boxes, FIRST_BOX.__add__) if build else ""
    shown, background = _background(page, links.pen)
    return (
        f"{HEADER}<p:sld {NAMESPACES}{shown}><p:cSld>{background}<p:spTree>{_TREE}{''.join(parts)}</p:spTree></p:cSld>"
        f"<p:clrMapOvr>{layout.colours}</p:clrMapOvr>{timing}</p:sld>"
    )


def _background(page: Page, pen: Pen) -> tuple[str, str]:
    """A page that is one panel has a background of its own (ECMA-376 §19.3.1.1), and shows nothing that a layout of
    somebody else draws: that is made for another ground (`showMasterSp`, §19.3.1.38)."""
    if not page.panel:
        return "", ""
    fill = pen.fill(f"panel{page.accent}" if page.accent else "surface")
    return ' showMasterSp="0"' if pen.foreign else "", f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def _on_page(page: Page, pen: Pen, ink: str = "") -> Pen:
    """The pen for what a layout has a look for, which holds on its own ground alone."""
    return pen if page.panel else pen.on_layout(ink)


def _foot_look(page: Page) -> Look:
    return Look(12, "on" if page.panel and page.accent else "quiet")


_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def _title(page: Page, links: Links, layout: Layout) -> str:
    shape = Shape(page.title_rect or NOWHERE, page.title, anchor=page.title_anchor, name="Title")
    return _held(shape, 2, layout.title, _on_page(page, links.pen, layout.title.paint))


def _held(shape: Shape, number: int, holder: Holder, pen: Pen) -> str:
    """A placeholder that stands where its layout says, unless it has a place of its own."""
    rect = shape.rect if shape.rect.w else holder.whole
    place = f"<p:spPr>{transform(rect)}</p:spPr>" if rect.w else "<p:spPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(f"{shape.name} {number}")}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder.xml}</p:nvPr></p:nvSpPr>'
        f"{place}{text_body(shape, pen)}</p:sp>"
    )


def _box(box: Shape | Rule | Image | Grid, number: int, page: Page, held: Holder | None, links: Links) -> str:
    match box:
        case Shape() if span := alone(box):
            return equation_xml(box, span, number, links.pen, links.formula(span))
        case Shape() if held and links.pen.foreign and page.layout in ("title", "section"):
            rect = NOWHERE if box.rect == held.rect else box.rect
            anchor = box.anchor if rect.w else held.anchor
            shape = Shape(rect, box.paras, anchor=anchor, name=box.name)
            return _held(shape, number, held, links.pen.on_layout(held.paint))
        case Shape():
            place = held.xml if held else ""
            target = links.page(box.link) if box.link else ""
            click = f'<a:hlinkClick r:id="{target}" action="ppaction://hlinksldjump"/>' if target else ""
            return shape_xml(box, number, links.pen, click, place)
        case Rule():
            return rule_xml(box, number, links.pen)
        case Image() if box.scene:
            return diagram_xml(box, number, links.pen, page.accent)
        case Image():
            medium = links.media(box.src)
            address = web_address(box.href)
            click = links.pen.link(address) if address and medium else ""
            return picture_xml(box, number, medium, links.part, click) if medium else ""
        case Grid():
            return grid_xml(box, number, links.pen)
        case _:
            assert_never(box)


def _footer(footer: str, page: Page, layout: Layout, pen: Pen) -> str:
    line = Para((Span(layout.footer_text or footer, _foot_look(page)),), 12, 16)
    if layout.footer is None or not line.spans[0].text:
        return ""
    return _foot(layout.footer, 4, "Footer", paragraph(line, _on_page(page, pen)))


def _number(number: int, page: Page, layout: Layout, pen: Pen) -> str:
    if layout.number is None:
        return ""
    look = properties(_foot_look(page), "en-US", _on_page(page, pen))
    field = f'<a:fld id="{{{NUMBER_FIELD}}}" type="slidenum">{look}<a:t>{number}</a:t></a:fld>'
    side = "" if pen.foreign else ' algn="r"'
    spacing = f'<a:pPr{side}><a:lnSpc><a:spcPts val="1600"/></a:lnSpc></a:pPr>'
    return _foot(layout.number, 5, "Slide Number", f"<a:p>{spacing}{field}</a:p>")


def _foot(holder: Holder, number: int, name: str, paragraphs: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{holder.xml}</p:nvPr></p:nvSpPr><p:spPr/>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def notes_xml(page: Page, default: str) -> str:
    """The speaker notes: the slide's picture and what there is to say, line by line."""
    lines = "".join(
        f'<a:p><a:r><a:rPr lang="{language(line, default)}" dirty="0"/><a:t>{text(line)}</a:t></a:r></a:p>'
        if line
        else "<a:p/>"
        for line in page.notes.split("\n")
    )
    return (
        f"{HEADER}<p:notes {NAMESPACES}><p:cSld><p:spTree>{_TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes Placeholder 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{lines}</p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def sections_xml(names: Mapping[int, str], slides: Mapping[int, list[int]], seed: str) -> str:
    """PowerPoint's sections, by the ids of their slides (MS-PPTX §2.2.2)."""
    out = []
    for index in sorted(slides):
        ids = "".join(f'<p14:sldId id="{each}"/>' for each in slides[index])
        guid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"deckbuild:{seed}:{index}:{names[index]}")).upper()
        out.append(
            f'<p14:section name={attribute(names[index])} id="{{{guid}}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
    return (
        f'<p:extLst {NAMESPACES}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
        f'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{"".join(out)}</p14:sectionLst></p:ext></p:extLst>'
    )
