"""A student's reviews survive what authors do to notes of many kinds: each edit in the real backend of Anki."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from deckbuild.build import plan_all_cards
from deckbuild.cli import main
from deckbuild.exporters.anki.reading import read_package
from deckbuild.lock import LOCK, Lock, read
from deckbuild.lock.records import in_order
from deckbuild.plan.cards import CardPlan

from .conftest import ROOT
from .edits import Line, lines_of
from .rewriting import NOTE, REWRITES, Notes
from .test_anki_backend import assert_sound, imported
from .test_lock_anki import Reviewed, answer_all, collection, reviewed
from .truth import truth

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="the anki package is not installed")

__all__ = ["collection"]
pytestmark = pytest.mark.real

KINDS = ("en-cell-biology", "en-git-internals", "ja-grammar-n3", "ko-korean-history", "zh-operating-system")
FIRST, SECOND = 1_760_000_000, 2_000_000_000
"""When the two builds are: what the student does lies between them, so that only its date keeps a note from being
overwritten."""
Card = tuple[str, int]


class Built(NamedTuple):
    """A build: its lock, its plans, and the packages by name."""

    lock: Lock
    plans: dict[str, CardPlan]
    packages: dict[str, bytes]

    def guids(self, note: str) -> list[str]:
        """Those of a note's cards, in their order."""
        found = [card.guid for card in in_order(self.lock.present) if card.note == note]
        assert len(found) == len(self.plans[note].cards)
        return found

    @property
    def present(self) -> set[str]:
        return {card.guid for card in self.lock.present}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def built(notes: Notes, project: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> Built:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(at))
    for path in (*project.glob("notes/*.md"), *project.glob("output/*")):
        path.unlink()
    for name, lines in notes.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_bytes("\n".join(line.text for line in lines).encode())
    assert main(["anki", "-q"]) == 0
    plans, _ = plan_all_cards(["notes"], project)
    packages = {path.name: path.read_bytes() for path in sorted((project / "output").glob("*.apkg"))}
    lock = read((project / LOCK).read_text("utf-8"))
    return Built(lock, {plan.source: plan for plan in plans}, packages)


def expected(old: Built, new: Built, before: list[Line], after: Notes) -> tuple[dict[str, str], set[str]]:
    """The guid that each card has by the one that it had, where its line says which it is; and those of cards on lines
    that were put in."""
    same: dict[str, str] = {}
    fresh: set[str] = set()
    for note, plan in new.plans.items():
        pairs, put_in = truth(old.plans[NOTE], plan, before, after[note])
        had, has = old.guids(NOTE), new.guids(note)
        same |= {had[one]: has[other] for other, one in pairs.items()}
        fresh |= {has[other] for other in put_in}
    return same, fresh


def marked(collection: Any, old: Built, new: Built) -> str:
    """A note that the edit left alone, and on which the student wrote something."""
    unchanged = [
        guid
        for guid in sorted(old.present & new.present)
        if old.lock.cards[guid].content == new.lock.cards[guid].content
    ]
    assert unchanged, "an edit leaves most notes as they are"
    note = collection.get_note(collection.db.scalar("select id from notes where guid = ?", unchanged[0]))
    note["Extra"] = "mine"
    collection.update_note(note)
    return unchanged[0]


def shown(collection: Any) -> dict[str, list[str]]:
    """The fields of each note by its guid."""
    return {guid: fields.split("\x1f") for guid, fields in collection.db.all("select guid, flds from notes")}


def said(packages: dict[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    for name, data in packages.items():
        if not name.endswith(".update.apkg"):
            yield from ((note.guid, list(note.fields.values())) for note in read_package(data)[1])


def without_empty(collection: Any) -> dict[Card, Reviewed]:
    """What is left after Tools ▸ Empty Cards."""
    for report in collection.get_empty_cards().notes:
        collection.remove_cards_and_orphaned_notes(list(report.card_ids))
    return reviewed(collection)


@pytest.mark.parametrize("edit", REWRITES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_review_is_lost(
    kind: str, edit: str, project: Path, collection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = lines_of((ROOT / "tests" / "golden" / kind / "note.md").read_text("utf-8"))
    old = built({NOTE: lines}, project, FIRST, monkeypatch)
    imported(collection, old.packages["note.apkg"], tmp_path)
    answer_all(collection)
    before = reviewed(collection)
    notes = REWRITES[edit](lines)
    assert notes != {NOTE: lines}
    new = built(notes, project, SECOND, monkeypatch)
    own = marked(collection, old, new)

    same, fresh = expected(old, new, lines, notes)
    assert {had: has for had, has in same.items() if had != has} == {}
    assert not fresh & old.present

    for name, data in new.packages.items():
        log = imported(collection, data, tmp_path) if not name.endswith(".update.apkg") else None
        assert log is None or not log.conflicting
    after = reviewed(collection)
    assert {key: after.get(key) for key in before} == before
    assert {guid for guid, _ in after} == old.present | new.present
    fields = shown(collection)
    assert {guid: fields[guid] for guid, sides in said(new.packages) if fields[guid] != sides}.keys() == {own}
    assert "mine" in fields[own]

    for name, data in new.packages.items():
        if name.endswith(".update.apkg"):
            imported(collection, data, tmp_path)
    left = without_empty(collection)
    assert {guid for guid, _ in left} == new.present
    assert {key: left.get(key) for key in before if key[0] in new.present} == {
        key: before[key] for key in before if key[0] in new.present
    }
    assert_sound(collection)
