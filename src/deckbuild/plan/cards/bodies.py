"""What stands below a heading that asks, as one answer."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ...model import Block, Labelled, List, Point
from .dangling import addresses
from .phrases import name, says

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
