"""Lists whose order or whose number matters: one card an item, with the one before it as the hint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ...asking import Asking
from ...model import Figure, Labelled, List, Point, Quote, Reference, RichText
from ...particles import fill, readable
from ...questions import heading_asks
from ...richtext import is_address
from .answers import items
from .dangling import dangling
from .headings import generic, of_exams, sets_up_a_project
from .model import Card, Item, Items
from .naming import counts_kinds, in_order_by_name, is_in_order, list_name, makes_a_statement, names_a_set, nearest_name
from .phrases import name, short, unmarked, weight
from .spots import Spot, chain

MAX_ORDERED = 9
"""Items of a list that can be learnt as one; longer lists are catalogues."""
MAX_CATALOGUE = 7
"""The same where only the numbers say that there is an order."""
MIN_TOLD = 4
"""Words of an item that tells what happens, where fewer may be a trait (`빠르다`)."""
MAX_STEPS = 15
MAX_UNORDERED = 5
NEAR = 3
"""Lines between a list and the line that leads to it."""
MAX_LEAD = 50
"""Weight of such a line, where it is asked with."""
MIN_NUMBERED = 3
"""Items of a list that only its numbers hold together."""
MAX_ITEM = 200
"""Weight of an item that still reads as one line of a list."""
MAX_UNORDERED_ITEM = 90
STEPS_BEFORE = 2
"""Steps that are shown before the one asked for."""

_CASE = re.compile(r"(?:때|하면|라면|다면)\W*$|^\W*(?:when|if)\b", re.IGNORECASE)
"""The name of a case: what is listed below it are no kinds of it."""
_SENTENCE = re.compile(
    r"(?:다|요|[.。]|[가-힣](?:음|함|됨|옴|김|짐)|(?:\s|[을를이가]\s?)(?:발생|사용|확인|저장|이동|전달|실행))\s*$"
)
_QUESTION = re.compile(r"[?？]$|(?:세요|시오|어라)[.!]?$")
"""A list of questions or exercises has no answers in it."""
MAX_NAME, MAX_NAMED = 4, 40
"""Words of the name of a thing, and their weight."""
_GLOSS = re.compile(r"\s*[(（][^()（）]*[)）]|\s*[:：].*|\s[-–—]\s.*")
"""What explains a name behind it."""
_PREDICATE = re.compile(
    r"(?:[가-힣](?:다|요|음|함|됨|임)|[가-힣]\s?(?:어려움|쉬움|높음|낮음|가능|불가능|용이|필요|증가|감소|저하|향상))[.。]?\s*$"
)
"""What ends a statement, be it in short."""
MAX_TOGETHER, MAX_TOGETHER_WEIGHT = 3, 260
"""Statements that are recalled as one, and their weight."""
State = Literal["shown", "asked", "hidden"]


def list_items(spot: Spot) -> Iterator[Card]:
    """An ordered list: item n shows the one before, and hides those after it on both sides."""
    block = _facts(spot)
    lead = _lead(spot, block) if block else None
    if block is None or lead is None or block.style != "ordered":
        return
    entries, in_order = _entries(block, spot), is_in_order(spot, block) and not counts_kinds(name(lead))
    named = sum(isinstance(item, Labelled) and bool(item.text) for item in block.items)
    few = MAX_UNORDERED < len(entries) <= MAX_CATALOGUE and 2 * named <= len(entries)
    catalogue = few and not counts_kinds(name(nearest_name(spot, block)))
    if 2 <= len(entries) <= MAX_ORDERED and (in_order or catalogue):
        asking = spot.context.asks
        said = spot.context.subject() if in_order_by_name(name(lead)) else list_name(spot, block)
        for n, entry in enumerate(entries):
            states: list[State] = ["hidden"] * len(entries)
            states[max(0, n - 1)] = "shown"
            states[n] = "asked"
            yield Card(
                kind="list_item",
                key=spot.key("list_item", chain((block.label, entry.text))),
                topic=chain((unmarked(said), lead)),
                cue=asking.first if n == 0 else "",
                nth=asking.nth.format(n=n + 1, total=len(entries)),
                shown=(_shown(entries, states, block),),
                extra=entry.inner,
                group=_group(block),
                place=spot.place,
            )


def missing_items(spot: Spot) -> Iterator[Card]:
    """A short list of things that have a name together (`장점`, `types`): all but one are shown."""
    block = _facts(spot)
    lead = _lead(spot, block) if block else None
    if block is None or lead is None:
        return
    named = names_a_set(spot, block)
    numbered = (
        not _CASE.search(name(spot.context.title))
        and not isinstance(spot.before, Figure)
        and not makes_a_statement(name(spot.context.title))
        and block.style == "ordered"
        and len(block.items) >= MIN_NUMBERED
        and not spot.context.labels
        and not _tells(block)
    )
    if not (named or numbered) or (block.style == "ordered" and is_in_order(spot, block)):
        return
    entries = _entries(block, spot)
    plain = all(isinstance(item, Point) and short(item.text, MAX_UNORDERED_ITEM) for item in block.items)
    if 2 <= len(entries) <= MAX_UNORDERED and plain:
        asking = spot.context.asks
        said = list_name(spot, block) if named else spot.context.subject()
        stated = are_statements(entries)
        if stated and named and not lead and _is_one_answer(entries):
            if not _is_asked(spot, block):
                yield _together(spot, block, entries, unmarked(said))
            return
        for n, entry in enumerate(entries):
            states: list[State] = ["asked" if i == n else "shown" for i in range(len(entries))]
            yield Card(
                kind="list_item",
                key=spot.key("missing_item", chain((block.label, entry.text))),
                topic=chain((unmarked(said), lead)),
                cue=asking.other,
                nth=_count(asking, len(entries), said),
                shown=(_shown(entries, states, block),),
                extra=entry.inner,
                weak=stated,
                group=_group(block),
                place=spot.place,
            )


def _is_one_answer(entries: tuple[Item, ...]) -> bool:
    return len(entries) <= MAX_TOGETHER and sum(weight(entry.text.plain) for entry in entries) <= MAX_TOGETHER_WEIGHT


def _is_asked(spot: Spot, block: List) -> bool:
    """Whether the heading asks for a list, which is then the answer of its own card."""
    concept = spot.concept
    return concept is not None and concept.body == (block,) and not block.label and heading_asks(concept)


def _together(spot: Spot, block: List, entries: tuple[Item, ...], said: RichText) -> Card:
    """A few statements are one answer: nobody can tell which of them is missing, since others would be as right. What
    explains them goes below it."""
    asking = spot.context.asks
    return Card(
        kind="label",
        key=spot.key("list", block.label),
        topic=spot.context.above() if generic(name(said)) else RichText(),
        prompt=fill(asking.noun if readable(said.plain) else asking.point, x=said),
        cue=_count(asking, len(entries), said),
        answer=(Items(tuple(Item(entry.text) for entry in entries), ordered=block.style == "ordered"),),
        extra=tuple(part for entry in entries for part in entry.inner),
        weak=spot.context.survey.of_a_case,
        place=spot.place,
    )


def are_statements(entries: tuple[Item, ...]) -> bool:
    """Whether most items say something (`빠르다`, `조인이 많은 쿼리가 만들어짐`) where others name things (`Heap`)."""
    said = [name(entry.text) for entry in entries]
    return 2 * sum(_states(text) for text in said) >= len(said)


def _states(text: str) -> bool:
    named = _GLOSS.sub("", text)
    return len(named.split()) > MAX_NAME or weight(named) > MAX_NAMED or bool(_PREDICATE.search(named))


def _count(asking: Asking, number: int, said: RichText) -> str:
    """How many there are, where the name of the list does not say it."""
    count = asking.count.format(n=number)
    return "" if "".join(count.split()) in "".join(said.plain.split()) else count


def steps(spot: Spot) -> Iterator[Card]:
    """Instructions: given the steps before it, which comes next?"""
    block = spot.block
    if not isinstance(block, List) or block.role != "steps":
        return
    entries = _entries(block, spot)
    if not 2 <= len(entries) <= MAX_STEPS or spot.context.example or _are_kinds(entries, spot):
        return
    asking = spot.context.asks
    for n, entry in enumerate(entries):
        first = max(0, n - STEPS_BEFORE)
        shown = (*entries[first:n], Item(entry.text, state="asked"))
        yield Card(
            kind="step",
            key=spot.key("step", chain((block.label, entry.text))),
            topic=spot.topic,
            cue=asking.step if n else asking.first_step,
            shown=(Items(shown, ordered=True, start=block.start + first),),
            extra=entry.inner,
            group=_group(block),
            place=spot.place,
        )


def _are_kinds(entries: tuple[Item, ...], spot: Spot) -> bool:
    """Whether items are names of one kind of thing (`FIFO 알고리즘`, `LRU 알고리즘`), which the section may be named after
    (`STL 알고리즘`: `복사 알고리즘 copy()`), and nothing that is done."""
    kind = (name(spot.context.title).split() or [""])[-1]
    if (
        kind
        and not in_order_by_name(kind)
        and 2 * sum(kind in _GLOSS.sub("", name(entry.text)).split() for entry in entries) > len(entries)
    ):
        return True
    ends = {(name(entry.text).split() or [""])[-1] for entry in entries}
    return (
        len(entries) >= MIN_NUMBERED
        and len(ends) <= max(1, len(entries) // 3)
        and all(len(name(entry.text).split()) > 1 for entry in entries)
    )


def _tells(block: List) -> bool:
    """Whether most items are whole sentences: numbered, they tell what happens, and are no set of which one is missing."""
    said = [item.text.plain for item in block.items if isinstance(item, Point)]
    told = sum(bool(_SENTENCE.search(text)) and len(text.split()) >= MIN_TOLD for text in said)
    return 2 * told > len(block.items)


def _entries(block: List, spot: Spot) -> tuple[Item, ...]:
    """The items of a list; none where one is too long or says nothing that could be asked for."""
    entries = items(item for item in block.items if not isinstance(item, Figure | Reference))
    fit = all(
        entry.text and 0 < weight(entry.text.plain) <= MAX_ITEM and not _only_link(entry.text) for entry in entries
    )
    distinct = len({name(entry.text) for entry in entries}) == len(entries)
    questions = sum(bool(_QUESTION.search(name(entry.text))) for entry in entries)
    of_questions = 2 * questions >= max(1, len(entries)) or (
        questions and (spot.context.survey.of_exams or any(map(of_exams, _above(spot))))
    )
    return entries if fit and distinct and not (of_questions or _are_contents(entries)) else ()


def _are_contents(entries: tuple[Item, ...]) -> bool:
    """Whether items only name what is told of one thing (`트리의 개념`, `트리의 종류`): the contents of a note."""
    said = [name(entry.text).rstrip(" .").rpartition("의 ") for entry in entries]
    return len(entries) >= MIN_NUMBERED and all(of and generic(rest) for _, of, rest in said)


def _sets_up(spot: Spot) -> bool:
    """Whether a list tells how a project of the author's own was put up, with its buttons and files."""
    return any(map(sets_up_a_project, _above(spot)))


def _above(spot: Spot) -> list[str]:
    return [name(title) for title in spot.context.titles]


def _only_link(text: RichText) -> bool:
    return all(is_address(run.href) for run in text if run.text.strip())


def _shown(entries: tuple[Item, ...], states: list[State], block: List) -> Items:
    """The list with each item in its state; what is nested in an item goes to the back of its own card."""
    seen = (Item(entry.text, state=state) for entry, state in zip(entries, states, strict=True))
    return Items(tuple(seen), ordered=block.style == "ordered", start=block.start)


def _facts(spot: Spot) -> List | None:
    """The list of a spot, where its items are facts: no steps, no plain lines, no example, no questions of exams."""
    block = spot.block
    if not isinstance(block, List) or spot.context.example or of_exams(name(spot.context.title)) or _sets_up(spot):
        return None
    if spot.context.lead and not block.label:
        return None
    if isinstance(spot.parent, Labelled) and spot.parent.text:
        return None
    return block if block.style != "lines" and block.role in ("points", "pros", "cons") else None


def _lead(spot: Spot, block: List) -> RichText | None:
    """The line above a list that says what it is and is not its name; None where it is too long to go with each card."""
    before = spot.before
    if before is None or block.label or block.place.line - before.place.last > NEAR:
        return RichText()
    if isinstance(before, Quote):
        return None
    if isinstance(before, Point) and short(before.text, MAX_LEAD):
        return RichText() if dangling(before.text.plain) else unmarked(before.text)
    return None if isinstance(before, Point | Labelled) else RichText()


def _group(block: List) -> str:
    return f"{block.place.line}"
