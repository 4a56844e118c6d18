"""A scene → SVG: shapes and words at the places that the scene gives them, with real font families written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from math import hypot

from ..model import RichText, Run, Style
from .engine import recoloured
from .lettering import is_wide, pitch
from .look import LIGHT, Ink, Look, Palette, backdrop, group_look, node_look, role_ink, span_look
from .scene import SMALL, Align, Box, Edge, Group, Head, Node, Point, Scene, Span, Text

SANS, MONO = "Noto Sans CJK KR", "JetBrains Mono"
MARGIN = 16.0
"""White space around the picture in points; the scene itself has none, so that it can stand flush with text."""

RADIUS, EDGE, HEAVY, BRACKET, ABSENT, RULE, DETAIL = 4.0, 1.5, 2.5, 1.25, 1.25, 2.0, 1.0
"""Corner radius, and the widths of lines, in points."""

HEAD_LENGTH, HEAD_WIDTH = 9.0, 8.0
"""The size of an arrow's head; a smaller one vanishes at the back of a hall."""

BASELINE = 0.37
"""The baseline lies this many em below the middle of a line: half the height of Hangul and of capitals in Noto."""


def write(scene: Scene, palette: Palette = LIGHT, margin: float = MARGIN) -> str:
    """A whole SVG document. Its size is that of the scene in points and a margin on each side."""
    width, height = scene.width + 2 * margin, scene.height + 2 * margin
    box = f"{_n(-margin)} {_n(-margin)} {_n(width)} {_n(height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{_n(width)}" height="{_n(height)}" role="img">'
        f"<title>{escape(scene.alt)}</title>"
        f'<rect x="{_n(-margin)}" y="{_n(-margin)}" width="{_n(width)}" height="{_n(height)}" fill="#{palette.page}"/>'
        f"{recoloured(scene.raw_svg, palette) if scene.raw_svg else ''.join(_parts(scene, palette))}</svg>\n"
    )


def _parts(scene: Scene, palette: Palette) -> Iterator[str]:
    """From the ground up: panels, lines, nodes, words on lines."""
    if scene.title:
        yield _text(scene.title, palette, bold=True)
    for group in scene.groups:
        yield _group(group, palette)
    for edge in scene.edges:
        yield _edge(edge, palette)
    for span in scene.spans:
        yield _span(span, palette)
    for node in scene.nodes:
        yield _node(node, palette)
    for group in scene.groups:
        if group.label:
            yield _plate(group.label, palette.hex(backdrop(group.level + (group.look == "panel"))))
            yield _text(group.label, palette, bold=True)
    for edge in scene.edges:
        if edge.label:
            yield _plate(edge.label, palette.hex(backdrop(scene.level_at(edge.label.box.centre))))
            yield _text(edge.label, palette)


def _group(group: Group, palette: Palette) -> str:
    look = group_look(group)
    return _rect(group.box, RADIUS, _paint(look, palette)) if look.fill or look.line else ""


def _node(node: Node, palette: Palette) -> str:
    look = node_look(node)
    lines = "".join(f'<path d="{_path(line)}" {_stroke(_detail_ink(look), DETAIL, palette)}/>' for line in node.details)
    return f"{_form(node, _paint(look, palette))}{lines}{''.join(_label(node, look, palette))}"


def _detail_ink(look: Look) -> Ink:
    return look.line or ("page" if look.fill in ("accent", "quiet") else "quiet")


def _form(node: Node, paint: str) -> str:
    box = node.box
    match node.shape:
        case "text" | "string":
            return ""
        case "box" | "subroutine" | "bar":
            return _rect(box, RADIUS, paint)
        case "round":
            return _rect(box, 3 * RADIUS, paint)
        case "stadium":
            return _rect(box, min(box.width, box.height) / 2, paint)
        case "circle" | "double-circle":
            middle = box.centre
            radii = f'rx="{_n(box.width / 2)}" ry="{_n(box.height / 2)}"'
            return f'<ellipse cx="{_n(middle.x)}" cy="{_n(middle.y)}" {radii} {paint}/>'
        case _:
            return f'<path d="{_path(node.outline)}Z" stroke-linejoin="round" {paint}/>'


def _rect(box: Box, radius: float, paint: str) -> str:
    place = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    return f'<rect {place} rx="{_n(min(radius, box.width / 2, box.height / 2))}" {paint}/>'


def _paint(look: Look, palette: Palette) -> str:
    fill = f'fill="{palette.hex(look.fill) if look.fill else "none"}"'
    return f"{fill} {_stroke(look.line, ABSENT, palette, look.dashed, fill=False)}" if look.line else fill


def _stroke(ink: Ink, width: float, palette: Palette, dashed: bool = False, *, fill: bool = True) -> str:
    dash = f' stroke-dasharray="{_n(3 * width)} {_n(2.4 * width)}"' if dashed else ""
    none = 'fill="none" ' if fill else ""
    return f'{none}stroke="{palette.hex(ink)}" stroke-width="{_n(width)}"{dash}'


def _label(node: Node, look: Look, palette: Palette) -> Iterator[str]:
    """The label and the sublabel, together in the middle of the node."""
    high, low = len(node.lines) * pitch(node.size), len(node.sublines) * pitch(SMALL)
    top = node.box.centre.y + node.drop - (high + low) / 2
    at = Box(node.box.x, top, node.box.width, high)
    align: Align = "start" if node.shape == "string" else "middle"
    yield from _lines(node.lines, at, node.size, align, palette.hex(look.text), look.bold)
    below = Box(at.x, at.bottom, at.width, low)
    yield from _lines(node.sublines, below, SMALL, align, palette.hex(look.subtext), False)


def _text(text: Text, palette: Palette, *, ink: Ink | None = None, bold: bool = False) -> str:
    return "".join(_lines(text.lines, text.box, text.size, text.align, palette.hex(ink or role_ink(text.role)), bold))


def _plate(text: Text, fill: str) -> str:
    """The ground behind words on a line, so that the line does not strike them through."""
    return _rect(text.box, 0, f'fill="{fill}"')


def _lines(lines: Iterable[RichText], box: Box, size: float, align: Align, fill: str, bold: bool) -> Iterator[str]:
    x = {"start": box.x, "middle": box.centre.x, "end": box.right}[align]
    anchor = "" if align == "start" else f' text-anchor="{align}"'
    weight = ' font-weight="700"' if bold else ""
    for number, line in enumerate(lines):
        y = box.y + (number + 0.5) * pitch(size) + BASELINE * size
        place = f'x="{_n(x)}" y="{_n(y)}" font-family="{SANS}" font-size="{_n(size)}"'
        yield f'<text {place}{anchor}{weight} fill="{fill}" xml:space="preserve">{_runs(line)}</text>'


def _runs(line: RichText) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    marks = []
    if Style.BOLD in run.styles:
        marks.append('font-weight="700"')
    if Style.UNDERLINE in run.styles or Style.STRIKE in run.styles:
        marks.append(f'text-decoration="{"line-through" if Style.STRIKE in run.styles else "underline"}"')
    if run.kind == "code":
        return "".join(_code(run.text, marks))
    return f"<tspan {' '.join(marks)}>{escape(run.text)}</tspan>" if marks else escape(run.text)


def _code(text: str, marks: list[str]) -> Iterator[str]:
    """Monospaced Latin and, in spans of its own, CJK: a renderer takes one font for a whole span."""
    for wide, letters in groupby(text, is_wide):
        family = [] if wide else [f'font-family="{MONO}"', 'font-variant-ligatures="none"']
        yield f"<tspan {' '.join([*family, *marks])}>{escape(''.join(letters))}</tspan>"


def _edge(edge: Edge, palette: Palette) -> str:
    path = _shortened(edge.path, edge.tail, edge.head)
    line = f'<path d="{_path(path)}" {_stroke("quiet", HEAVY if edge.heavy else EDGE, palette, edge.dashed)}/>'
    ends = (_head(edge.head, edge.path[-2:], palette), _head(edge.tail, edge.path[:2][::-1], palette))
    return line + "".join(ends)


def _shortened(path: tuple[Point, ...], tail: Head, head: Head) -> tuple[Point, ...]:
    """Without the stretches that lie under arrow heads, where a thick line would blunt the tip."""
    points = list(path)
    if head == "arrow":
        points[-1] = _back(points[-2], points[-1])
    if tail == "arrow":
        points[0] = _back(points[1], points[0])
    return tuple(points)


def _back(start: Point, tip: Point, by: float = HEAD_LENGTH - 1) -> Point:
    length = hypot(tip.x - start.x, tip.y - start.y) or 1.0
    share = min(by / length, 0.95)
    return Point(tip.x - (tip.x - start.x) * share, tip.y - (tip.y - start.y) * share)


def _head(head: Head, last: tuple[Point, ...], palette: Palette) -> str:
    """The sign at the end of a line whose last two points are given."""
    start, tip = last
    length = hypot(tip.x - start.x, tip.y - start.y) or 1.0
    along = Point((tip.x - start.x) / length, (tip.y - start.y) / length)
    match head:
        case "none":
            return ""
        case "arrow":
            return f'<path d="{_path(_triangle(tip, along))}Z" fill="{palette.hex("quiet")}"/>'
        case "circle":
            middle = f'cx="{_n(tip.x - 4 * along.x)}" cy="{_n(tip.y - 4 * along.y)}" r="4"'
            return f'<circle {middle} fill="{palette.hex("quiet")}"/>'
        case "cross":
            x, y = tip.x - 5 * along.x, tip.y - 5 * along.y
            crossing = f"M{_n(x - 4)},{_n(y - 4)}l8,8M{_n(x - 4)},{_n(y + 4)}l8,-8"
            return f'<path d="{crossing}" {_stroke("quiet", EDGE, palette)}/>'


def _triangle(tip: Point, along: Point) -> tuple[Point, ...]:
    back = Point(tip.x - HEAD_LENGTH * along.x, tip.y - HEAD_LENGTH * along.y)
    side = Point(-along.y * HEAD_WIDTH / 2, along.x * HEAD_WIDTH / 2)
    return tip, Point(back.x + side.x, back.y + side.y), Point(back.x - side.x, back.y - side.y)


def _span(span: Span, palette: Palette) -> str:
    look = span_look(span)
    rule = span.label.role == "part"
    line = f'<path d="{_path(span.path)}" {_stroke(look.line or "quiet", RULE if rule else BRACKET, palette, look.dashed)}/>'
    leader = f'<path d="{_path(span.leader)}" {_stroke("quiet", 0.75, palette)}/>' if span.leader else ""
    remark = _text(span.remark, palette) if span.remark else ""
    return line + leader + _text(span.label, palette, ink=look.text, bold=look.bold) + remark


def _path(points: Iterable[Point]) -> str:
    return "".join(f"{'L' if i else 'M'}{_n(p.x)},{_n(p.y)}" for i, p in enumerate(points))


def _n(value: float) -> str:
    """A number as short as it can be: two places, no trailing zeros, no negative zero."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0") if abs(value) < 0.005 else _trim(value)


def _trim(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
