"""The table that each language fills in: pieces of regular expressions, by what they say about a passage."""

from __future__ import annotations

from msgspec import Struct


class Words(Struct, frozen=True):
    """The words of one language. Every piece is matched without regard to case.

    Pieces named `…_heading` stand in a heading, `…_end` and `…_start` at the end or the start of a statement, and
    those that name a role (`pros`, `references` …) are the whole of a heading or of a label.
    """

    definition_headings: tuple[str, ...] = ()
    """Whole headings that ask what `(.+?)` is."""
    definition: tuple[str, ...] = ()
    """Headings that ask what the heading above them is."""
    not_defined: tuple[str, ...] = ()
    """Subjects of which such a heading asks something else (`the difference between …`)."""
    reason_heading: tuple[str, ...] = ()
    method_heading: tuple[str, ...] = ()
    difference_heading: tuple[str, ...] = ()
    procedure_heading: tuple[str, ...] = ()
    """An ordered list below is done in that order."""
    way_heading: tuple[str, ...] = ()
    """An ordered list below may be steps, or ways to choose from: its items must say which."""
    order_end: tuple[str, ...] = ()
    """The end of a name for things that are done one after the other, whatever their marks."""
    reasoning: tuple[str, ...] = ()
    """Questions that offer no choices: why, how."""

    contents: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    conclusion: tuple[str, ...] = ()

    byline: tuple[str, ...] = ()
    """Labels of what is said about a note, not in it: who wrote it, and when."""

    example_label: tuple[str, ...] = ()
    """As `example_start`, before a colon or a bracket."""
    example_start: tuple[str, ...] = ()
    conclusion_start: tuple[str, ...] = ()
    leads_in: tuple[str, ...] = ()
    """What stands between a statement and the examples of it."""
    intro: tuple[str, ...] = ()
    """A statement that only announces what follows it."""
    clause_end: tuple[str, ...] = ()
    """A text that ends so says something of its own: it names no list and is no label."""
    defining_end: tuple[str, ...] = ()
    kind_end: tuple[str, ...] = ()
    """Nouns for kinds of things: `… the protocol` at the end of a phrase says what something is."""
    todo: tuple[str, ...] = ()
    todo_start: tuple[str, ...] = ()
    legend: tuple[str, ...] = ()
    generic_picture: tuple[str, ...] = ()
