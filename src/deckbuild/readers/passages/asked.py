"""Cards that the author marked → questions and pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ... import richtext
from ...answer_names import ANSWER, WORKED
from ...model import (
    Block,
    Definition,
    Example,
    Labelled,
    List,
    Pair,
    Place,
    Point,
    Question,
    Quote,
    RichText,
    Run,
    Style,
    Subheading,
    Term,
    nested,
)
from ...questions import ASK, OPTION, QUESTION, demands
from . import vocabulary as v
from .labels import plainly, styled_whole

_CHOICE = re.compile(
    r"다음\s?(?:중|보기)|(?:옳|맞는|맞지|틀린|잘못|아닌|알맞|적절|올바르|올바른|해당).{0,24}(?:것|설명)[은을]?|고르시오|"
    r"which (?:one )?of (?:the following|these)|choose|select (?:the|all)|"
    r"正しい(?:もの|の)|誤って|誤り|適切な(?:もの|の)|どれか|選べ|下列|以下(?:哪|选项|選項)|哪(?:个|個|项|項|一)",
    re.IGNORECASE,
)
REPLY = f"A|답변|回答|{ANSWER}|{WORKED}"
"""The words before an answer."""
_FACE = re.compile(
    rf"\s*(?:(?:(?P<ask>(?:{ASK})\s?\d{{0,3}})|(?:{REPLY})\s?\d{{0,3}})(?:[:：.)]\s*|\u3000+)|"
    rf"(?P<counted>(?:{QUESTION})\s?\d{{1,3}})\s+)(?=\S)"
)
_AT_ONCE = re.compile(r"(?P<asked>[^?？'\"‘“()（）]{2,80}[?？])\s*(?:[:：]\s+)?(?=[^\W_]|`|\$)")
_DEFINES = re.compile(r"(?:이란|란)\s?[?？]$|^what (?:is|are)\b|とは[?？]$|^什么是", re.IGNORECASE)
MIN_ANSWER = 2
"""Letters behind a question from which they can be its answer."""
_BREAK = Run("\n", kind="break")
_ARROW = RichText.of("→ ")


class Ways(Protocol):
    """How a question was put: each side may ask for the other, and a mark may stand before it."""

    @property
    def both(self) -> bool: ...

    @property
    def marked(self) -> bool: ...

    @property
    def number(self) -> str: ...


def number_of(text: str) -> str:
    """What a question is called before it, where that counts it: `Q3`, `문제 2`."""
    found = _FACE.match(text)
    name = ((found["ask"] or found["counted"] or "") if found else "").strip()
    return name if name[-1:].isdigit() else ""


def card(asked: Sequence[Block], answered: Sequence[Block], ways: Ways, place: Place) -> Block:
    """A question of all that is text in it; the first text of the answer answers it, the rest stands below."""
    lines = [line for block in asked for line in lines_of(block)]
    shown = tuple(each for block in asked for each in _without_lines(block))
    whole = below_each_other(lines)
    question, number = unfaced(whole, True), ways.number or number_of(whole.plain)
    answer, rest = answer_of(answered)
    if ways.both and answer and not rest and not shown:
        return Pair(question, answer, "=", place=place, both=True)
    return Question(question, answer, (*shown, *rest), place, ways.marked and not demands(question), number)


def _without_lines(block: Block) -> Iterator[Block]:
    """What a block holds that is no text, the block itself where it has none."""
    if next(lines_of(block), None) is None:
        yield block
        return
    for each in nested(block):
        yield from _without_lines(each)


def put(question: RichText, answer: RichText, body: tuple[Block, ...], place: Place) -> Question:
    """A question without what it is called before it, which is its number where that counts it."""
    return Question(unfaced(question, True), answer, body, place, number=number_of(question.plain))


def faced(front: RichText, back: RichText, both: bool, body: tuple[Block, ...], place: Place) -> Block:
    """`front :: back` asks one way, `front ::: back` both ways."""
    return Pair(front, back, "=", body=body, place=place, both=True) if both else Question(front, back, body, place)


def unfaced(text: RichText, asks: bool) -> RichText:
    """A question (or, with `asks` false, an answer) without the `Q:` or `A:` before it."""
    found = _FACE.match(text.plain)
    return (
        richtext.strip(richtext.outside(text, 0, found.end()))
        if found and bool(found["ask"] or found["counted"]) == asks
        else text
    )


def at_once(text: RichText) -> tuple[RichText, RichText] | None:
    """`**What is it?** A box.` or `트랜잭션이란? 작업의 단위`: a question that its own line answers, and the answer."""
    plain = richtext.masked(text)
    found = _AT_ONCE.match(plain)
    if not found or plain.count("?") + plain.count("？") != 1 or len(plain) - found.end() < MIN_ANSWER:
        return None
    asked = richtext.strip(richtext.between(text, 0, found.end("asked")))
    answer = richtext.strip(richtext.between(text, found.end(), len(plain)))
    bold = styled_whole(asked, Style.BOLD) and not any(Style.BOLD in run.styles for run in answer.runs[:1])
    linked = any(run.href for run in asked)
    if linked or not (bold or _DEFINES.search(asked.plain)) or OPTION.match(answer.plain):
        return None
    return unfaced(plainly(asked), True), unfaced(answer, False)


def offers(question: str, body: Sequence[Block]) -> bool:
    """Whether what stands below a question are choices, most of them wrong: an answer they are not."""
    below = body[0].body[0] if body and isinstance(body[0], Quote) and body[0].body else body[0] if body else None
    if not isinstance(below, List) or _CHOICE.search(question):
        return isinstance(below, List)
    return isinstance(body[0], Quote) and not v.REASONING.search(question)


def answer_of(blocks: Sequence[Block]) -> tuple[RichText, tuple[Block, ...]]:
    """What blocks say first, where that is one statement or a list of one, and the rest."""
    first = blocks[0] if blocks else None
    match first:
        case Point(text=text, leads_to=(), body=body):
            return text, (*body, *blocks[1:])
        case List(items=(only,), label=label) if not label and is_text(only):
            return next(lines_of(only)), tuple(blocks[1:])
        case _ if first is not None and is_text(first):
            return next(lines_of(first)), tuple(blocks[1:])
        case _:
            return RichText(), tuple(blocks)


def is_text(block: Block) -> bool:
    """Whether a block is a line of text with nothing below it."""
    match block:
        case Point(leads_to=(), body=()) | Labelled(body=()) | Pair(leads_to=(), body=()):
            return True
        case _:
            return isinstance(block, Definition | Example | Subheading | Term)


def below_each_other(lines: Iterable[RichText]) -> RichText:
    """Lines as one text that keeps them apart."""
    return richtext.merge(run for i, line in enumerate(lines) for run in ((_BREAK, *line) if i else line))


def lines_of(block: Block) -> Iterator[RichText]:
    """A block as lines of text, none where it is no text: the choices that a question offers are part of it."""
    match block:
        case Point(text=text, leads_to=consequences):
            yield from (text, *(_ARROW + each for each in consequences))
        case Definition(text=text) | Example(text=text) | Subheading(text=text):
            yield text
        case Labelled(label=label, text=text) | Term(term=label, meaning=text):
            yield richtext.join([label, text], ": ") if text else label
        case Pair(left=left, right=right, sign=sign, leads_to=consequences):
            yield from (richtext.join([left, right], f" {sign} "), *(_ARROW + each for each in consequences))
        case Question(question=question, answer=answer):
            yield from (part for part in (question, answer) if part)
        case List(items=items, style=style, start=start, label=label):
            yield from [label] if label else []
            for n, item in enumerate(items, start):
                mark = RichText.of({"ordered": f"{n}. ", "bullet": "– "}.get(style, ""))
                yield from (mark + line for line in lines_of(item))
        case _:
            return
    if not isinstance(block, List):
        yield from (line for each in nested(block) for line in lines_of(each))
