"""Markdown → syntax blocks with line numbers, by markdown-it-py. Inline text stays raw source (see `readers.inline`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..inline import Link
from .engine import tokens_of
from .links import links_of, unused
from .merges import conflicts
from .nodes import (
    BlockQuote,
    DefinitionItem,
    Details,
    Directive,
    Fence,
    FootnoteText,
    Heading,
    Html,
    Item,
    ItemList,
    MathBlock,
    Node,
    Paragraph,
    PipeTable,
    Problem,
    Rule,
    Speech,
    Syntax,
)
from .notices import diagnostics_of
from .rules import MAX_NESTING
from .tokens import TokenReader

__all__ = [
    "MAX_NESTING",
    "BlockQuote",
    "DefinitionItem",
    "Details",
    "Directive",
    "Fence",
    "FootnoteText",
    "Heading",
    "Html",
    "Item",
    "ItemList",
    "Link",
    "MathBlock",
    "Node",
    "Paragraph",
    "PipeTable",
    "Problem",
    "Rule",
    "Speech",
    "Syntax",
    "diagnostics_of",
    "read_blocks",
]


def read_blocks(source: str, defines_links: bool = True) -> Syntax:
    """All blocks of a note. `source` has `\\n` line ends.

    Every line that is not blank is in a block, or is the definition of a link: one that is used, or named in a problem.
    """
    lines = source.split("\n")
    tokens, lifted = tokens_of(source, defines_links)
    reader = TokenReader(tokens, lines)
    nodes = reader.read(0, len(tokens))
    problems = [
        *reader.problems,
        *unused(reader.definitions, lines),
        *_too_deep(lifted),
        *conflicts(tokens, lines),
    ]
    problems.sort(key=lambda problem: (problem.line, problem.kind))
    return Syntax(nodes, links_of(reader.definitions), tuple(problems))


def _too_deep(lifted: Sequence[int]) -> Iterator[Problem]:
    if lifted:
        fact = f"these lines are nested deeper than {MAX_NESTING} levels and are read as if they were not"
        yield Problem("too-deep", lifted[0] + 1, lifted[-1] + 1, fact)
