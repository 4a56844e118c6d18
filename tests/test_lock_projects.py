"""The lock in a project that lives: decks get other names, notes go, files are damaged, two builds meet."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import deckbuild.decks
from deckbuild.cli import main
from deckbuild.diagnostics import Problem
from deckbuild.exporters.anki.reading import read_package
from deckbuild.lock import LOCK, Lock, read

CHEMISTRY = """\
# Chemistry

- strong acid : dissociates completely in water
- weak acid : dissociates partly in water

The daemon of **Strong Bases** is found in the **Nearest Laboratory** of them.
"""
GIT = "# Git\n\n- commit : a state of all files with its parents\n- branch : a name that moves with its commits\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "notes").mkdir()
    write("notes/chem.md", CHEMISTRY)
    write("notes/git.md", GIT)
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def build(*arguments: str) -> int:
    return main(["anki", "-q", *arguments])


def lock() -> Lock:
    return read(Path(LOCK).read_text("utf-8"))


def deck_of(package: str) -> str:
    return read_package(Path(package).read_bytes())[0]


def test_a_setting_above_all_decks_may_change(project: Path) -> None:
    write("deckbuild.yaml", "deck: University\n")
    build()
    assert deck_of("output/chem.apkg") == "University::Chemistry"
    write("deckbuild.yaml", "deck: Uni\n")
    write("notes/chem.md", CHEMISTRY.replace("# Chemistry", "# Chemistry II"))
    build()
    assert deck_of("output/chem.apkg") == "Uni::Chemistry"


def test_a_name_that_the_author_takes_back_leaves_the_title(project: Path) -> None:
    write("notes/chem.md", f"---\ndeck: A::B\n---\n{CHEMISTRY}")
    build()
    assert deck_of("output/chem.apkg") == "A::B"
    write("notes/chem.md", CHEMISTRY)
    build()
    assert deck_of("output/chem.apkg") == "Chemistry"


def test_a_new_title_is_told_and_makes_no_second_deck(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    write("notes/chem.md", CHEMISTRY.replace("# Chemistry", "# Acids"))
    capsys.readouterr()
    assert main(["anki"]) == 0
    assert "the deck keeps the name that students have it by, 'Chemistry' [deck-name-kept]" in capsys.readouterr().err
    assert deck_of("output/chem.apkg") == "Chemistry"


def test_a_note_that_is_deleted_leaves_an_update_package(project: Path) -> None:
    write("notes/deep/chem.md", CHEMISTRY)
    build()
    Path("notes/deep/chem.md").unlink()
    shutil.rmtree("output")
    for _ in range(2):
        build()
        assert sorted(path.name for path in Path("output").rglob("*.apkg")) == [
            "chem.apkg",
            "chem.update.apkg",
            "git.apkg",
        ]
    with zipfile.ZipFile("output/deep/chem.update.apkg") as package:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(package.read("collection.anki2"))
    rows = connection.execute("select guid, tags from notes").fetchall()
    gone = {card.guid for card in lock().cards.values() if card.note == "notes/deep/chem.md" and card.retired}
    assert {guid for guid, _ in rows} == gone
    assert {tags.strip() for _, tags in rows} == {"deckbuild::retired"}


def test_a_note_in_a_folder_that_is_closed_is_not_gone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("notes/deep/more.md", CHEMISTRY)
    build()
    before = lock()
    iterdir = Path.iterdir

    def closed(path: Path):  # type: ignore[no-untyped-def]
        if path.name == "deep":
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    def unreachable(path: Path, **how: bool) -> os.stat_result:
        if "deep" in path.parts:
            raise PermissionError(13, "Permission denied")
        return os.stat(path, **how)

    monkeypatch.setattr(Path, "iterdir", closed)
    monkeypatch.setattr(Path, "stat", unreachable)
    assert build() == 1
    monkeypatch.undo()
    os.chdir(project)
    assert lock() == before
    assert Path("output/git.apkg").exists()


def test_a_build_beside_another_takes_its_cards_over(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading the lock and writing it, another build adds the cards of another note."""
    build("notes/git.md")
    settle, calls = deckbuild.decks.settle, []

    def meanwhile(*given: object) -> Lock:
        calls.append(given)
        if len(calls) == 1:
            write("notes/more.md", "# More\n\n- rebase : moves commits onto another state of the files\n")
            build("notes/more.md")
        return settle(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(deckbuild.decks, "settle", meanwhile)
    build("notes/chem.md")
    assert {card.note for card in lock().present} == {"notes/git.md", "notes/chem.md", "notes/more.md"}


def test_packages_of_several_decks_are_adopted_at_once(project: Path) -> None:
    build()
    before = lock()
    shutil.move("output", "old")
    Path(LOCK).unlink()
    assert main(["lock", "adopt", "old/chem.apkg", "old/git.apkg"]) == 0
    assert build() == 0
    assert lock() == before
    assert Path("output/chem.apkg").read_bytes() == Path("old/chem.apkg").read_bytes()


@pytest.mark.parametrize("kept", [1, 2, 4])
def test_a_lock_that_lost_its_end_is_not_taken_for_whole(kept: int, project: Path) -> None:
    build()
    lines = Path(LOCK).read_text("utf-8").split("\n")
    write(LOCK, "\n".join(lines[:kept]) + "\n")
    with pytest.raises(Problem, match="lock-damaged"):
        lock()
    assert build() == 1


def test_signs_that_end_lines_elsewhere_end_none_here(project: Path) -> None:
    write("notes/chem.md", "# T\n\n- strong acid : dissociates\u2028completely\u0085in water\n")
    build()
    first = lock()
    build()
    assert lock() == first
    write(LOCK, Path(LOCK).read_text("utf-8").replace("\n", "\r\n"))
    assert lock() == first


@pytest.mark.parametrize("line", ['{"guid":"x","note":' + "[" * 100_000, '{"deck":' + "[" * 100_000])
def test_a_line_that_nests_without_end_is_damaged(line: str) -> None:
    with pytest.raises(Problem, match="lock-damaged"):
        read(f"# deckbuild.lock 2\n{line}\n# end\n")
    with pytest.raises(Problem, match="lock-damaged"):
        read(f"# deckbuild.lock {'9' * 5_000}\n# end\n")


def zipped(change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile("output/git.apkg") as package:
        names = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile("changed.apkg", "w") as package:
        for name, data in names.items():
            package.writestr(name, change(data) if name == "collection.anki2" else data)
    return Path("changed.apkg").read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data.replace(b'{"', b"[["),
        lambda data: data[:100] + b"\xff" * 2_000 + data[2_100:],
    ],
)
def test_a_package_that_is_damaged_inside_is_told(change: Callable[[bytes], bytes], project: Path) -> None:
    build()
    with pytest.raises(ValueError, match=r"\w"):
        read_package(zipped(change))


def test_a_fact_in_other_words_in_its_place_is_doubted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = "# OS\n\n- heap : where objects live\n- {}\n- stack : where calls live\n"
    write("notes/git.md", facts.format("mutex : lets one thread in"))
    build()
    write("notes/git.md", facts.format("상호배제 잠금 : 한 번에 하나만 들어갈 수 있음"))
    capsys.readouterr()
    assert main(["anki"]) == 0
    said = capsys.readouterr().err
    assert "'상호배제 잠금' is taken for a new card; it may be 'mutex'" in said
    assert "deckbuild lock link '" in said
