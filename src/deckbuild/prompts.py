"""What cards ask, in plain words, for what names cards without knowing how they are made."""

from __future__ import annotations

from msgspec import Struct


class Prompt(Struct, frozen=True):
    """A card by the line of the note that it came from: the front in one line, and what the answer says."""

    line: int
    front: str
    answer: str
