"""Short lists of things that belong together: all but one are shown, or all are asked for at once."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Block, Figure, Labelled, List, Point, RichText
from ...particles import fill, readable
from ...questions import heading_asks
from .headings import generic
from .lists import GLOSS, MIN_NUMBERED, State, count, entries_of, facts, group, lead_of, shown
from .model import Card, Item, Items
from .naming import (
    gives_reasons,
    is_in_order,
    list_name,
    makes_a_statement,
    names_a_set,
    nearest_name,
)
from .phrases import name, short, unmarked, weight
from .spots import Spot, chain
from .vocabulary.naming import COUNTS, EACH, LEFTOVER
from .vocabulary.sets import CASE, CHAPTER, DOING, PREDICATE, SENTENCE

MAX_UNORDERED = 5
MAX_UNORDERED_ITEM = 90
MIN_TOLD = 4
"""Words of an item that tells what happens, where fewer may be a trait (`빠르다`)."""
MAX_NAME, MAX_NAMED = 4, 40
"""Words of the name of a thing, and their weight."""
MAX_TOGETHER, MAX_TOGETHER_WEIGHT = 4, 280
"""Statements that are recalled as one, and their weight."""


def missing_items(spot: Spot) -> Iterator[Card]:
    """A short list of things that have a name together (`장점`, `types`): all but one are shown."""
    block = facts(spot)
    lead = lead_of(spot, block) if block else None
    if block is None or lead is None:
        return
    named = names_a_set(spot, block)
    if not (named or _is_a_numbered_set(spot, block)) or (block.style == "ordered" and is_in_order(spot, block)):
        return
    entries = entries_of(block, spot)
    if (
        not 2 <= len(entries) <= MAX_UNORDERED
        or any(map(_is_no_member, entries))
        or not all(map(_is_one_line, block.items))
    ):
        return
    said = list_name(spot, block) if named else spot.context.subject()
    stated = are_statements(entries) or (named and gives_reasons(name(nearest_name(spot, block))))
    if stated and named and not lead and _is_one_answer(entries):
        if not _is_asked(spot, block):
            yield _together(spot, block, entries, unmarked(said))
        return
    for n, entry in enumerate(entries):
        if not _is_shown(entry, (*entries[:n], *entries[n + 1 :])):
            yield _without(n, entries, spot, block, said=said, lead=lead, weak=stated)


def _is_a_numbered_set(spot: Spot, block: List) -> bool:
    """Whether the numbers of a list hold things together of which its title says nothing: it neither counts them nor tells
    what is done, and no picture, label or sentence explains the numbers."""
    title = name(spot.context.title)
    return (
        block.style == "ordered"
        and len(block.items) >= MIN_NUMBERED
        and not any(says.search(title) for says in (CASE, DOING))
        and not EACH.match(title)
        and not makes_a_statement(title)
        and not isinstance(spot.before, Figure)
        and not spot.context.labels
        and not any(isinstance(item, Labelled) for item in block.items)
        and not _tells(block)
    )


def _without(
    n: int, entries: tuple[Item, ...], spot: Spot, block: List, *, said: RichText, lead: RichText, weak: bool
) -> Card:
    """All but one are shown."""
    asking = spot.context.asks
    states: list[State] = ["asked" if i == n else "shown" for i in range(len(entries))]
    return Card(
        kind="list_item",
        key=spot.key("missing_item", chain((block.label, entries[n].text))),
        topic=chain((unmarked(said), lead)),
        cue=asking.other,
        nth=count(asking, len(entries), said),
        shown=(shown(entries, states, block),),
        extra=entries[n].inner,
        weak=weak,
        group=group(block),
        place=spot.place,
    )


def _is_no_member(entry: Item) -> bool:
    """Whether an item is the title of a section (`차이점`), stands for all that were not named (`그 외`), or only says
    how many kinds follow."""
    said = name(entry.text)
    return bool(CHAPTER.search(said) or LEFTOVER.match(said) or COUNTS.search(said)) or generic(said)


def _is_one_line(item: Block) -> bool:
    """Whether an item is a short line, be it the name of what stands below it; what stands behind a name is asked for by that."""
    match item:
        case Point(text=text) | Labelled(label=text, text=RichText(runs=())):
            return short(text, MAX_UNORDERED_ITEM)
        case _:
            return False


def _is_shown(entry: Item, others: tuple[Item, ...]) -> bool:
    """Whether those that are shown name the one that is not (`set` beside `sorted set`)."""
    named = GLOSS.sub("", name(entry.text)).strip()
    return bool(named) and any(f" {named} " in f" {name(other.text)} " for other in others)


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
        cue=count(asking, len(entries), said),
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
    named = GLOSS.sub("", text)
    return len(named.split()) > MAX_NAME or weight(named) > MAX_NAMED or bool(PREDICATE.search(named))


def _tells(block: List) -> bool:
    """Whether most items are whole sentences: numbered, they tell what happens, and are no set of which one is missing."""
    said = [item.text.plain for item in block.items if isinstance(item, Point)]
    told = sum(bool(SENTENCE.search(text)) and len(text.split()) >= MIN_TOLD for text in said)
    return 2 * told > len(block.items)
