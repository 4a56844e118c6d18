"""What a page is stacked from: groups of pieces with known heights, and how they are shared out over pages.

A piece is never divided; a group may be, and shows its frame (padding, the head of a table) on each page that holds a
part of it. Heights are computed here once, for packing and for placing alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from .page import Box, Rect


class Piece(Struct, frozen=True):
    """The smallest thing that moves to another page.

    `content` is what its group draws; `lead` the space above it where the piece before is of the same group and on
    the same page; a `tied` piece stays with the one before it; `say` is its text for the notes.
    """

    content: object
    height: float
    lead: float = 0.0
    tied: bool = False
    say: str = ""


Draw = Callable[[Sequence[Piece], Rect, bool], tuple[Box, ...]]
"""Pieces, the place that they take, and whether nothing follows them on the page."""


class Group(Struct, frozen=True):
    """Pieces of one kind. `frame` is added once a page, `before` is the space above it where it is not the first."""

    pieces: tuple[Piece, ...]
    draw: Draw
    frame: float = 0.0
    before: float = 24.0
    text: bool = False


class Part(Struct, frozen=True):
    """Pieces `start` to `stop` of a group, on one page."""

    group: Group
    start: int
    stop: int

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.group.pieces[self.start : self.stop]

    @property
    def height(self) -> float:
        """Frame, pieces and the spaces between them."""
        return self.group.frame + sum(p.height + (p.lead if i else 0.0) for i, p in enumerate(self.pieces))


THIN = 48.0
"""Points that a line of text has at the most: a page of one is to be had only where nothing else fits."""
Stack = tuple[Part, ...]
"""What one page holds, from top to bottom."""
_Atom = tuple[tuple[int, int], ...]


def stack_height(stack: Stack) -> float:
    """The height of a page's parts with the spaces between them."""
    return sum(part.height + (part.group.before if i else 0.0) for i, part in enumerate(stack))


def pack(groups: Sequence[Group], capacity: float) -> list[Stack]:
    """The groups on as few pages of `capacity` points as they need, shared out evenly."""
    atoms = list(_atoms(groups, capacity))
    pages = _fill(groups, atoms, capacity)
    if len(pages) < 2:
        return pages
    low, high, thin = 0.0, capacity, _thin(pages)
    while high - low > 4.0:
        middle = (low + high) / 2
        tried = _fill(groups, atoms, middle)
        fits = len(tried) == len(pages) and all(stack_height(page) <= capacity for page in tried)
        if fits and _thin(tried) <= thin:
            high, pages = middle, tried
        else:
            low = middle
    return pages


def on_one_page(groups: Sequence[Group], capacity: float) -> Stack | None:
    """The groups on a page of `capacity` points, if one holds them all."""
    pages = _fill(groups, list(_atoms(groups, capacity)), capacity)
    return pages[0] if len(pages) == 1 else None


def _thin(pages: Sequence[Stack]) -> int:
    """How many pages hold next to nothing."""
    return sum(stack_height(page) < THIN for page in pages)


def _atoms(groups: Sequence[Group], capacity: float) -> Iterator[_Atom]:
    """Pieces that stay together, by group and index; those too tall for a page are let go."""
    atom: list[tuple[int, int]] = []
    for g, group in enumerate(groups):
        for p, piece in enumerate(group.pieces):
            if atom and not (piece.tied and _height(groups, [*atom, (g, p)]) <= capacity):
                yield tuple(atom)
                atom = []
            atom.append((g, p))
    if atom:
        yield tuple(atom)


def _height(groups: Sequence[Group], places: Sequence[tuple[int, int]]) -> float:
    total, last = 0.0, -1
    for g, p in places:
        total += _step(groups, last, g, p, bool(total))
        last = g
    return total


def _step(groups: Sequence[Group], last: int, g: int, p: int, below: bool) -> float:
    """What a piece adds to a page whose last piece was of group `last`."""
    group = groups[g]
    piece = group.pieces[p]
    if g == last:
        return piece.lead + piece.height
    return (group.before if below else 0.0) + group.frame + piece.height


def _fill(groups: Sequence[Group], atoms: Sequence[_Atom], capacity: float) -> list[Stack]:
    """Pages filled one after the other."""
    pages: list[list[tuple[int, int]]] = []
    used, last = 0.0, -1
    for atom in atoms:
        added, end = 0.0, last
        for g, p in atom:
            added += _step(groups, end, g, p, used + added > 0)
            end = g
        if not pages or used + added > capacity + 0.01:
            pages.append([])
            used = _height(groups, atom)
        else:
            used += added
        pages[-1] += atom
        last = atom[-1][0]
    return [_stack(groups, page) for page in pages]


def _stack(groups: Sequence[Group], places: Sequence[tuple[int, int]]) -> Stack:
    """Places in order → parts of groups."""
    parts: list[Part] = []
    previous = -1
    for g, p in places:
        if g == previous:
            parts[-1] = Part(groups[g], parts[-1].start, p + 1)
        else:
            parts.append(Part(groups[g], p, p + 1))
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
