"""What one line of a fence without a language speaks for: prose or code, and how strongly.

Strings, comments and placeholders are taken out first: code in a Korean note holds Korean there, and hardly elsewhere.
"""

from __future__ import annotations

import re

from .signs import (
    ASSIGNMENT,
    CALL,
    FIELD,
    MARKDOWN,
    OPERATORS,
    OWN_ASSIGNMENT,
    OWN_STEP,
    OWN_WORDS,
    PATTERN,
    RESULT,
    SQL,
    STRONG,
)

MAX_LINE = 400
"""More of a line is not looked at; every expression below stays linear on so much."""

MARKER = re.compile(
    r"^\s*(?:[-*+•·∙▪▫◦‣○●◆◇■□▶▷►※★☆✓✔–—]|\d{1,3}[.)]|\(\d{1,3}\)|[①-⑳㉠-㉻❶-❿⓪]|"
    r"[A-Za-z가-하][.)]|\d️?⃣|->|=>|[→⇒➡]️?)\s+(?=\S)|^\s*[①-⑳❶-❿](?=\S)"
)
NATURAL = re.compile(r"[À-ÖÙ-öù-ɏЀ-ԯ԰-֏֐-׿؀-ۿऀ-ॿก-๛Ḁ-ỿぁ-ゖァ-ヺ一-鿿가-힣]")
"""Letters that hardly any code holds outside of strings and comments (`ø` stands for nothing in pseudo-code)."""

_EAST_ASIAN = re.compile(r"[가-힣ぁ-ゖァ-ヺ一-鿿]")
_ENDS_IN_WORDS = re.compile(r"[가-힣ぁ-ゖ一-鿿]{3}[.。!?]?$")
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"(?<![\w.$@/-])[A-Za-z]{2,}(?:['’][a-z]{1,3})?(?![\w(=\[]|\.\w)")
_FUNCTION_WORD = re.compile(
    r"(?<![\w.])(?:the|an?|is|are|was|of|to|and|or|with|that|this|by|"
    r"on|as|be|it|its|not|can|from|you|your|we|how|what|which|will|"
    r"has|have|when|where|because|de|la|el|que|en|una?|los|las|por|"
    r"con|para|le|les|des|et|du|est|der|die|das|und|ist|ein|eine|il|"
    r"che|di|della|sono|os|em|uma?|do|da|ve|bir|için)(?![\w(.=])",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[A-Za-z가-힣ぁ-ヺ一-鿿)\"'’”」』`]\s?[.!?:。！？…：]+[)\"'”’」』*_]*$")

_CODE_SPAN = re.compile(r"`[^`]+`")
_LINK = re.compile(r"(?<![\w\])])!?\[([^\[\]]+)\]\([^()\s]*[./#][^()]*\)")
_URL = re.compile(r"\b(?:https?|ftp)://\S+")
_STRING = re.compile(r"\"[^\"]*\"|(?<![A-Za-z])'[^']*'(?![A-Za-z])|“[^”]*”|‘[^’]*’")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5});")
_HOLE = re.compile(r"\{\{c?\d{1,3}(?:,\d{1,3})*::([^{}]*)\}\}")
"""What a learner is to fill in, as Anki writes it."""
_COMMENT = re.compile(
    r"(?:^|(?<=[\s;{})]))//.*$|/\*.*?(?:\*/|$)|<!--.*?(?:-->|$)|(?:^|\s)#\s.*$|(?<=[;),])\s*--\s.*$|(?<=;)\s*#.*$"
)
_COMMENT_LINE = re.compile(r"^(?://|/\*|\*/|\*\s|#(?!#)|<!--|--\s|%\s|;;|\"\"\"|REM\s|'''|-->)")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|<[^<>]*>|\[[^\[\]]*\]")
_QUOTED_WHOLE = re.compile(r"^(?:'[^']*'|\"[^\"]*\"|“[^”]*”)[.,]?$")
_MILD_TAG = re.compile(
    r"</?(?:br|b|i|u|s|em|strong|sub|sup|font|mark|kbd|span|a|img|hr|p|small|center)\b[^<>]*>", re.IGNORECASE
)


def weigh(line: str) -> int:
    """From -2 (surely code) over 0 (could be either) to 2 (surely prose)."""
    line = line.strip()[:MAX_LINE]
    if _COMMENT_LINE.match(line):
        return -1 if line.startswith(("//", "/*", "*/", "<!--", '"""')) else 0
    text = _without_markdown(line)
    code = _for_code(line, text)
    if code >= 2 and not _QUOTED_WHOLE.match(text):
        return -2
    return max(-2, min(2, _for_prose(line, text) - code))


def _without_markdown(line: str) -> str:
    """What is left of a line when the marks of a writer are gone: bullets, links, addresses, entities, mild HTML."""
    text = _HOLE.sub(r"\1", MARKER.sub("", line))
    text = _MILD_TAG.sub(" ", _LINK.sub(r"\1", text))
    return _ENTITY.sub(" ", _URL.sub(" ", text)).strip()


def _bare(text: str) -> str:
    """A line without what code may say in words: code spans, strings, comments, placeholders."""
    return _PLACEHOLDER.sub(" ", _COMMENT.sub(" ", _STRING.sub(" ", _CODE_SPAN.sub(" ", text)))).strip()


def _for_code(line: str, text: str) -> int:
    bare = _bare(text)
    outside = _CODE_SPAN.sub("x", text)
    if _reads_naturally(bare):
        return _for_own_code(outside)
    if _is_code(line, outside):
        return 2
    assigned = ASSIGNMENT.match(outside)
    if assigned and not _in_words(assigned["right"]):
        return 2 if re.search(r"[\d(\[\"']", assigned["right"]) else 1
    weak = (CALL, PATTERN, RESULT, OWN_WORDS)
    signed = FIELD.match(line) or any(sign.search(outside) for sign in weak)
    return int(bool(signed) or _is_formula(bare or outside))


def _for_own_code(outside: str) -> int:
    """Pseudo-code in the writer's own language, or a statement full of words."""
    if OWN_WORDS.match(outside):
        return 2 if OWN_STEP.search(outside) else 1
    if OWN_ASSIGNMENT.match(outside):
        return 2 if re.search(r"[(\[]", outside) else 1
    if outside.endswith((";", "{", "}")):
        return 1 if NATURAL.match(outside) else 2
    return 0


def _is_code(line: str, outside: str) -> bool:
    """Whether a line bears a sure sign. Statements of SQL and marks of Markdown count only where they begin the line."""
    first = SQL.search(line) or MARKDOWN.match(line)
    return bool(first) or any(pattern.search(outside) for pattern in STRONG)


def _reads_naturally(bare: str) -> bool:
    """Whether natural letters stand where code has none: more of them than an identifier would be, or at the end."""
    natural = len(NATURAL.findall(bare))
    if natural >= 5 and _ENDS_IN_WORDS.search(bare):
        return True
    operators = len(OPERATORS.findall(bare))
    return natural >= 4 and natural >= 0.3 * len(_LETTERS.findall(bare)) and operators <= natural / 2


def _in_words(text: str) -> bool:
    """`a = 적재 비율`, `latency = the time that one request takes`: what follows is said in words."""
    bare = _bare(text)
    return len(NATURAL.findall(bare)) >= 2 or (len(_WORD.findall(bare)) >= 3 and not re.search(r"[()\[\]{};*/]", bare))


def _is_formula(text: str) -> bool:
    """Whether there are more signs than words."""
    words = sum(len(word) > 2 for word in re.findall(r"[^\W\d_]+", text))
    operators = len(OPERATORS.findall(text))
    return operators >= 2 and operators > words


def _for_prose(line: str, text: str) -> int:
    if _QUOTED_WHOLE.match(text):
        text = text.strip("'\"“”.,")
    bare = _bare(text)
    natural = len(NATURAL.findall(bare))
    words = len(_WORD.findall(bare))
    marked = bool(_LINK.search(line) or MARKER.match(line))
    if natural >= 2:
        dense = natural >= 0.25 * len(_LETTERS.findall(bare))
        return 2 if dense and _EAST_ASIAN.search(bare) else 1
    if _is_formula(bare):
        return 0
    told = len(_FUNCTION_WORD.findall(bare)) + bool(_SENTENCE_END.search(text))
    if words >= 3 and told:
        return 2 if words >= 4 and told >= 2 else 1
    return 1 if (marked and (words >= 1 or natural)) or words >= 6 else 0
