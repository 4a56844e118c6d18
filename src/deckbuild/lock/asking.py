"""Which old cards ask what a new one asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from ..identity import folded
from .changes import asks_alike
from .file import Record
from .keys import kind
from .likeness import edges
from .lines import question_of

COMMON = 60
"""Questions that begin or end alike above which that finds none."""


class Asking:
    """The questions of old cards, by what they begin and end with."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record]) -> None:
        self._old, self._new = old, new
        self._found: dict[Hashable, list[int]] = defaultdict(list)
        for i, card in enumerate(old):
            asked, way = question_of(card), kind(card)
            for edge in (*edges(asked), folded(asked)):
                self._found[way, edge].append(i)
        self._of: dict[int, frozenset[int]] = {}

    def asks_for_another(self, one: int, other: int, new_of: Mapping[int, int]) -> bool:
        """Whether the question of a new card is, but for slips, that of an old one of the note that is left, and not of `one`."""
        if other not in self._of:
            self._of[other] = self._askers(self._new[other])
        rivals = self._of[other]
        return one not in rivals and any(
            rival not in new_of and self._old[rival].note == self._old[one].note for rival in rivals
        )

    def _askers(self, card: Record) -> frozenset[int]:
        """The old cards that ask what a new one asks, but for slips."""
        asked = question_of(card)
        if not asked:
            return frozenset()
        found = (self._found.get((kind(card), edge), ()) for edge in edges(asked))
        near = {i for some in found if len(some) <= COMMON for i in some}
        near.update(self._found.get((kind(card), folded(asked)), ()))
        return frozenset(i for i in near if asks_alike(question_of(self._old[i]), asked))
