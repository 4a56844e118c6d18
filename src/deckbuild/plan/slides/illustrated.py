"""A figure with its text: beside it, between what leads to it and what is said of it, or alone and again where it is meant."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from .arranged import Arrangement, narrow, wide
from .draft import Draft
from .figure import Shown, alone, below, figure_boxes, legible, size_of, unsaid
from .frame import Frame
from .grid import BODY_SIZES, Scale
from .groups import Stack, on_one_page, pack, place, spoken, stack_height
from .items import Item
from .leads import points_on
from .page import Image, LayoutName, Para, Rect, Shape
from .repeating import about, first_item, slides_beside
from .text import text_group

SNUG_GAP, SNUG_LEAST, WIDE_GAP = 44.0, 160.0, 28.0
"""Between text and a small picture, how wide the place of one is at least, and between text and a wide picture."""
FEW_LINES = 11
MUCH_LARGER = 1.5
LARGE_PARTS = 2
"""A figure is shown large beside text of so many slides; with more it has one for itself, and is small beside the text."""


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
    width = max(size_of(each, body.w, body.h - 32.0)[0], SNUG_LEAST)
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
    tall = size_of(each, small.figure.w, height)[0] >= size_of(each, large.figure.w, height)[0]
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
                return Draft("text_figure", boxes, (*spoken(stack), *unsaid(each, room.figure)))
    return None


def _lines(stack: Stack) -> int:
    """The lines of a column of text."""
    heights = ((p.height, c.pitch) for part in stack for p in part.pieces if isinstance(c := p.content, Para))
    return sum(round(height / pitch) for height, pitch in heights)


def _above(each: Shown, items: Sequence[Item], section: int, frame: Frame, led: int) -> Draft | None:
    """A wide figure over its text."""
    w, h = size_of(each, frame.body.w, 300.0)
    return _between(each, items[:led], items[led:], section, frame) if w / h > 1.8 else None


def _between(each: Shown, before: Sequence[Item], after: Sequence[Item], section: int, frame: Frame) -> Draft | None:
    """A figure below what leads to it and above what is said of it, if that is so little that the figure is large."""
    body = frame.body
    for size in BODY_SIZES[:-1]:
        over, under = (_column(part, size, section, frame) for part in (before, after))
        taken = [stack_height(stack) + WIDE_GAP for stack in (over, under) if stack]
        rest = body.h - sum(taken)
        enough = min(128.0 if before else 148.0, size_of(each, body.w, 300.0)[1]) + max(below(each, body.w), 32.0)
        if over is None or under is None or rest < enough or not legible(each, body.w, rest):
            continue
        top = body.y + (taken[0] if over else 0.0)
        boxes = figure_boxes(each, replace(body, y=top, h=rest))
        foot = max(b.rect.bottom for b in boxes if isinstance(b, Image | Shape)) + WIDE_GAP
        lead = replace(frame, body=replace(body, h=stack_height(over)))
        first = place(_column(before, size, section, lead) or (), lead.body)
        last = place(under, Rect(body.x, foot, frame.text_width, body.bottom - foot))
        return Draft("free", (*first, *boxes, *last), (*spoken(over), *spoken(under), *unsaid(each, body)))
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
    said = unsaid(each, room.figure) if picture else ()
    return [
        *(
            Draft(layout, (*place(s, room.text), *picture), (*spoken(s), *(said if n == 0 else ())))
            for n, s in enumerate(best)
        ),
        *(Draft("text", place(s, frame.text), tuple(spoken(s))) for s in rest),
    ]
