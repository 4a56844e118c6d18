"""What a page is stacked from: groups of pieces with known heights, and how they are shared out over pages.

A piece is never divided; a group may be, and shows its frame (padding, the head of a table) on each page that holds a
part of it. Heights are computed here once, for packing and for placing alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .page import Box, Rect


class Piece(Struct, frozen=True):
    """The smallest thing that moves to another page.

    `content` is what its group draws; `lead` the space above it where the piece before is of the same group and on
    the same page; a `tied` piece stays with the one before it, and a `joined` one does where that costs no more than
    pages; a page that begins with a `stray` one leaves one of its list alone; `say` is its text for the notes. `above` is said again where this piece begins a page, which costs `begins`.
    """

    content: object
    height: float
    lead: float = 0.0
    tied: bool = False
    say: str = ""
    joined: bool = False
    above: tuple[Piece, ...] = ()
    begins: float = 0.0
    stray: bool = False


Draw = Callable[[Sequence[Piece], Rect, bool], tuple[Box, ...]]
"""Pieces, the place that they take, and whether nothing follows them on the page."""


KEPT = 64
"""How many groups of a kind are kept as they were laid out: each is tried at several scales, and again with its neighbours."""


class Group(Struct, frozen=True):
    """Pieces of one kind. `frame` is added once a page, `before` is the space above it where it is not the first."""

    pieces: tuple[Piece, ...]
    draw: Draw
    frame: float = 0.0
    before: float = 24.0
    text: bool = False


class Part(Struct, frozen=True):
    """Pieces `start` to `stop` of a group, on one page; `first`: nothing stands above them there."""

    group: Group
    start: int
    stop: int
    first: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        own = self.group.pieces[self.start : self.stop]
        return (*own[0].above, *own) if self.first else own

    @property
    def height(self) -> float:
        """Frame, pieces and the spaces between them."""
        return self.group.frame + sum(p.height + (p.lead if i else 0.0) for i, p in enumerate(self.pieces))


THIN = 48.0
"""Points that a line of text has at the most: a page of one is to be had only where nothing else fits."""
TORN, CUT, PAGE, LONELY, STRAY = 10000.0, 500.0, 10.0, 5.0, 4.0
"""What it costs to part tied pieces and joined ones, what each page costs, one that holds next to nothing, and to part
the first or the last piece of a box from the others."""
Stack = tuple[Part, ...]
"""What one page holds, from top to bottom."""
_Place = tuple[int, int]
"""A piece by its group and its index there."""


def stack_height(stack: Stack) -> float:
    """The height of a page's parts with the spaces between them."""
    return sum(part.height + (part.group.before if i else 0.0) for i, part in enumerate(stack))


def pack(groups: Sequence[Group], capacity: float) -> list[Stack]:
    """The groups on pages of `capacity` points at the least cost: no tie torn, few pages, these alike.

    What follows a piece depends on no page before it, so the best pages from each piece on are found from the end.
    """
    places = [(g, p) for g, group in enumerate(groups) for p in range(len(group.pieces))]
    costs = [0.0] * (len(places) + 1)
    ends = [0] * len(places)
    for start in reversed(range(len(places))):
        costs[start], ends[start] = _best(groups, places, start, capacity, costs)
    pages, start = [], 0
    while start < len(places):
        pages.append(_stack(groups, places[start : ends[start]]))
        start = ends[start]
    return pages


def _best(
    groups: Sequence[Group], places: Sequence[_Place], start: int, capacity: float, costs: Sequence[float]
) -> tuple[float, int]:
    """The cost of the best page that begins at a piece, with that of all after it, and where it ends."""
    best, end = 0.0, start
    height, bare, last = 0.0, 0.0, -1
    for stop in range(start + 1, len(places) + 1):
        g, p = places[stop - 1]
        height += _step(groups, last, g, p, stop > start + 1)
        bare += groups[g].pieces[p].height
        last = g
        if stop > start + 1 and height > capacity + 0.01:
            break
        empty = max(capacity - height, 0.0) / capacity
        cost = PAGE + empty * empty + (LONELY if bare < THIN else 0.0) + costs[stop]
        cost += _parting(groups, places[stop]) if stop < len(places) else 0.0
        if end == start or cost <= best + 1e-9:
            best, end = cost, stop
    return best, end


def _parting(groups: Sequence[Group], at: _Place) -> float:
    """What it costs to begin a page with a piece."""
    group = groups[at[0]]
    piece = group.pieces[at[1]]
    stray = piece.stray or (not group.text and (at[1] == 1 or 0 < at[1] == len(group.pieces) - 1))
    return (TORN if piece.tied else CUT if piece.joined else 0.0) + (STRAY if stray else 0.0) + piece.begins


def _step(groups: Sequence[Group], last: int, g: int, p: int, below: bool) -> float:
    """What a piece adds to a page whose last piece was of group `last`."""
    group = groups[g]
    piece = group.pieces[p]
    if below:
        return piece.height + (piece.lead if g == last else group.before + group.frame)
    return Part(group, p, p + 1, True).height


def on_one_page(groups: Sequence[Group], capacity: float) -> Stack | None:
    """The groups on a page of `capacity` points, if one holds them all."""
    stack = _stack(groups, [(g, p) for g, group in enumerate(groups) for p in range(len(group.pieces))])
    return stack if stack_height(stack) <= capacity + 0.01 else None


def _stack(groups: Sequence[Group], places: Sequence[_Place]) -> Stack:
    """Places in order → parts of groups."""
    parts: list[Part] = []
    previous = -1
    for g, p in places:
        if g == previous:
            parts[-1] = replace(parts[-1], stop=p + 1)
        else:
            parts.append(Part(groups[g], p, p + 1, not parts))
        previous = g
    return tuple(parts)


def place(stack: Stack, area: Rect) -> tuple[Box, ...]:
    """The boxes of a page's parts, from the top of `area` down."""
    boxes: list[Box] = []
    y = area.y
    for i, part in enumerate(stack):
        y += part.group.before if i else 0.0
        boxes += part.group.draw(part.pieces, Rect(area.x, y, area.w, part.height), i == len(stack) - 1)
        y += part.height
    return tuple(boxes)


def spoken(stack: Stack) -> list[str]:
    """The text of a page's parts for the notes."""
    return [piece.say for part in stack for piece in part.pieces if piece.say]
