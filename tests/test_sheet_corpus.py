"""Sheets of real and of made-up notes, measured by the boxes of their glyphs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf import export
from deckbuild.plan.sheet import SheetOptions, plan_sheet
from tests.sheet_measure import faults, sheets
from tests.test_pdf_any import Maker
from tests.test_sheet_measured import ROOT, sheets_of, words_of

CORPUS = os.environ.get("DECKBUILD_CORPUS", "")
REAL = (
    sorted((path for path in Path(CORPUS).rglob("*.md") if path.stat().st_size), key=lambda path: path.stat().st_size)
    if CORPUS
    else []
)
SOME = [path for path in REAL[:: max(1, len(REAL) // 60)] if path.read_bytes().strip()]
NOTES = [*sorted((ROOT / "tests" / "golden").glob("*/note.md")), *SOME]
MANNERS = tuple(SheetOptions(paper=paper, pages=pages) for paper, pages in product(("a4", "letter"), (1, 2)))  # type: ignore[arg-type]
UNDIVIDED = 0.12
"""How much columns may differ at the largest type where there is nothing to divide at the right height: tables, code and lists."""
UNDIVIDED_OF_ANY = 0.15
"""The same of made-up decks, whose words are as long as they come."""
LITTLE = "full at"
"""What a page of a few letters of code, in which no text has the size of the sheet, is taken for."""


def manners_of(note: Path) -> tuple[SheetOptions, ...]:
    """What to try a note in, in turns: one paper and one number of pages for each of our own; for those that somebody wrote
    both papers, one with one page and the other with two."""
    turn = NOTES.index(note)
    if note not in SOME:
        return (MANNERS[turn % len(MANNERS)],)
    a4_one, a4_two, letter_one, letter_two = MANNERS
    return (a4_two, letter_one) if turn % 2 else (a4_one, letter_two)


def held(found: Iterable[str], most: float = UNDIVIDED) -> list[str]:
    """The faults without columns that differ for want of places to divide them."""
    differ = ((fault, re.search(r"columns differ by (\d+)%", fault)) for fault in found)
    return [fault for fault, by in differ if not by or int(by[1]) > 100 * most]


@pytest.mark.real
@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note.parent.name}-{note.stem}")
def test_every_word_is_whole_and_in_its_place_and_pages_are_full(note: Path):
    made = {each.data: None for each in sheets_of(note, manners_of(note))}  # two manners may give one and the same
    words = words_of(note)
    for data in made:
        assert held(faults(sheets(data), words)) == []


@pytest.mark.real
@pytest.mark.parametrize("seed", range(50))
def test_the_same_of_any_deck(seed: int):
    plan = plan_sheet(Maker(seed).deck(), (), MANNERS[seed % len(MANNERS)])
    found = held(faults(sheets(export(plan, {}, Stamp(0)).data)), UNDIVIDED_OF_ANY)
    few = sum(len(section.atoms) for section in plan.sections) < 3
    assert [fault for fault in found if not (few and LITTLE in fault)] == []
