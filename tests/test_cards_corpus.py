"""The cards of a whole folder of real notes, which the environment variable DECKBUILD_CORPUS names."""

from __future__ import annotations

import statistics
from collections import Counter

import pytest

from deckbuild.model import Cloze, Command, Deck, Definition, Labelled, Pair, Question, Table, Term, figures
from deckbuild.plan.cards import Card, CardPlan, judge, plan_cards
from deckbuild.plan.cards.answers import spoken
from deckbuild.plan.cards.headings import remark
from deckbuild.plan.cards.model import blanks
from deckbuild.plan.cards.pages import about_a_project
from deckbuild.plan.cards.phrases import says
from deckbuild.plan.cards.spots import spots

from .conftest import RealNote

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def plans(real_notes: list[RealNote]) -> list[CardPlan]:
    """Every note's cards, as if all of its pictures were there."""
    return [plan_cards(note.read.deck, {figure.src for figure in figures(note.read.deck)}) for note in real_notes]


def hidden(card: Card) -> list[str]:
    return [text.plain for _, text in blanks(card.shown)]


def test_no_side_is_empty_and_no_prompt_stands_twice_in_a_deck(plans: list[CardPlan]) -> None:
    for plan in plans:
        asked = Counter(front for card in plan.cards for front in judge.fronts(card))
        assert not [front for front, count in asked.items() if count > 1], plan.source
        for card in plan.cards:
            assert any(text.strip() for text in (hidden(card) or [spoken(card.answer)])), (plan.source, card.place)
            assert all(front.strip(" |") for front in judge.fronts(card)), (plan.source, card.place)


def test_no_prompt_and_no_heading_above_it_tells_the_answer(plans: list[CardPlan]) -> None:
    for plan in plans:
        for card in plan.cards:
            told = " ".join([*card.path, card.topic.plain, card.prompt.plain.split("\n")[0], card.cue])
            secrets = hidden(card) or [spoken(card.answer)]
            assert not any(says(told, secret) for secret in secrets), (plan.source, card.place, told)


def test_answers_are_short(plans: list[CardPlan]) -> None:
    lengths = sorted(
        len(text) for plan in plans for card in plan.cards for text in (hidden(card) or [spoken(card.answer)])
    )
    assert statistics.median(lengths) <= 90
    assert lengths[int(0.95 * len(lengths))] <= 300


def test_a_note_with_facts_gives_neither_very_few_cards_nor_very_many(
    plans: list[CardPlan], real_notes: list[RealNote]
) -> None:
    counts = [sum(plan.counts.values()) for plan in plans]
    assert max(counts) <= 60
    told = [
        count
        for note, count in zip(real_notes, counts, strict=True)
        if facts(note.read.deck) >= 3 and not about_a_project(note.read.deck)
    ]
    assert sum(count >= 3 for count in told) >= 0.95 * len(told)


def facts(deck: Deck) -> int:
    """How much of a note states facts in so many words: labels, pairs, definitions, questions, commands, small tables.

    What stands in an example, or under what a task takes for granted, is true of that one case: no rule may ask for it,
    so a note that has nothing else (the sums of an exercise, the legend of a drawing) has no facts to learn. A remark
    (`Note: …`) is none.
    """
    general = [spot.block for spot in spots(deck, ()) if spot.block is not None and not spot.context.example]
    found = [block for block in general if not (isinstance(block, Labelled) and remark(block.label.plain))]
    small = (len(b.rows) for b in found if isinstance(b, Table) and len(b.head) < 5 and len(b.rows) < 12)
    return sum(isinstance(b, Labelled | Pair | Definition | Term | Question | Command | Cloze) for b in found) + sum(
        small
    )
