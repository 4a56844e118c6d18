"""The plan as files for Typst. No word of a note becomes markup: all of it is data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from msgspec import Struct, to_builtins

from ... import __version__
from ...assets import Picture as Image
from ...diagnostics import Diagnostic
from ...plan.sheet import geometry as g
from ...plan.sheet.lines import UNEVEN
from ...plan.sheet.narrow import TITLE
from ...plan.sheet.shapes import (
    Atom,
    Formula,
    Heading,
    Item,
    Line,
    Listing,
    Picture,
    Row,
    Section,
    SheetPlan,
    Span,
    Text,
    plain,
    wording,
)
from ...plan.sheet.spots import INDENT
from ...plan.sheet.tables import shared
from ...plan.sheet.wrapping import COMMANDS, widths
from ..base import Assets, Stamp
from .code import rows
from .drawings import ways
from .fonts import region_code, with_fonts
from .glyphs import Cleaner
from .inline import Node, joined, nodes
from .maths import displayed
from .qr import MOST_LETTERS, label_of, svg_of

PALETTE = ("#0f4aa8", "#075e5a", "#6527b8", "#863806", "#8c144f", "#235a28", "#3a4a63", "#8a1c1c")
"""One hue for each section; on white, and white on them, all have a contrast of 7 to 1 or more (WCAG 2.2 §1.4.6)."""
LEADING_EM = 0.52
LINE_EMS = 16.0
"""What a line holds in a quarter of a page at the largest size, in em."""
LEAST_EMS = 15.0
"""The same of the narrowest such column (letter paper), which words that cannot be divided are cut for."""
TITLE_EMS = LEAST_EMS / (TITLE * UNEVEN)
"""The same of titles, whose bold letters are larger, and wider than was guessed."""
NAME_EMS = 24.0
"""What a line holds of a long name of a sheet, on an upright page with a day and an address beside it."""
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
_INLINE_PICTURE = 64
"""px; a picture in a line of text that is higher is no sign but a figure: its words stand for it."""


class Payload(Struct, frozen=True):
    """The files by name, and what was found out while they were made."""

    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def payload(plan: SheetPlan, assets: Assets, stamp: Stamp, maths: bool = True) -> Payload:
    """All that the template reads but the job. Without `maths` formulas are their source."""
    return _Encoder(plan, assets, maths).payload(stamp)


class _Encoder:
    """Turns a plan into plain data, cleaning each text on the way."""

    def __init__(self, plan: SheetPlan, assets: Assets, maths: bool) -> None:
        self.plan, self.maths = plan, maths
        self.cleaner = Cleaner()
        self.files: dict[str, bytes] = {}
        self.diagnostics: list[Diagnostic] = []
        self.ways: dict[str, list[dict[str, Any]]] = {}
        shown = enumerate(_shown(plan))
        self.pictures = {src: name for i, src in shown if (name := self._file(i, src, assets.get(src)))}
        self.assets: Mapping[str, Image] = {src: assets[src] for src in self.pictures}
        self.widest = widths(plan.sections)
        self.signs = {src: name for src, name in self.pictures.items() if assets[src].height <= _INLINE_PICTURE}

    def _file(self, i: int, src: str, picture: Image | None) -> str:
        made = ways(picture, self.plan.options.theme == "bw") if picture else ()
        if isinstance(made, Diagnostic):
            self.diagnostics.append(made)
        elif picture and made:
            names = [f"picture-{i}{f'-{k}' if k else ''}.svg" for k in range(len(made))]
            self.files.update({name: way.svg for name, way in zip(names, made, strict=True)})
            self.ways[src] = [
                {"file": f"/{name}", "wide": way.wide, "aspect": way.aspect, "least": way.least, "ems": way.ems}
                for name, way in zip(names, made, strict=True)
            ]
            return f"/{names[0]}"
        return ""

    def payload(self, stamp: Stamp) -> Payload:
        clean, plan = self.cleaner.clean, self.plan
        date = datetime.fromtimestamp(stamp.date, UTC) if stamp.date is not None else None
        title = clean(plan.title).strip() or clean(plan.source) or "–"
        data = {
            "title": title,
            "name": self.line((Span(title),), NAME_EMS),
            "subtitle": self.line(plan.subtitle),
            "keywords": [clean(tag) for tag in plan.tags],
            "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
            "dated": clean(plan.date) or (f"{date:%Y-%m-%d}" if date else ""),
            "footer": clean(plan.source),
            "maker": f"deckbuild {__version__}",
            "qr": self._qr(plan.url),
            "lang": plan.language.split("-")[0].lower(),
            "region": region_code(plan.language),
            "bw": plan.options.theme == "bw",
            "palette": PALETTE,
            "words": {"continued": plan.labels.continued, "missing": plan.labels.figure_missing},
            "sections": [self.section(section) for section in plan.sections],
            "atoms": [self.atom(atom, s) for s, section in enumerate(plan.sections) for atom in section.atoms],
        }
        files = {"data.json": with_fonts(data, plan.language), **self.files}
        return Payload(files, (*self.diagnostics, *self.cleaner.report(plan.source)))

    def _qr(self, url: str) -> dict[str, str] | None:
        """The QR code of an address with the address itself; none for one that would be too fine."""
        if not url or len(url) > MOST_LETTERS:
            return None
        self.files["qr.svg"] = svg_of(url)
        return {"url": url, "label": self.cleaner.clean(label_of(url))}

    def line(self, line: Line, room: float = LINE_EMS) -> list[Node]:
        return joined(nodes(line, self._clean, self.signs, room, self.maths))

    def _clean(self, text: str) -> str:
        """A text that can be shown; an apostrophe in a Latin word not as wide as the Han characters beside it."""
        clean = self.cleaner.clean(text)
        return _APOSTROPHE.sub("'", clean) if self.plan.language[:2] in ("ja", "zh") else clean

    def _title(self, line: Line) -> list[Node]:
        """A heading, which PDF/UA does not want empty (ISO 14289-1 §7.4): a dash where nothing of it can be shown."""
        shown = any(self.cleaner.clean(span.text).strip() and span.kind != "break" for span in line)
        return self.line(line, TITLE_EMS) if shown else ["–"]

    def section(self, section: Section) -> dict[str, Any]:
        number = self.cleaner.clean(section.number)
        return {"line": self._title(section.title), "number": number, "sign": section.sign, "hue": section.hue}

    def atom(self, atom: Atom, section: int) -> dict[str, Any]:
        """The fields of an atom that the template reads."""
        base: dict[str, Any] = {
            "kind": atom.__struct_config__.tag,
            "section": section,
            "depth": atom.depth,
            "left": atom.left,
        }
        if atom.frame:
            base["frame"] = to_builtins(atom.frame)
        return base | self._own(atom)

    def _own(self, atom: Atom) -> dict[str, Any]:
        clean = self.cleaner.clean
        match atom:
            case Heading(line=line, level=level, number=number):
                return {"line": self._title(line), "level": level, "number": clean(number)}
            case Text(line=line, role=role):
                return {"line": self.line(line, _room(atom)), "role": role}
            case Item(line=line, list=number, marker=marker, number=count):
                return {"line": self.line(line, _room(atom)), "list": number, "marker": marker, "number": count}
            case Row():
                return self._row(atom)
            case Listing():
                return self._listing(atom)
            case Picture():
                return self._picture(atom)
            case Formula(tex=tex):
                return {"tex": clean(tex), **(displayed(tex, clean) if self.maths else {})}

    def _row(self, atom: Row) -> dict[str, Any]:
        own: dict[str, Any] = {
            "cells": [self.line(cell, room) for cell, room in zip(atom.cells, _rooms(atom), strict=False)],
            "table": atom.table,
            "style": atom.style,
            "aligns": atom.aligns,
            "head": atom.head,
            "odd": atom.odd,
        }
        if atom.style == "commands":
            return own | {"wide": self.widest.get(COMMANDS, []), "firsts": atom.firsts, "code": atom.code}
        return own | {"widths": atom.widths, "least": atom.least, "broad": atom.broad}

    def _listing(self, atom: Listing) -> dict[str, Any]:
        text = self.cleaner.clean(atom.text)
        return {
            "text": text,
            "group": atom.group,
            "wide": self.widest.get(0, []),
            "rows": list(rows(text, "" if atom.output else atom.lang)),
            "output": atom.output,
        }

    def _picture(self, atom: Picture) -> dict[str, Any]:
        clean = self.cleaner.clean
        own: dict[str, Any] = {
            "caption": self.line(atom.caption),
            "where": self.line((Span(_named(atom.src)),)),
            "missing": atom.src not in self.pictures,
        }
        if not own["missing"]:
            picture = self.assets[atom.src]
            read = picture.scene.alt if picture.scene else ""
            alt = clean(": ".join(dict.fromkeys(part for part in (atom.alt or plain(atom.caption), read) if part)))
            own |= {
                "ways": self.ways[atom.src],
                "alt": alt or self.plan.labels.figure,
                "said": self.line((Span(alt or self.plan.labels.figure),)),
            }
        return own


def look(page: g.Page) -> dict[str, Any]:
    """The lengths that plan and template share, for the columns of a page."""
    return {
        "width": page.width, "height": page.height, "inner": page.inner, "column": page.column, "columns": page.columns,
        "margin": g.MARGIN, "foot": g.FOOT, "headgap": g.HEAD_GAP, "gutter": g.GUTTER, "inset": g.INSET_EM, "pad": g.FRAME_PAD_EM, "codepads": g.CODE_PADS_EM,
        "framex": g.FRAME_X_EM, "hanging": g.HANGING_EM, "leading": LEADING_EM + page.loose, "loose": page.loose, "picture": round(page.body * page.pictured, 2), "tallest": round(page.body * g.DIAGRAM_SHARE, 2), "indent": INDENT,
    }  # fmt: skip


def _shown(plan: SheetPlan) -> list[str]:
    """Every picture of a plan once, those in lines of text too."""
    found: dict[str, None] = {}
    for section in plan.sections:
        for line in (section.title, *(line for atom in section.atoms for line in lines(atom))):
            found.update((span.src, None) for span in line if span.src)
        found.update((atom.src, None) for atom in section.atoms if isinstance(atom, Picture))
    return list(found)


def lines(atom: Atom) -> tuple[Line, ...]:
    """The lines of text of an atom."""
    match atom:
        case Heading(line=line) | Text(line=line) | Item(line=line):
            return (line,)
        case Row(cells=cells):
            return cells
        case Picture(caption=caption):
            return (caption,)
        case Listing() | Formula():
            return ()


def _room(atom: Text | Item) -> float:
    """The least that a line of an atom holds, in em."""
    indent = INDENT[atom.marker] if isinstance(atom, Item) else g.HANGING_EM * (atom.role == "line")
    return max(6.0, LEAST_EMS - atom.left - indent - 2 * g.FRAME_X_EM * bool(atom.frame))


def _rooms(row: Row) -> list[float]:
    """About how much fits into one line of each cell, in em."""
    if row.style == "terms":
        return [0.4 * LINE_EMS, LINE_EMS / 2]
    if row.style == "commands":
        return [LINE_EMS - 1, min((least for _, _, least in row.firsts), default=LINE_EMS)]
    return [max(3.0, width - 1) for width in shared(row, LINE_EMS)]


def _named(path: str) -> str:
    """The file of a picture that is not there: its folders are said where the note is built, and only fill lines on paper.

    Of a picture that is in its address that is the kind.
    """
    if path[:5].lower() == "data:":
        return path.split(",")[0].split(";")[0][:28]
    name = path.split("?")[0].split("#")[0].rstrip("/\\").replace("\\", "/").rsplit("/", 1)[-1] or path
    name = unquote(name, errors="replace")
    return name if len(name) <= 28 else f"{name[:14]}…{name[-13:]}"


def dropped_name(atom: Atom) -> str:
    """A few words by which an author knows an atom again."""
    words = " ".join(wording(atom).split())
    return words if len(words) <= 32 else words[:31].rstrip() + "…"
