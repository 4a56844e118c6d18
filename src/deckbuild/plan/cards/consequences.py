"""A statement and what follows from it, and what a whole section comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Block, Conclusion, Consequence, Definition, Labelled, Pair, Point, RichText, Term
from ...questions import asks, heading_asks
from .answers import length, line, parts
from .dangling import dangling, leans
from .model import Card, Text
from .phrases import bare, name, question, sentences, short, weight
from .spots import Spot
from .vocabulary.comparing import BETTER, SIDES
from .vocabulary.consequences import A_THING, ORDERED
from .vocabulary.labels import CHATTER

MAX_QUESTION = 220
MAX_ANSWER = 420
"""Weight of a section that is one answer."""
MAX_VERDICT = 160
"""Weight of a sentence that says how a comparison ends."""
_OUTCOME = re.compile(r"\w\s?=\s?\d+\W*$")
"""What a variable holds in one case (`Counter = 11`)."""


def consequences(spot: Spot) -> Iterator[Card]:
    """A statement and what follows from it."""
    match spot.block:
        case Pair(leads_to=found) if any(found):
            premise, results = line(spot.block), tuple(result for result in found if result)
        case Point(text=text, leads_to=found) if any(found):
            premise, results = text, tuple(result for result in found if result)
        case Consequence(text=text) if premise_of(spot.before):
            premise, results = premise_of(spot.before), (text,)
        case _:
            return
    premise = bare(premise)
    if any(leans(result.plain) or CHATTER.search(result.plain) for result in results):
        return
    if short(premise, MAX_QUESTION) and not (spot.context.example or _is_told(premise.plain)):
        asking = spot.context.asks
        is_asked = asks(premise)
        many = asking.count.format(n=len(results)) if len(results) > 1 else ""
        yield Card(
            kind="consequence",
            key=spot.key("consequence", premise),
            topic=spot.topic,
            prompt=question(premise) if is_asked else premise,
            cue=many if is_asked else f"{asking.so} {many}".strip(),
            answer=tuple(Text(result) for result in results),
            weak=all(result.plain.endswith("!") for result in results),
            place=spot.place,
        )


def _is_told(statement: str) -> bool:
    """Whether a statement leans on others, names but a thing, tells what came out of one case, or orders the reader to
    explain something."""
    return bool(
        leans(statement) or A_THING.search(statement) or _OUTCOME.search(statement) or ORDERED.search(statement)
    )


def premise_of(block: Block | None) -> RichText:
    """What a consequence that stands alone follows from: the statement before it, or nothing."""
    return line(block) if isinstance(block, Definition | Labelled | Pair | Term) else RichText()


def conclusions(spot: Spot) -> Iterator[Card]:
    """What a whole section comes to."""
    block = spot.block
    if isinstance(block, Conclusion):
        yield Card(
            kind="conclusion",
            key=spot.key("conclusion"),
            topic=spot.context.subject(),
            prompt=RichText.of(spot.context.asks.conclusion),
            answer=(Text(block.text),),
            place=block.place,
        )


def verdicts(spot: Spot) -> Iterator[Card]:
    """Where two things are compared (`A vs B`), the sentence that says which of them is faster or better."""
    block, context = spot.block, spot.context
    named = name(context.labels[-1] if context.labels else context.title)
    if not isinstance(block, Point) or context.example or not SIDES.search(named) or _is_answered(spot):
        return
    said = (bare(sentence) for sentence in sentences(block.text) if not dangling(sentence.plain))
    found = next((each for each in said if BETTER.search(each.plain) and _is_whole(each.plain)), None)
    if found:
        yield Card(
            kind="conclusion",
            key=spot.key("verdict", found),
            topic=spot.topic,
            prompt=RichText.of(context.asks.conclusion),
            answer=(Text(found),),
            place=block.place,
        )


def _is_answered(spot: Spot) -> bool:
    """Whether all that a section says is short enough to be the answer to its heading."""
    concept = spot.concept
    asked = not spot.context.labels and concept is not None and heading_asks(concept)
    return asked and concept is not None and length(parts(concept.body)) <= MAX_ANSWER


def _is_whole(sentence: str) -> bool:
    return not dangling(sentence) and weight(sentence) <= MAX_VERDICT
