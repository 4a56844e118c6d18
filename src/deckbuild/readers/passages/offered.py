"""The choices that a question offers: lines whose signs count on, and which of them an answer names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...model import RichText
from ...questions import BEFORE, SIGN, chosen, count_on, place_of, sign_of
from .. import blocks as b
from .marks import Marked

MAX_CHOICES = 10
CHOICE = re.compile(rf"\s*(?:[-*+]\s+)?(?={BEFORE}\s*\S)")
_BEFORE_NEXT = re.compile(rf"(?<!\s)\s+(?={BEFORE}\s*\S)")
_SIGNED = re.compile(rf"^{BEFORE}")
_NAMED = re.compile(rf"[*_\s(（]*(?P<sign>{SIGN})(?:번|(?!\w))")


class Row(Struct, frozen=True):
    """A line, and the index of the node that it stands in."""

    text: str
    line: int
    node: int


def rows_of(nodes: Sequence[Marked], start: int) -> Iterator[Row]:
    """The lines of paragraphs and short items from here on, those of numbered items with their numbers."""
    for index in range(start, min(len(nodes), start + MAX_CHOICES + 2)):
        node = nodes[index]
        if isinstance(node, b.Speech):
            continue
        if isinstance(node, b.Paragraph):
            yield from (Row(text, node.line + n, index) for n, text in enumerate(node.text.split("\n")))
        elif isinstance(node, b.ItemList) and index > start:
            for n, item in enumerate(node.items):
                mark = f"{item.number or node.start + n}{node.sign} " if node.ordered else ""
                line = _only_line(item, mark)
                if not line:
                    return
                yield from (Row(text, line.line + m, index) for m, text in enumerate(line.text.split("\n")))
        else:
            return


def _only_line(item: b.Item, mark: str) -> b.Paragraph | None:
    """The text of an item that has nothing else, behind its mark: `- 1) apple` has the mark of the list within."""
    match item.body:
        case (b.Paragraph() as only,):
            return replace(only, text=mark + only.text)
        case (b.ItemList(ordered=True, items=(inner,)) as within,) if not mark:
            return _only_line(inner, f"{inner.number or within.start}{within.sign} ")
        case _:
            return None


def first_line(node: Marked) -> b.Paragraph | None:
    """The text that a node is, with its mark where Markdown takes the sign of a choice for a list: `4) eight`, or `4)`."""
    match node:
        case b.Paragraph():
            return node
        case b.ItemList(ordered=True, items=(item,)):
            mark = f"{item.number or node.start}{node.sign}"
            return _only_line(item, f"{mark} ") if item.body else b.Paragraph(mark, node.line, node.end)
        case _:
            return None


def each_apart(rows: Sequence[Row]) -> Sequence[Row]:
    """Choices one below the other, where several stand on one line behind marks that count on: `① red ② blue`."""
    apart = [Row(piece, row.line, row.node) for row in rows for piece in _BEFORE_NEXT.split(row.text)]
    return apart if run_on([row.text for row in apart]) else rows


def run_on(choices: Sequence[str]) -> bool:
    """Whether there are several, with signs that count on from the first."""
    return len(choices) <= MAX_CHOICES and count_on([sign_of(bare(choice)) for choice in choices])


def bare(choice: str) -> str:
    """A choice without the bullet before its sign."""
    found = CHOICE.match(choice)
    return choice[found.end() :].strip() if found else choice.strip()


def in_full(said: str, choices: Sequence[Row]) -> str:
    """What the answer says; where it is no more than a sign, or a choice without its sign, the whole of that choice."""
    offered = [RichText.of(bare(choice.text)) for choice in choices]
    found = chosen(RichText.of(said.strip("*_ ")), offered)
    same = [each.plain for each in offered if _unsigned(each.plain) == _unsigned(said)]
    return found.plain if found in offered else same[0] if len(same) == 1 else said


def names_one(said: str, choices: Sequence[Row]) -> bool:
    """Whether an answer begins with the sign of a choice, or is one of them without its sign."""
    offered = [bare(choice.text) for choice in choices]
    found = _NAMED.match(said)
    if found and place_of(found["sign"]) in [place_of(sign_of(choice)) for choice in offered]:
        return True
    return _unsigned(said) in map(_unsigned, offered)


def _unsigned(choice: str) -> str:
    """What a choice says, whatever its sign, its letters and the stop behind it."""
    return _SIGNED.sub("", choice).strip("*_ \u3000.。").casefold()


def parted_choices(node: Marked) -> tuple[list[Marked], list[b.Paragraph]]:
    """A question without the choices that are lines of its own, and these: each has the sign that its author gave it."""
    lines = node.text.split("\n") if isinstance(node, b.Paragraph) else []
    first = next((n for n, line in enumerate(lines) if CHOICE.match(line) and run_on(lines[n:])), len(lines))
    if first == len(lines):
        return [node], []
    choices = [b.Paragraph(bare(line), node.line + n, node.line + n) for n, line in enumerate(lines) if n >= first]
    stem = [b.Paragraph("\n".join(lines[:first]), node.line, node.line + first - 1)] if first else []
    return list(stem), choices
