"""Where code is cut best that is longer than a slide: between blocks, not between the head of one and its body."""

from __future__ import annotations

TORN_BLOCK = 600.0
"""What it costs to begin a page with the body of a block, or with what closes one: more than one cut more."""
DEEPER, MOST_DEPTH = 0.06, 5
"""What each level of indentation costs, up to so many."""
POOR = 0.2
"""From here on a smaller size that cuts better is worth it."""
LEVEL = 4
"""Columns of a level, and of a tab."""
_CLOSING = ("}", ")", "]", "end", "fi", "done", "esac", "else", "elif", "except", "finally", "catch")


def seam(before: str, line: str, least: int) -> float:
    """What it costs to begin a page with a line of code that no blank line parts from the one before it.

    `least` is the smallest indentation of the code, in columns.
    """
    indent, above = indentation(line), indentation(before)
    word = line.strip().split(" ")[0].rstrip(":;")
    if indent > above or word.startswith(_CLOSING[:3]) or word in _CLOSING:
        return TORN_BLOCK
    depth = min((indent - least) / LEVEL, MOST_DEPTH)
    return DEEPER * (depth + (0.0 if indent < above else 1.0))


def indentation(line: str) -> int:
    """The columns before the first letter."""
    text = line.expandtabs(LEVEL)
    return len(text) - len(text.lstrip())
