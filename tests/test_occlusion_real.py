"""Image occlusion in the real backend of Anki: it takes the notes as its own, and keeps what a student has learnt."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from deckbuild.build import build

from .look_cards import import_package
from .test_occlusion import STACK, note

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="the anki package is not installed")

pytestmark = pytest.mark.real


def packed(root: Path, text: str, date: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(date))
    (root / "notes").mkdir(exist_ok=True)
    (root / "notes" / "a.md").write_text(text, "utf-8")
    (written,) = build(["notes/a.md"], None, ["anki"], root).written
    return written.path


def test_anki_takes_the_note_as_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collection: Any = import_package(packed(tmp_path, note(STACK), 1_760_000_000, monkeypatch), tmp_path)
    (identity,) = collection.find_notes('"note:deckbuild Image Occlusion"')
    assert collection.get_note(identity).note_type()["originalStockKind"] == 6
    found = collection.get_image_occlusion_note(note_id=identity).note
    assert {each.ordinal: len(each.shapes) for each in found.occlusions} == {1: 1, 2: 2, 3: 1, 4: 1}
    assert found.occlude_inactive
    assert found.image_data.startswith(b"\x89PNG")
    assert len(collection.get_note(identity).cards()) == 4
    assert not collection.media.check().missing
    changed = collection.get_note(identity)["Occlusion"]
    collection.update_image_occlusion_note(identity, changed, "다른 질문", "", [])
    assert collection.get_note(identity)["Header"] == "다른 질문"
    collection.close()


def test_an_edited_label_leaves_the_history_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collection: Any = import_package(packed(tmp_path, note(STACK), 1_760_000_000, monkeypatch), tmp_path)
    (identity,) = collection.find_notes('"note:deckbuild Image Occlusion"')
    for card in collection.get_note(identity).cards():
        collection.sched.set_due_date([card.id], f"{10 + card.ord}")
    due = {card.ord: card.due for card in collection.get_note(identity).cards()}
    collection.close()
    edited = note(STACK.replace("도커 엔진", "도커 엔진 (새)").replace("인프라", "펌웨어, 인프라"))
    collection = import_package(packed(tmp_path, edited, 1_760_000_500, monkeypatch), tmp_path)
    after = {card.ord: card.due for card in collection.get_note(identity).cards()}
    assert {ordinal: after[ordinal] for ordinal in due} == due
    assert set(after) - set(due) == {4}
    assert "새" not in collection.get_note(identity)["Occlusion"], "a mask says nothing of what it hides"
    collection.close()
