"""Runs → inline Markdown that reads back to the same runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import RichText, Run, Style

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


def to_markdown(text: RichText) -> str:
    """Inline Markdown that `readers.inline` reads back to the same runs.

    The marks people write (`**`, `*`, `==`, `~~`) where they cannot be misread, HTML tags elsewhere.
    """
    runs = text.runs
    linked = any(run.href for run in runs)
    dollars = _is_paid(runs)
    out: list[str] = []
    for i, run in enumerate(runs):
        before = runs[i - 1] if i else None
        after = runs[i + 1] if i + 1 < len(runs) else None
        starts, ends = not (before and _same_link(before, run)), not (after and _same_link(run, after))
        if run.cloze and not (before and _same_cloze(before, run)):
            out.append(f"{{{{c{run.cloze}::")
        if starts and ends and run.kind == "text" and _is_autolink(run):
            out.append(_styled(run, f"<{run.text}>", False))
        else:
            is_link = bool(run.href) and run.kind != "image"
            written = _styled(run, _escaped(run, linked, dollars, (before, after)), _stands_free(before, run, after))
            out.append("[" * (is_link and starts) + written + (f"]({_address(run.href)})" if is_link and ends else ""))
        if run.cloze and not (after and _same_cloze(run, after)):
            hint = _escape_text(run.hint, True, True, in_cloze=True)
            out.append(f"::{hint}}}}}" if hint else "}}")
    return "".join(out)


def _is_paid(runs: Sequence[Run]) -> bool:
    """Whether a dollar sign in the text could begin or end a formula."""
    signs = sum((run.text + run.href).count("$") + (run.kind == "math") for run in runs)
    return signs > 1 or any(a.text.endswith("$") and b.kind == "code" for a, b in pairwise(runs))


_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}://[^\s<>]+")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def _is_autolink(run: Run) -> bool:
    """Whether `<…>` says it all."""
    if run.href == run.text:
        return bool(_AUTOLINK.fullmatch(run.text))
    return run.href == f"mailto:{run.text}" and bool(_MAIL.fullmatch(run.text))


_RISKY_ADDRESS = re.compile(r"[<>\\]|&(?=#?\w+;)")


def _address(href: str) -> str:
    if href and not re.search(r"[\s()*_`<>\\$\[\]&=\"'{}~]", href):
        return href
    escaped = _RISKY_ADDRESS.sub(lambda m: "&amp;" if m[0] == "&" else "\\" + m[0], href)
    return f"<{escaped}>" if href and "\n" not in href else ""


def _same_cloze(a: Run, b: Run) -> bool:
    return (a.cloze, a.hint) == (b.cloze, b.hint)


def _same_link(a: Run, b: Run) -> bool:
    return a.href == b.href and "image" not in (a.kind, b.kind) and _same_cloze(a, b)


def _stands_free(before: Run | None, run: Run, after: Run | None) -> bool:
    """Whether marks around a run touch no others."""
    beside = [other for other in (before, after) if other]
    if any(other.styles or other.href for other in beside):
        return False
    if not run.styles & {Style.MARK, Style.STRIKE}:
        return True
    sign = before.text[-1:] + run.text[:1] if before else ""
    return not (len(sign) == 2 and all(char.isascii() and (char.isalnum() or char in "_()") for char in sign))


def _styled(run: Run, inner: str, free: bool) -> str:
    if not run.styles:
        return inner
    simple = free and len(run.styles) == 1 and run.kind == "text" and _PLAIN_WORDS.fullmatch(run.text)
    for style in sorted(run.styles, reverse=True):
        opening, closing = MARKS[style] if simple else (f"<{TAGS[style]}>", f"</{TAGS[style]}>")
        inner = f"{opening}{inner}{closing}"
    return inner


_PLAIN_WORDS = re.compile(r"[^\W_](?:[^*_~=<`\\$\[\]&{}^]*[^\W_])?[.!?)]?")


def _escaped(run: Run, linked: bool, dollars: bool, beside: tuple[Run | None, Run | None]) -> str:
    match run.kind:
        case "code":
            return _code_span(run.text)
        case "math":
            return _formula(run.text, beside)
        case "break":
            return "<br>"
        case "image":
            shown = f"![{_escape_text(run.text, True, True, bool(run.cloze))}]({_address(run.href)})"
            return f"[{shown}]({_address(run.link)})" if run.link else shown
        case "reference":
            return f"[^{run.text}]"
        case "text":
            alone = bool(run.href) and not any(other and _same_link(run, other) for other in beside)
            return _escape_text(run.text, linked, dollars, bool(run.cloze), alone)


def _code_span(code: str) -> str:
    longest = max((len(ticks) for ticks in re.findall(r"`+", code)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if "`" in (code[:1], code[-1:]) else ""
    return f"{fence}{pad}{code}{pad}{fence}"


_DOLLARS = re.compile(r"(?![\s$])(?:[^\\$\n]|\\.)+(?<!\s)")
_NO_DOLLARS = re.compile(r"[A-Za-z0-9$]")


def _formula(tex: str, beside: tuple[Run | None, Run | None]) -> str:
    """`$…$` unless what stands beside it, or within, makes money of it."""
    before, after = (run.text if run and run.kind == "text" and not run.styles else "" for run in beside)
    touches = _NO_DOLLARS.match(before[-1:]) or _NO_DOLLARS.match(after[:1])
    maths = any(run and run.kind == "math" for run in beside)
    if (
        not touches
        and not maths
        and _DOLLARS.fullmatch(tex)
        and not (tex[0].isdigit() and " " in tex)
        and tex[0] != "`"
        and tex.count("`") % 2 == 0
    ):
        return f"${tex}$"
    if re.fullmatch(r"(?:[^\\]|\\[^()])+", tex):
        return f"\\({tex}\\)"
    return f"$`{tex}`$" if "`" not in tex else f"$${tex}$$"


_RISKY = re.compile(r"[`*_~=<>$\[\]\\!&:{}w^]")
_EMOJI = re.compile(r"(?<![A-Za-z0-9]):[a-z0-9+-][\w+-]{0,40}:")
_HOLE = re.compile(r"\{\{c\d")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#:]|[\w@.-]+=)")


def _escape_text(text: str, linked: bool, dollars: bool, in_cloze: bool = False, in_link: bool = False) -> str:
    """`in_link`: the text is all that a link says, in which an address is no link of its own."""
    out: list[str] = []
    at = 0
    for found in _RISKY.finditer(text):
        i = found.start()
        char, before, after = found[0], text[i - 1 : i] if i else "", text[i + 1 : i + 2]
        escape = (
            _must_escape_sign(text, i, in_cloze, in_link)
            if char in ":{}w"
            else _must_escape(char, before, after, linked, dollars)
        )
        if escape:
            out += (text[at:i], _escape(char))
            at = i + 1
    return "".join((*out, text[at:]))


def _escape(char: str) -> str:
    return {"&": "&amp;", "w": "&#119;"}.get(char, "\\" + char)


def _must_escape_sign(text: str, i: int, in_cloze: bool, in_link: bool) -> bool:
    """Whether a hole, a short code or an address could begin or end here."""
    before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
    match text[i]:
        case ":":
            if in_cloze and (":" in (before, after) or not (before and after)):
                return True
            return bool(_EMOJI.match(text, i)) or (not in_link and text.startswith("://", i))
        case "{":
            return bool(_HOLE.match(text, i) or (not before and _ATTRIBUTES.match(text)))
        case "}":
            return in_cloze
        case _:
            return not in_link and text.startswith("www.", i)


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
            return linked or after in ("(", "[", "^", "") or before in ("[", "!", "^", "")
        case "!":
            return after in ("", "[")
        case "&":
            return after == "#" or after.isalnum()
        case "\\":
            return not after.isalnum() and (not after.isspace() or after == "\n")
        case "^":
            return not (before and after)
        case ">":
            return False
        case _:
            return True
