"""What a list of steps asks for whole is not asked for by its name as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Labelled, Place
from .answers import line
from .judge import Draft
from .model import blanks


def once(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Cards without the labels of steps (`2. Boot loader: it loads the kernel`) that are recalled whole: whoever knows
    which step comes next has said what it does. A label with lines below it alone asks for these, which no step does."""
    recalled = {(draft.spot.place, text) for draft in drafts for text in _recalled(draft)}
    return (draft for draft in drafts if draft.card.kind != "label" or _said(draft) not in recalled)


def _recalled(draft: Draft) -> tuple[str, ...]:
    """The step that a card leaves out of its list."""
    return tuple(text.plain for _, text in blanks(draft.card.shown)) if draft.card.kind == "step" else ()


def _said(draft: Draft) -> tuple[Place, str] | None:
    """The list that a label with its text stands in, and its line there."""
    block, parent = draft.spot.block, draft.spot.parent
    return (parent.place, line(block).plain) if parent and isinstance(block, Labelled) and block.text else None
