"""Surfaces: stories, quotes, callouts and conclusions, and equations as rows of chips."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...model import RichText
from ...readable import readable
from ...richtext import to_plain
from ..measure import text_width
from .frame import GUTTER, Frame
from .grid import Scale, accent, look, pitch, tint
from .groups import Group, Piece
from .inline import ELLIPSIS, breaks_words, line, para, para_lines, paras_height, plain, spans
from .items import Item, Panel
from .leads import held, names_next
from .page import Box, Para, Rect, Rule, Shape
from .sums import Chips
from .text import text_group

PAD_X, PAD_Y, TIGHT_Y = 32.0, 28.0, 14.0
TINT_X, TINT_Y = 24.0, 20.0
TERM_SIZE, KIND_SIZE = 24, 14
CHIP_HEIGHT, CHIP_GAP, CHIP_PAD = 44.0, 12.0, 16.0
CHIP_LEAST, CHIP_ROW = 64.0, 68.0
PROSE, CHIPS = 3, 4
"""Twelfths of the body left of the prose (a term is there) and of the chips (the left sides)."""


def panel_group(panel: Panel, scale: Scale, section: int, frame: Frame) -> Group:
    """Prose on a surface; a short term stands left of it in the section's colour, a long one above it."""
    if panel.tinted:
        return _conclusion(panel, scale, section, frame)
    body = frame.body
    inside, story = body.x + PAD_X, frame.column(PROSE)
    beside = story - GUTTER - inside
    term = para(spans(panel.term, look(TERM_SIZE, accent(section), bold=True)), TERM_SIZE)
    side = bool(panel.term) and para_lines(term, beside) <= 2 and not breaks_words(term, beside)
    head = _head(panel, term, beside)
    above = (Item(panel.term, bold=True, label=panel.kind),) if panel.term and not side else ()
    width = body.right - PAD_X - (story if side else inside)
    set_at = replace(scale, size=min(scale.size, 22), space=0.45)
    pad_y = TIGHT_Y if scale.tight else PAD_Y
    items = (*above, *held(panel.items)) if panel.term else held(panel.items)
    inner = text_group([i for i in items if isinstance(i, Item)], set_at, width, section, frame.within(2 * pad_y))
    least = paras_height(head, beside) if side else 0.0
    pieces, reached = _held_together(inner.pieces, least)
    pieces = _named_again(
        pieces, _name(panel), set_at, width, section, frame.within(2 * pad_y + max(least - reached, 0.0))
    )
    shortfall = max(least - reached, 0.0)

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        paras = _paras(parts)
        ground = Shape(replace(rect, x=body.x, w=body.w), fill="surface", radius=4.0, name="Panel")
        top, height = rect.y + pad_y, rect.h - 2 * pad_y
        prose = Shape(Rect(story if side else inside, top, width, height), paras, name="Prose")
        named = Shape(Rect(inside, top, beside, height), head, name="Term")
        return (ground, named, prose) if side and least <= height + 0.01 else (ground, prose)

    return Group(pieces, draw, frame=2 * pad_y + shortfall, before=16.0 if scale.tight else 24.0)


def _head(panel: Panel, term: Para, width: float) -> tuple[Para, ...]:
    """A term with the kind of its box: behind it where that takes no line more, else above it."""
    if not panel.kind:
        return (term,)
    behind = replace(term, spans=(*term.spans, *plain(f" {panel.kind}", look(KIND_SIZE, "quiet"))))
    one = para_lines(behind, width) == para_lines(term, width)
    return (behind,) if one else (line(panel.kind, KIND_SIZE, "quiet"), term)


def _name(panel: Panel) -> RichText:
    """What a panel is called: its term, else the heading or the bold line that it begins with."""
    first = panel.items[0] if panel.items else None
    return first.text if first and not panel.term and names_next(first) else panel.term


def _named_again(
    pieces: tuple[Piece, ...], term: RichText, scale: Scale, width: float, section: int, frame: Frame
) -> tuple[Piece, ...]:
    """Pieces with the panel's name above whichever of them it goes on with on another page."""
    if not term or len(pieces) < 2:
        return pieces
    named = text_group((Item(RichText.of(f"{to_plain(term)} {ELLIPSIS}"), quiet=True),), scale, width, section, frame)
    (line, *more) = named.pieces
    if more or line.height > 2 * pitch(scale.size):
        return pieces
    again = replace(line, say="")
    return (pieces[0], *(_below(again, piece, frame.body.h) for piece in pieces[1:]))


def _below(line: Piece, piece: Piece, room: float) -> Piece:
    """A piece with one more line above it where it begins a page, if there is room for that."""
    height = line.height + piece.lead + piece.height + sum(p.height + p.lead for p in piece.above)
    return replace(piece, above=(line, *piece.above)) if height <= room else piece


def _held_together(pieces: Sequence[Piece], least: float) -> tuple[tuple[Piece, ...], float]:
    """Pieces of which the first stay together until they are as tall as the term beside them, and how tall all are.

    So a term is shown where its prose begins; where that goes on with a line or two, it is not repeated.
    """
    held: list[Piece] = []
    reached = 0.0
    for n, piece in enumerate(pieces):
        held.append(replace(piece, tied=piece.tied or (n > 0 and reached < least)))
        reached += piece.height + (piece.lead if n else 0.0)
    return tuple(held), reached


def _paras(parts: Sequence[Piece]) -> tuple[Para, ...]:
    paras = [part.content for part in parts if isinstance(part.content, Para)]
    return (replace(paras[0], before=0.0), *paras[1:]) if paras else ()


def _conclusion(panel: Panel, scale: Scale, section: int, frame: Frame) -> Group:
    """The point that a section comes to: bold on the section's tint."""
    width = frame.body.w - 2 * TINT_X
    inner = text_group(panel.items, Scale(scale.size, 0.5), width, section, frame.within(2 * TINT_Y))
    pieces = tuple(
        replace(p, content=replace(p.content, left=p.content.hang)) for p in inner.pieces if isinstance(p.content, Para)
    )

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        place = replace(rect, x=frame.body.x, w=frame.body.w)
        insets = (TINT_X, TINT_Y, TINT_X, TINT_Y)
        return (Shape(place, _paras(parts), tint(section), radius=4.0, insets=insets, anchor="ctr", name="Conclusion"),)

    return Group(pieces, draw, frame=2 * TINT_Y)


def chips_group(chips: Chips, section: int, frame: Frame) -> Group | None:
    """Equations as rows of chips in common columns, or nothing where they have no room."""
    sizes = (18, 16)
    body, start = frame.body, frame.column(CHIPS)
    beside = start - GUTTER - body.x
    size = next((s for s in sizes if _columns_width(chips, s) <= body.right - start), 0)
    if not size:
        return None
    columns = _columns(chips, size, start)
    sides = _sides(chips, beside)
    known: tuple[str, ...] | None = None
    pieces = []
    for side, (left, parts) in zip(sides, chips.rows, strict=True):
        height = max(CHIP_ROW, paras_height([side], beside) + 12.0)
        say = f"{readable(left)} = {' + '.join(parts)}"
        pieces.append(Piece((side, _chips(parts, known, columns, size, section)), height, say=say))
        known = parts

    def draw(rows: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        boxes: list[Box] = []
        y = rect.y
        for row in rows:
            assert isinstance(row.content, tuple)
            side, shapes = row.content
            boxes += [
                Rule(body.x, y, body.w),
                Shape(Rect(body.x, y, beside, row.height), (side,), anchor="ctr", name="Side"),
            ]
            boxes += [replace(s, rect=replace(s.rect, y=y + (row.height - CHIP_HEIGHT) / 2)) for s in shapes]
            y += row.height
        return tuple(boxes)

    return Group(tuple(pieces), draw)


def _sides(chips: Chips, width: float) -> list[Para]:
    """The left sides, all of one size: the largest at which none wraps."""
    for size in (20, 18, 16):
        sides = [para(spans(left, look(size)), size) for left, _ in chips.rows]
        if all(para_lines(side, width) == 1 for side in sides):
            break
    return sides


def _columns(chips: Chips, size: int, start: float = 0.0) -> list[tuple[float, float]]:
    """Left edge and width of each column of chips."""
    out, x = [], start
    for i in range(max(len(parts) for _, parts in chips.rows)):
        widest = max(text_width(parts[i], bold=True) for _, parts in chips.rows if i < len(parts))
        width = max(round(widest * size * 1.02 + 2 * CHIP_PAD), CHIP_LEAST)
        out.append((x, width))
        x += width + CHIP_GAP
    return out


def _columns_width(chips: Chips, size: int) -> float:
    return sum(width + CHIP_GAP for _, width in _columns(chips, size)) - CHIP_GAP


def _chips(
    parts: tuple[str, ...], known: tuple[str, ...] | None, columns: list[tuple[float, float]], size: int, section: int
) -> tuple[Shape, ...]:
    """The chips of one row; what the row before did not have is solid and bold."""
    shapes = []
    for i, (part, (x, width)) in enumerate(zip(parts, columns, strict=False)):
        new = known is not None and (i >= len(known) or known[i] != part)
        text = line(part, size, "solid" if new else "ink", bold=new, align="center")
        rect = Rect(x, 0.0, width, CHIP_HEIGHT)
        fill = accent(section) if new else "surface"
        shapes.append(Shape(rect, (text,), fill, radius=4.0, insets=(4.0, 0.0, 4.0, 0.0), anchor="ctr", name="Chip"))
    return tuple(shapes)
