"""Cards that were taken out of a note, once more: empty, so that Anki's "Empty Cards" removes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ...plan.cards.model import NoteType
from .notetypes import FIELDS, NoteTypeModel
from .package import Note

TAG = "deckbuild::retired"
"""By this tag a student finds them, who would rather keep them."""


class Grave(Struct, frozen=True):
    """A card that was taken out: `blanks` are the ordinals of its cards (from 0), `mod` when it was."""

    guid: str
    type: NoteType
    blanks: Sequence[int]
    mod: int


def tombstone(grave: Grave, models: Mapping[NoteType, NoteTypeModel], due: int) -> Note:
    """A note whose `Retired` is filled. Anki counts the cards of clozes by their text alone, so that loses them too."""
    made = tuple("retired" if i == 0 or name == "Retired" else "" for i, name in enumerate(FIELDS[grave.type]))
    return Note(grave.guid, models[grave.type], made, (TAG,), tuple(grave.blanks), due, grave.mod)
