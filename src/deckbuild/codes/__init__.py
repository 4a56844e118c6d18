"""Every code that a diagnostic can bear, with what it means, an example and the remedy.

A code is entered in the list of its area, in alphabetical order; nothing else need be changed, but for the references
in README.md and docs/diagnostics.md, which `python -m pytest tests/test_codes.py --bless` rewrites.
"""

from __future__ import annotations

from . import calls, cards, diagrams, identity, markdown, models, notes, outputs, pictures, settings
from .entry import Code

AREAS: dict[str, tuple[Code, ...]] = {
    "Notes": notes.CODES,
    "Settings": settings.CODES,
    "Markdown and HTML": markdown.CODES,
    "Pictures": pictures.CODES,
    "Diagrams": diagrams.CODES,
    "Concept models": models.CODES,
    "Cards": cards.CODES,
    "Lock": identity.CODES,
    "Slides and sheets": outputs.CODES,
    "Files and calls": calls.CODES,
}
CODES: dict[str, Code] = {code.name: code for area in AREAS.values() for code in area}


def unknown(name: str) -> str:
    """What to say about a code that there is none of: `unknown code 'figure-mising'; did you mean 'figure-missing'?`"""
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), CODES, 1)
    remedy = f"did you mean '{close[0]}'?" if close else "'deckbuild explain' lists them all"
    return f"unknown code '{name}'; {remedy}"
