"""The concept model: what a note says, free of how it was written and of what will be made from it.

A `Deck` is a tree of `Concept`s; a concept holds a *body* of blocks in the order of the source. `Block` is a closed
union: match on it to the end (`case _: assert_never(block)`), so that a new kind of block breaks the type check and
not a lecture. Everything is frozen, hashable by value, and knows its `Place`.

The same structs give the YAML form (`exporters.concepts`, `readers.concepts`) and its JSON Schema: there, a block is
written under the name of its kind (`- point: text`), a `RichText` as inline Markdown and a `Place` as `line: 12` or
`line: 12-14`.
"""

from .blocks import (
    Align,
    Block,
    Callout,
    Cloze,
    Code,
    Command,
    Conclusion,
    Consequence,
    Definition,
    Diagram,
    Directive,
    Example,
    Figure,
    Footnote,
    Labelled,
    List,
    ListRole,
    Math,
    Order,
    Pair,
    Point,
    Question,
    Quote,
    Reference,
    SpeakerNotes,
    Subheading,
    Table,
    Term,
    Todo,
    blocks,
    nested,
)
from .deck import FORMAT, Asks, Concept, Deck, Legend, figures, paths, subject
from .front import Front, FrontValue
from .text import EMPTY, NOWHERE, PLAIN, Place, RichText, Run, RunKind, Style

__all__ = [
    "EMPTY",
    "FORMAT",
    "NOWHERE",
    "PLAIN",
    "Align",
    "Asks",
    "Block",
    "Callout",
    "Cloze",
    "Code",
    "Command",
    "Concept",
    "Conclusion",
    "Consequence",
    "Deck",
    "Definition",
    "Diagram",
    "Directive",
    "Example",
    "Figure",
    "Footnote",
    "Front",
    "FrontValue",
    "Labelled",
    "Legend",
    "List",
    "ListRole",
    "Math",
    "Order",
    "Pair",
    "Place",
    "Point",
    "Question",
    "Quote",
    "Reference",
    "RichText",
    "Run",
    "RunKind",
    "SpeakerNotes",
    "Style",
    "Subheading",
    "Table",
    "Term",
    "Todo",
    "blocks",
    "figures",
    "nested",
    "paths",
    "subject",
]
