"""Text as it was written: letters with their look, and the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Literal

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """Where something was written: a path from the project root with `/`, and lines counted from 1.

    `line` 0 means the file as a whole; `end` is the last line, 0 where it is `line` itself.
    """

    path: str
    line: int = 0
    end: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path

    @property
    def last(self) -> int:
        """The last line, always at least `line`."""
        return max(self.line, self.end)

    def to(self, other: Place) -> Place:
        """The span from the start of this place to the end of another in the same file."""
        last = max(self.last, other.last)
        return Place(self.path, self.line, last if last > self.line else 0)


NOWHERE = Place("")


class Style(StrEnum):
    """What an author may do to letters."""

    BOLD = "bold"
    ITALIC = "italic"
    STRIKE = "strike"
    MARK = "mark"
    UNDERLINE = "underline"
    SUB = "sub"
    SUP = "sup"
    KEY = "key"


RunKind = Literal["text", "code", "math", "image", "break", "reference"]
PLAIN: frozenset[Style] = frozenset()


class Run(Struct, frozen=True):
    """A stretch of text with one look.

    `text` is what a reader sees: the code itself, the LaTeX source of a formula (kind `math`), the alternative text of
    an image (kind `image`, its path in `href`), a newline (kind `break`), the label of a footnote (kind `reference`).
    `cloze` is the group of a hole that the author marked (`{{c2::text::hint}}`; all holes of one group are asked
    together), 0 where there is none; `hint` is what stands in the hole, or the title of an image that is in none. `link` is where an image leads that is a link.
    """

    text: str
    styles: frozenset[Style] = PLAIN
    href: str = ""
    kind: RunKind = "text"
    cloze: int = 0
    hint: str = ""
    link: str = ""


class RichText:
    """Inline text as a flat tuple of runs: no exporter ever sees an asterisk. Immutable; falsy when empty."""

    __slots__ = ("_hash", "runs")

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self.runs: tuple[Run, ...] = tuple(runs)
        self._hash = hash(self.runs)

    @classmethod
    def of(cls, text: str) -> RichText:
        """Plain text as one run."""
        return cls((Run(text),)) if text else EMPTY

    @property
    def plain(self) -> str:
        """The letters alone, as they are compared, searched and put into file properties."""
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)

    def __iter__(self) -> Iterator[Run]:
        return iter(self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __add__(self, other: RichText) -> RichText:
        return RichText((*self.runs, *other.runs))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RichText) and self.runs == other.runs

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"RichText({self.plain!r})"


EMPTY = RichText()
