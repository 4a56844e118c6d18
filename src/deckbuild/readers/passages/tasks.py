"""Lines that the author called a to-do, apart from what is said to others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ... import richtext
from ...model import RichText, Todo
from ...todo_marks import behind_sentence, is_marked
from .lines import Line, joined
from .wrapping import goes_on_in


def parted(lines: Sequence[Line]) -> Iterator[list[Line] | Todo]:
    """The lines of a paragraph in runs, and its to-dos: each with the lines in which it goes on."""
    run: list[Line] = []
    for line in lines:
        marked = is_marked(line.whole.plain)
        task = bool(run) and is_marked(run[0].whole.plain)
        if run and (marked or (task and not goes_on_in(run[-1], line))):
            yield _as_task(run) if task else run
            run = []
        run.append(line)
    if run:
        yield _as_task(run) if is_marked(run[0].whole.plain) else run


def _as_task(run: Sequence[Line]) -> Todo:
    return Todo(joined(run), place=run[0].place.to(run[-1].place))


def at_the_end(text: RichText) -> tuple[RichText, RichText] | None:
    """`It was revoked. TODO: check the year` → what is said, and the to-do behind it."""
    start = behind_sentence(richtext.masked(text))
    if start < 0:
        return None
    whole = len(text.plain)
    return richtext.strip(richtext.between(text, 0, start)), richtext.strip(richtext.between(text, start, whole))
