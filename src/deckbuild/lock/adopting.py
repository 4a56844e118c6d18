"""A lock that was lost, from packages that were published: their cards are found in the notes, and keep their guids."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..identity import folded
from ..plan.cards.model import Card, CardPlan, Masks
from .blanks import is_numbered
from .file import Lock, Record
from .matching import match
from .records import records

_BOX = re.compile(r"left=([\d.]+):top=([\d.]+):width=([\d.]+):height=([\d.]+)")
"""Where a mask of Anki's image occlusion lies, in fractions of the picture."""


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
        blanks = _by_text(card, was.blanks) if is_numbered(card) else {}
        cards[guid] = replace(
            record, guid=guid, after=after.get(plan.source, ""), mod=was.mod, content=was.content, blanks=blanks
        )
        after[plan.source] = guid
        decks[plan.source][was.deck] += 1
    return Lock({note: found.most_common(1)[0][0] for note, found in decks.items()}, cards)


def _by_text(card: Card, published: Mapping[str, int]) -> dict[str, int]:
    """Ordinals by the text of their blanks. A mask in a package has no text, so it is known by its place; one that lies
    nowhere any more keeps its ordinal, which no other may have."""
    masks = [mask for part in card.shown if isinstance(part, Masks) for mask in part.masks]
    labels = {tuple(float(f"{each:.4f}") for each in box): mask.text.plain for mask in masks for box in mask.boxes}
    found = ((_BOX.search(text), text, number) for text, number in published.items())
    return {
        folded(labels.get(tuple(map(float, box.groups())), text) if box else text): number
        for box, text, number in found
    }
