"""A foreign template's layouts → the frame of its pages: its titles, and the room that they, footer and logo leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ...plan.slides.frame import DROP, QUESTION_SIZES, WIDEST_TEXT, Cover, Frame, Opener, Rect, TitleSizes
from ...plan.slides.page import LayoutName
from .choosing import TEXTS, Candidate, Chosen
from .holders import Place, things
from .keeping_off import covers, is_small, less, overlap

NONE = Rect(0.0, 0.0, 0.0, 0.0)
CONTENT: tuple[LayoutName, ...] = ("contents", "statement", "text", "text_figure", "free")
STEPS = (54, 44, 40, 36, 32, 28, 26, 24, 22, 20, 18)
PITCH = 1.25
"""The distance of a title's lines over its size."""
SUBTITLES = (28.0, 24.0, 20.0, 18.0)
MOST_LINES, SMALLEST = 4, 18
MARGIN = 12.0
LEAST, TIGHT = (320.0, 180.0), (300.0, 150.0)
"""Width and height of a body that a code box and a table of two columns need at a size to be read from the last row, and of
one that is still better than text across the edge of a picture."""
NARROWEST, LOWEST = 280.0, 110.0
"""Points of a body that slides can be made on at all: small, and many of them."""
UNSAID = 32.0
"""Points of a title whose size the template does not say."""
LEAST_TITLE = 24.0
"""Points of a title that is no smaller than the text below it."""
LIST_SIZES = (28.0, 24.0, 22.0, 20.0, 18.0, 16.0)
"""Points of what stands below the title of a section."""
LINE, LEAST_FOOT = 15.0, 24.0
"""How tall a footer is at least, and how wide a slide number."""
KICKER_INDEX = 13


def read_frame(page: Rect, picks: Mapping[LayoutName, Chosen]) -> Frame:
    """The places of a template's slides, in points."""
    content = [picks[name].candidate for name in CONTENT]
    main = picks["text"].candidate
    title = _common([each.title.inner for each in content], main.title.inner)
    body = room(page, main, content)
    number = number_of(main)
    sizes = title_sizes(min(each.title.size for each in content), title.h)
    return Frame(
        page=page,
        kicker=_kicker(main, content),
        title=title,
        body=body,
        footer=_common([p.inner for each in content if (p := footer_of(each))], NONE),
        number=number.inner if number else NONE,
        text_width=min(WIDEST_TEXT, body.w),
        cover=_cover(picks["title"].candidate),
        opener=_opener(picks["section"].candidate, page),
        title_sizes=sizes,
        statement_sizes=sizes,
        answer_sizes=sizes,
        question_sizes=_held_in(QUESTION_SIZES, body.h - DROP),
        capitals=any(each.title.capitals for each in content),
        column_alone=_alone(room(page, main, [main]), body),
    )


def _alone(own: Rect, body: Rect) -> Rect | None:
    """The room of the layout for text, where that is more than what all layouts leave."""
    return own if own.w * own.h > body.w * body.h and own.h >= body.h else None


def title_sizes(size: float, height: float) -> TitleSizes:
    """The template's own size and those below it, each with the lines that its place holds. A size that is not said, or
    is smaller than text, is raised."""
    size = max(size or UNSAID, LEAST_TITLE)
    found = []
    for each in (size, *(step for step in STEPS if step < size)):
        step = round(each * PITCH, 1)
        if lines := min(int(height // step), MOST_LINES):
            found.append((each, step, lines))
    return tuple(found) or ((SMALLEST, 22.0, max(int(height // 22.0), 1)),)


def _held_in(sizes: TitleSizes, height: float) -> TitleSizes:
    """The sizes with as many of their lines as have room."""
    return tuple((size, step, min(lines, int(height // step))) for size, step, lines in sizes if step <= height)


def _common(rects: Sequence[Rect], first: Rect) -> Rect:
    """The place of the first, no wider or taller than any; nothing of nothing."""
    if not rects:
        return NONE
    start = first if first.h else rects[0]
    return replace(start, w=min(each.w for each in rects), h=min(each.h for each in rects))


def footer_of(each: Candidate) -> Place | None:
    """The footer, if it holds a line of twelve points."""
    return next((p for p in each.places if p.kind == "ftr" and p.inner.h >= LINE and p.inner.w >= 3 * LINE), None)


def number_of(each: Candidate) -> Place | None:
    """The slide number, if it has room for three digits of twelve points."""
    held = (p for p in each.places if p.kind == "sldNum" and p.inner.h >= LINE and p.inner.w >= LEAST_FOOT)
    return next(held, None)


def kicker_of(each: Candidate) -> Place | None:
    """The line above the title on a template that was made from ours."""
    return next((p for p in each.places if p.kind == "body" and p.index == KICKER_INDEX and p.inner.h < 40.0), None)


def subtitle_of(each: Candidate) -> Place | None:
    """What stands with the title of a title slide or a section."""
    held = [p for p in each.places if p.kind == "subTitle"]
    held += [p for p in each.places if p.kind in TEXTS and not p.turned and p is not kicker_of(each)]
    return held[0] if held else None


def room(page: Rect, main: Candidate, content: Sequence[Candidate]) -> Rect:
    """The body: that of the layout for text, less what any layout has in the way.

    A picture or band that lies over a part of it is avoided where useful room is left; where not, the template means it
    as a ground: then only what is small (a logo) is kept off, and where even this takes most of the room, nothing is.
    """
    held = [each.inner for each in main.texts if each is not kicker_of(main)]
    taken = [each.title.rect for each in content]
    taken += [p.rect for each in content for p in (footer_of(each), number_of(each), kicker_of(each)) if p]
    area = less(_hull(held) if held else _below(page, main), taken, whole=True)
    drawn = [thing.rect for each in content for thing in things(each.layout)]
    small = [each for each in drawn if is_small(each, page)]
    for kept_off, width, height in ((drawn, *LEAST), (drawn, *TIGHT), (small, *LEAST)):
        left = less(area, kept_off)
        if left.w >= width and left.h >= height:
            return left
    return area


def _hull(rects: Sequence[Rect]) -> Rect:
    """The place that several take together."""
    x, y = min(each.x for each in rects), min(each.y for each in rects)
    return Rect(x, y, max(each.right for each in rects) - x, max(each.bottom for each in rects) - y)


def _below(page: Rect, main: Candidate) -> Rect:
    """The room below the title, where a template has no place for text."""
    title = main.title
    top = title.rect.bottom + MARGIN
    return Rect(title.inner.x, top, title.inner.w, page.h - 2 * MARGIN - top)


def _kicker(main: Candidate, content: Sequence[Candidate]) -> Rect:
    """The line above the title, where that has room."""
    own = [kicker_of(each) for each in content]
    if all(own) and own[0] is not None:
        return own[0].inner
    title = main.title
    line = Rect(title.inner.x, title.rect.y - 20.0, title.inner.w, 20.0)
    tight = title.anchor == "t" or title.inner.h < 2 * PITCH * title.size
    taken = [thing.rect for each in content for thing in things(each.layout) if not covers(thing.rect, line)]
    free = line.y >= MARGIN and not any(overlap(each, line) for each in taken)
    same = all(each.title.rect == title.rect for each in content)
    return line if tight and free and same else NONE


def _cover(each: Candidate) -> Cover:
    title, below = each.title, subtitle_of(each)
    size = below.size or SUBTITLES[0] if below else 0.0
    sizes = tuple(step for step in SUBTITLES if step <= size) or SUBTITLES[-1:]
    return Cover(
        title=title.inner,
        wide=title.inner.w,
        subtitle=below.inner if below else NONE,
        source=NONE,
        bands=NONE,
        sizes=title_sizes(title.size, title.inner.h),
        capitals=title.capitals,
        subtitle_sizes=sizes,
        fixed=True,
    )


def _opener(each: Candidate, page: Rect) -> Opener:
    """The places of title and text; where the text stands above the title they change places, since what is read first
    is where the children belong."""
    title, below = each.title, subtitle_of(each)
    if below is None or below.inner.w < page.w / 4 or below.inner.h < LINE:
        return _opened(each, title.inner, NONE)
    if below.inner.y >= title.inner.y and not overlap(below.inner, title.inner):
        return _opened(each, title.inner, below.inner, below)
    above, under = _turned(_hull([title.inner, below.inner]), title.inner)
    return _opened(each, above, under, below)


def _turned(area: Rect, title: Rect) -> tuple[Rect, Rect]:
    """A title above and a text below it, in the place that the two take."""
    high = min(title.h, area.h / 2)
    under = area.y + high + MARGIN
    return replace(area, x=title.x, w=title.w, h=high), Rect(title.x, under, title.w, area.bottom - under)


def _opened(each: Candidate, title: Rect, rows: Rect, below: Place | None = None) -> Opener:
    wide = below is not None and not below.capitals
    size = (below.size or LIST_SIZES[1]) if below else 0.0
    foot = [place.rect for place in (footer_of(each), number_of(each)) if place]
    rows = less(rows, foot, whole=True) if rows.h else rows
    return Opener(
        title=title,
        rows=rows,
        panel=NONE,
        number=NONE,
        back=NONE,
        sizes=title_sizes(each.title.size, title.h),
        capitals=each.title.capitals,
        ink="opener",
        listed=tuple(step for step in LIST_SIZES if step <= size) or LIST_SIZES[-1:] if wide else (),
        moved=title != each.title.inner,
    )
