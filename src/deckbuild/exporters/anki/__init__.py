"""A plan of cards → an Anki package (`.apkg`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...collection import no_collection
from ...identity import mint
from ...plan.cards.model import Card, CardPlan
from ..base import Assets, Exported, Stamp
from .html import Media, fields
from .media import MediaFile, gather, shown
from .notetypes import NoteTypeModel, note_types
from .package import Note, package
from .tombstones import Grave, tombstone


class Rendered(Struct, frozen=True):
    """The notes of a plan, all but the dates of their last changes, and the pictures that they show."""

    notes: tuple[Note, ...]
    media: tuple[MediaFile, ...]
    counts: dict[str, int]


@no_collection()
def render(plan: CardPlan, assets: Assets, guids: Sequence[str]) -> Rendered:
    """The notes of a plan, whose cards have these guids. A note's `content` is what its date has to go by."""
    files = gather(plan, assets)
    media = Media({src: file.name for src, file in files.items()})
    models = note_types()
    notes = tuple(
        _note(card, guid, plan, media, models[card.note_type]) for card, guid in zip(plan.cards, guids, strict=True)
    )
    assert len(set(guids)) == len(notes), "two notes of a package share a guid: Anki would import both"
    return Rendered(notes, tuple(files.values()), plan.counts)


def pack(rendered: Rendered, deck_name: str, mods: Iterable[int], epoch: int, graves: Sequence[Grave] = ()) -> Exported:
    """The package of notes that were last changed at `mods`, and of cards that were taken out (`graves`)."""
    models = note_types()
    notes = [replace(note, mod=mod) for note, mod in zip(rendered.notes, mods, strict=True)]
    dead = [tombstone(grave, models, len(notes) + i) for i, grave in enumerate(graves)]
    data = package(deck_name, [*notes, *dead], models.values(), rendered.media, epoch)
    return Exported(data, counts=rendered.counts)


def export(plan: CardPlan, assets: Assets, stamp: Stamp) -> Exported:
    """The package of a plan by itself: guids are of what the cards mean, and all are of one date."""
    guids = minted(plan)
    rendered = render(plan, assets, guids)
    return pack(rendered, plan.deck_name, [stamp.epoch] * len(guids), stamp.epoch)


def minted(plan: CardPlan) -> list[str]:
    """Guids of what the cards mean, as they are where no lock says otherwise."""
    return [mint(plan.source, card.key.above, card.key.rule, card.key.text) for card in plan.cards]


def _note(card: Card, guid: str, plan: CardPlan, media: Media, model: NoteTypeModel) -> Note:
    made = fields(card, plan.language, media)
    return Note(guid, model, made, card.tags, ordinals(card), card.due, 0, card.subdeck)


def ordinals(card: Card) -> tuple[int, ...]:
    """The cards of a note as Anki counts them: one a template whose front is filled, or one a cloze number."""
    if card.numbers:
        return tuple(number - 1 for number in card.numbers)
    return (0, 1) if card.reverse else (0,)


__all__ = ["Grave", "Rendered", "export", "minted", "ordinals", "pack", "render", "shown"]
