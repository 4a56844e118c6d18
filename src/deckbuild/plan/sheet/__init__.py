"""What stands on a cheat sheet, in which order, and what goes first when not everything fits."""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec.structs import replace

from ...diagnostics import Diagnostic, info
from ...footnoted import counted
from ...model import Concept, Deck, Place, RichText, figures
from ...orders import obeyed
from ...wording import Words, words
from .atoms import Builder
from .choose import MOST_PAGES
from .estimate import columns_for
from .geometry import broadness
from .lines import link
from .rank import ranked
from .sections import headline, sections, subtitle
from .shapes import DEFAULT, Labels, SheetOptions, SheetPlan

_DAY = re.compile(r"[12][0-9]{3}-[01]?[0-9]-[0-3]?[0-9](?![0-9])")

__all__ = ["DEFAULT", "SheetOptions", "SheetPlan", "plan_sheet"]


def plan_sheet(deck: Deck, pictures: Container[str], options: SheetOptions = DEFAULT) -> SheetPlan:
    """Plan a sheet; `pictures` holds the `Figure.src` that can be shown.

    The plan decides order, grouping and rank. Sizes follow when the atoms have been measured (`fit`).
    """
    own = words(deck.language)
    deck = _titled(obeyed(counted(deck), "sheet keep", pictures))
    shown = (figure.src for figure in figures(deck) if figure.src in pictures)
    builder = Builder(own, shown, options.pages or MOST_PAGES, broadness(options))
    cards = ranked(sections(deck, builder, options))
    return SheetPlan(
        source=deck.source,
        title=headline(deck),
        subtitle=subtitle(deck, options)[0],
        language=deck.language,
        sections=cards,
        labels=_labels(own),
        options=options,
        columns=options.columns or columns_for(cards, options),
        tags=deck.tags,
        url=_address(deck),
        date=_date(deck),
        diagnostics=(*builder.diagnostics, *_empty(deck, not cards)),
    )


def _titled(deck: Deck) -> Deck:
    """Every concept with a title: a heading without words is no heading to a screen reader."""

    def titled(concept: Concept) -> Concept:
        title = concept.title if concept.title.plain.strip() else RichText.of(concept.number or "–")
        return replace(concept, title=title, children=tuple(map(titled, concept.children)))

    return replace(deck, concepts=tuple(map(titled, deck.concepts)))


def _address(deck: Deck) -> str:
    """Where the note can be read, if its front matter says so."""
    said = deck.front.get("url")
    return link(said) if isinstance(said, str) else ""


def _date(deck: Deck) -> str:
    """The day of the note (`date: 2026-11-01`), without a time of day."""
    said = deck.front.get("date")
    found = _DAY.match(said) if isinstance(said, str) else None
    return found[0] if found else ""


def _labels(own: Words) -> Labels:
    return Labels(own.continued, own.figure, own.figure_missing, own.notes_from)


def _empty(deck: Deck, empty: bool) -> tuple[Diagnostic, ...]:
    return (info(Place(deck.source), "sheet-empty", "there is nothing to put on a sheet"),) if empty else ()
