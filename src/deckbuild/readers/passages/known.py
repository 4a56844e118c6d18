"""What a note says as a whole, for those who read one section of it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..inline import NO_LINKS, Link
from .footnotes import NO_FOOTNOTES, Footnotes


class Known(Struct, frozen=True):
    """What a note says elsewhere about the marks in a text: where links lead, which footnotes there are."""

    links: Mapping[str, Link] = NO_LINKS
    footnotes: Footnotes = NO_FOOTNOTES
    titles: frozenset[str] = frozenset()
    """The titles of its sections, as `contents.title_key` has them."""
    anchors: frozenset[str] = frozenset()
    """What links may lead to, as `contents.anchor_key` has it."""
    wide: int = 0
    """Columns of its longest line of prose."""


NOTHING_KNOWN = Known()
