"""The strip cut into columns: first whether it goes in at all, then so that all columns are equally full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from .breaks import breaks
from .strip import Strip

TILTS = (1.1, 1.2, 1.35, 1.5, 0.9, 0.8)
"""How full the pages before the last are, beside what all would be."""
FULLEST = 0.98
HALVINGS = 30
SHORT = 0.9
"""A column that is lower than this share of the highest one, as those above a band are, may stay empty."""

NONE_DUE: Mapping[int, int] = MappingProxyType({})
_Ways = dict[int, tuple[float, int]]
"""By the place where a column ends: what the columns up to there cost, and where it begins."""


def packs(strip: Strip, capacities: Sequence[float]) -> list[int] | None:
    """The cuts of a strip put into columns as tightly as they go, or None where they do not hold it.

    The result names the first atom of each column, and the end.
    """
    cuts = _tightly(strip, capacities)
    return cuts if cuts[-1] == len(strip) else None


def need(strip: Strip, capacities: Sequence[float]) -> float:
    """The share of all columns that a strip takes, put in as tightly as it goes; more than 1 where they do not hold it."""
    cuts = _tightly(strip, capacities)
    if cuts[-1] < len(strip):
        return 1 + strip.height(cuts[-1], len(strip)) / sum(capacities)
    return min(1.0, (sum(capacities[: len(cuts) - 2]) + strip.height(*cuts[-2:])) / sum(capacities))


def reached(strip: Strip, capacities: Sequence[float]) -> list[int]:
    """How many atoms of a strip such columns hold up to each, put in as tightly as they go."""
    ends = _tightly(strip, capacities)[1:]
    return [*ends, *[ends[-1] if ends else 0] * (len(capacities) - len(ends))]


def _tightly(strip: Strip, capacities: Sequence[float]) -> list[int]:
    """The cuts of `packs` as far as there are columns."""
    places = breaks(strip, usual(capacities))
    cuts, k = [0], 0
    for capacity in capacities:
        start = cuts[-1]
        while k + 1 < len(places) and strip.height(start, places[k + 1]) <= capacity:
            k += 1
        if places[k] == start and not short(capacity, capacities):
            break
        cuts.append(places[k])
        if places[k] == len(strip):
            break
    return cuts


def usual(capacities: Sequence[float]) -> float:
    """The height of the lowest column that has nothing below it."""
    return min(capacity for capacity in capacities if not short(capacity, capacities))


def short(capacity: float, capacities: Sequence[float]) -> bool:
    """Whether a column is so much lower than others that it may stay empty."""
    return capacity < SHORT * max(capacities)


def evenly(
    strip: Strip,
    capacities: Sequence[float],
    shares: Sequence[float],
    places: Sequence[int] = (),
    due: Mapping[int, int] = NONE_DUE,
) -> list[int]:
    """The cuts that leave the columns as full as `shares` says, over all of them where there is enough to share.

    `places` are those where it may be cut, if they are other than `breaks` says; `due` are the atoms that are to stand in a
    column or before it, where that can be.

    The shortest path over the places for a cut: the price of a column is the square of how far it is from its share, and a
    little more where a section goes on, so that no bar is drawn twice for nothing.
    """
    places = places or breaks(strip, usual(capacities))
    empty = [short(capacity, capacities) for capacity in capacities]
    best: list[_Ways] = []
    # Beside a page that is not used more of them were short.
    for may_be, by in ((empty, due), ([True] * len(empty), due), ([True] * len(empty), NONE_DUE)):
        best = _ways(strip, places, capacities, shares, may_be, by)
        if any(len(places) - 1 in step for step in best):
            break
    n = max(count for count, step in enumerate(best) if len(places) - 1 in step)
    cuts = [len(places) - 1]
    for step in range(n, 0, -1):
        cuts.append(best[step][cuts[-1]][1])
    return [places[k] for k in reversed(cuts)]


def _ways(
    strip: Strip,
    places: Sequence[int],
    capacities: Sequence[float],
    shares: Sequence[float],
    empty: Sequence[bool],
    due: Mapping[int, int],
) -> list[_Ways]:
    """The cheapest way to end each column at each place, from before the first on; `empty` ones may hold nothing."""
    best: list[_Ways] = [{0: (0.0, 0)}]
    for i, (capacity, share, may_be) in enumerate(zip(capacities, shares, empty, strict=True)):
        ways = _column(strip, places, best[-1], capacity, max(1.0, share * capacity))
        ways = _or_empty(ways, best[-1], share) if may_be else ways
        if i in due:
            ways = {end: way for end, way in ways.items() if strip.at(places[end]) > (due[i], 0)}
        best.append(ways)
    return best


def _column(strip: Strip, places: Sequence[int], before: _Ways, capacity: float, ideal: float) -> _Ways:
    """The cheapest way to end one more column at each place."""
    reached: _Ways = {}
    for start, (spent, _) in before.items():
        for end in range(start + 1, len(places)):
            height = strip.height(places[start], places[end])
            if height > capacity + 0.01:
                break
            price = spent + (height / ideal - 1) ** 2 + strip.cost(places[start], places[end])
            if end not in reached or price < reached[end][0] - 1e-12:
                reached[end] = (price, start)
    return reached


def _or_empty(reached: _Ways, before: _Ways, share: float) -> _Ways:
    """The same where the column may stay empty as well."""
    for end, (spent, _) in before.items():
        price = spent + (1.0 if share else 0.0)
        if end not in reached or price < reached[end][0]:
            reached[end] = (price, end)
    return reached


def shares(
    strip: Strip, capacities: Sequence[float], on_page: int, taken: Sequence[float] = ()
) -> Iterator[list[float]]:
    """How full each column is to be: all alike, or those of the last page (of `on_page` columns) less or more than the others.

    With what is `taken` of each below it, where anything is, columns are alike.
    """
    total = strip.height(0, len(strip))
    if any(taken):
        yield _level(total, capacities, taken)
        return
    yield [total / sum(capacities)] * len(capacities)
    before, last = sum(capacities[:-on_page]), sum(capacities[-on_page:])
    for tilt in TILTS if before else ():
        first = min(FULLEST, tilt * total / sum(capacities))
        yield [first] * (len(capacities) - on_page) + [max(0.0, total - first * before) / last] * on_page


def _level(total: float, capacities: Sequence[float], taken: Sequence[float]) -> list[float]:
    """Shares of columns that end at one level with what stands below them, or as near to it as they can."""
    whole = [capacity + below for capacity, below in zip(capacities, taken, strict=True)]
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        level = (low + high) / 2
        held = sum(max(0.0, level * tall - below) for tall, below in zip(whole, taken, strict=True))
        low, high = (level, high) if held < total else (low, level)
    rooms = zip(whole, taken, capacities, strict=True)
    return [max(0.0, high * tall - below) / capacity for tall, below, capacity in rooms]
