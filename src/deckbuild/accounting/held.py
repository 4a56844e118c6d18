"""What a model holds, in pieces that know their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..model import Block, Concept, Deck, Place, RichText
from .words import without_tags


def held_text(deck: Deck) -> Iterator[tuple[Place, str]]:
    """All text of a model, each piece with its place, and none of it twice."""
    start = Place(deck.source, 1)
    yield start, "\n".join([_text(deck.title), deck.name, without_tags(deck.heading), *deck.tags])
    for legend in deck.legend:
        yield legend.place, legend.meaning
    yield from _bodies(deck.body)
    for concept in deck.walk():
        yield Place(concept.place.path, concept.place.line), _heading(concept)
        yield from _bodies(concept.body)


def _heading(concept: Concept) -> str:
    said = without_tags(concept.heading) or f"{concept.number} {_text(concept.title)}"
    return "\n".join([said, concept.id, *concept.classes, *concept.tags])


def _bodies(body: Iterable[Block]) -> Iterator[tuple[Place, str]]:
    stack = list(body)
    while stack:
        block = stack.pop()
        pieces: list[str] = []
        for field in block.__struct_fields__:
            _collect(getattr(block, field), pieces, stack)
        yield block.place, "\n".join(pieces)


def _collect(value: object, pieces: list[str], stack: list[Block]) -> None:
    match value:
        case RichText():
            pieces.append(_text(value))
        case str():
            pieces.append(value)
        case tuple():
            for each in value:
                _collect(each, pieces, stack)
        case Struct() if not isinstance(value, Place):
            stack.append(value)  # type: ignore[arg-type]


def _text(text: RichText) -> str:
    """The letters, and after them the addresses behind links and the hints in gaps."""
    plain = "".join(f" {run.text} " if run.kind == "reference" else run.text for run in text)
    return "\n".join([plain, *dict.fromkeys(each for run in text for each in (run.href, run.hint) if each)])
