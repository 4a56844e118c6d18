"""What holds of a whole folder of real notes, which the environment variable DECKBUILD_CORPUS names."""

from __future__ import annotations

import pytest

from deckbuild.checks import check
from deckbuild.exporters.concepts import export
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.slides import plan_slides
from deckbuild.readers.concepts import read_concepts
from deckbuild.readers.notes import read_note

from .canonical import canonical, said
from .conftest import RealNote

pytestmark = pytest.mark.real


def test_every_diagnostic_of_a_real_note_points_into_it(real_notes: list[RealNote]) -> None:
    for path, text, read in real_notes:
        last = len(text.splitlines()) + 1
        for diagnostic in (*read.diagnostics, *check(read.deck)):
            assert 0 <= diagnostic.place.line <= diagnostic.place.last <= last, f"{path}: {diagnostic}"


def test_the_model_of_a_real_note_survives_yaml(real_notes: list[RealNote]) -> None:
    changed = [
        note.path
        for note in real_notes
        if read_concepts(export(note.read.deck).decode(), "a.yaml").deck != note.read.deck
    ]
    assert not changed


def test_reading_the_canonical_form_of_a_real_note_changes_nothing(real_notes: list[RealNote]) -> None:
    changed = []
    for path, _, read in real_notes:
        once = read_note(canonical(read.deck), path).deck
        if said(once) != said(read_note(canonical(once), path).deck):
            changed.append(path)
    assert not changed


def test_something_can_be_made_of_every_real_note(real_notes: list[RealNote]) -> None:
    for note in real_notes:
        deck = note.read.deck
        plan_slides(deck, {}), plan_sheet(deck, frozenset())  # its cards are planned where they are judged
        assert deck.title.plain, note.path
