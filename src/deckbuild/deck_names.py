"""What decks are called."""

from __future__ import annotations

from msgspec import Struct


class DeckName(Struct, frozen=True):
    """What a deck is called: as its author says (`given`), else by its folders and title (`own`), below what the
    settings set before all decks (`above`)."""

    above: str
    own: str
    given: str = ""

    def known_as(self, own: str) -> str:
        """The whole name, where the deck is published as `own`."""
        return self.given or "::".join(filter(None, (self.above, own)))
