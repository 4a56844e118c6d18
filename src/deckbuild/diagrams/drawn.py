"""What the engine drew, element by element: closed and open forms as points, words as runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from xml.etree import ElementTree as ET

from msgspec import Struct

from ..model import RichText, Run, Style
from .paths import polylines
from .scene import Point

SVG = "{http://www.w3.org/2000/svg}"
BASELINE = 5.6
"""The engine's baseline below the middle of a line."""

_TRANSLATE = re.compile(r"translate\(\s*([-\d.]+)[\s,]*([-\d.]*)\s*\)")
_SMALL = re.compile(r"<small>(.*?)</small>", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"<[^>]*>|[\s*`_]+")


class Form(Struct, frozen=True):
    """One drawn element of a node."""

    kind: str
    points: tuple[Point, ...]
    filled: bool
    style: str
    radius: float


def forms_of(g: ET.Element, shift: Point) -> Iterator[Form]:
    """The drawn elements of a group at any depth, in the picture's own coordinates."""
    at = moved(shift, g)
    for child in g:
        tag = child.tag.removeprefix(SVG)
        if tag == "g":
            yield from forms_of(child, at)
        elif points := tuple(_outline(tag, child)):
            style = (
                f"{child.get('style', '')};stroke-dasharray"
                if child.get("stroke-dasharray")
                else child.get("style", "")
            )
            for each in points:
                here = tuple(Point(p.x + at.x, p.y + at.y) for p in each)
                yield Form(tag, here, child.get("fill") != "none", style, radius_of(child))


def _outline(tag: str, element: ET.Element) -> Iterable[tuple[Point, ...]]:
    def number(name: str) -> float:
        return float(element.get(name) or 0)

    match tag:
        case "rect":
            x, y, wide, high = (number(name) for name in ("x", "y", "width", "height"))
            return ((Point(x, y), Point(x + wide, y), Point(x + wide, y + high), Point(x, y + high)),)
        case "circle" | "ellipse":
            x, y, rx, ry = number("cx"), number("cy"), number("r") or number("rx"), number("r") or number("ry")
            ring = f"M{x - rx},{y}A{rx},{ry} 0 0 1 {x + rx},{y}A{rx},{ry} 0 0 1 {x - rx},{y}Z"
            return polylines(ring)
        case "polygon" | "polyline":
            values = [float(v) for v in re.findall(r"-?[\d.]+(?:e-?\d+)?", element.get("points") or "")]
            return (tuple(Point(x, y) for x, y in zip(values[::2], values[1::2], strict=False)),)
        case "line":
            return ((Point(number("x1"), number("y1")), Point(number("x2"), number("y2"))),)
        case "path":
            return polylines(element.get("d") or "")
        case _:
            return ()


def radius_of(element: ET.Element) -> float:
    """The radius of an element's corners, which the engine writes as an attribute or as a style."""
    found = re.search(r"rx:\s*([\d.]+)", element.get("style") or "")
    return float(element.get("rx") or (found[1] if found else 0))


def moved(shift: Point, g: ET.Element) -> Point:
    found = _TRANSLATE.match(g.get("transform") or "")
    return Point(shift.x + float(found[1]), shift.y + float(found[2] or 0)) if found else shift


def label_of(g: ET.Element) -> tuple[tuple[RichText, ...], float]:
    """The lines of a node's label, and how far below the node's own middle they are centred."""
    text = g.find(f"{SVG}text")
    if text is None:
        return (), 0.0
    heights = [float(each.get("y") or 0) for each in (text, *text) if each.get("y")]
    return words(text), (sum(heights) / len(heights) - BASELINE if heights else 0.0)


def words(text: ET.Element) -> tuple[RichText, ...]:
    """The lines of a `text`: a span with a place of its own begins one."""
    lines: list[list[Run]] = [[]]
    if text.text:
        lines[-1].append(Run(text.text))
    for span in text.findall(f"{SVG}tspan"):
        if span.get("x") is not None and lines[-1]:
            lines.append([])
        if span.text:
            lines[-1].append(Run(span.text, _styles(span)))
    return tuple(RichText(line) for line in lines if line)


def placed_words(text: ET.Element) -> Iterator[tuple[float, float, RichText]]:
    """The lines of a `text`, each with the place where it is anchored."""
    at = float(text.get("x") or 0), float(text.get("y") or 0)
    line: list[Run] = [Run(text.text)] if text.text else []
    for span in text.findall(f"{SVG}tspan"):
        if span.get("x") is not None or span.get("y") is not None:
            if line:
                yield *at, RichText(line)
            at, line = (float(span.get("x") or at[0]), float(span.get("y") or at[1])), []
        if span.text:
            line.append(Run(span.text, _styles(span)))
    if line:
        yield *at, RichText(line)


def _styles(span: ET.Element) -> frozenset[Style]:
    bold = {Style.BOLD} if span.get("font-weight") == "bold" else set()
    return frozenset(bold | ({Style.ITALIC} if span.get("font-style") == "italic" else set()))


def parted(lines: tuple[RichText, ...], source: str) -> tuple[tuple[RichText, ...], tuple[RichText, ...]]:
    """Label and sublabel: the last lines, as far as they are what the author put in `<small>`."""
    small = _MARKUP.sub("", unescape("".join(_SMALL.findall(source))))
    for at in range(len(lines) if small else 0):
        if _MARKUP.sub("", "".join(line.plain for line in lines[at:])) == small:
            return lines[:at], lines[at:]
    return lines, ()
