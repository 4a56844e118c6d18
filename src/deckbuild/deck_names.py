"""What decks are called, and what there is to say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from . import files
from .diagnostics import Diagnostic, info, warning
from .model import Place


class DeckName(Struct, frozen=True):
    """What a deck is called: as its author says (`given`), else by its folders and title (`own`), below what the
    settings set before all decks (`above`)."""

    above: str
    own: str
    given: str = ""

    def known_as(self, own: str) -> str:
        """The whole name, where the deck is published as `own`."""
        return self.given or "::".join(filter(None, (self.above, own)))


class Named(Struct, frozen=True):
    """The deck of a note, by the `name` that it would have, and what it is `known` as; whether it has any cards."""

    note: str
    name: DeckName
    known: str
    has_cards: bool = True

    @property
    def published(self) -> str:
        """The whole name that the deck has."""
        return self.name.known_as(self.known)


def said_of_names(decks: Sequence[Named]) -> Iterator[Diagnostic]:
    """Where a deck is not called as its note is, and where two notes make one deck that nobody asked for."""
    unasked = [deck for deck in decks if not deck.name.given]
    for deck in unasked:
        if deck.known != deck.name.own:
            fact = f"the deck keeps the name that students have it by, '{deck.published}'"
            hint = f"to give it another, set it in the front matter: deck: {deck.name.known_as(deck.name.own)}"
            yield info(Place(deck.note), "deck-name-kept", fact, hint)
    yield from _shared([deck for deck in unasked if deck.has_cards])


def _shared(decks: Sequence[Named]) -> Iterator[Diagnostic]:
    """To Anki names that differ in letter case alone are one (its table of decks has `collate unicase`)."""
    of_name: dict[str, list[Named]] = defaultdict(list)
    for deck in decks:
        of_name[files.spelling_of(deck.published)].append(deck)
    for first, *others in of_name.values():
        for other in others:
            fact = f"its cards go into one deck with those of {first.note}, '{first.published}', though neither note asks for that"
            hint = "give one of them another in its front matter (deck: NAME), or name the same in both if they are one"
            yield warning(Place(other.note), "deck-shared", fact, hint)
