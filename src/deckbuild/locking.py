"""The lock of a project outside a build: what an author says of it, and what has changed in it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from . import files
from .diagnostics import Problem, error
from .loading import source_date
from .lock import LOCK, Lock, Record, read, written
from .lock.adopting import Published, adopted
from .lock_text import lock_text
from .model import Place

if TYPE_CHECKING:
    from .exporters.anki.reading import Packed


def root_of(here: Path) -> Path:
    """The nearest folder from `here` upwards that holds a lock. Raises `Problem` where none does."""
    found = next((folder for folder in (here, *here.parents) if (folder / LOCK).is_file()), None)
    if found is None:
        hint = "build a deck first: deckbuild anki"
        raise Problem(error(Place(LOCK), "no-lock", "there is no such file in this folder or above it", hint))
    return found


def change(here: Path, by: Callable[[Lock, int], Lock]) -> tuple[Lock, Lock]:
    """Change the lock of the project that `here` is in; as it was and as it is. Raises `Problem`; nothing is written then."""
    root, date = root_of(here), source_date()
    with files.alone(root):
        before = read(lock_text(root))
        changed = by(before, int(time.time()) if date is None else date)
        files.write(root / LOCK, written(changed).encode(), 0)
    return before, changed


def two_locks(one: str, other: str, here: Path) -> tuple[Lock, Lock]:
    """Two locks to compare; `A..B` names both, as git has it. Raises `Problem`: a package shows its cards in other words
    than a lock does."""
    if other == LOCK and not os.path.exists(here / one):
        one, _, named = one.partition("..")
        other = named.removeprefix(".") or other
    packages = [_is_package(name) for name in (one, other)]
    if packages[0] != packages[1]:
        fact = "a package can only be compared with another package"
        hint = "name two .apkg files, or two lock files or revisions of git"
        raise Problem(error(Place(one if packages[0] else other), "no-such-lock", fact, hint))
    return lock_at(one, here), lock_at(other, here)


def _is_package(name: str) -> bool:
    return name.lower().endswith(".apkg")


def lock_at(name: str, here: Path) -> Lock:
    """The lock that a name means: a file, a revision of git, or a package as if it were one. Raises `Problem`."""
    if _is_package(name):
        return Lock({}, {note.guid: replace(_shown(note), content=note.content) for note in _compared(name, here)})
    path = root_of(here) / LOCK if name == LOCK else here / name
    if name and os.path.isfile(path):
        return read(files.text_of(path, name), name)
    return read(_of_revision(name, root_of(here)), f"{name}:{LOCK}")


def _of_revision(revision: str, root: Path) -> str:
    if not revision or revision.startswith("-") or ":" in revision:
        raise _no_lock(revision, "it is neither a file nor a revision of git")
    call = ["git", "-C", str(root), "show", f"{revision}:./{LOCK}"]
    try:
        ran = subprocess.run(call, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    except (OSError, ValueError):
        raise _no_lock(revision, "there is no such file, and no git here") from None
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = f" ({said[0].removeprefix('fatal: ')})" if said else ""
        raise _no_lock(revision, f"it is neither a file nor a revision of git{reason}")
    try:
        return ran.stdout.decode("utf-8")
    except UnicodeError:
        fact = "this revision of it is not UTF-8 text"
        raise Problem(error(Place(f"{revision}:{LOCK}"), "lock-damaged", fact, "name another revision")) from None


def _no_lock(name: str, fact: str) -> Problem:
    hint = "name a lock file, or a revision such as HEAD~1 or v1.2 in which deckbuild.lock is committed"
    return Problem(error(Place(name or "''"), "no-such-lock", fact, hint))


def adopt(packages: Sequence[str], arguments: Sequence[str], here: Path) -> tuple[int, int]:
    """Make the lock anew from packages that were published, for a project that has none.

    Returns how many cards of the packages there were, and how many of them are in the notes. Raises `Problem`.
    """
    from .build import plan_all_cards
    from .exporters.anki import minted, render
    from .exporters.anki.reading import read_notes
    from .projects import projects_of

    sources, _ = files.find_sources(arguments, here)
    root = sources[0].root
    if (root / LOCK).exists():
        fact = "there is one already, and it would be lost"
        raise Problem(error(Place(LOCK), "lock-adopt", fact, "move it away first, if it is not the right one"))
    newest: dict[str, Published] = {}
    for card in (card for package in packages for card in _published(package, here)):
        known = newest.get(card.record.guid)
        newest[card.record.guid] = card if known is None or known.mod < card.mod else known
    published = list(newest.values())
    plans, _ = plan_all_cards(arguments, here)
    shown = [[_shown(note) for note in read_notes(render(plan, {}, minted(plan)).notes)] for plan in plans]
    above = projects_of(sources, None, here)[root].deck_above
    lock = adopted(plans, shown, published)
    lock = replace(lock, decks={note: name.removeprefix(f"{above(note)}::") for note, name in lock.decks.items()})
    text = written(lock)
    _check_adopted(lock, text, packages[0])
    files.write(root / LOCK, text.encode(), 0)
    return len(published), len(lock.cards)


def _check_adopted(lock: Lock, text: str, package: str) -> None:
    """Raises `Problem` for a lock that is of no use: no card was found, or it could not be read again."""
    hint = "name the packages that were made of these notes, with the notes as they were then"
    if not lock.cards:
        fact = "none of its cards is in the notes"
        raise Problem(error(Place(package), "lock-adopt", fact, hint))
    try:
        read(text)
    except Problem:
        fact = "it holds a card with a guid, a date or a number that Anki does not write"
        raise Problem(error(Place(package), "lock-adopt", fact, hint)) from None


def _published(package: str, here: Path) -> Iterator[Published]:
    """The cards of a package, with the whole names of their decks."""
    try:
        packed = _package(package, here)
    except ValueError as fault:
        raise Problem(error(Place(package), "lock-adopt", str(fault), _OF_OURS)) from None
    yield from (Published(_shown(note), note.content, note.mod, note.blanks, note.deck) for note in packed)


def _compared(package: str, here: Path) -> list[Packed]:
    try:
        return _package(package, here)
    except ValueError as fault:
        raise Problem(error(Place(package), "no-such-lock", str(fault), _OF_OURS)) from None


def _package(name: str, here: Path) -> list[Packed]:
    """The notes of a package. Raises `ValueError` where it is none of ours."""
    from .exporters.anki.reading import read_package

    if not os.path.isfile(here / name):
        raise ValueError("there is no such file")
    try:
        return read_package(files.bytes_of(here / name, name))[1]
    except ValueError as fault:
        raise ValueError(f"no deck can be read from it: {fault}") from None


_OF_OURS = "name an .apkg that deckbuild made, such as that of the last release"


def _shown(note: Packed) -> Record:
    text, answer = note.sides
    above = tuple(note.fields.get("Source", "").split(" › "))
    return Record(
        guid=note.guid, type=note.type, note="", above=above, rule=note.fields["Kind"], text=text, answer=answer
    )
