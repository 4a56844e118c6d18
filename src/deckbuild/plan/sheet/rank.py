"""How much would be lost without an atom: what decides who goes when not everybody fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from .shapes import Atom, Heading, Item, Line, Listing, Row, Section, Text, plain, wording

_CUES = re.compile(
    r"핵심|중요|주의|반드시|결국|즉[,\s]|때문에|→|important|never|always|"
    r"must\b|note that|therefore|key idea|重要|注意|必ず|つまり|关键|"
    r"必须|因此|即[,，]",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\w가-힣]{2,}")
CUE, EMPHASIS, REPEATED = 0.06, 0.08, 0.25
ENOUGH_WORDS = 4


def ranked(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The same sections, each atom's rank adjusted: up for cue words and emphasis, down where it repeats another."""
    seen: list[frozenset[str]] = []
    titles = frozenset(plain(section.title) for section in sections)
    return tuple(
        replace(s, atoms=tuple(replace(atom, rank=_rank(atom, seen, titles)) for atom in s.atoms)) for s in sections
    )


def _rank(atom: Atom, seen: list[frozenset[str]], titles: frozenset[str]) -> float:
    if isinstance(atom, Heading) or atom.rank >= 1.0:
        return atom.rank
    text = wording(atom)
    marked = any("mark" in span.styles for line in _lines(atom) for span in line)
    if marked:
        return 1.0
    words = frozenset(_WORDS.findall(text.lower()))
    rank = atom.rank + CUE * bool(_CUES.search(text)) + EMPHASIS * _emphasis(_lines(atom))
    partial = isinstance(atom, Listing)  # code without its beginning says less than nothing
    rank -= REPEATED * ((not partial and _repeats(words, seen)) or text in titles)
    seen.append(words)
    return round(min(0.99, max(0.01, rank)), 4)


def _lines(atom: Atom) -> tuple[Line, ...]:
    match atom:
        case Heading(line=line) | Text(line=line) | Item(line=line):
            return (line,)
        case Row(cells=cells):
            return cells
        case _:
            return ()


def _emphasis(lines: Sequence[Line]) -> float:
    """The share of letters that the author set in bold or as code, at most a half of them counted."""
    spans = [span for line in lines for span in line]
    total = sum(len(span.text) for span in spans) or 1
    strong = sum(len(span.text) for span in spans if "bold" in span.styles or span.kind == "code")
    return min(0.5, strong / total) * 2


def _repeats(words: frozenset[str], seen: Sequence[frozenset[str]]) -> bool:
    """Whether four of five words stood in one earlier atom. Only the last two hundred are looked at."""
    if len(words) < ENOUGH_WORDS:
        return False
    return any(len(words & other) >= 0.8 * len(words) for other in seen[-200:])
