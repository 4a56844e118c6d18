"""Lists of sums, `X = a + b + c`, before anybody has drawn them."""

from __future__ import annotations

from msgspec import Struct

from ...model import EMPTY, List, Pair, RichText
from ...richtext import to_plain

LONGEST = 24
"""Letters of a part that a chip has room for."""


class Chips(Struct, frozen=True):
    """Equations `X = a + b + c`: each row a left side and its parts."""

    rows: tuple[tuple[RichText, tuple[str, ...]], ...]
    label: RichText = EMPTY


def sums(block: List) -> Chips | None:
    """The list as equations of sums, if every item is one and at least one sum has two parts.

    A chip shows bare words: a list with a link, a formula or anything else to show on a right side, or with what follows from it, stays one.
    """
    rows = []
    for item in block.items:
        if not (isinstance(item, Pair) and item.sign == "=" and not item.body and not item.leads_to):
            return None
        parts = tuple(part.strip() for part in to_plain(item.right).split(" + "))
        if not _is_bare(item.right) or not all(parts) or max(map(len, parts)) > LONGEST:
            return None
        rows.append((item.left, parts))
    return Chips(tuple(rows), block.label) if any(len(parts) > 1 for _, parts in rows) else None


def _is_bare(text: RichText) -> bool:
    return all(run.kind in ("text", "break") and not run.styles and not run.href for run in text)
