"""Reading changes nothing that reading has made: a model, written as a note, is read as itself."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from deckbuild.accounting import words
from deckbuild.model import Block, Deck
from deckbuild.readers.notes import read_note

from .canonical import canonical, said
from .examples import sampled
from .fragments import NOTES
from .test_properties import PATH, SOON

ODD = 3
"""Rounds for notes that nobody would write: what has no form of its own becomes one thing first and another after it."""
GOLDEN = {path.parent.name: path for path in sorted((Path(__file__).parent / "golden").glob("*/note.md"))}


@lru_cache(maxsize=3 * len(GOLDEN))
def deck_of(text: str) -> Deck:
    return read_note(text, PATH).deck


def again(text: str) -> str:
    """The canonical note of a note."""
    return canonical(deck_of(text))


def settles(text: str, rounds: int) -> None:
    """After so many rounds of reading and writing, one more changes nothing."""
    for _ in range(rounds):
        text = again(text)
    assert said(deck_of(text)) == said(deck_of(again(text)))


@pytest.mark.parametrize("path", sampled(GOLDEN, [*GOLDEN][::5], GOLDEN))
def test_reading_a_canonical_note_changes_nothing(path: Path) -> None:
    settles(path.read_text("utf-8"), 1)


@SOON
@given(NOTES)
def test_reading_any_canonical_note_changes_nothing(text: str) -> None:
    settles(text, ODD)


@pytest.mark.real
def test_the_canonical_form_says_everything_that_the_model_says() -> None:
    for path in GOLDEN.values():
        text = path.read_text("utf-8")
        before, after = (set(words(_ALT.sub("", said(deck_of(each))))) for each in (text, again(text)))
        assert before - after <= NAMES, path


_ALT = re.compile(r"\balt: .*")
"""A picture with a caption of its own is written with that alone."""
NAMES = {str(kind.__struct_config__.tag) for kind in get_args(Block)} | {"style", "lines", "sign", "right", "br"}
"""What the model calls things: a note cannot always say them (see `canonical`)."""
