"""Korean particles: which of two forms follows a word depends on how the word ends when it is read aloud.

`도커란` but `도커 파일이란`, `URL로` but `yum으로`. Hangul says so itself; digits and capitals are read by their Korean
names, other Latin words by how they are usually said in Korean.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum

from .model import RichText, Run


class Final(IntEnum):
    """The last sound of a word: none (a vowel), ㄹ, or any other closing consonant."""

    OPEN = 0
    CLOSED = 1
    RIEUL = 2


PAIRS = {"이란": "란", "은": "는", "이": "가", "을": "를", "과": "와", "으로": "로", "이나": "나"}
"""The form after a closing consonant → the form after a vowel."""

_AT_END = re.compile(r"(?<=[가-힣]{2})(?:에서|에게|으로|까지|부터|이란|의|을|를|이|가|은|는|과|와|로|에|란|도|만|들)$")
"""A particle behind a Korean word of two syllables or more; of one syllable and a particle, any other word may be made."""

_DIGITS = dict(zip("0123456789", (1, 2, 0, 1, 0, 0, 1, 2, 2, 0), strict=True))  # 영 일 이 삼 사 오 육 칠 팔 구
_CAPITALS = {"L": Final.RIEUL, "R": Final.RIEUL, "M": Final.CLOSED, "N": Final.CLOSED}  # 엘 알 엠 엔
_READ_AS_WORDS = frozenset({"GET", "PUT", "SELECT", "COMMIT"})
"""Capitals that are said as a word, not letter by letter."""
_CLOSED_WORDS = frozenset(
    {"template", "app", "heap", "group", "web", "job", "tab", "blob", "lab", "stub", "type", "datatype"}
)
_OPEN_WORDS = frozenset({"bit", "hit", "limit", "ip", "edit", "audit"})
_RIEUL_SOUND = re.compile(r"(?:l|le)$")
_CLOSED_SOUND = re.compile(r"(?:m|n|ng|me|ne|ck|ook|out|[aeiou]c|(?:^|[^aeiou])[aeiou][pt])$")
_BRACKETED = re.compile(r"\s*(?:\([^()]*\)|（[^（）]*）)\s*$")
_NOT_READ = re.compile(r"[^0-9A-Za-z가-힣ぁ-ヿ㐀-鿿+#]+$")
_UNREADABLE = re.compile(r"^[-/.~$@<]|://|[/\\]|[=<>{}|*]|[^\w)）\]】」』\"'’”.?!]$")


def without_particle(word: str) -> str:
    """A Korean word without the particle at its end, to be compared with others: `쿼리를` and `쿼리의` say one thing."""
    return _AT_END.sub("", word)


def final(word: str) -> Final:
    """How a word ends when it is read aloud in Korean. Brackets at its end are not read: 불변(immutable)."""
    heard = _NOT_READ.sub("", _BRACKETED.sub("", unicodedata.normalize("NFC", word)) or word)
    last = heard[-1:]
    if "가" <= last <= "힣":
        jong = (ord(last) - 0xAC00) % 28
        return Final.RIEUL if jong == 8 else Final(jong > 0)
    if last.isascii() and last.isdigit():
        return _final_of_number(heard)
    return _final_of_latin(heard) if last.isascii() and last.isalpha() else Final.OPEN


def _final_of_number(word: str) -> Final:
    """By its last digit; round numbers by 십 백 천 만 억 (closed) and 조 (open, 12 to 15 zeros)."""
    zeros = len(word) - len(word.rstrip("0"))
    if zeros == 0:
        return Final(_DIGITS[word[-1]])
    return Final.OPEN if 12 <= zeros < 16 else Final.CLOSED


def _final_of_latin(word: str) -> Final:
    last_word = re.split(r"[^A-Za-z]", word)[-1]
    if last_word.isupper() and last_word not in _READ_AS_WORDS:
        return _CAPITALS.get(last_word[-1], Final.OPEN)
    lower = last_word.lower()
    if lower in _OPEN_WORDS:
        return Final.OPEN
    if _RIEUL_SOUND.search(lower):
        return Final.RIEUL
    return Final(bool(lower in _CLOSED_WORDS or _CLOSED_SOUND.search(lower)))


def particle(word: str, closed_form: str) -> str:
    """The form of a particle (named by its form after a consonant, a key of `PAIRS`) that fits after `word`."""
    end = final(word)
    opens = end == Final.OPEN or (closed_form == "으로" and end == Final.RIEUL)
    return PAIRS[closed_form] if opens else closed_form


def readable(word: str) -> bool:
    """Whether a particle can follow at all: not after symbols, flags, paths, code and addresses."""
    return bool(word.strip()) and not _UNREADABLE.search(word.strip())


def fill(template: str, **slots: RichText) -> RichText:
    """A template of `wording` with its slots filled, each particle in the form that fits what stands before it."""
    out: list[Run] = []
    for i, piece in enumerate(re.split(r"\{([^{}]+)\}", template)):
        if i % 2 == 0:
            out += [Run(piece)] if piece else []
        elif piece in slots:
            out += slots[piece].runs
        else:
            out.append(Run(particle(RichText(out).plain, piece)))
    return RichText(out)
