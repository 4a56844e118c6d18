"""An entry of a definition list: a term with its meaning, or a label where more than words hang on it.

A term that is a question is answered there, and defined as little as any other question is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from msgspec.structs import replace

from ... import richtext
from ...model import Block, Labelled, Place, Question, RichText, Term
from ...questions import INDIRECT, asks, demands
from .asked import below_each_other, is_text, lines_of, number_of, put
from .labels import bare_label


def defined(terms: Iterable[RichText], meanings: Sequence[Block], body: tuple[Block, ...], place: Place) -> Block:
    """Terms of one meaning are one term. Meanings stand below each other, what follows them is nested."""
    name = richtext.join((bare_label(term) for term in terms if term), ", ")
    plain = tuple(takewhile(is_text, meanings))
    text = below_each_other(line for block in plain for line in lines_of(block))
    rest = (*meanings[len(plain) :], *body)
    return answered(name, text, rest, place) or (Labelled(name, text, rest, place) if rest else Term(name, text, place))


def answered(term: RichText, meaning: RichText, body: tuple[Block, ...], place: Place) -> Question | None:
    """A term that asks, with its meaning as the answer."""
    if not (asks(term) or INDIRECT.search(term.plain) or number_of(term.plain)):
        return None
    question = put(term, meaning, body, place)
    return replace(question, marked=not demands(question.question))
