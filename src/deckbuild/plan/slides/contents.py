"""The slides that lead to others: the contents, and the panel that opens a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...model import Concept, RichText
from ...readable import readable
from ...wording import Words
from ..measure import SAFETY, text_width
from .decoration import undecorated
from .draft import Draft, heading
from .frame import Frame, Opener
from .front import Section
from .grid import accent, look, panel
from .inline import ELLIPSIS, clipped, entry, line, number_hang, paras_height, plain
from .page import Box, Para, Rect, Rule, Shape

PAGE_WIDTH = 72.0
RICH, LEAST_RICH, PLAIN, LEAST_PLAIN = 84.0, 76.0, 42.0, 33.0
"""How tall a row is with what is below its section (and where room is short), and without (and where room is short)."""
MOST_ROWS, LEAST_ROW = 7, 30.0
BETWEEN, RUN_IN = "    ", " · "
NUMBER_SIZES = ((150, 180.0), (110, 132.0), (72, 88.0), (54, 70.0), (24, 34.0))


def contents_count(sections: int, frame: Frame) -> int:
    """How many slides the contents of so many sections take."""
    return 1 if _is_rich(sections, frame) else -(-sections // int(frame.body.h // LEAST_PLAIN))


def _is_rich(sections: int, frame: Frame) -> bool:
    return sections * LEAST_RICH <= frame.body.h


def contents_drafts(sections: Sequence[Section], words: Words, frame: Frame) -> list[Draft]:
    """Rows that lead to the sections: with what is below them where all fit one slide, else without."""
    rich = _is_rich(len(sections), frame)
    count = contents_count(len(sections), frame)
    drafts, start = [], 0
    for n in range(count):
        size = (len(sections) - start) // (count - n)
        boxes = _contents(sections[start : start + size], rich, frame.body)
        drafts.append(Draft("contents", boxes, title=RichText.of(words.contents)))
        start += size
    return drafts


def _contents(sections: Sequence[Section], rich: bool, body: Rect) -> tuple[Box, ...]:
    size, step = (24, min(RICH, body.h / len(sections))) if rich else _plain(len(sections), body)
    hang = number_hang([s.number for s in sections], size, 72.0)
    boxes: list[Box] = []
    for i, section in enumerate(sections):
        y = body.y + i * step
        width = body.w - PAGE_WIDTH
        paras = (_entry(section, size, hang, width), *(_children(section, hang, width) if rich else ()))
        boxes.append(Rule(body.x, y, body.w))
        pad = 12.0 if rich else 7.0 if step == PLAIN else 4.0
        rect = Rect(body.x, y + pad, width, step - pad)
        boxes.append(Shape(rect, paras, link=section.first, name="Contents"))
        place = Rect(rect.right, y + pad, PAGE_WIDTH, paras[0].pitch)
        boxes.append(Shape(place, (_page_number(section, paras[0]),), link=section.first, name="Page"))
    return tuple(boxes)


def _plain(count: int, body: Rect) -> tuple[int, float]:
    """The size of names alone, and how tall their rows are: a little less where that saves a slide."""
    step = min(PLAIN, body.h / count)
    return (20 if step > 36.0 else 18), step


def _page_number(section: Section, beside: Para) -> Para:
    """The number of a section's first slide, of the size of its name so that both share a baseline."""
    return line(str(section.page), beside.size, "quiet", align="right")


def _entry(section: Section, size: int, hang: float, width: float) -> Para:
    """Number and name on one line, held apart by a tab."""
    base = look(size, bold=True)
    return entry(section.number, section.title, base, width, hang, 1, accent(section.accent))


def _children(section: Section, hang: float, width: float) -> tuple[Para, ...]:
    """The names of a section's children on one line: as many as fit whole."""
    names = [f"{c.number} {readable(undecorated(heading(c)))}".strip() for c in section.concept.children]
    if not names:
        return ()
    room = width - hang
    for count in range(len(names), 0, -1):
        text = BETWEEN.join(names[:count]) + (f"{BETWEEN}{ELLIPSIS}" if count < len(names) else "")
        if text_width(text) * 16 <= room * SAFETY:
            return (line(text, 16, "quiet", left=hang),)
    return (line(clipped(names[0], 16, room), 16, "quiet", left=hang),)


def opener_draft(
    concept: Concept, number: str, section: int, words: Words, contents: str, links: dict[str, str], frame: Frame
) -> Draft:
    """A section's panel with its number, and the children to come."""
    opener = frame.opener
    boxes: list[Box] = [Shape(opener.panel, fill=panel(section), name="Panel")] if opener.panel.h else []
    if number and opener.panel.h:
        boxes.append(_panel_number(number, opener.number))
    if contents and opener.back.h:
        back = (line(f"← {words.contents}", 14, "on"),)
        boxes.append(Shape(opener.back, back, link=contents, name="Back"))
    if opener.listed:
        boxes += _opener_list(concept, opener)
    else:
        boxes += _opener_rows(concept, section, links, opener)
    return Draft("section", tuple(boxes), title=heading(concept))


def _opener_list(concept: Concept, opener: Opener) -> Iterator[Box]:
    """The children as paragraphs, as large as all of them fit; where they do not, one after the other in one paragraph, and
    of more than that holds the first ones."""
    names = [f"{child.number}  {readable(undecorated(heading(child)))}".strip() for child in concept.children]
    for paras in _arranged(names, opener) if names else ():
        if paras_height(paras, opener.rows.w) <= opener.rows.h:
            yield Shape(opener.rows, paras, body=True, name="Children")
            return


def _arranged(names: Sequence[str], opener: Opener) -> Iterator[tuple[Para, ...]]:
    """The ways to show names, the best first; bold, since a layout may have them so."""
    for size in opener.listed:
        shown = (clipped(name, size, opener.rows.w, bold=True) for name in names)
        yield tuple(
            line(name, size, opener.ink, bold=True, before=round(size * 0.4, 1) if i else 0.0)
            for i, name in enumerate(shown)
        )
    for size in opener.listed:
        yield (line(RUN_IN.join(names), size, opener.ink, bold=True),)
    for count in range(len(names) - 1, 0, -1):
        some = RUN_IN.join((*names[:count], ELLIPSIS))
        yield (line(some, opener.listed[-1], opener.ink, bold=True),)
    yield (
        line(clipped(names[0], opener.listed[-1], opener.rows.w, bold=True), opener.listed[-1], opener.ink, bold=True),
    )


def _panel_number(text: str, place: Rect) -> Shape:
    """The number of a section, as large as its panel allows."""
    size, step = next(
        (size, step) for size, step in NUMBER_SIZES if text_width(text, bold=True) * size <= place.w - 20.0 or size < 30
    )
    number = Para(plain(text, look(size, "on", bold=True, tracking=-6.0 if size > 60 else 0.0)), size, step)
    return Shape(replace(place, h=step), (number,), name="Number")


def _opener_rows(concept: Concept, section: int, links: dict[str, str], opener: Opener) -> Iterator[Box]:
    """A row for each child; of more than there is room for the first ones, and how many more there are."""
    children, place = concept.children, opener.rows
    most = min(int(place.h // LEAST_ROW), MOST_ROWS)
    count = min(len(children), most)
    if not count:
        return
    shown = children if len(children) <= most else children[: most - 1]
    step = min(56.0 if count < 4 else 48.0 if count < 5 else 40.0, place.h / count)
    own = opener.ink == "ink"
    hang = number_hang([c.number for c in children], 20, 72.0)
    for i, child in enumerate(shown):
        rect = Rect(place.x, place.y + i * step, place.w, step)
        if own:
            yield Rule(rect.x, rect.y, rect.w)
        yield _opener_row(child, rect, hang, links.get(child.id, ""), opener.ink, accent(section) if own else "")
    if len(shown) < len(children):
        rect = Rect(place.x, place.y + len(shown) * step, place.w, step)
        if own:
            yield Rule(rect.x, rect.y, rect.w)
        more = line(f"+ {len(children) - len(shown)}", 16, "quiet" if own else opener.ink, left=hang)
        yield Shape(rect, (more,), anchor="ctr", name="More")


def _opener_row(child: Concept, rect: Rect, hang: float, link: str, ink: str, number: str) -> Shape:
    size = 20 if rect.h >= 40 else 16
    lines = 2 if rect.h >= 56 and size * 2.8 <= rect.h else 1
    each = entry(child.number, undecorated(heading(child)), look(size, ink), rect.w, hang, lines, number)
    return Shape(rect, (each,), anchor="ctr", link=link, name="Child")
