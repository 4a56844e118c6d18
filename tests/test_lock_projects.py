"""The lock in a project that lives: decks get other names, notes go, files are damaged, two builds meet."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import deckbuild.decks
from deckbuild.cli import main
from deckbuild.diagnostics import Problem
from deckbuild.exporters.anki import reading
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


ALPHA = "# A\n\n## S\n\nQ: What is alpha of the system?\nA: The first letter of them.\n\nQ: What is beta in there?\nA: The second of the letters.\n"
OMEGA = "# B\n\n## T\n\nQ: What is omega then?\nA: The last one of all.\n"
SECTION = ALPHA.split("# A\n\n")[1]


def guids(note: str) -> set[str]:
    return {card.guid for card in lock().present if card.note == note}


@pytest.fixture
def two(project: Path) -> Path:
    shutil.rmtree("notes")
    write("notes/a.md", ALPHA)
    write("notes/b.md", OMEGA)
    build()
    return project


@pytest.mark.parametrize("left", ["", "# A\n", "---\ntags: [x]\n---\n"])
def test_a_note_of_which_all_moved_away_keeps_no_cards_from_their_new_place(left: str, two: Path) -> None:
    before = guids("notes/a.md")
    write("notes/a.md", left)
    write("notes/b.md", f"{OMEGA}\n{SECTION}")
    build()
    assert guids("notes/b.md") > before


def test_a_section_that_moved_is_found_where_its_new_note_alone_is_built(two: Path) -> None:
    before = guids("notes/a.md")
    write("notes/a.md", "# A\n\n## R\n\n- rest : what is left of it\n")
    write("notes/b.md", f"{OMEGA}\n{SECTION}")
    build("notes/b.md")
    build()
    assert guids("notes/b.md") > before


def test_what_stands_in_two_notes_stays_two_cards(two: Path) -> None:
    before = guids("notes/a.md")
    write("notes/b.md", f"{OMEGA}\n{SECTION}")
    build("notes/b.md")
    assert guids("notes/a.md") == before


def test_a_card_that_comes_back_edited_is_the_one_that_was_taken_out(two: Path) -> None:
    (beta,) = (card.guid for card in lock().present if "beta" in card.text)
    write("notes/a.md", ALPHA.replace("Q: What is beta in there?\nA: The second of the letters.\n", ""))
    build()
    assert beta not in guids("notes/a.md")
    write("notes/a.md", ALPHA.replace("of the letters", "of these letters"))
    build()
    assert beta in guids("notes/a.md")


def test_a_note_renamed_and_edited_is_found_after_another_was_built_alone(two: Path) -> None:
    before = guids("notes/a.md")
    Path("notes/a.md").unlink()
    write("notes/c.md", ALPHA.replace("first letter", "very first letter"))
    build("notes/b.md")
    build()
    assert guids("notes/c.md") == before


def test_an_update_package_bears_the_name_that_the_deck_had(two: Path) -> None:
    write("deckbuild.yaml", "deck: Uni\n")
    write("notes/c.md", f"---\ndeck: My::Own\n---\n{ALPHA}")
    build()
    Path("notes/a.md").unlink()
    Path("notes/c.md").unlink()
    build()
    names = []
    for package in ("a", "c"):
        with zipfile.ZipFile(f"output/{package}.update.apkg") as archive:
            connection = sqlite3.connect(":memory:")
            connection.deserialize(archive.read("collection.anki2"))
            names.append(
                [
                    deck["name"]
                    for deck in json.loads(connection.execute("select decks from col").fetchone()[0]).values()
                ]
            )
    assert "Uni::A" in names[0]
    assert "My::Own" in names[1]


def test_cards_taken_out_before_a_note_was_renamed_go_with_it(two: Path) -> None:
    write("notes/a.md", f"{ALPHA}\nQ: What is gamma to us?\nA: A third one that goes.\n")
    build()
    write("notes/a.md", ALPHA)
    build()
    os.rename("notes/a.md", "notes/c.md")
    build()
    assert not [card for card in lock().cards.values() if card.note == "notes/a.md"]
    assert Path("output/c.update.apkg").exists()


def test_a_note_that_takes_the_name_of_a_renamed_one_is_another_deck(two: Path) -> None:
    os.rename("notes/a.md", "notes/c.md")
    write("notes/a.md", "# New\n\n- thing : what is new in there\n")
    build()
    assert deck_of("output/c.apkg") == "A"
    assert deck_of("output/a.apkg") == "New"


def test_the_hint_of_a_deck_that_keeps_its_name_works(two: Path) -> None:
    write("notes/a.md", ALPHA.replace("# A", "# Newname"))
    build()
    assert deck_of("output/a.apkg") == "A"
    write("notes/a.md", f"---\ndeck: Newname\n---\n{ALPHA.replace('# A', '# Newname')}")
    build()
    assert deck_of("output/a.apkg") == "Newname"


def test_holes_that_only_follow_each_other_keep_their_numbers(project: Path) -> None:
    write("notes/git.md", "# G\n\nC: [Docker] is a container engine by [Solomon Hykes].\n")
    build("notes/git.md")
    (first,) = (card.blanks for card in lock().present)
    write("notes/git.md", "# G\n\nC: [Docker] is a [container] engine by [Solomon Hykes].\n")
    build("notes/git.md")
    (second,) = (card.blanks for card in lock().present)
    assert second == {**first, "container": 3}


def test_two_sources_of_one_note_are_refused_and_lose_nothing(two: Path) -> None:
    before = lock()
    assert main(["concepts", "-q", "notes/a.md"]) == 0
    shutil.copy("output/a.concepts.yaml", "notes/z.concepts.yaml")
    assert build() == 1
    assert lock() == before


@pytest.mark.parametrize("packages", [("a.apkg", "a.update.apkg"), ("a.apkg", "a.apkg"), ("a.apkg", "old.apkg")])
def test_packages_that_share_cards_are_adopted_once(packages: tuple[str, ...], two: Path) -> None:
    shutil.copy("output/a.apkg", "output/old.apkg")
    write("notes/a.md", f"{ALPHA}\nQ: What is gamma to us?\nA: A third one that goes.\n")
    build()
    write("notes/a.md", ALPHA)
    build()
    before = guids("notes/a.md")
    Path(LOCK).unlink()
    assert main(["lock", "adopt", *(f"output/{name}" for name in packages)]) == 0
    assert guids("notes/a.md") == before


def test_a_package_of_other_notes_is_not_adopted(two: Path) -> None:
    shutil.move("output", "old")
    Path(LOCK).unlink()
    write("notes/a.md", GIT)
    write("notes/b.md", CHEMISTRY)
    assert main(["lock", "adopt", "old/a.apkg"]) == 1
    assert not Path(LOCK).exists()


def test_a_lock_leads_nowhere_outside_the_project(two: Path) -> None:
    record = '{"guid":"evil","note":"notes/../../../zzz/../evil.md","rule":"label","retired":5}'
    text = Path(LOCK).read_text("utf-8").replace("# end", f"{record}\n# end")
    write(LOCK, text)
    build()
    assert not list(two.parent.glob("evil*"))
    assert Path("output/evil.update.apkg").exists()


def test_a_lock_that_is_a_link_stays_one(two: Path) -> None:
    shutil.move(LOCK, "elsewhere.lock")
    os.symlink("elsewhere.lock", LOCK)
    write("notes/b.md", OMEGA.replace("last one", "very last one"))
    build()
    assert Path(LOCK).is_symlink()


def test_an_update_package_takes_no_other_notes_name(two: Path) -> None:
    write("notes/a.update.md", OMEGA)
    assert build() == 1


def test_names_that_are_too_long_are_told(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("notes/m.concepts.yaml", f"format: deckbuild/1\nsource: {'x' * 400}.md\ndeck: D\nbody:\n  - point: a fact\n")
    assert main(["anki", "-q", f"{'z' * 300}.md"]) == 2
    assert main(["diff", "x" * 300]) == 1
    assert build() == 0
    assert "Errno" not in capsys.readouterr().err


@pytest.mark.real
def test_builds_at_once_lose_no_lines(project: Path) -> None:
    names = [f"notes/n{i}.md" for i in range(4)]
    for i, name in enumerate(names):
        write(
            name,
            f"# N{i}\n\n- thing{i} : what the thing number {i} does\n- other{i} : what the other number {i} does\n",
        )
    runs = [subprocess.Popen([sys.executable, "-m", "deckbuild", "anki", "-q", name]) for name in names]
    assert [run.wait(60) for run in runs] == [0] * 4
    assert {card.note for card in lock().present} >= set(names)


@pytest.mark.parametrize("size", [None, 100])
def test_a_package_that_unpacks_without_end_is_refused(
    size: int | None, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether or not it says how large it is."""
    monkeypatch.setattr(reading, "MOST", 1_000_000)
    build()
    Path(LOCK).unlink()
    zipped(lambda data: data + bytes(5_000_000))
    if size:
        data = Path("changed.apkg").read_bytes()
        Path("changed.apkg").write_bytes(data.replace(len_of(data), (size).to_bytes(4, "little")))
    assert main(["lock", "adopt", "changed.apkg"]) == 1
    assert "[lock-adopt]" in capsys.readouterr().err
    assert not Path(LOCK).exists()


def len_of(package: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.getinfo("collection.anki2").file_size.to_bytes(4, "little")


def test_a_package_whose_table_is_a_query_without_end_is_refused(project: Path) -> None:
    build()

    def endless(data: bytes) -> bytes:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(data)
        connection.execute("drop table notes")
        row = "'g' guid, 1 mid, 1 mod, '' flds, '' tags, n id"
        connection.execute(
            f"create view notes as with recursive c(n) as (select 1 union all select n + 1 from c) select {row} from c"
        )
        return connection.serialize()

    with pytest.raises(ValueError, match="none of Anki's"):
        read_package(zipped(endless))


def test_a_question_put_above_one_of_the_same_words_has_no_part_in_its_history(two: Path) -> None:
    (beta,) = (card.guid for card in lock().present if "beta" in card.text)
    asked, answered = "Q: What is beta in there?\nA: ", "The second of the letters.\n"
    gamma = "\nQ: What is gamma to us?\nA: A third one that goes.\n"
    write("notes/a.md", f"{ALPHA}{gamma}")
    build()
    other = f"{asked}A star that shines less than the brightest.\n\n"
    write("notes/a.md", f"{ALPHA.replace(asked, f'{other}{asked}')}{gamma}")
    build()
    assert beta not in guids("notes/a.md")
    assert lock().cards[beta].answer == answered.strip()
    write("notes/a.md", f"{ALPHA.replace(asked, f'{other}{asked}', 1).replace('in there', 'in the sky', 1)}{gamma}")
    build()
    assert beta in guids("notes/a.md")
    assert lock().cards[beta].answer == answered.strip()


def test_a_question_that_is_asked_twice_may_have_its_answer_put_right(two: Path) -> None:
    (beta,) = (card.guid for card in lock().present if "beta" in card.text)
    twice = f"{ALPHA}\nQ: What is beta in there?\nA: A star that shines less than the brightest.\n"
    write("notes/a.md", twice)
    build()
    write("notes/a.md", twice.replace("The second of", "The very second of"))
    build()
    assert beta in guids("notes/a.md")


def test_a_link_that_leads_nowhere_for_now_is_not_a_note_that_is_gone(two: Path) -> None:
    before = guids("notes/a.md")
    os.rename("notes/a.md", "a.md")
    os.symlink("../a.md", "notes/a.md")
    build()
    os.rename("a.md", "away.md")
    assert build() == 1
    assert guids("notes/a.md") == before


@pytest.mark.real
def test_a_lock_can_read_what_it_writes(two: Path) -> None:
    write("notes/h.md", "# H\n\nC: " + " ".join(f"[word{n}x] thing{n}" for n in range(600)) + "\n")
    build()
    assert guids("notes/h.md")
    write(LOCK, re.sub(r'"mod":\d+', f'"mod":{2**32 - 1}', Path(LOCK).read_text("utf-8")))
    write("notes/b.md", OMEGA.replace("last one", "very last one"))
    build()
    write("notes/b.md", "# B\n")
    build()
    assert not guids("notes/b.md")
    assert build() == 0


@pytest.mark.parametrize("name", ["notes/A.md", "notes/C\u0327a.md"])
def test_a_name_may_change_its_case_or_its_form_where_both_name_one_file(name: str, two: Path) -> None:
    """As on macOS and Windows, where the old name still finds the file; a second link to it stands in for that."""
    old = unicodedata.normalize("NFC", name).lower()
    os.rename("notes/a.md", old) if old != "notes/a.md" else None
    build()
    before, dates = guids(old), {card.guid: card.mod for card in lock().present}
    os.link(old, name)
    build(name, "notes/b.md")
    assert guids(name) == before
    assert not guids(old)
    assert {card.guid: card.mod for card in lock().present} == dates
    assert deck_of(f"output/{Path(name).stem}.apkg") == "A"


def test_decks_keep_their_names_where_two_notes_change_theirs(two: Path) -> None:
    write("notes/a.md", f"{ALPHA.replace('# A', '# A2')}\nQ: What is gamma to us?\nA: A third one that goes.\n")
    build()
    write("notes/a.md", ALPHA.replace("# A", "# A2"))
    build()
    for old, new in (("a", "x"), ("b", "a"), ("x", "b")):
        os.rename(f"notes/{old}.md", f"notes/{new}.md")
    build()
    assert (deck_of("output/a.apkg"), deck_of("output/b.apkg")) == ("B", "A")
    assert {card.note for card in lock().cards.values() if card.retired} == {"notes/b.md"}


# weak cards

FILLED = "- bud : a new cell at its side\n- spore : a cell at rest\n- sugar : what it lives on\n- lager : what is made cold\n"
WEAK = (
    "# Yeast\n\n## Cells\n\nIn autumn most of them are left **outside the cellar** for a month, before more is done.\n"
)


def test_a_weak_card_that_students_have_stays_where_its_note_gives_others(project: Path) -> None:
    write("notes/yeast.md", WEAK)
    assert build() == 0
    before = {guid for guid, card in lock().cards.items() if card.note == "notes/yeast.md"}
    assert len(before) == 1
    write("notes/yeast.md", f"{WEAK}\n{FILLED}")
    assert build() == 0
    after = {guid for guid, card in lock().cards.items() if card.note == "notes/yeast.md" and not card.retired}
    assert before < after
    assert len(after) == 5


def test_a_weak_card_that_nobody_has_is_not_made_there(project: Path) -> None:
    write("notes/yeast.md", f"{WEAK}\n{FILLED}")
    assert build() == 0
    assert sum(card.note == "notes/yeast.md" for card in lock().cards.values()) == 4
