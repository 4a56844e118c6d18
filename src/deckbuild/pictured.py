"""Diagrams that are written in the note itself, shown as the figures that they are.

A plan knows a diagram by its picture, like any other: where one was drawn, a `Diagram` becomes a `Figure`. One that
could not be drawn stays what it is, and its source is shown.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec.structs import replace

from .assets import Picture
from .model import (
    Block,
    Callout,
    Cloze,
    Concept,
    Deck,
    Diagram,
    Figure,
    Footnote,
    Labelled,
    List,
    Pair,
    Point,
    Question,
    Quote,
    Todo,
    blocks,
)

_OF_FENCE = re.compile(r"(?:mermaid|stack|anatomy):[0-9a-f]{12}")


def source_of(diagram: Diagram) -> str:
    """What the picture of a diagram is known by, as `Figure.src` is: the same for all that are written alike."""
    return f"{diagram.lang}:{hashlib.sha256(diagram.source.encode()).hexdigest()[:12]}"


def is_of_fence(src: str) -> bool:
    """Whether a `Figure.src` is that of a diagram in the note itself: it changes with each letter of the source."""
    return bool(_OF_FENCE.fullmatch(src))


def diagrams(deck: Deck) -> Iterator[Diagram]:
    """All diagrams of a deck, in source order."""
    bodies = (deck.body, *(concept.body for concept in deck.walk()))
    return (block for body in bodies for block in blocks(body) if isinstance(block, Diagram))


def pictured(deck: Deck, pictures: Container[str]) -> Deck:
    """The deck with a figure in place of each diagram that is among the `pictures`."""
    if not any(source_of(each) in pictures for each in diagrams(deck)):
        return deck
    return replace(deck, body=_body(deck.body, pictures), concepts=_concepts(deck.concepts, pictures))


def _read_out(pictures: Container[str], src: str) -> str:
    """What is said of the diagram where it cannot be seen, if that is known."""
    picture = pictures[src] if isinstance(pictures, Mapping) else None
    return picture.scene.alt if isinstance(picture, Picture) and picture.scene else ""


def _concepts(concepts: Sequence[Concept], pictures: Container[str]) -> tuple[Concept, ...]:
    return tuple(
        replace(each, body=_body(each.body, pictures), children=_concepts(each.children, pictures)) for each in concepts
    )


def _body(body: Sequence[Block], pictures: Container[str]) -> tuple[Block, ...]:
    return tuple(_block(block, pictures) for block in body)


def _block(block: Block, pictures: Container[str]) -> Block:
    match block:
        case Diagram() if (src := source_of(block)) in pictures:
            return Figure(src, block.caption, _read_out(pictures, src), place=block.place)
        case List():
            return replace(block, items=_body(block.items, pictures))
        case Point() | Pair() | Labelled() | Question() | Cloze() | Todo() | Footnote() | Quote() | Callout():
            return replace(block, body=_body(block.body, pictures)) if block.body else block
        case _:
            return block
