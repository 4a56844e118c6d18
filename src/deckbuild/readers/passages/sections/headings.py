"""What a heading says: its subject, and what it asks about it."""

from __future__ import annotations

import re

from .... import richtext
from ....model import Asks, RichText
from .. import vocabulary as v
from ..labels import plainly

MAX_ASKING = 200
"""Letters of a heading that may ask for something."""

_FINAL = {"이란": True, "란": False}
_QUESTION = re.compile(r"^(?:(?:Q|Question)\s?\d{0,3}[.:)]\s+|(?:질문|質問|問|问)\s?\d{0,3}\s*[.:)．：）、]\s*)(?=\S)")
_QUOTED = re.compile(r"^[\"“]([^\"“”]{2,})[\"”]$")
_BRACKETED = re.compile(r"^\s*[\[【〔［]\s*(?=.*[^\W\d_])([^\[\]【】〔〕［］]{2,})[\]】〕］]\s*$")


def title_of(text: RichText) -> tuple[RichText, Asks]:
    """The subject of a heading that has lost its number, and what the heading asks about it."""
    title = plainly(text)
    if asked := _QUESTION.match(title.plain[:MAX_ASKING]):
        title = plainly(richtext.outside(title, 0, asked.end()))
    plain = title.plain
    if len(plain) > MAX_ASKING:
        return title, "question" if asked else ""
    if inner := _BRACKETED.match(plain):
        title = richtext.strip(richtext.between(title, *inner.span(1)))
        plain = title.plain
    if subject := _subject(plain):
        return _unquoted(richtext.strip(richtext.between(title, *subject))), "definition"
    title = _unquoted(title)
    for asks, pattern in v.ASKS.items():
        if pattern.search(plain):
            return title, asks  # type: ignore[return-value]
    return title, "question" if asked or v.QUESTION_END.search(plain) else ""


def _unquoted(title: RichText) -> RichText:
    """A title that stands in quotation marks as a whole, without them."""
    found = _QUOTED.match(title.plain)
    return richtext.between(title, *found.span(1)) if found else title


def _subject(plain: str) -> tuple[int, int] | None:
    """Where the subject of a heading stands that asks what it is."""
    found = v.ASKS_DEFINITION.match(plain)
    if not found:
        return None
    group = found.lastindex or 0
    start, end = found.span(group)
    subject = plain[start:end].strip()
    tail = plain[end:].strip()
    if not subject or v.NOT_DEFINED.match(subject) or not _particle_fits(subject, plain[end : end + 2], tail):
        return None
    return start, end


def _particle_fits(subject: str, behind: str, tail: str) -> bool:
    """`혼란` is a word and no question: -란 follows a vowel, -이란 a consonant; a question mark settles it as well."""
    particle = next((form for form in _FINAL if tail.startswith(form)), "")
    last = ord(subject[-1]) - 0xAC00
    if not particle or tail != particle or behind[:1].isspace() or not 0 <= last < 11172:
        return True
    return (last % 28 > 0) == _FINAL[particle]
