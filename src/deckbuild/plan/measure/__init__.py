"""How many lines a text takes, from a fixed table of widths: no font is opened, so every machine plans the same.

The count is never less than what LibreOffice or PowerPoint shows: each character is as wide as in the widest of the
fonts that may stand in (`widths`), lines break only where every renderer would let them, and a switch between Latin
and CJK characters costs the gap that LibreOffice puts there. One function measures for packing and for placing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from .widths import BOLD, REGULAR

SAFETY = 0.985
"""The share of a box's width that is counted on."""
SCRIPT_GAP = 0.25
"""Em that LibreOffice (7.4, measured) adds where a CJK letter meets a Latin letter or sign."""
MONO = 0.61
"""Em of one letter of code: JetBrains Mono 0.600, DejaVu Sans Mono 0.602, Consolas 0.550."""
HANGUL = 0.94
EMOJI = 1.4
ARABIC_WORD = 4.0
"""Em of a whole phrase in one character, such as U+FDFA."""
_NO_START = frozenset(
    "!%),.:;?]}¢°’”†‡›℃∶、。々〉》」』】〕〗〞︰﹐﹑﹒﹔﹕﹖！％），．：；？］｝～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー…‥·"
)
_MAYBE = frozenset("/-?!|}–—…")
_NO_END = frozenset("$£¥([{‘“〈《「『【〔〖〝（［｛￡￥#＃")


class Chunk(NamedTuple):
    """Text of one look; `scale` is its size over that of the paragraph."""

    text: str
    scale: float = 1.0
    bold: bool = False
    mono: bool = False


class Word(NamedTuple):
    """What stays on one line: its width and that of the space after it, in em; `letters` for a word too long.

    A letter is negative where a renderer may break after it (`/`, `-`, `?` …): a break that is early there leaves
    less room for what follows.
    """

    width: float
    space: float
    letters: tuple[float, ...]
    newline: bool = False


@lru_cache(maxsize=8192)
def advance(char: str, bold: bool = False, mono: bool = False) -> float:
    """The width of one character in em."""
    if mono:
        return 1.0 if unicodedata.east_asian_width(char) in "WFA" else MONO
    point = ord(char)
    if 0xAC00 <= point <= 0xD7A3:
        return HANGUL
    for first, letters in (BOLD if bold else REGULAR).items():
        if 0 <= point - first < len(letters):
            return (ord(letters[point - first]) - 33) / 50
    return _by_class(char)


def _by_class(char: str) -> float:
    """The width of a character that no table holds: a full em where nothing better is known."""
    point = ord(char)
    if point >= 0xE0000:
        return 1.0
    if 0xFDF0 <= point <= 0xFDFF:
        return ARABIC_WORD
    if unicodedata.category(char) in ("Cf", "Cc"):
        return 0.0
    if 0x1F000 <= point <= 0x1FAFF:
        return EMOJI
    return 0.6 if unicodedata.east_asian_width(char) == "H" else 1.0


@lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """Whether a character is set in the East Asian font."""
    return unicodedata.east_asian_width(char) in "WF"


def parts_words(char: str) -> bool:
    """Whether a forced break behind a letter stands for a space too: not behind kana, Han or their signs."""
    return bool(char) and not char.isspace() and (not is_wide(char) or 0xAC00 <= ord(char) <= 0xD7A3)


def is_leftward(char: str) -> bool:
    """Whether a character belongs to a script that is written from right to left."""
    return unicodedata.bidirectional(char) in ("R", "AL")


@lru_cache(maxsize=8192)
def _script(char: str) -> str:
    """What font a character is set in, CJK or Latin; nothing for what goes with the letter before it.

    Signs count as Latin: LibreOffice takes `다.` for two scripts.
    """
    if is_wide(char):
        return "c"
    return "" if char in " \t" or unicodedata.category(char)[0] in "MC" else "l"


def text_width(text: str, bold: bool = False, mono: bool = False) -> float:
    """The width of a text on one line in em, gaps between scripts included."""
    return sum(word.width + word.space for word in words((Chunk(text, 1.0, bold, mono),)))


def fitting(text: str, room: float, mono: bool = False) -> int:
    """How many characters of a text stand on a line of `room` em."""
    used, script = 0.0, ""
    for i, char in enumerate(text):
        kind = _script(char) or script
        used += advance(char, mono=mono) + (SCRIPT_GAP if script and kind != script else 0.0)
        if used > room:
            return i
        script = kind
    return len(text)


@lru_cache(maxsize=16384)
def words(chunks: tuple[Chunk, ...]) -> tuple[Word, ...]:
    """The unbreakable stretches of a paragraph, in em of its size."""
    found: list[Word] = []
    letters: list[float] = []
    script = before = ""
    space = 0.0

    def close(newline: bool = False) -> None:
        nonlocal space
        if letters or space or newline:
            found.append(Word(sum(map(abs, letters)), space, tuple(letters), newline))
        letters.clear()
        space = 0.0

    for chunk in chunks:
        for char in chunk.text:
            if char == "\n":
                space = space or (advance(" ", chunk.bold, chunk.mono) * chunk.scale if parts_words(before) else 0.0)
                close(newline=True)
                before = ""
                continue
            width = advance(char, chunk.bold, chunk.mono) * chunk.scale
            if char in " \t":
                space += width
                before = " "
                continue
            if space or (before and _breaks(before, char)):
                close()
            kind = _script(char) or script
            letters.append(width + (SCRIPT_GAP * chunk.scale if script and kind != script else 0.0))
            if char in _MAYBE and width:
                letters[-1] = -letters[-1]
            script, before = kind, char
    close()
    return tuple(found)


def keeps(left: str, right: str) -> bool:
    """Whether no line ends between two characters: behind an opening bracket, or before a mark that closes."""
    return left in _NO_END or right in _NO_START


@lru_cache(maxsize=65536)
def _breaks(left: str, right: str) -> bool:
    """Whether every renderer lets a line end between two characters: only beside kana and Han, by their rules."""
    if keeps(left, right) or (right in _NO_END and not is_wide(right)):
        return False
    return (_ideographic(left) and is_wide(right)) or (is_wide(left) and _ideographic(right))


def _ideographic(char: str) -> bool:
    return "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def line_count(chunks: Iterable[Chunk], size: float, width: float) -> int:
    """The lines that a paragraph takes at `size` points in a box `width` points wide: at least one."""
    return len(line_widths(chunks, size, width))


def line_widths(chunks: Iterable[Chunk], size: float, width: float) -> list[float]:
    """The width of each line of a paragraph in points."""
    room = max(width * SAFETY / size, 0.1)
    return [line * size for line in _lines(words(tuple(chunks)), room)]


def longest_word(chunks: Iterable[Chunk], size: float) -> float:
    """The width of the longest unbreakable stretch in points."""
    return max((word.width for word in words(tuple(chunks))), default=0.0) * size / SAFETY


@lru_cache(maxsize=16384)
def _lines(found: tuple[Word, ...], room: float) -> tuple[float, ...]:
    """Widths in em of the lines, filled one after the other as renderers do.

    A space before a forced break that has no room takes an empty line in LibreOffice (7.4, measured)."""
    done: list[float] = []
    used = pen = 0.0
    for word in found:
        if pen and pen + word.width > room:
            done.append(used)
            used = pen = 0.0
        if word.width > room:
            pieces = _chopped(word.letters, room)
            done += pieces[:-1]
            used = pen = pieces[-1]
        elif word.width:
            used = pen = pen + word.width
        pen += word.space
        if word.newline:
            done += [used, 0.0] if pen > room else [used]
            used = pen = 0.0
    return (*done, used)


def _chopped(letters: tuple[float, ...], room: float) -> list[float]:
    """A word that is longer than a line, broken anywhere, or earlier at its signs where that takes more lines.

    Which signs let a line end differs from renderer to renderer: a word of many stretches is given a line to spare.
    """
    ways = (_anywhere(letters, room), _at_signs(letters, room))
    lines = max(ways, key=len)
    last = max(way[-1] for way in ways)
    spare = len(lines) > 2 and sum(letter < 0 for letter in letters) > 2
    return [*lines[:-1], *([lines[-1]] if spare else []), last]


def _anywhere(letters: Iterable[float], room: float) -> list[float]:
    lines = [0.0]
    for letter in letters:
        width = abs(letter)
        if lines[-1] and lines[-1] + width > room:
            lines.append(0.0)
        lines[-1] += width
    return lines


def _at_signs(letters: tuple[float, ...], room: float) -> list[float]:
    """Broken after signs; a stretch between signs that does not fit begins a line of its own."""
    lines = [0.0]
    stretch: list[float] = []
    for i, letter in enumerate(letters):
        stretch.append(letter)
        if i + 1 < len(letters) and (letter > 0 or letters[i + 1] < 0):
            continue
        width = sum(map(abs, stretch))
        if lines[-1] and lines[-1] + width > room:
            lines.append(0.0)
        first, *rest = _anywhere(stretch, room) if lines[-1] == 0.0 else [lines[-1] + width]
        lines[-1:] = [first, *rest]
        stretch = []
    return lines


_SENTENCE = re.compile(r"(?<=[.!?。！？…])\s+|(?<=[。！？])|\n+")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text begin and end, white space between them left out."""
    spans, start = [], 0
    for gap in _SENTENCE.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    return [(a, b) for a, b in (*spans, (start, len(text))) if b > a]
