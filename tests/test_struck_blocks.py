"""`<del>` around more than a stretch of a line: all that stands in it is struck out."""

from __future__ import annotations

import pytest

from deckbuild.model import Deck, RichText, Style
from deckbuild.readers.notes import read_note
from deckbuild.rewriting import rewritten


def read(text: str) -> Deck:
    return read_note(f"# Notes\n\n## Sets\n\n{text}\n\nWhat stands behind it is kept.\n", "a.md").deck


def runs(deck: Deck, are_struck: bool) -> str:
    """What is struck out in the sections of a deck, or what is not."""
    found: list[str] = []

    def gather(part: object) -> object:
        if isinstance(part, RichText):
            found.extend(run.text for run in part if (Style.STRIKE in run.styles) is are_struck)
        return part

    rewritten(deck.concepts, gather)
    return " ".join(found)


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
@pytest.mark.parametrize(
    "text",
    [
        "<del>\n\n- one: wrong\n  - two: wrong\n\n</del>",
        "<del>\n- one: wrong\n- two: wrong\n</del>",
        "<del>\none is wrong\ntwo is wrong\n</del>",
        "<del>one is wrong.\n\nAnd two is wrong.</del>",
        "<del><ul><li>one: wrong</li><li>two: wrong</li></ul></del>",
        "<del>\n\n1. one wrong\n2. two wrong\n\n</del>",
        "<del>\n\n| one | two |\n|---|---|\n| wrong | wrong |\n\n</del>",
        "<del>\n\n```\none wrong\ntwo wrong\n```\n\n</del>",
        "<del>\n<pre>one wrong\ntwo wrong</pre>\n</del>",
        "<del>\n\n> one is wrong\n\nand two, wrong\n\n</del>",
        "- <del>\n\n  one is wrong\n\n  two is wrong\n\n  </del>",
        "<del>\n\n### one is wrong\n\nand two, wrong\n\n</del>",
    ],
)
def test_all_that_stands_in_it_is_struck_out_and_nothing_else(text: str, tag: str) -> None:
    deck = read(text.replace("del>", f"{tag}>"))
    out, kept = runs(deck, True), runs(deck, False)
    assert [word for word in ("one", "two", "wrong") if word not in out] == []
    assert [word for word in ("one", "two", "wrong") if word in kept] == []
    assert "What stands behind it is kept." in kept


@pytest.mark.parametrize(
    "text",
    [
        "<del>\n\n- one: right\n\nand so on",
        "It is written with <del> at the beginning.\n\nAnd so on.",
        "It ends with `</del>`.\n\nIt begins with `<del>`.\n\nIt ends with `</del>`.",
        "</del>\n\n- one: right\n\n<del>",
    ],
)
def test_a_tag_without_its_other_strikes_out_nothing_below_it(text: str) -> None:
    assert "right" not in runs(read(text), True)
    assert "What stands behind it is kept." in runs(read(text), False)


def test_what_stands_around_it_on_its_lines_is_kept() -> None:
    deck = read("It is said. <del>One is wrong.\n\nTwo is wrong.</del> Three is right.")
    assert (runs(deck, True).count("wrong"), "Three is right." in runs(deck, False)) == (2, True)


def test_many_strikes_within_each_other_are_one() -> None:
    deck = read("<s>" * 3000 + "\n\nwrong\n\n" + "</s>" * 3000)
    assert "wrong" in runs(deck, True)
