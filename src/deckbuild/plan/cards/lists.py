"""Lists of facts: which are, what leads to them, and how they are shown with an item left out."""

from __future__ import annotations

import re
from typing import Literal

from ...asking import Asking
from ...model import Figure, Labelled, List, Point, Quote, Reference, RichText
from ...richtext import is_address
from .answers import items
from .dangling import dangling
from .headings import generic, of_exams, sets_up_a_project
from .model import Item, Items
from .phrases import name, short, unmarked, weight
from .spots import Spot

NEAR = 3
"""Lines between a list and the line that leads to it."""
MAX_LEAD = 50
"""Weight of such a line, where it is asked with."""
MIN_NUMBERED = 3
"""Items of a list that only its numbers hold together."""
MAX_ITEM = 200
"""Weight of an item that still reads as one line of a list."""
_QUESTION = re.compile(r"[?？]$|(?:세요|시오|어라)[.!]?$")
"""A list of questions or exercises has no answers in it."""
GLOSS = re.compile(r"\s*[(（][^()（）]*[)）]|\s*[:：].*|\s[-–—]\s.*")
"""What explains a name behind it."""
State = Literal["shown", "asked", "hidden"]


def facts(spot: Spot) -> List | None:
    """The list of a spot, where its items are facts: no steps, no plain lines, no example, no questions of exams."""
    block = spot.block
    if not isinstance(block, List) or spot.context.example or of_exams(name(spot.context.title)) or _sets_up(spot):
        return None
    if spot.context.lead and not block.label:
        return None
    if isinstance(spot.parent, Labelled) and spot.parent.text:
        return None
    return block if block.style != "lines" and block.role in ("points", "pros", "cons") else None


def lead_of(spot: Spot, block: List) -> RichText | None:
    """The line above a list that says what it is and is not its name; None where it is too long to go with each card."""
    before = spot.before
    if before is None or block.label or block.place.line - before.place.last > NEAR:
        return RichText()
    if isinstance(before, Quote):
        return None
    if isinstance(before, Point) and short(before.text, MAX_LEAD):
        return RichText() if dangling(before.text.plain) else unmarked(before.text)
    return None if isinstance(before, Point | Labelled) else RichText()


def entries_of(block: List, spot: Spot) -> tuple[Item, ...]:
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


def shown(entries: tuple[Item, ...], states: list[State], block: List) -> Items:
    """The list with each item in its state; what is nested in an item goes to the back of its own card."""
    seen = (Item(entry.text, state=state) for entry, state in zip(entries, states, strict=True))
    return Items(tuple(seen), ordered=block.style == "ordered", start=block.start)


def group(block: List) -> str:
    return f"{block.place.line}"


def count(asking: Asking, number: int, said: RichText) -> str:
    """How many there are, where the name of the list does not say it."""
    count = asking.count.format(n=number)
    return "" if "".join(count.split()) in "".join(said.plain.split()) else count
