"""What there is to say of a lock that is not what the notes would make of it: how many cards differ, and the first of them."""

from __future__ import annotations

from collections.abc import Mapping

from .diagnostics import Diagnostic, error
from .lock import LOCK, Lock, Record
from .lock.differences import ORDER, Difference, differences, summary
from .model import Place

NAMED, LONGEST = 3, 48
"""Cards that are named, and letters of what each asks."""


def outdated(before: Lock, now: Lock, places: Mapping[str, Place]) -> Diagnostic:
    """That a lock is another than the notes make; `places` tells, by guid, where the cards stand that they make."""
    found = differences(before, now)
    what = summary(found) or _beside_words(before, now)
    in_place = sorted(found, key=lambda each: (ORDER.index(each.change), _place(each, places)))
    named = [_named(each, places) for each in in_place[:NAMED]]
    left = [f"{len(found) - NAMED:,} more"] if len(found) > NAMED else []
    fact = "; ".join((f"it does not match the notes: {what}", *named, *left))
    return error(
        Place(LOCK), "lock-outdated", fact, "run 'deckbuild lock', look at 'deckbuild diff', and commit the file"
    )


def _beside_words(before: Lock, now: Lock) -> str:
    """What differs where all cards say the same."""
    if before.decks.keys() != now.decks.keys():
        return "the notes that it names decks of differ"
    if (before.decks, before.given) != (now.decks, now.given):
        return "the name of a deck differs"
    if before == now:
        return "its lines are other ones, or in another order"
    is_moved = {card.guid: card.after for card in before.present} != {card.guid: card.after for card in now.present}
    return "the order of cards differs" if is_moved else "what it says of cards beside their words differs"


def none_there() -> Diagnostic:
    """That there is no lock, where none may be made."""
    fact = "there is none, and with --frozen none is made"
    return error(Place(LOCK), "lock-outdated", fact, "run 'deckbuild lock' and commit the file")


def _named(each: Difference, places: Mapping[str, Place]) -> str:
    card = _card(each)
    asked = card.text or card.answer or " › ".join(card.above) or card.rule
    short = asked if len(asked) <= LONGEST else f"{asked[:LONGEST]}…"
    return f"{_place(each, places)}: '{short}' is {each.change}"


def _place(each: Difference, places: Mapping[str, Place]) -> Place:
    """Where a card stands; of one that is retired the note alone is known."""
    card = _card(each)
    return places.get(card.guid, Place(card.note))


def _card(each: Difference) -> Record:
    card = each.after or each.before
    assert card is not None, "a difference is of some card"
    return card
