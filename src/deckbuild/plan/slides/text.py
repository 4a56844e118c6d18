"""Columns of text: items → paragraphs at a scale → pieces that fit a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...examples import says_so
from ...readable import readable
from ..measure import text_width
from .addresses import spoken
from .dividing import divided
from .frame import Frame
from .grid import Scale, accent, look, pitch, smaller
from .groups import Group, Piece
from .inline import ELLIPSIS, clipped, para, para_height, plain, spans
from .items import Item
from .labels import ENDS
from .page import Box, Bullet, Para, Rect, Shape
from .tasks import DONE

PARENTS = 2
"""How many of the items that one stands below are said again on a new slide."""
HANG, NUMBER_HANG = 20.0, 40.0
INDENT, WIDE, SLIGHT = 24.0, 4, 12.0
"""How far a level stands right of the one above it: the first few clearly, the deeper ones so that text has room."""


def text_group(items: Sequence[Item], scale: Scale, width: float, section: int, frame: Frame) -> Group:
    """A column of text `width` wide; what is taller than a page is cut between sentences, else between words."""
    numbered = any(item.numeral for item in items)
    pieces = tuple(piece for item in items for piece in _fitting(item, scale, width, section, numbered, frame.body.h))

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        paras = [part.content for part in parts if isinstance(part.content, Para)]
        paras[0] = replace(paras[0], before=0.0)
        height = max(rect.h, frame.body.bottom - rect.y) if last else rect.h
        return (Shape(replace(rect, w=width, h=height), tuple(paras), body=True, name="Text"),)

    return Group(pieces, draw, text=True)


def _fitting(item: Item, scale: Scale, width: float, section: int, numbered: bool, capacity: float) -> Iterator[Piece]:
    """The paragraphs of an item, each no taller than a page."""
    whole = paragraph(item, scale, section, numbered)
    height = para_height(whole, width)
    above = tuple(_again(parent, scale, width, section, numbered) for parent in item.parents[-PARENTS:])
    if sum(p.height + (p.lead if i else 0.0) for i, p in enumerate(above)) + whole.before + height > capacity:
        above = ()
    if height <= capacity:
        yield Piece(
            whole, height, whole.before, item.tied, said(item), above=above, begins=_begins(item), stray=item.stray
        )
        return
    for n, part in enumerate(divided(whole, width, capacity)):
        text = "".join(span.text for span in part.spans)
        yield Piece(part, para_height(part, width), part.before, item.tied and n == 0, text)


def _begins(item: Item) -> float:
    """What it costs to begin a slide with an item: headings do best, and the deeper one is nested the worse."""
    return 0.0 if item.heading else 0.05 + 0.1 * bool(item.sign or item.number) + 0.3 * item.level


def _again(parent: Item, scale: Scale, width: float, section: int, numbered: bool) -> Piece:
    """What a slide goes on with, quiet and on one line."""
    whole = paragraph(replace(parent, quiet=True, bold=False, space=0.6), scale, section, numbered)
    text = clipped(f"{parent.label} {readable(parent.text)}".strip(), whole.size, width - whole.left - 2 * whole.size)
    shown = text if text.endswith(ELLIPSIS) else f"{text.rstrip(':：')} {ELLIPSIS}"
    line = replace(whole, spans=plain(shown, look(whole.size, "quiet")), pitch=pitch(whole.size))
    return Piece(line, para_height(line, width), line.before)


def said(item: Item) -> str:
    """An item as a speaker reads it."""
    own = f"{item.sign} " if item.sign in ("→", DONE) else "- " if item.sign.strip() else ""
    sign = f"{item.numeral}. " if item.numeral else own
    label = "" if item.repeats and says_so(item.text) else item.label
    return "  " * item.level + sign + (f"{label}: " if label else "") + _told(item)


def _told(item: Item) -> str:
    """The text of an item with a colon behind its name, which is bold on the slide."""
    text, name = spoken(item.text), spoken(item.name)
    begins = name and text.startswith(f"{name} ") and name[-1] not in ENDS
    return f"{name}:{text[len(name) :]}" if begins else text


def paragraph(item: Item, scale: Scale, section: int, numbered: bool = False) -> Para:
    """An item at a scale. Beside numerals everything on the first level stands where their text does."""
    size = float(smaller(scale.size) if item.level or item.source else scale.size)
    base = look(size, "quiet" if item.quiet else "ink", bold=item.bold, mono=item.mono)
    gap = "\t" if item.margin else " "
    label = plain(item.label + gap, look(size, accent(section), bold=True)) if item.label and not item.repeats else ()
    numeral = (
        plain(f"{item.numeral}\t", replace(base, paint=accent(section))) if item.numeral and not item.number else ()
    )
    left, hang, bullet = _hanging(item, size, section, numbered)
    return para(
        (*numeral, *label, *spans(item.text, base)),
        size,
        before=round(scale.size * scale.space * item.space * (1.4 if item.heading else 1.0), 1),
        left=left,
        hang=hang,
        bullet=bullet,
        level=item.level,
    )


def _hanging(item: Item, size: float, section: int, numbered: bool) -> tuple[float, float, Bullet | None]:
    """Where the text begins, how far left its sign hangs, and the sign."""
    base = NUMBER_HANG if numbered else HANG
    indent = _indent(item.level) + (base - HANG if item.level and numbered else 0.0)
    if item.margin:
        margin = max(text_width(item.label, bold=True) * size + 12.0, base)
        return indent + margin, 0.0 if item.repeats else margin, None
    if item.numeral:
        width = 40.0 if len(item.numeral) < 3 else text_width(f"{item.numeral}.", bold=True) * size + 12.0
        return indent + width, width, Bullet("", accent(section), item.number) if item.number else None
    if item.sign == "→":
        hang = round(1.35 * size, 1)
        return indent + (base if base > HANG and not item.level else HANG) + hang, hang, Bullet("→", accent(section))
    if item.sign == DONE:
        hang = round(1.35 * size, 1)
        return indent + hang, hang, Bullet(DONE, accent(section))
    if item.sign == " ":
        return indent + base, 0.0, None
    if item.sign:
        return indent + HANG, HANG, Bullet(item.sign, "quiet" if item.level else accent(section))
    return indent, 0.0, None


def _indent(level: int) -> float:
    return min(level, WIDE) * INDENT + max(level - WIDE, 0) * SLIGHT
