"""The decks of a project: plans of cards and the lock → packages, and the lock as it is then.

The lock is written first. A build that is cut off between it and the packages loses nothing: the next one finds the
cards in the lock, and makes the packages that are not there.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from . import files
from .config import DEFAULTS, Cards
from .deck_names import DeckName, Named, said_of_names
from .diagnostics import Diagnostic, Problem, Severity, error, warning
from .exporters.anki import Rendered, pack, render
from .exporters.base import Assets, Exported
from .lock import LOCK, Lock, Record, read, written
from .lock.blanks import numbered
from .lock.copies import outlived
from .lock.homes import has_own, homes, now_in, origin, renamed_away
from .lock.identify import Identified, Identity, identify
from .lock.missing import lock_gone, missing_lines
from .lock.published import with_published
from .lock.records import records, stands_in
from .lock.settle import Naming, settle
from .lock_text import committed, lock_text
from .model import Place
from .outdated import none_there, outdated
from .plan.cards.model import Card, CardPlan
from .reach import Reach
from .retiring import PASSAGE, retirements
from .taken_out import graves_of, is_missing, is_out, note_gone, updates_of_gone


class Planned(Struct, frozen=True):
    """The cards of one source. `epoch` is when it was changed (seconds since 1970)."""

    plan: CardPlan
    assets: Assets
    name: DeckName
    epoch: int
    settings: Cards = DEFAULTS.cards


class Release(Struct, frozen=True):
    """What students get of one source. `update` is the same with the cards that were taken out, where there are any;
    `fate` counts the notes of Anki that are `new`, those that are `kept` and those that this build `retired`."""

    package: Exported
    update: Exported | None
    fate: Mapping[str, int] = {}


class Decks(Struct, frozen=True):
    """The packages, as the sources came; none where the lock does not let them be made. `gone` are update packages for
    notes that are no more, by note, `left` notes that the lock knows no more, with the note that has most cards of each
    now, if any has, and `retired` how many cards went, by the note that takes them out: it may have another name now. `first`
    are notes that the lock knew nothing of, `known` the guids that it has."""

    made: tuple[Release, ...]
    gone: Mapping[str, Exported]
    diagnostics: tuple[Diagnostic, ...]
    first: frozenset[str] = frozenset()
    known: Collection[str] = ()
    left: Mapping[str, str] = {}
    retired: Mapping[str, int] = {}


class _Resolution(Struct, frozen=True):
    """What becomes of the lock: as it was `read` from `text`, and as it is then (`lock`). `now_in` tells of a note that had
    cards which note has most of them."""

    text: str
    read: Lock
    lock: Lock
    found: Identified
    plans: list[CardPlan]
    rendered: list[Rendered]
    now_in: Mapping[str, str]

    @property
    def gone(self) -> list[Record]:
        """The cards that are no more, with what their notes are called now."""
        return [self.lock.cards[card.guid] for card in self.found.gone]


def make_decks(
    planned: Sequence[Planned], root: Path, date: int | None, frozen: bool, reach: Reach, above: Callable[[str], str]
) -> Decks:
    """Find out which card is which, write the lock of the project at `root`, and make the packages.

    `reach` tells which notes were taken out, and `above` what stands before the name of such a one's deck.

    With `frozen` the lock must be what it would become; it is an error if not, or if it cannot be written where there is
    one, and nothing is made. Of two builds at once the second waits; where it was another program that wrote the lock
    meanwhile, its cards count.
    """
    now = int(time.time()) if date is None else date
    try:
        _check_once(planned)
        with files.alone(root):
            resolved = _resolve(planned, root, now, reach)
            if lock_text(root) != resolved.text:
                resolved = _resolve(planned, root, now, reach)
            said = [
                *_missing(resolved, root),
                *resolved.found.diagnostics,
                *_retirements(planned, resolved.gone, root),
                *said_of_names(_named(planned, resolved.lock)),
                *_save(resolved, root, frozen),
            ]
    except Problem as problem:
        return Decks((), {}, (problem.diagnostic,))
    if any(each.severity is Severity.ERROR for each in said):
        return Decks((), {}, tuple(said))
    parts = zip(planned, resolved.plans, resolved.rendered, resolved.found.plans, strict=True)
    retired = Counter(card.note for card in resolved.gone)
    made = tuple(_release(*each, resolved.lock, retired) for each in parts)
    gone = dict(updates_of_gone(resolved.lock, root, reach, above))
    said += [note_gone(note, resolved.lock, root) for note in gone]
    first = {plan.source for plan in resolved.plans} - {card.note for card in resolved.read.cards.values()}
    dropped = sorted(resolved.read.decks.keys() - resolved.lock.decks.keys())
    left = {note: resolved.now_in.get(note, "") for note in dropped}
    return Decks(made, gone, tuple(said), frozenset(first), resolved.lock.cards.keys(), left, retired)


def _missing(resolved: _Resolution, root: Path) -> Iterator[Diagnostic]:
    """Lines that the lock should have, where there is one; and the lock itself, where the last commit has it."""
    if not resolved.text:
        if resolved.lock.cards and committed(root):
            yield lock_gone()
    else:
        found = zip(resolved.plans, resolved.found.plans, strict=True)
        new = [plan.source for plan, cards in found if cards and not any(card.was for card in cards)]
        yield from missing_lines(resolved.read, new)


def _retirements(planned: Sequence[Planned], gone: Sequence[Record], root: Path) -> Iterator[Diagnostic]:
    """Why cards go whose words are in their notes still."""
    leaving = {card.note for card in gone}
    for each in planned:
        note = each.plan.source
        if note in leaving:
            with suppress(Problem):
                yield from retirements(each.plan, gone, files.text_of(root / note, note), each.settings)


def _check_once(planned: Sequence[Planned]) -> None:
    """Raises `Problem` where two sources are of one note: its cards would be told apart by nothing."""
    ((twice, count),) = Counter(each.plan.source for each in planned).most_common(1) or [("", 0)]
    if count > 1:
        fact = "two concept models, or a model and the note, are built at once, and both say that they are of this note"
        raise Problem(
            error(Place(twice), "note-twice", fact, "keep one of them, or give the other a 'source' of its own")
        )


def _resolve(planned: Sequence[Planned], root: Path, now: int, reach: Reach) -> _Resolution:
    text = lock_text(root)
    lock = read(text) if text else Lock()
    planned = [replace(each, plan=with_published(each.plan, lock)) for each in planned]
    read_now = {each.plan.source for each in planned}
    others = {card.note for card in lock.present} - read_now
    renamed = files.other_spellings(read_now, others, root)
    absent = {note for note in others if is_missing(root / note)} | renamed
    out = {note for note in others if is_out(note, root, reach)} | renamed
    strayed = {card.guid for card in lock.present if card.note in absent - out}
    strayed.update(_strayed(planned, lock, read_now | absent | out, root))
    copied = frozenset(outlived(lock, read_now, out))
    plans_read = [each.plan for each in planned]
    found = identify(plans_read, lock, out, strayed, copied, dict(_passed_over(planned, root)))
    came = {each.plan.source: identities for each, identities in zip(planned, found.plans, strict=True)}
    left = absent | renamed_away(came)
    names = {
        each.plan.source: _own_name(each, identities, lock, left)
        for each, identities in zip(planned, found.plans, strict=True)
    }
    plans = [
        replace(
            each.plan, deck_name=each.name.known_as(names[each.plan.source]), cards=_numbered(each.plan, identities)
        )
        for each, identities in zip(planned, found.plans, strict=True)
    ]
    rendered = [
        render(plan, each.assets, [identity.guid for identity in identities])
        for plan, each, identities in zip(plans, planned, found.plans, strict=True)
    ]
    contents = [[note.content for note in each.notes] for each in rendered]
    given = {each.plan.source: each.name.given for each in planned if each.name.given}
    settled = settle(plans, found, contents, lock, now, Naming(names, given, homes(came, left)))
    return _Resolution(text, lock, settled, found, plans, rendered, now_in(came))


def _passed_over(planned: Sequence[Planned], root: Path) -> Iterator[tuple[str, str]]:
    """For each note the passages of which no card was made since another asks the same."""
    for each in planned:
        places = [said.place for said in each.plan.diagnostics if said.code == "duplicate-prompt"]
        with suppress(Problem):
            texts = {path: files.text_of(root / path, path).split("\n") for path in {place.path for place in places}}
            passages = ("\n".join(texts[place.path][place.line - 1 :][:PASSAGE]) for place in places)
            yield each.plan.source, "\n".join(passages)


def _strayed(planned: Sequence[Planned], lock: Lock, known: Collection[str], root: Path) -> Iterator[str]:
    """The cards of notes that were not read which are in those that were, and no longer in their own: a section moved
    there, and only its new note is built, or nothing is left of the old one."""
    said = {(card.text, card.answer) for each in planned for card in records(each.plan)}
    held: dict[str, list[Record]] = defaultdict(list)
    for card in lock.present:
        if card.note not in known and (card.text, card.answer) in said:
            held[card.note].append(card)
    for note, cards in held.items():
        try:
            text = files.text_of(root / note, note)
        except Problem:
            continue
        yield from (card.guid for card in cards if not stands_in(card, text))


def _numbered(plan: CardPlan, identities: Sequence[Identity]) -> tuple[Card, ...]:
    return tuple(numbered(card, identity.blanks) for card, identity in zip(plan.cards, identities, strict=True))


def _own_name(each: Planned, identities: Sequence[Identity], lock: Lock, left: Collection[str]) -> str:
    """What a deck is published as, also when the note's file had another name. One that took in others keeps its own
    name, where it is still called so."""
    note, own = each.plan.source, each.name.own
    published, is_here = lock.decks.get(note, own), has_own(note, identities)
    if (former := origin(identities)) in left and not (is_here and published == own):
        return lock.decks.get(former, own)
    elsewhere = not is_here and any(card.note == note for card in lock.present)
    return own if elsewhere else published


def _named(planned: Sequence[Planned], lock: Lock) -> list[Named]:
    return [
        Named(each.plan.source, each.name, lock.decks.get(each.plan.source, each.name.own), bool(each.plan.cards))
        for each in planned
    ]


def _save(resolved: _Resolution, root: Path, frozen: bool) -> Iterator[Diagnostic]:
    """Write the lock, or tell why it is not. Where there is one, a deck of cards that it does not have would lose them with
    the next edit; where there is none, notes that may only be read are built all the same.
    """
    text, before = written(resolved.lock), resolved.text
    if text.split() == before.removeprefix("\ufeff").split() or not (before or resolved.lock.cards):
        return
    if frozen:
        yield outdated(resolved.read, resolved.lock, _places(resolved)) if before else none_there()
        return
    try:
        files.write(root / LOCK, text.encode(), 0)
    except Problem as problem:
        fact = problem.diagnostic.message
        hint = "make room, or allow writing there, so that the next build knows these cards"
        if before:
            yield error(Place(LOCK), "lock-unwritten", f"{fact}; no deck is made", hint)
        else:
            yield warning(Place(LOCK), "lock-unwritten", f"{fact}; which card is which is not kept", hint)


def _places(resolved: _Resolution) -> dict[str, Place]:
    """Where each card stands, by its guid."""
    cards = zip(resolved.plans, resolved.found.plans, strict=True)
    return {of.guid: card.place for plan, found in cards for card, of in zip(plan.cards, found, strict=True)}


def _release(
    each: Planned,
    plan: CardPlan,
    rendered: Rendered,
    identities: Sequence[Identity],
    lock: Lock,
    retired: Mapping[str, int],
) -> Release:
    mods = [lock.cards[identity.guid].mod for identity in identities]
    epoch = max(mods, default=each.epoch)
    graves = graves_of(lock, plan.source)
    update = pack(rendered, plan.deck_name, mods, max((epoch, *(grave.mod for grave in graves))), graves)
    kept = sum(identity.was is not None for identity in identities)
    fate = {"new": len(identities) - kept, "kept": kept, "retired": retired.get(plan.source, 0)}
    return Release(pack(rendered, plan.deck_name, mods, epoch), update if graves else None, fate)
