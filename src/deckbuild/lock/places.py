"""How alike two cards must be, by where they stand."""

from __future__ import annotations

from typing import NamedTuple

from .file import Record
from .likeness import Likeness
from .rests import REST_FAR, rest_of_line
from .scoring import half_kept

HERE = 0.1
"""What it adds that the section is the same."""
NEAR = 0.36 + HERE
"""How alike two cards must be in one place of one section to be the same card after an edit."""
MOST_KEPT = 0.25
"""What it adds that all of a card stayed of which another part was written anew."""
MOST_HALF = NEAR - HERE + MOST_KEPT
"""How alike a card can be at most of which half was written anew."""
FAR, FAR_ASKED = 0.7, 0.6
"""The same where nothing but their words says so, and where the question is the same to the letter."""
FOLLOWS = 0.5
"""How alike what follows must be where the same is said elsewhere: it stands above something else there."""
LEAST_FAR = FAR - 0.1
"""How alike such a card is at least elsewhere in its note."""


class Place(NamedTuple):
    """Where two cards stand: in one section (`near`), between two neighbours that are the same, beside how many such;
    `known` where a neighbour of the old one was found."""

    near: bool
    between: bool
    company: int
    known: bool


def of_half(a: Record, b: Record, like: Likeness, place: Place) -> float:
    """How alike two cards are of which a part is the same, by how much that is."""
    if not place.near:
        follows = a.rule.startswith("consequence") and like(a.answer, b.answer) < FOLLOWS
        rest = 0.0 if follows else rest_of_line(a, b, REST_FAR)
        return LEAST_FAR + MOST_KEPT * rest if rest else 0.0
    kept = half_kept(a, b, like, place.company if place.between or place.company < 2 else 0)
    return NEAR - HERE + MOST_KEPT * kept if kept else 0.0
