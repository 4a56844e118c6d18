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
from itertools import pairwise
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
    """What stays on one line, with its width, each of its letters' and that of the space after it, in em."""

    text: str
    widths: tuple[float, ...]
    width: float
    space: float
    newline: bool = False


@lru_cache(maxsize=8192)
def advance(char: str, bold: bool = False, mono: bool = False) -> float:
    """The width of one character in em."""
    if mono:
        return 1.0 if unicodedata.east_asian_width(char) in "WFA" else MONO
    if is_hangul(char):
        return HANGUL
    point = ord(char)
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
    return bool(char) and not char.isspace() and (not is_wide(char) or is_hangul(char))


def is_hangul(char: str) -> bool:
    """Whether a character is a Korean syllable."""
    return "\uac00" <= char <= "\ud7a3"


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
    letters: list[str] = []
    widths: list[float] = []
    script = before = ""
    space = 0.0

    def close(newline: bool = False) -> None:
        nonlocal space
        if letters or space or newline:
            found.append(Word("".join(letters), tuple(widths), sum(widths), space, newline))
        letters.clear()
        widths.clear()
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
            letters.append(char)
            widths.append(width + (SCRIPT_GAP * chunk.scale if script and kind != script else 0.0))
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
            pieces = _chopped(word, room)
            done += pieces[:-1]
            used = pen = pieces[-1]
        elif word.width:
            used = pen = pen + word.width
        pen += word.space
        if word.newline:
            done += [used, 0.0] if pen > room else [used]
            used = pen = 0.0
    return (*done, used)


def _chopped(word: Word, room: float) -> list[float]:
    """A word that is longer than a line, broken anywhere, or earlier at its seams where that takes more lines.

    Which seams let a line end differs from renderer to renderer: LibreOffice ends it after signs and beside Hangul,
    and leaves the rest of the line empty. A word of many signs is given a line to spare.
    """
    signs = _after_signs(word.text)
    beside = _beside_hangul(word.text)
    between = [i for i in beside if is_hangul(word.text[i - 1]) != is_hangul(word.text[i])]
    seams = (range(1, len(word.text)), signs, sorted({*signs, *beside}), sorted({*signs, *between}))
    ways = [_at_seams(word.widths, room, each) for each in seams]
    lines = max(ways, key=len)
    last = max(way[-1] for way in ways)
    spare = len(lines) > 2 and sum(char in _MAYBE for char in word.text) > 2
    return [*lines[:-1], *([lines[-1]] if spare else []), last]


def _after_signs(text: str) -> list[int]:
    """Where a line may end after a sign, or after the last of several: the index of the letter that follows."""
    return [i for i in range(1, len(text)) if text[i - 1] in _MAYBE and text[i] not in _MAYBE]


def _beside_hangul(text: str) -> list[int]:
    """Where the rules of Unicode let a line end beside a syllable, though Korean keeps its words whole: the same."""
    return [
        i
        for i, (left, right) in enumerate(pairwise(text), start=1)
        if (is_hangul(left) or is_hangul(right)) and not keeps(left, right) and right not in _NO_END
    ]


def _at_seams(widths: tuple[float, ...], room: float, seams: Iterable[int]) -> list[float]:
    """Broken at seams; a stretch between two of them that does not fit begins a line of its own."""
    lines = [0.0]
    for start, end in pairwise((0, *seams, len(widths))):
        width = sum(widths[start:end])
        if lines[-1] and lines[-1] + width > room:
            lines.append(0.0)
        if width > room and end - start > 1:
            lines[-1:] = _at_seams(widths[start:end], room, range(1, end - start))
        else:
            lines[-1] += width
    return lines


_SENTENCE = re.compile(r"(?<=[.!?。！？…])\s+|(?<=[。！？])|\n+")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text begin and end, white space between them left out."""
    spans, start = [], 0
    for gap in _SENTENCE.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    return [(a, b) for a, b in (*spans, (start, len(text))) if b > a]
