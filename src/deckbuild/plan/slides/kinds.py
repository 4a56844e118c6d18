"""What kind a box is that has a title of its own: a word above that title."""

from __future__ import annotations

from ...callout_names import KO_CALLOUTS
from ...model import Callout
from ...readable import readable
from ...wording import Words

_SAYS_NOTHING = frozenset({"details", "quote"})
"""Kinds that are a form and no warning: a box that opens, and a quote."""


def kind_of(box: Callout, words: Words) -> str:
    """The name of a known kind, where the title of a box does not say it."""
    name = words.callout(box.kind) if box.kind in KO_CALLOUTS and box.kind not in _SAYS_NOTHING else ""
    return "" if not box.title or name.casefold() in readable(box.title).casefold() else name
