"""Sheets of real notes, measured by the boxes of their glyphs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckbuild.plan.sheet import SheetOptions
from tests.sheet_measure import faults, sheets
from tests.test_sheet_measured import ROOT, sheet_of, words_of

CORPUS = os.environ.get("DECKBUILD_CORPUS", "")
REAL = sorted(Path(CORPUS).rglob("*.md"), key=lambda path: path.stat().st_size) if CORPUS else []
STACKED = "mojibake-hostile-text"
"""A note whose marks stand on other letters by what it is."""
OWN = [path for path in sorted((ROOT / "tests" / "golden").glob("*/note.md")) if path.parent.name != STACKED]
NOTES = [*OWN, *REAL[:: max(1, len(REAL) // 60)]]
MANNERS = (SheetOptions(),)
UNEVEN = ("full", "columns differ")
"""What atoms that are not divided may leave: it is measured, and not held against single notes."""


@pytest.mark.real
@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note.parent.name}-{note.stem}")
def test_every_word_is_whole_and_in_its_place(note: Path):
    for options in MANNERS:
        made = sheet_of(note, options)
        found = faults(sheets(made.data), words_of(note))
        assert [fault for fault in found if not any(word in fault for word in UNEVEN)] == []
