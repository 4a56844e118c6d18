"""A sentence with one of its emphasised stretches left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...model import RichText, Run
from .spots import Context

_SIGN = re.compile(r"[A-Za-z]{1,3}")
"""A point, a vertex, a length: what a text calls it is up to its author, where others beside it are called so."""


class Stretch(Struct, frozen=True):
    """Neighbouring runs that are emphasised in one way: `mark`, `bold` or `code`, or not at all (empty)."""

    text: RichText
    emphasis: str = ""


class Gap(Struct, frozen=True):
    """A sentence with one stretch left out: `answer`, and all that is left of it, `before`, `after` and altogether (`others`).

    `next` is the stretch that follows, `signs` are the names of one to three letters that the sentence has in code.
    """

    answer: str
    emphasis: str
    before: str
    after: str
    next: str
    others: tuple[Run, ...]
    signs: frozenset[str]
    context: Context

    @property
    def rest(self) -> str:
        """What can be read beside the blank; the same word elsewhere in the sentence is blank too."""
        return "".join(run.text for run in self.others)


def gap_at(stretches: Sequence[Stretch], index: int, context: Context) -> Gap:
    """A sentence without its piece at an index."""
    answer = stretches[index].text.plain
    return Gap(
        answer,
        stretches[index].emphasis,
        "".join(each.text.plain for each in stretches[:index]),
        "".join(each.text.plain for each in stretches[index + 1 :]),
        stretches[index + 1].text.plain if index + 1 < len(stretches) else "",
        tuple(run for other in stretches if other.text.plain != answer for run in other.text),
        frozenset(s.text.plain for s in stretches if s.emphasis == "code" and _SIGN.fullmatch(s.text.plain)),
        context,
    )
