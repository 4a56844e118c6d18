"""A lock that was lost, from packages that were published: their cards are found in the notes, and keep their guids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..identity import folded
from ..plan.cards.model import CardPlan
from .blanks import is_numbered
from .file import Lock, Record
from .matching import match
from .records import records


class Published(Struct, frozen=True):
    """A card of a package: a record of what it shows, with its guid, its date and its ordinals, and the deck's name."""

    record: Record
    content: str
    mod: int
    blanks: Mapping[str, int]
    deck: str = ""


def adopted(plans: Sequence[CardPlan], shown: Sequence[Sequence[Record]], packed: Sequence[Published]) -> Lock:
    """The lock of plans whose cards, as they are `shown`, are found among those of packages."""
    ours = [record for plan in shown for record in plan]
    found = match([each.record for each in packed], ours)
    cards: dict[str, Record] = {}
    decks: dict[str, Counter[str]] = defaultdict(Counter)
    known = [(plan, card, record) for plan in plans for card, record in zip(plan.cards, records(plan), strict=True)]
    after: dict[str, str] = {}
    for i, (plan, card, record) in enumerate(known):
        if i not in found.old_of:
            continue
        was = packed[found.old_of[i]]
        guid = was.record.guid
        blanks = {folded(text): number for text, number in was.blanks.items()} if is_numbered(card) else {}
        cards[guid] = replace(
            record, guid=guid, after=after.get(plan.source, ""), mod=was.mod, content=was.content, blanks=blanks
        )
        after[plan.source] = guid
        decks[plan.source][was.deck] += 1
    return Lock({note: found.most_common(1)[0][0] for note, found in decks.items()}, cards)
