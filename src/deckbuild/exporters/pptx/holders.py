"""The placeholders of a layout as they are in the end: what it does not say, its master does (ECMA-376 §19.3.1.36)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from ...plan.slides.frame import Rect
from .names import A, P, R

EMU = 12700
INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
"""What holds where nothing is said (ECMA-376 §20.1.10.10)."""
MASTERS = {"title": "title", "ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
"""Placeholders by the master's that they take after; all others take after its text."""
ANCHORS: Mapping[str, Literal["t", "ctr", "b"]] = {"t": "t", "ctr": "ctr", "b": "b"}
STYLES = {"title": "titleStyle", "body": "bodyStyle"}


class Place(Struct, frozen=True):
    """A placeholder: where it is, where its text is, and how that looks on the first level.

    `size` is 0 where nothing says it, `fill` the colour as an element, `text` what stands in it already.
    """

    kind: str
    index: int | None
    rect: Rect
    inner: Rect
    size: float
    capitals: bool
    turned: bool
    anchor: Literal["t", "ctr", "b"]
    fill: Any
    text: str


def places(layout: Any) -> list[Place]:
    """The placeholders of a layout that have a place. One within a group is none of its slides' (§19.3.1.36)."""
    master, shapes = layout.slide_master.element, layout.element.findall(f"{P}cSld/{P}spTree/{P}sp")
    return [found for shape in shapes if (found := _place(shape, master)) is not None]


def _place(shape: Any, master: Any) -> Place | None:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    if holder is None:
        return None
    kind = holder.get("type", "")
    above = _above(kind, master)
    line = [shape] if above is None else [shape, above]
    found = next((each for each in line if _frame(each) is not None), None)
    if found is None:
        return None
    form = _frame(found)
    rect = rect_of(form)
    index = holder.get("idx")
    return Place(
        kind=kind,
        index=int(index) if index is not None else None,
        rect=rect,
        inner=_inner(rect, line),
        size=_size(line, kind, master),
        capitals=_style(line, kind, master, "cap") == "all",
        turned=bool(int(form.get("rot", "0"))) or (_body(line, "vert") or "horz") != "horz",
        anchor=ANCHORS.get(_body(line, "anchor") or "t", "t"),
        fill=next((fill for fill in _fills(line, kind, master)), None),
        text="".join(shape.itertext(f"{A}t")).strip(),
    )


def _above(kind: str, master: Any) -> Any:
    """The placeholder of the master that one takes after."""
    wanted = MASTERS.get(kind, "body")
    for shape in master.iter(f"{P}sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if holder is not None and holder.get("type", "") == wanted:
            return shape
    return None


def _frame(shape: Any) -> Any:
    return shape.find(f"{P}spPr/{A}xfrm")


def rect_of(form: Any) -> Rect:
    """The place that an `xfrm` gives, in points."""
    start, size = form.find(f"{A}off"), form.find(f"{A}ext")
    if start is None or size is None:
        return Rect(0.0, 0.0, 0.0, 0.0)
    x, y = int(start.get("x", "0")) / EMU, int(start.get("y", "0")) / EMU
    return Rect(x, y, int(size.get("cx", "0")) / EMU, int(size.get("cy", "0")) / EMU)


def _body(line: list[Any], name: str) -> str | None:
    """A property of the text's box, from the first that says it."""
    for shape in line:
        body = shape.find(f"{P}txBody/{A}bodyPr")
        if body is not None and body.get(name) is not None:
            return str(body.get(name))
    return None


def _inner(rect: Rect, line: list[Any]) -> Rect:
    left, top, right, bottom = (max(int(_body(line, name) or default), 0) / EMU for name, default in INSETS.items())
    return Rect(rect.x + left, rect.y + top, max(rect.w - left - right, 0.0), max(rect.h - top - bottom, 0.0))


def _levels(line: list[Any], kind: str, master: Any) -> Iterator[Any]:
    """What is said of the letters of the first level, nearest first."""
    for shape in line:
        found = shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
        if found is not None:
            yield found
    style = STYLES.get(MASTERS.get(kind, "body"), "otherStyle")
    found = master.find(f"{P}txStyles/{P}{style}/{A}lvl1pPr/{A}defRPr")
    if found is not None:
        yield found


def _style(line: list[Any], kind: str, master: Any, name: str) -> str | None:
    return next((level.get(name) for level in _levels(line, kind, master) if level.get(name)), None)


def _size(line: list[Any], kind: str, master: Any) -> float:
    return int(_style(line, kind, master, "sz") or "0") / 100


def _fills(line: list[Any], kind: str, master: Any) -> Iterator[Any]:
    for level in _levels(line, kind, master):
        fill = level.find(f"{A}solidFill")
        if fill is not None:
            yield fill


class Thing(Struct, frozen=True):
    """What a layout or master draws itself: a logo, band or line. `fill` is its colour as an element, if it has one,
    `picture` the file that it shows."""

    rect: Rect
    fill: Any
    picture: bytes = b""


def things(layout: Any) -> list[Thing]:
    """What stands on each slide of a layout, from back to front."""
    shown = layout.element.get("showMasterSp", "1") not in ("0", "false")
    owners = [*([layout.slide_master] if shown else []), layout]
    return [thing for owner in owners for thing in _things(owner)]


def _things(owner: Any) -> Iterator[Thing]:
    for each in owner.element.find(f"{P}cSld/{P}spTree"):
        form = each.find(f"{P}grpSpPr/{A}xfrm")
        form = form if form is not None else each.find(f"{P}spPr/{A}xfrm")
        form = form if form is not None else each.find(f"{P}xfrm")
        held = each.find(f".//{P}nvPr/{P}ph") is not None
        if form is not None and not held and each.tag != f"{P}nvGrpSpPr":
            yield Thing(rect_of(form), each.find(f"{P}spPr/{A}solidFill"), _shown(each, owner.part))


def _shown(element: Any, part: Any) -> bytes:
    """The picture that an element is filled with, if it is but one."""
    found = element.findall(f".//{A}blip")
    key = found[0].get(f"{R}embed") if len(found) == 1 else None
    return bytes(part.rels[key].target_part.blob) if key in part.rels else b""


def ground(layout: Any) -> Any:
    """The background of a layout (`p:bgPr` or `p:bgRef`), its master's where it has none of its own."""
    found, _ = _ground(layout)
    return found


def ground_picture(layout: Any) -> bytes:
    """The picture that fills the background of a layout, if one does."""
    found, part = _ground(layout)
    return _shown(found, part) if found is not None else b""


def _ground(layout: Any) -> tuple[Any, Any]:
    for each in (layout, layout.slide_master):
        found = each.element.find(f"{P}cSld/{P}bg")
        if found is not None and len(found):
            return found[0], each.part
    return None, None


def colour_map(layout: Any) -> tuple[Any, str]:
    """What the colours of a layout are called, and what its slides must say of that."""
    own = layout.element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    if own is None:
        return layout.slide_master.element.find(f"{P}clrMap"), "<a:masterClrMapping/>"
    names = " ".join(f"{key}={quoteattr(value)}" for key, value in own.attrib.items())
    return own, f"<a:overrideClrMapping {names}/>"
