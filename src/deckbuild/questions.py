"""What a note asks outright, and answers: for cards and slides alike."""

from __future__ import annotations

import re

from msgspec import Struct

from .model import (
    NOWHERE,
    Block,
    Callout,
    Command,
    Concept,
    Conclusion,
    Definition,
    Place,
    Question,
    RichText,
    Term,
)
from .richtext import to_plain

ASKING_CALLOUTS = frozenset({"question", "faq", "help"})
_ASKS = re.compile(r"[?？][\s\])）」』\"'”’]*$")
_DISCOURSE = re.compile(
    r"^\W*(?:다시\s?)?(?:정리해?\s?보면|정리하면|그렇다면|그럼|그래서|예를 들면|결론은?|다시 말해서?|so|then|for example|in short|つまり|所以|那么)\W*$",
    re.IGNORECASE,
)
"""What goes on with a text, and asks nothing."""


class Asked(Struct, frozen=True):
    """A question of the author's own with the author's answer: a text, what stands below it, or both."""

    question: RichText
    answer: RichText = RichText()
    body: tuple[Block, ...] = ()
    place: Place = NOWHERE


def asks(text: RichText) -> bool:
    """Whether a text is a question as it stands."""
    return bool(_ASKS.search(text.plain))


def goes_on(text: RichText) -> bool:
    """Whether a text asks nothing, but leads on to the next (`그래서?`, `In short`)."""
    return bool(_DISCOURSE.match(to_plain(text)))


def asked(block: Block | None) -> Asked | None:
    """The question that a block asks, if it is one: `Q:` and `A:`, or a callout that asks."""
    match block:
        case Question(question=question, answer=answer, body=body):
            found = Asked(question, answer, body, block.place)
        case Callout(kind=kind, title=title, body=body) if title and (kind in ASKING_CALLOUTS or asks(title)):
            found = Asked(title, body=body, place=block.place)
        case _:
            return None
    return None if goes_on(found.question) else found


def heading_asks(concept: Concept) -> bool:
    """Whether what stands below a heading that asks is its answer, and not one of the kinds that ask for themselves."""
    own = (Definition, Term, Question, Conclusion, Command)
    return bool(concept.asks) and not goes_on(concept.title) and not any(isinstance(each, own) for each in concept.body)
