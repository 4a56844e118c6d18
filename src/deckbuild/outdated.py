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
    is_named_so = (before.decks, before.given) == (now.decks, now.given)
    what = summary(found) or ("their order differs" if is_named_so else "the name of a deck differs")
    in_place = sorted(found, key=lambda each: (ORDER.index(each.change), _place(each, places)))
    named = [_named(each, places) for each in in_place[:NAMED]]
    left = [f"{len(found) - NAMED:,} more"] if len(found) > NAMED else []
    fact = "; ".join((f"it does not match the notes: {what}", *named, *left))
    return error(
        Place(LOCK), "lock-outdated", fact, "run 'deckbuild lock', look at 'deckbuild diff', and commit the file"
    )


def none_there() -> Diagnostic:
    """That there is no lock, where none may be made."""
    fact = "there is none, and with --frozen none is made"
    return error(Place(LOCK), "lock-outdated", fact, "run 'deckbuild lock' and commit the file")


def _named(each: Difference, places: Mapping[str, Place]) -> str:
    card = _card(each)
    asked = card.text or card.answer or card.above[-1]
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
