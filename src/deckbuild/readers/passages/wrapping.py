"""Lines of a paragraph → statements: where a line only goes on with the one before, and where it begins anew.

Markdown joins the lines of a paragraph, which is right for prose that an editor wrapped. People write facts below each
other as well, without blank lines or bullets between them; joined, the label of one would swallow the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ... import richtext
from ...model import RichText
from . import vocabulary as v
from .labels import is_label
from .prose import Line, soft_join

MAX_WRAPPED = 48
"""Columns from which a line may be one that an editor wrapped; a letter of a script without spaces takes two."""
MAX_SIDE = 40
MAX_WORDS = 4

_NUMBER = re.compile(
    r"(?:[(（](?P<a>\d{1,2})[)）]|(?P<b>\d{1,2})(?:[)）.](?=\s)|、)|(?P<c>[①-⑳])|"
    r"(?P<letter>[(（]?[a-zA-Z][)）]|[a-zA-Z]\.(?=\s)|[가나다라마바사아자차카타파하][.)](?=\s)|[ivxIVX]{1,4}[.)](?=\s)|"
    r"[一二三四五六七八九十]{1,3}、|\d{1,2}(?:-\d{1,2}){1,3}[.)]?(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}[.)](?=\s)))\s*"
)
_FIELD = re.compile(r"\[?[^\W\d_][\w -]{0,30}::\s+\S")
"""`key:: value`, as Dataview for Obsidian reads it: one a line."""
_STEP = re.compile(r"(?:step|phase|day|ステップ|手順|第|단계)\s?(?:\d{1,2}|[一二三四五六七八九十])", re.IGNORECASE)
_SIGN = re.compile(r"[•·・‣▪▫■□◆◇●○◦★☆※✓✔✗✘►▷▶☞◎△▲▽▼–—]\s*\S|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*\S")
_STATED = re.compile(r"[가-힣]{2}[다요]$|[가-힣][됨함임]$|[았었없있같]음$")
_NOT_STATED = re.compile(r"(?:바다|처음|다음|마음|필요|중요|주요|수요|개요)$")
_EQUALS = re.compile(r"\s=\s|＝")


def sentences(lines: Sequence[Line]) -> list[Line]:
    """The statements that the lines of a paragraph make."""
    kinds = [_kind(line) for line in lines] if len(lines) > 1 else [""]
    counts = Counter(kinds)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if (
            i == 0
            or kinds[i - 1] == "field"
            or _ends(lines[i - 1], line)
            or _begins(line, kinds[i], counts, lines[i - 1])
        ):
            groups.append([])
        groups[-1].append(line)
    return [_joined(group) for group in groups]


def is_listed(lines: Sequence[Line]) -> bool:
    """Whether several lines below the first bear a number or a sign: a list in all but its indentation."""
    return sum(_kind(line) in ("number", "sign") for line in lines[1:]) > 1


def _joined(group: Sequence[Line]) -> Line:
    first = group[0]
    if len(group) == 1:
        return first
    return replace(first, text=soft_join(line.text for line in group), place=first.place.to(group[-1].place))


def _ends(line: Line, following: Line) -> bool:
    """Whether a line is a statement to its end: a sentence, a predicate in Korean, or a line that its author broke."""
    plain = line.text.plain.rstrip()
    goes_on = _goes_on(following) and plain[-1:].isascii()
    if v.SENTENCE_END.search(plain) or (line.broken and not v.UNFINISHED.search(plain) and not goes_on):
        return True
    return bool(_STATED.search(plain)) and not _NOT_STATED.search(plain)


def _begins(line: Line, kind: str, counts: Counter[str], before: Line) -> bool:
    """Whether a line is a statement of its own: one of several of its form, or below a line that nobody wrapped."""
    if not kind:
        return False
    if kind == "field":
        return True
    if kind == "number":
        return counts[kind] > 1
    if kind == "sign":
        return counts[kind] > 1 or not _is_wrapped(before)
    if sum(counts[sided] for sided in ("label", "arrow", "equation")) > 1:
        return True
    return kind == "label" and not _is_wrapped(before) and not _is_open(before) and not _goes_on(line)


def _is_wrapped(line: Line) -> bool:
    plain = line.text.plain
    return len(plain) + sum(map(v.is_cjk, plain)) >= MAX_WRAPPED


def _is_open(line: Line) -> bool:
    """Whether a line ends where no statement can: after a comma, a conjunction, an opening bracket."""
    return bool(re.search(r"(?:[,，、(（\[]|\b(?:and|or|the|an?|of|to|in|with|for))$", line.text.plain.rstrip()))


def _kind(line: Line) -> str:
    """The form by which a line is a statement of its own, or nothing."""
    plain = line.text.plain
    if _FIELD.match(plain):
        return "field"
    if _NUMBER.match(plain) or _STEP.match(plain):
        return "number"
    if _SIGN.match(plain):
        return "sign"
    if v.LABEL.search(plain):
        parts = richtext.split(line.text, v.LABEL)
        if parts and parts[2] and is_label(parts[0], False):
            return "label"
    for kind, sign in (("arrow", v.INNER_ARROW), ("equation", _EQUALS)):
        if found := sign.search(plain):
            return kind if _is_side(plain[: found.start()]) and len(plain) <= 2 * MAX_SIDE else ""
    return ""


def _is_side(left: str) -> bool:
    """Whether what stands before a sign is a name: short, whole, no part of a sentence."""
    return 0 < len(left) <= MAX_SIDE and len(left.split()) <= MAX_WORDS and not re.search(r"[,，;；(（.。]", left)


def _goes_on(line: Line) -> bool:
    """Whether a line begins in small letters, as the rest of a sentence does."""
    return line.text.plain[:1].islower()


# numbered lines


class Numbered(Struct, frozen=True):
    """Lines that their author numbered; `start` is the first number."""

    lines: tuple[Line, ...]
    start: int


def numbered(lines: Sequence[Line]) -> Iterator[Line | Numbered]:
    """The lines, with those that count on from each other as one; letters stay in their text, numbers do not."""
    i = 0
    while i < len(lines):
        run = _run(lines, i)
        if len(run) > 1:
            yield Numbered(tuple(run), _number(lines[i].text) or 1)
        else:
            yield lines[i]
        i += max(1, len(run))


def _run(lines: Sequence[Line], start: int) -> list[Line]:
    """The lines from here on that are numbered one after the other, without their numbers."""
    run: list[Line] = []
    number = _number(lines[start].text)
    for line in lines[start:]:
        own = _number(line.text)
        if number is None or own != number + len(run):
            break
        run.append(replace(line, text=_unnumbered(line.text)))
    return run


def _number(text: RichText) -> int | None:
    found = _NUMBER.match(text.plain)
    if not found or found["letter"]:
        return None
    return int(found["a"] or found["b"]) if found["a"] or found["b"] else ord(found["c"]) - ord("①") + 1


def _unnumbered(text: RichText) -> RichText:
    parts = richtext.split(text, _NUMBER)
    return parts[2] if parts and not parts[0] else text
