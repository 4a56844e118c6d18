"""What a template draws is kept off: the room that is left of a place beside it, and what it is the ground of."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...plan.slides.frame import Rect
from .holders import Place, Thing

GROUND = 0.8
"""What lies behind so much of a place is its ground, not in its way."""
APART = 6.0
SMALL = 0.08
"""The share of a page that a logo takes at most."""
THIN = 6.0
"""Points up to which what is drawn is a rule, which a title may stand on."""
LEAST_LEFT, LEAST_LINE = 0.5, 30.0
"""The share of a title's width that is still a title, and the height of its one line."""


def clear_title(title: Place, drawn: Sequence[Thing], page: Rect) -> Place:
    """A title beside what its layout draws in its place: pictures, and whatever else is as small as a logo. Where that
    leaves no room for one, it is meant to stand upon them."""
    solid = (thing for thing in drawn if thing.picture or is_small(thing.rect, page))
    left = less(title.inner, [each.rect for each in solid if min(each.rect.w, each.rect.h) > THIN])
    if left == title.inner or left.w < LEAST_LEFT * title.inner.w or left.h < LEAST_LINE:
        return title
    return replace(title, rect=_around(left, title), inner=left)


def _around(inner: Rect, held: Place) -> Rect:
    """A place with the same space around its text as a placeholder has."""
    above, beside = held.inner.y - held.rect.y, held.inner.x - held.rect.x
    wide, high = held.rect.w - held.inner.w, held.rect.h - held.inner.h
    return Rect(inner.x - beside, inner.y - above, inner.w + wide, inner.h + high)


def is_small(thing: Rect, page: Rect) -> bool:
    """Whether it is no larger than a logo."""
    return thing.w * thing.h <= SMALL * page.w * page.h


def less(area: Rect, taken: Sequence[Rect], *, whole: bool = False) -> Rect:
    """What is left of an area in one piece; what lies behind all of it is its ground, and that of any part of it, unless
    `whole` things are meant."""
    start = area
    for each in taken:
        is_ground = not whole and (covers(each, start) or covers(each, area))
        area = area if is_ground else _beside(area, each)
    return area


def overlap(a: Rect, b: Rect) -> float:
    """The area that two places share."""
    wide, high = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return wide * high if wide > 0 and high > 0 else 0.0


def covers(thing: Rect, area: Rect) -> bool:
    """Whether a thing is what an area stands on."""
    return overlap(thing, area) >= GROUND * area.w * area.h


def _beside(area: Rect, taken: Rect) -> Rect:
    """The largest part of an area beside what is taken."""
    near = Rect(taken.x - APART, taken.y - APART, taken.w + 2 * APART, taken.h + 2 * APART)
    if not overlap(near, area):
        return area
    parts = (
        Rect(area.x, area.y, near.x - area.x, area.h),
        Rect(near.right, area.y, area.right - near.right, area.h),
        Rect(area.x, area.y, area.w, near.y - area.y),
        Rect(area.x, near.bottom, area.w, area.bottom - near.bottom),
    )
    return max(parts, key=lambda part: max(part.w, 0.0) * max(part.h, 0.0))
