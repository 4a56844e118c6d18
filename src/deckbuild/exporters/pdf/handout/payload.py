"""The plan of a handout as files for Typst. No word of a note becomes markup: all of it is data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, assert_never

from msgspec import Struct, json
from msgspec.structs import replace

from ....assets import Picture
from ....diagnostics import Diagnostic
from ....plan.slides.formula import in_words
from ....plan.slides.handout import AREA, NUMBER_ROW, PAPER, Entry, HandoutPlan, placed
from ....plan.slides.page import Box, Grid, Image, Para, Rect, Row, Rule, Shape
from ...base import Assets, Stamp
from ..fonts import body_fonts, mono_fonts, region
from ..glyphs import Cleaner
from ..pictures import embedded
from .inline import Node, paragraph
from .paints import PAINTS
from .white import on_white, outline


class Payload(Struct, frozen=True):
    """The files by name, and what was found out while they were made."""

    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def payload(plan: HandoutPlan, assets: Assets, stamp: Stamp, maths: bool = True) -> Payload:
    """All that the template reads. Without `maths` formulas are their words."""
    pictures, problems = _pictures(plan, assets)
    encoder = _Encoder(plan, {src: f"/{name}" for src, (name, _) in pictures.items()}, maths)
    files = {"data.json": json.encode(encoder.document(stamp)), **dict(pictures.values())}
    return Payload(files, (*problems, *encoder.cleaner.report(plan.slides.source, "handout")))


def _pictures(plan: HandoutPlan, assets: Assets) -> tuple[dict[str, tuple[str, bytes]], list[Diagnostic]]:
    """Each picture that is shown, once: source → file and content."""
    found: dict[str, tuple[str, bytes]] = {}
    problems: list[Diagnostic] = []
    images = [
        box
        for page in plan.slides.pages
        for box in page.boxes
        if isinstance(box, Image) and (box.scene or box.src in assets)
    ]
    for n, box in enumerate({_key(box): box for box in images}.values()):
        picture = Picture(box.src, "", b"", 0, 0, "png", scene=box.scene) if box.scene else assets[box.src]
        made = embedded(picture, "handout")
        if isinstance(made, Diagnostic):
            problems.append(made)
        else:
            found[_key(box)] = (f"picture-{n}.svg", made)
    return found, problems


def _key(box: Image) -> str:
    """By what a picture is known: a diagram may be shown in either direction, or group by group."""
    return f"{box.src}#{box.scene.width:g}×{box.scene.height:g}:{box.scene.alt}" if box.scene else box.src


def _whole(box: Image) -> Rect:
    """The place of a picture in its rectangle, undistorted: on slides some diagrams are pressed together."""
    if box.scene is None:
        return box.rect
    scale = min(box.rect.w / box.scene.width, box.rect.h / box.scene.height)
    w, h = box.scene.width * scale, box.scene.height * scale
    return Rect(box.rect.x + (box.rect.w - w) / 2, box.rect.y + (box.rect.h - h) / 2, w, h)


class _Encoder:
    """Turns a plan into plain data, cleaning each text on the way."""

    def __init__(self, plan: HandoutPlan, files: Mapping[str, str], maths: bool) -> None:
        self.plan, self.maths = plan, maths
        self.files = files
        self.cleaner = Cleaner()

    def document(self, stamp: Stamp) -> Node:
        slides, clean = self.plan.slides, self.cleaner.clean
        date = datetime.fromtimestamp(stamp.date, UTC) if stamp.date is not None else None
        return {
            "title": clean(slides.title).strip() or clean(slides.source) or "–",
            "head": clean(self.plan.title).strip(),
            "running": [clean(each).strip() for each in self.plan.running],
            "source": clean(slides.source) + (f" · {date:%Y-%m-%d}" if date else ""),
            "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
            "lang": slides.language.split("-")[0].lower(),
            "region": {"KR": "KR", "JP": "JP", "SC": "CN", "TC": "TW", "HK": "HK"}[region(slides.language)],
            "fonts": {"body": body_fonts(slides.language), "mono": mono_fonts(slides.language)},
            "paper": _place(PAPER),
            "area": _place(AREA),
            "scale": self.plan.scale,
            "slide": _place(slides.frame.page),
            "row": NUMBER_ROW,
            "paints": PAINTS,
            "sheets": [[self.entry(entry) for entry in sheet] for sheet in self.plan.sheets],
        }

    def entry(self, entry: Entry) -> Node:
        slide = {**_place(entry.slide), "boxes": self.slide(entry.page)} if entry.slide else None
        return {
            "number": (f"{entry.page + 1}" if entry.slide else f"{entry.page + 1} …") if entry.numbered else "",
            "slide": slide,
            "notes": {**_place(entry.notes), "paras": self.paras(entry.paras, entry.notes.w)},
            "lines": entry.lines,
        }

    def slide(self, index: int) -> list[Node]:
        """All that a slide shows, its title first."""
        plan = self.plan.slides
        page = plan.pages[index]
        boxes = (*placed(page, plan.frame, index + 1, plan.footer), *page.boxes)
        return [node for box in boxes if (node := self.box(on_white(box, page.accent)))]

    def box(self, box: Box) -> Node | None:
        match box:
            case Shape():
                return self.shape(box)
            case Rule(x=x, y=y, w=w, paint=paint, weight=weight):
                return {
                    "kind": "rule",
                    "x": x,
                    "y": y,
                    "w": w,
                    "h": 0,
                    "paint": PAINTS[paint],
                    "weight": max(weight, 1.0),
                }
            case Image(alt=alt):
                file = self.files.get(_key(box))
                said = self.cleaner.clean(alt) or "–"
                return {"kind": "image", **_place(_whole(box)), "file": file, "alt": said} if file else None
            case Grid():
                return self.grid(box)
            case _:
                assert_never(box)

    def shape(self, shape: Shape) -> Node:
        left, top, right, bottom = shape.insets
        line = outline(shape)
        return {
            "kind": "shape",
            **_place(shape.rect),
            "role": shape.name,
            "fill": PAINTS[shape.fill] if shape.fill and not line else None,
            "outline": PAINTS[line] if line else None,
            "dashed": shape.dashed,
            "radius": shape.radius,
            "insets": {"left": left, "top": top, "right": right, "bottom": bottom},
            "anchor": shape.anchor,
            "paras": self.paras(shape.paras, shape.rect.w - left - right),
        }

    def grid(self, grid: Grid) -> Node:
        return {
            "kind": "grid",
            **_place(grid.rect),
            "widths": grid.widths,
            "gap": grid.gap,
            "head": grid.head,
            "top": grid.top,
            "anchor": grid.anchor,
            "rows": [self.row(row, grid) for row in grid.rows],
        }

    def row(self, row: Row, grid: Grid) -> Node:
        cells = [self.paras(c.paras, w - grid.gap) for c, w in zip(row.cells, grid.widths, strict=False)]
        return {"cells": cells, "h": row.height, "rule": row.rule, "paint": PAINTS[row.paint]}

    def paras(self, paras: tuple[Para, ...], width: float) -> list[Node]:
        shown = paras if self.maths else [replace(para, spans=in_words(para.spans)) for para in paras]
        return [paragraph(para, width, self.cleaner.clean) for para in shown]


def _place(rect: Rect) -> dict[str, Any]:
    return {"x": rect.x, "y": rect.y, "w": rect.w, "h": rect.h}
