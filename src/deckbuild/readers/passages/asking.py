"""What a question says, with the choices that it offers as their author put them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ...model import Block, Place, Point, RichText
from .marks import Marked
from .offered import parted_choices


class Reading(Protocol):
    """What reads the parts of a question."""

    def blocks(self, nodes: Sequence[Marked]) -> list[Block]: ...

    def inline(self, source: str, line: int) -> RichText: ...

    def place(self, node: Marked) -> Place: ...


def asked_blocks(nodes: Sequence[Marked], reader: Reading) -> list[Block]:
    """The blocks of a question; a choice stays a line of its own behind the sign that answers refer to it by."""
    found: list[Block] = []
    for node in nodes:
        stem, choices = parted_choices(node)
        found += reader.blocks(stem)
        found += [Point(reader.inline(each.text, each.line), place=reader.place(each)) for each in choices]
    return found
