"""Going through a deck for the places where cards can be."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import assert_never

from msgspec.structs import replace

from ...model import (
    Block,
    Callout,
    Cloze,
    Code,
    Command,
    Concept,
    Conclusion,
    Consequence,
    Deck,
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
    SpeakerNotes,
    Subheading,
    Table,
    Term,
    Todo,
    paths,
)
from ...questions import asks
from ...wording import words
from .headings import (
    assumes,
    heads_an_example,
    is_readme,
    left_out,
    legend,
    of_repository,
    tells_a_case,
    works_an_example,
)
from .phrases import name, unlisted
from .spots import Context, Spot
from .survey import survey


def _of_one_case(title: str) -> bool:
    """Whether what a section says holds in an example, or in the one system whose users it follows."""
    return any(holds(title) for holds in (works_an_example, heads_an_example, tells_a_case, assumes))


def spots(deck: Deck, pictures: Container[str]) -> Iterator[Spot]:
    """Every place of a deck where a card may be, in source order.

    Of exercises, references and to-dos it is only what asks, and in the page of a project nothing: it asks about that.
    """
    title = deck.title or RichText.of(deck.name.rpartition("::")[2])
    known = survey(deck, pictures)
    base = Context(known, words(deck.language), _titles((title,)))
    yield from _inside(deck.body, base, None)
    for above, concept in paths(deck):
        titles = _titles((*base.titles, *(ancestor.title for ancestor in above), concept.title))
        example, asked = (any(holds(name(title)) for title in titles[1:]) for holds in (_of_one_case, left_out))
        context = replace(base, titles=titles, example=example, asked=asked)
        if any(of_repository(name(title)) for title in titles[1:]) or (asked and is_readme(deck.source)):
            continue
        if not asked:
            yield Spot(context, None, concept.body, -1, concept, concept.place)
        yield from _inside(concept.body, context, concept)


def _titles(titles: Sequence[RichText]) -> tuple[RichText, ...]:
    """Without empty ones, and without one that only repeats the one above."""
    kept: list[RichText] = []
    for title in map(unlisted, titles):
        if title and not (kept and name(kept[-1]) == name(title)):
            kept.append(title)
    return tuple(kept)


def _inside(
    body: tuple[Block, ...], context: Context, concept: Concept | None, parent: Block | None = None
) -> Iterator[Spot]:
    here = context
    for index, block in enumerate(body):
        led = here if isinstance(parent, List) else here.led(body, index)
        if not context.asked or isinstance(block, Question | Cloze):
            yield Spot(here if isinstance(block, List) else led, block, body, index, concept, block.place, parent)
        if isinstance(block, Subheading):
            here = context.under(block.text)
        inner, within = _opened(block, led if isinstance(block, List) else here)
        yield from _inside(inner, within, concept, block)


def _opened(block: Block, context: Context) -> tuple[tuple[Block, ...], Context]:
    """The blocks inside a block that may give cards of their own, with their context."""
    match block:
        case List(role="references") | Question() | Callout(kind="todo"):
            return (), context
        case List(label=label) if label and legend(name(label)):
            return (), context
        case List(items=items, label=label, role=role):
            within = context.under(label) if label else context
            return items, replace(within, example=within.example or role == "examples")
        case Point(text=text, body=inner) | Cloze(text=text, body=inner):
            return inner, context.under(text)
        case Labelled(label=label, body=inner):
            return inner, replace(context, asked=True) if left_out(name(label)) else context.under(label)
        case Pair(left=left, body=inner):
            return inner, context.under(left)
        case Quote(body=inner):
            return inner, context
        case Callout(title=title, body=inner):
            return (() if asks(title) else inner), (context.under(title) if title else context)
        case Definition() | Term() | Consequence() | Conclusion() | Example() | Subheading() | Reference():
            return (), context
        case Figure() | Code() | Command() | Table() | Math() | Diagram() | Todo() | Footnote():
            return (), context
        case Directive() | SpeakerNotes():
            return (), context
        case _:
            assert_never(block)
