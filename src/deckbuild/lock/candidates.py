"""Which old cards are worth comparing with a new one: comparing each with each would take too long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable
from itertools import islice

from .file import Record
from .keys import Section, section_of
from .likeness import Likeness
from .lines import ends
from .neighbours import Neighbours

MOST = 24
"""Old cards that are found in one way, but for those of the same section."""
PIECES = 12
"""How many of a card's pieces are looked up."""
COMMON = 60
"""Cards that share a piece above which it finds nothing, and cards of a section that are compared."""


class Candidates:
    """Old cards by where they stand and by what they say."""

    def __init__(self, like: Likeness) -> None:
        self._like = like
        self._here: dict[Section, list[int]] = defaultdict(list)
        self._beside: dict[Neighbours, list[int]] = defaultdict(list)
        self._ended: dict[Hashable, list[int]] = defaultdict(list)
        self._having: dict[str, list[int]] = defaultdict(list)

    def add(self, one: int, card: Record, section: Section, beside: Neighbours) -> None:
        """Take in an old card, which stands in a `section` and `beside` two cards as they are now."""
        self._here[section].append(one)
        self._beside[beside].append(one)
        for end in ends(card):
            self._ended[end].append(one)
        for piece in islice(self._like.pieces(_both(card)), PIECES):
            self._having[piece].append(one)

    def of(self, card: Record, beside: Neighbours) -> list[int]:
        """The old cards of the section of a new one, those between its neighbours, and those anywhere that begin or end as
        it does or share its rarest pieces."""
        shared: Counter[int] = Counter()
        for piece in islice(filter(self._having.__contains__, self._like.pieces(_both(card))), PIECES):
            if len(self._having[piece]) <= COMMON:
                shared.update(self._having[piece])
        near = self._here.get(section_of(card), [])[:COMMON]
        between = self._beside.get(beside, [])[:MOST]
        ended = [one for end in ends(card) for one in self._ended.get(end, [])[:MOST]]
        return list(dict.fromkeys((*near, *between, *ended, *(one for one, _ in shared.most_common(MOST)))))


def _both(card: Record) -> str:
    return f"{card.text} {card.answer}"
