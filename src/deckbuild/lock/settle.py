"""The lock after a build: what each card is now, when it changed, and what was taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from ..plan.cards.model import CardPlan
from .file import Lock, Record, after
from .identify import Identified, Identity
from .records import records


class Naming(Struct, frozen=True):
    """What decks and notes are called, by note: `decks` what they are published as, where that is not the name of the plan,
    `given` the names that their authors gave, and `homes` the notes that had the name of a key before."""

    decks: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)


AS_TITLED = Naming()


def settle(
    plans: Sequence[CardPlan],
    found: Identified,
    contents: Sequence[Sequence[str]],
    lock: Lock,
    now: int,
    naming: Naming = AS_TITLED,
) -> Lock:
    """The lock with the cards of the plans, whose `contents` (fingerprints, as `plans` has cards) say what has changed.

    `now` (seconds since 1970) dates what has. A card that did not change keeps its date, and so a student's own edits.
    """
    cards = dict(lock.cards)
    decks = dict(lock.decks)
    for plan, identities, prints in zip(plans, found.plans, contents, strict=True):
        decks[plan.source] = naming.decks.get(plan.source, plan.deck_name)
        before = ""
        for record, identity, content in zip(records(plan), identities, prints, strict=True):
            cards[identity.guid] = _dated(record, identity, content, before, now)
            before = identity.guid
    for card in found.gone:
        cards[card.guid] = replace(card, retired=after(now, card.mod))
    for card in [card for card in cards.values() if card.retired and card.note in naming.homes]:
        cards[card.guid] = replace(card, note=naming.homes[card.note])
    decks = _of_notes(decks, cards.values())
    return Lock(decks, cards, _given(plans, lock, naming, decks))


def _given(plans: Sequence[CardPlan], lock: Lock, naming: Naming, decks: Mapping[str, str]) -> dict[str, str]:
    """The names that authors gave; of notes that were not read those that they had."""
    read = {plan.source for plan in plans}
    unread = {note: name for note, name in lock.given.items() if note not in read}
    return {note: name for note, name in {**unread, **naming.given}.items() if note in decks}


def _dated(record: Record, identity: Identity, content: str, before: str, now: int) -> Record:
    was = identity.was
    if was is None:
        mod = now
    elif was.content == content and not was.retired:
        mod = was.mod
    else:
        mod = after(now, was.mod, was.retired)
    return replace(record, guid=identity.guid, after=before, mod=mod, content=content, blanks=identity.blanks)


def _of_notes(decks: dict[str, str], cards: Iterable[Record]) -> dict[str, str]:
    """The names of decks that have had cards; what is left of a note that is gone keeps its name too."""
    noted = {card.note for card in cards}
    return {note: name for note, name in decks.items() if note in noted}
