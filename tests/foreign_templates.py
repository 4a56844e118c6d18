"""Templates that are not ours, made by code: odd names and places, a logo, a band, old slides; 4:3; a dark one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Pt

from deckbuild.exporters.base import Template
from deckbuild.exporters.pptx.foreign import Foreign, read_template
from deckbuild.plan.slides.frame import RATIOS, Frame

ODD_NAMES = {
    "Title Slide": "1_Uni Deckblatt",
    "Title and Content": "Inhalt mit Logo",
    "Section Header": "Zwischenblatt",
    "Title Only": "Nur Überschrift (leer)",
}
KOREAN_NAMES = {
    "Title Slide": "표지",
    "Title and Content": "제목 및 내용",
    "Section Header": "구역 머리글",
    "Title Only": "제목만",
}
PALE = {"accent1": "FFD500", "accent2": "9BE564", "accent3": "F7C59F", "accent4": "B8E1FF", "accent5": "EFEFD0"}
"""Accents that nobody can read on white."""


def _logo() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (120, 120), (160, 20, 40)).save(out, "PNG")
    out.seek(0)
    return out


def _names(deck: Any, names: dict[str, str]) -> None:
    for layout in deck.slide_layouts:
        if layout.name in names:
            layout.name = names[layout.name]


def _place(shape: Any, x: float, y: float, w: float, h: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(x), Pt(y), Pt(w), Pt(h)


def _held(owner: Any, *kinds: str) -> Any:
    return next(s for s in owner.placeholders if s.element.ph.get("type", "") in kinds)


def _theme(deck: Any, change: Callable[[str], str]) -> None:
    part = deck.slide_master.part.part_related_by(RT.THEME)
    part.blob = change(part.blob.decode()).encode()


def _coloured(theme: str, colours: dict[str, str]) -> str:
    for slot, value in colours.items():
        theme = re.sub(
            rf"<a:{slot}>.*?</a:{slot}>", f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>', theme, flags=re.S
        )
    return theme


def _saved(deck: Any) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _band(tree: Any, number: int, x: float, y: float, w: float, h: float, colour: str) -> None:
    """A filled rectangle behind all else."""
    from pptx.oxml import parse_xml

    emu = [round(each * 12700) for each in (x, y, w, h)]
    tree.insert(
        2,
        parse_xml(
            '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
            f'<p:cNvPr id="{number}" name="Band {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{emu[0]}" y="{emu[1]}"/><a:ext cx="{emu[2]}" cy="{emu[3]}"/></a:xfrm><a:prstGeom prst="rect">'
            f"<a:avLst/></a:prstGeom><a:solidFill>{colour}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        ),
    )


@cache
def odd() -> bytes:
    """16:9: layouts of odd names and no type, the title low beside a band, a logo in the corner, pale accents, slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    _names(deck, ODD_NAMES)
    master = deck.slide_master
    _place(_held(master, "title"), 130, 40, 640, 70)
    _place(_held(master, "body"), 130, 130, 780, 340)
    for kind, x, w in (("dt", 130, 120), ("ftr", 270, 400), ("sldNum", 830, 80)):
        _place(_held(master, kind), x, 496, w, 28)
    _band(master.element.cSld.spTree, 90, 0, 0, 96, 540, '<a:schemeClr val="accent1"/>')
    for layout in deck.slide_layouts:
        layout.element.attrib.pop("type", None)
        for shape in layout.placeholders:
            kind = shape.element.ph.get("type", "")
            if kind in ("dt", "ftr", "sldNum", "title") and shape.element.spPr.xfrm is not None:
                shape.element.spPr.remove(shape.element.spPr.xfrm)
    title, section = deck.slide_layouts[0], deck.slide_layouts[2]
    _place(_held(title, "ctrTitle"), 130, 180, 700, 110)
    _place(_held(title, "subTitle"), 130, 300, 700, 90)
    _place(_held(section, "title"), 130, 120, 700, 90)
    _place(_held(section, "body"), 130, 240, 700, 200)
    _band(section.element.cSld.spTree, 91, 0, 0, 960, 540, '<a:srgbClr val="20304A"/>')
    for each in (_held(section, "title"), _held(section, "body")):
        _white(each)
    _picture(master, _logo(), 850, 24, 80, 80)
    _theme(deck, lambda theme: _coloured(theme, PALE))
    for layout in (title, deck.slide_layouts[1], deck.slide_layouts[1]):
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = "OLD SLIDE"
        slide.notes_slide.notes_text_frame.text = "OLD NOTES"
        slide.shapes.add_picture(_logo(), 0, 0)
    return _as_template(_saved(deck))


def _white(shape: Any) -> None:
    from pptx.oxml import parse_xml

    body = shape.element.txBody
    body.remove(body.find("{http://schemas.openxmlformats.org/drawingml/2006/main}lstStyle"))
    body.insert(
        1,
        parse_xml(
            '<a:lstStyle xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:lvl1pPr><a:defRPr sz="3600">'
            '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        ),
    )


def _picture(master: Any, image: io.BytesIO, x: float, y: float, w: float, h: float) -> None:
    """A picture on the master, which python-pptx has no call for."""
    from pptx.oxml.shapes.picture import CT_Picture

    _, key = master.part.get_or_add_image_part(image)
    emu = [round(each * 12700) for each in (x, y, w, h)]
    master.element.cSld.spTree.append(CT_Picture.new_pic(95, "Logo", "Logo of the university", key, *emu))


@cache
def standard() -> bytes:
    """4:3 with Korean names, an own footer and a body beside a narrow column."""
    deck = Presentation()
    _names(deck, KOREAN_NAMES)
    master = deck.slide_master
    _band(master.element.cSld.spTree, 90, 0, 0, 720, 18, '<a:schemeClr val="accent2"/>')
    _place(_held(master, "body"), 60, 126, 600, 350)
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            if shape.element.ph.get("type") == "ftr":
                shape.text_frame.text = "한국대학교 컴퓨터공학과"
    return _saved(deck)


@cache
def dark() -> bytes:
    """White letters on a black page, capitals in the title, two columns in the body, and the old 16:9 of 720 × 405."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(720), Pt(405)
    master = deck.slide_master
    clr = master.element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}clrMap")
    for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        clr.set(name, slot)
    _place(_held(master, "title"), 36, 14, 648, 60)
    _place(_held(master, "body"), 36, 84, 648, 270)
    _held(master, "body").element.txBody.bodyPr.set("numCol", "2")
    style = next(master.element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}titleStyle"))
    style[0].find("{http://schemas.openxmlformats.org/drawingml/2006/main}defRPr").set("cap", "all")
    for kind, x in (("dt", 36), ("ftr", 246), ("sldNum", 516)):
        _place(_held(master, kind), x, 368, 168, 28)
    title, section = deck.slide_layouts[0], deck.slide_layouts[2]
    _place(_held(title, "ctrTitle"), 54, 100, 612, 90)
    _place(_held(title, "subTitle"), 108, 200, 504, 80)
    _place(_held(section, "title"), 57, 230, 612, 90)
    _place(_held(section, "body"), 57, 100, 612, 120)
    return _saved(deck)


@cache
def plain() -> bytes:
    """What python-pptx starts from."""
    return _saved(Presentation())


def _as_template(data: bytes) -> bytes:
    """The same file as a .potx."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as target:
        for info in package.infolist():
            content = package.read(info)
            if info.filename == "[Content_Types].xml":
                content = content.replace(b"presentation.main+xml", b"template.main+xml")
            target.writestr(info.filename, content)
    return out.getvalue()


TEMPLATES = {"odd": odd, "standard": standard, "dark": dark, "plain": plain}
FRAMES = (*RATIOS, *TEMPLATES)
"""The names of all frames: those of our own template and of those above."""


@cache
def foreign(name: str) -> Foreign:
    """One of these templates as slides are planned on it: read when it is first asked for, not when tests are found."""
    return read_template(Template(f"{name}.potx", TEMPLATES[name]()))


def frame_of(name: str) -> Frame:
    return RATIOS.get(name) or foreign(name).frame
