"""The outline of a mark → the geometry of a shape: a preset where there is one, else a form of its own."""

from __future__ import annotations

from collections.abc import Callable

from ...diagrams.marks import Contour, Mark
from ...diagrams.scene import Point
from .drawing import emu, rounded


def geometry(mark: Mark) -> str:
    """The geometry of a mark, its sites for connectors included."""
    match mark.form:
        case "path":
            return _freeform(mark)
        case "oval":
            return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        case "diamond":
            return '<a:prstGeom prst="diamond"><a:avLst/></a:prstGeom>'
        case _:
            return rounded(mark.radius if mark.form == "rect" else 0.0, min(mark.box.width, mark.box.height))


SITES = "".join(
    f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>'
    for angle, x, y in ((16200000, "hc", "t"), (10800000, "l", "vc"), (5400000, "hc", "b"), (0, "r", "vc"))
)
"""The connection sites of a freeform, in the order of a rectangle's."""


def _freeform(mark: Mark) -> str:
    """A form of its own, with real curves (ECMA-376 §20.1.9.8)."""
    box = mark.box
    wide, high = emu(box.width), emu(box.height)

    def point(p: Point) -> str:
        return f'<a:pt x="{emu(p.x - box.x)}" y="{emu(p.y - box.y)}"/>'

    drawn = "".join(_contour(each, point) for each in mark.contours)
    fill = "" if mark.fill else ' fill="none"'
    sites = f"<a:cxnLst>{SITES}</a:cxnLst>" if mark.fill or mark.lines else "<a:cxnLst/>"
    return (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{sites}<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}"{fill}>{drawn}</a:path></a:pathLst></a:custGeom>'
    )


def _contour(contour: Contour, point: Callable[[Point], str]) -> str:
    parts = [
        f"<a:cubicBezTo>{''.join(map(point, (*c.controls, c.end)))}</a:cubicBezTo>"
        if c.controls
        else f"<a:lnTo>{point(c.end)}</a:lnTo>"
        for c in contour.curves
    ]
    close = "<a:close/>" if contour.closed else ""
    return f"<a:moveTo>{point(contour.curves[0].start)}</a:moveTo>{''.join(parts)}{close}"
