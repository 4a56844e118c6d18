"""The room for a formula against what Typst draws: never less, and not much more."""

from __future__ import annotations

import pytest

from deckbuild.formulas import Refusal, linear, read
from deckbuild.formulas.picture import Order, drawn
from deckbuild.formulas.tree import Table
from deckbuild.plan.measure.formula import extent
from deckbuild.plan.slides.breaking import broken

from .test_formulas import SAID, tree

SIZE = 28.0
TALL = (
    r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}",
    r"\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt\pi",
    r"\iiint_V \nabla \cdot \mathbf{F}\,dV",
    r"\prod_{p} \frac{1}{1-p^{-s}} = \sum_{n=1}^\infty \frac{1}{n^s}",
    r"\frac{1}{1+\frac{1}{1+\frac{1}{x}}}",
    r"\sqrt{1+\sqrt{1+\sqrt{x}}}",
    r"\left(\frac{a}{b}\right]^{2^{2^2}}",
    r"\underbrace{a+b}_{n} \overbrace{x}^{k} \overset{!}{=} y",
    r"\det \begin{vmatrix} a & b \\ c & d \end{vmatrix} \Longleftrightarrow ad - bc",
    r"W_{m} M^{w} Q g j p y",
)


def test_no_formula_is_larger_than_its_room() -> None:
    trees = [tree(tex) for tex in (*SAID, *TALL)]
    pictures = drawn([Order(each, SIZE, "000000") for each in trees])
    for tex, each, picture in zip((*SAID, *TALL), trees, pictures, strict=True):
        assert picture is not None, tex
        room = extent(each)
        assert picture.width - 2 <= room.width * SIZE, tex
        assert picture.height - 2 <= room.height * SIZE, tex


def test_the_same_formula_is_the_same_picture() -> None:
    order = Order(tree(TALL[0]), SIZE, "1A1A18")
    assert drawn([order]) == drawn([order])


@pytest.mark.parametrize("width", [60.0, 20.0, 15.0, 12.0])
def test_a_formula_that_is_too_wide_is_broken_before_its_signs(width: float) -> None:
    lines = broken(tree("f(x) = a + bx + cx^2 + dx^3 + ex^4 = g(x) + h(x) + k"), width)
    assert lines is not None
    assert extent(lines).width <= width
    assert isinstance(lines, Table) == (width < 30)


def test_what_has_no_sign_to_break_at_is_not_broken() -> None:
    found = read(r"\frac{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}{b}")
    assert not isinstance(found, Refusal)
    assert broken(found, 10.0) is None


def test_formulas_in_one_line_are_broken_where_each_begins() -> None:
    lines = broken(tree(r"a = b + c - d, \qquad e = a + b - f"), 10.0)
    assert isinstance(lines, Table)
    assert [linear(row[0]).split(" ")[0] for row in lines.rows] == ["a", "e"]
