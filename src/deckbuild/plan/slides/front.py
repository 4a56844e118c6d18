"""The slides around the content: title, contents, the openers of sections, summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from ...model import Concept, Conclusion, Deck, Definition, RichText, blocks
from ...richtext import to_plain
from ...wording import Words
from ..measure import Chunk, line_count
from .draft import Draft, heading
from .grid import BODY, LEFT, accent, look
from .groups import Piece, pack, place
from .inline import balanced, clipped, line, para, para_height, paras_height, plain, spans
from .page import HEIGHT, WIDTH, Box, Cell, Para, Rect, Row, Rule, Shape
from .table import grid_group

BANDS_X, BAND_GAP, BAND_LEAST = 560.0, 2.0, 72.0
MOST_BANDS = 6
PAGE_WIDTH = 72.0
TITLE_BOTTOM = 280.0
PANEL = Rect(0.0, 0.0, 400.0, HEIGHT)
SUMMARY_SIZE = 16


class Section(Struct, frozen=True):
    """A top-level concept: the colour it wears, how many slides it has, and where its first one is."""

    concept: Concept
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


def title_size(text: str, width: float) -> tuple[int, float]:
    """Size and pitch of the deck's title: as large as its lines allow."""
    for size, step, lines in (
        (88, 104.0, 1),
        (72, 88.0, 1),
        (54, 70.0, 2),
        (44, 58.0, 3),
        (32, 42.0, 4),
        (24, 31.0, 5),
    ):
        if line_count((Chunk(text, 1.0, True),), size, width) <= lines:
            return size, step
    return 18, 24.0


def title_boxes(deck: Deck, sections: Sequence[Section]) -> tuple[Para, Rect, tuple[Box, ...]]:
    """The title with its place, and what stands around it."""
    bands = _bands(sections) if 1 < len(sections) <= MOST_BANDS else ()
    width = 472.0 if bands else 776.0
    text = deck_title(deck)
    size, step = title_size(text, width)
    tracking = -2.0 if size >= 72 else -1.0
    if size == 18:
        text = clipped(text, 18, width, bold=True, lines=8)
    title = balanced(Para(plain(text, look(size, bold=True, tracking=tracking)), size, step), width)
    height = max(para_height(title, width), 104.0)
    boxes: list[Box] = []
    if subtitle := _subtitle(deck, 400.0 if bands else width):
        boxes.append(
            Shape(Rect(LEFT, 300.0, 400.0 if bands else width, 114.0), (subtitle,), body=True, name="Subtitle")
        )
    source = clipped(deck.source, 14, 472.0)
    boxes.append(Shape(Rect(LEFT, 484.0, 472.0, 36.0), (line(source, 14, "quiet"),), anchor="b", name="Source"))
    return title, Rect(LEFT, TITLE_BOTTOM - height, width, height), (*boxes, *bands)


def _subtitle(deck: Deck, width: float) -> Para | None:
    """The deck's first definition, if three lines hold it."""
    bodies = (deck.body, *(c.body for c in deck.walk()))
    first = next((b for body in bodies for b in blocks(body) if isinstance(b, Definition)), None)
    if first is None:
        return None
    each = para(spans(first.text, look(28, "quiet")), 28)
    return balanced(each, width) if paras_height([each], width) <= 114.0 else None


def _bands(sections: Sequence[Section]) -> tuple[Box, ...]:
    """One band for each section, as tall as its share of the slides."""
    room = HEIGHT - BAND_GAP * (len(sections) - 1)
    heights = _heights([max(s.slides, 1) for s in sections], room)
    numbered = any(s.concept.number for s in sections)
    y, out = 0.0, []
    for section, height in zip(sections, heights, strict=True):
        rect = Rect(BANDS_X, y, WIDTH - BANDS_X, height)
        text = _band_text(section, numbered, max(int((height - 24.0) // 28.0), 1))
        out.append(
            Shape(
                rect,
                (text,),
                accent(section.accent),
                insets=(32.0, 8.0, 24.0, 16.0),
                anchor="b",
                link=section.first,
                name="Section",
            )
        )
        y += height + BAND_GAP
    return tuple(out)


def _band_text(section: Section, numbered: bool, lines: int) -> Para:
    hang = 56.0 if numbered else 0.0
    name = clipped(section.name, 20, 344.0 - hang, lines=lines)
    number = plain(f"{section.concept.number}\t", look(20, "on", bold=True)) if numbered else ()
    return para((*number, *plain(name, look(20, "on"))), 20, left=hang, hang=hang)


def _heights(shares: Sequence[int], room: float) -> list[float]:
    """The room by share, none below the floor, in whole points."""
    floor = min(BAND_LEAST, room / len(shares))
    free, total = room - floor * len(shares), sum(shares)
    heights = [floor + free * share / total for share in shares]
    edges = [0.0, *(round(sum(heights[: i + 1])) for i in range(len(heights) - 1)), room]
    return [b - a for a, b in pairwise(edges)]


def contents_drafts(sections: Sequence[Section], words: Words) -> list[Draft]:
    """Rows that lead to the sections: four to a slide with what is below them, else eight without."""
    rich = len(sections) <= 4
    per = 4 if rich else 8
    count = -(-len(sections) // per)
    drafts, start = [], 0
    for n in range(count):
        size = (len(sections) - start) // (count - n)
        boxes = _contents(sections[start : start + size], 84.0 if rich else 42.0, rich)
        drafts.append(Draft("contents", boxes, title=RichText.of(words.contents)))
        start += size
    return drafts


def _contents(sections: Sequence[Section], step: float, rich: bool) -> tuple[Box, ...]:
    numbered = any(s.concept.number for s in sections)
    boxes: list[Box] = []
    for i, section in enumerate(sections):
        y = BODY.y + i * step
        paras = (_entry(section, 24 if rich else 20, numbered), *(_children(section, numbered) if rich else ()))
        boxes.append(Rule(LEFT, y, BODY.w))
        pad = 12.0 if rich else 7.0
        rect = Rect(LEFT, y + pad, BODY.w - PAGE_WIDTH, step - pad)
        boxes.append(Shape(rect, paras, link=section.first, name="Contents"))
        place = Rect(rect.right, y + pad, PAGE_WIDTH, paras[0].pitch)
        boxes.append(Shape(place, (_page_number(section, paras[0]),), link=section.first, name="Page"))
    return tuple(boxes)


def _page_number(section: Section, beside: Para) -> Para:
    """The number of a section's first slide, of the size of its name so that both share a baseline."""
    return line(str(section.page), beside.size, "quiet", align="right")


def _entry(section: Section, size: int, numbered: bool) -> Para:
    """Number and name on one line, held apart by a tab."""
    hang = 72.0 if numbered else 0.0
    number = plain(f"{section.concept.number}\t", look(size, accent(section.accent), bold=True)) if numbered else ()
    name = clipped(section.name, size, 700.0 - hang, bold=True)
    return para((*number, *plain(name, look(size, bold=True))), size, left=hang, hang=hang)


def _children(section: Section, numbered: bool) -> tuple[Para, ...]:
    names = [f"{c.number} {to_plain(heading(c))}".strip() for c in section.concept.children]
    text = clipped("    ".join(n.replace(" ", "\u00a0") for n in names), 16, 760.0)
    return (line(text, 16, "quiet", left=72.0 if numbered else 0.0, before=0.0),) if names else ()


def opener_draft(concept: Concept, section: int, words: Words, contents: str, links: dict[str, str]) -> Draft:
    """A section's panel with its number, and the children to come."""
    boxes: list[Box] = [Shape(PANEL, fill=accent(section), name="Panel")]
    if concept.number:
        size = 150 if len(concept.number) < 4 else 110 if len(concept.number) < 6 else 54
        step = {150: 180.0, 110: 132.0, 54: 70.0}[size]
        number = Para(plain(concept.number, look(size, "on", bold=True, tracking=-6.0)), size, step)
        boxes.append(Shape(Rect(50.0, 148.0, 340.0, step), (number,), name="Number"))
    if contents:
        back = (line(f"← {words.contents}", 14, "on"),)
        boxes.append(Shape(Rect(LEFT, 501.0, 200.0, 20.0), back, link=contents, name="Back"))
    boxes += _opener_rows(concept, section, links)
    return Draft("section", tuple(boxes), title=heading(concept))


def _opener_rows(concept: Concept, section: int, links: dict[str, str]) -> Iterator[Box]:
    """A row for each child: as many as fit, the last one saying how many more there are."""
    children = concept.children
    step = 56.0 if len(children) < 5 else 40.0 if len(children) < 6 else 212.0 / min(len(children), 7)
    shown = children if len(children) <= 7 else children[:6]
    numbered = any(c.number for c in children)
    for i, child in enumerate(shown):
        y = 268.0 + i * step
        yield Rule(488.0, y, 416.0)
        yield _opener_row(child, Rect(488.0, y, 416.0, step), section, numbered, links.get(child.id, ""))
    if len(shown) < len(children):
        y = 268.0 + len(shown) * step
        yield Rule(488.0, y, 416.0)
        more = line(f"+ {len(children) - len(shown)}", 18, "quiet", left=72.0 if numbered else 0.0)
        yield Shape(Rect(488.0, y, 416.0, step), (more,), anchor="ctr", name="More")


def _opener_row(child: Concept, rect: Rect, section: int, numbered: bool, link: str) -> Shape:
    hang = 72.0 if numbered else 0.0
    size = 20 if rect.h >= 40 else 16
    number = plain(f"{child.number}\t", look(size, accent(section))) if numbered else ()
    name = clipped(to_plain(heading(child)), size, 416.0 - hang, lines=2 if rect.h >= 56 else 1)
    each = para((*number, *plain(name, look(size))), size, left=hang, hang=hang)
    return Shape(rect, (each,), anchor="ctr", link=link, name="Child")


def summary_drafts(deck: Deck, accents: dict[str, int], words: Words) -> list[Draft]:
    """Every concept that the note defines, and what its sections come to: number, name, text."""
    rows = [row for concept in deck.walk() if (row := _summary_row(concept, accents.get(concept.id, 0)))]
    if len(rows) < 2:
        return []
    group = grid_group(None, [row for row, _ in rows], (72.0, 216.0, 560.0), [text for _, text in rows])
    stacks = pack([group], BODY.h)
    title = RichText.of(words.summary)
    return [Draft("free", place(stack, BODY), tuple(_said(stack[0].pieces)), title=title) for stack in stacks]


def _said(pieces: Sequence[Piece]) -> list[str]:
    return [piece.say for piece in pieces]


def _summary_row(concept: Concept, section: int) -> tuple[Row, str] | None:
    """A row of the summary, if the concept has a definition or a conclusion that a few lines hold."""
    first = next((b for b in concept.body if isinstance(b, Definition | Conclusion)), None)
    if first is None:
        return None
    comes_to = "→ " if isinstance(first, Conclusion) else ""
    name = heading(concept) if not concept.asks else concept.title
    cells = (
        para(plain(concept.number, look(SUMMARY_SIZE, accent(section), bold=True)), SUMMARY_SIZE),
        para(spans(name, look(20, bold=True)), 20),
        para((*plain(comes_to, look(20, accent(section))), *spans(first.text, look(20))), 20),
    )
    heights = [paras_height([c], w - 16.0) for c, w in zip(cells, (72.0, 216.0, 560.0), strict=True)]
    if max(heights) > 6 * 28.0:
        return None
    row = Row(tuple(Cell((c,)) for c in cells), max(56.0, max(heights) + 20.0))
    return row, f"{to_plain(name)}: {comes_to}{to_plain(first.text)}"
