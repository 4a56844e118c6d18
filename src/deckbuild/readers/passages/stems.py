"""What a question with choices begins with: a few lines, of which one asks or leaves something blank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...questions import ASK, INDIRECT, MARKS
from .. import blocks as b
from .offered import CHOICE, Row

MAX_STEM = 4
"""Lines of a question before its choices."""
MAX_PLAIN = 240
"""Letters of a text that asks nothing by its words, but offers choices of which one is right."""
_STEM = re.compile(
    r"[?？]\s*(?:\*\*|__)?\s*$|[(（]\s*[)）]\s*[.。]?\s*$|[(（]\s*[OX○×]\s*[/,]\s*[OX○×]\s*[)）]\s*$|"
    r"(?:것은|고르시오|고르세요|고르면|무엇인가|を選べ|はどれか|正确的是|错误的是)\s*[.。:：]?\s*$|"
    r"[:：]\s*$|[(（]\s*[)）]|_{3,}|" + INDIRECT.pattern + r"|^\s*(?:\*\*)?(?i:true or false)\b"
)
MARKED = re.compile(rf"\s*(?:\*\*|__)?(?:{ASK})\s?\d{{0,3}}[:：.)\u3000]")
"""A question whose answer is marked as well, and may have many lines."""


def may_ask(node: b.Paragraph) -> bool:
    return any(is_stem(line) for line in node.text.split("\n")[:MAX_STEM])


def is_stem(line: str) -> bool:
    """Whether a line ends as a question does, whatever its answer is worth."""
    folded = " ".join(line.split())  # else a run of spaces takes time by its square
    return bool(_STEM.search(MARKS.sub("", folded)))


def end_of_stem(rows: Sequence[Row]) -> int:
    """How many lines a question takes; none where what it begins with is a text above one that is marked as a question."""
    return _unmarked(rows, next((n for n, row in enumerate(rows[:MAX_STEM]) if is_stem(row.text)), -1) + 1)


def above_choices(rows: Sequence[Row]) -> int:
    """How many lines of one short paragraph stand above the first choice."""
    end = next((n for n, row in enumerate(rows[: MAX_STEM + 1]) if CHOICE.match(row.text)), 0)
    short = sum(len(row.text) for row in rows[:end]) <= MAX_PLAIN
    return _unmarked(rows, end) if short and len({row.node for row in rows[:end]}) == 1 else 0


def _unmarked(rows: Sequence[Row], end: int) -> int:
    return 0 if any(MARKED.match(row.text) for row in rows[1:end]) else end
