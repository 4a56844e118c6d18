"""Boxes of site generators are callouts: `!!! note` over indented lines, `:::note` up to its end."""

from __future__ import annotations

import pytest

from deckbuild.accounting import account
from deckbuild.model import Callout, Code, List, Point, RichText
from deckbuild.readers.notes import read_note


def boxes(text: str) -> list[tuple[str, str, str]]:
    """Each callout of a note: kind, title, and the first words in it."""
    deck = read_note(text, "note.md").deck
    found = [block for block in deck.body if isinstance(block, Callout)]
    return [(box.kind, box.title.plain, next((_words(b) for b in box.body), "")) for box in found]


def _words(block: object) -> str:
    match block:
        case Point(text=RichText() as text):
            return text.plain
        case List(items=items):
            return _words(items[0])
        case _:
            return type(block).__name__


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("!!! note\n    body", [("note", "", "body")]),
        ('!!! danger "Take care"\n    body', [("danger", "Take care", "body")]),
        ('??? tip "Folded"\n\n    after a blank line', [("tip", "Folded", "after a blank line")]),
        ("???+ Warning\n\tby a tab", [("warning", "", "by a tab")]),
        ('!!! note inline end "Beside"\n    body', [("note", "Beside", "body")]),
        ("text\n!!! note\n    - item", [("note", "", "item")]),
        ('=== "Linux"\n\n    apt', [("tab", "Linux", "apt")]),
        (":::tip\nbody\n:::", [("tip", "", "body")]),
        ("::: warning A title: of words\nbody\n:::", [("warning", "A title: of words", "body")]),
        (":::info[Docusaurus]\nbody\n:::", [("info", "Docusaurus", "body")]),
        ("::: {.note #id}\nbody\n::::", [("note", "", "body")]),
        ("::: Note :::\nbody\n:::", [("note", "", "body")]),
        ("::::note\n:::tip\ninner\n:::\n::::", [("note", "", "Callout")]),
    ],
)
def test_a_box_is_a_callout(text: str, found: list[tuple[str, str, str]]) -> None:
    assert boxes(text) == found
    assert not account(text, read_note(text, "note.md").deck).missing


@pytest.mark.parametrize(
    "text", [":::note\nnever closed", "!!!no\n    x", "!!! 안녕\n    x", "::: \nx\n:::", "a ::: b"]
)
def test_what_only_looks_like_a_box_is_text(text: str) -> None:
    assert boxes(text) == []


def test_a_box_ends_where_its_indentation_ends() -> None:
    deck = read_note("!!! note\n    inside\n\n        code\n\n    inside too\n\noutside", "note.md").deck
    box, after = deck.body
    assert isinstance(box, Callout)
    assert [type(block) for block in box.body] == [Point, Code, Point]
    assert isinstance(after, Point)
    assert after.text.plain == "outside"


def test_a_box_stands_within_an_item() -> None:
    deck = read_note("- item\n\n    !!! note\n        inside\n", "note.md").deck
    listed = deck.body[0]
    assert isinstance(listed, List)
    assert isinstance(listed.items[0], Point)
    assert isinstance(listed.items[0].body[0], Callout)


@pytest.mark.parametrize("mark", ["[TOC]", "[[toc]]", "[[_TOC_]]", "{:toc}"])
def test_the_place_for_a_table_of_contents_is_no_content(mark: str) -> None:
    text = f"{mark}\n\nwords"
    deck = read_note(text, "note.md").deck
    assert [block.text.plain for block in deck.body if isinstance(block, Point)] == ["words"]
    assert not account(text, deck).missing


def test_a_callout_may_say_how_it_is_laid_out() -> None:
    assert boxes("> [!quote|right] Title\n> body") == [("quote", "Title", "body")]
