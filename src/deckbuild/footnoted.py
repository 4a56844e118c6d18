"""Footnotes as a page has them: counted in the order in which the text refers to them, whatever they are called in the note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from .model import Deck, Footnote, RichText, Run
from .rewriting import rewritten


def counted(deck: Deck) -> Deck:
    """A deck whose footnotes are numbers (`[^paxos-2001]` is 1). A note that counts them itself keeps its numbers."""
    parts = (deck.title, deck.body, deck.concepts)
    labels = dict.fromkeys(label.lower() for label in (*referred(parts), *_explained(parts)))
    if all(map(str.isdigit, labels)):
        return deck
    numbers = {label: str(n) for n, label in enumerate(labels, 1)}
    title, body, concepts = rewritten(parts, lambda part: _numbered(part, numbers))
    return replace(deck, title=title, body=body, concepts=concepts)


def _numbered(part: Any, numbers: Mapping[str, str]) -> Any:
    match part:
        case RichText() if any(run.kind == "reference" for run in part):
            return RichText(_number(run, numbers) if run.kind == "reference" else run for run in part)
        case Footnote(label=label):
            return replace(part, label=numbers[label.lower()])
        case _:
            return part


def _number(run: Run, numbers: Mapping[str, str]) -> Run:
    return replace(run, text=numbers[run.text.lower()])


def referred(value: Any) -> Iterator[str]:
    """The labels that texts refer to, in their order."""
    for part in _parts(value):
        if isinstance(part, RichText):
            yield from (run.text for run in part if run.kind == "reference")


def _explained(value: Any) -> Iterator[str]:
    return (part.label for part in _parts(value) if isinstance(part, Footnote))


def _parts(value: Any) -> Iterator[Any]:
    """All that a part of the model holds, in the order of the note."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, RichText):
            continue
        if isinstance(part, tuple):
            waiting += reversed(part)
        elif isinstance(part, Struct):
            waiting += [getattr(part, name) for name in reversed(part.__struct_fields__)]
