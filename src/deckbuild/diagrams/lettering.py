"""How wide words are and where lines break: by classes of letters, so that a layout never depends on installed fonts.

The classes are on the wide side of Noto Sans CJK and 맑은 고딕 (CJK is counted as 1 em where Noto has 0.92): a label
that fits by this table fits in every font that a reader may have.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..model import RichText

MONO = 0.6
"""The width of a letter of JetBrains Mono, in em."""

_PITCH = {14.0: 20.0, 16.0: 23.0, 18.0: 26.0}
_NARROW = frozenset("iljtfrI.,:;!|'`()[]{}/\\- ")
_BROAD = frozenset("mwMW@%&")
_PIECES = re.compile(r"[^/\-_.,:?&=]+[/\-_.,:?&=]*|[/\-_.,:?&=]+")


def pitch(size: float) -> float:
    """The distance of two baselines in points."""
    return _PITCH.get(size, size * 1.32)


@lru_cache(maxsize=4096)
def is_wide(char: str) -> bool:
    """Whether a character fills a whole em: Hangul, Han, kana and full-width forms."""
    return unicodedata.east_asian_width(char) in "WF" or "\u1100" <= char <= "\u11ff"


def _em(char: str) -> float:
    if is_wide(char):
        return 1.0
    if unicodedata.combining(char):
        return 0.0
    if char in _NARROW:
        return 0.36
    if char in _BROAD:
        return 0.92
    return 0.67 if char.isupper() else 0.6


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in points; bold Latin is 5 % wider than regular."""
    heavier = 1.05 if bold else 1.0
    return size * sum(_em(char) * (1.0 if is_wide(char) else heavier) for char in text)


def mono_width(text: str, size: float) -> float:
    """The width in points of a line of code; a CJK letter counts as two."""
    return size * MONO * sum(2 if is_wide(c) else 0 if unicodedata.combining(c) else 1 for c in text)


@lru_cache(maxsize=1024)
def wrap(text: str, size: float, limit: float, *, bold: bool = False) -> tuple[RichText, ...]:
    """Lines at most `limit` points wide: as few as can be, of even length, broken at spaces.

    A word is broken only where it is too long by itself, words in brackets are kept together if they can be, and a
    line break of the author's stays.
    """
    lines = [line for part in text.split("\n") for line in _even(_words(part, size, limit, bold), size, limit, bold)]
    return tuple(RichText.of(line) for line in lines)


def _words(text: str, size: float, limit: float, bold: bool) -> list[str]:
    return [piece for word in text.split() for piece in _cut(word, size, limit, bold)]


def _even(words: list[str], size: float, limit: float, bold: bool) -> list[str]:
    """The best lines: for each number of first words, how many lines they take, at what cost, the last from where.

    Of two ways with as many lines the more even one; that a bracket opens or closes on another line costs much.
    """
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    wides, opens = [width(word, size, bold=bold) for word in words], [w.count("(") - w.count(")") for w in words]
    space = width(" ", size, bold=bold)
    for end in range(1, len(words) + 1):
        ways = []
        wide, opened = -space, 0
        for start in range(end - 1, -1, -1):
            wide, opened = wide + space + wides[start], opened + opens[start]
            if wide > limit and start < end - 1:
                break
            cost = (limit - wide) ** 2 + (limit**2 if opened else 0.0)
            ways.append((best[start][0] + 1, best[start][1] + cost, start))
        best.append(min(ways))
    return _traced(words, best)


def _traced(words: list[str], best: list[tuple[int, float, int]]) -> list[str]:
    """The lines that the best way comes to, read from its end."""
    lines, end = [], len(words)
    while end:
        start = best[end][2]
        lines.append(" ".join(words[start:end]))
        end = start
    return lines[::-1]


def _cut(word: str, size: float, limit: float, bold: bool) -> list[str]:
    """A word that is wider than a line, in pieces: after a separator if there is one, else between two letters."""
    if width(word, size, bold=bold) <= limit:
        return [word]
    lines = [""]
    for piece in _PIECES.findall(word):
        for part in [piece] if width(piece, size, bold=bold) <= limit else list(piece):
            if lines[-1] and width(lines[-1] + part, size, bold=bold) > limit:
                lines.append("")
            lines[-1] += part
    return lines


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """The width in points below which a text cannot be wrapped at its spaces alone."""
    return max((width(word, size, bold=bold) for word in text.split()), default=0.0)
