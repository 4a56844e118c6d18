"""The templates: theme, master, layouts and notes master, written from the numbers of `plan.slides.frame`.

    python -m deckbuild.exporters.pptx.template light 4:3 > src/deckbuild/templates/slides/light-4x3.pptx

The files in the package are exactly what this prints; open one in PowerPoint to restyle a deck, or change it here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

from ...plan.slides.frame import RATIOS, WIDESCREEN, Frame, Rect
from ...plan.slides.page import LayoutName
from .drawing import HEADER, NAMESPACES, emu, transform
from .layouts import LAYOUTS, bodies
from .package import zipped
from .template_parts import CONTENT_TYPES, CORE, PROPERTIES, RELATIONSHIPS, TREE, theme
from .themes import LIGHT, THEMES, Theme

FACE = "맑은 고딕"
INK, QUIET = (f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>' for slot in ("tx1", "tx2"))
FORMATS = {"16:9": ("Widescreen", ""), "4:3": ("On-screen Show (4:3)", ' type="screen4x3"')}
"""What PowerPoint calls a size, and its mark in the presentation (ECMA-376 §19.7.17)."""


def _titles(frame: Frame) -> Mapping[str, Rect]:
    """The titles that do not stand where those of other slides do."""
    return {"title": frame.cover.title, "section": frame.opener.title}


def template(look: Theme, frame: Frame = WIDESCREEN) -> bytes:
    """The package, the same bytes every time."""
    return zipped((name, content.encode()) for name, content in _entries(look, frame))


def _entries(look: Theme, frame: Frame) -> Iterator[tuple[str, str]]:
    yield (
        "[Content_Types].xml",
        CONTENT_TYPES.format(
            layouts="".join(
                f'<Override PartName="/ppt/slideLayouts/slideLayout{n}.xml" ContentType="application/'
                'vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"/>'
                for n in range(1, len(LAYOUTS) + 1)
            )
        ),
    )
    yield from RELATIONSHIPS.items()
    yield "docProps/core.xml", CORE
    yield "docProps/app.xml", PROPERTIES.format(format=FORMATS[frame.ratio][0])
    yield "ppt/presentation.xml", _presentation(frame)
    yield "ppt/theme/theme1.xml", theme(f"deckbuild {look.name}", look.colours, FACE)
    yield "ppt/theme/theme2.xml", theme("deckbuild notes", LIGHT.colours, FACE)
    yield "ppt/slideMasters/slideMaster1.xml", _master(look, frame)
    yield "ppt/slideMasters/_rels/slideMaster1.xml.rels", _master_relationships()
    for n, name in enumerate(LAYOUTS, 1):
        yield f"ppt/slideLayouts/slideLayout{n}.xml", _layout(name, frame)
        yield (
            f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels",
            _relationships([("slideMaster", "../slideMasters/slideMaster1.xml")]),
        )
    yield "ppt/notesMasters/notesMaster1.xml", _notes_master(frame)
    yield "ppt/notesMasters/_rels/notesMaster1.xml.rels", _relationships([("theme", "../theme/theme2.xml")])


def _presentation(frame: Frame) -> str:
    levels = "".join(_level(n, 18, 26, n * 24.0, "otherStyle") for n in range(1, 10))
    return (
        f'{HEADER}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(frame.page.w)}" cy="{emu(frame.page.h)}"{FORMATS[frame.ratio][1]}/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


def _level(n: int, size: int, pitch: int, left: float, style: str, *, bold: bool = False) -> str:
    """The defaults of one level of text."""
    weight = ' b="1"' if bold else ""
    return (
        f'<a:lvl{n}pPr marL="{emu(left)}" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="0" latinLnBrk="0" hangingPunct="0">'
        f'<a:lnSpc><a:spcPts val="{pitch * 100}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size * 100}"{weight} kern="1200">{INK}{_fonts(style)}</a:defRPr></a:lvl{n}pPr>'
    )


def _fonts(style: str) -> str:
    kind = "mj" if style == "titleStyle" else "mn"
    return f'<a:latin typeface="+{kind}-lt"/><a:ea typeface="+{kind}-ea"/><a:cs typeface="+{kind}-cs"/>'


def _master(look: Theme, frame: Frame) -> str:
    shapes = "".join(
        (
            _holder(2, "Title Placeholder", "title", None, frame.title, "Title"),
            _holder(3, "Text Placeholder", "body", 1, frame.body, "Text"),
            _footer(4, frame),
            _number(5, frame),
        )
    )
    listed = "".join(f'<p:sldLayoutId id="{2147483648 + n}" r:id="rId{n}"/>' for n in range(1, len(LAYOUTS) + 1))
    sizes = (24, 22, 20, 18, 16, 16, 16, 16, 16)
    pitches = (34, 31, 28, 26, 23, 23, 23, 23, 23)
    body = "".join(
        _level(n + 1, s, p, n * 24.0, "bodyStyle") for n, (s, p) in enumerate(zip(sizes, pitches, strict=True))
    )
    other = "".join(_level(n, 18, 26, 0.0, "otherStyle") for n in range(1, 10))
    return (
        f'{HEADER}<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
        f"{look.colour_map}"
        f'<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"<p:txStyles><p:titleStyle>{_level(1, 32, 42, 0.0, 'titleStyle', bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _master_relationships() -> str:
    layouts = [("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(LAYOUTS) + 1)]
    return _relationships([*layouts, ("theme", "../theme/theme1.xml")])


def _relationships(targets: list[tuple[str, str]]) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{base}/{kind}" Target="{at}"/>' for n, (kind, at) in enumerate(targets, 1)
    )
    return f'{HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


def _layout(name: LayoutName, frame: Frame) -> str:
    title, body = _titles(frame).get(name), bodies(frame).get(name)
    cover = name == "title"
    shapes = [_holder(2, "Title", "ctrTitle" if cover else "title", None, title, "Title", "b" if title else "t")]
    if title is None:
        shapes.append(
            _holder(3, "Kicker", "body", 13, frame.kicker, "Kicker", level=_level(1, 14, 20, 0.0, "bodyStyle"))
        )
    if body:
        shapes.append(_holder(6, "Text", "subTitle" if cover else "body", 1, body, "Text"))
    if not cover:
        shapes += [_footer(4, frame), _number(5, frame)] if name != "section" else [_number(5, frame)]
    return (
        f'{HEADER}<p:sldLayout {NAMESPACES} type="{LAYOUTS[name]}" preserve="1"><p:cSld name="{name}"><p:spTree>{TREE}'
        f"{''.join(shapes)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _holder(
    number: int,
    name: str,
    kind: str,
    index: int | None,
    rect: Rect | None,
    prompt: str,
    anchor: str = "t",
    level: str = "",
) -> str:
    """A placeholder with zero insets and no autofit."""
    at = f' idx="{index}"' if index is not None else ""
    size = ' sz="quarter"' if index in (11, 12, 13) else ""
    place = f'{transform(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if rect else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number - 1}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{size}{at}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle>{level}</a:lstStyle><a:p><a:r><a:rPr lang="en-US"/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _footer(number: int, frame: Frame) -> str:
    level = _level(1, 12, 16, 0.0, "bodyStyle").replace(INK, QUIET)
    return _holder(number, "Footer Placeholder", "ftr", 11, frame.footer, "", level=level).replace(
        '<a:r><a:rPr lang="en-US"/><a:t></a:t></a:r>', '<a:endParaRPr lang="en-US"/>'
    )


def _number(number: int, frame: Frame) -> str:
    level = _level(1, 12, 16, 0.0, "bodyStyle").replace(INK, QUIET).replace('algn="l"', 'algn="r"')
    field = (
        '<a:fld id="{9D1C1A26-6B5A-4E09-8F3B-1F0C6E1B7A52}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    )
    return _holder(number, "Slide Number Placeholder", "sldNum", 12, frame.number, "", level=level).replace(
        '<a:r><a:rPr lang="en-US"/><a:t></a:t></a:r>', field
    )


def _notes_master(frame: Frame) -> str:
    wide = 243.0 * frame.page.w / frame.page.h
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{transform(Rect((540.0 - wide) / 2, 67.5, wide, 243.0))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr></p:sp>'
    )
    text = _holder(3, "Notes Placeholder", "body", 1, Rect(54.0, 346.5, 432.0, 324.0), "Notes")
    level = "".join(_level(n, 12, 17, 0.0, "bodyStyle") for n in range(1, 10))
    return (
        f'{HEADER}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{TREE}{image}{text}</p:spTree></p:cSld>"
        f"{LIGHT.colour_map}"
        f"<p:notesStyle>{level}</p:notesStyle></p:notesMaster>"
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(template(THEMES[sys.argv[1]], RATIOS[sys.argv[2]]))
