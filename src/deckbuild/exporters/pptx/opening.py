"""A presentation or template of any kind → an empty presentation: its master and layouts, and nothing of its slides."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from .names import A, P, R
from .template_parts import RELATIONSHIPS

TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
OTHERS = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:template|slideshow)"
    r"|ms-powerpoint\.(?:template|slideshow|presentation)\.macroEnabled)\.main\+xml"
)
"""Main parts that python-pptx does not open: templates, shows, and any of them with macros (MS-OFFMACRO2 §2.2)."""
VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"


def opened(data: bytes) -> Any:
    """The presentation, emptied. Raises whatever zipfile, lxml and python-pptx raise on what is none."""
    presentation = Presentation(io.BytesIO(_retyped(data)))
    _drop_slides(presentation)
    _drop_links(presentation.part.package)
    _forget(presentation)
    _ensure_notes_master(presentation)
    _ensure_views(presentation.part)
    return presentation


def _retyped(data: bytes) -> bytes:
    """A template as the presentation that python-pptx opens."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = package.read(TYPES).decode("utf-8-sig")
        if not OTHERS.search(types):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
            for info in package.infolist():
                content = OTHERS.sub(MAIN, types).encode() if info.filename == TYPES else package.read(info)
                target.writestr(info.filename, content)
    return out.getvalue()


def _drop_slides(presentation: Any) -> None:
    """Slides with what belongs to them alone, and the lists that name them (shows; sections go with `extLst`)."""
    root = presentation.element
    for tag in ("sldIdLst", "custShowLst", "modifyVerifier"):
        for each in root.findall(f"{P}{tag}"):
            root.remove(each)
    _pop(presentation.part.rels, RT.SLIDE, VBA)


def _pop(rels: Any, *kinds: str) -> list[str]:
    """Take out the relationships of some kinds; their ids."""
    found = [key for key, rel in rels.items() if rel.reltype in kinds]
    for key in found:
        rels.pop(key)
    return found


def _drop_links(package: Any) -> None:
    """Links from masters and layouts to slides, which would keep these in the file."""
    for part in list(package.iter_parts()):
        gone = _pop(part.rels, RT.SLIDE, RT.NOTES_SLIDE)
        root = getattr(part, "_element", None)
        for link in root.iter(f"{A}hlinkClick", f"{A}hlinkHover") if gone and root is not None else ():
            if link.get(f"{R}id") in gone:
                link.getparent().remove(link)


def _forget(presentation: Any) -> None:
    """What the file says about itself: author, dates, its first slide as a picture, how many slides it had."""
    package = presentation.part.package
    core = package.core_properties._element
    for each in list(core):
        core.remove(each)
    _pop(package._rels, RT.THUMBNAIL)
    for rel in package._rels.values():
        if rel.reltype == RT.EXTENDED_PROPERTIES:
            rel.target_part.blob = _uncounted(rel.target_part.blob)


def _uncounted(properties: bytes) -> bytes:
    """Properties of the program without what they say of slides."""
    root = etree.fromstring(properties)
    old = [each for each in root if etree.QName(each).localname not in ("Application", "PresentationFormat")]
    for each in old:
        root.remove(each)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)) if old else properties


def _ensure_views(part: Any) -> None:
    """PowerPoint offers to repair a presentation without this part, which other programs do not write."""
    if not any(rel.reltype == RT.VIEW_PROPS for rel in part.rels.values()):
        content = RELATIONSHIPS["ppt/viewProps.xml"].encode()
        part.relate_to(Part(PackURI("/ppt/viewProps.xml"), CT.PML_VIEW_PROPS, part.package, content), RT.VIEW_PROPS)


def _ensure_notes_master(presentation: Any) -> None:
    """Speaker notes need one; python-pptx makes it where a template has none, and does not list it."""
    part = presentation.part
    master = part.notes_master_part
    root = presentation.element
    if root.find(f"{P}notesMasterIdLst") is None:
        key = next(
            key for key, rel in part.rels.items() if rel.reltype == RT.NOTES_MASTER and rel.target_part is master
        )
        listed = etree.Element(f"{P}notesMasterIdLst")
        etree.SubElement(listed, f"{P}notesMasterId").set(f"{R}id", key)
        root.find(f"{P}sldMasterIdLst").addnext(listed)
