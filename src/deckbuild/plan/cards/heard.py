"""Which blanks can be heard: the sentence, its heading or what follows says them, be it in another form or script."""

from __future__ import annotations

import re

from ...particles import without_particle
from .gaps import Gap
from .hints import initials, joined, spells, told, words_of
from .phrases import echoes, has_a_name_of, mostly_says, name, nearly_says, shares
from .vocabulary.heard import ALSO, DOES, GLOSS, NAMES

_HANGUL = re.compile(r"[가-힣]+")
MAX_HEARD = 4
"""Words of an answer of which the last one says most."""
_SHORT = re.compile(r"[A-Z]{2,6}")
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_BRACKETED = re.compile(r"\s*[(（]([^()（）]{2,60})[)）]")
_OPENED = re.compile(r"(\S+)\s*[(（]\s*=?\s*$")
_ASIAN = re.compile(r"[가-힣ぁ-ヺ一-鿿]")


def _is_said_again(gap: Gap) -> bool:
    """Whether what follows says the blank in other words, or in another script: `{파싱}(parsing)`, `HTTP 요청(={HTTP Request})`."""
    bracketed, opened = _BRACKETED.match(gap.next), _OPENED.search(gap.before)
    return bool(
        GLOSS.match(gap.next)
        or _is_alias(gap)
        or (bracketed and _is_asian(gap.answer) != _is_asian(bracketed[1]))
        or (gap.next[:1] in (")", "）") and opened and _is_asian(gap.answer) != _is_asian(opened[1]))
    )


def _is_alias(gap: Gap) -> bool:
    """Whether it is but another name of what the section is about (`{자바 가상 머신}이라고 불리는 JVM` below `JVM`)."""
    found = NAMES.match(gap.after)
    return found is not None and any(echoes(name(title), found[1]) for title in gap.context.titles)


def _is_asian(text: str) -> bool:
    return bool(_ASIAN.search(text))


def _is_heard(gap: Gap) -> bool:
    """Whether the heading says a word of a Korean answer, one further up all of them, or the rest of the sentence the last."""
    words = [without_particle(word) for word in _HANGUL.findall(gap.answer)]
    words = [word for word in words if len(word) > 1]
    if any(word in gap.context.title.plain for word in words):
        return True
    if len(words) > 1 and any(all(word in title.plain for word in words) for title in gap.context.titles):
        return True
    return bool(words) and len(words) < MAX_HEARD and words[-1] in gap.rest


def _is_echoed(gap: Gap) -> bool:
    """Whether heading or sentence say it; `page directory entry(PDE)` is given away by its words alone."""
    within = _BRACKETED.search(gap.answer)
    forms = [gap.answer, _IN_BRACKETS.sub("", gap.answer).strip() or gap.answer, *([within[1]] if within else [])]
    forms += [part.strip() for part in gap.answer.split(":") if len(part.split()) > 1 or "-" in part]
    title = gap.context.title.plain
    above = (gap.context.title, *gap.context.labels[-1:])
    if len(words_of(gap.answer)) == 1 and (_is_stem(gap) or any(told(name(each), gap.answer) for each in above)):
        return True
    if (
        has_a_name_of(title, gap.answer)
        or nearly_says(title, gap.answer)
        or (ALSO.search(gap.before) and shares(title, gap.answer))
    ):
        return True
    return any(echoes(said, form) for said in (gap.rest, title) for form in forms) or mostly_says(title, gap.answer)


def _is_stem(gap: Gap) -> bool:
    """Whether one Korean word names what the rest of the sentence does (`결정하는 {결정자}`)."""
    if not _HANGUL.fullmatch(gap.answer):
        return False
    stems = DOES.findall(gap.rest)
    return any(gap.answer.startswith(stem) and len(gap.answer) <= len(stem) + 1 for stem in stems)


def _is_joined(gap: Gap) -> bool:
    """Whether a title or a label above has its letters, be it in several words."""
    return any(joined(each.plain, gap.answer) for each in (gap.context.title, *gap.context.labels[-1:]))


def _is_shortened(gap: Gap) -> bool:
    """Whether the sentence or its title has the letters that it is shortened to, or the name that shortens to it."""
    told = f"{gap.context.title.plain} {gap.rest}"
    shortened = bool(_SHORT.fullmatch(gap.answer.strip())) and spells(told, gap.answer.strip())
    return shortened or any(initials(short, gap.answer) for short in _SHORT.findall(told))


HEARD = (_is_said_again, _is_heard, _is_echoed, _is_shortened, _is_joined)
"""What refuses a blank, for it can be read."""
