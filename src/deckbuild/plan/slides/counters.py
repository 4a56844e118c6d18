"""The numbers of sections: their author's, else their place; none where the headings count themselves.

`Step 1`, `Week 2:`, `一　…`, `3주차` and `A. …` stay whole in a heading, since they name what it is. Beside them a number
of ours would say the same twice or, with an introduction before them, another one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...model import Deck
from ...readable import readable
from .draft import heading

_HAN = "一二三四五六七八九十百〇零"
_VALUES = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8"}
_VALUES |= {"nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_END = r"(?=$|[\s:：.,、)\]|·–—-])"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE if "(?P<word>" in form else 0)
    for form in (
        rf"(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)??)\.?\s?#?(?P<n>\d{{1,3}}){_END}",
        rf"(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)??)\.?\s(?P<n>(?-i:[IVXLC]+|[A-Z])|{'|'.join(_VALUES)}){_END}",
        rf"[제第]\s?(?P<n>\d{{1,3}}|[{_HAN}]{{1,4}})\s?(?P<word>[^\W\d_]{{1,2}})",
        rf"(?P<n>\d{{1,3}})\s?(?P<word>[가-힣]{{1,2}}|[\u4e00-\u9fff]{{1,2}}|st|nd|rd|th){_END}",
        rf"[(（]?(?P<n>\d{{1,3}}|[{_HAN}]{{1,4}}|[IVXLC]+|[A-Z]|[가나다라마바사아자차카타파하])[.)）:：、．]\s*(?=\S)",
        rf"(?P<n>[{_HAN}]{{1,4}})[\s·]+(?=\S)",
        r"(?P<n>[①-⑳Ⅰ-Ⅻ])\s*(?=\S)",
    )
)
_ORDINALS = ("st", "nd", "rd", "th")


class Counter(Struct, frozen=True):
    """How a heading counts itself: `kind` is the word that it has for it, `value` its number as it is written."""

    kind: str
    value: str


class Numbers(Struct, frozen=True):
    """The numbers of the sections, as they stand beside their names and large on their panels."""

    beside: tuple[str, ...]
    large: tuple[str, ...]


def section_numbers(deck: Deck) -> Numbers:
    """The sections' numbers; a note that numbers nothing has them counted."""
    if any(concept.number for concept in deck.walk()):
        given = tuple(concept.number for concept in deck.concepts)
        return Numbers(given, given)
    names = [readable(heading(concept)) for concept in deck.concepts]
    if own := own_counters(names):
        return Numbers(("",) * len(names), own)
    counted = tuple(str(n) for n in range(1, len(names) + 1))
    return Numbers(counted, counted)


def own_counters(names: Sequence[str]) -> tuple[str, ...]:
    """The counters that headings bring, nothing where they bring none: most have them in one form, or those that
    have them would stand beside another number."""
    found = [_counter(name) for name in names]
    kinds = {each.kind for each in found if each}
    runs = [{i: each.value for i, each in enumerate(found) if each and each.kind == kind} for kind in kinds]
    runs = [run for run in runs if _counts(run, len(names))]
    return tuple(next((run[i] for run in runs if i in run), "") for i in range(len(names))) if runs else ()


def _counts(run: dict[int, str], total: int) -> bool:
    """Whether the values of a form at their places number the headings: not by chance, so that few are there twice."""
    if 2 * len(set(run.values())) <= len(run):
        return False
    if 2 * len(run) > total:
        return True
    return len(run) > 1 and any(_place(value) not in (0, i + 1) for i, value in run.items())


def _place(value: str) -> int:
    """Which place a value stands for; 0 where that is not for sure."""
    if value.isdecimal():
        return int(value)
    return _ROMAN.index(value) + 1 if value in _ROMAN else 0


def _counter(name: str) -> Counter | None:
    for form in _FORMS:
        if found := form.match(name):
            kind = (found.groupdict().get("word") or "").casefold()
            value = found["n"]
            return Counter("ordinal" if kind in _ORDINALS else kind, _VALUES.get(value.casefold(), value))
    return None
