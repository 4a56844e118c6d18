"""Statements of two halves, of which one asks for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import (
    Block,
    Code,
    List,
    Math,
    Pair,
    Question,
    RichText,
    Table,
)
from ...particles import fill
from ...questions import asked, asks, demands, heading_asks
from .answers import items, length, parts, spoken
from .bodies import (
    announces,
    asks_nothing,
    leads_away,
    main_and_more,
    sets_side_by_side,
    tells_one,
    without_lead,
)
from .dangling import dangling, leans, points
from .definitions import as_headed
from .headings import advises, counting, generic
from .leads import going_on
from .model import Card, Part, Text
from .phrases import balanced, bare, name, question, says, unmarked, weight
from .spots import Spot
from .terms import is_actor
from .vocabulary.statements import (
    ASKS_BACK,
    ENDS_IN_A_VALUE,
    FOLLOWS,
    IN_A_SUM,
    MEASURE,
    OF_A_TRACE,
    OPINION,
    STATES,
    SUBJECT,
    TOTAL,
    UNFINISHED,
)

MAX_ANSWER = 420
"""Weight of an answer that can still be recalled; longer ones are passages to read."""
MAX_LEFT = 600
"""Characters of the left side of a pair that is looked into at all."""
MAX_LISTED = 5
"""Nested lines that may be one answer."""
MIN_DESCRIPTION = 36
"""Weight from which the right side of an arrow describes the left rather than naming something."""
_NAME = re.compile(r"[\w.+#-]+(?:\s[\w.+#-]+)?")
_FULL_STOP = re.compile(r"[.。]\s*$")
_TRAILING = re.compile(r"[,，、]\s*$")
"""Where a line goes on."""
_VALUE = re.compile(r"[a-z]+")
_ROW = re.compile(r"\W*\d+(?:\s*[,\s]\s*\d+){2,}\W*")
"""Numbers in a row: the data of an example."""
_SIGNS = re.compile(r"\s*[A-Za-z](?:\s*[,→]\s*[A-Za-z])*\s*")
_SIGN = re.compile(r"\W*[A-Za-z]\W*")
_IN_WORDS = re.compile(r"[^\d=+*/^()<>]*(?:[가-힣]{2}|[^\W\d_]{4})[^\d=+*/^()<>]*")
_CASE = re.compile(r"\W*\d[\d.,]*\s?%\W*")
_SUM = re.compile(r"^(?!.*(?:\.\.|…|\bn\b)).*\d\w*(?:\s\w+)?\s?[+*/×÷]\s?\d")
_WORKED = re.compile(r"(?=.*\d\s*[+*×/])[\d\s+*×/().^⁰¹²³⁴⁵⁶⁷⁸⁹-]+")
"""A share that was assumed, or the sum of one case."""
_NUMBER = re.compile(r"(?<![A-Za-z])\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
MIN_EXAMPLE = 3
"""Words of an answer from an example that may say something of more than this case."""


def pairs(spot: Spot) -> Iterator[Card]:
    """`A -> B`: what does A lead to, or what is it like?"""
    block = spot.block
    if isinstance(block, Pair) and block.sign == "->" and _fit(block, spot):
        asking = spot.context.asks
        left = bare(block.left)
        described = asking.traits and _names(left.plain) and weight(block.right.plain) >= MIN_DESCRIPTION
        yield Card(
            kind="pair",
            key=spot.key("pair", block.left),
            topic=spot.topic,
            prompt=fill(asking.traits, x=left) if described else left,
            cue="" if described else asking.arrow,
            answer=(Text(block.right),),
            extra=parts(block.body),
            place=block.place,
        )


def equations(spot: Spot) -> Iterator[Card]:
    """`X = Y`: the right side is the blank."""
    block = spot.block
    if (
        not isinstance(block, Pair)
        or block.both
        or block.sign != "="
        or TOTAL.match(block.left.plain)
        or _names_a_sign(block)
    ):
        return
    if _fit(block, spot) and not _ROW.fullmatch(block.right.plain):
        yield Card(
            kind="equation",
            key=spot.key("equation", block.left),
            topic=spot.topic,
            prompt=RichText((*bare(block.left).runs, *RichText.of(" =").runs)),
            gap="?",
            answer=(Text(block.right),),
            extra=parts(block.body),
            weak=bool(MEASURE.fullmatch(block.right.plain)) and not any(map(str.isdigit, block.left.plain)),
            place=block.place,
        )


def _fit(block: Pair, spot: Spot) -> bool:
    """Whether both sides are whole: short enough, no bracket opens on one to close on the other, and more than a step or
    the numbers of one example."""
    return (
        weight(block.right.plain) <= MAX_ANSWER
        and len(block.left.plain) <= MAX_LEFT
        and balanced(block.left.plain)
        and not leans(block.left.plain)
        and not points(block.right.plain)
        and not OF_A_TRACE.search(block.left.plain)
        and not UNFINISHED.search(block.left.plain)
        and not _is_part_of_a_phrase(block)
        and not any(map(advises, map(name, spot.context.titles)))
        and not _goes_on(block)
        and not (is_actor(block.left.plain) and is_actor(block.right.plain))
        and not (
            _CASE.fullmatch(block.right.plain)
            or _SIGNS.fullmatch(block.right.plain)
            or _SUM.search(block.left.plain)
            or _WORKED.fullmatch(block.right.plain)
        )
        and not (spot.context.example and (block.sign == "->" or _of_one_case(block, spot)))
        and not _TRAILING.search(block.right.plain)
    )


def _names_a_sign(block: Pair) -> bool:
    """Whether it only says what a letter stands for (`M = size of the table`), which another text calls otherwise."""
    return bool(_SIGN.fullmatch(block.left.plain) and _IN_WORDS.fullmatch(block.right.plain))


def _is_part_of_a_phrase(block: Pair) -> bool:
    """Whether a sign stands within a phrase: between the states of a subject (`프로세스가 running → waiting 상태로`), from one
    value to another, behind the name of a variable, or in the run of a sum (`M = 6 이므로`)."""
    if block.sign == "=":
        return bool(IN_A_SUM.match(block.right.plain) or block.left.plain.startswith("*"))
    changes = ENDS_IN_A_VALUE.search(block.left.plain) and _VALUE.fullmatch(block.right.plain)
    return bool(changes or SUBJECT.fullmatch(block.left.plain))


def _goes_on(block: Pair) -> bool:
    """Whether an arrow stands within a phrase (`모든 정점 → 모든 정점으로 가는 거리`): the right side begins as the left ends."""
    ends = " ".join(block.left.plain.split()[-2:])
    return block.sign == "->" and " " in ends and block.right.plain.startswith(ends)


def _of_one_case(block: Pair, spot: Spot) -> bool:
    """Whether what an example comes to is right for it alone."""
    return spot.context.survey.of_a_case or _counts_only(block.right.plain) or block.right.plain[:1].isdigit()


def _counts_only(text: str) -> bool:
    """Whether a text holds a number and next to no words (`$200`, `value = 1`)."""
    return bool(_NUMBER.search(text)) and len(_WORD.findall(text)) < MIN_EXAMPLE


def questions(spot: Spot) -> Iterator[Card]:
    """A question of the author's own, with the author's answer."""
    found = asked(spot.block)
    if found is None:
        return
    answer = (Text(found.answer), *parts(found.body)) if found.answer else parts(found.body)
    topic = spot.topic
    if tells_one(name(found.question), spoken(answer)):
        return
    if not isinstance(spot.block, Question) and asks_nothing(name(found.question), answer):
        return
    if answer and not (len(answer) == 1 and announces(answer[0])):
        yield Card(
            kind="question",
            key=spot.key("question", found.question),
            topic=RichText() if says(found.question.plain, topic.plain) else topic,
            prompt=as_question(found.question, spot),
            answer=answer,
            extra=going_on(spot.body, spot.index),
            own=isinstance(spot.block, Question),
            place=spot.place,
        )


def as_question(asked: RichText, spot: Spot) -> RichText:
    """A question as its author wrote it; one with choices below it asks in its first line, and what it orders to do
    (`List the noble gases.`) takes no question mark."""
    if asks(asked):
        return question(asked)
    as_written = "\n" in asked.plain.strip() or demands(asked)
    return bare(asked) if as_written else fill(spot.context.asks.point, x=unmarked(bare(asked)))


def asked_headings(spot: Spot) -> Iterator[Card]:
    """A heading that asks is a card, where what stands below it is short enough to recall."""
    concept = spot.concept
    if spot.block is not None or concept is None or not heading_asks(concept):
        return
    body = without_lead(concept.body)
    if sets_side_by_side(name(spot.context.title), body) or OPINION.search(name(spot.context.title)):
        return
    found = parts(body)
    if concept.children and concept.asks != "definition" and _introduces(found):
        return
    if (
        found
        and 0 < length(found) <= MAX_ANSWER
        and not _asks_back(concept.body)
        and len(found) <= MAX_LISTED
        and all(map(_recallable, body))
        and not leads_away(found)
        and not asks_nothing(name(spot.context.title), found)
    ):
        title = spot.context.title
        answer, more = main_and_more(name(title), found)
        yield Card(
            kind="question",
            key=spot.key("heading"),
            topic=spot.context.above() if generic(name(title)) else RichText(),
            prompt=heading_question(spot),
            answer=answer,
            extra=more,
            place=concept.place,
        )


def _introduces(found: Sequence[Part]) -> bool:
    """Whether what stands between a heading and those below it only leads to them."""
    said = [part.text.plain for part in found if isinstance(part, Text)]
    return len(found) == 1 or any(map(dangling, said)) or any(map(FOLLOWS.search, said))


def _asks_back(body: tuple[Block, ...]) -> bool:
    """Whether what stands below a question are mostly questions."""
    blocks = [inner for block in body for inner in (block.items if isinstance(block, List) else (block,))]
    said = [entry.text.plain for entry in items(blocks) if entry.text]
    return sum(bool(ASKS_BACK.search(text)) for text in said) * 2 > len(said)


def _recallable(block: Block) -> bool:
    """Whether a block can be part of one answer: tables, code and steps have cards of their own."""
    match block:
        case Table() | Code() | Math() | List(role="steps"):
            return False
        case List(items=inner):
            return len(inner) <= MAX_LISTED
        case _:
            return True


def heading_question(spot: Spot) -> RichText:
    """What a heading asks, as a question."""
    title, asking = spot.context.title, spot.context.asks
    if asks(title):
        return question(title)
    if demands(title) and _FULL_STOP.search(title.plain):
        return bare(title)
    if spot.concept and spot.concept.asks == "definition":
        return as_headed(spot, title) or fill(asking.definition, x=title)
    return fill(asking.noun if counting(name(title)) else asking.point, x=unmarked(title))


def _names(text: str) -> bool:
    """Whether a text is one or more names (`VMware, VirtualBox`), not a clause."""
    parts = [part.strip() for part in re.split(r"[,，、/]", text)]
    return not STATES.search(text) and all(_NAME.fullmatch(part) for part in parts)
