"""Runs → HTML, plain text and inline Markdown: the only place that writes them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from .model import RichText, Run, Style

TAGS: dict[Style, str] = {
    Style.BOLD: "b",
    Style.ITALIC: "em",
    Style.STRIKE: "s",
    Style.MARK: "mark",
    Style.UNDERLINE: "u",
    Style.SUB: "sub",
    Style.SUP: "sup",
    Style.KEY: "kbd",
}
MARKS: dict[Style, tuple[str, str]] = {style: (f"<{tag}>", f"</{tag}>") for style, tag in TAGS.items()} | {
    Style.BOLD: ("**", "**"),
    Style.ITALIC: ("*", "*"),
    Style.STRIKE: ("~~", "~~"),
    Style.MARK: ("==", "=="),
}
_NO_BREAK = re.compile(r"\d[-–~]\d+[^\s<]*")


def to_html(text: RichText) -> str:
    """HTML for a card: escaped, formulas as MathJax `\\( … \\)`, no attributes but `href`."""
    return "".join(_run_html(run) for run in text)


def _run_html(run: Run) -> str:
    inner = _inner_html(run)
    for style in sorted(run.styles, reverse=True):
        inner = f"<{TAGS[style]}>{inner}</{TAGS[style]}>"
    if run.href and run.kind != "image":
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


def to_markdown(text: RichText) -> str:
    """Inline Markdown that `readers.inline` reads back to the same runs.

    The marks people write (`**`, `*`, `==`, `~~`) where they cannot be misread, HTML tags elsewhere.
    """
    runs = text.runs
    linked = any(run.href for run in runs)
    dollars = (
        sum(run.text.count("$") for run in runs if run.kind == "text") + sum(run.kind == "math" for run in runs) > 1
    )
    out: list[str] = []
    for i, run in enumerate(runs):
        bare = all(not runs[j].styles and not runs[j].href for j in (i - 1, i + 1) if 0 <= j < len(runs))
        written = _styled(run, _escaped(run, linked, dollars), bare)
        opens = run.href and run.kind != "image" and not (i and _same_link(runs[i - 1], run))
        closes = run.href and run.kind != "image" and not (i + 1 < len(runs) and _same_link(run, runs[i + 1]))
        out.append(("[" if opens else "") + written + (f"]({_address(run.href)})" if closes else ""))
    return "".join(out)


def _address(href: str) -> str:
    return f"<{href}>" if not href or re.search(r"[\s()*_`<\\$\[\]]", href) else href


def _same_link(a: Run, b: Run) -> bool:
    return a.href == b.href and "image" not in (a.kind, b.kind)


def _styled(run: Run, inner: str, bare: bool) -> str:
    if not run.styles:
        return inner
    simple = bare and len(run.styles) == 1 and run.kind == "text" and _PLAIN_WORDS.fullmatch(run.text)
    for style in sorted(run.styles, reverse=True):
        opening, closing = MARKS[style] if simple else (f"<{TAGS[style]}>", f"</{TAGS[style]}>")
        inner = f"{opening}{inner}{closing}"
    return inner


_PLAIN_WORDS = re.compile(r"[^\W_](?:[^*_~=<`\\$\[\]&]*[^\W_])?[.!?)]?")
_RISKY = re.compile(r"[`*_~=<>$\[\]\\!&]")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def _escaped(run: Run, linked: bool, dollars: bool) -> str:
    match run.kind:
        case "code":
            return _code_span(run.text)
        case "math":
            return f"${run.text}$"
        case "break":
            return "<br>"
        case "image":
            return f"![{_escape_text(run.text, True, True)}]({_address(run.href)})"
        case "reference":
            return f"[^{run.text}]"
        case "text":
            return _escape_text(run.text, linked, dollars)


def _code_span(code: str) -> str:
    longest = max((len(ticks) for ticks in re.findall(r"`+", code)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if "`" in (code[:1], code[-1:]) else ""
    return f"{fence}{pad}{code}{pad}{fence}"


def _escape_text(text: str, linked: bool, dollars: bool) -> str:
    out = []
    for i, char in enumerate(text):
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        escape = bool(_RISKY.match(char)) and _must_escape(char, before, after, linked, dollars)
        out.append(("&amp;" if char == "&" else "\\" + char) if escape else char)
    return "".join(out)


def _must_escape(char: str, before: str, after: str, linked: bool, dollars: bool) -> bool:
    """Whether a character could begin or end markup here. At the edge of a run (an empty neighbour) it always may."""
    match char:
        case "_":
            return not (before.isalnum() and after.isalnum())
        case "*":
            return not (before.isspace() and after.isspace())
        case "~" | "=":
            return char in (before, after) or not (before and after)
        case "<":
            return not after or after.isalnum() or after in "/!?"
        case "$":
            return dollars
        case "[" | "]":
            return linked or after in ("(", "[", "^", "") or before in ("[", "!", "")
        case "!":
            return after in ("", "[")
        case "&":
            return after == "#" or after.isalnum()
        case "\\":
            return not after.isalnum() and not after.isspace()
        case ">":
            return False
        case _:
            return True


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
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if (
            last
            and run.kind == last.kind
            and run.kind in ("text", "code")
            and (run.styles, run.href) == (last.styles, last.href)
        ):
            merged[-1] = _with(run, last.text + run.text)
        else:
            merged.append(run)
    return RichText(merged)


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
    return merge(Run(run.text, run.styles - {style}, run.href, run.kind) for run in text)


def _with(run: Run, text: str) -> Run:
    return Run(text, run.styles, run.href, run.kind)
