"""Which old card is which new one: the same first, then what changed least, one to one; in doubt none.

A wrong match gives a card the history of another, which nobody would notice; a missed one makes a card new. So a pair
is taken only where nothing else comes close to it, on either side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from msgspec import Struct

from .asking import Asking
from .candidates import Candidates
from .changes import is_renamed, is_sibling
from .file import Record
from .keys import (
    Grouping,
    Section,
    answered_at_length,
    in_sections,
    kind,
    moved,
    moved_within,
    same,
    section_of,
    within,
)
from .likeness import Likeness, same_but_for_slips
from .neighbours import Neighbours, neighbours
from .places import FAR, FAR_ASKED, HERE, MOST_HALF, NEAR, Place, of_half
from .rows import Rows
from .scoring import alike
from .sections import below_another, between_found, outline

UNLIKE = 0.8
"""How alike two answers to one question are below which the new one may have been another's."""
MARGIN = 0.15
"""By how much the best must be more alike than the next best."""
NEIGHBOUR = 0.08
"""What it adds that the card before, or the one after, is the same as well."""
OTHER_RULE = 0.2
"""What it takes off that the card is asked in another way."""
ROUNDS = 4


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
    found.by_keys(answered_at_length, alone=True)
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
    return Matches(found.old_of, tuple(found.doubts()))


class _Matching:
    """Pairs so far, and what is left on either side."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record]) -> None:
        self.old, self.new = old, new
        self.old_of: dict[int, int] = {}
        self.new_of: dict[int, int] = {}
        self._doubts: dict[int, tuple[int, ...]] = {}
        self._like: Likeness | None = None
        self._asking = Asking(old, new)
        self._rows = Rows(old, new)
        asked = Counter((kind(card), card.text) for card in old), Counter((kind(card), card.text) for card in new)
        self._asked = {key: (count, asked[1][key]) for key, count in asked[0].items()}
        self._often = Counter((kind(card), card.text, card.answer) for card in old)
        self._beside_old: list[Neighbours] = []
        self._beside_new: list[Neighbours] = []

    def pair(self, one: int, other: int) -> None:
        """Take the old card `one` and the new card `other` for the same."""
        self.old_of[other], self.new_of[one] = one, other

    def by_keys(self, *keys: Grouping, alone: bool = False, once: bool = False) -> None:
        """Pair cards of one key, where as many on each side have it: repeats, in their order.

        `alone` is for keys that leave a side of a card out: there only a card that never had a rival, also among those
        that are paired, is sure to be the one. `once` is for keys by which repeats could change places.
        """
        for key in keys:
            left = self._by(key, self.old, {} if alone else self.new_of)
            right = self._by(key, self.new, {} if alone else self.old_of)
            for value, ones in left.items():
                others = right.get(value, ())
                if len(ones) != len(others) or ((alone or once) and len(ones) > 1):
                    continue
                for one, other in zip(ones, others, strict=True):
                    if (
                        one in self.new_of
                        or other in self.old_of
                        or (alone and self._asking.asks_for_another(one, other, self.new_of))
                    ):
                        continue
                    self.pair(one, other)

    @staticmethod
    def _by(key: Grouping, cards: Sequence[Record], paired: dict[int, int]) -> dict[Hashable, list[int]]:
        found: dict[Hashable, list[int]] = defaultdict(list)
        for i, card in enumerate(cards):
            if i not in paired:
                found[key(card)].append(i)
        return found

    def sections(self) -> dict[Section, Section]:
        """The new section of each old one: where most of its cards are now. One that is there still says so itself."""
        old, new = outline(self.old), outline(self.new)
        here = set(new)
        votes = defaultdict(Counter, {section: Counter((section,)) for section in old if section in here})
        for other, one in self.old_of.items():
            votes[section_of(self.old[one])][section_of(self.new[other])] += 1
        found = {section: counts.most_common(1)[0][0] for section, counts in votes.items() if _clear(counts)}
        found |= dict(below_another(old, new, found))
        return found | dict(between_found(old, new, found))

    def by_likeness(self, sections: dict[Section, Section]) -> None:
        """Pair what is most alike, the surest first, each side's best by a margin."""
        left = [i for i in range(len(self.old)) if i not in self.new_of]
        right = [i for i in range(len(self.new)) if i not in self.old_of]
        if not left or not right:
            return
        self._beside_old = neighbours(self.old, self.new_of)
        self._beside_new = neighbours(self.new, self.old_of)
        scores = dict(self._scores(left, right, sections))
        best_of_new, best_of_old = _ranked(scores, 1), _ranked(scores, 0)
        self._doubts.clear()
        for (one, other), (score, least) in sorted(scores.items(), key=lambda item: (-item[1][0], item[0])):
            if score < least or best_of_new[other][0] != one:
                continue
            rivals = (*best_of_new[other][1], *best_of_old[one][1])
            close = [rival for rival in rivals if score - scores[rival][0] < MARGIN]
            if best_of_old[one][0] == other and not any(self._rivals((one, other), rival) for rival in close):
                self.pair(one, other)
            else:
                self._doubts[other] = (one, *(rival[0] for rival in close if rival[0] != one))

    def _rivals(self, pair: tuple[int, int], rival: tuple[int, int]) -> bool:
        """Whether another pair that is as much alike is as good: not where this one is sure, and that is not."""
        return not self._is_sure(pair) or self._is_sure(rival)

    def _is_sure(self, pair: tuple[int, int]) -> bool:
        """Whether two cards differ by slips alone, or ask the same, which nothing else does, and answer much the same."""
        a, b = self.old[pair[0]], self.new[pair[1]]
        if a.text and a.text == b.text and self._asked[kind(a), a.text] == (1, 1):
            return self._likeness()(a.answer, b.answer) >= UNLIKE
        return same_but_for_slips(a.text, b.text) and same_but_for_slips(a.answer, b.answer)

    def _scores(
        self, left: Sequence[int], right: Sequence[int], sections: dict[Section, Section]
    ) -> Iterator[tuple[tuple[int, int], tuple[float, float]]]:
        """How alike each pair worth a look is, and how alike it must be."""
        for other, ones in self._candidates(left, right, sections):
            answers = {self.old[one].answer for one in ones if kind(self.old[one]) == kind(self.new[other])}
            for one in ones:
                a, b = self.old[one], self.new[other]
                place = self._place(one, other, sections)
                if not place.near and self._often[kind(a), a.text, a.answer] > 1:
                    continue
                score = self._score(one, other, place, other_has_answer=a.answer != b.answer and b.answer in answers)
                least = NEAR if place.near else FAR_ASKED if a.text == b.text else FAR
                if score < least or a.type == "typed" or not self._is_other(one, other):
                    yield (one, other), (score, least)

    def _place(self, one: int, other: int, sections: dict[Section, Section]) -> Place:
        a, b = self.old[one], self.new[other]
        company = self._company(one, other)
        between = company == 2 and self._beside_new[other] != (None, None)
        near = between or sections.get(section_of(a), section_of(a)) == section_of(b)
        return Place(near, between, company, known=near and self._beside_old[one] != (None, None))

    def _score(self, one: int, other: int, place: Place, other_has_answer: bool) -> float:
        """How alike two cards are where they stand. Of one half of which was written anew what is left may say more; not
        where it has the answer of another card, or asks what another asks.
        """
        a, b = self.old[one], self.new[other]
        like = self._likeness()
        score = alike(a, b, like, self._is_lenient(one, other, place)) + NEIGHBOUR * place.company
        below = MOST_HALF if place.near else FAR if a.note == b.note else 0.0
        if score < below and not other_has_answer and not self._asking.asks_for_another(one, other, self.new_of):
            score = max(score, of_half(a, b, like, place))
        score += HERE * place.near
        return score if a.rule.partition("#")[0] == b.rule.partition("#")[0] else score - OTHER_RULE

    def _is_lenient(self, one: int, other: int, place: Place) -> bool:
        """Whether the place says so much that each side may have changed by more. A question that is asked again and again
        says nothing for a card; one that is asked once says most.
        """
        a, b = self.old[one], self.new[other]
        asks_on = a.text == b.text
        once = asks_on and self._asked[kind(a), a.text] == (1, 1)
        if place.known and once:
            return True
        return place.between and a.rule == b.rule and a.type != "typed" and (not asks_on or once or within(a))

    def _is_other(self, one: int, other: int) -> bool:
        """Whether a card that is alike enough is another all the same."""
        a, b = self.old[one], self.new[other]
        if a.text == b.text and self._came_to_light(one, other):
            return True
        return is_sibling(a, b) or (is_renamed(a, b) and not self._rows.is_same(a, b))

    def _came_to_light(self, one: int, other: int) -> bool:
        """Whether the answer of a new card was part of another card's, and not of one with that of `one` in it."""
        a, b = self.old[one], self.new[other]
        if not b.answer or self._likeness()(a.answer, b.answer) >= UNLIKE:
            return False
        return any(b.answer in card.answer and a.answer not in card.answer for card in self.old if card.note == a.note)

    def _likeness(self) -> Likeness:
        if self._like is None:
            self._like = Likeness(text for card in (*self.old, *self.new) for text in (card.text, card.answer))
        return self._like

    def _candidates(
        self, left: Sequence[int], right: Sequence[int], sections: dict[Section, Section]
    ) -> Iterator[tuple[int, list[int]]]:
        """For each new card the old ones that may be it."""
        known = Candidates(self._likeness())
        for one in left:
            card = self.old[one]
            before, after = self._beside_old[one]
            now = sections.get(section_of(card), section_of(card))
            known.add(one, card, now, (self._now(before), self._now(after)))
        for other in right:
            found = known.of(self.new[other], self._beside_new[other])
            yield other, [one for one in found if self.old[one].type == self.new[other].type]

    def _company(self, one: int, other: int) -> int:
        """How many of its two neighbours are the same, those left out that are not found (yet)."""
        pairs = zip(self._beside_old[one], self._beside_new[other], strict=True)
        return sum(self._now(a) == b for a, b in pairs)

    def _now(self, one: int | None) -> int | None:
        """Which new card a neighbour is."""
        return None if one is None else self.new_of[one]

    def in_place(self) -> None:
        """A new card where one is gone, between the same neighbours, may be that one in other words: nothing else says so."""
        beside_old, beside_new = neighbours(self.old, self.new_of), neighbours(self.new, self.old_of)
        gone: dict[Hashable, list[int]] = defaultdict(list)
        for one, (before, after) in enumerate(beside_old):
            if one not in self.new_of and not (before is None and after is None):
                gone[(self._now(before), self._now(after)), self.old[one].type].append(one)
        for other, around in enumerate(beside_new):
            candidates = gone.get((around, self.new[other].type), ())
            if other not in self.old_of and len(candidates) == 1:
                self._doubts.setdefault(other, (candidates[0],))

    def doubts(self) -> Iterator[Doubt]:
        """What could not be decided."""
        for other, ones in sorted(self._doubts.items()):
            left = tuple(one for one in ones if one not in self.new_of)
            if other not in self.old_of and left:
                yield Doubt(other, left)


def _clear(counts: Counter[Section]) -> bool:
    first, *others = counts.most_common(2)
    return not others or first[1] > others[0][1]


def _ranked(
    scores: dict[tuple[int, int], tuple[float, float]], side: int
) -> dict[int, tuple[int, list[tuple[int, int]]]]:
    """For each card of one side (0 the old, 1 the new) its best partner, and its pairs with all others."""
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in sorted(scores, key=lambda pair: (-scores[pair][0], pair)):
        pairs[pair[side]].append(pair)
    return {card: (found[0][1 - side], found[1:]) for card, found in pairs.items()}
