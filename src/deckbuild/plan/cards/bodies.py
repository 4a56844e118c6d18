"""What stands below a heading that asks, as one answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ...model import Block, Labelled, List, Point
from .answers import spoken
from .dangling import addresses, chats, leans, points
from .model import Part, Text
from .phrases import name, says

_ANNOUNCED = re.compile(
    r"(?:다음|아래)(?:의|과|와)?\s.{0,30}(?:두|세|네|다섯|\d+)\s?가지.{0,24}(?:다|음)[.:]?\s*$|(?:다음|아래)과?와? 같(?:다|습니다|음)[.:]?\s*$|\bas follows[.:]?\s*$|如下[。：:]?\s*$|次の通り(?:です)?[。:：]?\s*$"
)
"""An answer whose end only leads to what stands below."""
_LINK = re.compile(r"(?:https?://|www\.)\S+")
MOST_LINKS = 3
_SIDES = re.compile(r"\b(?:vs\.?|versus)(?=\W)|\s(?:와|과)\s|와\s|과\s", re.IGNORECASE)


def sets_side_by_side(title: str, body: tuple[Block, ...]) -> bool:
    """Whether a body only says of each side of a title what it is (`A vs B`): each is asked for by its own name."""
    match body:
        case [List(items=inner)]:
            body = inner
    labels = [name(block.label) for block in body if isinstance(block, Labelled) and block.text]
    sides = bool(_SIDES.search(title)) and len(body) == len(labels) > 1
    return sides and all(says(title, label) for label in labels)


def without_lead(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A body without the lines at its start in which the author only speaks to the reader (`이제 자세히 알아보자`)."""
    match body:
        case [List(items=[Point(text=text, body=()), *rest]) as first, *others] if rest and addresses(text.plain):
            return without_lead((replace(first, items=tuple(rest)), *others))
        case [Point(text=text, body=()), *rest] if rest and addresses(text.plain):
            return without_lead(tuple(rest))
        case _:
            return body


def announces(part: Part) -> bool:
    """Whether an answer only says that something follows (`다음과 같다.`)."""
    return isinstance(part, Text) and bool(_ANNOUNCED.search(part.text.plain))


def _is_links(text: str) -> bool:
    """Whether addresses are a third of a text or more."""
    return MOST_LINKS * sum(map(len, _LINK.findall(text))) > len(text)


def leads_away(found: Sequence[Part]) -> bool:
    """Whether an answer only announces something, leans on what stands above it, or leads to a picture or a page."""
    first, *others = found
    if isinstance(first, Text) and (leans(first.text.plain) or (not others and announces(first))):
        return True
    return any(points(text) or chats(text) or _is_links(text) for text in (spoken((part,)) for part in found))
