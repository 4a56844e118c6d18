"""Tables, pairs of term and meaning, and commands → rows with shares of the column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...model import Block, Command, Labelled, Pair, Place, Table, Term
from .lines import code_line, ems, labelled, line, line_ems
from .shapes import Line, Row, RowStyle, Span

WIDEST_TABLE = 5
"""Columns that a quarter of a page still holds."""
LONGEST_CELL = 160.0
"""em; a longer cell is prose and wants the whole column."""
COLUMN_EMS = 22.0
"""The width of a quarter of a page at a usual size."""
NARROW_EMS = 15.5
"""The same at a large size: what has no room there without breaking words of Korean, which is never done, is no table."""
_HANGUL = re.compile(r"[가-힣]")
_ANYWHERE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Kana and Han characters: a line may end after nearly each."""
SHORT_CJK_EMS = 5.0
"""A name in these letters that is no longer stays in one line; of a longer one, a line holds as much as `LEAST_CJK_EMS`."""
LEAST_CJK_EMS = 3.0
CELL_INSETS_EM = 0.9
LONGEST_WORD_EMS = 9.0
"""A longer word may break."""
TERM_EMS = 11.0
COMMAND_EMS = 15.0


def fits_as_rows(table: Table) -> bool:
    """Whether a table can stand as one in a narrow column."""
    rows = (table.head, *table.rows)
    if not 0 < len(table.head) <= WIDEST_TABLE or any(ems(cell.plain) > LONGEST_CELL for row in rows for cell in row):
        return False
    korean = any(_HANGUL.search(cell.plain) for row in rows for cell in row)
    room = NARROW_EMS if korean else COLUMN_EMS
    return len(table.head) < 3 or sum(_least([tuple(map(line, row)) for row in rows])) <= room


def table_rows(table: Table, number: int) -> Iterator[Row]:
    """The rows of a table, the head first where it says anything."""
    rows = [tuple(line(cell) for cell in row) for row in table.rows]
    head = tuple(line(cell) for cell in table.head)
    widths, least = shares([head, *rows]), tuple(round(width, 2) for width in _least([head, *rows]))
    aligns = tuple(align or "left" for align in table.align) or ("left",) * len(head)
    if any(head):
        yield Row(
            cells=head, table=number, widths=widths, least=least, aligns=aligns, head=True, rank=0.75,
            place=table.place,
        )  # fmt: skip
    for i, cells in enumerate(rows):
        yield Row(
            cells=cells,
            table=number,
            widths=widths,
            least=least,
            aligns=aligns,
            odd=i % 2 == 0,
            rank=0.7 - i / 500,
            place=table.place,
        )


def shares(rows: Sequence[tuple[Line, ...]]) -> tuple[float, ...]:
    """How the columns share the width: each has room for its longest word, and more the longer its cells are."""
    columns = list(zip(*rows, strict=False))
    least = _least(rows)
    wants = [
        max(low, min(22.0, *[max(line_ems(cell) for cell in column)]))
        for low, column in zip(least, columns, strict=True)
    ]
    spare = max(0.0, COLUMN_EMS - sum(least))
    more = sum(wants) - sum(least)
    widths = [low + spare * (want - low) / more if more else low for low, want in zip(least, wants, strict=True)]
    return tuple(round(width / (sum(widths) or 1.0), 3) for width in widths)


def _least(rows: Sequence[tuple[Line, ...]]) -> list[float]:
    """How wide each column must be so that no word in it is broken, in em."""
    return [max(1.5, *map(_longest_word, column)) + CELL_INSETS_EM for column in zip(*rows, strict=False)]


def _longest_word(cell: Line) -> float:
    words = (_unbroken(replace(span, text=word)) for span in cell for word in span.text.split())
    return min(LONGEST_WORD_EMS, 1.08 * max(words, default=0.0))


def _unbroken(word: Span) -> float:
    """How much of a word a line must hold, in em."""
    whole = line_ems((word,))
    if whole <= SHORT_CJK_EMS or not _ANYWHERE.search(word.text):
        return whole
    parts = _ANYWHERE.sub(" ", word.text).split()
    return max([LEAST_CJK_EMS, *(line_ems((replace(word, text=part),)) for part in parts)])


def table_items(table: Table) -> Iterator[Line]:
    """A table too wide for a column, one line for each row: its first cell, then `head: cell` for the others."""
    for row in table.rows:
        rest: list[Span] = []
        for head, cell in zip(table.head[1:], row[1:], strict=False):
            if cell:
                rest += [Span(" · " if rest else ""), Span(f"{head.plain}: " if head else ""), *line(cell)]
        yield labelled(line(row[0]), tuple(span for span in rest if span.text)) if row else ()


Sided = Labelled | Term | Pair


def sides(block: Block) -> tuple[Line, Line] | None:
    """Term and meaning of a block that has nothing but these."""
    match block:
        case Labelled(label=left, text=right, body=()) | Pair(left=left, right=right, body=(), sign="="):
            return line(left), line(right)
        case Term(term=left, meaning=right):
            return line(left), line(right)
        case _:
            return None


def as_terms(items: Sequence[Block]) -> list[tuple[Line, Line]]:
    """The two columns of a list of terms; empty where it is something else, or a term too long for a column of its own."""
    found = [sides(item) for item in items]
    pairs = [pair for pair in found if pair and pair[0] and pair[1] and line_ems(pair[0]) <= TERM_EMS]
    return pairs if len(pairs) == len(items) >= 2 else []


def term_rows(pairs: Sequence[tuple[Line, Line]], places: Sequence[Place], number: int) -> Iterator[Row]:
    """One row for each term, the terms in a column as narrow as they allow: its width is in em, 0 is what remains."""
    widest = round(max(line_ems(term) for term, _ in pairs) * 1.08 + 0.7, 2)
    for i, ((term, meaning), place) in enumerate(zip(pairs, places, strict=True)):
        yield Row(
            cells=(term, meaning), table=number, style="terms", widths=(widest, 0.0), aligns=("left", "left"),
            odd=i % 2 == 0, rank=0.7 - i / 500, place=place,
        )  # fmt: skip


def command_rows(commands: Sequence[tuple[Command, Line]], number: int, head: tuple[str, str]) -> Iterator[Row]:
    """Commands with what they do: side by side where they are short, else one below the other."""
    short = all(ems(command.code) <= COMMAND_EMS and "\n" not in command.code for command, _ in commands)
    side = short and any(meaning for _, meaning in commands)
    style: RowStyle = "commands" if side else "stacked"
    named = tuple((Span(word),) for word in head)
    rows = [named, *((code_line(command.code), meaning) for command, meaning in commands)]
    widths = shares(rows) if side else (1.0,)
    least = tuple(round(width, 2) for width in _least(rows)) if side else ()
    if side:
        yield Row(
            cells=named,
            table=number,
            style=style,
            widths=widths,
            least=least,
            head=True,
            rank=0.95,
            aligns=("left", "left"),
        )
    for i, (command, meaning) in enumerate(commands):
        cells = (code_line(command.code), meaning) if side or meaning else (code_line(command.code),)
        yield Row(
            cells=cells, table=number, style=style, widths=widths, least=least, aligns=("left", "left"), odd=i % 2 == 0,
            rank=0.95 - i / 500, place=command.place,
        )  # fmt: skip
