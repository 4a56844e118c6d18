"""What slides are drawn on: a package with a master, and which of its layouts and placeholders each kind of slide takes."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from typing import Literal
from xml.sax.saxutils import quoteattr

from msgspec import Struct
from msgspec.structs import replace

from ...plan.slides.arranged import narrow
from ...plan.slides.frame import Frame, Rect
from ...plan.slides.page import LayoutName
from ...plan.slides.statement import HEIGHT as STATEMENT
from .pen import Paints
from .themes import Theme

LAYOUTS: Mapping[LayoutName, str] = {
    "title": "title",
    "contents": "obj",
    "section": "secHead",
    "statement": "obj",
    "text": "obj",
    "text_figure": "obj",
    "free": "titleOnly",
}
"""Name, and PowerPoint's type for it (ECMA-376 §19.7.15)."""


class Holder(Struct, frozen=True):
    """A placeholder as slides name it (ECMA-376 §19.3.1.36): its type (none: content of any kind), index and size;
    `anchor` is where its text stands in it, `rect` where a layout of somebody else has that text, and `paint` is the colour
    of it, as XML, where that layout's own cannot be read. `whole` is the place of one that slides cannot find by its index."""

    kind: str
    index: int | None = None
    size: str = ""
    anchor: Literal["t", "ctr", "b"] = "t"
    rect: Rect = Rect(0.0, 0.0, 0.0, 0.0)
    paint: str = ""
    whole: Rect = Rect(0.0, 0.0, 0.0, 0.0)

    @property
    def xml(self) -> str:
        kind = f" type={quoteattr(self.kind)}" if self.kind else ""
        size = f' sz="{self.size}"' if self.size else ""
        index = f' idx="{self.index}"' if self.index is not None else ""
        return f"<p:ph{kind}{size}{index}/>"


class Layout(Struct, frozen=True):
    """A layout by the name of its part, with the placeholders that a slide fills; what is None has no place on it.

    `colours` is what a slide says about its colour map; `footer_text` is what the layout itself has in its footer.
    """

    part: str
    title: Holder
    body: Holder | None = None
    kicker: Holder | None = None
    footer: Holder | None = None
    number: Holder | None = None
    colours: str = "<a:masterClrMapping/>"
    footer_text: str = ""


class Base(Struct, frozen=True):
    """A package that slides are put into, its layouts, and its colours by the names that a plan uses.

    `faces` are the East Asian faces by language where its theme names none. On one that is not our own (`foreign`)
    titles look as its layouts say. `dark`: its pages are; `ink` is what is written on them, `RRGGBB`.
    """

    data: bytes
    layouts: Mapping[LayoutName, Layout]
    paints: Paints
    ink: str
    dark: bool = False
    faces: Mapping[str, str] = {}
    foreign: bool = False


def own(look: Theme, frame: Frame) -> Base:
    """A look that comes with deckbuild."""
    data = pkgutil.get_data("deckbuild", look.file(frame))
    assert data is not None
    return Base(
        data,
        {name: _own(n, name, frame) for n, name in enumerate(LAYOUTS, 1)},
        look.paints,
        look.colours[look.roles[1]],
        look.dark,
    )


def bodies(frame: Frame) -> Mapping[str, Rect]:
    """The body placeholders of the layouts that have one."""
    return {
        "title": frame.cover.subtitle,
        "statement": replace(frame.body, h=STATEMENT),
        "text": frame.text,
        "text_figure": narrow(frame).text,
    }


def _own(number: int, name: LayoutName, frame: Frame) -> Layout:
    cover, opener = name == "title", name == "section"
    body = Holder("subTitle" if cover else "body", 1) if name in bodies(frame) else None
    return Layout(
        f"/ppt/slideLayouts/slideLayout{number}.xml",
        Holder("ctrTitle" if cover else "title"),
        body,
        None if cover or opener else Holder("body", 13, "quarter"),
        None if cover or opener else Holder("ftr", 11, "quarter"),
        None if cover else Holder("sldNum", 12, "quarter"),
    )
