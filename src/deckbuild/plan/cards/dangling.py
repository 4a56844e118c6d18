"""Sentences that say nothing away from where they stand: they ask, announce, point, or begin an example."""

from __future__ import annotations

import re

from .vocabulary.dangling import (
    CHATS,
    ENDS,
    EVALUATES,
    EXAMPLE,
    OPENS,
    POINTS,
    QUESTION,
    REASON,
    REQUESTS,
    RESTED,
    WHOLLY_BRACKETED,
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_SIGNS = (REASON, ENDS, OPENS, EXAMPLE, POINTS, REQUESTS, EVALUATES, RESTED, CHATS, WHOLLY_BRACKETED)


def dangling(sentence: str) -> bool:
    """Whether a sentence cannot be understood, or is not worth it, without those around it."""
    return any(kind.search(sentence) for kind in _SIGNS)


def asks_only(text: str) -> bool:
    """Whether a text is a question, which explains nothing (`Agile이란 무엇인가.`)."""
    return bool(QUESTION.search(text))


def leans(text: str) -> bool:
    """Whether a phrase points back at what was said before it (`위의 예시에 …`, `이는 …`)."""
    return bool(OPENS.search(text) or POINTS.search(text))


def points(text: str) -> bool:
    """Whether a phrase leads to a picture, a listing or a line beside it (`다음과 같은 화면`)."""
    return bool(POINTS.search(text))


def addresses(sentence: str) -> bool:
    """Whether an author only speaks to the reader, or asks along (`자세히 알아보자`)."""
    return bool(ENDS.search(sentence))


def opens_example(sentence: str) -> bool:
    """Whether a sentence begins an example, so that those after it in the paragraph go on with it."""
    return bool(EXAMPLE.search(sentence))


def chats(text: str) -> bool:
    """Whether a text is written as one talks to friends (`ㅠㅠ`)."""
    return bool(CHATS.search(text))
