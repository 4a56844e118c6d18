"""A deck whose formulas within text are words: `$x^2$` is said x², in titles, in notes and wherever it cannot be drawn.

Arrows that are typed as `->` are signs there as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ...diagnostics import Diagnostic, warning
from ...formulas import Refusal, read
from ...model import NOWHERE, Deck, Math, Place, Point, RichText, Run
from ...rewriting import rewritten
from .arrows import with_arrows
from .formula import refusal, spoken
from .frame import Frame

_HINT = "write it with the usual commands of LaTeX; until then its source is shown"


def with_formulas(deck: Deck, frame: Frame) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """The deck with its formulas said, and one warning for each that is shown as its source on pages of a frame."""
    parts = (deck.title, deck.body, deck.concepts)
    title, body, concepts = (said(part, frame) for part in parts)
    made = replace(deck, title=title, body=body, concepts=concepts)
    faults = dict.fromkeys(fault for part in parts for fault in _faults(part, NOWHERE, frame))
    return made, tuple(
        warning(place if place != NOWHERE else Place(deck.source), "formula-unread", _says(tex, reason), _HINT)
        for place, tex, reason in faults
    )


def _says(tex: str, reason: str) -> str:
    words = " ".join(tex.split())
    short = words if len(words) <= 40 else words[:39] + "…"
    return f"the formula '{short}' is shown as its source on slides: {reason}"


def said(value: Any, frame: Frame) -> Any:
    """A part of the model with each formula and arrow in its texts said; the same object where it holds none."""
    return rewritten(value, lambda part: _said(part, frame))


def _said(part: Any, frame: Frame) -> Any:
    match part:
        case RichText():
            text = with_arrows(part)
            if not any(run.kind == "math" for run in text):
                return text
            return RichText(spoken(run) if run.kind == "math" else run for run in text)
        case Math(tex=tex, place=place) if tex.strip() and refusal(tex, frame):
            return Point(RichText((Run(tex, kind="code"),)), place=place)
        case _:
            return part


def _faults(value: Any, place: Place, frame: Frame) -> Iterator[tuple[Place, str, str]]:
    """Each formula that cannot be drawn, with the nearest place that is known."""
    waiting = [(value, place)]
    while waiting:
        part, near = waiting.pop()
        if isinstance(part, RichText):
            for run in part:
                if run.kind == "math" and isinstance(refused := read(run.text), Refusal):
                    yield near, run.text, refused.reason
        elif isinstance(part, tuple):
            waiting += [(each, near) for each in reversed(part)]
        elif isinstance(part, Struct):
            near = getattr(part, "place", near)
            if isinstance(part, Math) and (reason := refusal(part.tex, frame)):
                yield near, part.tex, reason
            waiting += [(getattr(part, name), near) for name in reversed(part.__struct_fields__)]
