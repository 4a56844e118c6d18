"""Finding the statement that says what a section is about."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Block, Definition, Figure, List, Point, RichText, Todo
from . import vocabulary as v

MAX_DEFINITION = 300


def with_definition(found: Sequence[Block], title: RichText, asked: bool) -> list[Block]:
    """The same blocks, the statement that defines `title` marked as its definition where one clearly does.

    Where the heading asks for it (`asked`), that is the first statement, whatever its words.
    """
    if any(isinstance(block, Definition) for block in found):
        return list(found)
    if len(found) == 1 and (item := _lonely_bullet(found[0])):
        return [Definition(item.text, item.place)]
    for i, block in enumerate(found):
        if isinstance(block, Point) and _can_define(block) and (asked or _speaks_of(title.plain, block.text.plain)):
            return [*found[:i], Definition(block.text, block.place), *found[i + 1 :]]
        if not isinstance(block, Figure | Todo):
            break
    return list(found)


def _speaks_of(title: str, statement: str) -> bool:
    """Whether a statement begins with the title and goes on to say what it is."""
    statement = statement.lstrip("\"'“‘")
    if not title or not statement.lower().startswith(title.lower()):
        return False
    return bool(v.DEFINING_START.match(statement[len(title) :].lstrip("\"'”’")))


def _lonely_bullet(block: Block) -> Point | None:
    """The only item of a bullet list, where it could be a definition."""
    match block:
        case List(items=(Point() as item,), role="points", style="bullet") if _can_define(item):
            return item
        case _:
            return None


def _can_define(point: Point) -> bool:
    links = all(run.href or run.kind != "text" for run in point.text if run.text.strip())
    return not point.leads_to and not point.body and not links and len(point.text.plain) <= MAX_DEFINITION
