"""Lines that a lock must have had: a merge or a hand took them out, and their cards would be new without a word.

The lock holds no count of its cards, which every two branches of git would change; but it holds what it needs to see
that a card is missing. Each card names the one before it, and a deck stands in it only while it has or had cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics import Diagnostic, warning
from ..model import Place
from .file import LOCK, Lock

SHOWN = 3
"""Guids that a message names."""
_HINT = "take the file back from version control; if it was published so already, go on"


def missing_lines(lock: Lock, notes: Sequence[str]) -> Iterator[Diagnostic]:
    """What is missing, for a build in which all cards of some `notes` are new. After a merge of two branches that gave a
    note's file other names, cards may well stand below another name than the deck."""
    if not lock.cards and notes:
        fact = "there is no card in it, so that all cards are new"
        hint = "take the file back from version control; if students have decks: deckbuild lock adopt OLD.apkg"
        yield warning(Place(LOCK), "lock-lines-missing", fact, hint)
        return
    if named := {card.after for card in lock.present if card.after} - lock.cards.keys():
        shown = ", ".join(f"'{guid}'" for guid in sorted(named)[:SHOWN]) + (", …" if len(named) > SHOWN else "")
        cards = "1 card is" if len(named) == 1 else f"{len(named)} cards are"
        yield warning(Place(LOCK), "lock-lines-missing", f"{cards} missing that other lines name: {shown}", _HINT)
    having = {card.note for card in lock.cards.values()}
    for note in notes:
        if note in lock.decks and note not in having:
            fact = f"the deck of {note} is in it, and none of its cards, so that all of them are new"
            yield warning(Place(LOCK), "lock-lines-missing", fact, _HINT)


def lock_gone() -> Diagnostic:
    """That there is no lock where the last commit has one: students would get every card anew."""
    fact = "there is none, though the last commit has it, so that all cards are new"
    hint = f"take it back: git checkout HEAD -- {LOCK}"
    return warning(Place(LOCK), "lock-lines-missing", fact, hint)
