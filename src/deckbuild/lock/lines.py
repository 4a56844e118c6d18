"""What a card says, as it stands in its note: a line, of which an end may stay where the rest is said otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ..identity import folded
from .file import Record
from .keys import BLANK, PATH, within
from .likeness import is_slip, weight

WORDS = 3
"""Words at an end of a line by which it is looked up."""
GAPS = 1
"""Words that may have come, gone or changed within an end that stayed."""
_SIGN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]|[^\u3040-\u30ff\u4e00-\u9fff]+")


def is_sentence(card: Record) -> bool:
    """Whether a card has but one side: a sentence, an item of a list, the text of a section."""
    return not card.text or card.text.endswith(card.answer) or within(card)


def line_of(card: Record) -> str:
    """What a card says, as it stands in its note: a blank stands in its sentence, an item not behind what it is below."""
    if card.text.endswith(f"{PATH}{card.answer}"):
        return card.answer
    return card.text if card.text and is_sentence(card) else f"{card.text} {card.answer}"


def program_of(card: Record) -> str:
    """What a command calls."""
    return next(iter(card.text.split()), "")


def question_of(card: Record) -> str:
    """What is asked about: a card without words of its own asks about its section."""
    return card.text or (card.above[-1] if card.above else "")


def weigh(words: Sequence[str]) -> int:
    return sum(map(weight, words))


@lru_cache(maxsize=65_536)
def signs_of(text: str) -> tuple[str, ...]:
    """The words of a text, of Japanese and Chinese its signs: no space stands between their words."""
    return tuple(sign for word in words_of(text) for sign in _SIGN.findall(word))


@lru_cache(maxsize=65_536)
def words_of(text: str) -> tuple[str, ...]:
    return tuple(folded(text.replace(BLANK, " ")).split())


def ends(card: Record) -> Iterator[tuple[str, ...]]:
    """The words that a line begins and ends with: who says half of it otherwise leaves either."""
    words = words_of(line_of(card))
    if len(words) > WORDS:
        yield ("first", *words[:WORDS])
        yield ("last", *words[-WORDS:])


def kept_in_order(old: Sequence[str], new: Sequence[str]) -> int:
    """The weight of the words that two texts have in one order."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return sum(weigh(old[block.a : block.a + block.size]) for block in found)


def common_end(old: Sequence[str], new: Sequence[str]) -> int:
    """The weight of the words that two lines begin with alike, one word more or less between them aside."""
    found, i, j, gaps = 0, 0, 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j] or is_slip(old[i], new[j]):
            found += weight(old[i])
            i, j = i + 1, j + 1
            continue
        gaps += 1
        after = _after_gap(old[i:], new[j:])
        if gaps > GAPS or after is None:
            break
        i, j = i + after[0], j + after[1]
    return found


def _after_gap(old: Sequence[str], new: Sequence[str]) -> tuple[int, int] | None:
    """Where two lines go on alike behind a word that is put in, taken out or another."""
    for step in ((0, 1), (1, 0)):
        one, other = old[step[0] : step[0] + 2], new[step[1] : step[1] + 2]
        if len(one) == 2 and one == other:
            return step
    return None


def swallows(one: Record, other: Record) -> bool:
    """Whether the answer of a card asks what another asks: it is a wider fact, with that other in it."""
    asked = words_of(other.text)
    return bool(asked) and _says(one.answer, asked) and not _says(other.answer, asked)


def _says(text: str, sought: Sequence[str]) -> bool:
    """Whether a text has some words in a row, but for slips."""
    words = words_of(text)
    runs = (words[i : i + len(sought)] for i in range(len(words) - len(sought) + 1))
    return any(all(a == b or is_slip(a, b) for a, b in zip(run, sought, strict=True)) for run in runs)


def words_before(text: str, part: str) -> Sequence[str]:
    """The words of a text that stand before those with which a part of it begins; none where it has none of them."""
    words, sought = words_of(text), words_of(part)[:WORDS]
    found = (i for i in range(len(words)) if len(sought) == WORDS and words[i : i + WORDS] == sought)
    return words[: next(found, 0)]
