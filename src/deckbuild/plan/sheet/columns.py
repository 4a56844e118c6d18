"""The strip cut into columns: first whether it goes in at all, then so that all columns are equally full."""

from __future__ import annotations

from collections.abc import Sequence

from .breaks import breaks
from .strip import Strip

SPLIT_COST = 0.0015
"""What cutting a section costs, beside the squares of how full the columns are."""


def packs(strip: Strip, capacities: Sequence[float]) -> list[int] | None:
    """The cuts of a strip put into columns as tightly as they go, or None where they do not hold it.

    The result names the first atom of each column, and the end.
    """
    places = breaks(strip, min(capacities))
    cuts, k = [0], 0
    for capacity in capacities:
        start = cuts[-1]
        while k + 1 < len(places) and strip.height(start, places[k + 1]) <= capacity:
            k += 1
        if places[k] == start:
            return None
        cuts.append(places[k])
        if places[k] == len(strip):
            return cuts
    return None


def evenly(strip: Strip, capacities: Sequence[float]) -> list[int]:
    """The cuts that leave the columns equally full, over all of them where there is enough to share.

    The shortest path over the places for a cut: the price of a column is the square of how full it is (1: as full as all
    would be on the average), which is least where all are alike, and where no bar is drawn twice for nothing.
    """
    places = breaks(strip, min(capacities))
    share = strip.height(0, len(strip)) / sum(capacities)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for capacity in capacities:
        best.append(_column(strip, places, best[-1], capacity, share * capacity))
    n = max(count for count, step in enumerate(best) if len(places) - 1 in step)
    cuts = [len(places) - 1]
    for step in range(n, 0, -1):
        cuts.append(best[step][cuts[-1]][1])
    return [places[k] for k in reversed(cuts)]


def _column(
    strip: Strip, places: Sequence[int], before: dict[int, tuple[float, int]], capacity: float, ideal: float
) -> dict[int, tuple[float, int]]:
    """The cheapest way to end one more column at each place."""
    reached: dict[int, tuple[float, int]] = {}
    for start, (spent, _) in before.items():
        for end in range(start + 1, len(places)):
            height = strip.height(places[start], places[end])
            if height > capacity + 0.01:
                break
            price = spent + (height / ideal) ** 2 + SPLIT_COST * _splits(strip, places[end])
            if end not in reached or price < reached[end][0] - 1e-12:
                reached[end] = (price, start)
    return reached


def _splits(strip: Strip, i: int) -> bool:
    return i < len(strip) and not strip.starts(i)
