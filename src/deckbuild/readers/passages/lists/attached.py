"""What a block is by what stands above it: a line names the list below it, a term the meaning, a question its answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from .... import richtext
from ....model import Block, Consequence, Example, List, Point, Question, Quote, RichText, Style, Subheading, Term, Todo
from ....todo_marks import is_marked
from .. import prose
from .. import vocabulary as v
from ..asked import answer_of, offers, put, unfaced
from ..defined import answered
from ..explained import explained
from ..labels import bare_label, enclosed, list_label, styled_whole
from ..roles import labelled_role, role_of, settled, with_role

_MEANING = re.compile(r"^[:：]\s+")
MAX_TERM = 60
MAX_QUESTION = 160
MAX_NAMING = 4
"""Words of an item that only names something."""


def attach_labels(found: Sequence[Block]) -> list[Block]:
    """What a block is by what stands above it: a line names the list below it, a term the meaning below it."""
    out: list[Block] = []
    for block in found:
        before = out[-1] if out else None
        if isinstance(block, List):
            block = settled(block)
        if isinstance(before, Todo) and isinstance(block, List) and _heads(before):
            out[-1] = replace(before, body=(*before.body, block), place=before.place.to(block.place))
        elif isinstance(block, List) and not block.label and (label := _label(before, block)):
            role = role_of(label, block)
            place = before.place.to(block.place) if before else block.place
            out[-1] = replace(with_role(block, role), label=label, place=place)
        elif joined := explained(before, block) or _term(before, block) or _joined(before, block):
            out[-1] = joined
        else:
            out.append(_example(before, block))
    return out


def _heads(task: Todo) -> bool:
    """Whether a to-do is its mark alone, with a colon: what has to be done is the list below it."""
    return task.text.plain.rstrip("*_ ").endswith((":", "：")) and is_marked(task.text.plain) and not task.body


def _label(before: Block | None, listed: List) -> RichText:
    """The name that a line gives the list below it, or nothing: a line in bold, a word for lists, or `특징:`."""
    match before:
        case Subheading(text=text) if not v.QUESTION_END.search(text.plain):
            return bare_label(enclosed(text) or text)
        case Point(text=text, leads_to=(), body=()):
            known = labelled_role(text, "points") != "points"
            if name := enclosed(text):
                return name
            return bare_label(text) if known else list_label(text, len(listed.items))
        case _:
            return RichText()


def _term(before: Block | None, block: Block) -> Term | Question | None:
    """`Term`, and below it `: what it means`."""
    match before, block:
        case (
            (Point(text=name, leads_to=(), body=()) | Subheading(text=name)),
            Point(text=meaning, leads_to=(), body=()),
        ):
            parts = richtext.split(meaning, _MEANING) if _MEANING.match(meaning.plain) else None
            if parts and not parts[0] and parts[2] and len(name.plain) <= MAX_TERM:
                place = before.place.to(block.place) if before else block.place
                return answered(name, parts[2], (), place) or Term(name, parts[2], place)
    return None


def _answered(before: Block | None, block: Block) -> Question | None:
    """A line that asks, with what is directly below: any statement below a line in bold, a list below a plain one."""
    match before, block:
        case Subheading(text=asked) | Point(text=asked, leads_to=(), body=()), List(label=label) if not label:
            answer, body = answer_of((block,))
        case Subheading(text=asked), Point(text=answer, leads_to=(), body=body) if not v.QUESTION_END.search(
            answer.plain
        ):
            pass
        case Subheading(text=asked), Quote(body=inner) if inner:
            answer, body = answer_of(inner)
        case _:
            return None
    if (
        before is None
        or offers(asked.plain, (block,))
        or not v.QUESTION_END.search(asked.plain)
        or len(asked.plain) > MAX_QUESTION
    ):
        return None
    return put(asked, unfaced(answer, False), body, before.place.to(block.place))


def _joined(before: Block | None, block: Block) -> Block | None:
    return _answered(before, block) or _named_quote(before, block)


def _named_quote(before: Block | None, block: Block) -> Quote | None:
    """A name in bold above a quotation that is a list: the list has the name (`**장점**`, and below it `> 1. …`)."""
    match before, block:
        case Subheading(), Quote(body=(List(label=label) as listed,)) if not label and (name := _label(before, listed)):
            named_list = replace(with_role(listed, role_of(name, listed)), label=name)
            return Quote((named_list,), before.place.to(block.place))
    return None


def _example(before: Block | None, block: Block) -> Block:
    """A line in italics below an example is one more."""
    match before, block:
        case Example(), Point(text=text, leads_to=(), body=()) if styled_whole(text, Style.ITALIC):
            return Example(richtext.without(text, Style.ITALIC), block.place)
    return block


def follow(out: list[Block], arrows: Sequence[prose.Line]) -> None:
    """Hang consequences onto the last statement, into a list where that is the last block.

    Below a blank line they follow from all of a list that only names things, not from its last name.
    """
    last = out[-1] if out else None
    if isinstance(last, List) and arrows[0].place.line > last.place.last + 1 and _only_names(last):
        out.extend(Consequence(line.text, line.place) for line in arrows)
    elif isinstance(last, List) and last.role != "references" and last.items:
        items = (block for _, block in prose.followed((0, last.items[-1]), arrows, 0))
        out[-1] = replace(last, items=(*last.items[:-1], *items))
    else:
        out[-1:] = [block for _, block in prose.followed((0, last) if last else None, arrows, 0)]


def _only_names(listed: List) -> bool:
    """Whether several items are names and nothing more (`상호배제`)."""
    return len(listed.items) > 1 and all(
        isinstance(item, Point)
        and not (item.body or item.leads_to)
        and len(item.text.plain.split()) <= MAX_NAMING
        and not v.SENTENCE_END.search(item.text.plain)
        for item in listed.items
    )
