"""A figure with the code or the table that belongs to it on one slide, and pictures of one line side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...model import Figure, Table
from .absent import is_there
from .code import wraps
from .draft import Draft
from .figure import Shown, alone, figure_boxes, legible, shown
from .frame import Frame
from .grid import Scale
from .groups import on_one_page, place, spoken, stack_height
from .items import CodeBox, Element
from .page import Box, Image, Rect
from .stacking import Context, groups
from .table import stands_at

SCALES = (Scale(20), Scale(18), Scale(18, 0.5, 16), Scale(16, 0.5), Scale(16, 0.5, 14), Scale(16, 0.5, 14, True))
SPLITS = (0.68, 0.6, 0.5, 0.4)
"""The shares of the body that a column beside a figure may have."""
GAP, BELOW = 32.0, 24.0
LEAST_SHARE, LEAST = 0.35, 150.0
"""How large a figure is at least, as a share of the area that it would have alone, and in points across."""
IN_A_ROW = 3


class Abreast(Struct, frozen=True):
    """Figures that the note has in one line."""

    figures: tuple[Figure, ...]


def in_rows(found: Sequence[Element], pictures: Mapping[str, Picture]) -> Iterator[list[Element] | Abreast]:
    """A body in parts: figures that stand in one line of the note, and what is between those."""
    part: list[Element] = []
    row: list[Figure] = []
    for element in [*found, None]:
        there = isinstance(element, Figure) and is_there(pictures.get(element.src))
        if there and isinstance(element, Figure) and row and _same_line(row[-1], element):
            row.append(element)
            continue
        if len(row) > 1:
            yield from [part[:-1]] if part[:-1] else []
            yield Abreast((*row,))
            part = []
        row = [element] if there and isinstance(element, Figure) else []
        part += [element] if element is not None else []
    if part:
        yield part


def _same_line(one: Figure, other: Figure) -> bool:
    return bool(one.place.line) and one.place.line == other.place.line


def abreast_drafts(row: Abreast, context: Context) -> Iterator[Draft]:
    """Figures side by side, as tall as one another where their pixels allow; many of them on several slides."""
    each = [shown(figure, context.pictures, context.title, context.words) for figure in row.figures]
    slides = -(-len(each) // IN_A_ROW)
    for n in range(slides):
        part = each[len(each) * n // slides : len(each) * (n + 1) // slides]
        yield from [_abreast(part, context.frame)] if len(part) > 1 else alone(part[0], context.frame)


def _abreast(each: Sequence[Shown], frame: Frame) -> Draft:
    body = frame.body
    room = body.w - GAP * (len(each) - 1)
    least = 0.5 / len(each)
    shares = [max(figure.aspect / sum(f.aspect for f in each), least) for figure in each]
    boxes: list[Box] = []
    x = body.x
    for figure, share in zip(each, shares, strict=True):
        width = room * share / sum(shares)
        boxes += figure_boxes(figure, Rect(x, body.y, width, body.h))
        x += width + GAP
    return Draft("free", tuple(boxes), tuple(figure.alt for figure in each))


def together(each: Shown, found: Sequence[Element], context: Context, led: int = 0) -> Draft | None:
    """A figure and a short box with its lines on one slide, so many of them as `led` before the figure in the note: side
    by side, or over each other in that order where the figure is larger."""
    if not each.picture:
        return None
    best: tuple[float, Draft] | None = None
    for draft, rect in _arranged(each, found, context, led):
        if best is None or rect.w * rect.h > best[0] * 1.05:
            best = rect.w * rect.h, draft
    whole = _image(figure_boxes(each, context.frame.body))
    return best[1] if best and best[0] >= LEAST_SHARE * whole.w * whole.h else None


def _arranged(each: Shown, found: Sequence[Element], context: Context, led: int) -> Iterator[tuple[Draft, Rect]]:
    """The slides to choose from, each with the place of its picture, if that is large enough to be made out."""
    body = context.frame.body
    for share in SPLITS:
        column = replace(body, w=(body.w - GAP) * share)
        area = Rect(column.right + GAP, body.y, body.right - column.right - GAP, body.h)
        if column_of := _stacked(found, column, context):
            yield from _tried(each, [column_of], area)
    yield from _over_each_other(each, found, context, led)


def _over_each_other(each: Shown, found: Sequence[Element], context: Context, led: int) -> Iterator[tuple[Draft, Rect]]:
    """What stands before a figure above it, what stands after it below, in letters of one size."""
    body = context.frame.body
    parts = [part for part in (found[:led], found[led:]) if part]
    for scale in SCALES:
        tried = [_stacked(part, body, context, (scale,)) for part in parts]
        heights = [each.height for each in tried if each]
        if len(heights) == len(parts):
            break
    else:
        return
    top = heights[0] + BELOW if led else 0.0
    area = replace(body, y=body.y + top, h=body.h - sum(heights) - BELOW * len(heights))
    if area.h < LEAST:
        return
    tops = [body.y, body.bottom - heights[-1]] if 0 < led < len(found) else [body.y if led else area.bottom + BELOW]
    places = [Rect(body.x, y, body.w, height) for y, height in zip(tops, heights, strict=True)]
    set_in = [_stacked(part, at, context, (scale,)) for part, at in zip(parts, places, strict=True)]
    yield from _tried(each, [column for column in set_in if column], area)


class _Column(Struct, frozen=True):
    """Elements in their places, how tall they are and what is said of them."""

    boxes: tuple[Box, ...]
    height: float
    say: tuple[str, ...]


def _tried(each: Shown, columns: Sequence[_Column], area: Rect) -> Iterator[tuple[Draft, Rect]]:
    """A slide of columns and a figure, if that is large enough in its area."""
    picture = figure_boxes(each, area)
    rect = _image(picture)
    if legible(each, area.w, area.h) and max(rect.w, rect.h) >= LEAST and min(rect.w, rect.h) >= LEAST / 3:
        boxes = tuple(box for column in columns for box in column.boxes)
        say = (line for column in columns for line in column.say)
        yield Draft("free", (*boxes, *picture), (*say, each.alt)), rect


def _stacked(
    found: Sequence[Element], column: Rect, context: Context, scales: Sequence[Scale] = SCALES
) -> _Column | None:
    """The elements in a column at the largest size at which they fit and none is cramped."""
    frame = replace(context.frame, body=column, text_width=min(context.frame.text_width, column.w))
    narrowed = replace(context, frame=frame)
    for scale in scales:
        if any(_is_cramped(element, scale, frame) for element in found):
            continue
        stack = on_one_page(groups(found, scale, narrowed), column.h)
        if stack:
            return _Column(place(stack, column), stack_height(stack), tuple(spoken(stack)))
    return None


def _is_cramped(element: Element, scale: Scale, frame: Frame) -> bool:
    """Whether an element has so little room that a slide of its own serves it better than one beside a figure."""
    match element:
        case CodeBox():
            return wraps(element, scale, frame)
        case Table():
            return not stands_at(element, scale.size, frame.body.w)
        case _:
            return False


def _image(boxes: Sequence[Box]) -> Rect:
    return next((box.rect for box in boxes if isinstance(box, Image)), Rect(0.0, 0.0, 0.0, 0.0))
