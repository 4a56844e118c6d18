"""The title slide, with a band for each section."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct
from msgspec.structs import replace

from ...diagnostics import Diagnostic, info
from ...model import Concept, Deck, Definition, Front, FrontValue, Place, Point, RichText, subject
from ...richtext import to_plain
from ..measure import Chunk, line_count, longest_word
from .draft import heading
from .frame import COVER_SIZES, WIDESCREEN, Cover, Frame, TitleSizes
from .grid import look, panel, pitch
from .inline import (
    ELLIPSIS,
    balanced,
    breaks_words,
    clipped,
    entry,
    line,
    number_hang,
    para,
    para_height,
    paras_height,
    plain,
    spans,
)
from .page import Box, Page, Para, Rect, Shape

BAND_GAP, BAND_LEAST = 2.0, 72.0
MOST_BANDS = 6
SMALLEST = 18
BAND_SIZES = (20, 18, 16)
BAND_INSETS = (32.0, 8.0, 24.0, 16.0)


class Section(Struct, frozen=True):
    """A top-level concept: the colour it wears, how many slides it has, and where its first one is.

    `number` is its own, or its place among the sections of a note without any.
    """

    concept: Concept
    number: str
    accent: int
    slides: int
    first: str
    page: int

    @property
    def name(self) -> str:
        return to_plain(heading(self.concept))


def deck_title(deck: Deck) -> str:
    """The deck's title, else the last part of its name."""
    return to_plain(deck.title) or deck.name.rsplit("::", 1)[-1] or deck.source.rsplit("/", 1)[-1] or "…"


def title_size(text: str, width: float, sizes: TitleSizes = COVER_SIZES) -> tuple[float, float]:
    """Size and pitch of the deck's title: as large as its lines allow."""
    for size, step, lines in sizes:
        chunk = Chunk(text, 1.0, True)
        if line_count((chunk,), size, width) <= lines and longest_word((chunk,), size) <= width:
            return size, step
    return SMALLEST, 24.0


def cover_page(deck: Deck, sections: Sequence[Section], frame: Frame) -> tuple[Page, list[Diagnostic]]:
    """The title slide, without footer or number; a title that had to be cut is in its notes in full."""
    title, rect, boxes = title_boxes(deck, sections, frame)
    page = Page("title", "title", (title,), boxes=boxes, footer=False, title_rect=rect)
    if page.title_text == " ".join(deck_title(deck).split()):
        return page, []
    fact = "a title is too long for a slide and was cut there"
    return replace(page, notes=deck_title(deck)), [info(Place(deck.source), "title-cut", fact)]


def title_boxes(deck: Deck, sections: Sequence[Section], frame: Frame) -> tuple[Para, Rect | None, tuple[Box, ...]]:
    """The title with its place, and what stands around it."""
    cover = frame.cover
    bands = _bands(sections, cover.bands) if cover.bands.h and 1 < len(sections) <= MOST_BANDS else ()
    width = cover.title.w if bands else cover.wide
    title = _title(deck_title(deck), width, cover)
    height = max(para_height(title, width), cover.title.h)
    boxes: list[Box] = []
    below = cover.subtitle if bands or cover.fixed else replace(cover.subtitle, w=width)
    if below.h and (subtitle := _subtitle(deck, below, cover.subtitle_sizes, cover.fixed)):
        boxes.append(Shape(below, (subtitle,), body=True, name="Subtitle"))
    if cover.source.h:
        source = clipped(_byline(deck), 14, cover.source.w)
        boxes.append(Shape(cover.source, (line(source, 14, "quiet"),), anchor="b", name="Source"))
    return title, _place(cover, width, height), (*boxes, *bands)


def _byline(deck: Deck) -> str:
    """Who speaks, where and when, as far as the front matter says; else what the slides are made from."""
    said = (_told(deck.front.get(key)) for key in ("author", "institute", "date"))
    return " · ".join(each for each in said if each) or deck.source


def _told(value: FrontValue) -> str:
    """A text or several of the front matter on one line; a name of a mapping is its first value."""
    match value:
        case str():
            return " ".join(value.split())
        case Front():
            return next((_told(inner) for _, inner in value), "")
        case _:
            return ", ".join(each for each in map(_told, value) if each)


def _place(cover: Cover, width: float, height: float) -> Rect | None:
    """Where the title stands, if that is not where its layout says."""
    return None if cover.fixed else Rect(cover.title.x, cover.title.bottom - height, width, height)


def _title(text: str, width: float, cover: Cover) -> Para:
    """The deck's title at the size that its length allows; cut where it would be longer than a slide."""
    text = " ".join(text.split())
    seen = text.upper() if cover.capitals else text
    size, step = title_size(seen, width, cover.sizes)
    if size == SMALLEST:
        lines = max(int(cover.title.h // step), 1) if cover.fixed else 8
        text = _cut(text, seen, size, width, lines)
    tracking = -2.0 if size >= 72 else -1.0
    each = Para(plain(text, look(size, bold=True, tracking=tracking)), size, step)
    return each if cover.capitals else balanced(each, width)


def _cut(text: str, seen: str, size: float, width: float, lines: int) -> str:
    """As much of a title as is seen of it where its layout sets capitals: a letter may be two of those."""
    short = clipped(seen, size, width, bold=True, lines=lines)
    if short == seen:
        return text
    ends = accumulate(len(each.upper()) if text != seen else 1 for each in text)
    return f"{text[: sum(end < len(short) for end in ends)]}{ELLIPSIS}"


def _subtitle(deck: Deck, place: Rect, sizes: Sequence[float], fixed: bool) -> Para | None:
    """What the deck is about, if that is short and there is room for it; a layout of somebody else (`fixed`) breaks it."""
    first, own = subject(deck), _told(deck.front.get("subtitle"))
    if not (text := RichText.of(own) if own else first.text if first else _motto(deck)):
        return None
    if not _is_short(text):
        return None
    for size in sizes:
        each = para(spans(text, look(size, "quiet")), size)
        if paras_height([each], place.w) <= place.h and not (breaks_words(each, place.w) and size > sizes[-1]):
            return each if fixed else balanced(each, place.w)
    return None


def _is_short(text: RichText) -> bool:
    """Whether a text is no longer than a subtitle on our own pages, whatever room there is on others."""
    each = para(spans(text, look(WIDESCREEN.cover.subtitle_sizes[-1])), WIDESCREEN.cover.subtitle_sizes[-1])
    return paras_height([each], WIDESCREEN.cover.subtitle.w) <= WIDESCREEN.cover.subtitle.h


def _motto(deck: Deck) -> RichText:
    """The only sentence before the first section."""
    match deck.body:
        case (Definition(text=text),) | (Point(text=text, leads_to=(), body=()),):
            return text
        case _:
            return RichText()


def is_on_cover(deck: Deck, frame: Frame) -> bool:
    """Whether the title slide says all that stands before the first section."""
    text, first, cover = _motto(deck), subject(deck), frame.cover
    said = (
        not _told(deck.front.get("subtitle"))
        and bool(text)
        and bool(deck.concepts)
        and (first is None or first.text == text)
    )
    return said and _subtitle(deck, cover.subtitle, cover.subtitle_sizes, cover.fixed) is not None


def _bands(sections: Sequence[Section], place: Rect) -> tuple[Box, ...]:
    """One band for each section, as tall as its share of the slides."""
    room = place.h - BAND_GAP * (len(sections) - 1)
    heights = _heights([max(s.slides, 1) for s in sections], room)
    hang = number_hang([s.number for s in sections], 20, 56.0)
    width = place.w - BAND_INSETS[0] - BAND_INSETS[2]
    y, out = place.y, []
    for section, height, text in zip(sections, heights, _named(sections, heights, width, hang), strict=True):
        rect = Rect(place.x, y, place.w, height)
        out.append(
            Shape(
                rect,
                (text,),
                panel(section.accent),
                insets=BAND_INSETS,
                anchor="b",
                link=section.first,
                name="Section",
            )
        )
        y += height + BAND_GAP
    return tuple(out)


def _named(sections: Sequence[Section], heights: Sequence[float], width: float, hang: float) -> list[Para]:
    """What stands in the bands, all of one size: the largest at which no name is cut."""
    for size in BAND_SIZES:
        found = [
            entry(each.number, each.name, look(size, "on"), width, hang, max(int((height - 24.0) // pitch(size)), 1))
            for each, height in zip(sections, heights, strict=True)
        ]
        if not any(text.spans[-1].text.endswith(ELLIPSIS) for text in found):
            break
    return found


def _heights(shares: Sequence[int], room: float) -> list[float]:
    """The room by share, none below the floor, in whole points."""
    floor = min(BAND_LEAST, room / len(shares))
    free, total = room - floor * len(shares), sum(shares)
    heights = [floor + free * share / total for share in shares]
    edges = [0.0, *(round(sum(heights[: i + 1])) for i in range(len(heights) - 1)), room]
    return [b - a for a, b in pairwise(edges)]
