"""What the rules have to know of a deck as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping

from msgspec import Struct

from ...identity import folded
from ...model import Code, Deck, Definition, Point, Style, Term, blocks, figures
from .headings import designs_one, of_exams, tells_a_case
from .phrases import name

_EMPHASIS = frozenset({Style.BOLD, Style.MARK})
_DECLARES = re.compile(
    r"(?<![\w.])(?:class|interface|struct|enum|trait|record|create table|let|const|var|val)\s+`?([A-Za-z_]\w+)",
    re.IGNORECASE,
)
"""A type, a table or a variable. What a program calls a function is often what the note is about."""
_FIELDS = re.compile(
    r"\b(?:String|int|long|double|float|boolean|bool|char|Integer|Long|List<\w+>|val|var)\s+([a-z]\w+)\s*[;:,)=]"
)


class Survey(Struct, frozen=True):
    """What a rule has to know of the whole deck."""

    pictures: Container[str]
    captions: dict[str, frozenset[str]]
    """The pictures that bear a caption, by the caption."""
    definitions: dict[str, int]
    """How often a definition occurs."""
    emphasised: Mapping[str, int]
    """In how many places a term is emphasised."""
    of_exams: bool
    """Whether the note is a list of what exams ask, by the name of its file."""
    of_a_case: bool
    """Whether the note designs one system, and tells what its users do: nothing in it holds for another."""
    declared: frozenset[str]
    """Names that the programs of the note declare: they are its author's examples."""
    language: str = ""
    """The language of the note, as an ISO 639-1 code."""


def survey(deck: Deck, pictures: Container[str]) -> Survey:
    """Look at the deck as a whole."""
    captions: dict[str, set[str]] = {}
    for figure in figures(deck):
        if figure.caption:
            captions.setdefault(name(figure.caption), set()).add(figure.src)
    meanings: Counter[str] = Counter()
    declared: set[str] = set()
    emphasised: Counter[str] = Counter()
    for body in (deck.body, *(concept.body for concept in deck.walk())):
        for block in blocks(body):
            if isinstance(block, Point):
                emphasised.update(
                    {folded(run.text) for run in block.text if run.kind == "code" or run.styles & _EMPHASIS}
                )
            if isinstance(block, Code):
                declared.update(_DECLARES.findall(block.text), _FIELDS.findall(block.text))
            if isinstance(block, Definition | Term):
                meanings[name(block.text if isinstance(block, Definition) else block.meaning)] += 1
    of_a_case = designs_one(name(deck.title)) or any(tells_a_case(name(concept.title)) for concept in deck.walk())
    shown = {caption: frozenset(found) for caption, found in captions.items()}
    declares = frozenset(declared)
    return Survey(
        pictures, shown, dict(meanings), emphasised, of_exams(deck.source), of_a_case, declares, deck.language
    )
