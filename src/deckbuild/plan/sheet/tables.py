"""Tables, and pairs of term and meaning → rows that know how wide their columns want to be, and how wide they must be."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from math import ceil, inf

from msgspec.structs import replace

from ...model import Block, Labelled, Pair, Place, Question, Table, Term
from .lines import DOTTED, ems, in_signs, labelled, line, line_ems, unsure
from .shapes import Line, Row, Span

WIDEST_TABLE = 5
"""Columns that a quarter of a page still holds."""
LONGEST_CELL = 160.0
"""em; a longer cell is prose and wants the whole column."""
COLUMN_EMS = 22.0
"""The width of a quarter of a page at a usual size."""
KOREAN_EMS = 19.4
"""The same of Korean, of which no word is ever broken: a quarter of a page at the largest size is 15.5 em wide, and a table that
needs more is set smaller there, by a fifth.
"""
MOST_EMS = 23.3
"""The most of a table none of whose words is too long for a column: it is set smaller by a third at most."""
BROAD_EMS = 80.0
"""The least of an upright page in the smallest type: what is wider has no room on any."""
MOST_BROAD = 14
BAND_EMS = 40.0
"""How high all tables of a page together are that stand over its columns, at most: half a page in the smallest type."""
LOOSE = 1.15
"""How much wider than it must be a table is."""
ROOMY, ROOMIER = 1.35, 1.75
"""How much more room it may take than the same in lines; and so much where no word is too long for its column."""
LINE_EM, ROW_EM, ITEM_EM = 1.19, 0.72, 0.3
"""From one line of text to the next, and the air of a row and of an item."""
WIDEST_CELL = 22.0
"""em; what has more in a cell wants no more room for that."""
_HANGUL = re.compile(r"[가-힣]")
_ANYWHERE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Kana and Han characters: a line may end after nearly each."""
_STRETCH = re.compile(r"(?<![(\[{（「『])\s+(?![)\]}）」』])")
"""Where a line ends between words: neither behind an opening bracket nor before a closing one (Unicode Standard Annex 14, LB13, LB14)."""
_JOINTS = re.compile(r"(?<=[/\-])(?=[^\W\d])")
"""Where a line may end within a word of Latin letters (Unicode Standard Annex 14, classes SY and HY)."""
SHORT_EMS = 5.0
"""A name that is no longer stays in one line; of a longer one in which a line may end, it holds as much as `LEAST_EMS`."""
LEAST_EMS = 4.0
CELL_INSETS_EM = 0.75
LONGEST_WORD_EMS = 9.0
"""A longer word may break."""
TERM_EMS = 11.0


def fits_as_rows(table: Table, broadness: float = 1.0) -> bool:
    """Whether a table can stand as one in a column: a quarter of a page, or so many times as wide."""
    rows = (table.head, *table.rows)
    if not 0 < len(table.head) <= WIDEST_TABLE * broadness:
        return False
    if any(ems(cell.plain) > LONGEST_CELL for row in rows for cell in row):
        return False
    korean = any(_HANGUL.search(cell.plain) for row in rows for cell in row)
    lines = [tuple(map(line, row)) for row in rows]
    room = MOST_EMS if _short_words(lines) else KOREAN_EMS if korean else COLUMN_EMS
    return len(table.head) < 3 or sum(_least(lines)) <= room * broadness


def band_height(table: Table) -> float:
    """About how high a table is that stands over several columns of a page, in em; endless where it is better said in lines.

    That is so of one row alone, of many, and of long cells, which take much more room side by side.
    """
    rows = [tuple(map(line, row)) for row in (table.head, *table.rows)]
    if not (table.head and 2 <= len(table.rows) <= MOST_BROAD) or any(len(row) != len(table.head) for row in rows):
        return inf
    widths, least = natural(rows)
    width = LOOSE * sum(least)
    rooms = shared(Row(cells=(), table=0, widths=widths, least=least), width)
    high = sum(
        ROW_EM + LINE_EM * max(_lines(cell, room - CELL_INSETS_EM) for cell, room in zip(row, rooms, strict=True))
        for row in rows
    )
    as_items = sum(ITEM_EM + LINE_EM * _lines(item, COLUMN_EMS - 1) for item in table_items(table))
    roomy = ROOMIER if _short_words(rows) else ROOMY
    return high if width <= BROAD_EMS and high * width <= roomy * as_items * COLUMN_EMS else inf


def _lines(text: Line, room: float) -> int:
    return max(1, ceil(line_ems(text) / max(1.0, room)))


def table_rows(table: Table, number: int, pictures: Container[str] = (), broad: bool = False) -> Iterator[Row]:
    """The rows of a table of which there is anything to see, the head first; a head without rows is one.

    `pictures` holds the sources of those that can be shown.
    """
    rows = [row for row in (tuple(map(line, row)) for row in table.rows) if _seen(row, pictures)]
    head = tuple(map(line, table.head))
    widths, least = natural([head, *rows])
    aligns = tuple(align or "left" for align in table.align) or ("left",) * len(head)
    if _seen(head, pictures):
        yield Row(
            cells=head, table=number, widths=widths, least=least, aligns=aligns, head=bool(rows), broad=broad,
            rank=0.75, place=table.place,
        )  # fmt: skip
    for i, cells in enumerate(rows):
        yield Row(
            cells=cells,
            table=number,
            widths=widths,
            least=least,
            aligns=aligns,
            odd=i % 2 == 0,
            broad=broad,
            rank=0.7 - i / 500,
            place=table.place,
        )


def _seen(row: Sequence[Line], pictures: Container[str]) -> bool:
    return any(span.text.strip() or span.src in pictures for cell in row for span in cell)


def natural(rows: Sequence[tuple[Line, ...]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """How wide the columns want to be, so that each cell is one line, and how wide they must be, in em."""
    least = _least(rows)
    longest = [max(map(line_ems, column)) + CELL_INSETS_EM for column in zip(*rows, strict=False)]
    wants = (max(low, min(WIDEST_CELL, want)) for low, want in zip(least, longest, strict=True))
    return tuple(round(want, 2) for want in wants), tuple(round(low, 2) for low in least)


def shared(row: Row, room: float) -> list[float]:
    """How wide the columns of a table are in a column of the sheet `room` em wide; the template shares it in the same way.

    Each has what it must have, and of what is left the more the more it wants; where all want less, what they want.
    """
    need, want = sum(row.least), sum(row.widths)
    if room <= need:  # it is set smaller
        return list(row.least)
    if room >= want:
        return [width * room / want for width in row.widths]
    return [
        low + (room - need) * (width - low) / (want - need) for low, width in zip(row.least, row.widths, strict=True)
    ]


def _least(rows: Sequence[tuple[Line, ...]], most: float = LONGEST_WORD_EMS) -> list[float]:
    """How wide each column must be so that no word in it is broken, in em, but for those that are longer than `most`."""
    columns = zip(*rows, strict=False)
    return [max(1.5, *(longest_word(cell, most) for cell in column)) + CELL_INSETS_EM for column in columns]


def _short_words(rows: Sequence[tuple[Line, ...]]) -> bool:
    """Whether no word is too long for a column."""
    return max(_least(rows, inf), default=0.0) <= LONGEST_WORD_EMS + CELL_INSETS_EM


def longest_word(cell: Line, most: float = LONGEST_WORD_EMS) -> float:
    """The word of a line that is the longest of those that are not to be broken, in em; of a longer one than `most` as much."""
    words = [word for span in cell for word in _words(span)]
    return max((_most(word, _unbroken(word) * unsure(word), most) for word in words), default=0.0)


def _words(span: Span) -> Iterator[Span]:
    """What no line ends in; of a formula that is what its signs are in a row, and not what its source is."""
    span = in_signs(span) if span.kind == "math" else span
    yield from (replace(span, text=word) for each in _STRETCH.split(span.text) for word in DOTTED.split(each) if word)


def _most(word: Span, wide: float, most: float) -> float:
    return wide if " " in word.text or "key" in word.styles else min(most, wide)


def _unbroken(word: Span) -> float:
    """How much of a word a line must hold, in em."""
    whole = line_ems((word,))
    if "key" in word.styles or whole <= SHORT_EMS:
        return whole
    if _ANYWHERE.search(word.text):
        parts = _ANYWHERE.sub("\n", word.text).split("\n")
    elif word.kind == "text" and not _HANGUL.search(word.text):
        parts = _JOINTS.split(word.text)
    else:
        return whole
    return max([LEAST_EMS, *(line_ems((replace(word, text=part),)) for part in parts)])


def table_items(table: Table) -> Iterator[Line]:
    """A table too wide for a column, one line for each row: its first cell, then `head: cell` for the others."""
    for row in table.rows:
        rest: list[Span] = []
        for head, cell in zip(table.head[1:], row[1:], strict=False):
            if cell:
                rest += [Span(" · " if rest else ""), Span(f"{head.plain}: " if head else ""), *line(cell)]
        yield labelled(line(row[0]), tuple(span for span in rest if span.text)) if row else ()


_ASKS = ("?", "？")


def sides(block: Block) -> tuple[Line, Line] | None:
    """Term and meaning of a block that has nothing but these."""
    match block:
        case Labelled(label=left, text=right, body=()) | Pair(left=left, right=right, body=(), sign="="):
            return line(left), line(right)
        case Term(term=left, meaning=right):
            return line(left), line(right)
        case Question(question=left, answer=right, body=(), marked=False) if not left.plain.rstrip().endswith(_ASKS):
            return line(left), line(right)
        case _:
            return None


def as_terms(items: Sequence[Block]) -> list[tuple[Line, Line]]:
    """The two columns of a list of terms; empty where it is something else, or a term too long for a column of its own."""
    found = [sides(item) for item in items]
    pairs = [pair for pair in found if pair and pair[0] and pair[1] and line_ems(pair[0]) <= TERM_EMS]
    return pairs if len(pairs) == len(items) >= 2 else []


def term_rows(pairs: Sequence[tuple[Line, Line]], places: Sequence[Place], number: int) -> Iterator[Row]:
    """One row for each term, the terms in a column as narrow as they allow."""
    widest = round(max(line_ems(term) for term, _ in pairs) * 1.08 + 0.7, 2)
    rest = round(min(WIDEST_CELL, max(line_ems(meaning) for _, meaning in pairs)) * 1.05 + 0.3, 2)
    for i, ((term, meaning), place) in enumerate(zip(pairs, places, strict=True)):
        yield Row(
            cells=(term, meaning), table=number, style="terms", widths=(widest, rest), aligns=("left", "left"),
            odd=i % 2 == 0, rank=0.7 - i / 500, place=place,
        )  # fmt: skip
