"""What there is to know about one code."""

from __future__ import annotations

from msgspec import Struct

from ..diagnostics import Severity

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR


class Code(Struct, frozen=True):
    """A code that diagnostics bear.

    `meaning` is one sentence and `remedy` what to do. The example: `source` stands in `file`, `call` is what somebody
    types after `deckbuild`, and `says` is the line that comes of it, word for word (tests call it and compare; `…` is for what does not matter).
    `where` says in words what `source` cannot show, such as a file that is not UTF-8.
    """

    name: str
    levels: tuple[Severity, ...]
    meaning: str
    remedy: str
    says: str
    source: str = ""
    file: str = "notes/a.md"
    call: str = "check"
    where: str = ""

    @property
    def level(self) -> str:
        """`warning`, or `error or warning`: worst first."""
        return " or ".join(str(level) for level in sorted(self.levels, reverse=True))
