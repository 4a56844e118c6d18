"""Cards are found again after many edits at once, and none is taken for another."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from .edits import lines_of
from .siblings import Replaced
from .simulate import Heirs, heirs, notes, similar, trial

CORPUS = os.environ.get("DECKBUILD_CORPUS")
LEAST = {0.1: 0.99, 0.3: 0.975, 0.6: 0.93}
"""Floors: below them something broke. What is aimed at, the command prints."""


@pytest.mark.real
def test_of_300_facts_that_are_much_alike_none_is_taken_for_another() -> None:
    found = Counter(each.what for each in trial(similar(), 0.3, 1))
    assert found["wrong"] == 0
    assert found["kept"] >= 0.95 * found.total() > 250


@pytest.mark.parametrize(
    ("section", "old", "new", "expected"),
    [
        ("- {}\n- good for every device\n", "cheap and quick to make", "known and sold in town", Heirs(None, True)),
        ("- cheap : {}\n- good : for all\n", "quick to make", "known in town", Heirs(True, False)),
        ("- {}\n- good : for all\n", "cheap : quick to make", "market : harbour with ships", Heirs(False, False)),
    ],
    ids=["an item of a list that is asked for at once", "the same label", "another fact"],
)
def test_a_list_is_counted_beside_the_lines_whose_card_another_inherits(
    section: str, old: str, new: str, expected: Heirs
) -> None:
    note = f"# Web\n\n## Hybrid app\n\n### Advantages\n\n{section}"
    assert heirs(Replaced(lines_of(note.format(old)), lines_of(note.format(new)), 7)) == expected


@pytest.mark.real
@pytest.mark.skipif(CORPUS is None, reason="DECKBUILD_CORPUS names no folder of notes")
@pytest.mark.parametrize("rate", LEAST)
def test_cards_of_real_notes_are_found_again(rate: float) -> None:
    texts = notes(Path(str(CORPUS)), 40, 1)
    found = Counter(each.what for n, text in enumerate(texts) for each in trial(text, rate, 1000 + n))
    assert found["wrong"] == 0
    assert found.total() > 400
    assert found["kept"] >= LEAST[rate] * found.total()
