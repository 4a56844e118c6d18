"""Where to cut what is too long: into stretches as even as can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate


def gaps(solid: Iterable[tuple[float, float]]) -> tuple[float, ...]:
    """The middles between stretches that must not be cut, where any is between them."""
    found = sorted(solid)
    reached = accumulate((end for _, end in found), max)
    return tuple((end + start) / 2 for end, (start, _) in zip(reached, found[1:], strict=False) if start > end)


def evenly(places: Sequence[float], start: float, end: float, count: int) -> tuple[float, ...]:
    """The places that part what runs from a start to an end into so many stretches, the longest as short as can be; none
    where they are too few."""
    if not 1 < count <= len(places) + 1:
        return ()
    ends = (*places, end)
    best: list[tuple[float, tuple[float, ...]]] = [(each - start, ()) for each in ends]
    for _ in range(count - 1):
        best = [
            min(
                ((max(longest, each - ends[n]), (*own, ends[n])) for n, (longest, own) in enumerate(best[:at])),
                default=(float("inf"), ()),
            )
            for at, each in enumerate(ends)
        ]
    return best[-1][1]
