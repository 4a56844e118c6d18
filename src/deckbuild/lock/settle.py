"""The lock after a build: what each card is now, when it changed, and what was taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from ..plan.cards.model import CardPlan
from .file import Lock, Record
from .identify import Identified, Identity
from .records import records


def settle(
    plans: Sequence[CardPlan],
    found: Identified,
    contents: Sequence[Sequence[str]],
    lock: Lock,
    now: int,
    names: Mapping[str, str] | None = None,
    given: Mapping[str, str] | None = None,
    homes: Mapping[str, str] | None = None,
) -> Lock:
    """The lock with the cards of the plans, whose `contents` (fingerprints, as `plans` has cards) say what has changed.

    `names` are what the decks are published as, by note, where that is not the name of the plan, and `given` those that
    their authors gave; `homes` says what the file of a note is called that had another name. `now` (seconds since 1970) dates what has. A card that did not change keeps its date, and so a student's own edits.
    """
    cards = dict(lock.cards)
    decks = dict(lock.decks)
    for plan, identities, prints in zip(plans, found.plans, contents, strict=True):
        decks[plan.source] = (names or {}).get(plan.source, plan.deck_name)
        after = ""
        for record, identity, content in zip(records(plan), identities, prints, strict=True):
            cards[identity.guid] = _dated(record, identity, content, after, now)
            after = identity.guid
    for card in found.gone:
        cards[card.guid] = replace(card, retired=max(now, card.mod + 1))
    for card in [card for card in cards.values() if card.retired and card.note in (homes or {})]:
        cards[card.guid] = replace(card, note=(homes or {})[card.note])
    unread = {note: name for note, name in lock.given.items() if note not in {plan.source for plan in plans}}
    decks = _of_notes(decks, cards.values())
    return Lock(decks, cards, {note: name for note, name in {**unread, **(given or {})}.items() if note in decks})


def _dated(record: Record, identity: Identity, content: str, after: str, now: int) -> Record:
    was = identity.was
    if was is None:
        mod = now
    elif was.content == content and not was.retired:
        mod = was.mod
    else:
        mod = max(now, was.mod + 1, was.retired + 1)
    return replace(record, guid=identity.guid, after=after, mod=mod, content=content, blanks=identity.blanks)


def _of_notes(decks: dict[str, str], cards: Iterable[Record]) -> dict[str, str]:
    """The names of decks that have had cards; what is left of a note that is gone keeps its name too."""
    noted = {card.note for card in cards}
    return {note: name for note, name in decks.items() if note in noted}
