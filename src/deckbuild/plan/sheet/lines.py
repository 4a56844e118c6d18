"""Runs → lines of the sheet, and the width of letters where nothing has been measured yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from ...formulas import Refusal, linear, read
from ...model import RichText, Run
from .shapes import Line, Span

_FOLLOWED = re.compile(r"(https?|mailto|ftp):[^\s]+\Z")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
_ENDED = re.compile(r"[.!?。！？]\s*\Z")
DOTTED = re.compile(r"(?<=[가-힣][·ㆍ・])|(?<=\S[·ㆍ・])(?=[가-힣])")
"""Where a line may end within a word of Korean: behind the dots of things named side by side (`생성·준비`)."""
URL_LIMIT = 2000
UNEVEN = 1.08
"""How much wider than it was guessed a word of Latin letters may be; others have all one width."""


def line(text: RichText) -> Line:
    """The runs of a text as one line: soft and hard breaks become spaces, for room is short."""
    return tidy(tuple(_span(run) for run in text))


def _span(run: Run) -> Span:
    if run.kind == "break":
        return Span(" ")
    text = str(run.text)  # readers may hand on a subclass of str, which JSON knows nothing of
    styles = tuple(sorted(style.value for style in run.styles))
    if run.kind == "image":
        return Span(text, "image", styles, src=run.href)
    return Span(text, run.kind, styles, link(run.href))


def link(href: str) -> str:
    """A link only where it leads somewhere from paper or from a reader of PDF: not to a note beside this one."""
    return href if _FOLLOWED.match(href) and len(href) < URL_LIMIT else ""


def tidy(spans: Line) -> Line:
    """White space folded across spans, and none at either end; code and images keep theirs."""
    out: list[Span] = []
    spaced = True
    for span in spans:
        text = span.text
        if span.kind == "text":
            text = re.sub(r"\s+", " ", text)
            text = text.lstrip() if spaced else text
        if not text and span.kind != "image":
            continue
        spaced = text.endswith(" ") and span.kind == "text"
        out.append(span if text == span.text else replace(span, text=text))
    if out and out[-1].kind == "text":
        last = out[-1].text.rstrip()
        out[-1:] = [replace(out[-1], text=last)] if last else []
    return tuple(out)


def code_line(code: str) -> Line:
    """A command as spans: a line of it is never joined with the next."""
    lines = code.split("\n")
    spans: list[Span] = []
    for i, text in enumerate(lines):
        spans += [Span("\n", "break")] if i else []
        spans += [Span(text, "code")] if text else []
    return tuple(spans)


def styled(text: str, *styles: str) -> Span:
    """Words of our own in a style of their own."""
    return Span(text, styles=styles)


def labelled(label: Line, text: Line) -> Line:
    """`label  text` with the label set off; a colon that the author put at its end is dropped."""
    named = tuple(replace(span, styles=tuple(sorted({*span.styles, "label"}))) for span in label)
    return (*named, Span("  "), *text) if text else named


def pieces(text: Line, limit: float) -> Iterator[Line]:
    """A line cut at the ends of sentences, else at spaces, into parts of at most about `limit` em."""
    if _wide(text) <= limit:
        yield tidy(text)
        return
    part: list[Span] = []
    used, closed = 0.0, 0
    for span in _chunks(text, limit):
        width = ems(span.text)
        if part and used + width > limit:
            cut = closed if _wide(part[:closed]) > limit / 3 else len(part)
            yield tidy(tuple(part[:cut]))
            part, closed = part[cut:], 0
            used = _wide(part)
        part.append(span)
        used += width
        closed = len(part) if _ENDED.search(span.text) else closed
    yield tidy(tuple(part))


def _wide(spans: Iterable[Span]) -> float:
    return sum(ems(span.text) for span in spans)


def _chunks(text: Line, limit: float) -> Iterator[Span]:
    for span in text:
        if span.kind not in ("text", "code") or (span.kind == "code" and ems(span.text) <= limit / 4):
            yield span
            continue
        for sentence in _with_ends(span.text) if span.kind == "text" else [span.text]:
            yield from (replace(span, text=chunk) for chunk in _hard(sentence, limit / 2))


def _with_ends(text: str) -> list[str]:
    """The sentences of a text, each with the space behind it."""
    ends = [found.end() for found in _SENTENCE.finditer(text)]
    starts = [0, *ends]
    return [text[a:b] for a, b in zip(starts, [*ends, len(text)], strict=True) if b > a]


def _hard(text: str, limit: float) -> Iterator[str]:
    while ems(text) > limit:
        size = max(1, int(limit / 1.2))
        cut = text.rfind(" ", size // 2, size) + 1 or size
        yield text[:cut]
        text = text[cut:]
    if text:
        yield text


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    """An arrow or a number in a circle is as wide as a Han character in the fonts of these."""
    if unicodedata.east_asian_width(char) in "WF":
        return 0.92 if "가" <= char <= "힣" else 1.0
    if unicodedata.combining(char):
        return 0.0
    if char in " .,:;'|!il()[]":
        return 0.29
    if "\u2190" <= char <= "\u21ff" or "\u2460" <= char <= "\u24ff":
        return 1.0
    return 0.66 if char.isupper() or char in "mwMW%@" else 0.54


def ems(text: str) -> float:
    """About how wide a text is in the font of the sheet, in em."""
    return sum(map(_em, text))


def line_ems(text: Line) -> float:
    """About how wide a line is in em: code is set smaller, and most of it in a chip."""
    return sum(map(_span_ems, text))


def _span_ems(span: Span) -> float:
    if span.kind == "code":
        return 0.93 * code_ems(span.text) + 0.5
    return ems(spoken(span.text) if span.kind == "math" else span.text)


def spoken(tex: str) -> str:
    """A formula as signs in a row, from which its width can be guessed; its source where it cannot be read."""
    tree = read(tex)
    return tex if isinstance(tree, Refusal) else linear(tree)


def in_signs(span: Span) -> Span:
    """A formula as what is about as wide: its signs in a row; or its source, set as code, where it cannot be read."""
    tree = read(span.text)
    text, kind = (span.text, "code") if isinstance(tree, Refusal) else (linear(tree), "text")
    return replace(span, text=text, kind=kind)


def code_ems(row: str) -> float:
    """How wide a row of code is in em: a monospaced letter is 0.6 em wide, one that its font lacks at most one."""
    return sum(0.6 if char < "\u2e80" else 1.0 for char in row)


def unsure(span: Span) -> float:
    """By what the guessed width of a run is to be multiplied, so that it is no less than what is set."""
    return 1.0 if span.kind == "text" and all("\u3000" < char < "\ufff0" for char in span.text) else UNEVEN
