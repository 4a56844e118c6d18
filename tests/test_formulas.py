"""Formulas: what people write between dollar signs, read, said in a line, and refused where it cannot be read."""

from __future__ import annotations

import random

import pytest

from deckbuild.formulas import Refusal, linear, read, symbols
from deckbuild.formulas.linear import FIRM, divided
from deckbuild.formulas.tree import Fraction, Node, Sign


def tree(tex: str) -> Node:
    found = read(tex)
    assert not isinstance(found, Refusal), found.reason
    return found


SAID = {
    "x^2": "x²",
    "x_i": "xᵢ",
    "a_{n+1}": "aₙ₊₁",
    "x_{i,j}^{(k)}": "x_(i, j)⁽ᵏ⁾",
    "f'(x) + f''": "f′(x) + f′′",
    "-x + -y": "−x + −y",
    r"\frac{a}{b}": "a/b",
    r"\frac12": "1/2",
    r"\frac{a+b}{2a}": "(a + b)/(2a)",
    r"a \over b": "a/b",
    r"\sqrt{x+1}": "√(x + 1)",
    r"\sqrt[3]{8}": "∛8",
    r"\sum_{i=1}^n i^2": "∑ᵢ₌₁ⁿ i²",
    r"\int_a^b f(x)\,dx = F(b) - F(a)": "∫ₐᵇ f(x)dx = F(b) − F(a)",
    r"\lim_{x \to 0} \frac{\sin x}{x} = 1": "lim_(x → 0) (sin x)/x = 1",
    r"P(A \mid B)": "P(A | B)",
    r"\binom{n}{k}": "C(n, k)",
    r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}": "(1, 2; 3, 4)",
    r"\begin{aligned} a &= b \\ &= c \end{aligned}": "a = b; = c",
    r"a = b \\ c = d": "a = b; c = d",
    r"f(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{else} \end{cases}": "f(x) = {1 if x > 0, 0 else",
    r"\mathbb{R}^n \ni \mathbf{x}": "ℝⁿ ∋ 𝐱",
    r"\mathrm{softmax}(z)": "softmax(z)",
    r"\hat\beta = (X^\top X)^{-1} X^\top y": "β̂ = (XᵀX)⁻¹Xᵀy",
    r"\overline{AB}": "A̅B̅",
    r"10{,}000": "10,000",
    r"a \equiv b \pmod n": "a ≡ b (mod n)",
    r"x \not\in A": "x ∉ A",
    r"\operatorname{Var}(x)": "Var(x)",
    r"\text{정확도} = \frac{TP}{N}": "정확도 = TP/N",
    r"점화식 = 1": "점화식 = 1",
}


@pytest.mark.parametrize("tex", SAID)
def test_a_formula_is_said_in_one_line(tex: str) -> None:
    assert linear(tree(tex)).replace(FIRM, " ") == SAID[tex]


REFUSED = {
    r"\foo": r"'\foo' is not known",
    r"\newcommand{\R}{x} \R": r"'\newcommand' is not known",
    r"\frac{a}": "something is missing at its end",
    "{{{": "'}' is missing",
    "a}": "'}' is not expected",
    "x^a^b": "two '^' in a row",
    r"\left( a": r"'\right' is missing",
    r"\begin{pmatrix} a": r"'\end' is missing",
    r"\begin{tikzpicture}\end{tikzpicture}": "the environment 'tikzpicture' is not known",
    r"\text{if $x$}": "it has a formula within text",
    "a\x00b": "it has a control character",
    "   ": "it is empty",
    "SELECT name FROM table": "it reads like text",
    "{" * 30 + "}" * 30: "it is nested more than 24 deep",
    "{" * 5000: "it has more than 4000 characters",
    r"\frac" * 700: "it is nested more than 24 deep",
    "x^" * 1900: "two '^' in a row",
}


@pytest.mark.parametrize("tex", REFUSED, ids=lambda tex: repr(tex[:20]))
def test_what_cannot_be_read_is_refused_with_a_reason(tex: str) -> None:
    assert read(tex) == Refusal(REFUSED[tex])


def test_a_single_argument_is_one_character() -> None:
    assert tree(r"\frac12") == Fraction(Sign("1", "number", True), Sign("2", "number", True))


def test_a_line_of_words_may_end_only_before_the_signs_of_the_formula_itself() -> None:
    assert linear(tree(r"y = \frac{a + b}{c} + (d - e)")).split(" ") == [
        "y",
        f"={FIRM}(a{FIRM}+{FIRM}b)/c",
        f"+{FIRM}(d{FIRM}−{FIRM}e)",
    ]


def test_every_command_of_the_tables_is_read() -> None:
    names = [name for table, _ in symbols.TABLES for name in table]
    names += [*symbols.BIGS, *symbols.FUNCTIONS, *symbols.FUNCTIONS_WITH_LIMITS]
    assert not [name for name in names if isinstance(read("\\" + name), Refusal)]


PIECES = [
    r"\frac",
    r"\sqrt",
    r"\sum",
    r"\int",
    r"\left(",
    r"\right)",
    r"\left\{",
    r"\right.",
    r"{",
    r"}",
    r"^",
    r"_",
    r"&",
    r"\\",
    r"x",
    r"1",
    r"2a",
    r"+",
    r"-",
    r"=",
    r"(",
    r")",
    r"|",
    r"\alpha",
    r"\mathbb",
    r"\text{a}",
    r"\begin{pmatrix}",
    r"\end{pmatrix}",
    r"\begin{cases}",
    r"\end{cases}",
    r"\hat",
    r"\lim",
    r"\limits",
    r"'",
    r"\over",
    r"\quad",
    r"<",
    r"%",
    r"한",
    r",",
    r"\underbrace",
    r"\xrightarrow[a]",
    r"\not",
    r"\pmod",
    r"\boxed",
    r"\middle|",
    r"\bigl(",
    r"\mathbf",
    r"\sin",
    r"!",
]


def hostile(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choice(PIECES) for _ in range(chance.randint(1, 14))) for _ in range(count)]


def test_nothing_that_is_written_breaks_the_reader() -> None:
    for tex in hostile(1, 4000):
        found = read(tex)
        if not isinstance(found, Refusal):
            assert linear(found) == " ".join(text for text, _ in divided(found))
