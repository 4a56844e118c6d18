"""Which slide names which card in its notes: the one that says what the card asks for."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum

from msgspec import Struct

from ...model import Deck
from ...prompts import Prompt
from .builds import CHOICES
from .concept import Entry
from .draft import Draft
from .page import Shape
from .written import letters, written

PIECE = 3
"""Letters that texts are compared by, where no slide has all of an answer."""


class _Said(Struct, frozen=True):
    """A slide by its key with the letters that it says and shows, and these in pieces."""

    key: str
    letters: str
    pieces: frozenset[str]


def cards_by_slide(deck: Deck, entries: Mapping[str, Entry], prompts: Sequence[Prompt]) -> dict[str, list[str]]:
    """The fronts of the cards of each slide, by the slide's key: each card on one of the slides of its concept."""
    if not prompts:
        return {}
    starts = sorted((concept.place.line, concept.id) for concept in deck.walk() if concept.place.line)
    slides = _by_concept(entries)
    found: dict[str, list[str]] = {}
    for prompt in prompts:
        at = bisect_right(starts, prompt.line, key=lambda each: each[0])
        key = _best(slides.get(starts[at - 1][1] if at else "", ()), prompt)
        found.setdefault(key, []).append(prompt.front)
    return found


def _by_concept(entries: Mapping[str, Entry]) -> dict[str, list[_Said]]:
    """The slides of each concept that say something."""
    slides: dict[str, list[_Said]] = {}
    for key, entry in entries.items():
        said = _said(key, entry.draft)
        for concept in (entry.concept.id, *entry.draft.shows) if not _only_asks(entry.draft) else ():
            slides.setdefault(concept, []).append(said)
    return slides


def _only_asks(draft: Draft) -> bool:
    """Whether a slide says no answer, though it may offer it among others: it has but a question and its choices."""
    offers = any(isinstance(box, Shape) and box.name == CHOICES for box in draft.boxes)
    return draft.role == "asking" or (draft.role == "question" and (offers or not draft.say))


def _said(key: str, draft: Draft) -> _Said:
    found = letters(" ".join((*draft.say, *written(draft.boxes))))
    return _Said(key, found, _pieces(found))


def _pieces(text: str) -> frozenset[str]:
    return frozenset(text[i : i + PIECE] for i in range(len(text) - PIECE + 1))


def _best(slides: Sequence[_Said], prompt: Prompt) -> str:
    """The slide that says the whole answer, else the most of what is asked and answered. What fewer slides say counts
    for more; of equals the first is taken."""
    answer = letters(prompt.answer)
    able = [each for each in slides if answer and answer in each.letters] or slides
    if len(able) < 2:
        return able[0].key if able else ""
    common = Counter(piece for each in slides for piece in each.pieces)
    sought = _pieces(letters(prompt.front)) | _pieces(answer)
    return max(able, key=lambda each: fsum(1 / common[piece] for piece in sought & each.pieces)).key
