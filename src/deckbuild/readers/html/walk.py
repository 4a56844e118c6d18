"""Trees of syntax blocks rebuilt from the inside out, without recursion: they are as deep as people nest lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from .. import blocks as b

Part = b.Node | b.Item
Own = Callable[[Part], Part]
Whole = Callable[[tuple[b.Node, ...], int], tuple[tuple[b.Node, ...], tuple[b.Node, ...]]]
"""Changes the content of a note, a quote or an item at a depth; the second part goes behind what holds it."""


class _Level:
    """A block with parts, while they are rebuilt."""

    def __init__(self, owner: Part | None, parts: Sequence[Part]) -> None:
        self.owner = owner
        self.parts = parts
        self.pending: Iterator[Part] = iter(parts)
        self.done: list[Part] = []
        self.left: list[Part] = []


def rebuilt(nodes: Sequence[b.Node], own: Own, whole: Whole) -> tuple[b.Node, ...]:
    """Every block through `own` (after its parts), every content through `whole`."""
    levels = [_Level(None, nodes)]
    while True:
        level = levels[-1]
        child = next(level.pending, None)
        if child is not None:
            parts = parts_of(child)
            if parts:
                levels.append(_Level(child, parts))
            else:
                level.done.append(own(child))
            continue
        levels.pop()
        made = _finished(level, whole, len(levels))
        if level.owner is None:
            return made  # type: ignore[return-value]
        _give(levels[-1], level, made, own)


def parts_of(node: Part) -> Sequence[Part]:
    """What a block holds."""
    match node:
        case b.ItemList():
            return node.items
        case b.BlockQuote() | b.Details() | b.Item() | b.FootnoteText() | b.DefinitionItem() | b.Speech():
            return node.body
        case _:
            return ()


def _finished(level: _Level, whole: Whole, depth: int) -> tuple[Part, ...]:
    if isinstance(level.owner, b.ItemList):
        return tuple(level.done)
    made, left = whole(tuple(level.done), depth)  # type: ignore[arg-type]
    level.left += left
    return made


def _give(above: _Level, level: _Level, made: tuple[Part, ...], own: Own) -> None:
    owner = level.owner
    if isinstance(owner, b.ItemList):
        owner = owner if _same(made, owner.items) else replace(owner, items=made)
    elif isinstance(owner, b.BlockQuote | b.Details | b.Item | b.FootnoteText | b.DefinitionItem | b.Speech):
        owner = owner if _same(made, owner.body) else replace(owner, body=made)
    assert owner is not None
    above.done.append(own(owner))
    if isinstance(above.owner, b.ItemList):
        above.left += level.left
    else:
        above.done += level.left


def _same(made: Sequence[Part], before: Sequence[Part]) -> bool:
    return len(made) == len(before) and all(a is c for a, c in zip(made, before, strict=True))
