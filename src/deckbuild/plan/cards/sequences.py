"""Lists whose order matters: one card an item, with the one before it as the hint."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Labelled, List
from .hints import told, words_of
from .lists import GLOSS, MIN_NUMBERED, State, entries_of, facts, group, lead_of, shown
from .model import Card, Item, Items
from .naming import (
    counts_kinds,
    in_order_by_name,
    is_in_order,
    list_name,
    nearest_name,
)
from .phrases import name, unmarked, weight
from .sets import MAX_UNORDERED
from .spots import Spot, chain
from .vocabulary.naming import CASE

MAX_ORDERED = 9
"""Items of a list that can be learnt as one; longer lists are catalogues."""
MAX_CATALOGUE = 7
"""The same where only the numbers say that there is an order."""
MAX_STEPS = 15
MAX_ASKED = 160
"""Weight of an item that can be recalled word for word."""
STEPS_BEFORE = 2
"""Steps that are shown before the one asked for."""


def list_items(spot: Spot) -> Iterator[Card]:
    """An ordered list: item n shows the one before, and hides those after it on both sides. Where only the numbers say
    that there is an order, it shows all before: what is left tells which is meant."""
    block = facts(spot)
    lead = lead_of(spot, block) if block else None
    if block is None or lead is None or block.style != "ordered":
        return
    entries, in_order = entries_of(block, spot), is_in_order(spot, block) and not counts_kinds(name(lead))
    named = sum(isinstance(item, Labelled) and bool(item.text) for item in block.items)
    few = MAX_UNORDERED < len(entries) <= MAX_CATALOGUE and 2 * named <= len(entries)
    catalogue = few and not counts_kinds(name(nearest_name(spot, block)))
    if 2 <= len(entries) <= MAX_ORDERED and (in_order or catalogue):
        asking = spot.context.asks
        said = spot.context.subject() if in_order_by_name(name(lead)) else list_name(spot, block)
        for n, entry in enumerate(entries):
            if (n and told(name(entries[n - 1].text), name(entry.text))) or weight(entry.text.plain) > MAX_ASKED:
                continue
            first = max(0, n - 1) if in_order else 0
            states: list[State] = ["shown" if first <= i < n else "hidden" for i in range(len(entries))]
            states[n] = "asked"
            yield Card(
                kind="list_item",
                key=spot.key("list_item", chain((block.label, entry.text))),
                topic=chain((unmarked(said), lead)),
                cue=asking.first if n == 0 else "",
                nth=asking.nth.format(n=n + 1, total=len(entries)),
                shown=(shown(entries, states, block),),
                extra=entry.inner,
                group=group(block),
                place=spot.place,
            )


def steps(spot: Spot) -> Iterator[Card]:
    """Instructions: given the steps before it, which comes next?"""
    block = spot.block
    if not isinstance(block, List) or block.role != "steps":
        return
    entries = entries_of(block, spot)
    within = spot.context.under(block.label) if block.label else spot.context
    if not 2 <= len(entries) <= MAX_STEPS or within.example or _are_kinds(entries, spot):
        return
    asking = within.asks
    for n, entry in enumerate(entries):
        first = max(0, n - STEPS_BEFORE)
        if (
            CASE.search(name(entry.text))
            or _is_said(entry, entries[first:n])
            or (n and told(name(entries[n - 1].text), name(entry.text)))
        ):
            continue
        before = (*entries[first:n], Item(entry.text, state="asked"))
        yield Card(
            kind="step",
            key=spot.key("step", chain((block.label, entry.text))),
            topic=within.topic_led,
            cue=asking.step if n else asking.first_step,
            shown=(Items(before, ordered=True, start=block.start + first),),
            extra=entry.inner,
            group=group(block),
            place=spot.place,
        )


def _is_said(entry: Item, before: tuple[Item, ...]) -> bool:
    """Whether the steps that are shown have all the words of the one asked for (`등록된 저장소 확인`)."""
    words = words_of(name(entry.text))
    return bool(words) and words <= words_of(" ".join(name(each.text) for each in before))


def _are_kinds(entries: tuple[Item, ...], spot: Spot) -> bool:
    """Whether items are names of one kind of thing (`FIFO 알고리즘`, `LRU 알고리즘`), which the section may be named after
    (`STL 알고리즘`: `복사 알고리즘 copy()`), and nothing that is done."""
    kind = (name(spot.context.title).split() or [""])[-1]
    if (
        kind
        and not in_order_by_name(kind)
        and 2 * sum(kind in GLOSS.sub("", name(entry.text)).split() for entry in entries) > len(entries)
    ):
        return True
    ends = {(name(entry.text).split() or [""])[-1] for entry in entries}
    return (
        len(entries) >= MIN_NUMBERED
        and len(ends) <= max(1, len(entries) // 3)
        and all(len(name(entry.text).split()) > 1 for entry in entries)
    )
