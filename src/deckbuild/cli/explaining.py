"""A code for people who meet it on a terminal: what it means, an example, the remedy."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from shutil import get_terminal_size

from ..codes import AREAS
from ..codes.entry import Code
from .printing import is_terminal, paint_for

WIDEST = 100
"""Columns beyond which a line of prose is hard to read."""


def explained(code: Code) -> str:
    """All that there is to know about a code."""
    return "\n".join(_explained(code))


def _explained(code: Code) -> Iterator[str]:
    paint = paint_for(sys.stdout)
    levels = " or ".join(paint(level, level) for level in code.level.split(" or "))
    yield f"{paint(code.name, 'path')} ({levels})\n"
    yield _filled(code.meaning) + "\n"
    yield _filled(_opening(code)) + "\n"
    if code.source:
        yield textwrap.indent(code.source.rstrip(), "      ") + "\n"
    yield from [f"  $ deckbuild {code.call}"] if code.call else []
    yield f"  {code.says}\n"
    yield _filled(code.remedy, f"  {paint('What to do:', 'hint')} ", len("  What to do: "))


def _opening(code: Code) -> str:
    """Where the example stands."""
    if code.source:
        return f"For example, {code.file}{f' ({code.where})' if code.where else ''}:"
    return f"For example, with {code.where}:" if code.where else "For example:"


def _filled(text: str, start: str = "  ", width: int = 2) -> str:
    """A paragraph in lines that fit the terminal; `start` takes `width` columns, colours aside."""
    lines = textwrap.wrap(text, _columns(), initial_indent=" " * width, subsequent_indent="  ", break_long_words=False)
    return "\n".join([start + lines[0][width:], *lines[1:]])


def listed() -> str:
    """Every code with its level and meaning, by area; in a pipe one line each."""
    parts = ["\n".join([_heading(area), *map(_row, codes)]) for area, codes in AREAS.items()]
    return "\n\n".join(parts) + "\n\n'deckbuild explain CODE' says more about one of them."


def _heading(area: str) -> str:
    return paint_for(sys.stdout)(area, "path")


def _row(code: Code) -> str:
    """The code, its level, and its meaning, which goes on below itself."""
    paint = paint_for(sys.stdout)
    head = f"  {code.name:<{_LONGEST}}  {code.level:<7}  "
    width = _columns() - len(head) if is_terminal(sys.stdout) else 10_000
    first, *rest = textwrap.wrap(code.meaning, max(width, 24))
    level = paint(f"{code.level:<7}", code.level.split(" or ")[0])
    return "\n".join([f"  {code.name:<{_LONGEST}}  {level}  {first}", *(" " * len(head) + line for line in rest)])


_LONGEST = max(len(code.name) for codes in AREAS.values() for code in codes)


def _columns() -> int:
    """How wide a paragraph may be."""
    return min(get_terminal_size().columns, WIDEST)
