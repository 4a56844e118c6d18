"""Asking only the rules that the first letter of a line may concern changes nothing but the time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from deckbuild.readers.blocks import engine
from deckbuild.readers.blocks.openers import ask_by_opener
from deckbuild.readers.letters import normalised

from .fragments import NOTES

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/note.md"))


def both(text: str) -> tuple[list[str], list[str]]:
    """The tokens of a text, as a slow engine and as a quick one make them."""
    out = []
    for hasten in (lambda made, _: made, ask_by_opener):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine, "ask_by_opener", hasten)
            patch.setattr(engine, "_engine", engine._engine.__wrapped__)
            tokens, lifted = engine.tokens_of(normalised(text))
        out.append([*map(repr, tokens), repr(lifted)])
    return out[0], out[1]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_a_note_has_the_same_blocks(path: Path) -> None:
    slow, quick = both(path.read_text("utf-8"))
    assert slow == quick


@given(NOTES)
def test_any_text_has_the_same_blocks(text: str) -> None:
    slow, quick = both(text)
    assert slow == quick


@pytest.mark.parametrize(
    "text", ["    $$\n    x\n    $$\n", "\t# no heading\n", "a\n===\n", "1) a\n   # b\n", "\u00a0# a\n"]
)
def test_where_a_rule_could_be_passed_over(text: str) -> None:
    slow, quick = both(text)
    assert slow == quick
