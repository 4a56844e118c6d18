"""Which size of type to measure next, so that few are: measuring is most of what a sheet costs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .shapes import LARGEST, SMALLEST

STEP = 0.05
"""pt: sizes are multiples of it."""
CLOSE = 0.15
"""pt: how near to the largest possible size the search comes."""
LITTLE, MUCH = 0.1, 0.95
"""What is foretold to gain no more than this (pt) is not measured, if so much of the columns is full; and a size that does not
fit is followed by one that is smaller by no less."""
FORETOLD = 5
"""So many sizes are foretold; if that was not enough, what is open is halved, or its end is measured: of what does not grow
with its type, as pictures do not, a size foretells little."""


def rounded(size: float) -> float:
    """The nearest size that type may have."""
    return round(min(LARGEST, max(SMALLEST, round(size / STEP) * STEP)), 2)


def step(size: float) -> int:
    """How many times `STEP` a size is."""
    return round(size / STEP)


def last_that(fits: Callable[[int], bool], near: int) -> int:
    """The largest size that fits, in steps, or the smallest of all; it is sought from one on that is probably near it."""
    low, high = ends = step(SMALLEST), step(LARGEST) + 1
    place, stride = min(max(near, low + 1), high - 1), 1
    while high - low > 1:
        low, high = (place, high) if fits(place) else (low, place)
        middle = (low + high) // 2
        place = (
            max(middle, high - stride) if low == ends[0] else min(middle, low + stride) if high == ends[1] else middle
        )
        stride *= 2
    return low


def largest(needs: Mapping[float, float]) -> float | None:
    """The largest of the measured sizes that fits; `needs` is how much of its room each takes, and at most 1 fits."""
    return max((size for size, need in needs.items() if need <= 1), default=None)


def following(needs: Mapping[float, float], alone: Callable[[float], float]) -> float | None:
    """The size to measure after these, None where one fits and hardly a larger one can, or not even the smallest does.

    A page that one fills to the last line needs no proof that a larger one does not fit: it would cost a third more.
    `alone` foretells the largest size that fits from what was measured at one.
    """
    low = largest(needs)
    high = min((size for size, need in needs.items() if need > 1 and (low is None or size > low)), default=None)
    few = len(needs) <= FORETOLD
    if low is None:
        if high is None or high <= SMALLEST:
            return None
        return rounded(min(alone(high), high - LITTLE)) if few else SMALLEST
    more = alone(low)
    if low >= LARGEST or more < low + STEP or (more <= low + LITTLE + 1e-9 and needs[low] >= MUCH):
        return None
    if high is None:  # what is larger seems to have more room than it turns out to have
        return rounded(max(low + STEP, more - STEP)) if few and more < LARGEST else LARGEST
    if high - low <= CLOSE + 1e-9:
        return None
    middle = (more + alone(high)) / 2 if few else (low + high) / 2
    return rounded(min(high - LITTLE, max(low + LITTLE, middle)))
