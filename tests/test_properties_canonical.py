"""Reading changes nothing that reading has made: a model, written as a note, is read as itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from deckbuild.accounting import words
from deckbuild.model import Block
from deckbuild.readers.notes import read_note

from .canonical import canonical, said
from .fragments import NOTES
from .test_properties import PATH, SOON

ODD = 3
"""Rounds for notes that nobody would write: what has no form of its own becomes one thing first and another after it."""
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/note.md"))


def again(text: str) -> str:
    """The canonical note of a note."""
    return canonical(read_note(text, PATH).deck)


def settles(text: str, rounds: int) -> None:
    """After so many rounds of reading and writing, one more changes nothing."""
    for _ in range(rounds):
        text = again(text)
    assert said(read_note(text, PATH).deck) == said(read_note(again(text), PATH).deck)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_reading_a_canonical_note_changes_nothing(path: Path) -> None:
    settles(path.read_text("utf-8"), 1)


@SOON
@given(NOTES)
def test_reading_any_canonical_note_changes_nothing(text: str) -> None:
    settles(text, ODD)


def test_the_canonical_form_says_everything_that_the_model_says() -> None:
    for path in GOLDEN:
        deck = read_note(path.read_text("utf-8"), PATH).deck
        again = read_note(canonical(deck), PATH).deck
        before, after = (set(words(_ALT.sub("", said(each)))) for each in (deck, again))
        assert before - after <= NAMES, path


_ALT = re.compile(r"\balt: .*")
"""A picture with a caption of its own is written with that alone."""
NAMES = {str(kind.__struct_config__.tag) for kind in get_args(Block)} | {"style", "lines", "sign", "right", "br"}
"""What the model calls things: a note cannot always say them (see `canonical`)."""
