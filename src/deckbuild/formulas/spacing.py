"""How the parts of a row behave beside one another (Knuth, *The TeXbook*, chapter 18): a sign between two terms has
space around it, the same sign before a term has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .tree import Big, Function, Kind, Limits, Node, Script, Sign, Space

_NOTHING_BEFORE = frozenset(("binary", "relation", "open", "comma", ""))
_NOTHING_AFTER = frozenset(("relation", "close", "comma", ""))


class Placed(NamedTuple):
    """A part of a row and how it behaves there."""

    node: Node
    kind: Kind

    @property
    def joins(self) -> bool:
        """Whether it has space on both sides, and a line may end before it."""
        return self.kind in ("binary", "relation")


def kind(node: Node) -> Kind:
    """How a part behaves by itself: as its base does."""
    match node:
        case Sign():
            return node.kind
        case Script(base=base) | Limits(base=base):
            return kind(base)
        case _:
            return "letter"


def placed(items: Sequence[Node]) -> Iterator[Placed]:
    """The parts of a row, white space included, each as what stands beside it makes it."""
    kinds = [kind(item) for item in items]
    before = ""
    for i, item in enumerate(items):
        if isinstance(item, Space):
            yield Placed(item, "sign")
            continue
        after = next((kinds[j] for j in range(i + 1, len(items)) if not isinstance(items[j], Space)), "")
        own = kinds[i]
        if own == "binary" and (before in _NOTHING_BEFORE or after in _NOTHING_AFTER):
            own = "sign"
        before = own if not isinstance(item, Big) else "open"
        yield Placed(item, own)


def is_named(node: Node) -> bool:
    """Whether a part is a function's name, with or without scripts: its argument stands apart from it."""
    match node:
        case Function():
            return True
        case Script(base=base) | Limits(base=base):
            return is_named(base)
        case _:
            return False
