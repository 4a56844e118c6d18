"""How alike the cards are that are left on both sides, as the pairs that are found by now show where each one stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .candidates import Candidates
from .facts import Facts
from .keys import Section, kind, section_of, within
from .neighbours import neighbours
from .places import FAR, FAR_ASKED, HERE, MOST_HALF, NEAR, Place, of_half
from .scoring import Leeway, alike
from .sections import strangers

NEIGHBOUR = 0.08
"""What it adds that the card before, or the one after, is the same as well."""
OTHER_RULE = 0.2
"""What it takes off that the card is asked in another way."""
Pair = tuple[int, int]


class Weighing:
    """The cards that are left, and what stands beside each; `sections` is what each old section is now."""

    def __init__(
        self, facts: Facts, old_of: dict[int, int], new_of: dict[int, int], sections: Mapping[Section, Section]
    ) -> None:
        self._facts, self._new_of, self._sections = facts, new_of, sections
        self._old, self._new = facts.old, facts.new
        self._left = [i for i in range(len(facts.old)) if i not in new_of]
        self._right = [i for i in range(len(facts.new)) if i not in old_of]
        self._gone = strangers(facts.old, new_of)
        self._come = strangers(facts.new, old_of)
        self._taken = set(sections.values())
        self._beside_old = neighbours(facts.old, new_of)
        self._beside_new = neighbours(facts.new, old_of)

    def scores(self) -> Iterator[tuple[Pair, tuple[float, float]]]:
        """How alike each pair worth a look is, and how alike it must be."""
        for other, ones in self._candidates():
            b = self._new[other]
            answered = any(self._old[one].answer == b.answer and kind(self._old[one]) == kind(b) for one in ones)
            for one in ones:
                if self._asks_for_another(one, other):
                    continue
                a, place = self._old[one], self._place(one, other)
                score = self._score(one, other, place, other_has_answer=answered and a.answer != b.answer)
                least = NEAR if place.near else FAR_ASKED if a.text == b.text else FAR
                if score < least or not self._facts.another.is_other(one, other):
                    yield (one, other), (score, least)

    def _asks_for_another(self, one: int, other: int) -> bool:
        """Whether the question is another's that is left: an answer may have taken in the one beside it."""
        return self._facts.asking.asks_for_another(one, other, self._new_of)

    def _is_elsewhere(self, one: int, other: int) -> bool:
        """Whether all of a section is gone, of several cards, and the other is of another, or all of it is new: it is not
        the same with another heading, of which one card or another would have stayed."""
        section, now = section_of(self._old[one]), section_of(self._new[other])
        if section not in self._gone or section[1][-1:] == now[1][-1:]:
            return False
        return now in self._come or (now in self._taken and self._now_in(one) != now)

    def _is_here(self, one: int, other: int) -> bool:
        return self._now_in(one) == section_of(self._new[other])

    def _is_asked_elsewhere(self, one: int) -> bool:
        """Whether a section asks for a card, and is found: where another asks, it is another card."""
        card = self._old[one]
        return not card.text and section_of(card) in self._sections

    def _now_in(self, one: int) -> Section:
        section = section_of(self._old[one])
        return self._sections.get(section, section)

    def _place(self, one: int, other: int) -> Place:
        if self._is_elsewhere(one, other):
            return Place(near=False, between=False, company=0, known=False)
        company = self._company(one, other)
        between = company == 2 and self._beside_new[other] != (None, None)
        near = self._is_here(one, other) or (between and not self._is_asked_elsewhere(one))
        return Place(near, between, company, known=near and self._beside_old[one] != (None, None))

    def _score(self, one: int, other: int, place: Place, other_has_answer: bool) -> float:
        """How alike two cards are where they stand. Of one half of which was written anew what is left may say more; not
        where it has the answer of another card.
        """
        a, b = self._old[one], self._new[other]
        like = self._facts.like
        score = alike(a, b, like, self._leeway(one, other, place)) + NEIGHBOUR * place.company
        below = MOST_HALF if place.near else FAR if a.note == b.note else 0.0
        if score < below and not other_has_answer:
            score = max(score, of_half(a, b, like, place))
        if place.near and self._facts.another.is_in_renamed_line(one, other):
            score = max(score, MOST_HALF)
        score += HERE * place.near
        return score if a.rule.partition("#")[0] == b.rule.partition("#")[0] else score - OTHER_RULE

    def _leeway(self, one: int, other: int, place: Place) -> Leeway:
        """By how much each side may have changed. A question that is asked again and again says nothing for a card; one
        that is asked once says most, beside a card that was beside it: elsewhere another line that asks so may have come
        to light.
        """
        if not place.company:
            return Leeway.NONE
        a, b = self._old[one], self._new[other]
        once = self._facts.is_asked_once(one, other)
        if place.known and once and self._is_here(one, other):
            return Leeway.ASKED
        asks_on = a.text == b.text
        between = place.between and a.rule == b.rule and a.type != "typed" and (not asks_on or once or within(a))
        return Leeway.PLACED if between else Leeway.NONE

    def _candidates(self) -> Iterator[tuple[int, list[int]]]:
        """For each new card the old ones that may be it."""
        known = Candidates(self._facts.like)
        for one in self._left:
            card = self._old[one]
            before, after = self._beside_old[one]
            known.add(one, card, self._now_in(one), (self._now(before), self._now(after)))
        for other in self._right:
            found = known.of(self._new[other], self._beside_new[other])
            yield other, [one for one in found if self._old[one].type == self._new[other].type]

    def _company(self, one: int, other: int) -> int:
        """How many of its two neighbours are the same, those left out that are not found (yet)."""
        pairs = zip(self._beside_old[one], self._beside_new[other], strict=True)
        return sum(self._now(a) == b for a, b in pairs)

    def _now(self, one: int | None) -> int | None:
        """Which new card a neighbour is."""
        return None if one is None else self._new_of[one]
