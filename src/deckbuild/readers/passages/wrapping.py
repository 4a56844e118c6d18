"""Lines of a paragraph → statements: where a line only goes on with the one before, and where it begins anew.

Markdown joins the lines of a paragraph, which is right for prose that an editor wrapped. People write facts below each
other as well, without blank lines or bullets between them; joined, the label of one would swallow the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ... import richtext
from ...model import RichText, Style
from ...todo_marks import is_marked
from . import vocabulary as v
from .labels import is_label
from .lines import Line, joined

MAX_WRAPPED = 48
"""Columns from which a line may be one that an editor wrapped; a letter of a script without spaces takes two."""
MAX_SIDE = 40
MAX_WORDS = 4
MAX_TODO = 60

_NUMBER = re.compile(
    r"(?:[(（](?P<a>\d{1,2})[)）]|(?P<b>\d{1,2})(?:[).](?=\s)|[）、])|"
    r"(?P<c>[①-⑳])|(?P<letter>[(（]?[a-zA-Z][)）]|[a-zA-Z]\.(?=\s)|"
    r"[가나다라마바사아자차카타파하ㄱ-ㅎ][.)](?=\s)|[アイウエオカキクケコ](?:[.．)）、]|(?=\s))|"
    r"[ivxIVX]{1,4}[.)](?=\s)|[一二三四五六七八九十]{1,3}、|一(?=\s+[^\W\d_])|\d{1,2}(?:-\d{1,2}){1,3}[.)]?(?=\s)|"
    r"\d{1,2}(?:\.\d{1,2}){1,3}[.)](?=\s)))\s*"
)
_FIELD = re.compile(r"\*\[[^\[\]]+\]:\s+\S|\[?[^\W\d_][\w -]{0,30}::\s+\S")
"""`key:: value`, as Dataview for Obsidian reads it, or an abbreviation, `*[HTML]: what it means`: one a line."""
_STEP = re.compile(r"(?:step|phase|day|ステップ|手順|第|단계)\s?(?:\d{1,2}|[一二三四五六七八九十])", re.IGNORECASE)
_SIGN = re.compile(r"[•·・‣▪▫■□◆◇●○◦★☆※✓✔✗✘►▷▶☞◎△▲▽▼–—]\s*\S|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*\S")
_STATED = re.compile(r"[가-힣]{2}[다요]$|(?:[가-힣]|\b[안못]\s)[됨함임]$|[았었없있같]음$")
_NOT_STATED = re.compile(r"(?:바다|처음|다음|마음|필요|중요|주요|수요|개요)$")
_IN_BRACKETS = re.compile(r"[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）][.。]?")
_NAME = re.compile(r"[【〔［\[][^\[\]【】〔〕［］]{1,40}[】〕］\]]\s*[:：]?")
_BULLET = re.compile(r"([・•‣▪◦●○·∙▶►■◆])\s*(?=\S)")
_JOINS = re.compile(r"(?:[,，、(（\[]|\b(?:and|or|the|an?|of|to|in|with|for)|\s(?:또는|및|혹은|그리고))$")
_TORN = re.compile(r"\b(?:by|as|is|are|was|were|be|from|at|that|which|this|its|their|has|have|can)$", re.IGNORECASE)
_PARTICLE = re.compile(r"[가-힣]{2}(?:이|가|을|를|은|는|의|에|에서|로|과|와|고|며)$")
_EQUALS = re.compile(r"\s=\s|＝")


def sentences(lines: Sequence[Line]) -> list[Line]:
    """The statements that the lines of a paragraph make."""
    kinds = [_kind(line) for line in lines] if len(lines) > 1 else [""]
    counts = Counter(kinds)
    wrapped = _are_wrapped(lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if (
            i == 0
            or _is_apart(lines[i - 1], kinds[i - 1], line, kinds[i], wrapped)
            or _begins(line, kinds[i], counts, lines[i - 1])
        ):
            groups.append([])
        groups[-1].append(line)
    return [_joined(group) for group in groups]


def _is_apart(before: Line, kind: str, line: Line, own: str, wrapped: bool) -> bool:
    """Whether a statement ends with the line `before`."""
    if kind in ("field", "todo", "name") or own == "name":
        return True
    if is_remark(line) and own != "number":
        return False
    if is_remark(before):
        return not _goes_on(line)
    if kind == "label" and not own and _is_strong(before) and _ends(before, line):
        return before.broken
    if kind and not own and not _is_wrapped(before) and not _is_open(before) and not _goes_on(line):
        return kind in ("arrow", "equation", "label") or _ends(before, line)
    return _ends(before, line) and not (wrapped and not before.broken)


def _are_wrapped(lines: Sequence[Line]) -> bool:
    """Whether an editor wrapped a paragraph: most of its lines end amidst a sentence, so that the others do by chance."""
    inner = list(pairwise(lines))
    open_ends = sum(_is_wrapped(line) and not _ends(line, following) for line, following in inner)
    spaced = not any(map(v.is_cjk, lines[0].text.plain)) if lines else False
    return open_ends * 2 > len(inner) or (spaced and open_ends * 2 == len(inner) > 0)


def _is_strong(line: Line) -> bool:
    """Whether the label of a line is bold: it is then the label of the whole paragraph."""
    first = line.text.runs[0]
    return Style.BOLD in first.styles


def are_several(lines: Sequence[Line]) -> bool:
    """Whether the lines of an item are more than one statement: several bear a number or a sign, or one its own label."""
    if sum(_kind(line) in ("number", "sign") for line in lines[1:]) > 1:
        return True
    return any(
        _kind(line) == "todo"
        or (_kind(line) == "label" and not (_is_wrapped(before) or _is_open(before) or _goes_on(line)))
        or (
            before.broken
            and _ends(before, line)
            and not is_remark(line)
            and (_kind(before) == "label" or not _is_sentence(before))
        )
        for before, line in pairwise(lines)
    )


def _joined(group: Sequence[Line]) -> Line:
    first = group[0]
    if len(group) == 1:
        return first
    return replace(
        first, text=joined(replace(line, term=None) for line in group), place=first.place.to(group[-1].place)
    )


def _ends(line: Line, following: Line) -> bool:
    """Whether a line is a statement to its end: a sentence, a predicate in Korean, or a line that its author broke."""
    plain = line.text.plain.rstrip()
    goes_on = _goes_on(following) and plain[-1:].isascii()
    if v.SENTENCE_END.search(plain) or (
        line.broken and not (v.UNFINISHED.search(plain) or _JOINS.search(plain) or goes_on)
    ):
        return True
    return bool(_STATED.search(plain)) and not _NOT_STATED.search(plain)


def _begins(line: Line, kind: str, counts: Counter[str], before: Line) -> bool:
    """Whether a line is a statement of its own: one of several of its form, or below a line that nobody wrapped."""
    if not kind:
        return False
    if kind in ("field", "todo"):
        return True
    if kind == "number":
        return counts[kind] > 1
    if kind == "sign":
        return counts[kind] > 1 or not _is_wrapped(before)
    if sum(counts[sided] for sided in ("label", "arrow", "equation")) > 1:
        return True
    return (
        kind in ("label", "arrow", "equation")
        and not _is_wrapped(before)
        and not _is_open(before)
        and not _goes_on(line)
    )


def _is_wrapped(line: Line) -> bool:
    plain = line.text.plain
    return len(plain) + sum(map(v.is_cjk, plain)) >= MAX_WRAPPED


def goes_on_in(line: Line, following: Line) -> bool:
    """Whether a line by itself is not whole: an editor wrapped it, or it ends or the next begins amidst a sentence."""
    return not line.broken and (_is_wrapped(line) or _is_open(line) or _goes_on(following))


def ends_before(line: Line, following: Line, named: bool) -> bool:
    """Whether a line is whole above one that may be a name: it ends as a statement does, or does not go on by any sign.

    Where the name is known (`named`), an editor did not wrap before it by chance.
    """
    goes_on = _is_open(line) or _goes_on(following) or (_is_wrapped(line) and not named)
    return _ends(line, following) or not (goes_on or _TORN.search(line.text.plain.rstrip()))


def is_remark(line: Line) -> bool:
    """Whether a line stands in brackets as a whole: it says something about the one above."""
    return bool(_IN_BRACKETS.fullmatch(line.text.plain.strip()))


def _is_sentence(line: Line) -> bool:
    return bool(v.SENTENCE_END.search(line.text.plain.rstrip()))


def _is_open(line: Line) -> bool:
    """Whether a line ends where no statement can: after a comma, a conjunction, a particle, an opening bracket."""
    plain = line.text.plain.rstrip()
    return bool(_JOINS.search(plain) or _PARTICLE.search(plain))


def _kind(line: Line) -> str:
    """The form by which a line is a statement of its own, or nothing."""
    plain = line.text.plain
    if _FIELD.match(plain) and not _is_strong(line):
        return "field"
    if is_marked(plain) or (len(plain) <= MAX_TODO and v.TODO.match(plain)):
        return "todo"
    if _NAME.fullmatch(plain.strip()):
        return "name"
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


def has_form(line: Line) -> bool:
    """Whether a line is a statement of its own by its form: a label, a number, a side of a pair …"""
    return bool(_kind(line))


def _goes_on(line: Line) -> bool:
    """Whether a line begins in small letters, as the rest of a sentence does."""
    return line.text.plain[:1].islower()


# numbered lines


class Numbered(Struct, frozen=True):
    """Lines that their author numbered; `start` is the first number, 0 where they bear bullets instead."""

    lines: tuple[Line, ...]
    start: int


def numbered(lines: Sequence[Line]) -> Iterator[Line | Numbered]:
    """The lines, with those that count on from each other as one; letters stay in their text, numbers do not."""
    i = 0
    while i < len(lines):
        run = _run(lines, i)
        bullets = [] if len(run) > 1 else _bullets(lines, i)
        if len(run) > 1:
            yield Numbered(tuple(run), _number(lines[i].text) or 1)
        elif len(bullets) > 1:
            run = bullets
            yield Numbered(tuple(bullets), 0)
        else:
            yield lines[i]
        i += max(1, len(run))


def _bullets(lines: Sequence[Line], start: int) -> list[Line]:
    """The lines from here on that begin with the same bullet, without it."""
    first = _BULLET.match(lines[start].text.plain)
    run: list[Line] = []
    for line in lines[start:] if first else ():
        own = _BULLET.match(line.text.plain)
        if not first or not own or own[1] != first[1]:
            break
        run.append(replace(line, text=richtext.strip(richtext.outside(line.text, 0, own.end()))))
    return run


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
