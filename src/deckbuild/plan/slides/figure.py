"""Figures: how large they are shown, and beside how much text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...model import Figure
from ...richtext import to_plain
from ...wording import Words
from .draft import Draft
from .frame import Frame
from .grid import BODY_SIZES, Scale
from .groups import Stack, pack, place, spoken, stack_height
from .inline import line, para_lines, spans
from .items import Item
from .page import Box, Image, LayoutName, Look, Para, Rect, Shape
from .text import text_group

LARGEST = 1.0
"""Points for each pixel: a picture is never blown up beyond this."""
CAPTION_GAP, CAPTION_HEIGHT = 12.0, 20.0
FEW_LINES = 11
LARGE_PARTS = 2
"""A figure is shown large beside text of so many slides; with more it comes first, alone, and then small."""


class Arrangement(Struct, frozen=True):
    """Where the text and the figure stand."""

    text: Rect
    figure: Rect


def _arranged(frame: Frame, text: float, figure: float) -> Arrangement:
    """Text so wide, and the figure so far right of it, as on a body of 848 points."""
    body, start = frame.body, frame.across(figure)
    return Arrangement(replace(body, w=frame.across(text)), Rect(body.x + start, body.y, body.w - start, body.h))


def wide(frame: Frame) -> Arrangement:
    """A large figure beside a narrow column."""
    return _arranged(frame, 340.0, 384.0)


def narrow(frame: Frame) -> Arrangement:
    """A tall figure beside a wide column."""
    return _arranged(frame, 480.0, 536.0)


class Shown(Struct, frozen=True):
    """A figure of the note with its picture, if that was found, and what it is called."""

    figure: Figure
    picture: Picture | None
    alt: str
    missing: str

    @property
    def aspect(self) -> float:
        return self.picture.aspect if self.picture else 4 / 3


def shown(figure: Figure, pictures: Mapping[str, Picture], title: str, words: Words) -> Shown:
    """A figure with what a reader who cannot see it is told: caption, alternative text, else the section's title."""
    alt = to_plain(figure.caption) or figure.alt or title or words.figure
    picture = pictures.get(figure.src)
    return Shown(figure, picture if picture and picture.width and picture.height else None, alt, words.figure_missing)


def figure_boxes(each: Shown, area: Rect, *, centred: bool = False) -> tuple[Box, ...]:
    """The picture as large as its area and its pixels allow, the caption flush below it."""
    caption = _caption(each, area.w)
    below = CAPTION_GAP + caption[1] if caption else 0.0
    w, h = _size(each, area.w, area.h - below)
    x = area.x + ((area.w - w) / 2 if centred else 0.0)
    rect = Rect(x, area.y, w, h)
    body: Box = Image(rect, each.figure.src, each.alt) if each.picture else _missing(each, rect)
    if not caption:
        return (body,)
    # A caption may be wider than a narrow picture: it begins at its edge as long as there is room for it.
    left = min(x, area.right - max(w, min(area.w, 320.0)))
    words = Shape(Rect(left, rect.bottom + CAPTION_GAP, area.right - left, caption[1]), (caption[0],), name="Caption")
    return (body, words)


def _caption(each: Shown, width: float) -> tuple[Para, float] | None:
    if not each.figure.caption:
        return None
    base = Look(14, "quiet")
    text = Para(spans(each.figure.caption, base), 14, CAPTION_HEIGHT)
    lines = para_lines(text, min(width, 320.0))
    return text, CAPTION_HEIGHT * min(lines, 6)


def _size(each: Shown, w: float, h: float) -> tuple[float, float]:
    """Width and height in points that fit into a box."""
    if not each.picture:
        return w, min(h, w * 0.66)
    scale = min(w / each.picture.width, h / each.picture.height, LARGEST)
    return each.picture.width * scale, each.picture.height * scale


def _missing(each: Shown, rect: Rect) -> Shape:
    path = each.figure.src.rsplit("/", 1)[-1][:60]
    paras = (line(each.missing, 18, align="center"), line(path, 14, "quiet", align="center"))
    return Shape(rect, paras, dashed=True, radius=4.0, insets=(16.0,) * 4, anchor="ctr", name="Missing figure")


def alone(each: Shown, frame: Frame) -> Draft:
    """A figure that fills the slide."""
    boxes = figure_boxes(each, frame.body, centred=True)
    return Draft("free", boxes, (each.alt,))


def beside(each: Shown, items: Sequence[Item], section: int, frame: Frame) -> list[Draft]:
    """A figure with its text: on one slide where that is little, else the figure first and again beside each part."""
    if not items:
        return [alone(each, frame)]
    arrangements = _arrangements(each, frame)
    for arrangement in arrangements:
        if one := _one_slide(each, items, arrangement, section, frame):
            return [one]
    if above := _above(each, items, section, frame):
        return [above]
    large = _parts(each, items, wide(frame), section, frame)
    if wide(frame) in arrangements and len(large) <= LARGE_PARTS:
        return large
    small = _parts(each, items, narrow(frame), section, frame)
    return small if each.picture is None else [alone(each, frame), *small]


def _arrangements(each: Shown, frame: Frame) -> tuple[Arrangement, ...]:
    """The rooms to try, that which shows the figure larger first."""
    if each.aspect > 2.4:
        return ()
    large, small = wide(frame), narrow(frame)
    height = frame.body.h - 32.0
    tall = _size(each, small.figure.w, height)[0] >= _size(each, large.figure.w, height)[0]
    return (small,) if tall else (large, small)


def _one_slide(each: Shown, items: Sequence[Item], room: Arrangement, section: int, frame: Frame) -> Draft | None:
    """Text and figure on one slide, if the text has few lines at 18 points or more."""
    for size in BODY_SIZES[:-1]:
        for space in (0.75, 0.5):
            group = text_group(items, Scale(size, space), room.text.w, section, frame)
            stacks = pack([group], room.text.h)
            if len(stacks) == 1 and _lines(stacks[0]) <= FEW_LINES:
                boxes = (*place(stacks[0], room.text), *figure_boxes(each, room.figure))
                return Draft("text_figure", boxes, tuple(spoken(stacks[0])))
    return None


def _lines(stack: Stack) -> int:
    """The lines of a column of text."""
    heights = ((p.height, c.pitch) for part in stack for p in part.pieces if isinstance(c := p.content, Para))
    return sum(round(height / pitch) for height, pitch in heights)


def _above(each: Shown, items: Sequence[Item], section: int, frame: Frame) -> Draft | None:
    """A wide figure over its text."""
    body = frame.body
    if each.aspect <= 1.8 or each.picture is None:
        return None
    for size in BODY_SIZES[:-1]:
        group = text_group(items, Scale(size, 0.5), frame.text_width, section, frame)
        stacks = pack([group], body.h)
        rest = body.h - stack_height(stacks[0]) - 28.0
        if len(stacks) == 1 and rest >= min(180.0, _size(each, body.w, 300.0)[1] + 32.0):
            boxes = figure_boxes(each, replace(body, h=rest))
            foot = max(b.rect.bottom for b in boxes if isinstance(b, Image | Shape)) + 28.0
            text = place(stacks[0], Rect(body.x, foot, frame.text_width, body.bottom - foot))
            return Draft("free", (*boxes, *text), tuple(spoken(stacks[0])))
    return None


def _parts(each: Shown, items: Sequence[Item], room: Arrangement, section: int, frame: Frame) -> list[Draft]:
    """Several slides of text, the figure at the same place on each; without it where it would be a strip."""
    if each.aspect > 2.4:
        room = Arrangement(frame.text, room.figure)
    scales = [Scale(size, space) for size in BODY_SIZES[:-1] for space in (0.75, 0.5)]
    tried = [pack([text_group(items, scale, room.text.w, section, frame)], room.text.h) for scale in scales]
    best = min(tried, key=len)
    picture = () if each.aspect > 2.4 else figure_boxes(each, room.figure)
    layout: LayoutName = "text_figure" if picture else "text"
    return [Draft(layout, (*place(s, room.text), *picture), tuple(spoken(s))) for s in best]
