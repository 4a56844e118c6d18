"""What stands below a heading that asks, as one answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...model import Block, Labelled, List, Point, RichText
from ...richtext import between, strip
from .answers import length, spoken
from .dangling import addresses, chats, leans, points
from .model import Items, Part, Text
from .phrases import name, says, sentences, weight
from .vocabulary.bodies import ANNOUNCED, NEEDS_ALL, OF_SOMEBODY, OF_WHAT, PUT_OFF, SIDES, TWO

MIN_SHORT, MIN_MAIN, MAX_MAIN = 40, 120, 260
"""Weight of what answers by itself, if need be and rather, and from which on what goes on is read and not recalled."""
_LINK = re.compile(r"(?:https?://|www\.)\S+")
MAX_HALF = 60
"""Characters of an answer that says too little of two things."""
_GIVEN = re.compile(r"(?<!\d)[01]{5,}(?!\d)")
"""The data of an exercise."""
MOST_LINKS = 3


def divided(text: RichText) -> tuple[RichText, RichText]:
    """The sentences with which a long text begins, and those that go on: who knows the first has answered."""
    text = strip(text)
    if weight(text.plain) <= MAX_MAIN:
        return text, RichText()
    ends = list(_ends(text))
    sizes = [weight(text.plain[:end]) for end in ends]
    enough = next(i for i, size in enumerate(sizes) if size >= MIN_MAIN)
    at = enough if sizes[enough] <= MAX_MAIN else enough - 1
    if at < 0 or sizes[at] < MIN_SHORT:
        return text, RichText()
    end = ends[at]
    return strip(between(text, 0, end)), strip(between(text, end, len(text.plain)))


def _ends(text: RichText) -> Iterator[int]:
    """Where each sentence of a text ends."""
    end = 0
    for sentence in sentences(text):
        end = text.plain.find(sentence.plain, end) + len(sentence.plain)
        yield end


def main_and_more(asked: str, found: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """A long answer as what answers, a list or a paragraph, and what goes on behind it. A reason, and what two things
    are beside each other, need all of it."""
    if length(found) <= MAX_MAIN or NEEDS_ALL.search(asked):
        return found, ()
    sizes = [length(found[: i + 1]) for i in range(len(found))]
    first = found[0]
    listed = isinstance(first, Items) and len(first.items) > 1
    end = 1 if listed else next(i + 1 for i, size in enumerate(sizes) if size >= MIN_MAIN)
    if end < len(found) and isinstance(found[end - 1], Text) and isinstance(found[end], Items):
        end += 1
    return found[:end], found[end:]


def sets_side_by_side(title: str, body: tuple[Block, ...]) -> bool:
    """Whether a body only says of each side of a title what it is (`A vs B`): each is asked for by its own name."""
    match body:
        case [List(items=inner)]:
            body = inner
    labels = [name(block.label) for block in body if isinstance(block, Labelled) and block.text]
    sides = bool(SIDES.search(title)) and len(body) == len(labels) > 1
    return sides and all(says(title, label) for label in labels)


def without_lead(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A body without the lines at its start in which the author only speaks to the reader (`이제 자세히 알아보자`)."""
    match body:
        case [List(items=[Point(text=text, body=()), *rest]) as first, *others] if rest and addresses(text.plain):
            return without_lead((replace(first, items=tuple(rest)), *others))
        case [Point(text=text, body=()), *rest] if rest and addresses(text.plain):
            return without_lead(tuple(rest))
        case _:
            return body


def announces(part: Part) -> bool:
    """Whether an answer only says that something follows (`다음과 같다.`)."""
    return isinstance(part, Text) and bool(ANNOUNCED.search(part.text.plain))


def asks_nothing(asked: str, answer: Sequence[Part]) -> bool:
    """Whether a question has no one answer to learn: it asks for somebody's own view, for something it does not name, for
    the sum of an exercise, or its answer puts the reader off."""
    said = spoken(answer[:1]).strip()
    return bool(
        (OF_SOMEBODY.search(asked) and "무엇" not in asked.replace("무엇이라고", ""))
        or OF_WHAT.match(asked)
        or _GIVEN.search(asked)
        or PUT_OFF.search(said)
        or tells_one(asked, spoken(answer))
        or any(chats(line) for line in spoken(answer).split("\n"))
    )


def tells_one(asked: str, answer: str) -> bool:
    """Whether of two names asked for (`DRAM과 SRAM이란?`) a short answer has but one."""
    found = TWO.search(asked)
    told = [says(answer, each) for each in found.groups()] if found else []
    return len(answer) <= MAX_HALF and any(told) and not all(told)


def _is_links(text: str) -> bool:
    """Whether addresses are a third of a text or more."""
    return MOST_LINKS * sum(map(len, _LINK.findall(text))) > len(text)


def leads_away(found: Sequence[Part]) -> bool:
    """Whether an answer only announces something, leans on what stands above it, or leads to a picture or a page."""
    first, *others = found
    if isinstance(first, Text) and (leans(first.text.plain) or (not others and announces(first))):
        return True
    return any(points(text) or chats(text) or _is_links(text) for text in (spoken((part,)) for part in found))
