"""The package around the slides: parts, relationships, properties, and a zip file that is the same every time.

python-pptx opens the template, and writes it again with its properties. Its look-ups for each new slide, picture and
relationship walk over all that are there, so slides, pictures and notes are written beside what it makes, once.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

from lxml import etree
from msgspec import Struct
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import NAMESPACE as NS
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from ...seals import ROOTS, core_part, package_seal
from .names import P, R
from .opening import opened

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""What a zip file can date at all."""
FIRST_SLIDE_ID = 256
LONGEST = 255
"""Letters that a property of a file may have."""
"""ECMA-376 §19.2.1.33: slide ids are at least 256."""
MEDIA, FORMULA = "image", "formula"
"""How pictures are named, unless a template's own are named so."""
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"


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

    def xml(self, folder: str) -> str:
        """All of them as the part of a part in a folder of `/ppt`, whose targets are relative (ECMA-376-2 §6.5.3)."""
        found = (
            _relationship(key, kind, target, external, folder) for (kind, target, external), key in self._found.items()
        )
        return f'{_DECLARATION}<Relationships xmlns="{NS.OPC_RELATIONSHIPS}">{"".join(found)}</Relationships>'


def _relationship(key: str, kind: str, target: str, external: bool, folder: str) -> str:
    if external:
        return f'<Relationship Id="{key}" Type="{kind}" Target={quoteattr(target)} TargetMode="External"/>'
    inner = f"/ppt/{folder}/"
    near = "../" + target.removeprefix("/ppt/") if target.startswith("/ppt/") else target
    place = target.removeprefix(inner) if target.startswith(inner) else near
    return f'<Relationship Id="{key}" Type="{kind}" Target={quoteattr(place)}/>'


class Properties(Struct, frozen=True):
    """What the properties of a file say (ECMA-376-2 §8.3.4)."""

    title: str
    author: str
    keywords: tuple[str, ...]
    language: str


class Package:
    """A presentation in the making, from the template."""

    def __init__(self, template: bytes) -> None:
        self._presentation = opened(template)
        names = [str(part.partname) for part in self._presentation.part.package.iter_parts()]
        self._media, self._formula = _unused(MEDIA, names), _unused(FORMULA, names)
        self._notes_master = str(self._presentation.part.notes_master_part.partname)
        self._slides: list[str] = []
        self._own: dict[str, bytes] = {}
        self._kinds: dict[str, str] = {}

    def add(self, name: str, kind: str, data: bytes) -> None:
        """A part by its name and content type."""
        self._own[name[1:]] = data
        self._kinds[name] = kind

    def add_media(self, number: int, data: bytes, extension: str, kind: str) -> str:
        """A picture; its part's name, which none of the template's has."""
        name = f"/ppt/media/{self._media}{number}.{extension}"
        self.add(name, kind, data)
        return name

    def add_formula(self, number: int, data: bytes) -> str:
        """The picture of a formula as PNG; its part's name."""
        name = f"/ppt/media/{self._formula}{number}.png"
        self.add(name, "image/png", data)
        return name

    def reserve(self, count: int) -> None:
        """Names for slides to come, so that they may link to one another."""
        self._slides = [f"/ppt/slides/slide{n + 1}.xml" for n in range(count)]

    def slide_name(self, index: int) -> str:
        return self._slides[index]

    def set_slide(self, index: int, layout: str, xml: Callable[[Relations], str], notes: str) -> None:
        """A slide's content, made from its relationships, and its notes where there are any."""
        relations = Relations()
        relations.to(RT.SLIDE_LAYOUT, layout)
        self.add(self._slides[index], CT.PML_SLIDE, xml(relations).encode())
        if notes:
            relations.to(RT.NOTES_SLIDE, f"/ppt/notesSlides/notesSlide{index + 1}.xml")
        self._own[f"ppt/slides/_rels/slide{index + 1}.xml.rels"] = relations.xml("slides").encode()
        if notes:
            self._add_notes(index, notes)

    def _add_notes(self, index: int, notes: str) -> None:
        back = Relations()
        back.to(RT.NOTES_MASTER, self._notes_master)
        back.to(RT.SLIDE, self._slides[index])
        self.add(f"/ppt/notesSlides/notesSlide{index + 1}.xml", CT.PML_NOTES_SLIDE, notes.encode())
        self._own[f"ppt/notesSlides/_rels/notesSlide{index + 1}.xml.rels"] = back.xml("notesSlides").encode()

    def list_slides(self, sections: str) -> None:
        """Put the slides into the presentation, in order, with its sections (an `extLst`)."""
        root = self._presentation.element
        listed = root.get_or_add_sldIdLst()
        start = self._first_free()
        for n in range(len(self._slides)):
            each = etree.SubElement(listed, f"{P}sldId")
            each.set("id", str(FIRST_SLIDE_ID + n))
            each.set(f"{R}id", f"rId{start + n}")
        for old in root.findall(f"{P}extLst"):
            root.remove(old)
        root.append(etree.fromstring(sections))

    def _first_free(self) -> int:
        """The number of the presentation's first relationship to a slide."""
        rels = self._presentation.part.rels
        return max((int(key[3:]) for key in rels if re.fullmatch("rId[0-9]{1,9}", key)), default=0) + 1

    def describe(self, about: Properties, date: int | None) -> None:
        """The file's properties; dates only where the build has one (seconds since 1970)."""
        core = self._presentation.core_properties
        core.title, core.language = about.title[:LONGEST], about.language
        core.author = about.author[:LONGEST] or "deckbuild"
        core.keywords = ", ".join(about.keywords)[:LONGEST]
        core.last_modified_by = "deckbuild"
        core.revision = 1
        if date is not None:
            core.created = core.modified = datetime.fromtimestamp(date, UTC).replace(tzinfo=None)

    def data(self) -> bytes:
        """The finished file: what python-pptx makes of the template, with the slides added to its two lists of parts."""
        out = io.BytesIO()
        self._presentation.save(out)
        with zipfile.ZipFile(out) as package:
            parts = {info.filename: package.read(info) for info in package.infolist()}
        parts[_TYPES] = _extended(parts[_TYPES], self._content_types())
        listed = self._presentation.part.partname.rels_uri.membername
        parts[listed] = _extended(parts[listed], self._listed())
        core = core_part(parts[ROOTS])
        sums = ((name, zlib.crc32(content)) for name, content in itertools.chain(parts.items(), self._own.items()))
        parts[core] = _extended(parts[core], [package_seal(core, sums)])
        return zipped(itertools.chain(parts.items(), self._own.items()))

    def _content_types(self) -> Iterator[str]:
        """What each new part is (ECMA-376-2 §7.2.3.2)."""
        for name, kind in self._kinds.items():
            yield f'<Override PartName="{name}" ContentType="{kind}"/>'

    def _listed(self) -> Iterator[str]:
        start = self._first_free()
        folder = f"{self._presentation.part.partname.baseURI}/"
        for n, name in enumerate(self._slides, start):
            yield f'<Relationship Id="rId{n}" Type="{RT.SLIDE}" Target="{name.removeprefix(folder)}"/>'


def _unused(name: str, names: Iterable[str]) -> str:
    """The name, or with as many lines behind it as it takes, so that no part among media begins with it.

    Names of parts are the same whatever the case of their letters (ECMA-376-2 §6.3.1).
    """
    taken = [each.casefold() for each in names]
    while any(each.startswith(f"/ppt/media/{name}") for each in taken):
        name += "-"
    return name


def _extended(part: bytes, elements: Iterable[str]) -> bytes:
    """The XML of a part with more elements at the end of its root."""
    head, mark, tail = part.rpartition(b"</")
    return b"".join((head, "".join(elements).encode(), mark, tail))


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
