"""One sentence that carries a slide, and beneath it what a first small child adds."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Concept, RichText
from .columns import SmallChild
from .draft import Draft
from .grid import LEFT, Scale, accent, look
from .groups import Piece
from .inline import balanced, breaks_words, para, para_lines, spans
from .items import Element, Item
from .page import Box, Look, Para, Rect, Rule, Shape
from .text import said, text_group

SIZES = ((54, 70.0, 2, -1.0), (44, 58.0, 3, -0.6), (36, 48.0, 3, -0.3))
STATEMENT = Rect(LEFT, 144.0, 848.0, 188.0)
COLUMN_STEP, COLUMN_WIDTH = 288.0, 256.0
LABEL_Y, RULE_Y, TEXT_Y = 346.0, 376.0, 388.0
TEXT_HEIGHT = 96.0


def statement(found: Sequence[Element]) -> Item | None:
    """The only sentence of a body, if it is short enough to be set large."""
    texts = [e for e in found if isinstance(e, Item)]
    if len(found) != 1 or len(texts) != 1:
        return None
    (item,) = texts
    plain_enough = not (item.number or item.mono or item.heading or "\n" in item.text.plain)
    return item if plain_enough and item.text and _display(item.text) else None


def _display(text: RichText) -> Para | None:
    """The sentence at the largest size that holds it; shown in two lines at the most where it is largest."""
    for size, step, lines, tracking in SIZES:
        each = Para(spans(text, Look(size, bold=True, tracking=tracking)), size, step)
        if para_lines(each, STATEMENT.w) <= lines and not breaks_words(each, STATEMENT.w):
            return balanced(each, STATEMENT.w)
    return None


def statement_draft(item: Item, below: SmallChild | None, section: int) -> Draft:
    """The sentence, and in columns beneath it what the first child says, if that is little."""
    words = _display(item.text)
    assert words is not None
    shape = Shape(STATEMENT, (words,), body=True, name="Statement")
    columns = child_columns(below, section) if below else None
    if below is None or columns is None:
        return Draft("statement", (shape,), (said(item),))
    boxes, lines = columns
    return Draft("statement", (shape, *boxes), (said(item), *lines), shows=(below.concept.id,))


def child_columns(child: SmallChild, section: int) -> tuple[tuple[Box, ...], tuple[str, ...]] | None:
    """A child's statements side by side under its name, if they fit."""
    columns = _columns(child.items)
    if not 1 <= len(columns) <= 3:
        return None
    boxes: list[Box] = [Shape(Rect(LEFT, LABEL_Y, 848.0, 20.0), (label(child.concept, section),), name="Child")]
    for i, items in enumerate(columns):
        width = COLUMN_WIDTH if len(columns) > 1 else 848.0
        paras = _fitting(items, width, section)
        if paras is None:
            return None
        x = LEFT + i * COLUMN_STEP
        boxes.append(Rule(x, RULE_Y, width + (16.0 if len(columns) > 1 else 0.0), accent(section), 1.5))
        boxes.append(Shape(Rect(x, TEXT_Y, width, TEXT_HEIGHT), paras, name="Column"))
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


def _fitting(items: Sequence[Item], width: float, section: int) -> tuple[Para, ...] | None:
    """A column's paragraphs at 20 or 18 points, without the sign of the first; nothing if they are too tall."""
    bare = [Item(items[0].text, label=items[0].label, bold=items[0].bold), *items[1:]]
    for size in (20, 18):
        pieces: tuple[Piece, ...] = text_group(bare, Scale(size, 0.5), width, section).pieces
        height = sum(p.height + (p.lead if i else 0.0) for i, p in enumerate(pieces))
        if height <= TEXT_HEIGHT and len(pieces) == len(items):
            return tuple(p.content for p in pieces if isinstance(p.content, Para))
    return None


def displayable(text: RichText) -> bool:
    """Whether a text is short enough to be set large."""
    return bool(text) and _display(text) is not None
