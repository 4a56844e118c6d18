"""Figures: how large they are shown, and beside how much text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...model import Figure
from ...readable import readable
from ...wording import Words
from .absent import absent_box, caption_para, is_there
from .arranged import Arrangement, narrow, wide
from .diagram import fitted, pieces
from .draft import Draft
from .frame import Frame
from .grid import BODY_SIZES, Scale
from .groups import Stack, on_one_page, pack, place, spoken, stack_height
from .inline import ELLIPSIS, para_lines
from .items import Item
from .leads import points_on
from .page import Box, Image, LayoutName, Para, Rect, Shape
from .repeating import about, first_item, slides_beside
from .text import text_group

LARGEST = 72 / 110
"""Points for each pixel: a projector shows a picture of 110 dots to the inch sharp."""
SMALL, SMALL_LARGEST = (320.0, 240.0), 1.0
"""Points up to which a small picture may be made softer than that, since one that nobody can make out is worse."""
CAPTION_GAP, CAPTION_HEIGHT, CAPTION_WIDTH = 12.0, 20.0, 320.0
SNUG_GAP, SNUG_LEAST, WIDE_GAP = 44.0, 160.0, 28.0
"""Between text and a small picture, how wide the place of one is at least, and between text and a wide picture."""
FEW_LINES = 11
MUCH_LARGER = 1.5
LARGE_PARTS = 2
"""A figure is shown large beside text of so many slides; with more it has one for itself, and is small beside the text."""


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
    picture = pictures.get(figure.src)
    read = picture.scene.alt if picture and picture.scene else ""
    named = readable(figure.caption)
    own = "" if figure.alt in named else figure.alt
    alt = ": ".join(dict.fromkeys(part for part in (named, own, read) if part)) or title or words.figure
    return Shown(figure, picture if is_there(picture) else None, alt, words.figure_missing)


def figure_boxes(each: Shown, area: Rect, *, centred: bool = False) -> tuple[Box, ...]:
    """The picture as large as its area and its pixels allow, the caption flush below it."""
    if not each.picture:
        return (absent_box(each.figure, each.missing, area),)
    caption, below = _caption(each, area.w), _below(each, area.w)
    w, h = _size(each, area.w, area.h - below)
    drawn = fitted(each.picture, area.w, area.h - below)
    x = area.x + ((area.w - w) / 2 if centred else 0.0)
    rect = Rect(x, area.y + (_lift(area.h - h - below) if centred else 0.0), w, h)
    body = Image(rect, each.figure.src, each.alt, drawn.scene if drawn else None, each.figure.link)
    if not caption:
        return (body,)
    # A caption may be wider than a narrow picture: it begins at its edge as long as there is room for it.
    left = min(x, area.right - max(w, min(area.w, CAPTION_WIDTH)))
    words = Shape(Rect(left, rect.bottom + CAPTION_GAP, area.right - left, caption[1]), (caption[0],), name="Caption")
    return (body, words)


def _lift(free: float) -> float:
    """How far below the title a small picture stands that has the slide for itself: a little above the middle."""
    return 0.4 * free if free > 80.0 else 0.0


def _caption(each: Shown, width: float) -> tuple[Para, float] | None:
    """The caption with its height; one that is too long for a slide is cut, and in full in the notes."""
    if not each.figure.caption:
        return None
    text = caption_para(each.figure.caption, min(width, CAPTION_WIDTH), "quiet")
    return text, CAPTION_HEIGHT * para_lines(text, min(width, CAPTION_WIDTH))


def _unsaid(each: Shown, room: Rect) -> tuple[str, ...]:
    """The caption for the notes, where the slide has it in part."""
    caption = each.figure.caption
    cut = caption and caption_para(caption, min(room.w, CAPTION_WIDTH), "quiet").spans[-1].text.endswith(ELLIPSIS)
    return (readable(caption),) if cut else ()


def _size(each: Shown, w: float, h: float) -> tuple[float, float]:
    """Width and height in points that fit into a box."""
    if not each.picture:
        return w, h
    if drawn := fitted(each.picture, w, h):
        return drawn.w, drawn.h
    scale = min(w / each.picture.width, h / each.picture.height, _largest(each.picture))
    return each.picture.width * scale, each.picture.height * scale


def _largest(picture: Picture) -> float:
    """Points for each pixel of a picture, at most. A drawing may be of any size."""
    if picture.svg:
        return math.inf
    w, h = SMALL
    return max(LARGEST, min(SMALL_LARGEST, w / picture.width, h / picture.height))


def legible(each: Shown, w: float, h: float) -> bool:
    """Whether the labels of a diagram can be read in a box with its caption; those of a picture are its author's care."""
    drawn = fitted(each.picture, w, h - _below(each, w)) if each.picture else None
    return drawn is None or drawn.legible


def _below(each: Shown, width: float) -> float:
    caption = _caption(each, width)
    return CAPTION_GAP + caption[1] if caption else 0.0


def alone(each: Shown, frame: Frame) -> list[Draft]:
    """A figure that fills the slide; a diagram that cannot be read so, group by group."""
    parts = pieces(each.picture, frame.body.w, frame.body.h - _below(each, frame.body.w))
    shown = [replace(each, picture=part, alt=part.scene.alt) for part in parts if part.scene] or [each]
    return [Draft("free", figure_boxes(one, frame.body, centred=True), (one.alt,)) for one in shown]


def beside(each: Shown, items: Sequence[Item], section: int, frame: Frame, led: int = 0) -> list[Draft]:
    """A figure with its text: on one slide where that is little, else alone where the note has it and again beside what
    is about it. So many items as `led` stand before it."""
    if not items:
        return alone(each, frame)
    if room := _snug(each, frame):
        first = _one_slide(each, items, narrow(frame), section, frame, BODY_SIZES[:1])
        one = first or _one_slide(each, items, room, section, frame)
        return [one] if one else _parts(each, items, room, section, frame)
    arrangements = _arrangements(each, frame)
    for arrangement in arrangements:
        if one := _one_slide(each, items, arrangement, section, frame):
            return [_larger(one, _between(each, items[:led], items[led:], section, frame))]
    if above := _above(each, items, section, frame, led):
        return [above]
    large = _parts(each, items, wide(frame), section, frame)
    if wide(frame) in arrangements and len(large) <= LARGE_PARTS and _in_room(each, wide(frame)):
        return large
    one, before, after = _pointed(each, items, section, frame, led)
    figure = [one] if one else alone(each, frame)
    around = [_parts(each, part, narrow(frame), section, frame, True) if part else [] for part in (before, after)]
    return [*around[0], *figure, *around[1]]


def _larger(one: Draft, other: Draft | None) -> Draft:
    """The other slide, where that shows the figure much larger: a page that is not wide has little room beside text."""
    return other if other and _area(other) >= MUCH_LARGER * _area(one) else one


def _area(draft: Draft) -> float:
    return sum(box.rect.w * box.rect.h for box in draft.boxes if isinstance(box, Image))


def _snug(each: Shown, frame: Frame) -> Arrangement | None:
    """The room of a picture that is small by its pixels: no wider than it, at the right, so that the text has the rest. None
    where it could not be read there."""
    body = frame.body
    width = max(_size(each, body.w, body.h - 32.0)[0], SNUG_LEAST)
    if not each.picture or width > narrow(frame).figure.w - 16.0:
        return None
    text = min(body.w - width - SNUG_GAP, frame.text_width)
    room = Arrangement(replace(body, w=text), Rect(body.right - width, body.y, width, body.h))
    return room if _in_room(each, room) else None


def _arrangements(each: Shown, frame: Frame) -> tuple[Arrangement, ...]:
    """The rooms to try, that which shows the figure larger first."""
    if each.aspect > 2.4 and not (each.picture and each.picture.turned):
        return ()
    large, small = wide(frame), narrow(frame)
    height = frame.body.h - 32.0
    tall = _size(each, small.figure.w, height)[0] >= _size(each, large.figure.w, height)[0]
    return (small,) if tall else (large, small)


def _in_room(each: Shown, room: Arrangement) -> bool:
    return legible(each, room.figure.w, room.figure.h)


def _one_slide(
    each: Shown,
    items: Sequence[Item],
    room: Arrangement,
    section: int,
    frame: Frame,
    sizes: Sequence[int] = BODY_SIZES[:-1],
) -> Draft | None:
    """Text and figure on one slide, if the text has few lines at 18 points or more and the figure can be read."""
    if not _in_room(each, room):
        return None
    for size in sizes:
        for space in (0.75, 0.5):
            group = text_group(items, Scale(size, space), room.text.w, section, frame)
            if sum(piece.height for piece in group.pieces) > room.text.h:
                break  # less space between the lines would not help
            stack = on_one_page([group], room.text.h)
            if stack and _lines(stack) <= FEW_LINES:
                boxes = (*place(stack, room.text), *figure_boxes(each, room.figure))
                return Draft("text_figure", boxes, (*spoken(stack), *_unsaid(each, room.figure)))
    return None


def _lines(stack: Stack) -> int:
    """The lines of a column of text."""
    heights = ((p.height, c.pitch) for part in stack for p in part.pieces if isinstance(c := p.content, Para))
    return sum(round(height / pitch) for height, pitch in heights)


def _above(each: Shown, items: Sequence[Item], section: int, frame: Frame, led: int) -> Draft | None:
    """A wide figure over its text."""
    w, h = _size(each, frame.body.w, 300.0)
    return _between(each, items[:led], items[led:], section, frame) if w / h > 1.8 else None


def _between(each: Shown, before: Sequence[Item], after: Sequence[Item], section: int, frame: Frame) -> Draft | None:
    """A figure below what leads to it and above what is said of it, if that is so little that the figure is large."""
    body = frame.body
    for size in BODY_SIZES[:-1]:
        over, under = (_column(part, size, section, frame) for part in (before, after))
        taken = [stack_height(stack) + WIDE_GAP for stack in (over, under) if stack]
        rest = body.h - sum(taken)
        enough = min(128.0 if before else 148.0, _size(each, body.w, 300.0)[1]) + max(_below(each, body.w), 32.0)
        if over is None or under is None or rest < enough or not legible(each, body.w, rest):
            continue
        top = body.y + (taken[0] if over else 0.0)
        boxes = figure_boxes(each, replace(body, y=top, h=rest))
        foot = max(b.rect.bottom for b in boxes if isinstance(b, Image | Shape)) + WIDE_GAP
        lead = replace(frame, body=replace(body, h=stack_height(over)))
        first = place(_column(before, size, section, lead) or (), lead.body)
        last = place(under, Rect(body.x, foot, frame.text_width, body.bottom - foot))
        return Draft("free", (*first, *boxes, *last), (*spoken(over), *spoken(under), *_unsaid(each, body)))
    return None


def _column(items: Sequence[Item], size: int, section: int, frame: Frame) -> Stack | None:
    """Text in one column, if a body holds it."""
    return (
        on_one_page([text_group(items, Scale(size, 0.5), frame.text_width, section, frame)], frame.body.h)
        if items
        else ()
    )


def _pointed(
    each: Shown, items: Sequence[Item], section: int, frame: Frame, led: int
) -> tuple[Draft | None, Sequence[Item], Sequence[Item]]:
    """A figure for itself below the lines that point at it or the only one before it, and the items before and after."""
    start = led
    while start and points_on(items[start - 1]):
        start -= 1
    for first in dict.fromkeys((0, start) if start < led else (0,) if led == 1 else ()):
        if one := _between(each, items[first:led], (), section, frame):
            return one, items[:first], items[led:]
    return None, items[:led], items[led:]


def _parts(
    each: Shown, items: Sequence[Item], room: Arrangement, section: int, frame: Frame, before: bool = False
) -> list[Draft]:
    """Several slides of text, the figure at the same place on those that are about it; without it where it would be a
    strip. It may have been shown `before`."""
    strip = (each.aspect > 2.4 and room.text.w < narrow(frame).text.w + 1.0) or not _in_room(each, room)
    if strip:
        room = Arrangement(frame.text, room.figure)
    scales = [Scale(size, space) for size in BODY_SIZES[:-1] for space in (0.75, 0.5)]
    tried = [pack([text_group(items, scale, room.text.w, section, frame)], room.text.h) for scale in scales]
    best = min(tried, key=len)
    scale = scales[tried.index(best)]
    beside = 0 if strip else slides_beside(best, about(each.figure, each.picture), before)
    start = None if strip else first_item(items, best, beside, scale, room.text.w, frame)
    rest: Sequence[Stack] = ()
    if start is not None:
        best, text = best[:beside], frame.text
        rest = pack([text_group(items[start:], scale, text.w, section, frame)], text.h)
    picture = () if strip else figure_boxes(each, room.figure)
    layout: LayoutName = "text_figure" if picture else "text"
    said = _unsaid(each, room.figure) if picture else ()
    return [
        *(
            Draft(layout, (*place(s, room.text), *picture), (*spoken(s), *(said if n == 0 else ())))
            for n, s in enumerate(best)
        ),
        *(Draft("text", place(s, frame.text), tuple(spoken(s))) for s in rest),
    ]
