"""Stacks → a scene: equal widths, layers aligned at the bottom, so that the shorter stack is seen to be shorter.

Among some widths the layout takes the one whose picture comes nearest to the shape of a slide's figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log, sqrt

from msgspec import Struct
from msgspec.structs import replace

from ..model import RichText
from .alt import stacks_alt
from .lettering import longest_word, pitch, width, wrap
from .scene import NODE, SMALL, TITLE, Box, Group, Node, Point, Scene, Span, Text, numbered
from .stack import Cell, Note, Stack

ROW, GAP, PADDING = 46.0, 6.0, 10.0
"""The least height of a layer, the space between layers and between cells, the space around a label."""

BETWEEN, ABOVE = 40.0, 10.0
"""The space between two stacks, and between a title and its stack."""

BRACKET, NOTE = 8.0, 168.0
"""The space before a bracket, its depth and the space after it; the room for a line of its words."""

ASPECT = 1.65
NARROWEST, ROOMY, WIDEST = 150.0, 300.0, 320.0
"""Widths in points: of a stack at least; that a lone stack may take for the sake of the picture's shape; of one cell at most."""


class _Grid(Struct, frozen=True):
    """One width for all stacks, the heights of rows counted from the bottom, and where all of them stand.

    Rows at one level have one height, so that they can be compared across; a top row has its own, since nothing
    stands on it.
    """

    width: float
    heights: tuple[float, ...]
    ground: float

    def box(self, stack: Stack, left: float, row: int) -> Box:
        """The place of a row, counted from the top of its stack."""
        up = len(stack.rows) - 1 - row
        high = self.heights[up] if row else _row_height(stack.rows[0], self.width)
        return Box(left, self.ground - sum(self.heights[:up]) - GAP * up - high, self.width, high)


def layout(stacks: tuple[Stack, ...]) -> Scene:
    """The picture of at least one stack with at least one row."""
    return min((_scene(stacks, wide) for wide in _widths(stacks)), key=_ugliness)


def _ugliness(scene: Scene) -> float:
    """How far from a good shape, with a little for each line that had to be broken."""
    broken = sum(max(0, len(node.lines) - 1) for node in scene.nodes)
    return abs(log(scene.aspect / ASPECT)) + 0.03 * broken


def _widths(stacks: tuple[Stack, ...]) -> tuple[float, ...]:
    rows = [row for stack in stacks for row in stack.rows]
    least = max(NARROWEST, *(_needed(row, broken=True) for row in rows))
    most = max(least, ROOMY / sqrt(len(stacks)), *(_needed(row, broken=False) for row in rows))
    return tuple(dict.fromkeys(round(least + (most - least) * step / 6, 1) for step in range(7)))


def _needed(row: tuple[Cell, ...], *, broken: bool) -> float:
    """The width of a row whose labels are broken at every space, or nowhere."""
    cell = max(_label_width(cell, broken) for cell in row) + 2 * PADDING
    return len(row) * min(cell, WIDEST) + (len(row) - 1) * GAP


def _label_width(cell: Cell, broken: bool) -> float:
    measured = longest_word if broken else width
    return max(measured(cell.label, NODE, bold=cell.tone == "solid"), measured(cell.sub, SMALL))


def _grid(stacks: tuple[Stack, ...], wide: float) -> _Grid:
    tallest = max(len(stack.rows) for stack in stacks)
    levels = ([stack.rows[-1 - up] for stack in stacks if up < len(stack.rows) - 1] for up in range(tallest - 1))
    grid = _Grid(wide, tuple(max(_row_height(row, wide) for row in rows) for rows in levels), 0.0)
    return replace(grid, ground=max(_title_height(stack, wide) - grid.box(stack, 0.0, 0).y for stack in stacks))


def _title_height(stack: Stack, wide: float) -> float:
    lines = wrap(stack.title, TITLE, wide, bold=True)
    return len(lines) * pitch(TITLE) + ABOVE if lines else 0.0


def _row_height(row: tuple[Cell, ...], wide: float) -> float:
    """The height of the highest label of a row with its padding; that of one line is the least."""
    lines = [_lines(cell, _cell_width(row, wide)) for cell in row]
    high = max(len(own) * pitch(NODE) + len(below) * pitch(SMALL) for own, below in lines)
    return max(ROW, high + 2 * PADDING)


def _cell_width(row: tuple[Cell, ...], wide: float) -> float:
    return (wide - GAP * (len(row) - 1)) / len(row)


def _lines(cell: Cell, wide: float) -> tuple[tuple[RichText, ...], tuple[RichText, ...]]:
    room = wide - 2 * PADDING + 0.5
    return wrap(cell.label, NODE, room, bold=cell.tone == "solid"), wrap(cell.sub, SMALL, room)


def _scene(stacks: tuple[Stack, ...], wide: float) -> Scene:
    grid = _grid(stacks, wide)
    nodes: list[Node] = []
    groups: list[Group] = []
    spans: list[Span] = []
    left = 0.0
    titles, cells, notes = set[str](), set[str](), set[str]()
    for number, stack in enumerate(stacks, 1):
        name = numbered(_one_line(stack.title) or f"stack {number}", titles)
        rows = _rows(name, stack, grid, left, cells)
        marks = tuple(_spans(name, stack, grid, left, rows, notes))
        nodes += [node for row in rows for node in row]
        groups.append(_group(name, stack, grid, left))
        spans += marks
        left = max([left + wide, *(mark.label.box.right for mark in marks)]) + BETWEEN
    return Scene(
        "stack",
        left - BETWEEN,
        grid.ground,
        nodes=tuple(nodes),
        groups=tuple(groups),
        spans=tuple(spans),
        alt=stacks_alt(stacks),
    )


def _group(name: str, stack: Stack, grid: _Grid, left: float) -> Group:
    top = grid.box(stack, left, 0).y
    high = _title_height(stack, grid.width)
    lines = wrap(stack.title, TITLE, grid.width, bold=True)
    label = Text(lines, Box(left, top - high, grid.width, high - ABOVE), "title", TITLE, "start") if lines else None
    return Group(name, Box(left, top - high, grid.width, grid.ground - top + high), label, look="bare")


def _rows(name: str, stack: Stack, grid: _Grid, left: float, taken: set[str]) -> tuple[tuple[Node, ...], ...]:
    """The nodes, row by row from the top. An id is made of words, so that it outlives a change of the order."""
    return tuple(tuple(_nodes(name, cells, grid.box(stack, left, row), taken)) for row, cells in enumerate(stack.rows))


def _nodes(name: str, cells: tuple[Cell, ...], row: Box, taken: set[str]) -> Iterator[Node]:
    wide = _cell_width(cells, row.width)
    for column, cell in enumerate(cells):
        if not cell.label and not cell.sub:
            continue
        lines, sublines = _lines(cell, wide)
        box = Box(row.x + column * (wide + GAP), row.y, wide, row.height)
        yield Node(
            numbered(f"{name}/{_one_line(cell.label)}", taken),
            box,
            lines,
            sublines,
            tone=cell.tone or "plain",
            group=name,
        )


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _spans(
    name: str, stack: Stack, grid: _Grid, left: float, rows: tuple[tuple[Node, ...], ...], taken: set[str]
) -> Iterator[Span]:
    """Brackets to the right of the stack, each outside of those that it encloses."""
    starts = _columns(stack.notes, left + grid.width)
    for note in stack.notes:
        top, bottom = grid.box(stack, left, note.first).y, grid.box(stack, left, note.last).bottom
        start = starts[note.depth] + BRACKET
        end = start + BRACKET
        path = (Point(start, top), Point(end, top), Point(end, bottom), Point(start, bottom))
        lines = _note_lines(note)
        high = len(lines) * pitch(NODE)
        box = Box(end + BRACKET, (top + bottom - high) / 2, _note_width(note), high)
        held = tuple(node.id for row in rows[note.first : note.last + 1] for node in row)
        yield Span(
            numbered(f"{name}/{_one_line(note.text)}", taken), held, path, Text(lines, box, "note", NODE, "start")
        )


def _columns(notes: tuple[Note, ...], right: float) -> dict[int, float]:
    """Where the brackets of each depth begin: right of all words of the depth before."""
    starts = {0: right}
    for depth in range(max((note.depth for note in notes), default=0)):
        inner = max((_note_width(note) for note in notes if note.depth == depth), default=0.0)
        starts[depth + 1] = starts[depth] + 3 * BRACKET + inner
    return starts


def _note_lines(note: Note) -> tuple[RichText, ...]:
    """Lines no wider than need be to stay within the height of the bracket."""
    high = (note.last - note.first + 1) * (ROW + GAP) - GAP
    ways = (wrap(note.text, NODE, NOTE * times) for times in (1, 1.5, 2, 3, 5))
    fits = (lines for lines in ways if len(lines) * pitch(NODE) <= high)
    return next(fits, wrap(note.text, NODE, NOTE * 100))


def _note_width(note: Note) -> float:
    return max(width(line.plain, NODE) for line in _note_lines(note))
