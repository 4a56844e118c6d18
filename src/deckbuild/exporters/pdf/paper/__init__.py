"""Card plan → PDF with cards to cut out: each page of fronts is followed by their backs, which lie behind them when both
sides of a sheet are printed and it is turned over on its long edge."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from ....config import Sheet
from ....diagnostics import Diagnostic, Problem, error, info, warning
from ....formulas.picture import MATHS, maths
from ....model import NOWHERE, Place
from ....plan.cards.model import CardPlan, Masks
from ...base import Assets, Exported, Stamp
from ..fonts import region_code, with_fonts
from ..typesetter import Refused, compiled, forget, queried, template
from .faces import Faces
from .grid import Grid, grid_of

TEMPLATE = "paper.typ"


def export(plan: CardPlan, assets: Assets, stamp: Stamp, settings: Sheet) -> Exported:
    """The PDF of cards to cut out: tagged (PDF/UA-1), fonts embedded, the same bytes each time.

    Reports cards that are cut off since not even the smallest type holds them. Raises `Problem` where Typst sets none.
    """
    plan, left = _on_paper(plan)
    faces = Faces(plan, assets, settings.theme == "bw")
    grid = grid_of(settings.paper, len(plan.cards))
    files = {"main.typ": _own(), MATHS: maths(), "look.typ": template("look.typ"), **faces.files}
    files["data.json"] = with_fonts(_data(plan, faces, stamp, settings, grid), plan.language)
    place = Place(plan.source)
    try:
        data, said = _drawn(files, stamp, place)
        cut = queried(files, "<cut>") if plan.cards else []
    except Refused as fault:
        raise Problem(error(place, "paper-failed", f"the cards could not be set: {fault}")) from None
    finally:
        forget()
    problems = (*faces.diagnostics, *faces.cleaner.report(plan.source, "cards"), *said, *left, *_cut(plan, cut))
    return Exported(data, problems, {"pages": grid.pages, "cards": len(plan.cards)})


def _data(plan: CardPlan, faces: Faces, stamp: Stamp, settings: Sheet, grid: Grid) -> dict[str, Any]:
    date = datetime.fromtimestamp(stamp.date, UTC) if stamp.date is not None else None
    clean = faces.cleaner.clean
    return {
        "title": clean(plan.deck_name.replace("::", " › ")) or clean(plan.source) or "–",
        "source": clean(plan.source),
        "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
        "lang": plan.language.split("-")[0].lower(),
        "region": region_code(plan.language),
        "bw": settings.theme == "bw",
        "grid": grid,
        "cards": faces.all(),
    }


def _drawn(files: dict[str, bytes], stamp: Stamp, place: Place) -> tuple[bytes, list[Diagnostic]]:
    """The PDF, without its promise of accessibility where that cannot be kept."""
    try:
        return compiled(files, stamp.date), []
    except Refused as fault:
        problem = error(place, "paper-not-accessible", f"the cards do not conform to PDF/UA-1: {fault}")
        return compiled(files, stamp.date, standard=""), [problem]


def _on_paper(plan: CardPlan) -> tuple[CardPlan, list[Diagnostic]]:
    """The cards that can be asked on paper, which hides no part of a picture."""
    kept = tuple(card for card in plan.cards if not any(isinstance(part, Masks) for part in card.shown))
    if left := len(plan.cards) - len(kept):
        fact = f"cards to cut out leave out {left} that hide parts of a picture"
        return replace(plan, cards=kept), [info(Place(plan.source), "paper-left-out", fact)]
    return plan, []


def _cut(plan: CardPlan, numbers: Sequence[int]) -> Iterator[Diagnostic]:
    for card in (plan.cards[number] for number in sorted(set(numbers))):
        where = card.place if card.place != NOWHERE else Place(plan.source)
        fact = "a card to cut out has more than it holds in type of 6.5 pt, and its end is missing"
        yield warning(where, "card-cut", fact, "shorten the passage, or divide it")


def _own() -> bytes:
    data = pkgutil.get_data("deckbuild", f"templates/paper/{TEMPLATE}")
    assert data is not None
    return data
