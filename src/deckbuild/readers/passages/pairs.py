"""Statements of two sides: `A -> B` and `X = Y`. Not formulas, chains, and signs within a sentence."""

from __future__ import annotations

import re

from ... import richtext
from ...model import Block, Pair, Place, RichText
from . import vocabulary as v
from .links import leads_away

MAX_SIDE = 60
MAX_STEP = 24

_OPERATOR = re.compile(r"[+*/^|()\[\]{}<>\d√Σ∑×÷·]|\s-\s")
_WORD = re.compile(r"[^\W\d_]+")
_IN_SENTENCE = re.compile(
    r"^(?:\S{1,4}|[(\[{][^()\[\]{}]*[)\]}])\s?(?:을|를|에서|에|이면|일\s?때|이고|이며|인|로|으로|라고|이라고|가|의)\s"
)
"""`S = 1 이면 …`: the right side is a value, and the sentence goes on."""
_CAUSE = re.compile(r"(?:때문에|이므로|라면|이면)\s|안\s?됨$")
_TORN = re.compile(r"^(?:을|를|로|으로|가|이|는|은|와|과|에)\s|;\s*$|//|^['’\"”]")
"""The right side of a sign that was spoken of, not used (`화살표 -> 를 이용해`), or of code."""
_SENTENCES = re.compile(r"[.!?。]\s|[。]|^(?:따라서|그래서|결론적으로|하지만|그러므로|즉)[\s,]")
_SPOKEN_OF = re.compile(
    rf"\"[^\"]*{v.ARROW}[^\"]*\"|“[^”]*{v.ARROW}[^”]*”|「[^」]*{v.ARROW}[^」]*」|"
    rf"‘[^’]*{v.ARROW}[^’]*’|`[^`]*{v.ARROW}[^`]*`"
)
"""A sign in quotation marks is spoken of, not used."""
_SENTENCE_BREAK = re.compile(r"[。！？]|(?<=[다요])\.\s|(?<=[a-z]{2})[.!?]\s")
_BOTH_WAYS = re.compile(r"<[-=]{1,3}>?|[↔⇔⇄⟷]")
_SAYING = re.compile(r"\b(?:that|we|if|when|where|let|is|are|was|were|states?|means?|gives?|has|have|then|because)\b")
_LEADING_IN = re.compile(r"^(?:if|when|as|for|while|let|suppose)\b", re.I)
_TOPIC = re.compile(r"[가-힣)\w](?:은|는|이|가)\s")
_PREDICATE = re.compile(r"[가-힣]다[.。]?$")
_CLAUSE = re.compile(r"(?:다|면|고|서|음|함|됨|요)$")
_BRACKETS = ("()", "（）", "[]", "{}")


def pair(text: RichText, place: Place, body: tuple[Block, ...]) -> Pair | None:
    """The two sides of a line that has exactly one arrow, or one equals sign with spaces around it."""
    plain = "".join(run.text for run in text if run.kind == "text")
    if _SPOKEN_OF.search(plain) or _BOTH_WAYS.search(plain):
        return None
    if len(v.INNER_ARROW.findall(plain)) == 1 and (parts := richtext.split(text, v.INNER_ARROW)):
        left, _, right = parts
        if _are_sides(left, right) and not leads_away(right) and not _is_sentence(left.plain, right.plain):
            return Pair(left, right, "->", body=body, place=place)
    if len(v.EQUALS.findall(plain)) == 1 and (parts := richtext.split(text, v.EQUALS)):
        left, _, right = parts
        formula = _is_formula(left.plain, right.plain)
        listed = re.search(r"[,，、;；]", left.plain)
        if _are_sides(left, right) and not (
            listed or formula or _SAYING.search(left.plain) or _SENTENCES.search(left.plain) or _goes_on(right.plain)
        ):
            return Pair(left, right, "=", body=body, place=place)
    return None


def _is_sentence(left: str, right: str) -> bool:
    """`힙은 낮은 주소 -> 높은 주소로 할당된다`: a range within a sentence, whose predicate stands on the other side."""
    if _LEADING_IN.search(left):
        return True
    return bool(_TOPIC.search(left) and _PREDICATE.search(right) and not _CLAUSE.search(left))


def _are_sides(left: RichText, right: RichText) -> bool:
    """Each side says something, is whole, and the right one is not only announced."""
    if not (_says(left) and _says(right)) or len(left.plain) > MAX_SIDE:
        return False
    whole = all(side.plain.count(b[0]) == side.plain.count(b[1]) for side in (left, right) for b in _BRACKETS)
    whole = whole and left.plain.count('"') % 2 == 0
    announced = right.plain.rstrip().endswith((":", "："))
    return whole and not (announced or v.SENTENCE_END.search(left.plain) or _TORN.search(right.plain))


def _says(side: RichText) -> bool:
    return any(run.kind != "text" or re.search(r"[^\W_]", run.text) for run in side)


def _is_formula(left: str, right: str) -> bool:
    """`H(x) = ax + b`: letters for quantities on the left, and something to compute on the right or small letters."""
    words = _WORD.findall(left)
    if not words or any(len(word) > 2 or not word.isascii() for word in words):
        return not words
    return bool(_OPERATOR.search(right) or _OPERATOR.search(left.replace("+", "")) or left.islower())


def _goes_on(right: str) -> bool:
    return bool(
        _IN_SENTENCE.search(right)
        or _CAUSE.search(right)
        or (v.CLAUSE_END.search(right) and not v.DEFINING_END.search(right))
    )


def is_route(text: RichText) -> bool:
    """Whether a text is nothing but two short sides with an arrow between them, which can be a label as a whole."""
    parts = richtext.split(text, v.INNER_ARROW)
    if not parts or v.INNER_ARROW.search(parts[2].plain):
        return False
    return all(0 < len(side.plain) <= MAX_STEP and not _SENTENCES.search(side.plain) for side in (parts[0], parts[2]))


def before_pair(text: RichText) -> tuple[RichText, RichText]:
    """The sentences that stand before the two sides of an arrow, and the rest; nothing and the text where none do."""
    plain = richtext.masked(text)
    arrow = v.INNER_ARROW.search(plain)
    ends = [found.end() for found in _SENTENCE_BREAK.finditer(plain, 0, arrow.start())] if arrow else []
    if not ends:
        return RichText(), text
    whole = len(text.plain)
    return richtext.strip(richtext.between(text, 0, ends[-1])), richtext.strip(richtext.between(text, ends[-1], whole))
