"""Tasks are their author's own, unless all of a list are done: then it says what a note or a course has covered.

Nor are they where a section says nothing else: the topics of a course are often written so, and a slide of these is
better than one with a title alone. A section that is called after tasks remains its author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from ...model import Block, Concept, Deck, List, Point, RichText, Todo
from ...richtext import strip
from ...todo_marks import is_marked
from ...wording import words

DONE = "☑"
_TASKS = re.compile(r"\W*(?:to.?dos?|tasks?|wip|fixme)(?:.?list)?\W*", re.IGNORECASE)


def ticked(task: Todo) -> RichText:
    """What a task says, with its mark where it is done."""
    return RichText.of(f"{DONE} ") + task.text if task.done else task.text


def unticked(text: RichText) -> RichText | None:
    """A text without the mark that it begins with; nothing where it has none."""
    first = text.runs[0] if text else None
    if first is None or first.kind != "text" or not first.text.startswith(f"{DONE} "):
        return None
    return strip(RichText((replace(first, text=first.text[len(DONE) :]), *text.runs[1:])))


def covered(block: List) -> List:
    """A list of nothing but done tasks as one of points."""
    done = [item for item in block.items if isinstance(item, Todo) and item.done]
    if not done or len(done) < len(block.items):
        return block
    points: tuple[Block, ...] = tuple(Point(ticked(item), body=item.body, place=item.place) for item in done)
    return replace(block, items=points)


def topics(deck: Deck) -> Deck:
    """A deck whose sections of nothing but lists of tasks are lists of points."""
    return replace(deck, concepts=_topics(deck.concepts, words(deck.language).todo))


def _topics(concepts: Iterable[Concept], called: str) -> tuple[Concept, ...]:
    """Sections with those below them; `called` is what the language calls tasks."""
    return tuple(replace(each, body=_told(each, called), children=_topics(each.children, called)) for each in concepts)


def _told(concept: Concept, called: str) -> tuple[Block, ...]:
    title = concept.title.plain.strip()
    own = _TASKS.fullmatch(title) or title.casefold() == called.casefold()
    lists = [block for block in concept.body if isinstance(block, List) and _of_tasks(block)]
    if own or concept.children or len(lists) < len(concept.body):
        return concept.body
    return tuple(map(_as_points, lists))


def _of_tasks(block: List) -> bool:
    """Whether a list has nothing but tasks in boxes to be ticked; one that is called a to-do is its author's alone."""
    return all(isinstance(item, Todo) and not is_marked(item.text.plain) for item in block.items)


def _as_points(block: List) -> List:
    """A list whose tasks, and those below them, are points."""
    return replace(block, items=tuple(_as_point(item) for item in block.items))


def _as_point(block: Block) -> Block:
    match block:
        case Todo(body=body, place=place):
            inner = tuple(_as_points(each) if isinstance(each, List) else each for each in body)
            return Point(ticked(block), body=inner, place=place)
        case _:
            return block
