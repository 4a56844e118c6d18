"""The numbers that headings begin with: which of them number, by what stands beside them.

`1. Docker` is numbered for itself; `3 ways to build`, `2024 회고`, `A. M. Turing` and `802.11` only begin with a digit
or a letter. A doubtful number counts where the run that it would belong to is there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

Number = tuple[int, ...]
Trust = Literal["sure", "closed", "marked", "doubtful"]
"""`sure` numbers stand for themselves, `marked` ones (`2.`) want company unless they begin, `doubtful` ones a run.
`closed` ones (`3)`, `Ⅲ.`) can be nothing else: they want company only to choose between two readings."""

_EMOJI = re.compile(
    r"^(?:[\u2190-\u245f\u2500-\u2bff\U0001f000-\U0001f51e\U0001f520-\U0001faff\ufe0f\u200d]{1,12}\s*)?"
)
_HAN = "一二三四五六七八九十百〇零"
_HANGUL = "가나다라마바사아자차카타파하"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CHAPTER = rf"(?P<n>\d{{1,3}}|[{_HAN}]{{1,4}})"

_STYLES: tuple[tuple[str, Trust, str], ...] = (
    ("dotted", "marked", r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,8})(?:[.)]\s+|[.)](?=[^\W\d_]))(?=\S)"),
    ("dotted", "doubtful", r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,8})\s+(?=\S)"),
    ("dotted", "marked", r"(?P<n>\d{1,3}(?:-\d{1,3}){1,4})[.)]\s*(?=\S)"),
    ("hyphen", "doubtful", r"(?P<n>\d{1,3}(?:-\d{1,3}){1,4})\s+(?=\S)"),
    (".", "marked", r"(?P<n>\d{1,3})(?:\.\s+(?=\S)|．\s*(?=[^\W\d_]))"),
    (")", "closed", r"(?P<n>\d{1,3})(?:\)\s+|）\s*)(?=\S)"),
    ("()", "closed", r"[(（](?P<n>\d{1,2})[)）]\s+(?=\S)"),
    ("()", "marked", r"[(（](?P<n>\d{1,3})[)）]\s*(?=\S)"),
    (".", "doubtful", r"(?P<n>\d{1,2})\.(?=[^\W\d_])"),
    (")", "doubtful", r"(?P<n>\d{1,2})\)(?=[^\W\d_])"),
    ("keycap", "marked", r"(?P<n>(?:\d\ufe0f?\u20e3){1,2}|\U0001f51f)\s*(?=\S)"),
    ("circled", "marked", r"(?P<n>[①-⑳])\s*(?=\S)"),
    ("chapter", "sure", rf"제\s?{_CHAPTER}\s?(?:장|절|편|부|과|강)(?=[\s.:])[.:]?\s*(?=\S)"),
    ("chapter", "sure", rf"第\s?{_CHAPTER}\s?(?:章|节|節|回|编|編|课|課|讲|講|部(?!分))[.:：、]?\s*(?=\S)"),
    ("chapter", "sure", r"(?i:chapter)\s+(?P<n>\d{1,3})(?:\s*[.:–—-])?\s+(?=\S)"),
    ("chapter", "sure", r"(?i:part|unit|lesson|lecture)\s+(?P<n>\d{1,3})\s*[.:–—-]\s+(?=\S)"),
    ("、", "marked", rf"(?P<n>[{_HAN}]{{1,4}})[、．.]\s*(?=\S)"),
    ("（）", "marked", rf"[(（](?P<n>[{_HAN}]{{1,4}})[)）]\s*(?=\S)"),
    ("I", "closed", rf"(?P<n>[{_ROMAN}])[.)．、]\s*(?=\S)"),
    ("I", "marked", rf"(?P<n>[{_ROMAN}])\s+(?=\S)"),
    ("I", "doubtful", r"(?P<n>[IVXLC]{1,7})[.)]\s+(?=\S)(?![A-Z]\.)"),
    ("A", "closed", r"(?P<n>[A-HJ-Z])\)\s+(?=\S)"),
    ("A", "doubtful", r"[(]?(?P<n>[A-Z])[.)]\s+(?=\S)(?![A-Z]\.)"),
    ("i", "doubtful", r"[(]?(?P<n>[ivxlc]{1,7})[.)]\s+(?=\S)"),
    ("a", "closed", r"(?P<n>[a-hj-z])\)\s+(?=\S)"),
    ("a", "doubtful", r"[(]?(?P<n>[a-z])[.)]\s+(?=\S)"),
    ("가", "doubtful", rf"[(]?(?P<n>[{_HANGUL}])[.)]\s+(?=\S)"),
    ("#", "doubtful", r"#(?P<n>\d{1,2})\s+(?=\S)"),
    ("bare", "doubtful", r"(?P<n>\d{1,2})\s+(?=[^\W\d_]|[\"'“‘`\[(])(?!(?i:vs)\b)"),
)
_PATTERNS = tuple((style, trust, re.compile(pattern)) for style, trust, pattern in _STYLES)
_BEGINNINGS = {
    "0": ("dotted", "hyphen", ".", ")", "bare", "keycap"),
    "(": ("()", "（）", "A", "a", "i", "가"),
    "a": ("I", "A", "i", "a", "chapter"),
    "一": ("、", "circled", "chapter", "I", "가", "keycap"),
    "#": ("#",),
}
"""The styles that a number can have by its first character: a digit, a bracket, a Latin letter, another, a hash."""
_BY_BEGINNING = {first: tuple(p for p in _PATTERNS if p[0] in styles) for first, styles in _BEGINNINGS.items()}
MAX_ALONE = 9
"""The largest part of a dotted number that is one without any other beside it."""
_UNIT = re.compile(
    r"(?:[kmgtp]?(?:hz|i?bp?s?)|[kcnµμm]m|k[gvw]|m[ls]|inch(?:es)?|times|versions?|releases?|[mb]illion|percent|"
    r"seconds?|hours?|days?|years?)(?:\W|$)|"
    r"(?:배|인치|채널|버전|시대|倍|版本?|インチ|チャンネル|バージョン)(?:\W|$|[은는이가의을를에로的のでに])"
)
ARABIC = frozenset({"dotted", ".", ")", "keycap", "chapter", "bare", "hyphen"})
"""Styles whose numbers can be the beginning of a dotted one: `2️⃣` above `2.1`."""


class Mark(Struct, frozen=True):
    """A number that a heading may have. `written` is how the author wrote it, without dots and brackets around it.

    `start` and `end` are where it stands in the heading's plain text, white space behind it included.
    """

    style: str
    parts: Number
    written: str
    start: int
    end: int
    trust: Trust
    word: str = ""
    """The first word behind it."""

    @property
    def arabic(self) -> bool:
        return self.style in ARABIC


def marks(plain: str) -> tuple[Mark, ...]:
    """Every way to read the beginning of a heading as a number."""
    lead = _EMOJI.match(plain)
    start = lead.end() if lead else 0
    found: list[Mark] = []
    for style, trust, pattern in _BY_BEGINNING[_beginning(plain[start : start + 1])]:
        match = pattern.match(plain, start)
        parts = _parts(match["n"], style) if match else ()
        if match and parts:
            behind = plain[match.end() : match.end() + 40].split()
            word = behind[0].lower() if behind else ""
            written = ".".join(map(str, parts)) if style in ARABIC | {"circled", "()"} else match["n"]
            found.append(Mark(style, parts, written, start, match.end(), trust, word))
    return tuple(found)


def _beginning(char: str) -> str:
    if char.isdecimal():
        return "0"
    if char.isascii():
        return "a" if char.isalpha() else "#" if char == "#" else "("
    return "(" if char == "（" else "一"


def _parts(written: str, style: str) -> Number:
    """The number as integers, or nothing where it cannot be one (`08.26` is a day)."""
    match style:
        case "dotted" | "hyphen":
            parts = re.split(r"[.-]", written)
            return () if any(len(part) > 1 and part[0] == "0" for part in parts) else tuple(map(int, parts))
        case "keycap":
            return (10 if written == "\U0001f51f" else int(re.sub(r"\D", "", written)),)
        case "circled":
            return (ord(written) - ord("①") + 1,)
        case "I" | "i":
            return _roman(written.upper())
        case "A" | "a":
            return (ord(written.lower()) - ord("a") + 1,)
        case "가":
            return (_HANGUL.index(written) + 1,)
        case _:
            return (int(written),) if written.isdecimal() else _chinese(written)


def _roman(written: str) -> Number:
    if written in _ROMAN:
        return (_ROMAN.index(written) + 1,)
    values = [_ROMAN_VALUES[letter] for letter in written]
    total = sum(-v if any(v < w for w in values[i + 1 :]) else v for i, v in enumerate(values))
    return (total,) if 0 < total < 100 else ()


def _chinese(written: str) -> Number:
    """`十一` is 11, `二十` 20, `一百零三` 103."""
    total = digit = 0
    for char in written:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        elif char not in "〇零":
            digit = _HAN.index(char) + 1
    return (total + digit,) if total + digit else ()


def numbers(headings: Sequence[tuple[int, str]]) -> list[Mark | None]:
    """The number of each heading (given as its level and plain text), where it has one."""
    readings = [marks(plain[:200]) for _, plain in headings]
    levels = [level for level, _ in headings]
    seen = _Seen(zip(levels, readings, strict=True))
    return [seen.chosen(found, level) for level, found in zip(levels, readings, strict=True)]


class _Seen:
    """All numbers of a note, to look a doubtful one's company up in."""

    def __init__(self, readings: Iterable[tuple[int, tuple[Mark, ...]]]) -> None:
        self.arabic: set[Number] = set()
        self.branches: set[Number] = set()
        self.words: dict[tuple[str, int, Number], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.styles: dict[str, set[Number]] = defaultdict(set)
        for level, found in readings:
            for mark in found:
                self._note(mark, level)

    def _note(self, mark: Mark, level: int) -> None:
        self.styles[mark.style].add(mark.parts)
        self.words[_run(mark, level)][mark.parts[-1]].add(mark.word)
        if mark.arabic and mark.trust != "doubtful":
            self.arabic.add(mark.parts)
        if mark.arabic and len(mark.parts) > 1 and mark.parts[-1] <= 1:
            self.branches.add(mark.parts[:-1])

    def chosen(self, found: Sequence[Mark], level: int) -> Mark | None:
        """The first reading that has company, else one that can be nothing else."""
        confirmed = (mark for mark in found if self.confirm(mark, level))
        return next(confirmed, None) or next((mark for mark in found if mark.trust == "closed"), None)

    def confirm(self, mark: Mark, level: int) -> bool:
        if mark.trust == "sure":
            return True
        if mark.style == "dotted":
            return self._dotted(mark, level)
        if mark.trust in ("marked", "closed"):
            return mark.parts[-1] <= 1 or len(self.styles[mark.style]) > 1 or self._has_children(mark)
        return (mark.style == "bare" and self._has_children(mark)) or self._runs(mark, level)

    def _dotted(self, mark: Mark, level: int) -> bool:
        """`1.1` begins; `1.3` and `2.10.` have a neighbour or, where they are marked, a parent; `3.14` has neither.

        One of small parts counts alone, as in a note on one section of a book, but before a unit it measures.
        """
        last, above = mark.parts[-1], mark.parts[:-1]
        beside = self.words[_run(mark, level)]
        near = not beside.keys().isdisjoint((0, 1, last - 1, last + 1))
        known = above in self.styles["dotted"] or (mark.trust == "marked" and above in self.arabic)
        alone = max(mark.parts) <= MAX_ALONE and not _UNIT.match(mark.word)
        return last <= 1 or near or known or alone

    def _has_children(self, mark: Mark) -> bool:
        return mark.arabic and mark.parts in self.branches

    def _runs(self, mark: Mark, level: int) -> bool:
        """Whether the run begins and leads here; `1 phase`, `2 phase` count phases, and not headings."""
        values = self.words[_run(mark, level)]
        last = mark.parts[-1]
        begins = any(first in values and first + 1 in values for first in (0, 1))
        follows = last - 1 in values or (last <= 1 and last + 1 in values)
        words = set().union(*(values[value] for value in (last - 1, last, last + 1) if value in values))
        return begins and follows and (len(words) > 1 or mark.style not in ("bare", "hyphen", ".", ")"))


def _run(mark: Mark, level: int) -> tuple[str, int, Number]:
    """What a run has in common. Dotted numbers run on across levels."""
    return mark.style, 0 if mark.style == "dotted" else level, mark.parts[:-1]
