"""Tables: columns shared out by what they hold, rows that move to the next page whole, the head on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from ...model import EMPTY, Align, RichText, Table
from ...readable import readable
from .addresses import spoken
from .frame import Frame
from .grid import Scale, look, pitch
from .groups import KEPT, Group, Piece
from .inline import breaks_words, natural_width, para, para_lines, paras_height, spans, widest_word
from .items import Item
from .page import Box, Cell, Grid, Para, Rect, Row

GAP = 16.0
ROW_PAD, TIGHT_PAD, CLOSE_PAD = 24.0, 12.0, 8.0
HEAD_SIZE, HEAD_HEIGHT = 16, 40.0
SIZES = (20, 18, 16, 14, 12)
ORDINARY = 12.0
"""Em that the longest word has which people say."""
MOST_TALL = 8
"""One of so many cells may take more than two lines in a table beside a figure."""
ROOMY = 120.0
"""Points for each column of such a table."""
NARROWEST = 64.0
"""Points that a column needs; a table with more columns than that allows is told row by row."""


@lru_cache(maxsize=KEPT)
def table_group(table: Table, scale: Scale, section: int, frame: Frame) -> Group | None:
    """A native table at the largest size, the scale's or below it, at which no ordinary word has to be broken; nothing
    where its columns or its rows have no room, or nobody has written anything into it but empty heads."""
    columns = len(table.align) or len(table.head)
    if not columns or not (table.rows or any(table.head)) or columns * NARROWEST > frame.body.w:
        return None
    sizes = [size for size in SIZES if size <= (scale.cells or scale.size)]
    for size in sizes:
        head, body = _cells(table, size)
        rows = [*body, *([head] if head else [])]
        widths = column_widths(rows, columns, frame.body.w)
        if _words_fit(rows, widths):
            break
    else:
        if _ordinary(rows, frame.body.w / columns):
            return None
    if size < HEAD_SIZE and 0 < scale.mono < size and not scale.cells:
        return table_group(table, replace(scale, size=scale.mono, mono=0), section, frame)
    return _group(table, head, body, widths, frame, _pad(size, scale))


def _pad(size: int, scale: Scale) -> float:
    """The space above and below the lines of a row."""
    if scale.cells:
        return CLOSE_PAD
    return TIGHT_PAD if scale.tight or size < SIZES[2] else ROW_PAD


def stands_at(table: Table, size: int, width: float) -> bool:
    """Whether a table can be read in a place so wide: its columns have room, and at `size` points no word is broken and
    few cells take more than two lines."""
    columns = len(table.align) or len(table.head)
    if columns * ROOMY > width:
        return False
    head, body = _cells(table, size)
    rows = [*body, *([head] if head else [])]
    widths = column_widths(rows, columns, width)
    tall = [para_lines(each, w - GAP) > 2 for row in rows for each, w in zip(row, widths, strict=False)]
    return _words_fit(rows, widths) and sum(tall) * MOST_TALL <= len(tall)


def _cells(table: Table, size: int) -> tuple[list[Para], list[list[Para]]]:
    """Head and rows at a size; a head alone is a row."""
    body = [[_para(text, size, table, i) for i, text in enumerate(row)] for row in table.rows]
    head = [_head(text, min(size, HEAD_SIZE), table, i) for i, text in enumerate(table.head)] if any(table.head) else []
    return (head, body) if body else ([], [head] if head else [])


def _group(
    table: Table, head: list[Para], body: list[list[Para]], widths: tuple[float, ...], frame: Frame, pad: float
) -> Group | None:
    top = _row(head, widths, HEAD_HEIGHT - 23.0) if head else None
    rows = [_row(cells, widths, pad) for cells in body]
    if any(row.height + (top.height if top else 0.0) > frame.body.h for row in rows):
        return None
    said = [_said(table, row) for row in table.rows or (table.head,)]
    return grid_group(top, rows, widths, said, frame)


def _words_fit(rows: list[list[Para]], widths: tuple[float, ...]) -> bool:
    """Whether no word has to be broken."""
    return not any(
        breaks_words(each, width - GAP + 0.5) for row in rows for each, width in zip(row, widths, strict=False)
    )


def _ordinary(rows: list[list[Para]], width: float) -> bool:
    """Whether all words are such as people say, so that it is the columns that are narrow: no address, no hash."""
    return not any(breaks_words(each, max(ORDINARY * each.size, width)) for row in rows for each in row)


def _para(text: RichText, size: int, table: Table, column: int) -> Para:
    return para(spans(text, look(size)), size, align=_side(table.align, column))


def _head(text: RichText, size: int, table: Table, column: int) -> Para:
    return para(spans(text, look(size, "quiet", bold=True)), size, align=_side(table.align, column))


def _side(align: tuple[Align, ...], column: int) -> Align:
    return (align[column] if column < len(align) else "") or "left"


def _row(cells: list[Para], widths: tuple[float, ...], pad: float) -> Row:
    height = max((paras_height([c], w - GAP) for c, w in zip(cells, widths, strict=False)), default=pitch(16))
    return Row(tuple(Cell((c,)) for c in cells), height + pad)


def _said(table: Table, row: tuple[RichText, ...]) -> str:
    cells = [spoken(cell) for cell in row]
    heads = [readable(cell) for cell in table.head] + [""] * len(cells)
    return "; ".join(f"{h}: {c}" if h and c else c for h, c in zip(heads, cells, strict=False) if c)


def column_widths(rows: Sequence[Sequence[Para]], columns: int, width: float) -> tuple[float, ...]:
    """Points for each column: what it needs where that is little, the rest shared by what the others hold; but no
    column is narrower than its longest word where all of these have room."""
    wants = [
        max((natural_width(row[i]) for row in rows if i < len(row)), default=0.0) + GAP + 2.0 for i in range(columns)
    ]
    total = sum(wants)
    if total <= width:
        return tuple(w + (width - total) * w / total for w in wants) if total else (width / columns,) * columns
    least = [max((widest_word(row[i]) for row in rows if i < len(row)), default=0.0) + GAP for i in range(columns)]
    shares = _shares(wants, width)
    if sum(least) > width or all(share >= w for share, w in zip(shares, least, strict=True)):
        return shares
    narrow = {i for i in range(columns) if shares[i] < least[i]}
    while True:
        left = width - sum(least[i] for i in narrow)
        wide = [i for i in range(columns) if i not in narrow]
        rest = dict(zip(wide, _shares([wants[i] for i in wide], left), strict=True)) if wide else {}
        more = {i for i in wide if rest[i] < least[i]}
        if not more:
            return tuple(least[i] if i in narrow else rest[i] for i in range(columns))
        narrow |= more


def _shares(wants: Sequence[float], width: float) -> tuple[float, ...]:
    """The width shared out: what a column wants where that is modest, the rest by what the others want."""
    columns = len(wants)
    fixed: dict[int, float] = {}
    while True:
        free = [i for i in range(columns) if i not in fixed]
        left = width - sum(fixed.values())
        modest = [i for i in free if wants[i] <= left / len(free)] if free else []
        if not modest or len(modest) == len(free):
            break
        fixed |= {i: wants[i] for i in modest}
    weights = {i: min(wants[i], 4 * left / len(free)) ** 0.7 for i in free}
    share = left / sum(weights.values()) if weights else 0.0
    return tuple(fixed.get(i, weights.get(i, 0.0) * share) for i in range(columns))


def grid_group(
    head: Row | None, rows: Sequence[Row], widths: tuple[float, ...], said: Sequence[str], frame: Frame
) -> Group:
    """Rows as pieces, the head as their frame; hairlines between rows and none after the last."""
    whole = sum(row.height for row in rows) + (head.height if head else 0.0) <= frame.body.h
    pieces = tuple(
        Piece(row, row.height, joined=whole and n > 0, say=text)
        for n, (row, text) in enumerate(zip(rows, said, strict=True))
    )

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        body = [part.content for part in parts if isinstance(part.content, Row)]
        ended = [*body[:-1], Row(body[-1].cells, body[-1].height, 0.0)]
        above = (Row(head.cells, head.height, 1.5, "ink"),) if head else ()
        place = Rect(frame.body.x, rect.y, sum(widths), rect.h)
        return (Grid(place, widths, (*above, *ended), GAP, bool(head), 0.0 if head else 0.75, "ctr", "Table"),)

    return Group(pieces, draw, frame=head.height if head else 0.0, before=16.0)


def record_items(table: Table) -> Iterator[Item]:
    """A table too wide for a page, row by row: the first cell as a heading, each under its column's name."""
    heads = [readable(cell) for cell in table.head if table.rows]
    for row in table.rows or (table.head,):
        names = [*heads, *[""] * (len(row) - len(heads))]
        first = next((i for i, cell in enumerate(row) if cell), 0)
        yield Item(row[first] if row else EMPTY, label=names[first] if row else "", bold=True, heading=True)
        for n, (i, cell) in enumerate((i, c) for i, c in enumerate(row) if i != first and c):
            yield Item(cell, "•", label=names[i], tied=n == 0, space=0.6)
