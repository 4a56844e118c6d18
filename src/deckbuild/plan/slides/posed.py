"""Which headings are questions put to the room, with all below them as the answer."""

from __future__ import annotations

import re

from ...model import Concept, Directive, Footnote, RichText, SpeakerNotes, Todo
from ...questions import ASK, MARKS, asks, heading_asks
from ...richtext import to_plain
from .asked import askable
from .draft import heading
from .frame import Frame

MOST_BLOCKS = 2
"""Blocks that are an answer: a sentence and its list, its picture or its code; more are a section."""
_BESIDE = (Footnote, SpeakerNotes, Directive, Todo)
_CALLED = re.compile(rf"\W*(?:{ASK}|문)\s*\d*\s*[.:)．：）]", re.IGNORECASE)


def title_asks(concept: Concept, frame: Frame) -> bool:
    """Whether a heading is a question to the room, and all below it the answer. What something is, its definition says;
    and several blocks are what a heading goes on to explain, not what somebody could answer."""
    own = heading(concept)
    plain = not concept.children and bool(concept.body) and concept.asks != "definition"
    short = called_question(own) or sum(not isinstance(each, _BESIDE) for each in concept.body) <= MOST_BLOCKS
    return plain and short and heading_asks(concept) and asks(own) and askable(own, frame)


def called_question(title: RichText) -> bool:
    """Whether a heading is called a question, or says what its answer is worth: that is one however long the answer is."""
    return bool(_CALLED.match(to_plain(title)) or MARKS.search(title.plain))
