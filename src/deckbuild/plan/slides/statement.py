"""One sentence that carries a slide, and beneath it what a first small child adds."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...model import Concept, RichText
from .columns import SmallChild
from .draft import Draft
from .formula import tallest
from .frame import BELOW, Frame
from .grid import Scale, accent, look
from .groups import Piece
from .inline import breaks_words, para, para_height, para_lines, spans
from .items import Element, Item, Panel
from .labels import with_colon
from .lines import balanced
from .page import Box, Look, Para, Rect, Rule, Shape
from .tasks import DONE
from .text import said, text_group

SIZES = ((54, 70.0, 2, -1.0), (44, 58.0, 2, -0.6), (36, 48.0, 2, -0.3), (36, 48.0, 3, -0.3))
"""Size, distance of lines, most lines and tracking: two lines are taken in at a glance, three are read."""
HEIGHT = 188.0
LABEL, LABEL_HEIGHT, RULE, TEXT = 202.0, 20.0, 232.0, 244.0
"""How far below the top of the body the name of a child (of one line), the lines below it and its columns stand."""
TEXT_HEIGHT = 96.0
COLUMN, COLUMN_GAP = 4, 32.0
"""Twelfths of the body that a column takes, with the gap right of it."""


def statement(found: Sequence[Element], frame: Frame) -> Item | None:
    """The only sentence of a body, if it is short enough to be set large; there all is bold, and a colon ends a label."""
    match found:
        case [Item() as sole] | [Panel(term=RichText(runs=()), items=(sole,), tinted=False)]:
            item = replace(sole, text=with_colon(sole.text, sole.name))
        case _:
            return None
    plain_enough = not (
        item.numeral or item.sign == DONE or item.mono or item.heading or item.quiet or "\n" in item.text.plain
    )
    plain_enough = plain_enough and any(run.kind != "code" for run in item.text)
    return item if plain_enough and item.text and _display(item.text, frame) else None


def _place(frame: Frame) -> Rect:
    return replace(frame.body, h=min(HEIGHT, frame.body.h))


def _display(text: RichText, frame: Frame) -> Para | None:
    """The sentence at the largest size that holds it in two lines, else in three of the smallest."""
    width = frame.body.w
    for size, step, lines, tracking in SIZES:
        each = Para(spans(text, Look(size, bold=True, tracking=tracking)), size, step)
        fits = para_lines(each, width) <= lines and tallest(each.spans) <= step and lines * step <= frame.body.h
        if fits and not breaks_words(each, width):
            return balanced(each, width)
    return None


def statement_draft(item: Item, below: SmallChild | None, section: int, frame: Frame) -> Draft:
    """The sentence, and in columns beneath it what the first child says, if that is little."""
    words = _display(item.text, frame)
    assert words is not None
    shape = Shape(_place(frame), (words,), body=True, name="Statement")
    columns = child_columns(below, section, frame) if below else None
    if below is None or columns is None:
        return Draft("statement", (shape,), (said(item),))
    boxes, lines = columns
    return Draft("statement", (shape, *boxes), (said(item), *lines), shows=(below.concept.id,))


def child_columns(child: SmallChild, section: int, frame: Frame) -> tuple[tuple[Box, ...], tuple[str, ...]] | None:
    """A child's statements side by side under its name, if they fit."""
    columns = _columns(child.items)
    if not 1 <= len(columns) <= 3 or frame.body.h + BELOW < TEXT + TEXT_HEIGHT:
        return None
    body = frame.body
    named = Rect(body.x, body.y + LABEL, body.w, LABEL_HEIGHT)
    name = label(child.concept, section)
    if para_height(name, named.w) > LABEL_HEIGHT:
        return None
    boxes: list[Box] = [Shape(named, (name,), name="Child")]
    for i, items in enumerate(columns):
        x = frame.column(i * COLUMN)
        width = frame.column((i + 1) * COLUMN) - x - COLUMN_GAP if len(columns) > 1 else body.w
        paras = _fitting(items, width, section, frame)
        if paras is None:
            return None
        boxes.append(Rule(x, body.y + RULE, width + (16.0 if len(columns) > 1 else 0.0), accent(section), 1.5))
        boxes.append(Shape(Rect(x, body.y + TEXT, width, TEXT_HEIGHT), paras, name="Column"))
    return tuple(boxes), tuple(said(item) for item in child.items)


def label(concept: Concept, section: int) -> Para:
    """Number and name of a concept on one small line."""
    number = Look(14, accent(section))
    title = spans(concept.title, look(14, "quiet"))
    start = spans(RichText.of(f"{concept.number}  "), number) if concept.number else ()
    return para((*start, *title), 14)


def _columns(items: Sequence[Item]) -> list[list[Item]]:
    """Each statement with what is tied to it."""
    columns: list[list[Item]] = []
    for item in items:
        if item.tied and columns:
            columns[-1].append(item)
        else:
            columns.append([item])
    return columns


def _fitting(items: Sequence[Item], width: float, section: int, frame: Frame) -> tuple[Para, ...] | None:
    """A column's paragraphs at 20 or 18 points, without the sign of the first; nothing if they are too tall."""
    bare = [Item(items[0].text, label=items[0].label, bold=items[0].bold), *items[1:]]
    for size in (20, 18):
        pieces: tuple[Piece, ...] = text_group(bare, Scale(size, 0.5), width, section, frame).pieces
        height = sum(p.height + (p.lead if i else 0.0) for i, p in enumerate(pieces))
        if height <= TEXT_HEIGHT and len(pieces) == len(items):
            return tuple(p.content for p in pieces if isinstance(p.content, Para))
    return None


def displayable(text: RichText, frame: Frame) -> bool:
    """Whether a text is short enough to be set large."""
    return bool(text) and _display(text, frame) is not None
