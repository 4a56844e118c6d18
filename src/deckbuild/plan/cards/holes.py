"""Code with a hole: the line that a comment describes is left out of its listing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Code, RichText
from .model import Card, Listing
from .phrases import says, unmarked, weight
from .spots import Spot

MAX_LINES = 15
"""Lines of a listing that are taken in at a glance."""
MAX_CODE = 72
MIN_CODE = 4
MIN_COMMENT, MAX_COMMENT = 8, 90
"""Weight of a comment that says what its line does, and is no more than that (see `phrases.weight`)."""
MAX_HOLES = 3
"""Holes in one listing: each is a card, and the others give its surroundings away."""

_SIGN = r"(?://+|#+|--)"
_BEHIND = re.compile(rf"^(?P<code>\s*\S.*?)\s+{_SIGN}\s+(?P<said>\S.*)$")
_ABOVE = re.compile(r"^\s*(?://+\s*|(?:#+|--)\s+)(?P<said>[^\W_].*)$")
_WORDS = re.compile(r"[^\W\d_]{2,}.*\s.*[^\W\d_]{2,}|[가-힣ぁ-ヺ一-鿿]{3}")
_CODE_LIKE = re.compile(r"[;{}=]\s*$|\w\(|\w\.\w+\(|=>|->|^\s*(?:import|return|if|for|while)\b")
_NOTHING = re.compile(r"^\W*(?:return|break|continue|else|end|pass|try|finally|do)?\W*$")


def holes(spot: Spot) -> Iterator[Card]:
    """One card for each line that a comment behind it, or alone above it, describes."""
    block = spot.block
    if not isinstance(block, Code) or block.role != "code" or spot.context.example:
        return
    lines = block.text.split("\n")
    if not 2 <= len(lines) <= MAX_LINES:
        return
    found = [(line, said) for line, said in _described(lines) if _is_fair(lines, line, said)]
    for line, said in found[:MAX_HOLES]:
        code = _without_comment(lines[line])
        bare = [_without_comment(each) if i == line else each for i, each in enumerate(lines)]
        yield Card(
            kind="hole",
            key=spot.key("hole", f"{said} / {code.strip()}"),
            topic=spot.topic,
            prompt=RichText((*unmarked(RichText.of(said)).runs, *RichText.of(":").runs)),
            cue=spot.context.asks.hole,
            shown=(Listing("\n".join(bare), block.lang, blank=line),),
            answer=(Listing(code.strip(), block.lang),),
            place=spot.place,
        )


def _described(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The index of each line that a comment is about, and the comment."""
    for i, line in enumerate(lines):
        if behind := _BEHIND.match(line):
            if _is_closed(behind["code"]):
                yield i, behind["said"].strip()
        elif i and (above := _ABOVE.match(lines[i - 1])) and not _ABOVE.match(line) and line.strip():
            following = lines[i + 1] if i + 1 < len(lines) else ""
            if not following.strip() or _ABOVE.match(following):
                yield i, above["said"].strip()


def _is_fair(lines: list[str], line: int, said: str) -> bool:
    """Whether the comment says in words what the line does, and the line stands only once."""
    code = _without_comment(lines[line]).strip()
    worded = bool(_WORDS.search(said)) and not _CODE_LIKE.search(said)
    fits = MIN_CODE <= len(code) <= MAX_CODE and MIN_COMMENT <= weight(said) <= MAX_COMMENT
    once = sum(code in each for each in lines) == 1
    return worded and fits and once and not _NOTHING.match(code) and not says(said, code)


def _without_comment(line: str) -> str:
    found = _BEHIND.match(line)
    return found["code"] if found and _is_closed(found["code"]) else line


def _is_closed(code: str) -> bool:
    """Whether no quotation mark is open, so that what looks like the sign of a comment is one."""
    return all(code.count(mark) % 2 == 0 for mark in "\"'`")
