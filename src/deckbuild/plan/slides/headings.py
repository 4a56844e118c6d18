"""Headings without the marks of their footnotes: in a kicker, a table of contents or a footer nothing is raised, and `Docker¹` would be `Docker1`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...model import Concept, Deck, RichText
from ...richtext import strip


def unmarked(deck: Deck) -> Deck:
    """A deck whose titles refer to no footnotes; what these say stands where it stood."""
    return replace(deck, title=_bare(deck.title), concepts=_unmarked(deck.concepts))


def _unmarked(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    return tuple(replace(each, title=_bare(each.title), children=_unmarked(each.children)) for each in concepts)


def _bare(title: RichText) -> RichText:
    if not any(run.kind == "reference" for run in title):
        return title
    return strip(RichText(run for run in title if run.kind != "reference"))
