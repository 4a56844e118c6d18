"""Whatever a note holds, its blocks are found in linear time: each shape at two sizes, so that no clock is a limit."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from deckbuild.readers import blocks as b
from deckbuild.readers.html import meaning

from .examples import sampled

SHAPES: dict[str, Callable[[int], str]] = {
    "quotes in one line": lambda n: ">" * n * 10 + "x",
    "bullets in one line": lambda n: "- " * n * 10 + "x",
    "numbers in one line": lambda n: "1. " * n * 10 + "x",
    "deeper quotes": lambda n: "".join(">" * (i % 300) + " x\n" for i in range(n)),
    "deeper bullets": lambda n: "".join("  " * (i % 300) + "- x\n" for i in range(n)),
    "deeper meanings": lambda n: "".join("  " * (i % 300) + ": x\n" for i in range(n)),
    "footnotes": lambda n: "".join(f"[^{i}]: x\n" for i in range(n)),
    "footnotes in footnotes": lambda n: "[^a]: " * n + "x",
    "definitions with open titles": lambda n: '[a]: b "x\n' * n,
    "definitions": lambda n: "".join(f"[{i}]: x\n" for i in range(n)),
    "open labels": lambda n: "[x\n" * n,
    "formulas without an end": lambda n: "$$ x\n" * n,
    "environments without an end": lambda n: "\\begin{align} x\n" * n,
    "an environment without an end": lambda n: "\\begin{align}\n" + "\\begin{align}\\end{align} a b\n" * n,
    "bare formulas": lambda n: "$$\n\nx\n\n" * n,
    "formulas in items": lambda n: "- $$ x\n" * n,
    "LaTeX brackets": lambda n: "\\[\nx\n" * n,
    "terms": lambda n: "a\n: x\n" * n,
    "meanings in one line": lambda n: "a\n" + ": " * n + "x",
    "other fences": lambda n: "```\n~~~x\n" * n,
    "fences in items": lambda n: "- ```x\n" * n,
    "long rows": lambda n: "|a|b|\n|-|-|\n" + "|1|2|x|\n" * n,
    "one wide row": lambda n: "|a|b|\n|-|-|\n" + "|x" * n + "|\n" + "|1|2|\n" * n,
    "tables that are none": lambda n: "|x|b|\n|-|-|-|\n" * n,
    "one paragraph": lambda n: "x\n" * n,
    "lazy quotes": lambda n: "> x\ny\n" * n,
    "headings": lambda n: "# x\n" * n,
    "boxes": lambda n: "!!! note\n    x\n" * n,
    "boxes in boxes": lambda n: "".join("    " * (i % 60) + "!!! note\n" for i in range(n)),
    "boxes without an end": lambda n: ":::note\nx\n" * n,
    "more and more colons": lambda n: "".join(":" * (3 + i % 200) + "note\nx\n" for i in range(n)),
    "fewer and fewer colons": lambda n: "".join(":" * (203 - i % 200) + "note\nx\n" for i in range(n)),
    "boxes without an end in items": lambda n: "- :::note\n  :::note\n" * n + "x",
    "orders": lambda n: "x <!-- deckbuild: skip -->\n" * n,
    "open orders": lambda n: "x <!-- deckbuild: " * n,
}


def steps(source: str) -> int:
    """How many calls it takes to read a note: a clock that does not depend on the machine."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        meaning(b.read_blocks(source).nodes, "n.md")
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", sampled(SHAPES, {"orders"}))
def test_twice_the_note_takes_twice_the_work(name: str) -> None:
    small, large = SHAPES[name](600), SHAPES[name](1200)
    assert steps(large) < 2.6 * steps(small) + 2000


@pytest.mark.parametrize("name", SHAPES)
def test_every_text_of_a_hostile_note_is_in_its_blocks(name: str) -> None:
    source = SHAPES[name](300)
    syntax = b.read_blocks(source)
    said = str(syntax.nodes).count("x") + sum(link.href.count("x") for link in syntax.links.values())
    assert said >= source.count("x")
