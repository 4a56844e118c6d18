"""The few short lines right below a note's title (who, where, when), which belong on the title slide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from ...byline_marks import is_byline
from ...model import Block, Deck, Front, Labelled, Point
from ...richtext import to_plain
from ..measure import text_width
from .byline import speaker, told

MOST, WIDEST = 4, 30.0
"""How many lines there may be, and how wide each is at most, in em."""
_STATES = re.compile(r"(?:[.!?…。！？:：]|[가-힣][다요])[\"'”’」』)）]*$")
"""The end of a sentence, or of what leads to something."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SAYS = re.compile(rf"{_YEAR.pattern}|^[^:：]{{2,24}}[:：] ?\S")


def with_headlines(deck: Deck) -> Deck:
    """The deck whose title slide says such lines, unless its front matter has some; its body is without them."""
    lines = () if speaker(deck) or told(deck.front.get("subtitle")) or not deck.concepts else tuple(_lines(deck.body))
    if not lines:
        return deck
    front = Front((*deck.front, ("author", " · ".join(lines))))
    return replace(deck, front=front, body=deck.body[len(lines) :])


def _lines(body: Sequence[Block]) -> Iterator[str]:
    """The lines: all that there is, else where one has a year as far as they have that or a label. A sole line is what
    the deck is about, unless it says who teaches it or in which lecture."""
    found = list(takewhile(bool, map(_line, body)))
    told_by = list(takewhile(is_byline, found))
    if len(found) < len(body):
        dated = any(map(_YEAR.search, found))
        found = found[: max((n for n, line in enumerate(found, 1) if dated and _SAYS.search(line)), default=0)]
    elif len(found) == 1 and not told_by:
        return
    found = max(found, told_by, key=len)
    yield from found if len(found) <= MOST else ()


def _line(block: Block) -> str:
    """A block as such a line, where it is one: short, and neither a sentence nor anything that only text cannot say."""
    match block:
        case Point(text=text, leads_to=(), body=()):
            line = to_plain(text)
        case Labelled(label=label, text=text, body=()):
            line = f"{to_plain(label)}: {to_plain(text)}"
        case _:
            return ""
    plain = all(run.kind == "text" and not run.href for run in text)
    return line if plain and text_width(line) <= WIDEST and not _STATES.search(line) else ""
