"""Columns that an author wrote, as pandoc has them: `::: columns` with `::: column` in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from ...model import EMPTY, Block, Callout, List, RichText, Subheading
from ...wording import Words
from .items import Item, elements
from .sides import Sides, Told

LONGEST = 360
"""Letters of a column that stands beside another; longer ones follow each other."""


def side_by_side(block: Block, words: Words) -> Sides | None:
    """Two columns of little text side by side; nothing for all else, whose parts are laid out as they are."""
    match block:
        case Callout(kind="columns", body=(Callout(kind="column", body=left), Callout(kind="column", body=right))):
            pass
        case _:
            return None
    (first, a), (second, b) = _headed(left), _headed(right)
    cells = _cells(a, words), _cells(b, words)
    if not all(cells) or any(sum(len(text.plain) for told in side for text in told) > LONGEST for side in cells):
        return None
    if first and second and all(len(body) == 1 and isinstance(body[0], List) for body in (a, b)):
        return Sides((first, second), tuple(zip_longest(*cells, fillvalue=())))
    whole = [tuple(text for told in side for text in told) for side in cells]
    return Sides((first, second), ((whole[0], whole[1]),))


def _headed(body: Sequence[Block]) -> tuple[RichText, Sequence[Block]]:
    """What a column is called, and the rest of it."""
    match body:
        case [Subheading(text=name), *rest] if rest:
            return name, rest
        case [List(label=name) as listed, *rest] if name:
            return name, [replace(listed, label=EMPTY), *rest]
        case _:
            return EMPTY, body


def _cells(body: Sequence[Block], words: Words) -> list[Told]:
    """The paragraphs of a column, those of a list behind their signs where there is more than it; nothing where not
    all is text."""
    found = elements(body, words)
    alone = len(body) == 1
    if not all(isinstance(each, Item) and not each.mono for each in found):
        return []
    return [(_signed(each, alone),) for each in found if isinstance(each, Item)]


def _signed(item: Item, alone: bool) -> RichText:
    text = RichText.of(f"{item.label}: ") + item.text if item.label else item.text
    sign = f"{item.numeral}." if item.numeral else item.sign.strip()
    return RichText.of(f"{sign} ") + text if sign and not (alone and sign == "•") else text
