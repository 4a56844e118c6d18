"""Which size of type to measure next, so that few are: measuring is most of what a sheet costs."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from .shapes import LARGEST, SMALLEST

STEP = 0.05
"""pt: sizes are multiples of it."""
CLOSE = 0.15
"""pt: how near to the largest possible size the search comes."""
SURE = 1.15
"""How far beyond what seems enough a smaller size is tried: one that fits ends the search sooner than one that does not."""
USUAL, FLAT, STEEP = 2.0, 0.8, 3.0
"""Powers of the size that heights grow with: usually, and at least and at most."""
FORETOLD = 5
"""So many sizes are foretold; if that was not enough, what is open is halved, or its end is measured: of what does not grow
with its type, as pictures do not, a size foretells little."""


def rounded(size: float) -> float:
    """The nearest size that type may have."""
    return round(min(LARGEST, max(SMALLEST, round(size / STEP) * STEP)), 2)


def largest(needs: Mapping[float, float]) -> float | None:
    """The largest of the measured sizes that fits; `needs` is how much of its room each takes, and at most 1 fits."""
    return max((size for size, need in needs.items() if need <= 1), default=None)


def following(needs: Mapping[float, float]) -> float | None:
    """The size to measure after these, None where one fits and hardly a larger one can, or not even the smallest does.

    A page that one fills to the last line needs no proof that a larger one does not fit: it would cost a third more.
    """
    low = largest(needs)
    high = min((size for size, need in needs.items() if need > 1 and (low is None or size > low)), default=None)
    foretold = len(needs) <= FORETOLD
    if low is None:
        if high is None or high <= SMALLEST:
            return None
        return rounded(min(_below(high, needs), high - CLOSE)) if foretold else SMALLEST
    if low >= LARGEST or _alone(low, needs) - low < STEP:  # no larger one is foretold to fit
        return None
    if high is None:
        return rounded(max(_alone(low, needs), low + CLOSE)) if foretold else LARGEST
    if high - low <= CLOSE + 1e-9:
        return None
    if high - low < 2 * CLOSE or not foretold:
        return rounded((low + high) / 2)
    share = (1 - needs[low]) / (needs[high] - needs[low])
    return rounded(min(high - CLOSE, max(low + CLOSE, low + share * (high - low))))


def _below(high: float, needs: Mapping[float, float]) -> float:
    """Where all surely fits: beyond where it seems to, by a part of the way."""
    return high - SURE * (high - _alone(high, needs))


def _alone(size: float, needs: Mapping[float, float]) -> float:
    """Where all would just fit, by what was measured on one side of it only."""
    return float(size * max(0.01, needs[size]) ** (-1 / _growth(size, needs)))


def _growth(size: float, needs: Mapping[float, float]) -> float:
    """The power of the size that heights grow with: the square of it where lines grow and wrap, less where they are short."""
    others = [other for other in needs if other != size and min(needs[other], needs[size]) > 0]
    if not others:
        return USUAL
    near = min(others, key=lambda other: abs(other - size))
    return min(max(log(needs[size] / needs[near]) / log(size / near), FLAT), STEEP)
