"""Footnotes are counted on slides and sheets, whatever they are called in the note."""

from __future__ import annotations

import pytest

from deckbuild.footnoted import counted
from deckbuild.model import Footnote, blocks
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.slides import plan_slides
from deckbuild.readers.notes import read_note

NAMED = "# Deck\n\n## Section\n\nOne thing.[^paxos]\n\n- Two things.[^1]\n\n[^1]: Lamport, as said in [^raft].\n[^paxos]: Chubby.\n[^raft]: Ongaro.\n"


def marks_of(text: str) -> tuple[list[str], list[str]]:
    deck = counted(read_note(text, "d.md").deck)
    found = [block for concept in deck.walk() for block in blocks(concept.body)]
    runs = [run.text for block in found for run in getattr(block, "text", ()) if run.kind == "reference"]
    return runs, [block.label for block in found if isinstance(block, Footnote)]


def test_named_footnotes_are_counted_as_the_text_refers_to_them():
    assert marks_of(NAMED) == (["1", "2", "3"], ["2", "1", "3"])


@pytest.mark.parametrize("label", ["Paxos", "PAXOS"])
def test_the_case_of_a_label_says_nothing(label: str):
    assert marks_of(f"# D\n\n## S\n\nOne.[^{label}]\n\n[^paxos]: Chubby.\n") == (["1"], ["1"])


def test_a_note_that_counts_its_footnotes_keeps_its_numbers():
    text = "# D\n\n## S\n\nOne.[^7] Two.[^3]\n\n[^3]: Three.\n[^7]: Seven.\n"
    deck = read_note(text, "d.md").deck
    assert counted(deck) is deck


def test_no_name_of_a_footnote_is_on_slides_or_on_a_sheet():
    deck = read_note(NAMED, "d.md").deck
    for plan in (plan_slides(deck, {}), plan_sheet(deck, ())):
        assert "paxos" not in repr(plan)
        assert "raft" not in repr(plan)
