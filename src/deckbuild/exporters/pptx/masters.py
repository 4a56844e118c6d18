"""Which master of a template its slides take: that of the cover for the title slide, that with room for all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...plan.slides.frame import Rect
from ...plan.slides.page import LayoutName
from .choosing import Candidate, Chosen, candidates, chosen
from .foreign_frame import CONTENT, room
from .holders import ground_picture, things
from .keeping_off import covers, overlap

NEARLY = 0.75
"""The first master is taken if it has so much of the room that the roomiest has."""
UNLIKELY = 0.5
"""What room counts over a picture or across the edge of one, or on a layout that nothing but its placeholders spoke for."""
CROSSED = 0.05
"""The share of the room from which on something lies across it."""
Choice = Mapping[LayoutName, Chosen]


def offered(presentation: Any, page: Rect) -> list[list[Candidate]]:
    """The layouts with a title, by master; masters without any are left out."""
    found = (candidates(list(master.slide_layouts), page) for master in presentation.slide_masters)
    return [each for each in found if each]


def over_masters(found: Sequence[Sequence[Candidate]], page: Rect) -> Choice:
    """A layout for each kind of slide: all content on one master, so that one set of places and colours is right for it."""
    choices = [chosen(each) for each in found]
    rooms = [_worth(each, page) for each in choices]
    content = next(each for each, size in zip(choices, rooms, strict=True) if size >= NEARLY * max(rooms))
    cover = next((each for each in choices if not each["title"].near), choices[0])
    picks = dict(content)
    picks["title"] = cover["title"]
    if _borrowed(content) and (content["title"].near or not _borrowed(cover)):
        picks["section"] = cover["section"]
    return picks


def _borrowed(picks: Choice) -> bool:
    """Whether a master has no layout of its own for sections."""
    return picks["section"].candidate is picks["title"].candidate


def _worth(picks: Choice, page: Rect) -> float:
    """How much room a master has for content, in square points."""
    main = picks["text"]
    body = room(page, main.candidate, [picks[name].candidate for name in CONTENT])
    drawn = [thing.rect for thing in things(main.candidate.layout)]
    crossed = any(overlap(each, body) > CROSSED * body.w * body.h for each in drawn if not covers(each, body))
    share = UNLIKELY if crossed or main.near or ground_picture(main.candidate.layout) else 1.0
    return max(body.w, 0.0) * max(body.h, 0.0) * share
