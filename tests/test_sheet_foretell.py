"""Heights at sizes that were not measured, and that code stays whole where a little smaller type does it."""

from __future__ import annotations

import pytest

from deckbuild.plan.sheet.fit import A_LITTLE, fit
from deckbuild.plan.sheet.foretell import certain, completed, foretold, powers
from deckbuild.plan.sheet.geometry import page
from deckbuild.plan.sheet.shapes import LARGEST, SMALLEST, Listing, Picture, SheetOptions, Span, Text
from deckbuild.plan.sheet.sizes import STEP, rounded
from deckbuild.plan.sheet.strip import Cell, Heights, Wide
from deckbuild.plan.sheet.wrapping import wrapped
from tests.test_sheet_fit import pretend
from tests.test_sheet_wrapping import plan

PAGE = page(SheetOptions(), 4)


def growth(*atoms: Text | Listing | Picture, wide: float = 10.0) -> list[float]:
    cells = [Cell(i, 0, atom) for i, atom in enumerate(atoms)]
    return list(powers(cells, {0: [wide] * 3}, 9.0, PAGE).values())


def test_a_line_grows_with_its_type_a_paragraph_with_its_square_and_a_picture_not():
    one, many, picture = growth(Text((Span("short"),)), Text((Span("word " * 200),)), Picture("a.png"))
    assert one == pytest.approx(1.0)
    assert 1.9 < many < 2.5
    assert picture == 0.0


def test_code_that_is_set_smaller_to_stay_whole_does_not_grow_with_the_type():
    assert growth(Listing("x" * 20, 0), wide=12.0) == [pytest.approx(1.0)]
    fitted = growth(Listing("x" * 40, 0), wide=24.5)
    assert fitted[0] < 0.5


def test_heights_are_foretold_by_the_power_of_each_atom():
    heights = Heights(10.0, (10.0, 40.0), (20.0,), (22.0,), wide=(Wide(1, 2, 30.0),))
    made = foretold(heights, {0: 1.0, 1: 2.0}, 9.0)
    assert (made.size, made.atoms) == (9.0, pytest.approx((9.0, 32.4)))
    assert (made.bars, made.again) == (pytest.approx((18.0,)), pytest.approx((19.8,)))
    assert made.wide[0].height == pytest.approx(27.0)


def test_type_is_a_little_smaller_where_that_keeps_code_whole():
    sheet = plan([44] * 20 + [12] * 10, 90)
    made = fit(sheet, pretend(sheet))
    least = next(size for size in sizes_down() if not wrapped(sheet.sections, size, page(sheet.options, sheet.columns)))
    assert made.wrapped == 0
    assert least - A_LITTLE <= made.size <= least


def sizes_down() -> list[float]:
    """All sizes of type, the largest first."""
    return [rounded(LARGEST - i * STEP) for i in range(round((LARGEST - SMALLEST) / STEP) + 1)]


LINES = tuple(
    Cell(i, 0, atom)
    for i, atom in enumerate(
        (
            Text((Span("a line"),)),
            Text((Span("two lines " * 8),)),
            Text((Span("docker", "code"),)),
            Text((Span("press "), Span("Ctrl", styles=("key",)))),
            Picture("a.png"),
        )
    )
)
AT_NINE = Heights(9.0, (6.6, 18.0, 6.6, 6.6, 9.0), (20.0,), (22.0,))


def test_of_smaller_lines_of_plain_words_the_height_is_certain():
    assert certain(LINES, AT_NINE, 8.0) == {0: pytest.approx(6.6 * 8 / 9), 2: pytest.approx(6.6 * 8 / 9)}
    assert list(certain(LINES, AT_NINE, 7.0)) == [0]  # there, code is wider beside the words than it was
    assert certain(LINES, AT_NINE, 9.5) == {}


def test_what_is_certain_joins_what_was_measured():
    assert completed(Heights(8.0, (0.0, 16.0), (), ()), {0: 6.0, 3: 7.0}).atoms == (6.0, 16.0, 0.0, 7.0)
