"""Plans → bytes. Each exporter is the only code that imports its library; what goes where, its plan decided.

`EXPORTERS` is the registry. To add one: write its module, add its line here, its tests and its page of the README.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from ..config import Settings, Sheet
from ..model import Deck
from ..seals import is_package_as_built, is_text_as_built, sealed_text
from .base import Assets, Exported, Stamp, Template

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..plan.slides.frame import Frame
    from .pptx.layouts import Base


class Exporter(Struct, frozen=True):
    """One kind of output. `make` plans and exports a deck; it imports what it needs when it is called. `skipped` says
    whether a note is to have none.
    """

    suffix: str
    make: Callable[[Deck, Assets, Stamp, Settings, Template | None], Exported]
    skipped: Callable[[Settings], bool] = lambda settings: False
    locked: bool = False
    """Whether its files depend on those before them, and so are made when all sources are read (see `decks`)."""
    beside: tuple[Exporter, ...] = ()
    """Further files of the same plan, each where the settings ask for it."""
    template: Callable[[Settings], str] = lambda settings: ""
    """The path of somebody's own file that it is made on; none where there is none."""
    as_built: Callable[[bytes], bool] | None = None
    """Whether a file is still as a build left it, for kinds that people edit."""


def _concepts(
    deck: Deck, assets: Assets, stamp: Stamp, settings: Settings, template: Template | None = None
) -> Exported:
    from .concepts import export

    count = sum(1 for _ in deck.walk())
    remark = "an edited model is kept; put beside its note, it is what is built from"
    return Exported(sealed_text(export(deck), remark), counts={"concepts": count})


def _anki(deck: Deck, assets: Assets, stamp: Stamp, settings: Settings, template: Template | None = None) -> Exported:
    from ..plan.cards import plan_cards
    from .anki import export

    plan = plan_cards(deck, assets, settings.cards)
    return _with(export(plan, assets, stamp), plan.diagnostics)


def _slides(deck: Deck, assets: Assets, stamp: Stamp, settings: Settings, template: Template | None = None) -> Exported:
    from ..plan.cards import plan_cards
    from ..plan.cards.prompts import prompts
    from ..plan.slides import plan_slides
    from ..plan.slides.diagram import small_labels
    from .pptx import export

    frame, base, said = _page(settings, template)
    asked = () if settings.cards.skip else prompts(plan_cards(deck, assets, settings.cards))
    plan = plan_slides(deck, assets, settings.slides, frame, asked)
    made = export(plan, assets, stamp, settings.slides.theme, base=base, build=settings.slides.build)
    return _with(made, (*said, *plan.diagnostics, *small_labels(deck, plan)))


def _handout(
    deck: Deck, assets: Assets, stamp: Stamp, settings: Settings, template: Template | None = None
) -> Exported:
    """What is amiss in the plan, the slides have said. The cards are the lecturer's to know."""
    from ..plan.slides import plan_slides
    from ..plan.slides.handout import plan_handout
    from .pdf.handout import export

    frame, _, _ = _page(settings, template)
    plan = plan_slides(deck, assets, settings.slides, frame)
    return export(plan_handout(plan, settings.slides), assets, stamp)


def _page(settings: Settings, template: Template | None) -> tuple[Frame, Base | None, tuple[Diagnostic, ...]]:
    """The page that slides are planned on, and what they are drawn on where that is not our own."""
    if template is None:
        from ..plan.slides import RATIOS

        return RATIOS[settings.slides.ratio], None, ()
    from .pptx.foreign import read_template

    found = read_template(template)
    return found.frame, found.base, found.diagnostics


def _sheet(deck: Deck, assets: Assets, stamp: Stamp, settings: Settings, template: Template | None = None) -> Exported:
    from ..plan.sheet import plan_sheet
    from .pdf import export

    plan = plan_sheet(deck, assets, settings.sheet)
    return _with(export(plan, assets, stamp), plan.diagnostics)


def _sheet_picture(
    deck: Deck, assets: Assets, stamp: Stamp, settings: Settings, template: Template | None = None
) -> Exported:
    from ..plan.sheet import plan_sheet
    from .pdf import picture

    return picture(plan_sheet(deck, assets, settings.sheet), assets, stamp)


def _paper_cards(
    deck: Deck, assets: Assets, stamp: Stamp, settings: Settings, template: Template | None = None
) -> Exported:
    from ..plan.cards import plan_cards
    from .pdf.paper import export

    plan = plan_cards(deck, assets, settings.cards)
    return _with(export(plan, assets, stamp, settings.sheet), plan.diagnostics)


def _with(exported: Exported, diagnostics: tuple[object, ...]) -> Exported:
    from msgspec.structs import replace

    return replace(exported, diagnostics=(*diagnostics, *exported.diagnostics))


def _template(settings: Settings) -> str:
    return settings.slides.template


def _merged(notes: Sequence[tuple[Deck, Assets]], name: str, stamp: Stamp, settings: Sheet) -> Exported:
    from ..plan.sheet.merged import Note, plan_merged, source_in
    from .pdf import export

    plan = plan_merged([Note(deck, pictures) for deck, pictures in notes], name, settings)
    assets = {source_in(i, src): picture for i, (_, own) in enumerate(notes) for src, picture in own.items()}
    return _with(export(plan, assets, stamp), plan.diagnostics)


def _glossary(notes: Sequence[tuple[Deck, Assets]], name: str, stamp: Stamp, settings: Sheet) -> Exported:
    from ..diagnostics import info
    from ..model import Place
    from ..plan.sheet.merged import Note, plan_glossary
    from .pdf import export

    plan = plan_glossary([Note(deck) for deck, _ in notes], name, settings)
    if not plan.sections:
        fact = "no note defines anything, so there is no glossary"
        return Exported(b"", (info(Place(name), "glossary-empty", fact, "write 'Term : what it means' in a list"),))
    return _with(export(plan, {}, stamp), plan.diagnostics)


class Gatherer(Struct, frozen=True):
    """An output made of all notes of a folder. `name` is that of its file; none: that of the folder."""

    name: str
    make: Callable[[Sequence[tuple[Deck, Assets]], str, Stamp, Sheet], Exported]


GATHERED: dict[str, Gatherer] = {"merged": Gatherer("", _merged), "glossary": Gatherer("glossary.pdf", _glossary)}

EXPORTERS: dict[str, Exporter] = {
    "concepts": Exporter(".concepts.yaml", _concepts, as_built=is_text_as_built),
    "anki": Exporter(".apkg", _anki, lambda settings: settings.cards.skip, locked=True),
    "slides": Exporter(
        ".pptx",
        _slides,
        lambda settings: settings.slides.skip,
        beside=(Exporter(".handout.pdf", _handout, lambda settings: not settings.slides.handout, template=_template),),
        template=_template,
        as_built=is_package_as_built,
    ),
    "sheet": Exporter(
        ".pdf", _sheet, beside=(Exporter(".sheet.png", _sheet_picture, lambda settings: not settings.sheet.png),)
    ),
    "paper": Exporter(".cards.pdf", _paper_cards, lambda settings: settings.cards.skip),
}
