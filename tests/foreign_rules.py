"""Templates that are each made for one rule: a second master, a photo, a map of other colours, macros, links."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Pt

NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TITLE, TEXT, SECTION, FREE = 0, 1, 2, 5
"""Layouts of python-pptx's own template."""


def fresh() -> Any:
    """What python-pptx starts from."""
    return Presentation()


def saved(deck: Any) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def rewritten(data: bytes, changes: Mapping[str, tuple[str, str]], added: Mapping[str, bytes] | None = None) -> bytes:
    """A package with a pattern replaced in some of its parts, and with more parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as target:
        for name in package.namelist():
            content = package.read(name)
            for pattern, (old, new) in changes.items():
                if re.fullmatch(pattern, name):
                    content = re.sub(old, new, content.decode(), flags=re.S).encode()
            target.writestr(name, content)
        for name, content in (added or {}).items():
            target.writestr(name, content)
    return out.getvalue()


def held(owner: Any, *kinds: str) -> Any:
    return next(shape for shape in owner.placeholders if shape.element.ph.get("type", "") in kinds)


def put(shape: Any, x: float, y: float, w: float, h: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(x), Pt(y), Pt(w), Pt(h)


def photo(owner: Any, place: tuple[float, float, float, float], *colours: tuple[int, int, int]) -> None:
    """A picture in vertical stripes of some colours, behind all else."""
    from pptx.oxml.shapes.picture import CT_Picture

    picture, out = Image.new("RGB", (20 * len(colours), 20)), io.BytesIO()
    for n, colour in enumerate(colours):
        picture.paste(colour, (20 * n, 0, 20 * n + 20, 20))
    picture.save(out, "PNG")
    out.seek(0)
    _, key = owner.part.get_or_add_image_part(out)
    emu = [round(each * 12700) for each in place]
    owner.element.cSld.spTree.insert(2, CT_Picture.new_pic(95, "Photo", "", key, *emu))


def band(owner: Any, place: tuple[float, float, float, float], colour: str) -> None:
    """A filled rectangle behind all else."""
    x, y, w, h = (round(each * 12700) for each in place)
    owner.element.cSld.spTree.insert(
        2,
        parse_xml(
            f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            f'</a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></p:spPr></p:sp>'
        ),
    )


def coloured(data: bytes, **colours: str) -> bytes:
    """A template whose theme has other colours in some of its slots."""
    for slot, value in colours.items():
        old, new = rf"<a:{slot}>.*?</a:{slot}>", f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'
        data = rewritten(data, {r"ppt/theme/theme1\.xml": (old, new)})
    return data


def swapped(deck: Any) -> None:
    """A dark page: what is called light is dark, and the reverse."""
    for name, slot in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        deck.slide_master.element.find(f"{P}clrMap").set(name, slot)


@cache
def navy() -> bytes:
    """Sand on navy, with an accent that cannot be read on the page but has the page's letters on it."""
    deck = fresh()
    swapped(deck)
    return coloured(
        saved(deck), dk1="0B2545", lt1="F8F4E8", dk2="13315C", lt2="EEF4ED", accent1="8DA9C4", accent3="B23A48"
    )


@cache
def red() -> bytes:
    """White letters on a dark red rectangle that covers the page; of that the theme says nothing."""
    deck = fresh()
    band(deck.slide_master, (0, 0, 720, 540), "7A1F2B")
    for style in deck.slide_master.element.iter(f"{A}defRPr"):
        for fill in style.findall(f"{A}solidFill"):
            style.remove(fill)
        style.insert(0, parse_xml(f'<a:solidFill {NAMES}><a:srgbClr val="FFFFFF"/></a:solidFill>'))
    return saved(deck)


@cache
def two_masters(*, photo_first: bool = True, banded: bool = False) -> bytes:
    """A master with a photo or a band across its text (if so), and one of the same layouts without it, with a blue page."""
    deck = fresh()
    if photo_first:
        photo(deck.slide_master, (0, 300, 720, 240), (40, 60, 160))
    if banded:
        band(deck.slide_master, (0, 200, 720, 200), "EEEEEE")
    data = saved(deck)
    clean = saved(fresh())
    with zipfile.ZipFile(io.BytesIO(clean)) as package:
        layouts = [name for name in package.namelist() if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", name)]
        count, added = len(layouts), {}
        for name in layouts:
            number = int(re.findall(r"\d+", name)[0])
            added[f"ppt/slideLayouts/slideLayout{number + count}.xml"] = package.read(name)
            rels = package.read(f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels")
            added[f"ppt/slideLayouts/_rels/slideLayout{number + count}.xml.rels"] = rels.replace(b"Master1", b"Master2")
        master = package.read("ppt/slideMasters/slideMaster1.xml").decode()
        master = re.sub(r'(<p:sldLayoutId id=")(\d+)', lambda m: f"{m[1]}{int(m[2]) + 100}", master)
        added["ppt/slideMasters/slideMaster2.xml"] = re.sub(r"<p:bg>.*?</p:bg>", BLUE, master, flags=re.S).encode()
        related = package.read("ppt/slideMasters/_rels/slideMaster1.xml.rels").decode()
        related = re.sub(r"slideLayout(\d+)\.xml", lambda m: f"slideLayout{int(m[1]) + count}.xml", related)
        added["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = related.replace("theme1", "theme2").encode()
        added["ppt/theme/theme2.xml"] = package.read("ppt/theme/theme1.xml")
    main = "application/vnd.openxmlformats-officedocument"
    kinds = {
        "slideMaster": f"{main}.presentationml.slideMaster+xml",
        "slideLayout": f"{main}.presentationml.slideLayout+xml",
    }
    kinds["theme"] = f"{main}.theme+xml"
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kinds[re.findall(r"([a-zA-Z]+)[0-9]+.xml$", name)[0]]}"/>'
        for name in added
        if not name.endswith(".rels")
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"
    listed = '<p:sldMasterId id="2147483748" r:id="rId900"/></p:sldMasterIdLst>'
    related = f'<Relationship Id="rId900" Type="{kind}" Target="slideMasters/slideMaster2.xml"/></Relationships>'
    return rewritten(
        data,
        {
            r"\[Content_Types\]\.xml": ("</Types>", f"{types}</Types>"),
            r"ppt/presentation\.xml": ("</p:sldMasterIdLst>", listed),
            r"ppt/_rels/presentation\.xml\.rels": ("</Relationships>", related),
        },
        added,
    )


def on_photo() -> bytes:
    """A cover on a photo of dark and light things."""
    deck = fresh()
    deck.slide_layouts[TITLE].name = "Cover"
    photo(deck.slide_layouts[TITLE], (0, 0, 720, 540), (0, 0, 0), (255, 255, 255), (120, 120, 120))
    return saved(deck)


def small() -> bytes:
    """A place for text that is low and narrow."""
    deck = fresh()
    deck.slide_layouts[TEXT].name = "Text"
    put(held(deck.slide_master, "body"), 36, 126, 510.4, 135.2)
    return saved(deck)


BLUE = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="DDEEFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def with_macros() -> bytes:
    """A presentation with a project of macros, a list of shows, a lock, a count of its words, and no view properties."""
    vba = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    related = f'<Relationship Id="rId901" Type="{vba}" Target="vbaProject.bin"/></Relationships>'
    binary = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    shows = '<p:custShowLst><p:custShow name="OLD SHOW" id="0"><p:sldLst/></p:custShow></p:custShowLst>'
    lock = '<p:modifyVerifier cryptProviderType="rsaAES" spinCount="1" saltData="AA==" hashData="AA=="/>'
    data = rewritten(
        saved(fresh()),
        {
            r"\[Content_Types\]\.xml": ("</Types>", binary),
            r"ppt/_rels/presentation\.xml\.rels": ("</Relationships>", related),
            r"ppt/presentation\.xml": (r"(<p:notesSz[^>]*/>)", rf"\1{shows}"),
            r"docProps/app\.xml": (r"</Properties>", "<Words>4711</Words></Properties>"),
        },
        {"ppt/vbaProject.bin": b"MACRO"},
    )
    data = rewritten(data, {r"ppt/presentation\.xml": (r"(</p:defaultTextStyle>)", rf"\1{lock}")})
    view = r'<Relationship (?:(?!/>).)*?relationships/viewProps"(?:(?!/>).)*?/>'
    return rewritten(data, {r"ppt/_rels/presentation\.xml\.rels": (view, "")})


def with_link() -> bytes:
    """A layout with a shape that leads to a slide of the file."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    deck = fresh()
    layout = deck.slide_layouts[TEXT]
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text = "OLD SLIDE"
    key = layout.part.relate_to(slide.part, RT.SLIDE)
    named = held(layout, "ftr").element.find(f"{P}nvSpPr/{P}cNvPr")
    named.append(parse_xml(f'<a:hlinkClick {NAMES} r:id="{key}" action="ppaction://hlinksldjump"/>'))
    return saved(deck)


def xml_parts(data: bytes) -> dict[str, etree._Element]:
    """Every part that is XML, read."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(package.read(name)) for name in names}
