"""An entry of a definition list: a term with its meaning, or a label where more than words hang on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from ... import richtext
from ...model import Block, Labelled, Place, RichText, Term
from .asked import below_each_other, is_text, lines_of
from .labels import bare_label


def defined(terms: Iterable[RichText], meanings: Sequence[Block], body: tuple[Block, ...], place: Place) -> Block:
    """Terms of one meaning are one term. Meanings stand below each other, what follows them is nested."""
    name = richtext.join((bare_label(term) for term in terms if term), ", ")
    plain = tuple(takewhile(is_text, meanings))
    text = below_each_other(line for block in plain for line in lines_of(block))
    rest = (*meanings[len(plain) :], *body)
    return Labelled(name, text, rest, place) if rest else Term(name, text, place)
