"""What a build came to, told to people (`text`), to programs (`json`) and to GitHub's annotations (`github`)."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from .printing import paint_for, put, put_json, say

if TYPE_CHECKING:
    from ..build import Report
    from ..diagnostics import Diagnostic, Problem
    from ..packages import Written

FINE, FINDINGS, USAGE = 0, 1, 2
FORMATS = ("text", "json", "github")
FATES = ("new", "kept", "retired")
WRONG_CALLS = ("no-such-source", "unknown-kind")
"""Codes of problems that are in the call, not in a note."""


class Manner(Struct, frozen=True):
    """How a command judges and what it prints."""

    strict: bool | None = None
    allow: tuple[str, ...] = ()
    quiet: bool = False
    format: str = "text"

    def kept(self, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Those that are to be shown."""
        return [d for d in diagnostics if d.severity or not self.quiet]


def status_of(problem: Problem) -> int:
    """The exit status where there was nothing to go on with."""
    return USAGE if problem.diagnostic.code in WRONG_CALLS else FINDINGS


def tell(report: Report, seconds: float, manner: Manner, writes: bool) -> int:
    """Print a report; the exit status. `writes`: whether the command makes files, or only looks."""
    if manner.format == "json":
        put_json(document(report, manner, writes))
    else:
        tell_findings(manner.kept(report.diagnostics), manner.format)
        if not manner.quiet:
            for written in report.written:
                put(f"{shown(written.path)}  {size(written.size)}{_contents(written)}")
            put(summary(report, seconds))
    return FINDINGS if report.failed(manner.strict, manner.allow) else FINE


def tell_problem(problem: Problem, manner: Manner, writes: bool) -> int:
    """Print why nothing could be done at all, in the form that was asked for; the exit status."""
    from ..build import Report

    if manner.format == "json":
        put_json(document(Report(diagnostics=(problem.diagnostic,)), manner, writes))
    else:
        tell_findings([problem.diagnostic], manner.format)
    return status_of(problem)


def tell_findings(diagnostics: Sequence[Diagnostic], form: str) -> None:
    """For people on standard error; GitHub's commands on standard output, all of them."""
    from ..diagnostics import github_line, text_lines

    if form == "github":
        for diagnostic in diagnostics:
            put(github_line(diagnostic))
    else:
        for line in text_lines(diagnostics, paint_for(sys.stderr)):
            say(line)


def document(report: Report, manner: Manner, writes: bool) -> dict[str, Any]:
    """The JSON of a report: `files` accounts for the words of each note, `written` is there where files were made."""
    from ..diagnostics import fields

    written = [
        {"path": shown(w.path), "size": w.size, "output": w.exporter, **w.counts, **w.fate} for w in report.written
    ]
    return {
        **({"written": written} if writes else {}),
        "files": [
            {
                "path": account.path,
                "words": account.words,
                "accounted": account.accounted,
                "missing": [{"line": missing.line, "text": missing.text} for missing in account.missing],
            }
            for account in accounts(report)
        ],
        "diagnostics": [fields(diagnostic) for diagnostic in manner.kept(report.diagnostics)],
    }


def accounts(report: Report) -> tuple[Any, ...]:
    """How many words of each note the model holds."""
    return tuple(getattr(report, "accounts", ()))


def summary(report: Report, seconds: float) -> str:
    """One line with totals."""
    files = f"{plural(len(report.written), 'file')} from " if report.written else ""
    words = "".join(f"; {part}" for part in (fate(report), accounted(report)) if part)
    return f"{files}{plural(report.sources, 'source')} in {seconds:.1f} s; {problems(report.diagnostics)}{words}"


def fate(report: Report) -> str:
    """What becomes of what students have: `Anki notes: 2 new, 40 kept, 1 retired`; nothing where no deck was made. They
    are counted as Anki's import counts them: a sentence with three gaps is one, and gives three cards.
    """
    count: Counter[str] = Counter()
    for written in report.written:
        count.update(written.fate)
    return "Anki notes: " + ", ".join(f"{count[what]:,} {what}" for what in FATES) if count else ""


def problems(diagnostics: Sequence[Diagnostic]) -> str:
    """How many there are of what weighs."""
    count = Counter(str(diagnostic.severity) for diagnostic in diagnostics)
    return ", ".join(plural(count[name], name) for name in ("error", "warning") if count[name]) or "no problems"


def accounted(report: Report) -> str:
    """The share of words that the models hold. It is rounded down: 100 % is said of all, and of nothing less."""
    words = sum(account.words for account in accounts(report))
    held = sum(account.accounted for account in accounts(report))
    share = 10000 * held // words / 100 if words else 100
    return f"{share:g} % of {plural(words, 'word')} accounted for" if accounts(report) else ""


def _contents(written: Written) -> str:
    counts = {name: number for name, number in written.counts.items() if number}
    if written.exporter == "anki":
        kinds = ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in counts.items())
        return f"  {plural(sum(counts.values()), 'card')} ({kinds})" if kinds else "  0 cards"
    return "".join(f"  {plural(number, name.rstrip('s'))}" for name, number in counts.items())


def plural(number: int, noun: str) -> str:
    """`1 file`, `1,200 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shown(path: Path) -> str:
    """A path as somebody would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def size(number: int) -> str:
    """Bytes for people."""
    return f"{number / 1024:.0f} kB" if number < 1024 * 1024 else f"{number / 1024 / 1024:.1f} MB"
