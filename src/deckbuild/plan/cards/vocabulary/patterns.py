"""Tables of words and turns of phrase as patterns: each line of a table is one idea, or the words of one language for it.

A pattern is made once, when its table is imported.
"""

from __future__ import annotations

import re


def any_of(*ideas: str) -> re.Pattern[str]:
    """A table as a pattern that finds any of its ideas; capitals count."""
    return re.compile("|".join(ideas))


def any_case(*ideas: str) -> re.Pattern[str]:
    """A table as a pattern that finds any of its ideas, in capitals or not."""
    return re.compile("|".join(ideas), re.IGNORECASE)


def one_of(*ideas: str) -> str:
    """One place of a longer idea, where any of these may stand."""
    return f"(?:{'|'.join(ideas)})"


def whole(*ideas: str) -> str:
    """Nothing but one of these, with whatever marks stand around it (`[장점]`, `📚 References:`)."""
    return rf"^\W*{one_of(*ideas)}\W*$"


def opening(*ideas: str) -> str:
    """One of these at the start."""
    return rf"^\W*{one_of(*ideas)}"


def ending(*ideas: str) -> str:
    """One of these at the end."""
    return rf"{one_of(*ideas)}\W*$"


def word(*ideas: str) -> str:
    """One of these as whole words."""
    return rf"\b{one_of(*ideas)}\b"
