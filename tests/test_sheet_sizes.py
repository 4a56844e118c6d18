"""How few sizes are measured until the largest that fits is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deckbuild.plan.sheet.shapes import LARGEST, SMALLEST
from deckbuild.plan.sheet.sizes import CLOSE, STEP, following, largest, last_that, rounded, step

Need = Callable[[float], float]


def searched(need: Need, start: float, seeming: Need | None = None) -> dict[float, float]:
    """The needs of all sizes that were measured, from a first guess on. `seeming` is what is foretold, and somewhat wrong."""
    needs: dict[float, float] = {}
    size: float | None = rounded(start)
    while size is not None:
        assert size not in needs
        needs[size] = need(size)
        size = following(needs, foretelling(needs, seeming or need))
    return needs


def foretelling(needs: dict[float, float], seeming: Need) -> Callable[[float], float]:
    """The largest size that seems to fit, from the need at one: others grow faster than is foretold."""
    sizes = [rounded(SMALLEST + i * STEP) for i in range(round((LARGEST - SMALLEST) / STEP) + 1)]

    def alone(size: float) -> float:
        fitting = [s for s in sizes if needs[size] * (seeming(s) / seeming(size)) ** 0.9 <= 1]
        return max(fitting, default=SMALLEST)

    return alone


def power(best: float, exponent: float) -> Need:
    return lambda size: float((size / best) ** exponent)


def stepped(best: float) -> Need:
    """As of a table whose rows get another line at this size."""
    return lambda size: 0.8 if size <= best else 1.2


@pytest.mark.parametrize("start", [7.0, 8.4, 9.5, 11.0])
@pytest.mark.parametrize("exponent", [1.0, 1.6, 2.0, 2.4])
@pytest.mark.parametrize("best", [6.72, 7.5, 8.81, 10.2, 10.93])
def test_few_sizes_lead_close_to_the_largest_that_fits(best: float, exponent: float, start: float):
    needs = searched(power(best, exponent), start)
    found = largest(needs)
    assert found is not None
    assert best - CLOSE <= found <= best
    assert len(needs) <= 5


@pytest.mark.parametrize("best", [6.6, 8.0, 10.7])
@pytest.mark.parametrize("start", [6.5, 9.0, 11.0])
def test_a_sudden_step_is_found_by_halves(best: float, start: float):
    needs = searched(stepped(best), start, power(best, 2))
    found = largest(needs)
    assert found is not None
    assert best - CLOSE <= found <= best
    assert len(needs) <= 9


def test_what_fits_at_the_largest_size_is_measured_at_no_other():
    assert list(searched(power(12, 2), LARGEST)) == [LARGEST]


def test_where_nothing_fits_the_smallest_size_is_measured():
    assert largest(needs := searched(power(5, 2), 8)) is None
    assert list(needs) == [8, SMALLEST]


@pytest.mark.parametrize("need", [1.0005, 1.02, 0.99, 0.9995])
@pytest.mark.parametrize("start", [6.65, 8.0, 9.0, 10.9])
def test_what_takes_the_same_at_every_size_is_measured_at_few(need: float, start: float):
    assert len(searched(lambda _: need, start)) <= 7


def test_a_size_that_fills_its_columns_needs_no_larger_one_to_prove_it():
    full, less = {9.5: 1.16, 8.7: 0.996}, {9.5: 1.16, 8.7: 0.96}
    assert following(full, foretelling(full, power(8.7, 2))) is None
    assert following(less, foretelling(less, power(8.7, 2))) is not None


def test_what_seems_to_fit_at_the_largest_size_is_measured_there():
    assert following({10.5: 0.8}, lambda _: LARGEST) == LARGEST


@pytest.mark.parametrize("size", [SMALLEST, SMALLEST + STEP, 8.0, LARGEST - STEP, LARGEST])
@pytest.mark.parametrize("away", [-200, -1, 0, 1, 2, 200])
def test_the_last_size_that_fits_is_found_from_any_and_soon_from_a_near_one(size: float, away: int):
    tried: list[int] = []

    def fits(steps: int) -> bool:
        tried.append(steps)
        return steps <= step(size)

    assert last_that(fits, step(size) + away) == step(size)
    assert len(tried) <= (4 if abs(away) < 2 else 12)
