"""Large areas of colour as paper has them: white within an outline, and what was written on them in the colour itself."""

from __future__ import annotations

from msgspec.structs import replace

from ....plan.slides.page import Box, Para, Shape, Span

PANEL = "panel"


def outline(shape: Shape) -> str:
    """The colour around a shape that is an area of colour on the screen; "" for all others."""
    return f"accent{_section(shape)}" if _section(shape) else ""


def on_white(box: Box, accent: int) -> Box:
    """A box of a slide whose section has this accent (0: none), with nothing written in white."""
    if not isinstance(box, Shape):
        return box
    section = _section(box) or str(accent or "")
    paint = f"accent{section}" if section else "ink"
    paras = tuple(_written(para, paint) for para in box.paras)
    return replace(box, paras=paras) if paras != box.paras else box


def _section(shape: Shape) -> str:
    return shape.fill.removeprefix(PANEL) if shape.fill.startswith(PANEL) else ""


def _written(para: Para, paint: str) -> Para:
    return replace(para, spans=tuple(_in(span, paint) for span in para.spans))


def _in(span: Span, paint: str) -> Span:
    return replace(span, look=replace(span.look, paint=paint)) if span.look.paint == "on" else span
