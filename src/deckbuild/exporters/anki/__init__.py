"""A plan of cards → an Anki package (`.apkg`)."""

from __future__ import annotations

from ...collection import no_collection
from ...identity import mint
from ...plan.cards.model import Card, CardPlan
from ..base import Assets, Exported, Stamp
from .html import Media, fields
from .media import gather
from .notetypes import NoteTypeModel, note_types
from .package import Note, package


@no_collection()
def export(plan: CardPlan, assets: Assets, stamp: Stamp) -> Exported:
    """The package of a plan, with the pictures that its cards show. `counts` are cards by kind."""
    files = gather(plan, assets)
    media = Media({src: file.name for src, file in files.items()})
    models = note_types()
    notes = [_note(card, plan, media, models[card.note_type], stamp) for card in plan.cards]
    assert len({note.guid for note in notes}) == len(notes), (
        "two notes of a package share a guid: Anki would import both"
    )
    data = package(plan.deck_name, notes, models.values(), files.values(), stamp.epoch)
    return Exported(data, counts=plan.counts)


def _note(card: Card, plan: CardPlan, media: Media, model: NoteTypeModel, stamp: Stamp) -> Note:
    guid = mint(plan.source, card.key.above, card.key.rule, card.key.text)
    deck = "::".join((plan.deck_name, *card.subdeck))
    return Note(guid, model, fields(card, plan.language, media), card.tags, ordinals(card), card.due, stamp.epoch, deck)


def ordinals(card: Card) -> tuple[int, ...]:
    """The cards of a note as Anki counts them: one a template whose front is filled, or one a cloze number."""
    if card.numbers:
        return tuple(number - 1 for number in card.numbers)
    return (0, 1) if card.reverse else (0,)


__all__ = ["export", "ordinals"]
