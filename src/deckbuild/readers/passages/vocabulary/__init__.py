"""The words and signs by which people mark what a passage is, in Korean, English, Japanese and Chinese.

One table a language; the patterns here are made of all four, since notes mix them (`Reference` below Korean text), and
the words of one mean nothing else in another.
"""

from __future__ import annotations

import re
from operator import attrgetter

from .en import EN
from .ja import JA
from .ko import KO
from .language import _HAN, _HANGUL, _KANA, is_cjk, language
from .signs import (
    ARROW,
    DASH,
    EQUALS,
    INNER_ARROW,
    LABEL,
    LEADING_ARROW,
    QUESTION_END,
    SENTENCE,
    SENTENCE_END,
    UNFINISHED,
)
from .words import Words
from .zh import ZH

LANGUAGES: dict[str, Words] = {"ko": KO, "en": EN, "ja": JA, "zh": ZH}


def _all(name: str) -> str:
    """The words of one kind in every language, as alternatives."""
    pieces: list[str] = []
    for words in LANGUAGES.values():
        pieces += attrgetter(name)(words)
    return "|".join(dict.fromkeys(pieces))


def _anywhere(name: str) -> re.Pattern[str]:
    return re.compile(_all(name), re.IGNORECASE)


def _whole(name: str) -> re.Pattern[str]:
    """Nothing but the word, with whatever marks stand around it (`[장점]`, `📚 References:`)."""
    return re.compile(rf"^\W*(?:{_all(name)})\W*$", re.IGNORECASE)


def _start(name: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{_all(name)})", re.IGNORECASE)


def _end(*names: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(_all, names))})[.。!]?$", re.IGNORECASE)


DEFINING_START = re.compile(
    r"^(?P<said>(?:이란|란|\s이란|\s란)(?!\s*[?？])|\s+(?:refers? to|means?|stands for|denotes?)\s|とは|是指|指的是)|"
    r"^(?P<is>\s+is\s+(?:an?|the|any|one|some|when|where|how|used|defined|known|what|simply|basically|just|called)\s|"
    r"\s+are\s+(?:[\w-]+\s+){0,3}[\w-]+s\b|\s*是(?!否|很|非常|不|因|为了|為了|怎|什|一个范围))|"
    r"^(?P<topic>\s?(?:은|는)|は)",
    re.IGNORECASE,
)
"""What follows a name where a definition of it begins. A `topic` may go on to say anything: see how it ends."""
DEFINING_END = _end("defining_end")
KIND_END = _end("defining_end", "kind_end")
CLAUSE_END = _end("clause_end")
_BEFORE_A_CLAUSE = r"(?:(?!\b(?:that|which|who|where)\b).)*"
_LINKS = r"(?:of|for|to|in|on|with|by|and|or|from|at|as|between|without|over|under|that|which|who|where|used)\b"
_STATES = (
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|does|do|did|"
    rf"[a-z]+ed\s(?:an?|the|its|their|no|all|every|it|them|us|you)|[a-z]*[^sui\W]s\s(?!{_LINKS})\w+)\b"
)
_KIND = r"(?:\s[\w'-]+){0,4}?\s[\w'-]*(?:[^s\W]|ss|us|is)(?<!ed)\s"
_OF_WHAT = r"of|that|which|where|in which|by which"
KIND_FIRST = re.compile(
    rf"(?!{_BEFORE_A_CLAUSE}{_STATES})"
    rf"(?:an?{_KIND}(?:{_OF_WHAT}|for|who|used|with|between)|the{_KIND}(?:{_OF_WHAT}))\s\S[^.;!?]*\.?$",
    re.IGNORECASE,
)
"""A phrase in English that says first of what kind something is (`a protocol for web pages`)."""
OWN_TOPIC = re.compile(
    r"[^、。，,]{0,30}?(?:[一-鿿ァ-ヶーA-Za-z0-9)）」』]|の|[こそあ][れこ])は(?=[^、。\s]).*(?:である|です|だ)[。.]?$"
)
"""A sentence in Japanese that says something of what it names itself (`江戸に幕府を開いたのは1603年である`)."""

ASKS_DEFINITION = re.compile(rf"^(?:{_all('definition_headings')})$", re.IGNORECASE)
DEFINITION = _whole("definition")
NOT_DEFINED = re.compile(rf"^(?:{_all('not_defined')})$", re.IGNORECASE)
ASKS = {
    "reason": _anywhere("reason_heading"),
    "difference": _anywhere("difference_heading"),
    "method": _anywhere("method_heading"),
}
ACTION = _anywhere("procedure_heading")
WAY = _anywhere("way_heading")
ORDER = re.compile(rf"(?:{_all('order_end')})\W*$", re.IGNORECASE)
REASONING = _anywhere("reasoning")

CONTENTS = _whole("contents")
REFERENCES = _whole("references")
EXAMPLES = _whole("examples")
PROS = _whole("pros")
CONS = _whole("cons")
CONCLUSION = _whole("conclusion")
BYLINE = _whole("byline")
EXAMPLE_LABEL = re.compile(
    rf"^\W*(?:{_all('example_label')})\s?\d{{0,2}}\s*(?:[:：)）]|(?<=e\.g\.)).*\S", re.IGNORECASE
)
EXAMPLE_START = _start("example_start")
CONCLUSION_START = _start("conclusion_start")
LEADS_IN = re.compile(rf"(?:[,，、]\s*|[^\W_]\s+)(?:{_all('leads_in')})$", re.IGNORECASE)
INTRO = _anywhere("intro")
TODO = re.compile(rf"^\W*(?:{_all('todo_start')})|{_all('todo')}", re.IGNORECASE)
LEGEND = _whole("legend")
GENERIC_ALT = re.compile(rf"^(?:{_all('generic_picture')})?[\s_-]*[\d.-]*(?:\.\w{{3,4}})?$", re.IGNORECASE)

__all__ = [
    "ACTION",
    "ARROW",
    "ASKS",
    "ASKS_DEFINITION",
    "BYLINE",
    "CLAUSE_END",
    "CONCLUSION",
    "CONCLUSION_START",
    "CONS",
    "CONTENTS",
    "DASH",
    "DEFINING_END",
    "DEFINING_START",
    "DEFINITION",
    "EQUALS",
    "EXAMPLES",
    "EXAMPLE_LABEL",
    "EXAMPLE_START",
    "GENERIC_ALT",
    "INNER_ARROW",
    "INTRO",
    "KIND_END",
    "KIND_FIRST",
    "LABEL",
    "LEADING_ARROW",
    "LEADS_IN",
    "LEGEND",
    "NOT_DEFINED",
    "ORDER",
    "OWN_TOPIC",
    "PROS",
    "QUESTION_END",
    "REASONING",
    "REFERENCES",
    "SENTENCE",
    "SENTENCE_END",
    "TODO",
    "UNFINISHED",
    "WAY",
    "_HAN",
    "_HANGUL",
    "_KANA",
    "is_cjk",
    "language",
]
