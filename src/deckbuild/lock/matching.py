"""Which old card is which new one: the same first, then what changed least, one to one; in doubt none.

A wrong match gives a card the history of another, which nobody would notice; a missed one makes a card new. So a pair
is taken only where nothing else comes close to it, on either side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from .changes import calls_another, is_put_between
from .facts import Facts
from .file import Record
from .keys import (
    Grouping,
    Section,
    answered_at_length,
    asked,
    in_sections,
    moved,
    moved_within,
    same,
    section_of,
    typed_at_length,
)
from .neighbours import neighbours
from .sections import below_another, between_found, outline
from .tables import said_in_row
from .weighing import Pair, Weighing

MARGIN = 0.15
"""By how much the best must be more alike than the next best."""
ROUNDS = 4
NAMED = 2
"""Old cards that are named beside a new one which asks or says the same."""


class Doubt(Struct, frozen=True):
    """A new card that may be one of several old ones: it is taken for none."""

    new: int
    candidates: tuple[int, ...]


class Matches(Struct, frozen=True):
    """`old_of` gives the index of the old card for that of a new one."""

    old_of: dict[int, int]
    doubts: tuple[Doubt, ...]


def match(old: Sequence[Record], new: Sequence[Record]) -> Matches:
    """Find each new card among the old ones. Both are in the order of their notes."""
    found = _Matching(old, new)
    found.by_keys(same)
    found.by_keys(moved_within)
    found.by_keys(moved, once=True)
    found.by_keys(answered_at_length, typed_at_length, alone=True)
    for _ in range(ROUNDS):
        before = len(found.old_of)
        sections = found.sections()
        whole, answered = in_sections(sections)
        found.by_keys(whole)
        found.by_keys(answered, alone=True)
        found.by_likeness(found.sections())
        if len(found.old_of) == before:
            break
    found.in_place()
    found.by_a_side()
    return Matches(found.old_of, tuple(found.doubts()))


class _Matching:
    """Pairs so far, and what is left on either side."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record]) -> None:
        self.old, self.new = old, new
        self.old_of: dict[int, int] = {}
        self.new_of: dict[int, int] = {}
        self._doubts: dict[int, tuple[int, ...]] = {}
        self._facts = Facts(old, new)
        self._sections = tuple([section_of(card) for card in cards] for cards in (old, new))

    def pair(self, one: int, other: int) -> None:
        """Take the old card `one` and the new card `other` for the same."""
        self.old_of[other], self.new_of[one] = one, other

    def by_keys(self, *keys: Grouping, alone: bool = False, once: bool = False) -> None:
        """Pair cards of one key, where as many on each side have it: repeats, in their order.

        `alone` is for keys that leave a side of a card out: there only a card that never had a rival, also among those
        that are paired, is sure to be the one. `once` is for keys by which repeats could change places.
        """
        for key in keys:
            left, right = self._by(key, self.old, self.new_of), self._by(key, self.new, self.old_of)
            values = [value for value, ones in left.items() if len(ones) == len(right.get(value, ()))]
            rivals = self._paired_by(key) if alone and values else frozenset()
            for value in values:
                if value in rivals or ((alone or once) and len(left[value]) > 1):
                    continue
                for one, other in zip(left[value], right[value], strict=True):
                    if not (alone and self._asks(one, other)):
                        self.pair(one, other)

    def _paired_by(self, key: Grouping) -> AbstractSet[Hashable]:
        """The keys of the cards that are paired."""
        return {key(self.old[one]) for one in self.new_of} | {key(self.new[other]) for other in self.old_of}

    def _asks(self, one: int, other: int) -> bool:
        """Whether a card with the answer of an old one asks something else: what another card does, or what was put between."""
        a, b = self.old[one], self.new[other]
        return (
            is_put_between(a, b) or calls_another(a, b) or self._facts.asking.asks_for_another(one, other, self.new_of)
        )

    @staticmethod
    def _by(key: Grouping, cards: Sequence[Record], paired: dict[int, int]) -> dict[Hashable, list[int]]:
        found: dict[Hashable, list[int]] = defaultdict(list)
        for i, card in enumerate(cards):
            if i not in paired and (value := key(card)) is not None:
                found[value].append(i)
        return found

    def sections(self) -> dict[Section, Section]:
        """The new section of each old one: where most of its cards are now. One that is there still says so itself."""
        before, after = self._sections
        old, new = outline(before), outline(after)
        here = set(new)
        votes = defaultdict(Counter, {section: Counter((section,)) for section in old if section in here})
        for other, one in self.old_of.items():
            votes[before[one]][after[other]] += 1
        found = {section: counts.most_common(1)[0][0] for section, counts in votes.items() if _clear(counts)}
        found |= dict(below_another(old, new, found))
        return found | dict(between_found(old, new, found))

    def by_likeness(self, sections: dict[Section, Section]) -> None:
        """Pair what is most alike, the surest first, each side's best by a margin."""
        if len(self.new_of) == len(self.old) or len(self.old_of) == len(self.new):
            return
        scores = dict(Weighing(self._facts, self.old_of, self.new_of, sections).scores())
        best_of_new, best_of_old = _ranked(scores, 1), _ranked(scores, 0)
        self._doubts.clear()
        for (one, other), (score, least) in sorted(scores.items(), key=lambda item: (-item[1][0], item[0])):
            if score < least or best_of_new[other][0] != one:
                continue
            rivals = (*best_of_new[other][1], *best_of_old[one][1])
            close = [rival for rival in rivals if score - scores[rival][0] < MARGIN or self._is_sure(rival, scores)]
            if best_of_old[one][0] == other and not any(self._rivals((one, other), rival) for rival in close):
                self.pair(one, other)
            else:
                self._doubts[other] = (one, *(rival[0] for rival in close if rival[0] != one))

    def _is_sure(self, pair: Pair, scores: Mapping[Pair, tuple[float, float]]) -> bool:
        """Whether a pair that is alike enough is sure, however much better another stands in its place."""
        score, least = scores[pair]
        return score >= least and self._facts.is_sure(*pair)

    def _rivals(self, pair: Pair, rival: Pair) -> bool:
        """Whether another pair that is as much alike is as good: not where this one is sure, and that is not."""
        return not self._facts.is_sure(*pair) or self._facts.is_sure(*rival)

    def in_place(self) -> None:
        """A new card where one is gone, between the same neighbours, may be that one in other words: nothing else says so."""
        beside_old, beside_new = neighbours(self.old, self.new_of), neighbours(self.new, self.old_of)
        gone: dict[Hashable, list[int]] = defaultdict(list)
        for one, (before, after) in enumerate(beside_old):
            if one not in self.new_of and not (before is None and after is None):
                around = tuple(None if each is None else self.new_of[each] for each in (before, after))
                gone[around, self.old[one].type].append(one)
        for other, around in enumerate(beside_new):
            candidates = gone.get((around, self.new[other].type), ())
            if other not in self.old_of and len(candidates) == 1:
                self._doubts.setdefault(other, (candidates[0],))

    def by_a_side(self) -> None:
        """A new card that asks what one did that is gone may be that one: its answer was put right, or it is another's now.
        So may a cell that says what one of its row did: the column has another name, or it is another."""
        for key in (asked, said_in_row):
            gone = self._by(key, self.old, self.new_of)
            for value, others in self._by(key, self.new, self.old_of).items():
                ones = tuple(gone.get(value, ())[:NAMED])
                for other in others if ones else ():
                    self._doubts.setdefault(other, ones)

    def doubts(self) -> Iterator[Doubt]:
        """What could not be decided."""
        for other, ones in sorted(self._doubts.items()):
            left = tuple(one for one in ones if one not in self.new_of)
            if other not in self.old_of and left:
                yield Doubt(other, left)


def _clear(counts: Counter[Section]) -> bool:
    first, *others = counts.most_common(2)
    return not others or first[1] > others[0][1]


def _ranked(scores: dict[Pair, tuple[float, float]], side: int) -> dict[int, tuple[int, list[Pair]]]:
    """For each card of one side (0 the old, 1 the new) its best partner, and its pairs with all others."""
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(scores, key=lambda pair: (-scores[pair][0], pair)):
        pairs[pair[side]].append(pair)
    return {card: (found[0][1 - side], found[1:]) for card, found in pairs.items()}
