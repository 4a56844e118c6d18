"""Figures: what each is called, and how large it is shown."""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...model import Figure
from ...readable import readable
from ...wording import Words
from .absent import absent_box, caption_para, is_there
from .diagram import fitted, pieces
from .draft import Draft
from .frame import Frame
from .inline import ELLIPSIS, para_lines
from .page import Box, Image, Para, Rect, Shape

LARGEST = 72 / 110
"""Points for each pixel: a projector shows a picture of 110 dots to the inch sharp."""
SMALL, SMALL_LARGEST = (320.0, 240.0), 1.0
"""Points up to which a small picture may be made softer than that, since one that nobody can make out is worse."""
CAPTION_GAP, CAPTION_HEIGHT, CAPTION_WIDTH = 12.0, 20.0, 320.0


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
    caption, taken = _caption(each, area.w), below(each, area.w)
    w, h = size_of(each, area.w, area.h - taken)
    drawn = fitted(each.picture, area.w, area.h - taken)
    x = area.x + ((area.w - w) / 2 if centred else 0.0)
    rect = Rect(x, area.y + (_lift(area.h - h - taken) if centred else 0.0), w, h)
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


def unsaid(each: Shown, room: Rect) -> tuple[str, ...]:
    """The caption for the notes, where the slide has it in part."""
    caption = each.figure.caption
    cut = caption and caption_para(caption, min(room.w, CAPTION_WIDTH), "quiet").spans[-1].text.endswith(ELLIPSIS)
    return (readable(caption),) if cut else ()


def size_of(each: Shown, w: float, h: float) -> tuple[float, float]:
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
    drawn = fitted(each.picture, w, h - below(each, w)) if each.picture else None
    return drawn is None or drawn.legible


def below(each: Shown, width: float) -> float:
    caption = _caption(each, width)
    return CAPTION_GAP + caption[1] if caption else 0.0


def alone(each: Shown, frame: Frame) -> list[Draft]:
    """A figure that fills the slide; a diagram that cannot be read so, group by group."""
    parts = pieces(each.picture, frame.body.w, frame.body.h - below(each, frame.body.w))
    shown = [replace(each, picture=part, alt=part.scene.alt) for part in parts if part.scene] or [each]
    return [Draft("free", figure_boxes(one, frame.body, centred=True), (one.alt,)) for one in shown]
