"""A drawing of the engine that is no flowchart (sequence, class, Gantt …) → marks, element by element.

Words that stand in the middle of a shape become the shape's own, and a triangle at the end of a line its head: then
people can edit the drawing as if they had made it by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import cos, hypot, radians, sin
from xml.etree import ElementTree as ET

from msgspec import Struct
from msgspec.structs import replace

from ..model import RichText, Style
from .drawn import SVG, placed_words, radius_of
from .engine import paint_of
from .lettering import pitch, width
from .marks import Contour, Line, Mark, straight
from .paths import Curve, curves
from .scene import NODE, Align, Box, Point, around

INHERITED = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "font-size",
    "font-weight",
    "font-style",
    "text-decoration",
    "text-anchor",
    "fill-opacity",
)
SKIPPED = ("defs", "style", "title", "desc", "marker", "clipPath")
BASELINE = 0.36
"""The engine's baseline below the middle of a line, in em."""

NEAR, TIP = 3.0, 9.0
"""How far words may be from the middle of a shape that they belong to, and a marker's tip from the end of its line."""

THICKEST, LARGEST = 100.0, 400.0
"""The widest line and the largest type in points that an author may ask for."""

_TRANSFORM = re.compile(r"(translate|rotate)\(([^)]*)\)")
_NUMBER = re.compile(r"-?(?:\d*\.)?\d+(?:e-?\d+)?")
_ALIGN: dict[str, Align] = {"middle": "middle", "end": "end"}


class _Ground(Struct, frozen=True):
    """Where an element is drawn (`scale` times as large, turned by `turn` degrees about the origin, then moved) and what
    it inherits."""

    shift: Point = Point(0.0, 0.0)
    turn: float = 0.0
    scale: float = 1.0
    style: Mapping[str, str] = {}
    name: str = ""

    def at(self, x: float, y: float) -> Point:
        angle, x, y = radians(self.turn), x * self.scale, y * self.scale
        return Point(
            self.shift.x + x * cos(angle) - y * sin(angle),
            self.shift.y + x * sin(angle) + y * cos(angle),
        )

    def box(self, x: float, y: float, wide: float, high: float) -> Box:
        """A box that is turned about its own middle."""
        middle = self.at(x + wide / 2, y + high / 2)
        wide, high = wide * self.scale, high * self.scale
        return Box(middle.x - wide / 2, middle.y - high / 2, wide, high)

    def framed(self, frame: ET.Element) -> _Ground:
        """The ground within an `svg` of its own, as the engine draws icons: its `viewBox` begins at 0, 0."""
        x, y, wide = (float(frame.get(name) or 0) for name in ("x", "y", "width"))
        view = [float(n) for n in _NUMBER.findall(frame.get("viewBox") or "")]
        scale = wide / view[2] if wide and len(view) == 4 else 1.0
        return replace(self, shift=self.at(x, y), scale=self.scale * scale)

    def of(self, element: ET.Element) -> _Ground:
        """The ground of an element on this one."""
        moved = self
        for kind, numbers in _TRANSFORM.findall(element.get("transform") or ""):
            values = [float(n) for n in _NUMBER.findall(numbers)] + [0.0, 0.0]
            if kind == "translate":
                moved = replace(moved, shift=moved.at(values[0], values[1]))
            else:
                pivot = moved.at(values[1], values[2])
                turned = replace(moved, turn=moved.turn + values[0])
                back = replace(turned, shift=pivot).at(-values[1], -values[2])
                moved = replace(turned, shift=back)
        own = {key: value for key in INHERITED if (value := element.get(key)) is not None}
        for declaration in (element.get("style") or "").split(";"):
            key, _, value = declaration.partition(":")
            if key.strip() in INHERITED:
                own[key.strip()] = value.strip()
        name = element.get("data-id") or self.name
        return replace(moved, style={**self.style, **own}, name=name) if own or name != self.name else moved


@lru_cache(maxsize=64)
def redrawn(svg: str) -> tuple[Mark, ...]:
    """The marks of a drawing, in its order. A plan that tries places for it asks again and again."""
    root = ET.fromstring(svg)
    start = _Ground(style={"fill": root.get("fill") or "#000000"}, name="")
    return tuple(_inside(root, start))


def extent(element: ET.Element, group: ET.Element) -> Box | None:
    """From where to where the marks of one element of a group reach; None where it has none."""
    boxes = [mark.box for mark in _marked(element, _Ground().of(group))]
    return around(p for box in boxes for p in (Point(box.x, box.y), Point(box.right, box.bottom))) if boxes else None


def _marked(element: ET.Element, ground: _Ground) -> Iterator[Mark]:
    parent = ET.Element(f"{SVG}g")
    parent.append(element)
    return _inside(parent, ground)


def _inside(parent: ET.Element, ground: _Ground) -> Iterator[Mark]:
    """The marks of an element's children; words join the shape beside them."""
    own: list[Mark] = []
    for child in parent:
        tag = child.tag.removeprefix(SVG)
        if tag in SKIPPED:
            continue
        here = ground.of(child)
        if tag == "svg":
            own += _inside(child, here.framed(child))
        elif tag == "g":
            faint = "pele-grid" in (child.get("class") or "")
            own += (replace(mark, line="hairline", width=0.75) if faint else mark for mark in _inside(child, here))
        elif tag == "text":
            for words in _text(child, here):
                own = _joined(own, words)
        elif mark := _shape(tag, child, here):
            own = _headed(own, mark) if "pele-marker" in (child.get("class") or "") else [*own, mark]
    return iter(own)


def _shape(tag: str, element: ET.Element, ground: _Ground) -> Mark | None:
    def number(name: str) -> float:
        return float(element.get(name) or 0)

    style = ground.style
    fill, line = paint_of(style.get("fill", "")), paint_of(style.get("stroke", "none"))
    mark = Mark(
        ground.name,
        Box(0, 0, 0, 0),
        fill=fill,
        alpha=_alpha(style.get("fill-opacity") or "1"),
        line=line,
        width=min(_size(style.get("stroke-width"), 1.0), THICKEST),
        dashed=style.get("stroke-dasharray", "none") != "none",
        turn=ground.turn,
    )
    match tag:
        case "rect":
            box = ground.box(number("x"), number("y"), number("width"), number("height"))
            return replace(mark, box=box, radius=radius_of(element))
        case "circle" | "ellipse":
            rx, ry = number("r") or number("rx"), number("r") or number("ry")
            box = ground.box(number("cx") - rx, number("cy") - ry, 2 * rx, 2 * ry)
            return replace(mark, box=box, form="oval", round=True)
        case _:
            return _path(_data(tag, element), replace(mark, turn=0.0), ground)


def _size(value: str | None, usual: float) -> float:
    """A size as an author wrote it: with or without a unit, and `usual` where it is none or less than nothing."""
    found = _NUMBER.match((value or "").strip())
    return float(found[0]) if found and float(found[0]) >= 0 else usual


def _alpha(value: str) -> float:
    """An opacity from 0 to 1, which CSS also writes as percents."""
    return min(_size(value, 1.0) / (100 if value.strip().endswith("%") else 1), 1.0)


def _data(tag: str, element: ET.Element) -> str:
    """The path data of a form."""
    if tag == "path":
        return element.get("d") or ""
    if tag == "line":
        return "M{},{}L{},{}".format(*(element.get(name) or 0 for name in ("x1", "y1", "x2", "y2")))
    points = " ".join(_NUMBER.findall(element.get("points") or ""))
    return f"M{points}{'Z' if tag == 'polygon' else ''}" if tag in ("polygon", "polyline") and points else ""


def _path(data: str, mark: Mark, ground: _Ground) -> Mark | None:
    contours = []
    closed = "Z" in data.upper() or bool(mark.fill and not mark.line)
    for stretches in curves(data):
        moved = tuple(
            Curve(ground.at(*c.start), ground.at(*c.end), tuple(ground.at(*p) for p in c.controls)) for c in stretches
        )
        contours.append(Contour(moved, closed=closed))
    if not contours or not (mark.fill or mark.line):
        return None
    corners = [p for contour in contours for c in contour.curves for p in (c.start, *c.controls, c.end)]
    fill = mark.fill if closed else ""
    return replace(mark, box=around(corners), form="path", contours=tuple(contours), fill=fill)


def _text(element: ET.Element, ground: _Ground) -> Iterator[Mark]:
    """The words of an element: one mark, lines at even distances."""
    style = ground.style
    size = min(_size(style.get("font-size"), NODE) or NODE, LARGEST)
    bold = style.get("font-weight") in ("bold", "600", "700")
    paint = paint_of(style.get("fill", "")) or "ink"
    placed = [(x, y, text) for x, y, text in placed_words(element) if text.plain.strip()]
    if not placed:
        return
    align = _ALIGN.get(style.get("text-anchor") or "", "start")
    longest = max(width(text.plain, size, bold=bold) for _, _, text in placed) + 2.0
    x = placed[0][0] - {"start": 0.0, "middle": longest / 2, "end": longest}[align]
    first, last = placed[0][1], placed[-1][1]
    middle, high = (first + last) / 2 - BASELINE * size, len(placed) * pitch(size)
    lines = tuple(Line(_styled(text, style), size, paint, bold) for _, _, text in placed)
    box = ground.box(x, middle - high / 2, longest, high)
    yield Mark(ground.name or _plain(lines), box, "words", lines=lines, align=align, turn=ground.turn)


def _styled(text: RichText, style: Mapping[str, str]) -> RichText:
    """Words as their element has them: of the members of a class italic ones are abstract, and underlined ones static."""
    own = {Style.ITALIC} if style.get("font-style") == "italic" else set()
    own |= {Style.UNDERLINE} if "underline" in style.get("text-decoration", "") else set()
    return RichText(replace(run, styles=run.styles | own) for run in text) if own else text


def _plain(lines: tuple[Line, ...]) -> str:
    return " ".join(line.text.plain for line in lines)


def _joined(before: list[Mark], words: Mark) -> list[Mark]:
    """The marks with some words: in the nearest shape below them that has none, if they stand in its middle."""
    for index in range(len(before) - 1, -1, -1):
        shape = before[index]
        if shape.form in ("words", "path") or not (shape.fill or shape.line) or words.align != "middle":
            continue
        a, b = shape.box, words.box
        inside = a.x <= b.x + NEAR and b.right - NEAR <= a.right and a.y - NEAR <= b.y and b.bottom <= a.bottom + NEAR
        centred = hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) <= NEAR
        if inside and centred and not shape.lines and shape.turn == words.turn:
            return [*before[:index], _written(shape, words), *before[index + 1 :]]
        if inside:
            break
    return [*before, words]


def _written(shape: Mark, words: Mark) -> Mark:
    """A shape with words in it. Where it is mere ground, that keeps a line from striking them through, it is theirs."""
    if shape.fill == "page" and not shape.line:
        return replace(words, fill="page")
    return replace(shape, lines=words.lines)


def _headed(before: list[Mark], marker: Mark) -> list[Mark]:
    """The marks with a marker: the head of the line before it where it is a filled triangle, else itself."""
    line = before[-1] if before else None
    if line is None or line.form != "path" or line.fill or len(line.contours) != 1 or not _is_triangle(marker, line):
        return [*before, marker]
    tip = marker.contours[0].curves[0].start
    stretches = line.contours[0].curves
    first, last = stretches[0].start, stretches[-1].end
    if _apart(tip, last) <= TIP and _apart(tip, last) <= _apart(tip, first):
        longer = (*stretches, *straight((last, tip)))
        changed = replace(line, head="arrow", contours=(Contour(longer, closed=False),))
    elif _apart(tip, first) <= TIP:
        longer = (*straight((tip, first)), *stretches)
        changed = replace(line, tail="arrow", contours=(Contour(longer, closed=False),))
    else:
        return [*before, marker]
    return [*before[:-1], replace(changed, box=around(p for c in longer for p in (c.start, *c.controls, c.end)))]


def _is_triangle(marker: Mark, line: Mark) -> bool:
    return len(marker.contours) == 1 and len(marker.contours[0].curves) == 3 and marker.fill == line.line


def _apart(a: Point, b: Point) -> float:
    return hypot(a.x - b.x, a.y - b.y)
