"""The parts of the template that hold no decision: content types, relationships, properties, the rest of a theme."""

from __future__ import annotations

from collections.abc import Mapping

from .drawing import HEADER

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"

CONTENT_TYPES = (
    f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/ppt/presentation.xml" ContentType="{_PRESENTATION}.presentation.main+xml"/>'
    f'<Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="{_PRESENTATION}.slideMaster+xml"/>'
    "{layouts}"
    f'<Override PartName="/ppt/notesMasters/notesMaster1.xml" ContentType="{_PRESENTATION}.notesMaster+xml"/>'
    f'<Override PartName="/ppt/presProps.xml" ContentType="{_PRESENTATION}.presProps+xml"/>'
    f'<Override PartName="/ppt/viewProps.xml" ContentType="{_PRESENTATION}.viewProps+xml"/>'
    f'<Override PartName="/ppt/tableStyles.xml" ContentType="{_PRESENTATION}.tableStyles+xml"/>'
    '<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    '<Override PartName="/ppt/theme/theme2.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
CORE = (
    f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"></cp:coreProperties>'
)
PROPERTIES = (
    f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>deckbuild</Application><PresentationFormat>{format}</PresentationFormat></Properties>"
)


def _links(*targets: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{at}"/>' for n, (kind, at) in enumerate(targets, 1)
    )
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


_MAIN = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
RELATIONSHIPS: Mapping[str, str] = {
    "_rels/.rels": _links(
        (f"{_OFFICE}/officeDocument", "ppt/presentation.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
    ),
    "ppt/_rels/presentation.xml.rels": _links(
        (f"{_OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"),
        (f"{_OFFICE}/notesMaster", "notesMasters/notesMaster1.xml"),
        (f"{_OFFICE}/presProps", "presProps.xml"),
        (f"{_OFFICE}/viewProps", "viewProps.xml"),
        (f"{_OFFICE}/theme", "theme/theme1.xml"),
        (f"{_OFFICE}/tableStyles", "tableStyles.xml"),
    ),
    "ppt/presProps.xml": f"{HEADER}<p:presentationPr {_MAIN}/>",
    "ppt/viewProps.xml": f"{HEADER}<p:viewPr {_MAIN}/>",
    "ppt/tableStyles.xml": (
        f'{HEADER}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'def="{2D5ABB26-0587-4C30-8999-92F81FD0307C}"/>'
    ),
}
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(name: str, colours: Mapping[str, str], face: str) -> str:
    """A flat theme: one face for headings and text, in Latin and in East Asian letters; no gradient, no shadow."""
    slots = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in colours.items())
    fonts = f'<a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface=""/>'
    lines = "".join(f'<a:ln w="{weight}">{_PLAIN}<a:prstDash val="solid"/></a:ln>' for weight in (9525, 19050, 25400))
    return (
        f'{HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
