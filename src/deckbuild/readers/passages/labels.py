"""What can be a label: `label : text`, and the name of a list above it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ... import richtext
from ...model import RichText, Style
from . import vocabulary as v

MAX_LABEL = 24
MAX_LABEL_WORDS = 4
MAX_NAME = 32
"""Letters of a line that names the list below it; those of a script without spaces count twice."""
MAX_NAME_WORDS = 6
MAX_ANNOUNCED = 48
"""As `MAX_NAME`, of a line that ends in a colon."""
MAX_ANNOUNCED_WORDS = 8
MAX_WIDE_LABEL = 40
"""Letters of a label beside others like it."""
MAX_WIDE_WORDS = 8

_BRACKETS = (("(", ")"), ("（", "）"), ("[", "]"), ("「", "」"), ("“", "”"))
_COUNT = re.compile(
    r"(?P<n>\d+)\s?(?:가지|개|종류|단계|요소|types?|kinds?|ways?|steps?|parts?|つ|種類|种|種|个|個)", re.IGNORECASE
)
_OPEN = re.compile(r"\b(?:that|which|between|of|for|with|and|or|the|an?)$", re.IGNORECASE)
_TRANSLATION = re.compile(r"\s*[(（][^()（）]{1,40}[)）]$")
_ENCLOSED = re.compile(r"^[\[<【〔]\s*(?=.*[^\W\d_])([^\[\]<>【】〔〕]{2,40}?)\s*[\]>】〕]\s*[:：]?$")
_LETTER = re.compile(r"[^\W\d_]")
_AGAIN = re.compile(r"[:：]\s+")
_COLON = re.compile(r"[:：]\s*$")


def styled_whole(text: RichText, style: Style) -> bool:
    """Whether every letter wears `style` (`_예를 들면 …_`, `**example**`)."""
    return bool(text) and all(style in run.styles for run in text if run.text.strip())


def plainly(text: RichText) -> RichText:
    """A text that is bold or italic as a whole is no more so than others."""
    for style in (Style.BOLD, Style.ITALIC):
        text = richtext.without(text, style) if styled_whole(text, style) else text
    return text


def is_label(text: RichText, emphasised: bool, wide: bool = False) -> bool:
    """Short, whole in itself, and (after a dash, which means many things) set in bold or as code.

    `wide` where other labels stand beside it: it may be longer then, as one in bold may.
    """
    plain, short = text.plain, _without_translation(text)
    fits = len(short) <= MAX_LABEL and len(short.split()) <= MAX_LABEL_WORDS
    wide = wide or (styled_whole(text, Style.BOLD) and bool(_LETTER.search(plain)))
    fits = fits or (wide and len(plain) <= MAX_WIDE_LABEL and len(plain.split()) <= MAX_WIDE_WORDS)
    code = all(run.kind == "code" for run in text if run.text.strip())
    if not plain or not fits or (_is_clause(plain) and not code):
        return False
    if any(run.kind == "image" for run in text) or not re.search(r"[^\W_]", plain):
        return False
    return not emphasised or all(run.kind == "code" or Style.BOLD in run.styles for run in text if run.text.strip())


def label_and_text(text: RichText, sign: re.Pattern[str]) -> tuple[RichText, RichText] | None:
    """What stands before a sign and behind it; `**label:**: text` has its colon twice."""
    parts = richtext.split(text, sign)
    if not parts:
        return None
    first = parts[2].runs[0] if parts[2] else None
    if sign is v.LABEL and first and first.kind == "text" and (again := _AGAIN.match(first.text)):
        return parts[0], richtext.outside(parts[2], 0, again.end())
    return parts[0], parts[2]


def _without_translation(text: RichText) -> str:
    """A label as it counts: a bracket behind a term in bold or code only says it in another language."""
    first = text.runs[0] if text else None
    if first and (first.kind == "code" or Style.BOLD in first.styles):
        return _TRANSLATION.sub("", text.plain)
    return text.plain


def _is_clause(plain: str) -> bool:
    """Whether a text says something of its own, or is torn out of the midst of something."""
    return bool(
        v.SENTENCE_END.search(plain)
        or v.INNER_ARROW.search(plain)
        or v.CLAUSE_END.search(plain)
        or v.LEADS_IN.search(plain)
        or "://" in plain
        or plain.startswith(":")
        or any(plain.count(opening) != plain.count(closing) for opening, closing in _BRACKETS)
    )


def bare_label(label: RichText) -> RichText:
    """A label without the bold or italics that made it one, and without its colon (`**label:** text`)."""
    plain = richtext.without(plainly(label), Style.BOLD)
    if not plain:
        return plain
    last = plain.runs[-1]
    if last.kind != "text":
        return plain
    return richtext.strip(RichText((*plain.runs[:-1], replace(last, text=last.text.rstrip(" :："))))) or label


def enclosed(text: RichText) -> RichText:
    """`삽입` of a line that is `[삽입]` or `<삽입>`, which people set above lists and code; nothing of another."""
    found = _ENCLOSED.match(text.plain)
    if not found or v.SENTENCE_END.search(found[1]) or any(run.href or run.kind != "text" for run in text):
        return RichText()
    return richtext.strip(richtext.between(text, *found.span(1)))


def width(text: str) -> int:
    """Letters, those of scripts without spaces counted twice."""
    return len(text) + len(re.findall(r"[ぁ-ヺ一-鿿]", text))


def list_label(text: RichText, count: int) -> RichText:
    """The name that a plain line gives a list of `count` items below it: `특징:`, `교착상태 4가지 조건!!`, or nothing."""
    plain = text.plain.strip()
    name = _COLON.sub("", plain).rstrip(" !")
    announces = bool(_COLON.search(plain))
    letters, words = (MAX_ANNOUNCED, MAX_ANNOUNCED_WORDS) if announces else (MAX_NAME, MAX_NAME_WORDS)
    if not name or width(name) > letters or len(name.split()) > words or re.search(r"[,，。]", name):
        return RichText()
    found = _COUNT.search(name)
    announced = bool(found and int(found["n"]) == count)
    if not (announces or announced) or _is_clause(name) or v.INTRO.search(name) or _OPEN.search(name):
        return RichText()
    return bare_label(text)
