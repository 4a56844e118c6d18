"""Items that are understood by those beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....model import Block, Code, Command, Figure, Labelled, Point, RichText
from .. import vocabulary as v
from ..labels import MAX_LABEL, MAX_LABEL_WORDS, bare_label, is_label, label_and_text, width
from ..links import leads_away
from ..roles import named

MIN_NAMES = 2
MIN_DASHED, MOST = 3, 0.8
"""Items of a list of which so many have a name before a dash: a dash alone can mean many things."""
_NOT_A_NAME = re.compile(r"[,，、;；。]|\d$|[가-힣]다$")


def alike(items: Sequence[Block], steps: bool) -> list[Block]:
    """The items of a list: a long label beside short ones is one too, and so are long ones where all items have them, and
    bare names that all are explained.

    Not where they are `steps`: there they name what is done.
    """
    labelled = [_labelled(item, v.LABEL) for item in items]
    known = sum(isinstance(item, Labelled) for item in items)
    all_named = not steps and len(items) >= MIN_NAMES and all(labelled)
    if all_named or (known and (known + sum(bool(found) for found in labelled)) * 2 > len(items)):
        return [found or item for found, item in zip(labelled, items, strict=True)]
    dashed = [] if steps or known else [_labelled(item, v.DASH) for item in items]
    if len(items) >= MIN_DASHED and sum(map(bool, dashed)) >= MOST * len(items):
        return [found or item for found, item in zip(dashed, items, strict=True)]
    if not steps and len(items) >= MIN_NAMES and all(map(_is_explained, items)):
        return [_name(item) for item in items]
    return list(items)


def _labelled(item: Block, sign: re.Pattern[str]) -> Labelled | None:
    """A statement with a label that is longer than those that are seen as such by themselves, before a sign."""
    parts = label_and_text(item.text, sign) if isinstance(item, Point) and not item.leads_to else None
    if (
        not isinstance(item, Point)
        or not parts
        or not parts[1]
        or leads_away(parts[1])
        or any(run.href for run in parts[0])
    ):
        return None
    label, text = parts
    if not is_label(label, False, wide=True):
        return None
    name = bare_label(label)
    return Labelled(name, text, named(name, item.body), item.place)


def _is_explained(item: Block) -> bool:
    """Whether an item is a name alone with text below it."""
    match item:
        case Labelled(text=text, body=body):
            return not text and bool(body)
        case Point(text=text, leads_to=(), body=body) if any(not isinstance(b, Code | Command | Figure) for b in body):
            return _is_name(text)
        case _:
            return False


def _is_name(text: RichText) -> bool:
    plain = text.plain
    short = width(plain) <= MAX_LABEL and len(plain.split()) <= MAX_LABEL_WORDS
    return short and is_label(text, False) and not _NOT_A_NAME.search(plain) and not leads_away(text)


def _name(item: Block) -> Block:
    if not isinstance(item, Point):
        return item
    label = bare_label(item.text)
    return Labelled(label, body=named(label, item.body), place=item.place)
