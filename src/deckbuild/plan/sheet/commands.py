"""Commands with what they do: beside each other where both have room in a line, as a program's own help has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from ...model import Command
from .lines import code_ems, code_line, line_ems
from .shapes import First, Line, Row, plain
from .tables import longest_word

ROOMS = (*range(12, 32), *range(34, 82, 4))
"""em; the widths of a column for which it is decided which commands have what they do beside them."""
CODE = 0.88
"""The size of code beside that of the text."""
PADS_EM = 0.7
"""Left and right of a command in its box."""
APART_EM = 0.55
"""From the box to the words beside it."""
INDENT_EM = 1.0
"""How far in what a command does stands below it."""
LINE_EM = 1.19
ROW_EM = 0.35
"""What a row takes beside its lines."""
BELOW_EM = 0.15
"""What it takes more where what a command does stands below it."""
LEAST_EMS = 4.5
"""What the words beside a command have at least."""
MOST_WIDTHS = 10


class Entry(Struct, frozen=True):
    """How wide a command is (in em of code; endless where it has several lines), what it does, and the longest word of that."""

    code: float
    meaning: float
    word: float


def command_rows(commands: Sequence[tuple[Command, Line]], number: int) -> Iterator[Row]:
    """One row for each command; what it does stands beside it or below it, as `beside` says."""
    entries = [_entry(command.code, meaning) for command, meaning in commands]
    firsts = tuple(beside(entries))
    for i, ((command, meaning), entry) in enumerate(zip(commands, entries, strict=True)):
        cells = (code_line(command.code), meaning) if meaning else (code_line(command.code),)
        yield Row(
            cells=cells, table=number, style="commands", firsts=firsts, code=entry.code, aligns=("left", "left"),
            odd=i % 2 == 0, rank=0.95 - i / 500, place=command.place,
        )  # fmt: skip


def _entry(code: str, meaning: Line) -> Entry:
    rows = code.split("\n")
    wide = round(max(map(code_ems, rows)), 2)
    return Entry(wide if len(rows) == 1 else ENDLESS, line_ems(meaning), longest_word(meaning))


ENDLESS = 1000.0


def beside(entries: Sequence[Entry]) -> Iterator[First]:
    """From which room on (em), how wide the commands are at most that have their meaning beside them, and how wide that is
    at least: what makes the table least high, and of such widths the largest.
    """
    widths = sorted({entry.code for entry in entries if entry.meaning and entry.code < ROOMS[-1]})
    widths = widths[:: -(-len(widths) // MOST_WIDTHS)] if widths else []
    last: tuple[float, float] | None = None
    for room in ROOMS if widths else ():
        best = min((0.0, *widths), key=lambda width: (round(_height(entries, width, room), 3), -width))
        least = max((e.word for e in entries if e.meaning and e.code <= best), default=0.0)
        found = (best, round(max(LEAST_EMS, least), 2))
        if best and found != last:
            yield (float(room), *found)
        last = found if best else last


def _height(entries: Sequence[Entry], width: float, room: float) -> float:
    """How high the table is in em; endless where words beside a command would not be whole."""
    rest = meaning_room(width, room)
    if width and rest < max(LEAST_EMS, *(e.word for e in entries if e.code <= width)):
        return float("inf")
    return sum(entry_height(entry, width, room) for entry in entries)


def meaning_room(width: float, room: float) -> float:
    """What remains beside commands of a width in em of code, in em."""
    return room - CODE * width - PADS_EM - APART_EM


def entry_height(entry: Entry, width: float, room: float) -> float:
    """How high one row is in em, where commands of up to `width` have their meaning beside them."""
    if entry.code <= width:
        return ROW_EM + LINE_EM * _lines(entry.meaning, meaning_room(width, room))
    own = LINE_EM * _lines(CODE * min(entry.code, 3 * room), room - PADS_EM)
    below = BELOW_EM + LINE_EM * _lines(entry.meaning, room - INDENT_EM) if entry.meaning else 0.0
    return ROW_EM + own + below


def _lines(length: float, room: float) -> int:
    return max(1, ceil(length * 1.03 / max(room, 2.0)))


def row_height(row: Row, room: float) -> float:
    """About how high a row of commands is in a column, in em."""
    fitting = [width for least, width, _ in row.firsts if least <= room]
    meaning = row.cells[1] if len(row.cells) > 1 else ()
    entry = Entry(min(row.code, 0.6 * len(plain(row.cells[0]))), line_ems(meaning), 0.0)
    return entry_height(entry, fitting[-1] if fitting and row.code < ENDLESS else 0.0, room)
