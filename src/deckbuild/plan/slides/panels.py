"""Surfaces: stories, quotes, callouts and conclusions, and equations as rows of chips."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...richtext import to_plain
from ..measure import text_width
from .grid import BODY, LEFT, Scale, accent, look, tint
from .groups import Group, Piece
from .inline import line, para, para_height, para_lines, paras_height, spans
from .items import Chips, Item, Panel
from .page import Box, Para, Rect, Rule, Shape
from .text import text_group

PAD_X, PAD_Y = 32.0, 28.0
TINT_X, TINT_Y = 24.0, 20.0
TERM = Rect(88.0, 0.0, 168.0, 0.0)
STORY = Rect(272.0, 0.0, 600.0, 0.0)
TERM_SIZE = 24
CHIP_X, CHIP_HEIGHT, CHIP_GAP, CHIP_PAD = 344.0, 44.0, 12.0, 16.0
CHIP_LEAST, CHIP_ROW = 64.0, 68.0
SIDE_WIDTH = 272.0


def panel_group(panel: Panel, scale: Scale, section: int, capacity: float = BODY.h) -> Group:
    """Prose on a surface; a short term stands left of it in the section's colour, a long one above it."""
    if panel.tinted:
        return _conclusion(panel, scale, section, capacity)
    term = para(spans(panel.term, look(TERM_SIZE, accent(section), bold=True)), TERM_SIZE)
    side = bool(panel.term) and para_lines(term, TERM.w) <= 2
    above = (Item(panel.term, bold=True),) if panel.term and not side else ()
    width = STORY.w if side else BODY.w - 2 * PAD_X
    set_at = replace(scale, size=min(scale.size, 22), space=0.45)
    inner = text_group((*above, *panel.items), set_at, width, section, capacity - 2 * PAD_Y)
    least = para_height(term, TERM.w) if side else 0.0
    shortfall = max(least - sum(p.height + p.lead for p in inner.pieces), 0.0)

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        paras = _paras(parts)
        ground = Shape(replace(rect, x=LEFT, w=BODY.w), fill="surface", radius=4.0, name="Panel")
        top, height = rect.y + PAD_Y, rect.h - 2 * PAD_Y
        prose = Shape(Rect(STORY.x if side else LEFT + PAD_X, top, width, height), paras, name="Prose")
        named = Shape(Rect(TERM.x, top, TERM.w, height), (term,), name="Term")
        return (ground, named, prose) if side else (ground, prose)

    return Group(inner.pieces, draw, frame=2 * PAD_Y + shortfall)


def _paras(parts: Sequence[Piece]) -> tuple[Para, ...]:
    paras = [part.content for part in parts if isinstance(part.content, Para)]
    return (replace(paras[0], before=0.0), *paras[1:]) if paras else ()


def _conclusion(panel: Panel, scale: Scale, section: int, capacity: float) -> Group:
    """The point that a section comes to: bold on the section's tint."""
    width = BODY.w - 2 * TINT_X
    inner = text_group(panel.items, Scale(scale.size, 0.5), width, section, capacity - 2 * TINT_Y)
    pieces = tuple(
        replace(p, content=replace(p.content, left=p.content.hang)) for p in inner.pieces if isinstance(p.content, Para)
    )

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        place = replace(rect, x=LEFT, w=BODY.w)
        insets = (TINT_X, TINT_Y, TINT_X, TINT_Y)
        return (Shape(place, _paras(parts), tint(section), radius=4.0, insets=insets, anchor="ctr", name="Conclusion"),)

    return Group(pieces, draw, frame=2 * TINT_Y)


def chips_group(chips: Chips, section: int) -> Group | None:
    """Equations as rows of chips in common columns, or nothing where they have no room."""
    sizes = (18, 16)
    size = next((s for s in sizes if _columns_width(chips, s) <= BODY.right - CHIP_X), 0)
    if not size:
        return None
    columns = _columns(chips, size)
    sides = _sides(chips)
    known: tuple[str, ...] | None = None
    pieces = []
    for side, (left, parts) in zip(sides, chips.rows, strict=True):
        height = max(CHIP_ROW, paras_height([side], SIDE_WIDTH) + 12.0)
        say = f"{to_plain(left)} = {' + '.join(parts)}"
        pieces.append(Piece((side, _chips(parts, known, columns, size, section)), height, say=say))
        known = parts

    def draw(rows: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        boxes: list[Box] = []
        y = rect.y
        for row in rows:
            assert isinstance(row.content, tuple)
            side, shapes = row.content
            boxes += [
                Rule(LEFT, y, BODY.w),
                Shape(Rect(LEFT, y, SIDE_WIDTH, row.height), (side,), anchor="ctr", name="Side"),
            ]
            boxes += [replace(s, rect=replace(s.rect, y=y + (row.height - CHIP_HEIGHT) / 2)) for s in shapes]
            y += row.height
        return tuple(boxes)

    return Group(tuple(pieces), draw)


def _sides(chips: Chips) -> list[Para]:
    """The left sides, all of one size: the largest at which none wraps."""
    for size in (20, 18, 16):
        sides = [para(spans(left, look(size)), size) for left, _ in chips.rows]
        if all(para_lines(side, SIDE_WIDTH) == 1 for side in sides):
            break
    return sides


def _columns(chips: Chips, size: int) -> list[tuple[float, float]]:
    """Left edge and width of each column of chips."""
    out, x = [], CHIP_X
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
