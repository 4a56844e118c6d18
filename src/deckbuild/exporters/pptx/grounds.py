"""What a place of a foreign layout stands on: a colour, or a picture of which the darkest and the lightest parts count."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image

from ...plan.slides.frame import Rect
from .choosing import Candidate
from .colours import PLAIN, RGB, Colour, Palette, contrast, first_readable, luminance
from .holders import ground, ground_picture, things
from .keeping_off import covers, overlap
from .names import A

LARGE = 3.0
"""The contrast of letters of 18 points and more, at least (WCAG 2.2 §1.4.3)."""
SAMPLE, EXTREME = 64, 20
"""Pixels, across and down, that a part of a picture is looked at by; one of so many is as dark or light as counts."""
BEHIND = 0.2
"""The share of a place from which on a picture stands behind its text, and is no logo beside it."""


def backdrop(each: Candidate, palette: Palette) -> Colour | None:
    """The colour of a layout's page, if it has one: of a run of colours the first, of a picture none."""
    found = ground(each.layout)
    if found is None:
        return palette.scheme("bg1")
    for fill in (found.find(f"{A}solidFill"), found.find(f".//{A}gs"), found):
        if fill is not None and (colour := palette.read(fill)):
            return colour
    return None


def colours_behind(each: Candidate, palette: Palette, place: Rect, page: Rect) -> list[RGB]:
    """The colours that letters in a place must be read on; none where nobody knows."""
    for thing in reversed(things(each.layout)):
        if thing.picture and overlap(thing.rect, place) >= BEHIND * place.w * place.h:
            return extremes(thing.picture, thing.rect, place)
        if covers(thing.rect, place):
            fill = palette.read(thing.fill)
            return [fill.rgb] if fill else []
    if colour := backdrop(each, palette):
        return [colour.rgb]
    return extremes(ground_picture(each.layout), page, place)


def extremes(picture: bytes, whole: Rect, place: Rect) -> list[RGB]:
    """The darkest and the lightest twentieth of the part of a picture that lies behind a place; nothing of what is no picture."""
    if not picture or not whole.w or not whole.h:
        return []
    try:
        with Image.open(io.BytesIO(picture)) as opened:
            opened.draft("RGB", (1024, 1024))
            part = opened.convert("RGB").resize((SAMPLE, SAMPLE), Image.Resampling.BOX, _cut(opened, whole, place))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return []
    data = part.tobytes()
    ranked = sorted(zip(data[::3], data[1::3], data[2::3], strict=True), key=lambda each: luminance(_unit(each)))
    return [_unit(ranked[len(ranked) // EXTREME]), _unit(ranked[-1 - len(ranked) // EXTREME])]


def _cut(picture: Any, whole: Rect, place: Rect) -> tuple[float, float, float, float]:
    """The pixels of a picture that lie behind a place, all of them where none do."""
    wide, high = picture.width / whole.w, picture.height / whole.h
    left, right = max(place.x - whole.x, 0.0) * wide, min(place.right - whole.x, whole.w) * wide
    top, bottom = max(place.y - whole.y, 0.0) * high, min(place.bottom - whole.y, whole.h) * high
    return (left, top, right, bottom) if right > left and bottom > top else (0, 0, picture.width, picture.height)


def _unit(pixel: tuple[int, int, int]) -> RGB:
    return pixel[0] / 255, pixel[1] / 255, pixel[2] / 255


def worst(colour: Colour, grounds: Sequence[RGB]) -> float:
    """The least contrast of a colour with what it stands on; the greatest there is where that is not known."""
    return min((contrast(colour.rgb, ground) for ground in grounds), default=21.0)


def better(palette: Palette, own: Colour | None, grounds: Sequence[RGB], least: float) -> Colour | None:
    """What letters are to be written in where their own colour cannot be read: another of the theme, if that is better."""
    held = own or palette.scheme("tx1")
    if worst(held, grounds) >= least:
        return None
    found = first_readable([palette.scheme(name) for name in PLAIN], grounds, least)
    return found if worst(found, grounds) > worst(held, grounds) else None
