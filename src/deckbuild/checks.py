"""What an author may want to mend: small generators from the model to diagnostics, all of them in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from .diagnostics import Diagnostic, info, warning
from .model import Block, Command, Deck, Figure, List, Place, blocks
from .richtext import to_plain
from .shell import stray_backtick

T = TypeVar("T", bound=Block)


def duplicate_titles(deck: Deck) -> Iterator[Diagnostic]:
    """Two sections of one title: legitimate, but cards of both must say which one is meant."""
    seen: dict[str, Place] = {}
    for concept in deck.walk():
        title = to_plain(concept.title)
        if title and title in seen:
            message = f"the title '{title}' stands at line {seen[title].line} too"
            yield info(
                concept.place, "duplicate-title", message, "their ids differ; a title of its own would tell them apart"
            )
        seen.setdefault(title, concept.place)


def one_caption_for_two_figures(deck: Deck) -> Iterator[Diagnostic]:
    """A caption that stands under two different pictures says nothing about either."""
    seen: dict[str, Figure] = {}
    for figure in _of(deck, Figure):
        caption = to_plain(figure.caption)
        other = seen.setdefault(caption, figure) if caption else figure
        if other.src != figure.src:
            message = f"the caption '{caption}' stands under another picture too (line {other.place.line})"
            yield warning(figure.place, "duplicate-caption", message, "give each picture a caption of its own")


def stray_backticks(deck: Deck) -> Iterator[Diagnostic]:
    """An odd backtick in a command is a leftover of Markdown; typed into a shell it waits for another."""
    for command in _of(deck, Command):
        if stray_backtick(command.code):
            message = "a single backtick stands in this command; it is kept as it is"
            yield warning(command.place, "stray-backtick-in-code", message, "remove the backtick")


def empty_concepts(deck: Deck) -> Iterator[Diagnostic]:
    """A heading with nothing below it."""
    for concept in deck.walk():
        if not concept.body and not concept.children:
            yield info(concept.place, "empty-section", f"nothing stands below '{to_plain(concept.title)}'")


def statements_without_text(deck: Deck) -> Iterator[Diagnostic]:
    """A list that has lost its items, as a hand-edited model may have."""
    for block in _of(deck, List):
        if not block.items:
            yield warning(block.place, "empty-list", "this list has no items")


def _of(deck: Deck, kind: type[T]) -> Iterator[T]:
    bodies = (deck.body, *(concept.body for concept in deck.walk()))
    return (block for body in bodies for block in blocks(body) if isinstance(block, kind))


CHECKS: tuple[Callable[[Deck], Iterator[Diagnostic]], ...] = (
    duplicate_titles,
    one_caption_for_two_figures,
    stray_backticks,
    empty_concepts,
    statements_without_text,
)


def check(deck: Deck) -> list[Diagnostic]:
    """Everything that the checks find."""
    return [diagnostic for rule in CHECKS for diagnostic in rule(deck)]
