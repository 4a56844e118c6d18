"""What a list is for: its name, its role, and the references that it may consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ... import richtext
from ...model import (
    Block,
    Labelled,
    List,
    ListRole,
    Pair,
    Place,
    Point,
    Question,
    Reference,
    RichText,
    Run,
    Subheading,
)
from . import vocabulary as v

_ROLES: tuple[tuple[ListRole, re.Pattern[str]], ...] = (
    ("examples", v.EXAMPLES),
    ("references", v.REFERENCES),
    ("pros", v.PROS),
    ("cons", v.CONS),
)


def attach_labels(found: Sequence[Block]) -> list[Block]:
    """A line in bold directly above a list is the name of that list."""
    out: list[Block] = []
    for block in found:
        label = _label(out[-1]) if out else None
        if isinstance(block, List) and label and not block.label:
            out[-1] = replace(
                block, label=label.text, role=labelled_role(label.text, block.role), place=label.place.to(block.place)
            )
        else:
            out.append(block)
    return out


def _label(block: Block) -> Subheading | Point | None:
    """A line that names the list below it: one in bold, or one of the words that lists are named by."""
    match block:
        case Subheading():
            return block
        case Point(text=text, leads_to=(), body=()) if labelled_role(text, "points") != "points":
            return block
        case _:
            return None


def labelled_role(label: RichText, otherwise: ListRole) -> ListRole:
    """The role that a name gives the list below it."""
    for role, pattern in _ROLES:
        if pattern.match(label.plain):
            return role
    return otherwise


def references(label: RichText, body: Sequence[Block], place: Place) -> List:
    """The lists below an item that names them, as one list of references."""
    items = tuple(referenced(item) for block in body if isinstance(block, List) for item in block.items)
    return List(items, label, "references", place=place)


def referenced(item: Block) -> Block:
    """An item that is nothing but a link, as a reference."""
    if not isinstance(item, Point) or item.body:
        return item
    hrefs = {run.href for run in item.text if run.text.strip()}
    if len(hrefs) == 1 and (url := hrefs.pop()):
        title = richtext.merge(Run(run.text, run.styles, "", run.kind) for run in item.text)
        return Reference(title, url, item.place)
    return item


def inside(item: Block) -> Iterator[Block]:
    """An item and what is directly nested in it."""
    yield item
    if isinstance(item, Point | Pair | Labelled | Question):
        yield from item.body


def first_text(block: Block) -> RichText | None:
    """The text of a statement, or of the only item of a list: what can answer a question."""
    match block:
        case Point(text=text, leads_to=(), body=()):
            return text
        case List(items=(Point(text=text, leads_to=(), body=()),)):
            return text
        case _:
            return None
