"""Long paragraphs between two columns: where they may be divided, and a strip that can be cut there too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from .breaks import THREE_LINES_EM, breaks
from .shapes import Atom, Heading, Item, Text
from .strip import Strip

TWO_LINES_EM = 1.8
"""Two lines at least stay with what is above, and two go on."""
FOUR_LINES_EM = 4.2
"""What is lower has no two parts of two lines."""
NEAR = 0.2
"""How far from the end of a column a paragraph may be to be asked for its lines, over the height of the column."""
MOST_ASKED = 12
ENDED_COST, OPEN_COST = 0.001, 0.008
"""What dividing a paragraph costs, between sentences and within one, beside what cutting its section does."""


class Division(Struct, frozen=True):
    """A place within a paragraph: after `at` of its words. Both parts are as high as `above` and `below` say, in pt.

    `ends` says that a sentence ends there.
    """

    at: int
    above: float
    below: float
    ends: bool = False


Divisions = Mapping[int, Sequence[Division]]
Divide = Callable[[Sequence[int], float], Divisions]
"""Where the atoms with these indices can be divided at a size in pt."""


class DividedStrip(Strip):
    """A strip whose places are those between its atoms and those within them; the latter by the atom that they divide."""

    def __init__(self, whole: Strip, divisions: Divisions) -> None:
        self._whole = whole
        self._places = list(_places(whole, divisions))

    def __len__(self) -> int:
        return len(self._places) - 1

    @property
    def whole(self) -> Strip:
        return self._whole

    def at(self, place: int) -> tuple[int, int]:
        i, division = self._places[place]
        return i, division.at if division else 0

    def height(self, a: int, b: int) -> float:
        (i, after), (j, before) = self._places[a], self._places[b]
        height = self._whole.height(i, j + 1 if before else max(j, i + 1))
        if before:
            height += before.above - self._tall(j)
        if after:
            height += after.below - self._tall(i) + self._goes_on(i)
        return height

    def starts(self, i: int) -> bool:
        atom, division = self._places[i]
        return not division and atom < len(self._whole) and self._whole.starts(atom)

    def parts_code(self, place: int) -> bool:
        atom, division = self._places[place]
        return not division and self._whole.parts_code(atom)

    def cost(self, a: int, b: int) -> float:
        (i, after), (j, before) = self._places[a], self._places[b]
        if after and before and i == j:
            return float("inf")
        dividing = (ENDED_COST if before.ends else OPEN_COST) if before else 0.0
        return super().cost(a, b) + dividing

    def breaks(self, limit: float) -> list[int]:
        """The places at which a column may begin, and the end: those of the strip itself, and all within its paragraphs."""
        between = set(breaks(self._whole, limit))
        return [p for p, (i, division) in enumerate(self._places) if division or i in between]

    def _tall(self, i: int) -> float:
        return self._whole.heights.atoms[self._whole.cells[i].index]

    def _goes_on(self, i: int) -> float:
        """By how much the bar of a section that goes on is higher than its own."""
        heights, section = self._whole.heights, self._whole.cells[i].section
        return heights.again[section] - heights.bars[section] if self._whole.starts(i) else 0.0


def _places(whole: Strip, divisions: Divisions) -> Iterator[tuple[int, Division | None]]:
    for i in range(len(whole)):
        yield i, None
        yield from ((i, d) for d in divisions.get(whole.cells[i].index, ()) if _enough(whole, i, d))
    yield len(whole), None


def _enough(whole: Strip, i: int, division: Division) -> bool:
    """Whether there are two lines on either side; three where a part would be all of its section in a column."""
    size = whole.heights.size
    first = whole.starts(i) or isinstance(whole.cells[i - 1].atom, Heading)
    last = i + 1 == len(whole) or whole.starts(i + 1)
    least = [(THREE_LINES_EM if alone else TWO_LINES_EM) * size for alone in (first, last)]
    return division.above >= least[0] and division.below >= least[1]


def nearby(whole: Strip, capacities: Sequence[float], shares: Iterable[Sequence[float]]) -> list[int]:
    """The indices of the long paragraphs near which columns as full as one of `shares` would end."""
    ends = {
        (round(end), round(NEAR * share[0] * capacities[0]))
        for share in shares
        for end in list(accumulate(part * capacity for part, capacity in zip(share, capacities, strict=True)))[:-1]
    }
    found = []
    for i, cell in enumerate(whole.cells):
        top, bottom = whole.height(0, i) if i else 0.0, whole.height(0, i + 1)
        long = whole.heights.atoms[cell.index] >= FOUR_LINES_EM * whole.heights.size
        if long and _divisible(cell.atom) and any(top - off <= end <= bottom + off for end, off in ends):
            found.append(cell.index)
    return found[:MOST_ASKED]


def _divisible(atom: Atom) -> bool:
    match atom:
        case Text(role="prose" | "line" | "answer") | Item():
            return True
        case _:
            return False
