"""The ordinals of the blanks of a sentence: each is a card of its own to Anki, so that one keeps its number for good."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from operator import itemgetter
from typing import TypeVar

from msgspec.structs import replace

from ..identity import folded
from ..model import RichText
from ..plan.cards.model import Blank, Blanks, Card, Mask, Masks, Part, blanks
from ..richtext import join, to_plain
from .keys import BLANK

Hidden = TypeVar("Hidden", Blank, Mask)
ALIKE = 0.6
"""How alike two blanks must be for one to be the other after an edit."""


def is_numbered(card: Card) -> bool:
    """Whether its blanks get their ordinals from the lock: it can have several, and its author numbered them only as they
    come, if at all (`C: [one] and [two]`). Who writes `{{c3::…}}` first means that number.
    """
    if card.kind != "cloze" or not card.own:
        return card.kind in ("cloze", "occlusion")
    found = dict.fromkeys((number, folded(text.plain)) for number, text in blanks(card.shown))
    return [number for number, _ in found] == list(range(1, len(found) + 1))


def ordinals(card: Card, known: Mapping[str, int], last: str = "") -> dict[str, int]:
    """The ordinal of each blank by its text, `known` being those that the sentence has had and `last` the blanks that it
    had at last: a new blank gets one that none has had, but for the only one that came where the only one went.
    Nothing for a card that can have but one, and for one whose author numbered its blanks. Those that are gone come
    first, then the others as they stand, so that the next build finds them in the order in which it puts them itself.
    """
    if not is_numbered(card):
        return {}
    now = list(dict.fromkeys(folded(text.plain) for _, text in blanks(card.shown)))
    given = {text: known[text] for text in now if text in known}
    gone = [text for text in known if text not in given]
    said = folded(to_plain(_sentence(card)))
    for text in (text for text in now if text not in given):
        left = (old for old in sorted(gone) if old not in said or old in text or text in old)
        alike, like = max(((_alikeness(old, text), old) for old in left), default=(0.0, ""), key=itemgetter(0))
        if alike >= ALIKE:
            given[text] = known[like]
            gone.remove(like)
    came = [text for text in now if text not in given]
    went = [text for text in map(folded, last.split(BLANK)) if text in gone and text not in said]
    if len(came) == len(went) == 1:
        given[came[0]] = known[went[0]]
        gone.remove(went[0])
    for text in (text for text in now if text not in given):
        given[text] = 1 + max((*known.values(), *given.values()), default=0)
    return {text: known[text] for text in gone} | {text: given[text] for text in now}


def _sentence(card: Card) -> RichText:
    """All that a sentence says, its blanks filled."""
    return join(blank.text for part in card.shown if isinstance(part, Blanks) for blank in part.parts)


def numbered(card: Card, given: Mapping[str, int]) -> Card:
    """A card with its blanks numbered so."""
    return replace(card, shown=tuple(_part(part, given) for part in card.shown))


def _part(part: Part, given: Mapping[str, int]) -> Part:
    match part:
        case Blanks():
            return Blanks(tuple(_blank(blank, given) for blank in part.parts))
        case Masks():
            return replace(part, masks=tuple(_blank(mask, given) for mask in part.masks))
        case _:
            return part


def _blank(blank: Hidden, given: Mapping[str, int]) -> Hidden:
    return replace(blank, number=given.get(folded(blank.text.plain), blank.number)) if blank.number else blank


def _alikeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
