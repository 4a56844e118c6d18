"""The cards of a whole folder of real notes, which the environment variable DECKBUILD_CORPUS names."""

from __future__ import annotations

import re
import statistics
from collections import Counter

import pytest

from deckbuild.model import (
    Block,
    Cloze,
    Command,
    Deck,
    Definition,
    Labelled,
    List,
    Pair,
    Point,
    Question,
    Reference,
    Table,
    Term,
    figures,
)
from deckbuild.plan.cards import Card, CardPlan, judge, plan_cards
from deckbuild.plan.cards.answers import spoken
from deckbuild.plan.cards.finding import spots
from deckbuild.plan.cards.headings import remark
from deckbuild.plan.cards.model import blanks
from deckbuild.plan.cards.pages import about_a_project
from deckbuild.plan.cards.phrases import says
from deckbuild.plan.cards.spots import Spot

from .conftest import RealNote

pytestmark = pytest.mark.real

MAX_LISTED = 5
OF_ONE_RUN = re.compile(
    r"\W*(?:약|about|约|約)?\s?\d[\d.,]*\s?(?:초|분|ms|s|sec(?:onds?)?|秒)\W*|\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}\W*"
)
"""How long one run took, or a date."""
TO_DO = re.compile(r"[가-힣]기$")
TRACE = re.compile(r"\W*[a-z]+\s\d+\W*")
LICENCE = re.compile(r"licen[cs]e|라이선스", re.IGNORECASE)
OF_A_SCRIPT = re.compile(r"^\s*\w+=\S*\s*$|\$\{?[A-Z_]{4,}|^\s*echo\s", re.MULTILINE)
"""A line that sets or uses a variable of its author's own script, or prints what that is doing."""


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
            asked = card.own and card.kind in (
                "question",
                "pair",
            )  # its author may offer the answer, or show its source
            assert asked or not any(says(told, secret) for secret in secrets), (plan.source, card.place, told)


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
    assert all(count >= 3 for count in told)


def facts(deck: Deck) -> int:
    """How much of a note states facts in so many words: labels, pairs, definitions, questions, commands, small tables.

    What stands in an example, or under what a task takes for granted, is true of that one case: no rule may ask for it,
    so a note that has nothing else (the sums of an exercise, the legend of a drawing) has no facts to learn. So are a
    table of nothing but numbers, how long a run took, the trace of a run (`depth 0`, `depth 1`) and a script with its
    variables. A remark (`Note: …`) is none, nor is the date of a note; a name of one letter, and what stands below a
    call, are legends; what is to be done (`…하기`, with a passage below it) is
    a to-do; a table of licences and a label above links are lists of references. Commands in a row that
    nothing describes are one. A label above a longer list than can be learnt (`MAX_LISTED`) heads it, and states nothing.
    """
    found = [spot for spot in spots(deck, ()) if spot.block is not None and not spot.context.example]
    return sum(_states_a_fact(spot) and not _goes_on(spot) for spot in found)


def _states_a_fact(spot: Spot) -> bool:
    match spot.block:
        case Labelled(label=label, text=text, body=body):
            named, lead = label.plain.strip(" :"), spot.context.lead.plain
            if len(named) < 2 or remark(label.plain) or lead.endswith(")"):
                return False
            if text:
                return not OF_ONE_RUN.fullmatch(text.plain)
            return _is_told_by(body) and not TO_DO.search(named)
        case Table(head=head, rows=rows):
            said = " ".join(cell.plain for row in rows for cell in row)
            small = len(head) < 5 and 0 < len(rows) < 12
            return small and any(map(str.isalpha, said)) and not any(LICENCE.search(cell.plain) for cell in head)
        case Pair(left=left):
            return not TRACE.fullmatch(left.plain)
        case block:
            return isinstance(block, Definition | Term | Question | Command | Cloze)


def _is_told_by(body: tuple[Block, ...]) -> bool:
    """Whether the lines below a label are few enough to be what it is, and are no links."""
    lines = [line for block in body for line in (block.items if isinstance(block, List) else (block,))]
    linked = [
        line
        for line in lines
        if isinstance(line, Reference) or (isinstance(line, Point) and any(run.href for run in line.text))
    ]
    return 0 < len(lines) <= MAX_LISTED and len(linked) < len(lines)


def _goes_on(spot: Spot) -> bool:
    """Whether a command goes on with the one before it, or is of a script."""
    block, before = spot.block, spot.before
    if not isinstance(block, Command):
        return False
    run = [other.code for other in spot.body if isinstance(other, Command)]
    return any(map(OF_A_SCRIPT.search, run)) or (isinstance(before, Command) and not (block.comment or before.comment))
