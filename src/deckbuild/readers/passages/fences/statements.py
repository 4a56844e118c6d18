"""The prompt at which commands were typed, and where each ends: `\\` and `|` go on in the next line, quotation marks and here-documents until they are closed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .shell import COMMAND, GREATER_PROMPT, PROMPT, ROOT_PROMPT, is_command

_HEREDOC = re.compile(r"<<[-~]?\s*([\"']?)(\w+)\1")
MAX_QUOTED_LINES = 60


def starts(lines: Sequence[str]) -> Iterator[int]:
    """Where the commands among `lines` begin."""
    last = last_places(lines)
    i = 0
    while i < len(lines):
        if lines[i].strip():
            yield i
        i = statement_end(lines, i, last)


def last_places(lines: Sequence[str]) -> dict[str, int]:
    """Where each line, stripped, stands last: what ends a here-document is looked up there."""
    return {line.strip(): i for i, line in enumerate(lines)}


def statement_end(lines: Sequence[str], start: int, last: dict[str, int], windows: bool = False) -> int:
    """Where the command that begins at `start` ends (not included).

    `\\` and `|` go on in the next line, quotation marks and here-documents until they are closed.
    """
    end = start + 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], windows):
        end += 1
    if (here := _HEREDOC.search(lines[end - 1][:2000])) and "<<<" not in lines[end - 1]:
        return _after_heredoc(lines, end, here[2], last)
    if lines[start].lstrip().startswith("#"):
        return end
    return _after_quote(lines, start, end)


def _goes_on(line: str, following: str, windows: bool) -> bool:
    ends = ("\\", "|", "&&", "||", "`", "^") if windows else ("\\", "|", "&&", "||")
    return line.rstrip().endswith(ends) and bool(following.strip()) and not line.lstrip().startswith("#")


def _after_heredoc(lines: Sequence[str], start: int, word: str, last: dict[str, int]) -> int:
    if last.get(word, -1) < start:
        return start
    return next(i + 1 for i in range(start, len(lines)) if lines[i].strip() == word)


def _after_quote(lines: Sequence[str], start: int, end: int) -> int:
    """Where a quotation mark that was left open is closed, if it is soon."""
    mark = _open_mark("\n".join(line[:2000] for line in lines[start:end][:MAX_QUOTED_LINES]))
    if not mark:
        return end
    for i in range(end, min(len(lines), start + MAX_QUOTED_LINES)):
        if not lines[i].strip() or PROMPT.match(lines[i][:400]):
            return end
        if mark in lines[i]:
            return i + 1
    return end


def _open_mark(code: str) -> str:
    """The quotation mark that is open at the end of `code`; an apostrophe within a word is none."""
    mark = ""
    for i, char in enumerate(code):
        if char == "#" and not mark and code[i - 1 : i].isspace():
            return ""
        if char == mark:
            mark = ""
        elif not mark and char in "\"'" and code[i - 1 : i] != "\\" and not code[i - 1 : i].isalnum():
            mark = char
    return mark


def prompt_of(lines: Sequence[str]) -> re.Pattern[str] | None:
    """The prompt at which non-blank `lines` were typed, if any.

    What a here-document holds was not typed at one. `# ` and `> ` are prompts only where a command that is well known follows, and nothing else looks like a command.
    """
    if any(PROMPT.match(lines[i][:400]) for i in starts(lines)):
        return PROMPT
    for weak in (ROOT_PROMPT, GREATER_PROMPT):
        typed = [weak.sub("", line[:400], count=1) for line in lines if weak.match(line)]
        if typed and weak.match(lines[0]) and COMMAND.match(typed[0]) and all(is_command(line) for line in typed):
            others = (line for line in lines if not weak.match(line))
            return None if any(is_command(line) for line in others) else weak
    return None
