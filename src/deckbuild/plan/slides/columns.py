"""Small children side by side, with the conclusion that they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from ...model import Concept
from ...readable import readable
from ...wording import Words
from .draft import Draft, heading
from .frame import GUTTER, Frame
from .grid import Scale, accent, look
from .groups import Part
from .inline import para, para_height, plain, spans
from .items import Aside, Element, Item, Panel, elements
from .lines import in_phrases, phrased
from .page import Box, Para, Rect, Rule, Shape
from .panels import panel_group
from .text import said, text_group

CONCLUSION_HEIGHT, CONCLUSION_GAP = 80.0, 24.0
SIZES = ((28, 20), (22, 18), (20, 16))
"""Points of the names and of the text."""
CALLOUT_LINES = 2
MOST, LEAST_WIDTH = 3, 240.0
"""How many columns there may be, and how wide each is at least."""


class SmallChild(Struct, frozen=True):
    """A leaf whose few statements need no slide of their own."""

    concept: Concept
    items: tuple[Item, ...]


def small(concept: Concept, words: Words) -> SmallChild | None:
    """A concept as a column, if it has no children and little but short text."""
    if concept.children:
        return None
    found = _opened(elements(concept.body, words))
    items = tuple(e for e in found if isinstance(e, Item))
    others = [e for e in found if not isinstance(e, Item | Aside)]
    if others or len(items) > 4 or sum(len(i.text.plain) for i in items) > 150 or any(i.mono for i in items):
        return None
    return SmallChild(concept, items)


def _opened(found: Sequence[Element]) -> list[Element]:
    """A body that is one callout of a line or two as these lines: a surface of their own sets them off from nothing."""
    match [e for e in found if not isinstance(e, Aside)]:
        case [Panel(term=term, items=(first, *rest), tinted=False)] if len(rest) < CALLOUT_LINES:
            lines = [replace(first, label=readable(term)), *rest]
            return [*lines, *(e for e in found if isinstance(e, Aside))]
    return list(found)


def runs(children: Sequence[Concept], words: Words, frame: Frame) -> Iterator[tuple[Concept, ...]]:
    """Children in order: two or three small neighbours together, every other alone; one that is to begin a slide does.
    Those of which there is but the heading are together, however many: they are the points of a list."""
    most = max(min(MOST, int(frame.body.w // LEAST_WIDTH)), 1)
    rest: list[Concept] = []
    for some in (tuple(found) for _, found in groupby(children, _is_bare)):
        if is_list(some, children):
            yield from _side_by_side(rest, words, most)
            rest = []
            yield some
        else:
            rest += some
    yield from _side_by_side(rest, words, most)


def is_list(some: Sequence[Concept], children: Sequence[Concept]) -> bool:
    """Whether some of the children are but headings: several that follow one another, or all there are."""
    return all(map(_is_bare, some)) and (len(some) > 1 or len(children) == 1)


def _is_bare(concept: Concept) -> bool:
    """Whether there is nothing but the heading."""
    return not concept.body and not concept.children and bool(heading(concept))


def bare_items(children: Sequence[Concept]) -> Iterator[Item]:
    """Headings without anything below them, as points."""
    return (Item(heading(child), "•", label=child.number) for child in children)


def _side_by_side(children: Sequence[Concept], words: Words, most: int) -> Iterator[tuple[Concept, ...]]:
    run: list[Concept] = []
    for child in children:
        if "slide break" in child.orders:
            yield from _shared(run, most)
            run = []
        if small(child, words):
            run.append(child)
            continue
        yield from _shared(run, most)
        run = []
        yield (child,)
    yield from _shared(run, most)


def _shared(run: Sequence[Concept], most: int) -> Iterator[tuple[Concept, ...]]:
    """A run in even parts."""
    count = -(-len(run) // most)
    start = 0
    for n in range(count):
        size = (len(run) - start) // (count - n)
        yield tuple(run[start : start + size])
        start += size


def columns_draft(
    children: Sequence[Concept], conclusion: Panel | None, words: Words, section: int, frame: Frame
) -> Draft | None:
    """The children in columns, or nothing where they do not fit."""
    body = frame.body
    room = body.h - (CONCLUSION_HEIGHT + CONCLUSION_GAP if conclusion else 0.0)
    width = (body.w - GUTTER * (len(children) - 1)) / len(children)
    boxes: list[Box] = []
    say: list[str] = []
    for sizes in SIZES:
        places = [Rect(body.x + i * (width + GUTTER), body.y, width, room) for i in range(len(children))]
        columns = [
            _column(child, place, sizes, words, section, frame) for child, place in zip(children, places, strict=True)
        ]
        if all(height <= room for _, _, height in columns):
            boxes = [box for found, _, _ in columns for box in found]
            say = [text for _, texts, _ in columns for text in texts]
            break
    if not boxes:
        return None
    if conclusion:
        group = panel_group(conclusion, Scale(24), section, frame)
        part = Part(group, 0, len(group.pieces))
        if part.height > CONCLUSION_HEIGHT:
            return None
        boxes += group.draw(part.pieces, Rect(body.x, body.bottom - CONCLUSION_HEIGHT, body.w, CONCLUSION_HEIGHT), True)
        say += [f"→ {readable(item.text)}" for item in conclusion.items]
    return Draft("free", tuple(boxes), tuple(say), shows=tuple(child.id for child in children))


def _column(
    child: Concept, place: Rect, sizes: tuple[int, int], words: Words, section: int, frame: Frame
) -> tuple[list[Box], list[str], float]:
    """One child: rule, number, name and text; its boxes, its words and its height."""
    found = _opened(elements(child.body, words))
    items = [_quieter(e) for e in found if isinstance(e, Item)]
    number = (para(plain(child.number, look(14, accent(section))), 14),) if child.number else ()
    inner = place.w - GUTTER
    name = replace(para(spans(heading(child), look(sizes[0], bold=True)), sizes[0]), before=2.0)
    name = in_phrases(name, inner) if phrased(name) else name
    text: tuple[Para, ...] = ()
    if items:
        pieces = text_group(items, Scale(sizes[1], 0.5), inner, section, frame).pieces
        text = tuple(p.content for p in pieces if isinstance(p.content, Para))
        text = (replace(text[0], before=10.0), *text[1:])
    paras = (*number, name, *text)
    height = sum(para_height(p, inner) + (p.before if i else 0.0) for i, p in enumerate(paras)) + 12.0
    rect = Rect(place.x, place.y + 12.0, inner, height - 12.0)
    say = [f"{readable(heading(child))}:", *(said(i) for i in items)]
    return [Rule(place.x, place.y, place.w, accent(section), 1.5), Shape(rect, paras, name="Column")], say, height


def _quieter(item: Item) -> Item:
    """A column's few lines need no bullets."""
    return replace(item, sign="", label=item.label) if item.sign == "•" and not item.level else item
