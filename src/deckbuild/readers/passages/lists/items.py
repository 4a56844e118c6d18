"""Items of a Markdown list → the blocks of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from ....model import (
    Block,
    Cloze,
    Command,
    Directive,
    Labelled,
    List,
    ListRole,
    Pair,
    Place,
    Point,
    Question,
    RichText,
    Subheading,
    Todo,
)
from ....todo_marks import is_marked
from ... import blocks as b
from ...attributes import without_attributes
from .. import marks, prose
from .. import vocabulary as v
from ..asked import answer_of, offers, put
from ..choices import with_choices
from ..labels import bare_label, is_label
from ..lines import joined
from ..links import is_external
from ..pictures import special
from ..roles import inside, named, referenced, references, role_of
from ..wrapping import are_several, is_remark
from . import contents
from .attached import attach_labels
from .named import with_names
from .sisters import alike

MIN_EXPLAINING = 4
"""Words below a name from which they say what it is, though they are no sentence."""
_TASK = re.compile(r"\[(?P<done>[ xX])\](?:\s+|$)")


class Reading(Protocol):
    """What reads the blocks below an item."""

    heading: str
    title: RichText
    path: str
    titles: frozenset[str]

    def blocks(self, nodes: Sequence[marks.Marked]) -> list[Block]: ...

    def inline(self, source: str, line: int) -> RichText: ...

    def lines(self, out: list[Block], lines: Sequence[prose.Line]) -> None: ...

    def place(self, node: marks.Marked | b.Item) -> Place: ...

    def marked(self, node: marks.Marked, body: tuple[Block, ...]) -> Block: ...


def read_list(node: b.ItemList, reader: Reading, nested: bool) -> Iterator[Block]:
    """A list, but for items that only name the references below them, which become lists of their own."""
    items: list[Block] = []
    for item in marks.joined_items(node.items):
        read = _item(item, reader)
        if len(read) == 1 and isinstance(read[0], List) and read[0].role == "references":
            yield from _finished(node, items, reader, nested)
            items = []
            yield read[0]
        else:
            items.extend(read)
    yield from _finished(node, items, reader, nested)


def _finished(node: b.ItemList, items: Sequence[Block], reader: Reading, nested: bool) -> Iterator[Block]:
    """The list of some items; orders for the sheet and the slides stand before it, where formats look for them."""
    yield from (item for item in items if isinstance(item, Directive) and item.order != "skip")
    kept = [item for item in items if not isinstance(item, Directive) or item.order == "skip"]
    if kept and all(isinstance(item, Subheading) for item in kept):
        yield from kept
    elif kept:
        kept = alike(kept, node.ordered and _may_be_steps(kept, reader))
        style = "ordered" if node.ordered else "bullet"
        place = kept[0].place.to(Place(reader.path, node.end))
        role = _role(node.ordered, kept, reader, nested)
        found = tuple(referenced(item) for item in kept) if role == "references" else tuple(kept)
        yield List(found, RichText(), role, style, node.start, place)  # type: ignore[arg-type]


def _may_be_steps(items: Sequence[Block], reader: Reading) -> bool:
    """Whether the heading may speak of something that is done in an order, or an item holds a command."""
    commands = any(isinstance(block, Command) for item in items for block in inside(item))
    return commands or any(pattern.search(reader.heading) for pattern in (v.ACTION, v.WAY, v.ORDER))


def _role(ordered: bool, items: Sequence[Block], reader: Reading, nested: bool) -> ListRole:
    """What the title of the section makes of a list; what is nested in an item has its name from that item."""
    if contents.is_contents(items, reader.titles):
        return "contents"
    if len(items) > 1 and all(isinstance(item, Point) and is_external(item.text) for item in items):
        return "references"
    listed = List(tuple(items), style="ordered" if ordered else "bullet")
    if not nested and (named := role_of(reader.title, listed)) not in ("points", "steps"):
        return named
    commands = any(isinstance(block, Command) for item in items for block in inside(item))
    return "steps" if ordered and (commands or (not nested and v.ACTION.search(reader.heading))) else "points"


def _item(item: b.Item, reader: Reading) -> list[Block]:
    nodes = [*with_names(marks.marked(with_choices(item.body)))]
    first, rest = (nodes[0] if nodes else None), nodes[1:]
    own = [node for node in rest if isinstance(node, b.Directive) and first and node.line <= first.end]
    below = [node for node in rest if node not in own]
    orders = [block for block in reader.blocks(own) if isinstance(block, Directive)]
    return [*orders, *_said(item, first, below, reader)]


def _said(item: b.Item, first: marks.Marked | None, rest: Sequence[marks.Marked], reader: Reading) -> list[Block]:
    if isinstance(first, marks.Asked | marks.Faces):
        return [reader.marked(first, tuple(attach_labels(reader.blocks(rest))))]
    if isinstance(first, b.Heading) and rest and (label := bare_label(reader.inline(first.text, first.line))):
        below = tuple(attach_labels(reader.blocks(rest)))
        return [Labelled(label, body=named(label, below), place=reader.place(first))]
    if not isinstance(first, b.Paragraph | marks.Holes):
        return reader.blocks(item.body)
    body = tuple(attach_labels(reader.blocks(rest)))
    text = without_attributes(first.text)
    if task := _TASK.match(text):
        done = task["done"] != " "
        if not text[task.end() :].strip():
            return list(body)
        return [Todo(reader.inline(text[task.end() :], first.line), done, body, reader.place(first))]
    return _statements(item, prose.lines_of(reader.inline(text, first.line), reader.place(first)), body, reader)


def _statements(item: b.Item, lines: Sequence[prose.Line], body: tuple[Block, ...], reader: Reading) -> list[Block]:
    text = joined(lines)
    place = reader.place(item.body[0])
    if is_marked(text.plain):
        return [Todo(text, body=body, place=place)]
    if any(run.cloze for run in text):
        return [Cloze(text, body, place)]
    if v.REFERENCES.match(text.plain) and body and all(isinstance(block, List) for block in body):
        return [references(text, body, reader.place(item))]
    if labelled := _broken_label(lines, body, place):
        return [labelled]
    if any(_stands_out(line) for line in lines) or are_several(lines):
        return _mixed(lines, body, reader)
    return _plain(text, body, lines, place)


def _broken_label(lines: Sequence[prose.Line], body: tuple[Block, ...], place: Place) -> Labelled | None:
    """A name whose line the author broke, above a sentence: `무결성`, and below it what that is."""
    if len(lines) < 2 or not lines[0].broken or any(line.broken for line in lines[1:]) or is_remark(lines[1]):
        return None
    label, text = bare_label(lines[0].text), prose.soft_join(line.text for line in lines[1:])
    states = v.SENTENCE_END.search(text.plain) or v.CLAUSE_END.search(text.plain)
    explains = states or len(text.plain.split()) >= MIN_EXPLAINING
    if not explains or not is_label(lines[0].text, False) or len(text.plain) <= len(label.plain):
        return None
    return Labelled(label, text, named(label, body), place)


def _plain(text: RichText, body: tuple[Block, ...], lines: Sequence[prose.Line], place: Place) -> list[Block]:
    if len(lines) > 1 and len(folded := prose.fold(lines)) == 1 and isinstance(folded[0][1], Question):
        return [replace(folded[0][1], body=body)]
    if body and v.QUESTION_END.search(text.plain) and not offers(text.plain, body):
        return [put(text, *answer_of(body), place)]
    return prose.statement(text, place, body)


def _mixed(lines: Sequence[prose.Line], body: tuple[Block, ...], reader: Reading) -> list[Block]:
    """An item with a picture, an example or a consequence among its lines."""
    out: list[Block] = []
    reader.lines(out, lines)
    match out:
        case [Subheading(text=label), Point(text=text, leads_to=(), body=()), *rest]:
            return [Labelled(label, text, named(label, (*rest, *body)), out[0].place.to(out[1].place))]
    if out and isinstance(out[0], Point | Pair | Labelled | Cloze):
        return [replace(out[0], body=(*out[0].body, *out[1:], *body))]
    return [*out, *body]


def _stands_out(line: prose.Line) -> bool:
    """Whether a line of an item is not part of its sentence. (A line in bold is: it labels what is nested.)"""
    found = special(line)
    return bool(found and not isinstance(found[0], Subheading)) or prose.leading_arrow(line.text) is not None
