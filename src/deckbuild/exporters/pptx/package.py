"""The package around the slides: parts, relationships, properties, and a zip file that is the same every time.

python-pptx opens the template and writes the package. Its look-ups for each new slide, picture and relationship walk
over all that are there, so slides come in as finished parts, and each part's relationships at once.
"""

from __future__ import annotations

import io
import pkgutil
import zipfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import CT_Relationships
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""What a zip file can date at all."""
FIRST_SLIDE_ID = 256
"""ECMA-376 §19.2.1.33: slide ids are at least 256."""
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


class Relations:
    """The relationships of one part, collected as its XML asks for them; each target once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, bool], str] = {}

    def to(self, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship to a part's name or to a web address."""
        return self._found.setdefault((kind, target, external), f"rId{len(self._found) + 1}")

    def web(self, address: str) -> str:
        """The id of a hyperlink."""
        return self.to(RT.HYPERLINK, address, external=True)

    def slide(self, name: str) -> str:
        """The id of a link to another slide."""
        return self.to(RT.SLIDE, name)

    def image(self, name: str) -> str:
        """The id of a picture."""
        return self.to(RT.IMAGE, name)

    def apply(self, part: Part, parts: dict[PackURI, Part]) -> None:
        """Give the relationships to a part, in one step."""
        found = CT_Relationships.new()
        for (kind, target, external), key in self._found.items():
            found.add_rel(key, kind, target, external)
        part.load_rels_from_xml(found, parts)


class Package:
    """A presentation in the making, from the template."""

    def __init__(self, template: str) -> None:
        data = pkgutil.get_data("deckbuild", template)
        assert data is not None
        self._presentation = Presentation(io.BytesIO(data))
        self._package = self._presentation.part.package
        self._parts: dict[PackURI, Part] = {part.partname: part for part in self._package.iter_parts()}
        self.layouts = {each.name: str(each.part.partname) for each in self._presentation.slide_layouts}
        self._notes_master = str(self._presentation.part.notes_master_part.partname)
        self._slides: list[str] = []

    def add(self, name: str, kind: str, data: bytes) -> Part:
        """A part by its name and content type."""
        part = Part(PackURI(name), kind, self._package, data)
        self._parts[part.partname] = part
        return part

    def add_media(self, number: int, data: bytes, extension: str, kind: str) -> str:
        """A picture; its part's name."""
        name = f"/ppt/media/image{number}.{extension}"
        self.add(name, kind, data)
        return name

    def add_formula(self, number: int, data: bytes) -> str:
        """The picture of a formula as PNG; its part's name."""
        name = f"/ppt/media/formula{number}.png"
        self.add(name, "image/png", data)
        return name

    def reserve(self, count: int) -> None:
        """Parts for slides to come, so that they may link to one another."""
        self._slides = [f"/ppt/slides/slide{n + 1}.xml" for n in range(count)]
        for name in self._slides:
            self.add(name, CT.PML_SLIDE, b"")

    def slide_name(self, index: int) -> str:
        return self._slides[index]

    def set_slide(self, index: int, layout: str, xml: Callable[[Relations], str], notes: str) -> None:
        """A slide's content, made from its relationships, and its notes where there are any."""
        relations = Relations()
        relations.to(RT.SLIDE_LAYOUT, self.layouts[layout])
        part = self._parts[PackURI(self._slides[index])]
        part.blob = xml(relations).encode()
        if notes:
            name = f"/ppt/notesSlides/notesSlide{index + 1}.xml"
            held = self.add(name, CT.PML_NOTES_SLIDE, notes.encode())
            relations.to(RT.NOTES_SLIDE, name)
            back = Relations()
            back.to(RT.NOTES_MASTER, self._notes_master)
            back.to(RT.SLIDE, self._slides[index])
            back.apply(held, self._parts)
        relations.apply(part, self._parts)

    def list_slides(self, sections: str) -> None:
        """Put the slides into the presentation, in order, with its sections (an `extLst`)."""
        part = self._presentation.part
        root = self._presentation.element
        found = CT_Relationships.new()
        for rel in part.rels.values():
            found.add_rel(rel.rId, rel.reltype, rel.target_ref, rel.is_external)
        listed = root.get_or_add_sldIdLst()
        start = max(int(key[3:]) for key in part.rels) + 1
        for n, name in enumerate(self._slides):
            found.add_rel(f"rId{start + n}", RT.SLIDE, name, False)
            each = etree.SubElement(listed, f"{_P}sldId")
            each.set("id", str(FIRST_SLIDE_ID + n))
            each.set(f"{_R}id", f"rId{start + n}")
        part.load_rels_from_xml(found, self._parts)
        for old in root.findall(f"{_P}extLst"):
            root.remove(old)
        root.append(etree.fromstring(sections))

    def describe(self, title: str, language: str, date: int | None) -> None:
        """The file's properties; dates only where the build has one (seconds since 1970)."""
        core = self._presentation.core_properties
        core.title, core.language = title[:255], language
        core.author = core.last_modified_by = "deckbuild"
        core.revision = 1
        if date is not None:
            core.created = core.modified = datetime.fromtimestamp(date, UTC).replace(tzinfo=None)

    def data(self) -> bytes:
        """The finished file."""
        out = io.BytesIO()
        self._presentation.save(out)
        return rezipped(out.getvalue())


def rezipped(data: bytes) -> bytes:
    """The same entries in the same order, all with the earliest date; pictures are not compressed twice."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return zipped((info.filename, package.read(info)) for info in package.infolist())


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file that depends on its entries alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr = 0o644 << 16
            stored = name.endswith((".png", ".jpg", ".gif"))
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()
