"""Mermaid's engine: Pele, run by `mermaid-render` inside this process. The only place that knows either.

Pele 1.6 as in mermaid-render 0.14: an answer is `{"result": {"svg", "width", "height"}, "graph": {"type", …}}`, in
pixels that we take as points (its label is 16, its node 48 high, as ours are); `failing` reads its failures.
"""

from __future__ import annotations

import colorsys
import re
from html import unescape
from typing import Any

from msgspec import Struct

from ..diagnostics import Diagnostic, error
from ..model import Place
from .failing import told
from .look import Palette

FAMILY = "Noto Sans CJK KR"

_MIXED = re.compile(r"color-mix\(in srgb,\s*([#\w]+)[^()]*\)")
_COLOURS = {
    "#FFFFFF": "page",
    "#172D4A": "ink",
    "#596579": "quiet",
    "#000000": "quiet",
    "#E5EFFA": "surface",
    "#F0F4FA": "surface",
    "#4472C4": "accent",
}
"""The colours of the engine's theme `redux-color` and the roles that they play in ours."""

_SERIES = {
    "#4c78a8": 1,
    "#f58518": 5,
    "#54a24b": 2,
    "#e45756": 3,
    "#b279a2": 4,
    "#72b7b2": 2,
    "#ff9da6": 3,
    "#9d755d": 5,
    "#bab0ac": 6,
    "#eeca3b": 5,
}
"""The colours with which the engine tells series apart, and the accents nearest to them."""
_RGBA = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+)(%?))?\s*\)", re.IGNORECASE)
_ENTITY = re.compile(r"ﬂ°(°?)(\w+)¶ß")
_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')


class Answer(Struct, frozen=True):
    """A drawing of the engine: its SVG, its size in points, and the graph that it read (nodes, edges, subgraphs)."""

    svg: str
    width: float
    height: float
    graph: dict[str, Any]

    @property
    def kind(self) -> str:
        """`flowchart`, `sequence`, `class`, `state` and so on."""
        return str(self.graph.get("type", ""))


def ask(source: str, place: Place) -> Answer | Diagnostic:
    """Let the engine draw. `place` is where the source begins: a fence's first line, or a file with line 0."""
    if not source.strip():
        return error(place, "diagram-empty", "the diagram is empty")
    from mermaid_render.renderer import render

    try:
        reply = render(source)
    except Exception as failure:  # an engine in an engine: a bad diagram must never end a build
        return told(str(failure) or type(failure).__name__, source, place)
    result = reply["result"]
    return Answer(result["svg"], float(result["width"]), float(result["height"]), _decoded(reply["graph"]))


def _decoded(said: Any) -> Any:
    """What the engine says with the entities of its author's as letters: `#35;` comes back from it as `ﬂ°°35¶ß`."""
    match said:
        case str():
            return _ENTITY.sub(lambda found: unescape(f"&{'#' if found[1] else ''}{found[2]};"), said)
        case list():
            return [_decoded(each) for each in said]
        case dict():
            return {key: _decoded(value) for key, value in said.items()}
        case _:
            return said


def paint_of(colour: str) -> str:
    """The role of a colour in a drawing of the engine: one of `look.Ink`, an accent, or nothing where it is `none`.

    An author's own colours become the accent or the tint that is nearest to them, so that they hold on any ground.
    """
    colour = _MIXED.sub(r"\1", colour).strip()
    if colour in ("", "none", "transparent"):
        return ""
    if role := _COLOURS.get(colour.upper()):
        return role
    if series := _SERIES.get(colour.lower()):
        return f"accent{series}"
    found = _on_white(colour)
    return _nearest(*found) if found else "quiet"


def _on_white(colour: str) -> tuple[float, float, float] | None:
    """Red, green and blue from 0 to 1 of a colour as CSS writes it, one that is seen through as it looks on white."""
    from PIL.ImageColor import getrgb

    try:
        if found := _RGBA.fullmatch(colour):
            parts = [min(int(each), 255) for each in found.group(1, 2, 3)]
            alpha = min(float(found[4] or 1) / (100 if found[5] else 1), 1.0)
        else:
            *parts, alpha = (*getrgb(colour), 255)[:4]
            alpha /= 255
    except ValueError:
        return None
    red, green, blue = (1 - alpha * (1 - part / 255) for part in parts)
    return red, green, blue


def _nearest(red: float, green: float, blue: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < 0.15:
        return "page" if light > 0.97 else "surface" if light > 0.6 else "quiet"
    accent = next(n for edge, n in ((0.1, 3), (0.22, 5), (0.5, 2), (0.7, 1), (0.9, 4), (1.01, 3)) if hue < edge)
    return f"{'tint' if light > 0.6 else 'accent'}{accent}"


def recoloured(svg: str, palette: Palette) -> str:
    """The engine's own drawing in our colours and with a family that has Hangul, to stand inside another SVG.

    Mixed colours become their first part: no renderer of SVG outside browsers knows them. Words stay as they are, though
    they name a colour.
    """
    return _TAG.sub(lambda tag: _recoloured(tag[0], palette), svg)


def _recoloured(tag: str, palette: Palette) -> str:
    for colour, role in _COLOURS.items():
        tag = tag.replace(colour, f"#{getattr(palette, role)}")
    tag = _MIXED.sub(r"\1", tag)
    for colour, series in _SERIES.items():
        tag = tag.replace(colour, f"#{palette.accents[series - 1]}")
    return re.sub(r"font-family:\s*Noto Sans(?=[;\"])", f"font-family:{FAMILY}", tag)
