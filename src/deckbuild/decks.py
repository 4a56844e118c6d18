"""The decks of a project: plans of cards and the lock → packages, and the lock as it is then.

The lock is written first. A build that is cut off between it and the packages loses nothing: the next one finds the
cards in the lock, and makes the packages that are not there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from . import files
from .diagnostics import Diagnostic, Problem, error, warning
from .exporters.anki import Grave, Rendered, pack, render
from .exporters.base import Assets, Exported
from .files.settings import settings_text
from .lock import LOCK, Lock, Record, read, written
from .lock.blanks import numbered
from .lock.identify import Identified, Identity, identify
from .lock.settle import settle
from .model import Place
from .plan.cards.model import CardPlan

RELEASES = 2
"""How many times that cards were taken out an update package goes back."""


class Planned(Struct, frozen=True):
    """The cards of one source. `named` is whether its author named the deck, `epoch` when the source was changed."""

    plan: CardPlan
    assets: Assets
    named: bool
    epoch: int


class Deck(Struct, frozen=True):
    """The package of one source. `update` is the same with the cards that were taken out, where there are any."""

    package: Exported
    update: Exported | None


class Decks(Struct, frozen=True):
    """The packages, as the sources came; none where the lock does not let them be made."""

    made: tuple[Deck, ...]
    diagnostics: tuple[Diagnostic, ...]


def make_decks(planned: Sequence[Planned], root: Path, date: int | None, frozen: bool = False) -> Decks:
    """Find out which card is which, write the lock of the project at `root`, and make the packages.

    With `frozen` the lock must be what it would become; it is an error if not, and nothing is made.
    """
    try:
        text = lock_text(root)
        lock = read(text) if text else Lock()
    except Problem as problem:
        return Decks((), (problem.diagnostic,))
    found, kept, plans = _identified(planned, lock, root)
    rendered = [
        render(plan, each.assets, [identity.guid for identity in identities])
        for plan, each, identities in zip(plans, planned, found.plans, strict=True)
    ]
    contents = [[note.content for note in each.notes] for each in rendered]
    settled = settle(plans, found, contents, kept, int(time.time()) if date is None else date)
    said = [*found.diagnostics, *_save(written(settled), text, root, frozen)]
    if any(each.code == "lock-outdated" for each in said):
        return Decks((), tuple(said))
    made = (_deck(*each, settled) for each in zip(planned, plans, rendered, found.plans, strict=True))
    return Decks(tuple(made), tuple(said))


def lock_text(root: Path) -> str:
    """The lock of a project as it stands, nothing where there is none. Raises `Problem`, also for an empty file."""
    text = settings_text(root, LOCK)
    if not text and (root / LOCK).exists():
        hint = "take it back from version control, or delete it where it never held anything"
        raise Problem(error(Place(LOCK), "lock-damaged", "it is empty, or no file", hint))
    return text


def _identified(planned: Sequence[Planned], lock: Lock, root: Path) -> tuple[Identified, Lock, list[CardPlan]]:
    """Which card is which; the plans with the names and the ordinals that students know them by."""
    read_now = {each.plan.source for each in planned}
    notes = {card.note for card in lock.present} - read_now
    absent = {note for note in notes if not (root / note).exists()}
    found = identify([each.plan for each in planned], lock, absent)
    plans = [
        replace(each.plan, deck_name=_name(each, identities, lock, absent), cards=_numbered(each.plan, identities))
        for each, identities in zip(planned, found.plans, strict=True)
    ]
    return found, lock, plans


def _numbered(plan: CardPlan, identities: Sequence[Identity]) -> tuple:  # type: ignore[type-arg]
    return tuple(numbered(card, identity.blanks) for card, identity in zip(plan.cards, identities, strict=True))


def _name(each: Planned, identities: Sequence[Identity], lock: Lock, absent: set[str]) -> str:
    """The deck's name: as its author says, else as it was published, also when the note's file had another name."""
    if each.named:
        return each.plan.deck_name
    if known := lock.decks.get(each.plan.source):
        return known
    came = [identity.was.note for identity in identities if identity.was and identity.was.note in absent]
    origin = max(sorted(set(came)), key=came.count, default="")
    return (
        lock.decks.get(origin, each.plan.deck_name) if 2 * came.count(origin) > len(identities) else each.plan.deck_name
    )


def _save(text: str, before: str, root: Path, frozen: bool) -> Iterator[Diagnostic]:
    if text.split() == before.removeprefix("\ufeff").split():
        return
    if frozen:
        changed = "it does not match the notes: some card is new, was changed or was taken out"
        fact = changed if before else "there is none, and with --frozen none is made"
        yield error(Place(LOCK), "lock-outdated", fact, "run 'deckbuild lock' and commit the file")
        return
    try:
        files.write(root / LOCK, text.encode(), 0)
    except Problem as problem:
        fact = f"{problem.diagnostic.message}; which card is which is not kept"
        yield warning(Place(LOCK), "lock-unwritten", fact, "allow writing there, or build with --frozen")


def _deck(each: Planned, plan: CardPlan, rendered: Rendered, identities: Sequence[Identity], lock: Lock) -> Deck:
    mods = [lock.cards[identity.guid].mod for identity in identities]
    epoch = max(mods, default=each.epoch)
    graves = _graves(lock, plan.source)
    update = pack(rendered, plan.deck_name, mods, max((epoch, *(grave.mod for grave in graves))), graves)
    return Deck(pack(rendered, plan.deck_name, mods, epoch), update if graves else None)


def _graves(lock: Lock, note: str) -> list[Grave]:
    """The cards of a note that were taken out the last few times that any were."""
    retired = [card for card in lock.cards.values() if card.retired and card.note == note]
    times = sorted({card.retired for card in retired})[-RELEASES:]
    return [_grave(card) for card in sorted(retired, key=lambda card: card.guid) if card.retired in times]


def _grave(card: Record) -> Grave:
    ordinals = sorted({number - 1 for number in card.blanks.values()}) or [0]
    return Grave(card.guid, card.type, ordinals, card.retired)
