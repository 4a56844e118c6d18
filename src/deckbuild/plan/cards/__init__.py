"""Which cards a note gives: the concept model → a plan of questions and answers that knows no HTML.

Each module holds the rules for one way of asking. A rule looks at one spot of the deck and gives the cards that it
sees there; `judge` then takes off what would give an answer away, and keeps two cards from asking the same.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from msgspec.structs import replace

from ...collection import no_collection
from ...config import Cards
from ...diagnostics import Diagnostic, info
from ...diagnostics import ordered as sorted_diagnostics
from ...model import Deck, Place
from ...orders import obeyed
from ...retracted import without_retracted
from . import judge
from .both import both_ways
from .boxes import boxes
from .budget import within_budget, without_weak
from .clozes import clozes
from .commands import commands
from .consequences import conclusions, consequences, verdicts
from .definitions import definitions, terms
from .finding import spots
from .formulas import formulas
from .holes import holes
from .labels import labels
from .lint import lint
from .model import Card, CardPlan
from .occlusion import occlusions
from .once import once
from .pages import about_a_project
from .pictures import pictures as figure_cards
from .sequences import list_items, steps
from .sets import missing_items
from .spots import Spot
from .statements import asked_headings, equations, pairs, questions
from .tables import cells, comparisons
from .text import as_data, render_text

DEFAULT = Cards()
Rule = Callable[[Spot], Iterator[Card]]

RULES: tuple[Rule, ...] = (
    asked_headings,
    definitions,
    terms,
    figure_cards,
    occlusions,
    pairs,
    equations,
    both_ways,
    consequences,
    labels,
    boxes,
    questions,
    clozes,
    list_items,
    missing_items,
    steps,
    commands,
    comparisons,
    cells,
    holes,
    formulas,
    conclusions,
    verdicts,
)


@no_collection()
def plan_cards(deck: Deck, pictures: Container[str] = (), settings: Cards = DEFAULT) -> CardPlan:
    """A list of six facts becomes six cards: one long answer is six chances to forget.

    `pictures` are the `Figure.src` that can be shown; a figure that is not among them gives no card. What does not fit
    into the budget of `settings` is told.
    """
    deck = without_retracted(obeyed(deck, pictures=pictures))
    of_project = about_a_project(deck)
    drafts = [
        draft
        for spot in spots(deck, pictures)
        for rule in RULES
        for card in rule(spot)
        if (_is_marked(card) or not of_project) and (draft := judge.settled(card, spot))
    ]
    wanted = [draft for draft in drafts if draft.card.kind not in settings.without]
    cards, said = judge.distinct(list(once(wanted)))
    if not settings.reverse:
        cards = [replace(card, reverse=None) for card in cards]
    known = list(judge.identified(judge.typed_at_most(cards, judge.MAX_TYPED if settings.typed else 0)))
    strong = without_weak(known)
    kept, left = within_budget(strong, settings, deck.source)

    def placed(cards: Iterable[Card]) -> tuple[Card, ...]:
        own = (judge.in_subdeck(card, settings.subdecks) for card in cards)
        return tuple(replace(card, tags=(*card.tags, *deck.tags)) for card in own)

    made = placed(judge.ordered(kept))
    spare = placed(card for card in known if card not in strong)
    none = () if made else (_without_cards(deck.source, of_project=bool(of_project and not cards)),)
    told = sorted_diagnostics([*said, *left, *none])
    return CardPlan(deck.name, deck.language, deck.source, made, tuple(told), spare)


def _without_cards(source: str, *, of_project: bool) -> Diagnostic:
    """Why the deck of a note is empty, which looks like a fault to whoever opens it."""
    if of_project:
        fact = "no cards are made of this page: it is about a project or an event, and not a note"
        return info(Place(source), "project-page", fact, "give the file another name if it is one")
    fact = "no cards are made of this note, so that its deck is empty"
    remedy = "write 'Term : what it means' in a list, or 'Q:' and 'A:'; for no deck: 'cards: {skip: true}' at its head"
    return info(Place(source), "no-cards", fact, remedy)


def _is_marked(card: Card) -> bool:
    """Whether the author marked a card as one; a table of two columns is a vocabulary only in a note to learn."""
    return card.own and card.kind != "cell"


__all__ = ["RULES", "Card", "CardPlan", "as_data", "lint", "plan_cards", "render_text"]
