"""Blocks as the back of a card shows them: whole, in their order, without to-dos."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec.structs import replace

from ...model import (
    Block,
    Callout,
    Cloze,
    Code,
    Command,
    Conclusion,
    Consequence,
    Definition,
    Diagram,
    Directive,
    Example,
    Figure,
    Footnote,
    Labelled,
    List,
    Math,
    Pair,
    Point,
    Question,
    Quote,
    Reference,
    RichText,
    Run,
    SpeakerNotes,
    Subheading,
    Table,
    Term,
    Todo,
)
from ...richtext import join
from .model import Blanks, Formula, Grid, Image, Item, Items, Listing, Masks, Part, Text
from .phrases import weight

ARROW = RichText.of("→")
EQUALS = RichText.of("=")


_NAVIGATION = re.compile(
    r"(?:뒤로|위로|맨\s?위로|처음으로|목차|이전|다음|back(?: to (?:the )?top)?|top|prev(?:ious)?|next|home|\W)+",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"#|\.{0,2}/|.*\.(?:md|html?)(?:#.*)?$")


def line(block: Block) -> RichText:
    """A block as one line of text; empty where it has none."""
    match block:
        case (
            Definition(text=text)
            | Point(text=text)
            | Cloze(text=text)
            | Conclusion(text=text)
            | Example(text=text)
            | Subheading(text=text)
        ):
            return text
        case Consequence(text=text):
            return join([ARROW, text])
        case Pair(left=left, right=right, sign=sign):
            return join([left, EQUALS if sign == "=" else ARROW, right])
        case Labelled(label=label, text=text) | Term(term=label, meaning=text):
            return join([label, text], ": ") if text else label
        case Question(question=question, answer=answer):
            return join([question, answer])
        case Reference(title=title, url=url):
            return RichText(replace(run, href=url) for run in title)
        case Callout(title=title):
            return title
        case List(label=label):
            return label
        case Figure() | Code() | Command() | Table() | Quote() | Math() | Diagram():
            return RichText()
        case Todo() | Directive() | SpeakerNotes():
            return RichText()
        case Footnote(label=label, text=text):
            return RichText((Run(label, kind="reference"), Run(" "), *text.runs))
        case _:
            assert_never(block)


def parts(body: Iterable[Block]) -> tuple[Part, ...]:
    """All that a body shows, as parts of a card."""
    return tuple(part for block in body for part in _parts(block))


def _parts(block: Block) -> Iterator[Part]:
    match block:
        case Todo() | Reference() | Directive() | SpeakerNotes() | List(role="references"):
            pass
        case Point(text=text) if _leads_elsewhere(text):
            pass
        case List():
            if block.label:
                yield Text(block.label)
            yield Items(tuple(_items(block.items)), block.style == "ordered", block.start)
        case Code(text=text, lang=lang):
            yield Listing(text, lang)
        case Command(code=code, lang=lang):
            yield Listing(code, lang or "bash", shell=True)
        case Table(head=head, rows=rows, align=align):
            yield Grid(head, rows, align)
        case Math(tex=tex):
            yield Formula(tex)
        case Diagram(source=source, caption=caption):
            yield Text(caption) if caption else Listing(source)
        case Figure(src=src, caption=caption):
            yield Image(src)
            if caption:
                yield Text(caption)
        case Quote(body=inner):
            yield from parts(inner)
        case Callout(title=title, body=inner):
            if title:
                yield Text(title)
            yield from parts(inner)
        case Point() | Pair() | Labelled() | Question() | Cloze() | Footnote():
            yield Text(line(block))
            yield from below(block)
        case Definition() | Term() | Consequence() | Conclusion() | Example() | Subheading():
            yield Text(line(block))
        case _:
            assert_never(block)


def _leads_elsewhere(text: RichText) -> bool:
    """Whether a line is only a way to another part of the notes (`뒤로`, `back to top`)."""
    within = bool(text) and all(_ELSEWHERE.match(run.href) for run in text if run.text.strip(" /|·"))
    return within or (any(run.href for run in text) and bool(_NAVIGATION.fullmatch(text.plain)))


def below(block: Block) -> tuple[Part, ...]:
    """What hangs below the line of a block: its consequences and what was nested in it."""
    match block:
        case Point(leads_to=leads_to, body=body) | Pair(leads_to=leads_to, body=body):
            return (*(Text(join([ARROW, text])) for text in leads_to), *parts(body))
        case Labelled(body=body) | Question(body=body) | Cloze(body=body) | Footnote(body=body):
            return parts(body)
        case _:
            return ()


def _items(blocks: Iterable[Block]) -> Iterator[Item]:
    """The items of a list; what has no line of its own (code, pictures) hangs below the one before."""
    held: Item | None = None
    for block in blocks:
        if text := line(block):
            if held:
                yield held
            held = Item(text, below(block))
        elif more := tuple(_parts(block)):
            held = Item(held.text, (*held.inner, *more)) if held else Item(RichText(), more)
    if held:
        yield held


def items(blocks: Iterable[Block]) -> tuple[Item, ...]:
    """Blocks as the items of a list."""
    return tuple(_items(blocks))


def spoken(parts: Iterable[Part]) -> str:
    """All the text of some parts, to be compared."""
    return " ".join(_spoken(part) for part in parts)


def _spoken(part: Part) -> str:
    match part:
        case Text(text=text):
            return text.plain
        case Blanks(parts=inner):
            return "".join(blank.text.plain for blank in inner)
        case Items(items=entries):
            return " ".join(f"{item.text.plain} {spoken(item.inner)}" for item in entries)
        case Listing(code=code, blank=blank):
            return "\n".join(line for i, line in enumerate(code.split("\n")) if i != blank)
        case Grid(head=head, rows=rows):
            return " ".join(cell.plain for row in (head, *rows) for cell in row)
        case Formula(tex=tex):
            return tex
        case Image():
            return ""
        case Masks(masks=masks):
            return " / ".join(mask.text.plain for mask in masks)
        case _:
            assert_never(part)


def length(parts: Iterable[Part]) -> int:
    """How much there is to recall (see `phrases.weight`)."""
    return weight(spoken(parts))
