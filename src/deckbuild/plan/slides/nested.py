"""A figure that stands in an item of a list, with what else belongs to that item."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...model import RichText
from ...readable import readable
from .frame import Frame
from .inline import clipped
from .items import CodeBox, Element, Item, Panel

SIZE = 24
"""The size at which an item that is said again is sure to fit one line."""


class InItem(Struct, frozen=True):
    """`before`: what comes before the item; `item`: it, with what stands between it and the figure; `below`: what of it
    comes after the figure; `after`: all else."""

    before: list[Element]
    item: list[Element]
    below: list[Element]
    after: list[Element]

    @property
    def boxed(self) -> bool:
        """Whether any of it is no line of text."""
        return any(not isinstance(element, Item) for element in (*self.item, *self.below))


def in_item(pending: Sequence[Element], run: Sequence[Element]) -> InItem | None:
    """What a figure between the two stands in: an item that has more below it, or that the next number follows."""
    start = next((n for n in reversed(range(len(pending))) if _is_member(pending[n])), -1)
    owner = pending[start] if start >= 0 else None
    if not isinstance(owner, Item):
        return None
    stop = next((n for n, element in enumerate(run) if not _below(element, owner)), len(run))
    after = run[stop] if stop < len(run) else None
    goes_on = isinstance(after, Item) and owner.number and after.number == owner.number + 1
    if not (goes_on or any(not isinstance(element, Item) for element in run[:stop])):
        return None
    return InItem([*pending[:start]], [*pending[start:]], [*run[:stop]], [*run[stop:]])


def _is_member(element: Element) -> bool:
    return isinstance(element, Item) and not element.level and bool(element.number or element.sign.strip() == "•")


def _below(element: Element, owner: Item) -> bool:
    if isinstance(element, CodeBox | Panel):
        return element.under
    return isinstance(element, Item) and element.level > owner.level


def again(owner: Element, frame: Frame) -> list[Element]:
    """An item in one quiet line, for a slide that begins with what belongs to it."""
    if not isinstance(owner, Item):
        return []
    text = clipped(f"{readable(owner.text).rstrip(' .:：。')} …", SIZE, frame.text_width - 3 * SIZE)
    return [replace(owner, text=RichText.of(text), quiet=True, bold=False, name=RichText(), tied=False, stray=False)]
