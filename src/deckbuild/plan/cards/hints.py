"""Answers that their question says already, in other letters: joined, shortened, inflected, or word by word."""

from __future__ import annotations

import re
from functools import lru_cache

from ...particles import without_particle
from .vocabulary.hints import BUT_USES, FILLING, OF_LETTERS, VERBAL

MIN_ROOT = 4
"""Letters of a Latin word that two forms of it share (`available`, `availability`)."""
MIN_JOINED = 2
"""Words that two names have in common and in one order, which is no accident."""
MIN_INITIALS = 2
MIN_STEM = 2
"""Syllables of a Korean word that two forms of it share (`식별`, `식별자`)."""
MOST_WORDS = 6
"""Words of an answer from which on saying most of them again still leaves something to know."""
TOLD = 0.6
"""The share of the words of an answer that, once read, leave nothing to know; where it is one word, all must be read."""
MIN_TOLD = 2
MOST_MORE = 2
"""Words that an answer may have beside all those of its prompt, and say nothing more (`removeBack`: `Remove and return the back element`)."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_HANGUL = re.compile(r"[가-힣]+")
MAX_BESIDE = 3
"""Words of such an answer."""
MORE_SIGNS, MIN_KANA, MAX_KANA, MAX_BEHIND = 8, 4, 32, 16
_HAN_NAME = re.compile(r"[㐀-鿿]{2,5}")
_KANA_NAME = re.compile(r"[ァ-ヺー]{4,}")
MAX_USED = 8
"""Words of a Korean answer that only says that what it is asked for is used (`라운드 로빈`: `스케줄링의 라운드 로빈 방식 활용`)."""
_LISTS = re.compile(r"[,，、/·]|\n")
_ASIAN = re.compile(r"[ぁ-ヿ㐀-鿿가-힣]")
_COUNTS = re.compile(r"[0-9ぁ-ヿ㐀-鿿=*/+<>▶→]")
"""What is reckoned, or written without spaces: its words are not all that it says."""


def told(prompt: str, answer: str) -> bool:
    """Whether a prompt says most of the few words of an answer, be it in another form (`available`: `availability`)."""
    sought = words_of(answer)
    if not 0 < len(sought) <= MOST_WORDS or _COUNTS.search(answer):
        return False
    heard = words_of(prompt)
    if len(heard) >= MIN_TOLD and heard <= sought and len(sought - heard) <= MOST_MORE:
        return True
    said = sum(any(same_word(word, other) for other in heard) for word in sought)
    return said >= max(min(MIN_TOLD, len(sought)), TOLD * len(sought))


def only_uses(prompt: str, answer: str) -> bool:
    """Whether an answer says but that what it is asked for is used."""
    used = len(prompt.split()) > 1 and prompt in answer and len(answer.split()) <= MAX_USED
    return used and bool(BUT_USES.search(answer))


def names_itself(prompt: str, answer: str) -> bool:
    """Whether a name of one word stands in an answer of few, which says little else (`Compression`: `Compress server
    responses`); a list of what belongs to it says more."""
    heard, sought = words_of(prompt), words_of(answer)
    if _LISTS.search(answer):
        return False
    if len(heard) == 1 < len(sought) <= MAX_BESIDE:
        return any(same_word(word, other) for word in heard for other in sought)
    if answer.startswith(prompt) and not _HANGUL.search(prompt) and _ASIAN.search(prompt):
        return len(answer) <= len(prompt) + MAX_BEHIND
    if _HAN_NAME.fullmatch(prompt):
        return prompt in answer and len(answer) <= len(prompt) + MORE_SIGNS
    return bool(_KANA_NAME.fullmatch(prompt)) and answer.startswith(prompt[:MIN_KANA]) and len(answer) <= MAX_KANA


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """What a text says: Latin words in small letters, names in humps apart, and Korean words without their endings."""
    latin = {word.casefold() for word in _LATIN.findall(_HUMP.sub(" ", text))}
    korean = {VERBAL.sub("", without_particle(word)) for word in _HANGUL.findall(text)}
    return frozenset(word for word in latin | korean if not FILLING.fullmatch(word))


def same_word(word: str, other: str) -> bool:
    """Whether two words are forms of one: equal, or alike for all but an ending."""
    if word == other or not (word.isascii() and other.isascii()):
        stem = min(word, other, key=len)
        return len(stem) >= MIN_STEM and word.startswith(stem) and other.startswith(stem)
    shorter = min(len(word), len(other))
    return shorter >= MIN_ROOT and word[: max(MIN_ROOT, shorter - 2)] == other[: max(MIN_ROOT, shorter - 2)]


def joined(text: str, answer: str) -> bool:
    """Whether one has the words of the other, whichever of the two is written as one word (`FrontControllerServlet` below
    `Front Controller`)."""
    sought, heard = (tuple(word.casefold() for word in _LATIN.findall(_HUMP.sub(" ", each))) for each in (answer, text))
    if " " in answer.strip() and " " in text.strip():
        return False
    shorter, longer = sorted((sought, heard), key=len)
    runs = (longer[i : i + len(shorter)] for i in range(len(longer) - len(shorter) + 1))
    return len(shorter) >= MIN_JOINED and shorter in runs


def initials(short: str, long: str) -> bool:
    """Whether a name is made of the first letters of an answer's words (`TCP`: `Transmission Control Protocol`), or of one
    (`ACK`: `Acknowledgement`)."""
    if _ASIAN.search(OF_LETTERS.sub("", long)):
        return False
    words = [word for word in _LATIN.findall(_HUMP.sub(" ", long)) if not FILLING.fullmatch(word)]
    if len(words) == 1 and len(short) > MIN_INITIALS:
        return str(words[0]).casefold().startswith(short.casefold())
    return len(short) >= MIN_INITIALS and "".join(word[0] for word in words).casefold() == short.casefold()


def spells(text: str, short: str) -> bool:
    """Whether words of a text in a row begin with the letters of a short name."""
    words, size = _LATIN.findall(text), len(short)
    return size >= MIN_INITIALS and any(
        initials(short, " ".join(words[i : i + size])) for i in range(len(words) - size + 1)
    )
