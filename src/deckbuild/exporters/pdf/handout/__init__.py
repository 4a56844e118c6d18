"""Handout plan → PDF, with Typst: slides drawn from the boxes of their plan, beside them notes and lines to write on."""

from __future__ import annotations

import pkgutil

from ....diagnostics import Diagnostic, Problem, error
from ....formulas.picture import MATHS, maths
from ....model import Place
from ....plan.slides.handout import HandoutPlan
from ...base import Assets, Exported, Stamp
from ..typesetter import Refused, compiled
from .payload import payload

TEMPLATE = "handout.typ"


def export(plan: HandoutPlan, assets: Assets, stamp: Stamp) -> Exported:
    """The PDF of a handout: tagged (PDF/UA-1), fonts embedded, the same bytes each time.

    Raises `Problem` where Typst sets none at all.
    """
    made = payload(plan, assets, stamp)
    place = Place(plan.slides.source)
    try:
        data, problems = _drawn(made.files, stamp, place)
    except Refused:
        made = payload(plan, assets, stamp, maths=False)  # a formula may be to blame: better its words than no handout
        data, problems = _words_alone(made.files, stamp, place)
    return Exported(data, (*made.diagnostics, *problems), {"pages": len(plan.sheets)})


def _words_alone(files: dict[str, bytes], stamp: Stamp, place: Place) -> tuple[bytes, list[Diagnostic]]:
    try:
        return _drawn(files, stamp, place)
    except Refused as fault:
        raise Problem(error(place, "handout-failed", f"the handout could not be set: {fault}")) from None


def _drawn(files: dict[str, bytes], stamp: Stamp, place: Place) -> tuple[bytes, list[Diagnostic]]:
    """The PDF, without its promise of accessibility where that cannot be kept: a handout is better than none."""
    template = pkgutil.get_data("deckbuild", f"templates/handout/{TEMPLATE}")
    assert template is not None
    whole = {"main.typ": template, MATHS: maths(), **files}
    try:
        return compiled(whole, stamp.date), []
    except Refused as fault:
        problem = error(place, "handout-not-accessible", f"the handout does not conform to PDF/UA-1: {fault}")
        return compiled(whole, stamp.date, standard=""), [problem]
