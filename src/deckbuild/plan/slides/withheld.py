"""What a speaker knows and the room does not yet: lines to be said with a question that tell its answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...answer_names import TELLS
from ...questions import APART, BEFORE
from .concept import Entry
from .written import letters

LEAST, LEAST_CJK, LEAST_PART = 3, 2, 8
"""Letters of an answer, and of a part of one, from which a line that has them tells it: `no` is in many a line."""
_CJK = re.compile(r"[぀-ヿ㐀-鿿가-힣]")
_SIGN = re.compile(rf"^\s*(?:{BEFORE}|{APART})\s*")


def withheld(lines: Sequence[str], key: str, entries: Mapping[str, Entry]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines to be said on a slide in two: those for all, and those that tell an answer which stands on no slide so far.

    A line that is called the answer tells it with all that follows it.
    """
    role = entries[key].draft.role if key in entries else ""
    if role == "answer":
        return tuple(lines), ()
    named = next((n for n, line in enumerate(lines) if TELLS.match(line)), len(lines))
    answer = _answer(key, entries) if role in ("question", "asking") else ""
    told = [n >= named or _says(line, answer) for n, line in enumerate(lines)]
    return (
        tuple(line for line, tells in zip(lines, told, strict=True) if not tells),
        tuple(line for line, tells in zip(lines, told, strict=True) if tells),
    )


def labelled(lines: Sequence[str], name: str) -> tuple[str, ...]:
    """Lines that tell an answer, the first of them with its name before it."""
    if not lines or TELLS.match(lines[0]):
        return tuple(lines)
    return (f"{name}: {lines[0]}", *lines[1:])


def answering(key: str, entries: Mapping[str, Entry]) -> str:
    """The first slide with the answer to what a slide asks, by its key; nothing where it asks nothing."""
    keys = list(entries)
    if key not in entries or entries[key].draft.role not in ("question", "asking"):
        return ""
    return next((each for each in keys[keys.index(key) :] if entries[each].draft.role == "answer"), "")


def _answer(key: str, entries: Mapping[str, Entry]) -> str:
    """What the answer says first, without the sign of a choice."""
    found = answering(key, entries)
    return _SIGN.sub("", next(iter(entries[found].draft.say), "")) if found else ""


def _says(line: str, answer: str) -> bool:
    """Whether a line has all of an answer, in whole words, or is a part of it."""
    said, sought = letters(line), letters(answer)
    if _CJK.search(answer):
        return len(sought) >= LEAST_CJK and (sought in said or (len(said) >= LEAST_PART // 2 and said in sought))
    whole = f" {' '.join(_words(answer))} " in f" {' '.join(_words(line))} "
    return len(sought) >= LEAST and (whole or (len(said) >= LEAST_PART and said in sought))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
