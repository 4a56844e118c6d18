"""Footnotes on the slides of what refers to them: notes have them all below, or at the end of a section."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from ...footnoted import referred
from ...model import Block, Concept, Deck, Footnote

Body = tuple[Block, ...]


def at_their_marks(deck: Deck) -> Deck:
    """A deck whose footnotes end the body that refers to them first; those that no body refers to stay."""
    bodies = [deck.body, *(concept.body for concept in deck.walk())]
    homes = _homes(bodies)
    if not any(_is_away(block, n, homes) for n, body in enumerate(bodies) for block in body):
        return deck
    here = [[block for block in body if not _is_away(block, n, homes)] for n, body in enumerate(bodies)]
    for n, body in enumerate(bodies):
        for block in body:
            if isinstance(block, Footnote) and _is_away(block, n, homes):
                here[homes[block.label.lower()]].append(block)
    first, *rest = (tuple(body) for body in here)
    each = iter(rest)
    return replace(deck, body=first, concepts=tuple(_with(concept, each) for concept in deck.concepts))


def _homes(bodies: list[Body]) -> dict[str, int]:
    """For each label the first body that refers to it."""
    homes: dict[str, int] = {}
    for n, body in enumerate(bodies):
        for label in referred(tuple(block for block in body if not isinstance(block, Footnote))):
            homes.setdefault(label.lower(), n)
    return homes


def _is_away(block: Block, n: int, homes: dict[str, int]) -> bool:
    """Whether a block is a footnote that belongs to another body than the nth."""
    return isinstance(block, Footnote) and homes.get(block.label.lower(), n) != n


def _with(concept: Concept, bodies: Iterator[Body]) -> Concept:
    """A concept and all below it with other bodies, in the order of `walk`."""
    body = next(bodies)
    return replace(concept, body=body, children=tuple(_with(child, bodies) for child in concept.children))
