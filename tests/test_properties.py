"""What holds of any note whatever: it is read, wholly, and to the same model again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings

from deckbuild.accounting import account, lost, words
from deckbuild.checks import check
from deckbuild.exporters.concepts import export
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.slides import plan_slides
from deckbuild.readers import blocks as b
from deckbuild.readers.concepts import read_concepts
from deckbuild.readers.letters import normalised
from deckbuild.readers.notes import read_note

from .fragments import ANY_TEXT, NOTES

Property = Callable[[str], None]
SOON = settings(deadline=timedelta(seconds=5))
"""No note takes longer."""
PATH = "notes/any.md"


def is_read(text: str) -> None:
    """It is read, and what there is to say of it can be said."""
    read = read_note(text, PATH)
    assert all(str(each) for each in (*read.diagnostics, *check(read.deck)))
    last = normalised(text).count("\n") + 1
    assert all(0 <= each.place.line <= each.place.last <= last for each in read.diagnostics)


def no_line_is_passed_over(text: str) -> None:
    """Each line that is not blank is carried by a block, is a definition that links use, or is named."""
    source = normalised(text)
    syntax = b.read_blocks(source)
    carried = {line for first, last in _spans(syntax.nodes) for line in range(first, last + 1)}
    carried |= {line for problem in syntax.problems for line in range(problem.line, problem.end + 1)}
    lines = [(number, line) for number, line in enumerate(source.split("\n"), 1) if number not in carried]
    definition = False
    for number, line in lines:
        definition = bool(_DEFINITION.match(line)) or (definition and bool(line.strip()) and number - 1 not in carried)
        assert definition or not line.translate(_CONTAINERS).strip(), f"line {number}: {line!r}"


_DEFINITION = re.compile(r"[\s>]*\[[^\]]*\]?:?")
_CONTAINERS = str.maketrans("", "", ">\u3000")


def _spans(nodes: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The lines of all blocks that hold text themselves, and the first line of those that hold others."""
    for node in nodes:
        inner = getattr(node, "items", ()) or getattr(node, "body", ())
        first = node.line - isinstance(node, b.Fence)
        terms = len(getattr(node, "terms", ())) + 1
        yield (first, first + terms) if inner else (first, node.end)
        yield from _spans(inner)


def no_word_is_lost_unsaid(text: str) -> None:
    """Each visible word is in the model, or something that was said of the note names its line.

    Where a mark touches letters, it depends on the mark whether they are one word: the letters of each must be there.
    """
    read = read_note(text, PATH)
    said = {line for each in read.diagnostics for line in range(each.place.line, each.place.last + 1)}
    held = "".join(words(export(read.deck).decode()))
    missing = [each for each in account(text, read.deck).missing if each.line not in said]
    lost = [each for each in missing if not all(word in held for word in each.text.split())]
    assert not lost, lost


def it_survives_yaml(text: str) -> None:
    """Its model can be written down, and is the same when it is read from there."""
    deck = read_note(text, PATH).deck
    assert read_concepts(export(deck).decode(), "any.concepts.yaml").deck == deck


def everything_is_made_of_it(text: str) -> None:
    """Cards, slides and a sheet can be planned, twice the same."""
    deck = read_note(text, PATH).deck
    assert plan_cards(deck) == plan_cards(deck)
    assert plan_slides(deck, {}) == plan_slides(deck, {})
    assert plan_sheet(deck, frozenset()) == plan_sheet(deck, frozenset())


PROPERTIES = (is_read, no_line_is_passed_over, no_word_is_lost_unsaid, it_survives_yaml, everything_is_made_of_it)
each_property = pytest.mark.parametrize("holds", PROPERTIES, ids=lambda holds: holds.__name__)


@each_property
@SOON
@given(text=NOTES)
def test_of_any_note(holds: Property, text: str) -> None:
    holds(text)


@each_property
@SOON
@given(text=ANY_TEXT)
@example("\ud800\x00\ufeff\r\r\n\x0b\x0c\u2028")
def test_of_any_text(holds: Property, text: str) -> None:
    holds(text)


MENDED = [
    (no_word_is_lost_unsaid, "年,\n: =>"),
    (no_word_is_lost_unsaid, ">시\n: {{c1::位}}"),
    (no_word_is_lost_unsaid, "<ul>[=>](co)"),
    (it_survives_yaml, ":<br>-\n-"),
    (it_survives_yaml, "# image <br> image"),
    (it_survives_yaml, "<pre>&nbsp!"),
    (is_read, "<table><th><tr><td>[^a]<td>"),
    (it_survives_yaml, "`。 image` -> image"),
    (no_word_is_lost_unsaid, "> C: image [image] layer\n: 1"),
    (no_word_is_lost_unsaid, "```\n컨테이너는 :warning:\n```"),
    (no_word_is_lost_unsaid, "    <ul>行列"),
    (no_word_is_lost_unsaid, "    单位![[g|3]]"),
    (no_word_is_lost_unsaid, "`\n<ruby>`"),
    (it_survives_yaml, "Which is right?\n\n1) one\n2) two\n\nAnswer: 2"),
    (it_survives_yaml, "옳은 것은?\n① 사과 ② 배\n정답: ②"),
    (no_word_is_lost_unsaid, "Which?\n\n- a) one\n- b) two\n- Answer: a\n- Remember\n\n  it\n- Last"),
]
"""The least notes for which it did not hold once."""


@pytest.mark.parametrize(("holds", "text"), MENDED)
def test_of_a_note_that_once_was_read_wrongly(holds: Property, text: str) -> None:
    holds(text)


def test_a_word_that_the_model_lacks_is_noticed() -> None:
    """The measure itself can fail."""
    read = read_note("# A\n\nword\n", PATH)
    assert [each.line for each in account("# A\n\nword\n\nother\n", read.deck).missing] == [5]
    assert len([*lost(account("other", read.deck))]) == 1
