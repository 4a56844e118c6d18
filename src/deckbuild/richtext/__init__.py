"""Runs → HTML, plain text and inline Markdown: the only place that writes them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from ..model import RichText, Run, Style
from .markdown import TAGS, to_markdown

__all__ = [
    "between",
    "is_address",
    "join",
    "masked",
    "merge",
    "outside",
    "split",
    "strip",
    "to_html",
    "to_markdown",
    "to_plain",
    "without",
]

_SPACES = re.compile(r" {2,}")
_NO_BREAK = re.compile(r"\d[-–~]\d+[^\s<]*")


_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|mailto:|tel:", re.IGNORECASE)


def is_address(href: str) -> bool:
    """Whether a link leads out into the world; any other is a note, a file or a heading, and no link in an output."""
    return bool(_ADDRESS.match(href))


def to_html(text: RichText) -> str:
    """HTML for a card: escaped, formulas as MathJax `\\( … \\)`, no attributes but `href`."""
    return "".join(_run_html(run) for run in text)


def _run_html(run: Run) -> str:
    inner = _inner_html(run)
    for style in sorted(run.styles, reverse=True):
        inner = f"<{TAGS[style]}>{inner}</{TAGS[style]}>"
    if run.kind != "image" and is_address(run.href):
        inner = f'<a href="{html.escape(run.href)}">{inner}</a>'
    return inner


def _inner_html(run: Run) -> str:
    escaped = html.escape(run.text, quote=False)
    match run.kind:
        case "code":
            return f"<code>{escaped}</code>"
        case "math":
            return f"\\({escaped}\\)"
        case "break":
            return "<br>"
        case "reference":
            return f"<sup>{escaped}</sup>"
        case "text" | "image":
            return _NO_BREAK.sub(lambda m: f'<span class="nb">{m[0]}</span>', escaped)


def to_plain(text: RichText) -> str:
    """One line of text for titles, notes and comparison: breaks become spaces, white space is folded."""
    return " ".join(text.plain.split())


def split(text: RichText, pattern: re.Pattern[str]) -> tuple[RichText, str, RichText] | None:
    """Cut at the first match of `pattern` that lies within one plain run: before, the match, after."""
    for i, run in enumerate(text.runs):
        if run.kind != "text":
            continue
        if found := pattern.search(run.text):
            return (
                strip(RichText((*text.runs[:i], _with(run, run.text[: found.start()])))),
                found[0],
                strip(RichText((_with(run, run.text[found.end() :]), *text.runs[i + 1 :]))),
            )
    return None


def strip(text: RichText) -> RichText:
    """Without white space at either end, and without empty runs."""
    return _trim(_trim(text, str.lstrip, 0), str.rstrip, -1)


def _trim(text: RichText, cut: Callable[[str], str], end: int) -> RichText:
    runs = [run for run in text.runs if run.text or run.kind == "image"]
    while runs and runs[end].kind in ("text", "break"):
        kept = cut(runs[end].text) if runs[end].kind == "text" else ""
        if kept:
            runs[end] = _with(runs[end], kept)
            break
        runs.pop(end)
    return RichText(runs)


def merge(runs: Iterable[Run]) -> RichText:
    """Neighbouring runs of one look as one run."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _look_alike(groups[-1][0], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    return RichText(g[0] if len(g) == 1 else _with(g[0], _together(g)) for g in groups)


def _together(runs: Iterable[Run]) -> str:
    """The letters of several runs; where two spaces meet there is one."""
    text = "".join([run.text for run in runs])
    return text if "  " not in text else _SPACES.sub(" ", text)


def _look_alike(a: Run, b: Run) -> bool:
    return (
        a.kind == b.kind
        and a.kind in ("text", "code")
        and (a.styles, a.href, a.cloze, a.hint) == (b.styles, b.href, b.cloze, b.hint)
    )


def join(parts: Iterable[RichText], glue: str = " ") -> RichText:
    """One text of several, with `glue` between them."""
    runs: list[Run] = []
    for i, part in enumerate(parts):
        if i and glue:
            runs.append(Run(glue))
        runs.extend(part.runs)
    return merge(runs)


def without(text: RichText, style: Style) -> RichText:
    """The same text without one style."""
    return merge(replace(run, styles=run.styles - {style}) for run in text)


def _with(run: Run, text: str) -> Run:
    return replace(run, text=text)


def masked(text: RichText) -> str:
    """The plain text with `x` for the letters of code and formulas: a full stop in them ends no sentence."""
    return "".join(run.text if run.kind in ("text", "break") else "x" * len(run.text) for run in text)


def between(text: RichText, start: int, end: int) -> RichText:
    """What stands between two places of the plain text."""
    return RichText(_pieces(text, start, end))


def outside(text: RichText, start: int, end: int) -> RichText:
    """What is left without that which stands between two places of the plain text."""
    if len(text.runs) == 1:
        return RichText((_with(text.runs[0], text.plain[:start] + text.plain[end:]),))
    return merge([*_pieces(text, 0, start), *_pieces(text, end, len(text.plain))])


def _pieces(text: RichText, start: int, end: int) -> Iterator[Run]:
    at, whole = 0, len(text.plain)
    for run in text:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece or (run.kind == "image" and start <= at < end + (at == end == whole)):
            yield _with(run, piece)
        at += len(run.text)
