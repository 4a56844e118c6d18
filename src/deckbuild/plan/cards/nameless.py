"""What is emphasised and yet names nothing: it is stressed in speaking, right in one case, or says what something does."""

from __future__ import annotations

from .phrases import balanced
from .vocabulary.nameless import (
    ABOUT,
    ADDRESS,
    ADVERBIAL,
    BESIDE,
    CLAUSE,
    COUNTED,
    FUNCTION_WORD,
    MADE_UP,
    NAMED_ANYHOW,
    NOT_A_TERM,
    NUMBERED,
    PHRASE,
    PREDICATE,
    QUOTED,
    SAID_IN_JAPANESE,
    TRAIT_LAST,
    VAGUE,
    WRITTEN_OUT,
)

MAX_NAME = 200
"""Characters of a name that is looked into at all."""
_WHOLE = (
    BESIDE,
    PREDICATE,
    CLAUSE,
    PHRASE,
    SAID_IN_JAPANESE,
    NUMBERED,
    TRAIT_LAST,
    FUNCTION_WORD,
    VAGUE,
    QUOTED,
    ADVERBIAL,
    ABOUT,
    WRITTEN_OUT,
    COUNTED,
)
_OPENING = (NOT_A_TERM, NAMED_ANYHOW, ADDRESS)


def names_nothing(text: str) -> bool:
    """Whether an emphasised stretch is no name of anything that is worth knowing by heart."""
    if (
        len(text) > MAX_NAME
        or not any(map(str.isalnum, text))
        or not balanced(text)
        or text.startswith(("(", "（"))
        or MADE_UP.search(text)
    ):
        return True
    return any(kind.fullmatch(text) for kind in _WHOLE) or any(kind.match(text) for kind in _OPENING)
