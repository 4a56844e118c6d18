"""The title slide, with a band for each section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from ...diagnostics import Diagnostic, info
from ...model import Concept, Deck, Definition, Place, Point, RichText, subject
from ...readable import shown
from ...richtext import to_plain
from ..measure import Chunk, line_count, longest_word
from .byline import below, firm_text, set_in_lines, source, speaker, told
from .decoration import undecorated
from .draft import heading
from .frame import COVER_SIZES, WIDESCREEN, Cover, Frame, TitleSizes
from .grid import look, panel, pitch
from .inline import (
    ELLIPSIS,
    breaks_words,
    clipped,
    entry,
    levelled,
    number_hang,
    para,
    para_height,
    paras_height,
    plain,
    spans,
)
from .lines import balanced
from .page import Box, Page, Para, Rect, Shape

BAND_GAP, BAND_LEAST = 2.0, 72.0
MOST_BANDS = 6
SMALLEST = 18
_JOINTS = re.compile(r"_+|(?<=[^\W\d])-+|-+(?=[^\W\d])")
OWN_SIZES = (24, 20, 18)
"""How small a subtitle may be that its author wrote as one."""
BAND_SIZES = (20, 18, 16)
BAND_INSETS = (32.0, 8.0, 24.0, 16.0)


class Section(Struct, frozen=True):
    """A top-level concept: the colour it wears, how many slides it has, and where its first one is.

    `number` is its own, or its place among the sections of a note without any; nothing where headings count themselves.
    """

    concept: Concept
    number: str
    accent: int
    slides: int
    first: str
    page: int

    @property
    def title(self) -> RichText:
        return undecorated(heading(self.concept))


def deck_title(deck: Deck) -> str:
    """The deck's title, else the last part of its name; that of a file in words, since it has no spaces."""
    title = to_plain(deck.title) or deck.name.rsplit("::", 1)[-1] or deck.source.rsplit("/", 1)[-1] or "…"
    is_file = title.removesuffix(".md") == PurePosixPath(deck.source).stem
    return _in_words(title) or title if is_file else title


def _in_words(name: str) -> str:
    """The name of a file as words: `week_3-hash-tables.md` is week 3 hash tables, and a date keeps its hyphens."""
    return " ".join(_JOINTS.sub(" ", name.removesuffix(".md")).split())


def title_size(text: str, width: float, sizes: TitleSizes = COVER_SIZES) -> tuple[float, float]:
    """Size and pitch of the deck's title: as large as its lines allow."""
    for size, step, lines in sizes:
        chunk = Chunk(text, 1.0, True)
        if line_count((chunk,), size, width) <= lines and longest_word((chunk,), size) <= width:
            return size, step
    return SMALLEST, 24.0


def cover_page(deck: Deck, sections: Sequence[Section], frame: Frame) -> tuple[Page, list[Diagnostic]]:
    """The title slide, without footer or number; what of its text had to be cut is in its notes in full."""
    title, rect, boxes = title_boxes(deck, sections, frame)
    page = Page("title", "title", (title,), boxes=boxes, footer=False, title_rect=rect)
    place, missing, said = Place(deck.source), list(_unsaid(deck, boxes)), []
    if page.title_text not in (shown(deck.title), " ".join(deck_title(deck).split())):
        missing.insert(0, deck_title(deck))
        said.append(info(place, "title-cut", "a title is too long for a slide and was cut there"))
    if missing[bool(said) :]:
        fact = f"the title slide has no room for '{missing[-1]}'; its notes have it"
        said.append(info(place, "cover-full", fact, "shorten subtitle, author, institute or date in the front matter"))
    return replace(page, notes="\n".join(missing)), said


def _unsaid(deck: Deck, boxes: Sequence[Box]) -> Iterator[str]:
    """What the front matter has for the title slide that does not stand there as a whole."""
    there = "".join(span.text for box in boxes if isinstance(box, Shape) for each in box.paras for span in each.spans)
    letters = _letters(there)
    for text in (told(deck.front.get("subtitle")), speaker(deck)):
        if _letters(text) not in letters:
            yield text


def _letters(text: str) -> str:
    return "".join(text.replace("·", " ").split())


def title_boxes(deck: Deck, sections: Sequence[Section], frame: Frame) -> tuple[Para, Rect | None, tuple[Box, ...]]:
    """The title with its place, and what stands around it."""
    cover = frame.cover
    bands = _bands(sections, cover.bands) if cover.bands.h and 1 < len(sections) <= MOST_BANDS else ()
    width = cover.title.w if bands else cover.wide
    title = _title(deck_title(deck), deck.title, width, cover)
    height = max(para_height(title, width), cover.title.h)
    boxes: list[Box] = []
    place = cover.subtitle if bands or cover.fixed else replace(cover.subtitle, w=width)
    subtitle = _subtitle(deck, place, cover.subtitle_sizes) if place.h else None
    if lines := [*filter(None, [subtitle]), *below(deck, cover, place, subtitle)]:
        boxes.append(Shape(place, tuple(lines), body=True, name="Subtitle"))
    if said := source(deck, cover):
        boxes.append(said)
    return title, _place(cover, width, height), (*boxes, *bands)


def _place(cover: Cover, width: float, height: float) -> Rect | None:
    """Where the title stands, if that is not where its layout says."""
    return None if cover.fixed else Rect(cover.title.x, cover.title.bottom - height, width, height)


def _title(text: str, rich: RichText, width: float, cover: Cover) -> Para:
    """The deck's title at the size that its length allows; cut where it would be longer than a slide."""
    text = " ".join(text.split())
    seen = text.upper() if cover.capitals else text
    size, step = title_size(seen, width, cover.sizes)
    if size == SMALLEST:
        lines = max(int(cover.title.h // step), 1) if cover.fixed else 8
        text = _cut(text, seen, size, width, lines)
    tracking = -2.0 if size >= 72 else -1.0
    base = look(size, bold=True, tracking=tracking)
    each = Para(levelled(rich, base) if text == to_plain(rich) else plain(text, base), size, step)
    return each if cover.capitals else balanced(each, width)


def _cut(text: str, seen: str, size: float, width: float, lines: int) -> str:
    """As much of a title as is seen of it where its layout sets capitals: a letter may be two of those."""
    short = clipped(seen, size, width, bold=True, lines=lines)
    if short == seen:
        return text
    ends = accumulate(len(each.upper()) if text != seen else 1 for each in text)
    return f"{text[: sum(end < len(short) for end in ends)]}{ELLIPSIS}"


def _subtitle(deck: Deck, place: Rect, sizes: Sequence[float]) -> Para | None:
    """What the deck is about, if that is short and there is room for it, at the largest size that parts no date."""
    first, own = subject(deck), told(deck.front.get("subtitle"))
    if not (text := RichText.of(own) if own else first.text if first else _motto(deck)):
        return None
    if not own and not _is_short(text):
        return None
    sizes = (*sizes, *(each for each in OWN_SIZES if own and each < sizes[-1]))
    for words, least in ((firm_text(text), 0.0), (text, sizes[-1])):
        for size in sizes:
            each = para(spans(words, look(size, "quiet")), size)
            if paras_height([each], place.w) <= place.h and not (breaks_words(each, place.w) and size > least):
                return set_in_lines(each, place.w)
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
        not told(deck.front.get("subtitle"))
        and bool(text)
        and bool(deck.concepts)
        and (first is None or first.text == text)
    )
    return said and _subtitle(deck, cover.subtitle, cover.subtitle_sizes) is not None


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
            entry(each.number, each.title, look(size, "on"), width, hang, max(int((height - 24.0) // pitch(size)), 1))
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
