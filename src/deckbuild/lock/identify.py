"""Cards and a lock → the guid and the ordinals of each card, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from ..diagnostics import Diagnostic, info
from ..identity import mint
from ..model import Place
from ..plan.cards.model import CardPlan
from .blanks import ordinals
from .file import Lock, Record
from .keys import same
from .matching import Matches, match
from .records import in_order, records, stands_in


class Identity(Struct, frozen=True):
    """Which card one is. `blanks` are its ordinals by text, `was` the card of the lock that it is, if any."""

    guid: str
    blanks: Mapping[str, int]
    was: Record | None = None


class Identified(Struct, frozen=True):
    """`plans` holds an identity for each card of each plan; `gone` are the cards of the lock that are none of them."""

    plans: tuple[tuple[Identity, ...], ...]
    gone: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]


def identify(
    plans: Sequence[CardPlan],
    lock: Lock,
    absent: Collection[str] = (),
    strayed: Collection[str] = (),
    outlived: Collection[str] = (),
    passed_over: Mapping[str, str] | None = None,
) -> Identified:
    """Find the cards of some notes in the lock. Cards of notes that were neither read nor are `absent` stay as they are,
    but those that have `strayed` from such a note (by their guids) are found where they are now. Those that are `outlived`
    by others which say the same are no more. `passed_over` is, by note, what asks the same as a card: what was published
    of it is not that card.
    """
    read = {plan.source for plan in plans} | set(absent)
    there = list(in_order(card for card in lock.present if card.note in read or card.guid in strayed))
    old = [card for card in there if card.guid not in outlived]
    new = [record for plan in plans for record in records(plan)]
    found = match(old, new)
    was = {other: old[one] for other, one in found.old_of.items()} | _returned(lock, new, found)
    was = {i: card for i, card in was.items() if not _is_passed_over(card, new[i], passed_over or {})}
    given: list[Identity] = []
    taken = set(lock.cards)
    cards = [(plan, card) for plan in plans for card in plan.cards]
    for i, (plan, card) in enumerate(cards):
        before = was.get(i)
        guid = before.guid if before else _minted(plan.source, new[i], taken)
        taken.add(guid)
        given.append(
            Identity(guid, ordinals(card, before.blanks, before.answer) if before else ordinals(card, {}), before)
        )
    rows = iter(given)
    by_plan = tuple(tuple(next(rows) for _ in plan.cards) for plan in plans)
    kept = {identity.guid for identity in given}
    gone = tuple(card for card in there if card.guid not in kept and card.note in read)
    places = [card.place for _, card in cards]
    return Identified(by_plan, gone, tuple(_doubts(found, old, new, places, given)))


def _is_passed_over(card: Record, new: Record, passages: Mapping[str, str]) -> bool:
    """Whether a card of the lock is none of those that are made, since another that asks the same was put above it."""
    passage = passages.get(new.note, "")
    return bool(passage) and card.text == new.text and card.answer != new.answer and stands_in(card, passage)


def _returned(lock: Lock, new: Sequence[Record], found: Matches) -> dict[int, Record]:
    """Cards that were taken out and are there again: to the letter, or edited meanwhile. Of several that were the same
    the one that was taken out last is.
    """
    left = [i for i in range(len(new)) if i not in found.old_of]
    if not left:
        return {}
    retired = sorted(
        (card for card in lock.cards.values() if card.retired), key=lambda card: (-card.retired, card.guid)
    )
    unlike = {same(card): card for card in reversed(retired)}
    old = list(in_order(unlike.values()))
    pairs = match(old, [new[i] for i in left]).old_of
    return {left[other]: old[one] for other, one in pairs.items()}


def _minted(note: str, card: Record, taken: Collection[str]) -> str:
    """A guid from what the card is about, another one where a card that was edited since has taken it."""
    guid = mint(note, card.above, card.rule, card.text)
    again = 2
    while guid in taken:
        guid = mint(note, card.above, f"{card.rule}~{again}", card.text)
        again += 1
    return guid


def _doubts(
    found: Matches, old: Sequence[Record], new: Sequence[Record], places: Sequence[Place], given: Sequence[Identity]
) -> Iterator[Diagnostic]:
    for doubt in found.doubts:
        guid, candidates = given[doubt.new].guid, [old[one] for one in doubt.candidates]
        asked = new[doubt.new].text or new[doubt.new].answer
        either = " or ".join(f"'{card.text or card.answer}' ({card.guid})" for card in candidates[:2])
        fact = f"'{asked}' is taken for a new card; it may be {either}, edited"
        hint = f"if it is, say which: deckbuild lock link '{candidates[0].guid}' '{guid}'"
        yield info(places[doubt.new], "card-doubt", fact, hint)
