"""How narrow a column may be: each word that stays whole needs a line that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from ..measure import is_hangul
from .geometry import FRAME_X_EM, INSET_EM
from .lines import UNEVEN, line_ems, unsure
from .shapes import SMALLEST, Atom, Heading, Item, Line, Row, Section, Span, Text
from .spots import INDENT

WIDEST_WORD = 14.5
"""em; a longer word of Korean ends a line anywhere."""
LEAST_LINE, LEAST_CELLS = 15.0, 16.0
"""em; what a line holds in the columns that a sheet has by itself, and two cells do: what is wider with its indent is cut."""
TITLE = 1.12
"""The size of a section's title beside the text."""
CHIP = 26
"""Letters; code in a line that is no longer is never divided."""
_PLACES = re.compile(r"\s+|(?<=[/\-])(?=\w)")
"""Where a line may end: at a space, and within an address or a compound."""
_ANYWHERE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def least_width(sections: Sequence[Section], size: float) -> float:
    """The width in pt of a column in which type of `size` pt divides no word that stays whole elsewhere."""
    titles = (
        size * (2 * INSET_EM + TITLE * _longest(section.title, LEAST_LINE / (TITLE * UNEVEN))) for section in sections
    )
    atoms = (_width(atom, size) for section in sections for atom in section.atoms)
    return max((*titles, *atoms), default=0.0)


def _width(atom: Atom, size: float) -> float:
    around = 2 * INSET_EM + atom.left + (2 * FRAME_X_EM if atom.frame else 0.0)
    match atom:
        case Text(line=line) | Heading(line=line) | Item(line=line):
            inside = INDENT[atom.marker] if isinstance(atom, Item) else 0.0
            return size * (around + inside + _longest(line, LEAST_LINE - around + 2 * INSET_EM - inside))
        case Row(style="grid", least=least, broad=False):
            return size * around + SMALLEST * sum(least)
        case Row(style="terms", cells=cells):
            return size * (around + sum(_longest(cell, LEAST_CELLS / 2) for cell in cells))
        case _:
            return 0.0


def _longest(line: Line, most: float) -> float:
    """The longest word of a line, in em; one that is longer than `most` is cut."""
    return max((_wide(word) for word in _words(line) if _is_whole(word, most)), default=0.0)


def _is_whole(word: Sequence[Span], most: float) -> bool:
    """Whether a word is never divided, judged by the width at which it would be cut."""
    if any(_ANYWHERE.search(span.text) for span in word):
        return False
    korean = any(map(is_hangul, chain.from_iterable(span.text for span in word)))
    return line_ems(tuple(word)) <= (min(WIDEST_WORD, most) if korean else most)


def _wide(word: Sequence[Span]) -> float:
    """No less than what a word takes, in em."""
    return sum(line_ems((span,)) * unsure(span) for span in word)


def _words(line: Line) -> Iterator[list[Span]]:
    """The spans between two places where a line may end; a styled word has what follows it without a space."""
    word: list[Span] = []
    for span in line:
        whole = span.kind != "text" and not (span.kind == "code" and len(span.text) > CHIP)
        first, *others = [span.text] if whole else _PLACES.split(span.text)
        word += [replace(span, text=first)] if first else []
        for part in others:
            yield word
            word = [replace(span, text=part)] if part else []
    yield word
