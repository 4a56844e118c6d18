"""The front of a card as somebody reads it aloud: no signs of Markdown, of HTML or of Anki."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import RichText
from ...prompts import Prompt
from ...readable import readable
from .answers import spoken
from .model import Blanks, Card, CardPlan, Items, Part

GAP = "[…]"


def prompts(plan: CardPlan) -> tuple[Prompt, ...]:
    """Each card of a plan with what it asks, in the order of the note; the items of one list ask one thing."""
    found = (Prompt(card.place.line, _front(card), _answer(card)) for card in plan.cards)
    return tuple(sorted((each for each in found if each.front), key=lambda each: each.line))


def _front(card: Card) -> str:
    asked = " ".join(part for part in (readable(card.prompt), GAP if card.gap else "", _asking(card)) if part)
    shown = _sentence(card.shown) if card.kind in ("cloze", "figure") or not asked else ""
    return " — ".join(part for part in (readable(card.topic), asked, shown) if part)


def _asking(card: Card) -> str:
    """The words that ask; not those that only tell which item of a list is meant."""
    return "" if card.nth else card.cue


def _sentence(parts: Iterable[Part]) -> str:
    """The first sentence with blanks, each as a gap."""
    blanks = next((part for part in parts if isinstance(part, Blanks)), None)
    texts = (RichText.of(GAP) if each.number else each.text for each in blanks.parts) if blanks else ()
    return readable(RichText(run for text in texts for run in text))


def _answer(card: Card) -> str:
    """What a card asks for, be it an answer or a blank."""
    items = (
        item.text for part in card.shown if isinstance(part, Items) for item in part.items if item.state == "asked"
    )
    blanks = (each.text for part in card.shown if isinstance(part, Blanks) for each in part.parts)
    return spoken(card.answer) or " ".join(map(readable, items)) or "".join(map(readable, blanks))
