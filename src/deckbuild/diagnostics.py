"""Problems as values: place, fact, code and remedy, in one shape for people and for machines."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct

from .model import Place


class Severity(IntEnum):
    """How bad it is. An error is something that was asked for and is not there."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


class Diagnostic(Struct, frozen=True):
    """One problem. `code` is stable (kebab-case), `hint` says what to do about it."""

    place: Place
    severity: Severity
    message: str
    code: str
    hint: str = ""

    def __str__(self) -> str:
        line = f"{self.place}: {self.severity}: {self.message} [{self.code}]"
        return f"{line}\n  hint: {self.hint}" if self.hint else line


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


class Problem(Exception):
    """Raised at the edges (disk, command line) where there is nothing to go on with. It carries what to tell the user."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic
