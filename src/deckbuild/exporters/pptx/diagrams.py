"""A diagram → one group of native shapes, which carries the text that reads it out (`descr`).

The group's own coordinates are those of the slide (`chOff` and `chExt` equal `off` and `ext`), so that shapes stand where
they would without it. Shapes come from the ground up, as the marks do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ...diagrams.lettering import pitch, width
from ...diagrams.marking import marks
from ...diagrams.marks import LEAST, Contour, Line, Mark, Paint
from ...diagrams.paths import Curve
from ...diagrams.scene import Align, Box, Head, Point, Scene
from ...model import Style
from ...plan.slides.page import Image, Look, Para, Rect, Span
from .connectors import Connector, Glue, connector, site_at
from .drawing import attribute, emu, paragraph, transform
from .freeforms import geometry
from .pen import Pen

NUMBERS = 1000
"""Ids of the shapes of a diagram follow that of its group times this: no slide has so many boxes, no diagram so many shapes."""
NAME = 60
HEADS: dict[Head, str] = {"arrow": "triangle", "circle": "oval"}
WIDER, BOLDER = 1.12, 1.2
"""By how much the letters of another face may be wider than those of ours, regular and bold."""
FINEST = 1.0
"""The smallest type that there is, in points (ECMA-376 §20.1.10.72)."""
SNUG = 0.93
TURNED = 13.2
"""The smallest type of words that do not lie level: they are harder to read."""
STRING = 0.985
"""The type of strings that stand side by side: the least that another face is wider by would make them touch."""
PITCH = 1.3
"""The distance of baselines where lines of a stretched drawing may not be further apart."""


def diagram_xml(image: Image, number: int, pen: Pen, accent: int) -> str:
    """The group of a scene in its rectangle; `accent` is the colour of its section."""
    assert image.scene is not None
    drawing = _Drawing(image.scene, image.rect, number, pen, accent or 1)
    place = transform(image.rect).replace("</a:xfrm>", "")
    child = (
        f'<a:chOff x="{emu(image.rect.x)}" y="{emu(image.rect.y)}"/>'
        f'<a:chExt cx="{emu(image.rect.w)}" cy="{emu(image.rect.h)}"/>'
    )
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="Diagram {number}" descr={attribute(image.alt)}/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{place}{child}</a:xfrm></p:grpSpPr>"
        f"{''.join(drawing.shapes())}</p:grpSp>"
    )


class _Glued(Struct, frozen=True):
    """A line as a connector, with what it is glued to."""

    form: Connector
    start: Glue
    end: Glue


class _Drawing:
    """The marks of a scene, at their places on a slide."""

    def __init__(self, scene: Scene, rect: Rect, number: int, pen: Pen, accent: int) -> None:
        self.across, self.down = rect.w / scene.width, rect.h / scene.height
        self.place = rect
        self.pen = pen
        self.accent = accent
        self.engine = bool(scene.raw_svg)
        self.first = number * NUMBERS
        placed = tuple(map(self._placed, marks(scene)))
        self.marks = _kept_off(placed) if self.engine else placed
        self.ends = self._ends(scene)

    def shapes(self) -> Iterator[str]:
        for index, mark in enumerate(self.marks):
            number = self.first + index
            glued = self._glued(mark)
            yield _connector_xml(mark, glued, number, self) if glued else self._shape(mark, number)

    @property
    def scale(self) -> float:
        return min(self.across, self.down)

    # places

    def _at(self, point: Point) -> Point:
        return Point(self.place.x + point.x * self.across, self.place.y + point.y * self.down)

    def _placed(self, mark: Mark) -> Mark:
        """A mark in the points of the slide; what is round stays round, and turned words keep their length."""
        corner = self._at(Point(mark.box.x, mark.box.y))
        box = Box(corner.x, corner.y, mark.box.width * self.across, mark.box.height * self.down)
        if mark.round or mark.turn:
            wide, high = mark.box.width * self.scale, mark.box.height * self.scale
            box = Box(box.centre.x - wide / 2, box.centre.y - high / 2, wide, high)
        contours = tuple(
            Contour(
                tuple(Curve(self._at(c.start), self._at(c.end), tuple(map(self._at, c.controls))) for c in each.curves),
                each.closed,
            )
            for each in mark.contours
        )
        narrower = STRING if _is_string(mark) else 1.0
        lines = tuple(replace(line, size=self._size(line.size, bool(mark.turn)) * narrower) for line in mark.lines)
        if mark.form == "words":
            box = self._roomy(mark, box, lines)
        return replace(
            mark,
            box=box,
            contours=contours,
            lines=lines,
            radius=mark.radius if mark.radius <= 4 else mark.radius * self.scale,
            width=mark.width if mark.width >= 1 else mark.width * max(self.scale, 1.0),
            drop=mark.drop * self.down,
        )

    def _roomy(self, mark: Mark, box: Box, lines: tuple[Line, ...]) -> Box:
        """The box of words, with room for a face that is wider than ours as far as the drawing goes; where they are set as
        a string there is none."""
        high = sum(self.pitch(line.size) for line in lines)
        if _is_string(mark):
            return Box(box.x, box.centre.y - high / 2, box.width, high)
        grown = max(width(line.text.plain, line.size, bold=line.bold) for line in lines) * WIDER
        if any(line.bold for line in lines):
            grown *= BOLDER / WIDER
        more = max(grown - box.width, 0.0)
        left = {"start": 0.0, "middle": more / 2, "end": more}[mark.align]
        wide = Box(box.x - left, box.centre.y - high / 2, box.width + more, high)
        return wide if mark.turn else self._kept(wide, mark.align)

    def _kept(self, box: Box, align: Align) -> Box:
        """A box within the drawing: words that begin at a place have less room there, others are moved."""
        if align == "start":
            return Box(box.x, box.y, max(min(box.right, self.place.right) - box.x, FINEST), box.height)
        return box.moved(max(self.place.x - box.x, 0.0) - max(box.right - self.place.right, 0.0), 0.0)

    def _size(self, size: float, turned: bool) -> float:
        """The type of a drawing that was stretched is no smaller than can be read; an enlarged one keeps room for faces
        that are wider than that which the engine measured with."""
        snug = SNUG if self.engine else 1.0
        least = TURNED if turned else LEAST
        return max(size * self.scale * snug, min(least, size * max(self.across, self.down)), FINEST)

    def pitch(self, size: float) -> float:
        """The distance of two lines; tighter where the drawing was pressed together."""
        natural = pitch(round(size / self.scale)) * self.scale if self.scale else pitch(size)
        return max(natural, size * PITCH) if abs(self.across - self.down) < 0.01 else size * PITCH

    # glue

    def _ends(self, scene: Scene) -> Mapping[str, tuple[int, Mark]]:
        names = {node.id for node in scene.nodes} | {group.id for group in scene.groups}
        return {mark.name: (self.first + i, mark) for i, mark in enumerate(self.marks) if mark.name in names}

    def _glued(self, mark: Mark) -> _Glued | None:
        """A line that can be a connector: none where another runs the other way between the same two."""
        if not (mark.source in self.ends and mark.target in self.ends):
            return None
        if any(m.source == mark.target and m.target == mark.source for m in self.marks):
            return None
        path = mark.points
        form = connector(path)
        start, end = self._glue(mark.source, path[0]), self._glue(mark.target, path[-1])
        return _Glued(form, start, end) if form and start and end else None

    def _glue(self, name: str, point: Point) -> Glue | None:
        number, mark = self.ends[name]
        site = None if mark.form == "words" else site_at(point, mark.box, mark.form == "oval")
        return None if site is None else Glue(number, site)

    # paint

    def fill(self, paint: Paint, alpha: float = 1.0) -> str:
        named = f"{paint}{self.accent}" if paint in ("accent", "tint") else paint
        filled = self.pen.fill(named)
        if alpha >= 1.0:
            return filled
        seen = f'<a:alpha val="{round(alpha * 100_000)}"/>'
        inner = filled.removeprefix("<a:solidFill>").removesuffix("</a:solidFill>")
        tag = inner[1:].split(" ", 1)[0].split(">", 1)[0]
        closed = f"{inner[:-2]}>{seen}</{tag}>" if inner.endswith("/>") and inner.count("<") == 1 else ""
        return f"<a:solidFill>{closed or inner.removesuffix(f'</{tag}>') + seen + f'</{tag}>'}</a:solidFill>"

    def stroke(self, mark: Mark, heads: bool = False) -> str:
        if not mark.line:
            return "<a:ln><a:noFill/></a:ln>"
        dash = '<a:prstDash val="sysDash"/>' if mark.dashed else ""
        ends = "".join(
            f'<a:{tag} type="{HEADS[head]}" w="lg" len="lg"/>'
            for tag, head in (("headEnd", mark.tail), ("tailEnd", mark.head))
            if heads and head in HEADS
        )
        return f'<a:ln w="{emu(mark.width)}">{self.fill(mark.line)}{dash}<a:round/>{ends}</a:ln>'

    # shapes

    def _shape(self, mark: Mark, number: int) -> str:
        turn = f' rot="{round(mark.turn % 360 * 60_000)}"' if mark.turn else ""
        place = transform(_rect(mark.box)).replace("<a:xfrm>", f"<a:xfrm{turn}>")
        fill = self.fill(mark.fill, mark.alpha) if mark.fill else "<a:noFill/>"
        box = ' txBox="1"' if mark.form == "words" else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(_name(mark))}/><p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{place}{geometry(mark)}{fill}{self.stroke(mark, heads=True)}</p:spPr>{self._text(mark)}</p:sp>"
        )

    def _text(self, mark: Mark) -> str:
        """The words of a shape, each line as the scene breaks it, in the middle."""
        if not mark.lines:
            return ""
        align = {"start": "left", "middle": "center", "end": "right"}[mark.align]
        paras = "".join(
            paragraph(Para(self._spans(line), line.size, self.pitch(line.size), align=align), self.pen)  # type: ignore[arg-type]
            for line in mark.lines
        )
        top, bottom = (emu(2 * max(drop, 0.0)) for drop in (mark.drop, -mark.drop))
        return (
            f'<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="{top}" rIns="0" bIns="{bottom}" rtlCol="0" anchor="ctr">'
            f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{paras}</p:txBody>"
        )

    def _spans(self, line: Line) -> tuple[Span, ...]:
        paint = f"{line.paint}{self.accent}" if line.paint in ("accent", "tint") else line.paint
        return tuple(
            Span(
                run.text,
                Look(
                    line.size,
                    paint,
                    bold=line.bold or Style.BOLD in run.styles,
                    italic=Style.ITALIC in run.styles,
                    underline=Style.UNDERLINE in run.styles,
                    strike=Style.STRIKE in run.styles,
                    mono=run.kind == "code",
                ),
            )
            for run in line.text
            if run.text
        )


def _kept_off(found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of a drawing of the engine, words without room for a wider face where that would lie upon other words or a shape that has some."""
    written = [mark for mark in found if mark.lines]
    return tuple(_narrow(mark, written) if mark.form == "words" and not mark.turn else mark for mark in found)


def _narrow(mark: Mark, written: list[Mark]) -> Mark:
    room = max(width(line.text.plain, line.size, bold=line.bold) for line in mark.lines)
    if room >= mark.box.width or not any(other.box.meets(mark.box) for other in written if other is not mark):
        return mark
    left = {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.align] * (mark.box.width - room)
    return replace(mark, box=Box(mark.box.x + left, mark.box.y, room, mark.box.height))


def _is_string(mark: Mark) -> bool:
    """Whether these are the words of an anatomy's string."""
    return mark.align == "start" and any(run.kind == "code" for line in mark.lines for run in line.text)


def _name(mark: Mark) -> str:
    """What the list of shapes calls it: its words, else what the source calls it."""
    return (" ".join(line.text.plain for line in mark.lines) or mark.name or "Line")[:NAME]


def _rect(box: Box) -> Rect:
    return Rect(box.x, box.y, box.width, box.height)


def _connector_xml(mark: Mark, glued: _Glued, number: int, drawing: _Drawing) -> str:
    form = glued.form
    flags = "".join(
        (
            f' rot="{form.turn}"' if form.turn else "",
            ' flipH="1"' if form.flip_h else "",
            ' flipV="1"' if form.flip_v else "",
        )
    )
    adjust = f'<a:gd name="adj1" fmla="val {form.adjust}"/>' if form.adjust is not None else ""
    ends = "".join(
        f'<a:{tag} id="{glue.shape}" idx="{glue.site}"/>'
        for tag, glue in (("stCxn", glued.start), ("endCxn", glued.end))
    )
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name={attribute(_name(mark))}/><p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{transform(_rect(form.box)).replace('<a:xfrm>', f'<a:xfrm{flags}>')}"
        f'<a:prstGeom prst="{form.preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
        f"{drawing.stroke(mark, heads=True)}</p:spPr></p:cxnSp>"
    )
