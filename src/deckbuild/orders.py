"""A deck as its author wants it made: without tables of contents and what `<!-- deckbuild: skip -->` stands before."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from msgspec.structs import replace

from .model import (
    Block,
    Callout,
    Cloze,
    Concept,
    Deck,
    Directive,
    Footnote,
    Labelled,
    List,
    Order,
    Pair,
    Point,
    Question,
    Quote,
    RichText,
    SpeakerNotes,
    Todo,
    blocks,
)
from .pictured import pictured

_SKIPPING: dict[Order | None, tuple[Order, ...]] = {
    "slide break": ("skip", "slide skip"),
    "sheet keep": ("skip", "sheet skip"),
}
"""The orders that leave something out, by the other order of a format."""


def obeyed(deck: Deck, meant: Order | None = None, pictures: Container[str] = ()) -> Deck:
    """The deck without what is to be left out, and of the other orders only the one that is `meant` for this format.

    What a speaker says is kept for slides alone. Diagrams of which there are `pictures` are figures.
    """
    deck = pictured(deck, pictures)
    bodies = (deck.body, *(concept.body for concept in deck.walk()))
    plain = not any(
        isinstance(block, Directive | SpeakerNotes) or _is_contents(block) for body in bodies for block in blocks(body)
    )
    if plain and not any(concept.orders for concept in deck.walk()):
        return deck
    return replace(deck, body=_body(deck.body, meant), concepts=_concepts(deck.concepts, meant))


def _concepts(concepts: Sequence[Concept], meant: Order | None) -> tuple[Concept, ...]:
    return tuple(
        replace(concept, body=_body(concept.body, meant), children=_concepts(concept.children, meant))
        for concept in concepts
        if not set(_skipping(meant)) & set(concept.orders) and not _only_contents(concept)
    )


def _skipping(meant: Order | None) -> tuple[Order, ...]:
    return _SKIPPING.get(meant, ("skip",))


def _only_contents(concept: Concept) -> bool:
    return bool(concept.body) and not concept.children and all(map(_is_contents, concept.body))


def _is_contents(block: Block) -> bool:
    """Whether a block is a table of contents, or a box around one."""
    match block:
        case List(role=role):
            return role == "contents"
        case Quote(body=body) | Callout(body=body):
            return bool(body) and all(map(_is_contents, body))
        case _:
            return False


def _body(body: Sequence[Block], meant: Order | None) -> tuple[Block, ...]:
    out: list[Block] = []
    skip: Directive | None = None
    before: Block | None = None
    for block in body:
        if isinstance(block, Directive):
            skip = block if block.order in _skipping(meant) else skip
            out += [block] if block.order == meant else []
            continue
        if isinstance(block, SpeakerNotes):
            out += [block] if meant == "slide break" else []
            continue
        if skip and isinstance(block, List) and _is_torn(before, skip, block):
            block = replace(block, items=block.items[1:], start=block.start + (block.style == "ordered"))
            skip = None
        before = block
        if skip:
            skip = None
        elif (isinstance(block, List) and not block.items) or _is_contents(block):
            continue
        elif (kept := _inside(block, meant)) is not None:
            out += _parted(kept) if isinstance(kept, List) else [kept]
    return tuple(out)


def _parted(block: List) -> Iterator[Block]:
    """A list in several where an order stands between its items, each beginning with the number that is its turn."""
    start, run = block.start, list[Block]()
    label = block.label
    for item in [*block.items, None]:
        if item is not None and not isinstance(item, Directive):
            run.append(item)
            continue
        if run:
            yield replace(block, items=tuple(run), start=start, label=label)
            start, run, label = start + len(run), [], RichText()
        if item is not None:
            yield item


def _is_torn(before: Block | None, skip: Directive, block: List) -> bool:
    """Whether an order stands within a list, between two lines of it: then it is about one item, not all that follow."""
    return (
        isinstance(before, List)
        and before.style == block.style
        and before.place.last + 1 == skip.place.line
        and skip.place.last + 1 == block.place.line
    )


def _inside(block: Block, meant: Order | None) -> Block | None:
    """The block without what is to be skipped in it; nothing where it was a list of such items alone. Only in a list
    can an order for the format be obeyed."""
    match block:
        case List(items=items):
            kept = tuple(_listed(_body(items, meant), meant))
            return replace(block, items=kept) if kept else None
        case Point() | Pair() | Labelled() | Question() | Cloze() | Todo() | Footnote() | Quote() | Callout():
            return replace(block, body=_within(block.body, meant)) if block.body else block
        case _:
            return block


def _listed(items: Sequence[Block], meant: Order | None) -> Iterator[Block]:
    """The items of a list; in it, of what a format is to do with an item, only a slide can be begun."""
    return (item for item in items if meant == "slide break" or not isinstance(item, Directive))


def _within(body: Sequence[Block], meant: Order | None) -> tuple[Block, ...]:
    """What is nested, where nothing begins a new slide."""
    return tuple(block for block in _body(body, meant) if not isinstance(block, Directive))
