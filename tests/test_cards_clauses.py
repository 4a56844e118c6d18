"""Heads of columns that are clauses in English are asked as questions."""

from __future__ import annotations

import pytest

from deckbuild.model import RichText
from deckbuild.plan.cards.clauses import as_question

from .test_cards_from_notes import fronts


@pytest.mark.parametrize(
    ("head", "asked"),
    [
        ("What it does", "What does it do"),
        ("what it means", "what does it mean"),
        ("What it is", "What is it"),
        ("When it is used", "When is it used"),
        ("How it works", "How does it work"),
        ("Why it matters", "Why does it matter"),
        ("What it looks like", "What does it look like"),
        ("What it carries", "What does it carry"),
        ("What it matches?", "What does it match"),
        ("What they share", "What do they share"),
        ("What it did", "What it did"),
        ("What does it do?", "What does it do?"),
        ("Meaning", "Meaning"),
        ("How to use it", "How to use it"),
    ],
)
def test_a_clause_becomes_the_question_that_it_means(head: str, asked: str) -> None:
    assert as_question(RichText.of(head)).plain == asked


def test_a_cell_below_such_a_head_is_asked_for_by_a_question() -> None:
    rows = "| `cat` | prints a file |\n| `wc` | counts its words |\n"
    assert "`wc` — What does it do?" in "\n".join(
        fronts(f"# Shell\n\n| command | What it does |\n|-|-|\n{rows}")
    ).replace("<code>", "`")
