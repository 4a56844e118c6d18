"""A lock that was lost, from a package that was published: its cards are found in the notes, and keep their guids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..plan.cards.model import CardPlan
from .file import Lock, Record
from .matching import match
from .records import records


class Published(Struct, frozen=True):
    """A card of a package: a record of what it shows, with its guid, its date and its ordinals."""

    record: Record
    content: str
    mod: int
    blanks: Mapping[str, int]


def adopted(
    plans: Sequence[CardPlan], shown: Sequence[Sequence[Record]], deck: str, packed: Sequence[Published]
) -> Lock:
    """The lock of plans whose cards, as they are `shown`, are found among those of a package named `deck`."""
    ours = [record for plan in shown for record in plan]
    found = match([each.record for each in packed], ours)
    cards: dict[str, Record] = {}
    decks: dict[str, str] = {}
    known = [(plan, record) for plan in plans for record in records(plan)]
    after: dict[str, str] = {}
    for i, (plan, record) in enumerate(known):
        if i not in found.old_of:
            continue
        was = packed[found.old_of[i]]
        guid = was.record.guid
        blanks = was.blanks if record.type == "cloze" else {}
        cards[guid] = replace(
            record, guid=guid, after=after.get(plan.source, ""), mod=was.mod, content=was.content, blanks=blanks
        )
        after[plan.source] = guid
        decks.setdefault(plan.source, deck)
    return Lock(decks, cards)
