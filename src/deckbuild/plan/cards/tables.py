"""Tables: one card a cell, asked for by its row and its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ...asking import Asking
from ...model import RichText, Style, Table
from ...particles import fill, readable
from ...richtext import without
from .clauses import as_question
from .columns import is_constant, is_guessed, sortings, which
from .headings import entitling, example
from .hints import told
from .model import Card, Grid, Part, Text
from .owners import Owners, owners
from .phrases import echoes, name, says, unmarked, weight
from .spots import Spot
from .verbs import only_rewords
from .vocabulary.tables import LEADS, NO_NOUN, RECORDED, SQL_TYPE

MAX_CELLS = 36
"""Cells that a table of several columns may ask for; larger ones are reference works."""
MAX_CELL = 160
MAX_DIFFERENCES = 2
MAX_COMPARED = 320
"""Aspects of two things, and their weight, that are recalled together."""
MIN_LYING = 3
"""Columns of a table that lies on its side."""
MIN_COUNTED = 4
MAX_DIGITS = 9
MAX_REPEATED = 6
"""Words of a cell that may all be those of the name of its row."""
MAX_SHOWN = (9, 5)
"""Rows and columns of a table that still fits on the back of a card."""


_NOTHING = re.compile(
    r"\W*(?:to-?do|tbd|planned|implemented|in progress|wip|done|n/?a|none|x|없음|미정)\W*", re.IGNORECASE
)
_OF_A_CASE = re.compile(r"(?<![\w.])\d{2,}(?![\w.])")
_VALUE = re.compile(r"[-+]?[\d,.]+(?:e[-+]?\d+)?")
"""A number below a head with one (`for 100 elements`): what comes out of one case is reckoned, and not learnt."""
_DATA = re.compile(r"\{\s*[\"']")
"""Data written out."""
_CALL = re.compile(r"(?:GET|POST|PUT|PATCH|DELETE)\s/\w")
"""A call of somebody's interface, with its data."""
_ENUMERATED = re.compile(r"(?:^|\s)\d[.)]\s")
_PARTED = re.compile(r"[,，、;；/]\s")
MAX_PARTED, MAX_PARTS_WEIGHT = 2, 80
"""Commas of a cell that still is one answer, and its weight from which on they part statements and no names."""
MAX_ENUMERATED = 2
"""Numbered entries of a cell that are one answer; more are a list, which nobody recalls in order."""
_GLOSS = re.compile(r"\s*[(（][^()（）]*[)）]")
_INTEGER = re.compile(r"[-+]?\d+")
MAX_FEW, MOST_NUMBERS = 3, 0.8
"""Columns of a table that may well be of numbers, and their share in a wider one that shows a run."""
_NUMBERED = re.compile(r"0\d+")
_SENTENCE = re.compile(r"[가-힣]다[.。]?\s*$|[^.\s]\s\S+\.\s*$|。\s*$")
_SHORT_NAME = re.compile(r"[^\W\d_]{1,2}[-+]?\d{0,4}|[A-Z]{3,5}")
_WORD = re.compile(r"[^\W\d_]{2}|[가-힣ぁ-ヿ一-鿿]")


def cells(spot: Spot) -> Iterator[Card]:
    """The value of each cell; the table with the cell in it goes on the back."""
    block = spot.block
    if not isinstance(block, Table) or spot.context.example or _is_data(block):
        return
    block = _upright(_filled(block))
    key = _key_column(block)
    if _differences(spot, block) is not None or _lists_numbers(block, key) or _states(block, key):
        return
    whose = owners(spot, block, key)
    across = key >= 0 and whose != "rows"
    sorted_by = sortings(block, key, across=across)
    unasked = {c for c in range(len(block.head)) if c == key or _says_little(block, key, c, across=across)}
    asked = [
        (r, c)
        for r, row in enumerate(block.rows)
        for c in range(len(row))
        if c not in unasked and _fit(block, r, c) and not (key < 0 and _entitles(spot, block, c))
    ]
    if (len(asked) <= MAX_CELLS or len(block.head) == 2) and (key >= 0 or len(block.rows) == 1):
        for r, c in asked:
            guessed = (r if across else c) in sorted_by and is_guessed(block.rows[r][c])
            if not guessed and not _repeats(block.rows[r], key, c):
                yield _cell(spot, block, key, (r, c), whose)
        for sorting in sorted_by.values() if key >= 0 else ():
            if across or _heads_facts(block, sorting.index):
                yield from which(spot, sorting, block, own=len(block.head) == 2, shown=_is_shown(block))


def _says_little(block: Table, key: int, column: int, *, across: bool) -> bool:
    """Whether a column only groups the rows, or says the same of all of them."""
    return (column < key and _repeats_itself(block, column)) or (not across and is_constant(block, column))


def _repeats_itself(block: Table, column: int) -> bool:
    """Whether a column before that of the names only says to which group a row belongs."""
    said = [name(row[column]) for row in block.rows if column < len(row)]
    return len(block.head) > 2 and len(set(said)) < len(said)


def _is_data(block: Table) -> bool:
    """Whether the rows are records of somebody's data, or describe these: one column numbers them, or gives their SQL types; numbers
    alone are the picture of a run."""
    if any(RECORDED.fullmatch(name(head)) for head in block.head):
        return True
    said = [name(cell) for row in (block.head, *block.rows) for cell in row]
    filled = [cell for cell in said if cell and cell not in "xX"]
    numbers = sum(bool(_INTEGER.fullmatch(cell)) for cell in filled)
    if filled and (numbers == len(filled) or (len(block.head) > MAX_FEW and numbers > MOST_NUMBERS * len(filled))):
        return True
    columns = list(zip(*(row for row in block.rows if len(row) == len(block.head)), strict=True))
    kinds = (_NUMBERED, SQL_TYPE)
    return any(all(kind.fullmatch(name(cell)) for cell in column) for column in columns for kind in kinds)


def _filled(block: Table) -> Table:
    """A table without rows in which nothing stands."""
    return replace(block, rows=tuple(row for row in block.rows if any(cell.plain.strip() for cell in row)))


def _upright(block: Table) -> Table:
    """A table that lies on its side, with the names of its two rows in bold, stood up."""
    if len(block.rows) != 1 or len(block.head) < MIN_LYING or len(block.rows[0]) != len(block.head):
        return block
    names = block.head[0], block.rows[0][0]
    if not all(name(each) and all(Style.BOLD in run.styles for run in each if run.text.strip()) for each in names):
        return block
    rows = tuple(zip(block.head[1:], block.rows[0][1:], strict=True))
    return replace(block, head=tuple(without(each, Style.BOLD) for each in names), rows=rows, align=())


def _lists_numbers(block: Table, key: int) -> bool:
    """Whether the only other column counts (A is 0, B is 1, …): nobody learns that row by row."""
    if len(block.head) != 2 or key < 0 or len(block.rows) < MIN_COUNTED:
        return False
    cells = [name(row[1 - key]) for row in block.rows if len(row) > 1]
    return all(cell.isascii() and cell.isdigit() for cell in cells) and _counts(cells)


def _states(block: Table, key: int) -> bool:
    """Whether what should name the rows are statements: the columns stand beside each other, and no cell is of a row."""
    said = [name(row[key]) for row in block.rows if 0 <= key < len(row)]
    statements = sum(bool(_SENTENCE.search(text)) for text in said)
    return 2 * statements > len(said) or (statements > 1 and 3 * statements >= len(said))


def comparisons(spot: Spot) -> Iterator[Card]:
    """Two things beside each other in very few aspects: what is the difference? More aspects are asked one by one."""
    block = spot.block
    key = _differences(spot, block) if isinstance(block, Table) else None
    if key is None or not isinstance(block, Table):
        return
    asking = spot.context.asks
    first, second = (unmarked(head) for c, head in enumerate(block.head) if c != key)
    asked = asking.difference if readable(first.plain) and readable(second.plain) else asking.difference_bare
    yield Card(
        kind="comparison",
        key=spot.key("comparison", f"{name(first)} / {name(second)}"),
        topic=RichText() if says(name(spot.topic), name(first)) else spot.topic,
        prompt=fill(asked, a=first, b=second),
        cue=asking.count.format(n=len(block.rows)) if len(block.rows) > 1 else "",
        answer=(Grid(block.head, block.rows, block.align),),
        place=block.place,
    )


def _differences(spot: Spot, block: Table) -> int | None:
    """The column of the aspects, where a table compares two things in so few of them that they are one answer."""
    if spot.context.example or len(block.head) != 3 or not 1 <= len(block.rows) <= MAX_DIFFERENCES:
        return None
    key = _key_column(block)
    whole = all(_fit(block, r, c) for r in range(len(block.rows)) for c in range(3))
    size = sum(weight(cell.plain) for row in block.rows for cell in row)
    return key if key >= 0 and whole and size <= MAX_COMPARED and owners(spot, block, key) == "columns" else None


def _heads_facts(block: Table, column: int) -> bool:
    """Whether a column has a name, and one below which no examples or remarks stand."""
    head = name(block.head[column])
    return bool(weight(block.head[column].plain)) and not (LEADS.match(head) or (len(block.head) > 2 and example(head)))


def _entitles(spot: Spot, block: Table, column: int) -> bool:
    """Whether a cell of the only row names what the row is about."""
    cell = name(block.rows[0][column])
    return entitling(name(block.head[column])) or any(says(name(title), cell) for title in spot.context.titles)


def _fit(block: Table, row: int, column: int) -> bool:
    if not _heads_facts(block, column):
        return False
    if all(run.href for run in block.rows[row][column] if run.text.strip()):
        return False
    cell = name(block.rows[row][column])
    if len(_PARTED.findall(cell)) > MAX_PARTED and weight(_GLOSS.sub("", cell)) > MAX_PARTS_WEIGHT:
        return False
    if _DATA.search(cell) or _CALL.match(cell) or len(_ENUMERATED.findall(cell)) > MAX_ENUMERATED:
        return False
    if _INTEGER.fullmatch(name(block.head[column])) and _INTEGER.fullmatch(cell):
        return False
    if _NOTHING.fullmatch(cell) or (_OF_A_CASE.search(name(block.head[column])) and _VALUE.fullmatch(cell)):
        return False
    return 0 < weight(block.rows[row][column].plain) <= MAX_CELL


def _repeats(row: Sequence[RichText], key: int, column: int) -> bool:
    """Whether a cell only says the name of its row again (`card_hash`: the hash of the card)."""
    if not 0 <= key < len(row):
        return False
    named, cell = name(row[key]), name(row[column])
    return echoes(named, cell, MAX_REPEATED) or told(named, cell) or only_rewords(named, "", cell)


def _cell(spot: Spot, block: Table, key: int, cell: tuple[int, int], whose: Owners) -> Card:
    """Two columns are a vocabulary, whose author wants all of it."""
    r, c = cell
    asking, column = spot.context.asks, unmarked(block.head[c])
    row = unmarked(block.rows[r][key]) if key >= 0 else RichText()
    return Card(
        kind="cell",
        key=spot.key("cell", f"{name(row)} / {name(column)}"),
        topic=spot.topic,
        prompt=_question(asking, row, column, whose=whose),
        answer=(Text(block.rows[r][c]),),
        extra=_around(block, r, c),
        own=len(block.head) == 2 and key >= 0,
        place=block.place,
    )


def _question(asking: Asking, row: RichText, column: RichText, whose: Owners) -> RichText:
    """`{row}의 {column}은?`, or the other way round where the columns are compared."""
    if not row:
        return fill(asking.point, x=as_question(column))
    owner, owned = (column, row) if whose == "columns" else (row, column)
    nouns = whose != "either" and not (NO_NOUN.search(name(owned)) or says(name(owned), name(owner)))
    return fill(asking.cell if nouns else asking.cell_bare, row=owner, column=as_question(owned))


def _around(block: Table, row: int, column: int) -> tuple[Part, ...]:
    return (Grid(block.head, block.rows, block.align, row, column),) if _is_shown(block) else ()


def _is_shown(block: Table) -> bool:
    return len(block.rows) <= MAX_SHOWN[0] and len(block.head) <= MAX_SHOWN[1]


def _counts(names: Sequence[str]) -> bool:
    """Whether a column only counts its rows (1, 2, 3) or holds signs, where codes (200, 404) name them. What most of it
    says counts: one cell more must not change what the others are asked for."""
    numbers = [int(cell) for cell in names if cell.isascii() and cell.isdigit() and len(cell) <= MAX_DIGITS]
    steps = sum(after - before == 1 for before, after in pairwise(numbers))
    return 2 * len(numbers) < len(names) or (2 * steps >= len(numbers) - 1 and numbers[0] <= 1)


def _key_column(block: Table) -> int:
    """The column that names the rows; -1 where none does.

    The first of two columns does, whatever a row of it says: a repeated or empty cell must not turn the whole vocabulary
    round. Only one that counts or groups its rows does not. Of more columns it is the first that is filled, without
    repeats and mostly words.
    """
    if len(block.head) < 2 or (len(block.rows) < 2 and len(block.head) > 2):
        return -1
    columns = [[name(row[c]) if c < len(row) else "" for row in block.rows] for c in range(len(block.head))]
    if len(columns) == 2 and not _groups(columns[0]) and _worded(columns[0], first=True):
        return 0
    found = next((c for c, names in enumerate(columns) if _names(names, first=c == 0)), -1)
    return 0 if found and _are_short_names(name(block.head[0]), columns) else found


def _are_short_names(head: str, columns: Sequence[Sequence[str]]) -> bool:
    """Whether letters name the rows (vitamins `A`, `C`, `D`; plants `C3`, `C4`): a word stands above them, and words beside."""
    first, *others = columns
    told = [cell for column in others for cell in column]
    named = all(map(_SHORT_NAME.fullmatch, first)) and 1 < len(first) == len(set(first))
    return named and bool(_WORD.search(head)) and 2 * sum(bool(_WORD.search(cell)) for cell in told) > len(told)


def _names(cells: Sequence[str], *, first: bool) -> bool:
    if len(cells) == 1 and "(" in cells[0]:
        return False
    return all(cells) and len(set(cells)) == len(cells) and _worded(cells, first=first)


def _worded(cells: Sequence[str], *, first: bool) -> bool:
    worded = sum(bool(_WORD.search(cell)) for cell in cells)
    return 2 * worded >= len(cells) or (first and not _counts(cells))


def _groups(cells: Sequence[str]) -> bool:
    """Whether a column says the same of several rows: half of them or more have no name of their own."""
    return 2 * len(set(filter(None, cells))) <= len(cells) or (len(cells) == 1 and "(" in cells[0])
