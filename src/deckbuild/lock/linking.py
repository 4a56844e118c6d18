"""What only an author can decide: that a new card is an old one, or that it is none."""

from __future__ import annotations

from msgspec.structs import replace

from ..diagnostics import Problem, error
from ..identity import mint
from ..model import Place
from .file import LOCK, Lock, Record, after


def linked(lock: Lock, old: str, new: str, now: int) -> Lock:
    """The lock in which the card that is `new` is `old`, with its history. The guid `new` is retired.

    Raises `Problem` where there are no such cards, or `old` is still in the notes.
    """
    was, card = _known(lock, old), _known(lock, new)
    if card.retired:
        raise _wrong(f"the card {new} is taken out of the notes", "name the card that is to have the history second")
    if not was.retired:
        raise _wrong(f"the card {old} is in the notes still", f"say first: deckbuild lock unlink {_quoted(old)}")
    if was.type != card.type:
        fact = f"the one is of Anki's kind '{was.type}', the other '{card.type}', and Anki cannot change that"
        raise _wrong(fact, "leave it a new card")
    taken = replace(card, guid=old, mod=after(now, was.retired), content="", blanks=was.blanks)
    return _with(lock, card, taken, now)


def unlinked(lock: Lock, guid: str, now: int) -> Lock:
    """The lock in which a card of the notes is a new one; what it was is retired. Raises `Problem` as `linked` does."""
    card = _known(lock, guid)
    if card.retired:
        raise _wrong(f"the card {guid} is taken out of the notes already", "nothing need be done")
    return _with(lock, card, replace(card, guid=_fresh(lock, card), mod=now, content="", blanks={}), now)


def _with(lock: Lock, card: Record, taken: Record, now: int) -> Lock:
    """`taken` in the place of `card`, and those that came after that after it."""
    cards = dict(lock.cards)
    cards[card.guid] = replace(card, retired=after(now, card.mod))
    cards[taken.guid] = taken
    for guid, each in cards.items():
        if each.after == card.guid and not each.retired:
            cards[guid] = replace(each, after=taken.guid)
    return replace(lock, cards=cards)


def _fresh(lock: Lock, card: Record) -> str:
    found = (mint(card.note, card.above, f"{card.rule}~{n}", card.text) for n in range(2, len(lock.cards) + 3))
    return next(guid for guid in found if guid not in lock.cards)


def _known(lock: Lock, guid: str) -> Record:
    card = lock.cards.get(guid)
    if card is None:
        raise _wrong(f"there is no card {guid}", "the guids are those in the messages of a build, in quotation marks")
    return card


def _wrong(fact: str, hint: str) -> Problem:
    return Problem(error(Place(LOCK), "lock-link", fact, hint))


def _quoted(guid: str) -> str:
    """A guid as a shell takes it: it may hold any sign but quotation marks and the backslash."""
    return f"'{guid}'"
