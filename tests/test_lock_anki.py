"""A student's reviews survive what an author does to a note: in the real backend of Anki."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from deckbuild.cli import main
from deckbuild.lock import LOCK, read

from .conftest import ROOT
from .test_anki_backend import assert_sound, imported

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="the anki package is not installed")

pytestmark = pytest.mark.real

Edit = Callable[[str], str]


class Reviewed(NamedTuple):
    """What Anki knows of a card: its note's guid, its schedule, and how often it was answered."""

    guid: str
    ordinal: int
    schedule: tuple[int, ...]
    answers: int


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    import anki.lang
    from anki.collection import Collection

    anki.lang.set_lang("en")
    (tmp_path / "anki").mkdir()
    opened = Collection(str(tmp_path / "anki" / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "notes", folder / "notes")
    monkeypatch.chdir(folder)
    return folder


def build(project: Path, at: int, monkeypatch: pytest.MonkeyPatch, name: str = "docker") -> bytes:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(at))
    assert main(["anki", "-q"]) == 0
    return (project / "output" / f"{name}.apkg").read_bytes()


def answer_all(collection: Any) -> None:
    from anki.scheduler.v3 import CardAnswer

    for identity in collection.find_cards(""):
        card = collection.get_card(identity)
        card.start_timer()
        states = collection._backend.get_scheduling_states(card.id)
        rating = CardAnswer.EASY if identity % 3 else CardAnswer.GOOD
        collection.sched.answer_card(collection.sched.build_answer(card=card, states=states, rating=rating))
    collection.fix_integrity()  # answering this fast leaves out the time of the last review here and there


def reviewed(collection: Any) -> dict[tuple[str, int], Reviewed]:
    found = {}
    for identity in collection.find_cards(""):
        card = collection.get_card(identity)
        count = collection.db.scalar("select count() from revlog where cid=?", identity)
        schedule = (card.type, card.queue, card.ivl, card.factor, card.reps, card.lapses)
        found[card.note().guid, card.ord] = Reviewed(card.note().guid, card.ord, schedule, count)
    return found


def swapped(text: str) -> str:
    """The first two sections of the second level change places."""
    head, first, second, *rest = text.split("\n## ")
    return "\n## ".join((head, second, first, *rest))


def numbered(text: str) -> str:
    """A section at the top, and all after it numbered anew: 1.1 is 1.2, and 1.1.3 is 1.2.3."""
    later = re.sub(r"^(#+ 1\.)(\d+)", lambda found: f"{found[1]}{int(found[2]) + 1}", text, flags=re.MULTILINE)
    return later.replace("\n## ", "\n## 1.1 시작\n\n- 준비물 : 도커를 설치할 수 있는 컴퓨터 한 대\n\n## ", 1)


def typo(before: str, after: str) -> Edit:
    def edit(text: str) -> str:
        assert before in text, before
        return text.replace(before, after)

    return edit


EDITS: dict[str, Edit] = {
    "a missing space is put in": typo("담는느낌", "담는 느낌"),
    "a section is put in at the top and all are numbered": numbered,
    "two sections change places": swapped,
    "the title is changed": lambda text: text.replace("# Docker", "# Docker 정리", 1),
    "a line is put in": lambda text: text + "\n\n## 네트워크\n\n- bridge : 컨테이너끼리 통신하는 기본 네트워크\n",
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "blank lines between": lambda text: text.replace("\n## ", "\n\n\n## "),
    "an answer is reworded": typo("박스에 담는느낌 (추상화)", "상자에 담는 느낌 (추상화)"),
    "a heading is reworded": typo("### 1.1.4 리눅스 컨테이너", "### 1.1.4 리눅스의 컨테이너"),
    "a heading loses its number": typo("### 1.1.2 컨테이너", "### 컨테이너"),
    "a section becomes a sub-section": typo("## 1.2.2 도커 이미지 URL", "### 1.2.2 도커 이미지 URL"),
    "letters are capitalised": typo("cpu나 메모리의", "CPU나 메모리의"),
    "a label is renamed": typo("VMware, VircualBox", "VMware, VirtualBox"),
    "an item is taken out": lambda text: "\n".join(line for line in text.split("\n") if "1-2초" not in line),
    "a misspelling in an example": typo("ngix", "nginx"),
    "a comment is put in": lambda text: text.replace("\n## ", "\n<!-- 나중에 다시 볼 것 -->\n\n## ", 1),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_an_author_does_loses_no_review(
    edit: Edit, project: Path, collection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(collection, build(project, 1_760_000_000, monkeypatch), tmp_path)
    answer_all(collection)
    before = reviewed(collection)
    (own,) = collection.find_notes('"Back:박스에 담는느낌*"')
    (unchanged,) = collection.find_notes('"Back:*서버 운영 기록*"')
    local = collection.get_note(unchanged)
    local["Extra"] = "mine"
    collection.update_note(local)
    note = project / "notes" / "docker.md"
    note.write_bytes(edit(note.read_text("utf-8")).encode())
    log = imported(collection, build(project, 2_000_000_000, monkeypatch), tmp_path)
    after = reviewed(collection)
    assert {key: after.get(key) for key in before} == before
    new = set(after) - set(before)
    assert len(new) <= 1
    assert len(log.conflicting) == 0
    is_on_all = len(log.updated) == len({guid for guid, _ in before})  # as a title is, which each card shows
    assert is_on_all or collection.get_note(local.id)["Extra"] == "mine"
    assert collection.get_note(own)["Back"].replace(" ", "")[2:] == "에담는느낌(추상화)"
    assert_sound(collection)


def test_a_section_at_the_top_updates_no_old_note(
    project: Path, collection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(collection, build(project, 1_760_000_000, monkeypatch), tmp_path)
    note = project / "notes" / "docker.md"
    note.write_text(numbered(note.read_text("utf-8")), "utf-8")
    log = imported(collection, build(project, 2_000_000_000, monkeypatch), tmp_path)
    assert (len(log.updated), len(log.new)) == (0, 1)


def test_a_card_taken_out_is_found_by_empty_cards(
    project: Path, collection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(collection, build(project, 1_760_000_000, monkeypatch), tmp_path)
    answer_all(collection)
    before = reviewed(collection)
    note = project / "notes" / "docker.md"
    lines = note.read_text("utf-8").split("\n")
    note.write_text("\n".join(line for line in lines if "담는느낌" not in line), "utf-8")
    data = build(project, 2_000_000_000, monkeypatch)
    assert len(imported(collection, data, tmp_path).updated) == 0
    assert list(collection.get_empty_cards().notes) == []
    update = (project / "output" / "docker.update.apkg").read_bytes()
    log = imported(collection, update, tmp_path)
    assert (len(log.new), len(log.updated)) == (0, 1)
    (empty,) = collection.get_empty_cards().notes
    collection.remove_cards_and_orphaned_notes(list(empty.card_ids))
    after = reviewed(collection)
    assert len(after) == len(before) - 1
    assert {key: before[key] for key in after} == after


def test_renaming_the_file_makes_no_second_deck(
    project: Path, collection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(collection, build(project, 1_760_000_000, monkeypatch), tmp_path)
    (project / "notes" / "docker.md").rename(project / "notes" / "containers.md")
    text = (project / "notes" / "containers.md").read_text("utf-8")
    (project / "notes" / "containers.md").write_text(text.replace("# Docker", "# Containers", 1), "utf-8")
    log = imported(collection, build(project, 2_000_000_000, monkeypatch, "containers"), tmp_path)
    assert len(log.new) == 0
    assert [deck.name for deck in collection.decks.all_names_and_ids() if deck.name != "Default"] == ["Docker"]


def test_building_twice_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = build(project, 1_760_000_000, monkeypatch)
    lock = (project / "deckbuild.lock").read_bytes()
    assert build(project, 2_000_500_000, monkeypatch) == data
    assert (project / "deckbuild.lock").read_bytes() == lock


def test_frozen_fails_where_the_lock_does_not_match(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["anki", "-q", "--frozen"]) == 1
    assert not (project / "output" / "docker.apkg").exists()
    build(project, 1_760_000_000, monkeypatch)
    assert main(["anki", "-q", "--frozen"]) == 0
    note = project / "notes" / "docker.md"
    note.write_text(note.read_text("utf-8").replace("담는느낌", "담는 느낌"), "utf-8")
    assert main(["anki", "-q", "--frozen"]) == 1


OTHERS = ("en-cell-biology", "ja-database", "zh-operating-system", "ko-operating-system", "en-contract-law")


@pytest.mark.parametrize("name", OTHERS)
def test_a_rewritten_note_of_another_kind_loses_no_review(
    name: str, project: Path, collection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(project / "notes")
    (project / "notes").mkdir()
    source = (ROOT / "tests" / "golden" / name / "note.md").read_text("utf-8")
    note = project / "notes" / "docker.md"
    note.write_text(source, "utf-8")
    imported(collection, build(project, 1_760_000_000, monkeypatch), tmp_path)
    answer_all(collection)
    before = reviewed(collection)
    head, *sections = source.split("\n## ")
    turned = "\n## ".join(
        (head, "Before\n\nNothing is said here as yet.\n", *sections[1:], f"{sections[0].rstrip()}\n")
    )
    note.write_bytes(re.sub(r"^# (.*)", r"# \1 (2nd edition)", turned).replace("\n", "\r\n").encode())
    log = imported(collection, build(project, 2_000_000_000, monkeypatch), tmp_path)
    after = reviewed(collection)
    assert {key: after.get(key) for key in before} == before
    assert len(log.new) == 0
    assert len(log.conflicting) == 0


def test_a_build_that_is_cut_off_loses_no_identity(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed at any moment, a build leaves a lock that is whole, and the next one finds every card."""
    import subprocess
    import sys
    import time

    build(project, 1_760_000_000, monkeypatch)
    guids = {card.guid for card in read((project / LOCK).read_text("utf-8")).present}
    note = project / "notes" / "docker.md"
    text = note.read_text("utf-8")
    for n in range(12):
        note.write_text(text.replace("담는느낌", f"담는 느낌 {'가나다라마바사아자차카타'[n]}"), "utf-8")
        running = subprocess.Popen([sys.executable, "-m", "deckbuild", "anki", "-q"], stderr=subprocess.DEVNULL)
        time.sleep(0.08 * n)
        running.kill()
        running.wait()
        assert {card.guid for card in read((project / LOCK).read_text("utf-8")).present} == guids
    build(project, 2_000_000_000, monkeypatch)
    assert {card.guid for card in read((project / LOCK).read_text("utf-8")).present} == guids
    assert not [path for path in project.iterdir() if path.suffix == ".part" and path.stat().st_size == 0]


def test_a_lock_that_was_lost_is_made_anew_from_a_package(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = project / "notes" / "docker.md"
    first = note.read_text("utf-8")
    build(project, 1_760_000_000, monkeypatch)
    note.write_text(numbered(first.replace("담는느낌", "담는 느낌")), "utf-8")
    data = build(project, 2_000_000_000, monkeypatch)
    lock = (project / LOCK).read_text("utf-8")
    shutil.copy(project / "output" / "docker.apkg", project / "old.apkg")
    assert main(["lock", "adopt", "old.apkg"]) == 1, "a lock that is there is not overwritten"
    (project / LOCK).unlink()
    assert main(["lock", "adopt", "old.apkg"]) == 0
    assert build(project, 2_000_100_000, monkeypatch) == data
    before, after = read(lock), read((project / LOCK).read_text("utf-8"))
    assert {card.guid for card in before.present} == {card.guid for card in after.present}
    assert {card.mod for card in after.present} == {card.mod for card in before.present}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04nonsense", b"# a note"])
def test_what_is_no_package_of_ours_is_not_adopted(data: bytes, project: Path) -> None:
    (project / "old.apkg").write_bytes(data)
    assert main(["lock", "adopt", "old.apkg"]) == 1
    assert main(["lock", "adopt", "nowhere.apkg"]) == 1
    assert not (project / LOCK).exists()


def test_a_lock_that_was_lost_is_made_anew_from_what_anki_exports(
    project: Path, collection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a whole collection, with decks of the author's own beside it."""
    from anki.collection import ExportAnkiPackageOptions

    (project / "notes" / "git.md").write_text("# Git\n\n- commit : a state of all files with its parents\n", "utf-8")
    build(project, 1_760_000_000, monkeypatch)
    for name in ("docker", "git"):
        imported(collection, (project / "output" / f"{name}.apkg").read_bytes(), tmp_path)
    own = collection.new_note(collection.models.by_name("Basic"))
    own["Front"] = "mine"
    collection.add_note(own, 1)
    before = read((project / LOCK).read_text("utf-8"))
    (project / LOCK).unlink()
    for legacy in (True, False):
        options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy)
        collection.export_anki_package(out_path=str(project / f"{legacy}.apkg"), options=options, limit=None)
    capsys.readouterr()
    assert main(["lock", "adopt", "False.apkg"]) == 1
    assert "export it anew with 'Support older Anki versions'" in capsys.readouterr().err
    assert main(["lock", "adopt", "True.apkg"]) == 0
    assert main(["lock", "-q"]) == 0
    assert read((project / LOCK).read_text("utf-8")) == before
