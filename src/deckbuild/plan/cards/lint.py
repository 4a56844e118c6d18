"""What makes cards hard to learn, after Wozniak's twenty rules of formulating knowledge: told to the author, who can
write the passage otherwise. (https://supermemo.guru/wiki/20_rules_of_knowledge_formulation)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...diagnostics import Diagnostic, info
from ...model import Deck, List, Point, blocks
from ...questions import asks
from .answers import spoken
from .lists import MAX_ITEM
from .model import Card, CardPlan, Text
from .phrases import name, sentences, short
from .sequences import MAX_ORDERED
from .text import front
from .vocabulary.patterns import any_case, one_of

MAX_ANSWER = 300
"""Letters of an answer above which it is a passage."""
MAX_FACTS = 3
"""Sentences of one answer above which it holds several facts."""
MIN_WORDS, MAX_WORDS = 4, 40
"""Words of two questions that may be taken for each other."""

_YES_NO = any_case(
    r"^\W*"
    + one_of(
        r"yes|no|true|false",
        r"예|네|아니(?:오|요)?|그렇다|아니다|맞다|참|거짓",
        r"はい|いいえ|是的?|不是|对|不对",
    )
    + r"(?:$|[\s.,。、，!])",
)
_NAMELESS = any_case(
    r"^\W*"
    + one_of(
        r"it|this|that|they|these|those|he|she",
        r"이것|그것|저것|이|그|이들",
        r"これ|それ|这|那|它",
    )
    + r"(?:은|는|이|가|란|는|は|が)?\W*\??$",
)
_SHOWN = 60

Rule = Callable[[Deck, CardPlan], Iterator[Diagnostic]]


def lint(deck: Deck, plan: CardPlan) -> list[Diagnostic]:
    """Everything that the rules find, for `check` and `cards`; a build says nothing of it."""
    return [diagnostic for rule in RULES for diagnostic in rule(deck, plan)]


def long_lists(deck: Deck, _: CardPlan) -> Iterator[Diagnostic]:
    """Avoid enumerations: nobody learns twelve things in a row."""
    bodies = (deck.body, *(concept.body for concept in deck.walk()))
    for block in (block for body in bodies for block in blocks(body)):
        if isinstance(block, List) and block.style == "ordered" and block.role == "points":
            plain = all(
                isinstance(item, Point) and not item.body and short(item.text, MAX_ITEM) for item in block.items
            )
            if plain and len(block.items) > MAX_ORDERED:
                fact = f"this list has {len(block.items)} items, too many to learn as one; no cards are made of it"
                yield info(block.place, "list-long", fact, f"divide it into named groups of at most {MAX_ORDERED}")


def long_answers(_: Deck, plan: CardPlan) -> Iterator[Diagnostic]:
    """Minimum information: what is long is recalled in part, and graded as a whole."""
    for card in plan.cards:
        length = len(spoken(card.answer))
        if card.kind not in ("command", "comparison") and length > MAX_ANSWER:
            fact = f"the answer to '{_named(card)}' has {length} letters; it is hard to recall as a whole"
            yield info(card.place, "card-long", fact, "say it in a sentence, and the rest in points of their own")


def several_facts(_: Deck, plan: CardPlan) -> Iterator[Diagnostic]:
    """One card, one fact."""
    for card in plan.cards:
        for part in card.answer if len(spoken(card.answer)) <= MAX_ANSWER else ():
            count = sum(1 for _ in sentences(part.text)) if isinstance(part, Text) else 0
            if count > MAX_FACTS:
                fact = f"the answer to '{_named(card)}' has {count} sentences; each may be a fact of its own"
                yield info(card.place, "card-several", fact, "write a point for each")


def yes_or_no(_: Deck, plan: CardPlan) -> Iterator[Diagnostic]:
    """What half of all guesses would answer teaches nothing."""
    for card in plan.cards:
        if card.kind == "question" and _YES_NO.match(spoken(card.answer)) and asks(card.prompt):
            fact = f"'{_named(card)}' is answered with yes or no, which can be guessed"
            yield info(card.place, "card-yes-no", fact, "ask why, how or what")


def without_context(_: Deck, plan: CardPlan) -> Iterator[Diagnostic]:
    """A question must be understood months later, away from its note."""
    for card in plan.cards:
        if card.prompt and not card.topic and _NAMELESS.match(card.prompt.plain):
            fact = f"'{_named(card)}' does not say what it is about"
            yield info(card.place, "card-no-context", fact, "name the thing instead of 'it'")


def alike(_: Deck, plan: CardPlan) -> Iterator[Diagnostic]:
    """Combat interference: two questions that differ in one word are taken for each other."""
    seen: dict[tuple[str, ...], Card] = {}
    told: set[int] = set()
    for i, card in enumerate(plan.cards):
        if card.kind not in ("question", "definition", "term", "label") or not card.prompt:
            continue
        words = _words(card)
        for n in range(len(words)) if MIN_WORDS <= len(words) <= MAX_WORDS else ():
            other = seen.setdefault((*words[:n], "…", *words[n + 1 :]), card)
            if other is not card and i not in told and spoken(other.answer) != spoken(card.answer):
                told.add(i)
                fact = f"'{_named(card)}' is much like the question of line {other.place.line}, with another answer"
                yield info(card.place, "card-similar", fact, "say in both what is different, or ask for the difference")


RULES: tuple[Rule, ...] = (long_lists, long_answers, several_facts, yes_or_no, without_context, alike)


def _words(card: Card) -> Sequence[str]:
    return name(card.prompt).casefold().split()


def _named(card: Card) -> str:
    asked = front(card)
    return asked if len(asked) <= _SHOWN else f"{asked[: _SHOWN - 1]}…"
