"""Where code is cut best that is longer than a slide: between blocks, not between the head of one and its body."""

from __future__ import annotations

TORN_BLOCK = 600.0
"""What it costs to begin a page with the body of a block, or with what closes one: more than one cut more."""
DEEPER, MOST_DEPTH = 0.06, 5
"""What each level of indentation costs, up to so many."""
AMIDST = 0.15
"""What it costs to begin a page amidst statements, and not behind the end of a block."""
INNER = 0.5
"""What each level costs below a blank line, and without one each below the first (the body of a function): more than two
pages can differ in how full they are."""
POOR = 0.25
"""From here on a smaller size that cuts better is worth it."""
LEVEL = 4
"""Columns of a level, and of a tab."""
_CLOSING = ("}", ")", "]", "end", "fi", "done", "esac", "else", "elif", "except", "finally", "catch")


def seam(before: str, line: str, least: int) -> float:
    """What it costs to begin a page with a line of code that no blank line parts from the one before it.

    `least` is the smallest indentation of the code, in columns.
    """
    indent, above = indentation(line), indentation(before)
    if indent > above or _closes(line):
        return TORN_BLOCK
    depth, ended = _depth(indent, least), indent < above or _closes(before)
    return DEEPER * depth + INNER * max(depth - 1.0, 0.0) + (0.0 if ended else AMIDST)


def blank_seam(line: str, least: int) -> float:
    """What it costs to begin a page with a line below a blank one: nothing between the blocks that stand outermost."""
    return TORN_BLOCK if _closes(line) else INNER * _depth(indentation(line), least)


def _closes(line: str) -> bool:
    word = line.strip().split(" ")[0].rstrip(":;")
    return word.startswith(_CLOSING[:3]) or word in _CLOSING


def _depth(indent: int, least: int) -> float:
    return min((indent - least) / LEVEL, MOST_DEPTH)


def indentation(line: str) -> int:
    """The columns before the first letter."""
    text = line.expandtabs(LEVEL)
    return len(text) - len(text.lstrip())
