"""A note as a tree of concepts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from .blocks import Block, Definition, Figure, Order, blocks
from .front import Front
from .text import NOWHERE, Place, RichText

FORMAT = "deckbuild/1"

Asks = Literal["", "definition", "reason", "method", "difference", "question"]


class Concept(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A section of the note.

    `title` is free of number and question (`1.1 Docker 란?` → `Docker`), `heading` is what the author wrote, `asks`
    what the heading asks for; `classes` are those of its attributes (`{.exam}`) and `tags` those behind it (`#exam`),
    without their signs; `orders` are about all of it. `place` runs from the heading to the last line of the concept's own body.
    """

    id: str
    title: RichText
    heading: str = ""
    number: str = ""
    asks: Asks = ""
    classes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    orders: tuple[Order, ...] = ()
    body: tuple[Block, ...] = ()
    children: tuple[Concept, ...] = ()
    place: Place = field(default=NOWHERE, name="line")

    def walk(self) -> Iterator[Concept]:
        """This concept and all below it, in source order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Legend(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of a note's legend: what a marker (`code`, `fence`, `italic` …) stands for in this note."""

    marker: str
    meaning: str
    place: Place = field(default=NOWHERE, name="line")


class Deck(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One note.

    `source` is the note's path from the project root, `name` the name of its Anki deck (`folder::title`), `heading` what
    stands above all of it where its title is another, `language` an ISO 639-1 code. `aliases` are other names of what the note is about, `front` is all else that its front matter
    says. `body` is what stands before the first section.
    """

    source: str
    name: str = field(name="deck")
    title: RichText = field(default_factory=RichText)
    language: str = "en"
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    heading: str = ""
    front: Front = field(default_factory=Front)
    legend: tuple[Legend, ...] = ()
    body: tuple[Block, ...] = ()
    concepts: tuple[Concept, ...] = ()

    def walk(self) -> Iterator[Concept]:
        """All concepts, in source order."""
        for concept in self.concepts:
            yield from concept.walk()


def paths(deck: Deck) -> Iterator[tuple[tuple[Concept, ...], Concept]]:
    """Each concept with its ancestors, outermost first."""

    def below(
        above: tuple[Concept, ...], concepts: tuple[Concept, ...]
    ) -> Iterator[tuple[tuple[Concept, ...], Concept]]:
        for concept in concepts:
            yield above, concept
            yield from below((*above, concept), concept.children)

    yield from below((), deck.concepts)


def subject(deck: Deck) -> Definition | None:
    """What the note as a whole is about: the definition before its first section, or that of a section of its name."""
    named = [concept.body for concept in deck.walk() if concept.title.plain.lower() == deck.title.plain.lower()]
    found = (block for body in (deck.body, *named) for block in blocks(body) if isinstance(block, Definition))
    return next(found, None)


def figures(deck: Deck) -> Iterator[Figure]:
    """Every figure of a deck, in source order."""
    bodies = (deck.body, *(concept.body for concept in deck.walk()))
    return (block for body in bodies for block in blocks(body) if isinstance(block, Figure))
