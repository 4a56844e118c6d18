"""Problems as values: place, fact, code and remedy, in one shape for people and for machines.

`codes` has what each code means. To add one: raise it with `info`, `warning` or `error` and a literal code, and enter
it in `codes` beside its kin; `python -m pytest tests/test_codes.py --bless` then rewrites the references.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum

from msgspec import Struct

from .model import Place

SHOWN = 20
"""Findings of one code in one file that are printed before the rest is only counted: more would bury other things."""
LONGEST = 600
"""Letters of a message or hint that are printed: a picture inside its own address would be a megabyte."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Severity(IntEnum):
    """How bad it is. An error is something that was asked for and is not there."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


Paint = Callable[[str, str], str]
"""Gives a part of a message its look: `(text, role)`; roles are path, error, warning, info, code and hint."""


def _unpainted(text: str, role: str) -> str:
    return text


class Diagnostic(Struct, frozen=True):
    """One problem. `code` is stable (kebab-case), `hint` says what to do about it."""

    place: Place
    severity: Severity
    message: str
    code: str
    hint: str = ""

    def __str__(self) -> str:
        return "\n".join((self.headline(), *([self.remedy()] if self.hint else [])))

    def headline(self, paint: Paint = _unpainted) -> str:
        """Place, level, fact and code in one line."""
        place, level, code = visible(str(self.place)), str(self.severity), f"[{self.code}]"
        return f"{paint(place, 'path')}: {paint(level, level)}: {visible(_clipped(self.message))} {paint(code, 'code')}"

    def remedy(self, paint: Paint = _unpainted) -> str:
        """The hint as it stands below the headline."""
        return f"  {paint('hint:', 'hint')} {visible(_clipped(self.hint))}"


def info(place: Place, code: str, message: str, hint: str = "") -> Diagnostic:
    """Something that the author may want to know."""
    return Diagnostic(place, Severity.INFO, message, code, hint)


def warning(place: Place, code: str, message: str, hint: str = "") -> Diagnostic:
    """Something that is probably not what the author meant; the output is whole."""
    return Diagnostic(place, Severity.WARNING, message, code, hint)


def error(place: Place, code: str, message: str, hint: str = "") -> Diagnostic:
    """Something that keeps an output, or a part of it, from being made."""
    return Diagnostic(place, Severity.ERROR, message, code, hint)


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, worst first within a line, each only once."""
    return sorted(set(diagnostics), key=lambda d: (d.place, -d.severity, d.code, d.message))


def visible(text: str) -> str:
    """One line that shows what it holds: a note or a file's name must not move the cursor or colour the terminal."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _clipped(text: str) -> str:
    """The start and the end of what is too long to be printed."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 100]} … {text[-97:]}"


def text_lines(diagnostics: Iterable[Diagnostic], paint: Paint = _unpainted) -> Iterator[str]:
    """What people read. Of one code in one file the first `SHOWN` stand there, and how many more there are.

    A hint stands once per file and code, below the first that it is for.
    """
    found = list(diagnostics)
    total = Counter((d.place.path, d.code) for d in found)
    count: Counter[tuple[str, str]] = Counter()
    hints: set[tuple[str, str, str]] = set()
    for diagnostic in found:
        key = (diagnostic.place.path, diagnostic.code)
        count[key] += 1
        if count[key] <= SHOWN:
            yield diagnostic.headline(paint)
            if diagnostic.hint and (hint := (*key, diagnostic.hint)) not in hints:
                hints.add(hint)
                yield diagnostic.remedy(paint)
        if count[key] == SHOWN < total[key]:
            yield _more(diagnostic, total[key] - SHOWN, paint)


def _more(last: Diagnostic, number: int, paint: Paint) -> str:
    path, code = paint(visible(last.place.path), "path"), paint(f"[{last.code}]", "code")
    return f"{path}: … and {number:,} more like this; --format json lists them all {code}"


def fields(diagnostic: Diagnostic) -> dict[str, str | int]:
    """What machines read. `line` 0 means the file as a whole."""
    return {
        "path": diagnostic.place.path,
        "line": diagnostic.place.line,
        "level": str(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def github_line(diagnostic: Diagnostic) -> str:
    """A workflow command that GitHub shows at the line of the file.

    Escaped as `@actions/core` does it (`command.ts`: `escapeData`, `escapeProperty`).
    """
    level = "notice" if diagnostic.severity is Severity.INFO else str(diagnostic.severity)
    place = diagnostic.place
    properties = {"file": place.path, **({"line": str(place.line)} if place.line else {}), "title": diagnostic.code}
    shown = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    hint = f"\nhint: {_clipped(diagnostic.hint)}" if diagnostic.hint else ""
    return f"::{level} {shown}::{_data(_clipped(diagnostic.message) + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class Problem(Exception):
    """Raised at the edges (disk, command line) where there is nothing to go on with. It carries what to tell the user."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic
