"""Which cards are made where a note gives more than anybody wants to learn from it: the best of each section first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from ...config import Cards
from ...diagnostics import Diagnostic, info
from ...model import Place
from .model import Card, Kind

_RANKS: tuple[tuple[Kind, ...], ...] = (
    ("definition", "term", "question"),
    ("pair", "consequence", "conclusion", "formula"),
    ("label", "equation", "command", "comparison"),
    ("step", "figure", "occlusion", "list_item", "hole"),
    ("cloze",),
    ("cell",),
)
VALUE = {kind: rank for rank, kinds in enumerate(_RANKS) for kind in kinds}
"""What one would rather know, from the least rank: what a thing is before how it is done, and that before single values."""


LEAST = 4
"""The part of a budget (a fourth) that the author's own cards leave to the others."""


FEW = 3
"""Cards of a note with which weak ones are not needed."""


class _Unit(Struct, frozen=True):
    """Cards that belong together, by their indices."""

    indices: tuple[int, ...]
    section: tuple[str, ...]
    own: bool
    rank: int
    size: int


def within_budget(cards: Sequence[Card], settings: Cards, source: str) -> tuple[list[Card], list[Diagnostic]]:
    """The cards that there is room for, in their order, and a word about the others.

    A section may have so many, the note so many in all; sections take turns, each with its best. What the author made
    a card is always there; however much that is, a part of the room is for the others. The items of one list are learnt
    together, or not at all.
    """
    kept: set[int] = set()
    units = _units(cards)
    room = _room(units, settings.budget)
    for unit in _in_turns(units, settings.section):
        if unit.own or unit.size <= room:
            kept.update(unit.indices)
            room -= 0 if unit.own else unit.size
    made = [card for i, card in enumerate(cards) if i in kept]
    left = sum(card.count for i, card in enumerate(cards) if i not in kept)
    return made, [_left_out(left, made, settings, source)] if left else []


def without_weak(cards: Sequence[Card]) -> list[Card]:
    """The cards for which something speaks, and as many others as it takes to have a few; the cards of one list stay
    together."""
    room = FEW - sum(card.count for card in cards if not card.weak)
    groups: set[str] = set()
    taken: set[int] = set()
    for i in sorted((i for i, card in enumerate(cards) if card.weak), key=lambda i: (VALUE[cards[i].kind], i)):
        card = cards[i]
        if not card.group or card.group not in groups:
            if room <= 0:
                continue
            room -= card.count
            groups.add(card.group)
        taken.add(i)
    return [card for i, card in enumerate(cards) if not card.weak or i in taken]


def _units(cards: Sequence[Card]) -> list[_Unit]:
    together: dict[str | int, list[int]] = defaultdict(list)
    for i, card in enumerate(cards):
        together[card.group or i].append(i)
    return [
        _Unit(
            tuple(indices),
            cards[indices[0]].key.concept,
            cards[indices[0]].own,
            VALUE[cards[indices[0]].kind],
            sum(cards[i].count for i in indices),
        )
        for indices in together.values()
    ]


def _room(units: Sequence[_Unit], most: int) -> int:
    """How many cards there may be besides the author's own."""
    own = sum(unit.size for unit in units if unit.own)
    return max(most - own, most // LEAST) if most else sum(unit.size for unit in units)


def _in_turns(units: Sequence[_Unit], most: int) -> list[_Unit]:
    """The best of each section, then the second of each, and so on; of a section no more than it may have."""
    sections: dict[tuple[str, ...], list[_Unit]] = defaultdict(list)
    for unit in sorted(units, key=lambda unit: (not unit.own, unit.rank, unit.indices)):
        sections[unit.section].append(unit)
    turns: list[tuple[bool, int, int, tuple[int, ...], _Unit]] = []
    for found in sections.values():
        room = _room(found, most)
        for turn, unit in enumerate(found):
            if unit.own or unit.size <= room:
                room -= 0 if unit.own else unit.size
                turns.append((not unit.own, turn, unit.rank, unit.indices, unit))
    return [unit for *_, unit in sorted(turns, key=lambda turn: turn[:4])]


def _left_out(count: int, made: Sequence[Card], settings: Cards, source: str) -> Diagnostic:
    limits = {"a note gives": settings.budget, "a section": settings.section}
    said = ", ".join(f"{who} {most} at most" for who, most in limits.items() if most)
    own = sum(card.count for card in made if card.own)
    always = f", but for the {own} that your marks and vocabularies ask for" if own and _exceed(made, settings) else ""
    fact = f"{count} more {'card' if count == 1 else 'cards'} could be made; {said}{always}"
    hint = "set 'cards: {budget: 0, section: 0}' in its front matter for all of them, or divide the note"
    return info(Place(source), "cards-left-out", fact, hint)


def _exceed(made: Sequence[Card], settings: Cards) -> bool:
    """Whether there are more cards than the limits say."""
    sections: Counter[tuple[str, ...]] = Counter()
    for card in made:
        sections[card.key.concept] += card.count
    return 0 < settings.budget < sections.total() or 0 < settings.section < max(sections.values(), default=0)
