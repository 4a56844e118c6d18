"""Which raised and lowered letters may be small: an index beside its word, not words that happen to be raised."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...plan.sheet.lines import ems, line_ems
from ...plan.sheet.shapes import Span

LONGEST_EMS = 6.0
"""em of an index; what is longer is read as words are, and is no smaller than the smallest of these."""
LARGE = "large"
_SHIFTS = frozenset(("sub", "sup"))


def legible(words: Sequence[list[Span]], room: float) -> list[list[Span]]:
    """The words of a line, with the style `large` for what is raised or lowered in them without being an index.

    An index is short and in one word with what it belongs to, which no line breaks if it has at most `room` em. Only a mark
    at the beginning of a line stands by itself. Code has a box of its own, behind which a line may end: it holds no index.
    """
    return [
        [span if not shifted(span) or _beside(words, i, room) else _large(span) for span in word]
        for i, word in enumerate(words)
    ]


def has_index(word: Sequence[Span]) -> bool:
    """Whether an index is in a word, which is then not to be broken."""
    return any(shifted(span) and LARGE not in span.styles for span in word)


def shifted(span: Span) -> bool:
    """Whether a span is raised or lowered."""
    return span.kind == "reference" or not _SHIFTS.isdisjoint(span.styles)


def _beside(words: Sequence[Sequence[Span]], i: int, room: float) -> bool:
    own = "".join(span.text for span in words[i] if shifted(span))
    base = any(span.text.strip() for span in words[i] if span.kind == "text" and not shifted(span))
    follows = words[2] if i == 0 and len(words) > 2 else []
    leads = bool(follows) and not shifted(follows[0]) and line_ems(tuple(follows)) <= room / 2
    return ems(own) <= LONGEST_EMS and (leads or (base and line_ems(tuple(words[i])) <= room))


def _large(span: Span) -> Span:
    return replace(span, styles=(*span.styles, LARGE))
