"""How far a build reaches: which notes it may say are gone, and where the lock of a note in a sub-folder lies."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from deckbuild.cli import main
from deckbuild.lock import LOCK, Lock, read

from .test_lock_projects import CHEMISTRY, GIT, build, deck_of, guids, lock, project, write

__all__ = ["project"]


def retired(found: Lock) -> set[str]:
    return {card.note for card in found.cards.values() if card.retired}


@pytest.mark.parametrize("left", ["a folder", "no folder"])
def test_the_last_note_of_a_project_may_be_deleted(
    left: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("deckbuild.yaml", "deck: Uni\n")
    build()
    shutil.rmtree("notes")
    if left == "a folder":
        os.mkdir("notes")
    shutil.rmtree("output")
    capsys.readouterr()
    for _ in range(2):
        assert main(["anki"]) == 0
        assert "notes/git.md: info: this note is no more; its 2 cards are taken out" in capsys.readouterr().err
    assert not lock().present
    assert sorted(path.name for path in Path("output").iterdir()) == ["chem.update.apkg", "git.update.apkg"]
    assert main(["all", "-q", "--frozen"]) == 0


def test_that_the_last_note_is_gone_is_no_secret_to_frozen_builds(project: Path) -> None:
    build()
    shutil.rmtree("notes")
    assert build("--frozen") == 1
    assert main(["slides", "-q"]) == 2
    assert main(["anki", "-q", "nowhere"]) == 2
    assert len(lock().present) == len(lock().cards)


def test_a_note_that_is_empty_now_is_one_whose_cards_were_taken_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    before = guids("notes/git.md")
    write("notes/git.md", "")
    capsys.readouterr()
    assert main(["anki"]) == 0
    assert "notes/git.md: info: there is nothing in this note any more; its 2 cards" in capsys.readouterr().err
    assert retired(lock()) == {"notes/git.md"}
    assert Path("output/git.update.apkg").exists()
    write("notes/git.md", GIT)
    build()
    assert guids("notes/git.md") == before
    assert not Path("output/git.update.apkg").exists()


def test_building_one_note_says_nothing_of_others_that_are_gone(project: Path) -> None:
    build()
    before = guids("notes/git.md")
    os.rename("notes/git.md", "notes/versions.md")
    assert build("notes/chem.md") == 0
    assert guids("notes/git.md") == before
    assert not Path("output/git.update.apkg").exists()
    dates = {card.guid: card.mod for card in lock().present}
    assert build() == 0
    assert guids("notes/versions.md") == before
    assert {card.guid: card.mod for card in lock().present} == dates


def test_building_a_folder_says_nothing_of_what_is_outside_it(project: Path) -> None:
    write("notes/deep/more.md", CHEMISTRY.replace("Chemistry", "More"))
    build()
    Path("notes/git.md").unlink()
    assert build("notes/deep") == 0
    assert not retired(lock())
    assert build("notes") == 0
    assert retired(lock()) == {"notes/git.md"}


@pytest.mark.parametrize("call", [(), ("notes/deep",), ("notes/deep/more.md",)])
def test_settings_of_a_folder_make_no_lock_of_their_own(call: tuple[str, ...], project: Path) -> None:
    write("notes/deep/more.md", CHEMISTRY.replace("Chemistry", "More"))
    build()
    before = lock()
    write("notes/deep/deckbuild.yaml", "deck: Deep\n")
    build(*call)
    assert not Path(f"notes/deep/{LOCK}").exists()
    assert {card.guid for card in lock().present} == {card.guid for card in before.present}
    assert deck_of(str(next(Path("output").rglob("more.apkg")))) == "Deep::deep::More"


@pytest.mark.parametrize("call", [(), ("notes/deep/more.md",)])
def test_also_the_first_build_makes_but_one_lock(call: tuple[str, ...], project: Path) -> None:
    write("deckbuild.yaml", "deck: Uni\n")
    write("notes/deep/deckbuild.yaml", "lang: en\n")
    write("notes/deep/more.md", CHEMISTRY.replace("Chemistry", "More"))
    build(*call)
    assert Path(LOCK).exists()
    assert not Path(f"notes/deep/{LOCK}").exists()
    assert {card.note for card in lock().present} >= {"notes/deep/more.md"}
    assert deck_of(str(next(Path("output").rglob("more.apkg")))) == "Uni::deep::More"


def test_a_folder_sets_what_holds_for_its_notes_and_leaves_the_rest(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("deckbuild.yaml", "tags: [exam]\nstrict: yes\n")
    write("notes/deep/deckbuild.yaml", "cards:\n  skip: yes\noutput: elsewhere\nstrict: no\n")
    write("notes/deep/more.md", CHEMISTRY.replace("Chemistry", "More"))
    capsys.readouterr()
    assert main(["anki", "-q"]) == 1
    said = capsys.readouterr().err
    assert "notes/deep/deckbuild.yaml:3: warning: column 1: 'output' holds for a whole project" in said
    assert "notes/deep/deckbuild.yaml:4: warning: column 1: 'strict' holds for a whole project" in said
    assert {path.name for path in Path("output").rglob("*.apkg")} == {"chem.apkg", "git.apkg"}


def test_a_fault_in_the_settings_of_a_folder_keeps_its_notes_alone_from_being_built(project: Path) -> None:
    write("notes/deep/deckbuild.yaml", "cards:\n  budget: many\n")
    write("notes/deep/more.md", CHEMISTRY.replace("Chemistry", "More"))
    assert build() == 1
    assert {path.name for path in Path("output").rglob("*.apkg")} == {"chem.apkg", "git.apkg"}


def test_projects_beside_each_other_keep_their_locks(project: Path) -> None:
    for name in ("one", "two"):
        write(f"courses/{name}/deckbuild.yaml", f"deck: {name}\n")
        write(f"courses/{name}/notes/a.md", CHEMISTRY)
        build(f"courses/{name}/notes")
    write("deckbuild.yaml", "deck: all\n")
    build("courses/one", "courses/two")
    assert not Path(LOCK).exists()
    assert {card.note for card in read(Path(f"courses/one/{LOCK}").read_text("utf-8")).present} == {"notes/a.md"}


def test_settings_outside_a_repository_are_of_no_project_in_it(project: Path) -> None:
    write("deckbuild.yaml", "deck: outside\n")
    write("repository/.git/HEAD", "ref: refs/heads/main\n")
    write("repository/deckbuild.yaml", "deck: inside\n")
    write("repository/notes/a.md", CHEMISTRY)
    build("repository/notes")
    assert Path(f"repository/{LOCK}").exists()
    assert not Path(LOCK).exists()


def test_cards_that_the_budget_pushes_out_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = [f"- {word} : {what}" for word, what in zip(WORDS, MEANINGS, strict=True)]
    write("notes/git.md", "---\ncards:\n  budget: 6\n---\n\n# Git\n\n" + "\n".join(facts[:6]) + "\n")
    build()
    before = guids("notes/git.md")
    assert len(before) == 6
    write("notes/git.md", Path("notes/git.md").read_text("utf-8").replace("budget: 6", "budget: 4"))
    capsys.readouterr()
    assert main(["anki"]) == 0
    said = capsys.readouterr().err
    assert said.count("is taken out: there is no room for it (cards.budget 4, cards.section 24)") == 2
    assert len(guids("notes/git.md")) == 4
    assert main(["anki"]) == 0
    assert "no room" not in capsys.readouterr().err


def test_cards_that_an_author_takes_out_are_no_matter_of_the_budget(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = [f"- {word} : {what}" for word, what in zip(WORDS, MEANINGS, strict=True)]
    head = "---\ncards:\n  budget: 4\n---\n\n# Git\n\n"
    write("notes/git.md", head + "\n".join(facts) + "\n")
    build()
    write("notes/git.md", head + "\n".join(facts[1:]) + "\n")
    capsys.readouterr()
    assert main(["anki"]) == 0
    assert "no room" not in capsys.readouterr().err


WORDS = ("commit", "branch", "tag", "index", "remote", "stash", "hook", "reflog")
MEANINGS = (
    "a state of all files with its parents",
    "a name that moves with what is added",
    "a name that never moves again",
    "what the next snapshot will hold",
    "another copy that is known by its address",
    "changes that are laid aside for later",
    "a program that runs at a certain moment",
    "a diary of where each name has pointed",
)


def test_a_note_that_is_named_and_not_there_is_a_wrong_call(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    before = lock()
    os.rename("notes/git.md", "notes/gits.md")
    capsys.readouterr()
    assert main(["anki", "notes/git.md"]) == 2
    assert "there is 'gits.md'" in capsys.readouterr().err
    assert lock() == before


def test_a_lock_made_anew_knows_what_the_settings_of_folders_set_before_names(project: Path) -> None:
    write("deckbuild.yaml", "deck: Uni\n")
    write("notes/deep/deckbuild.yaml", "deck: Deep\n")
    write("notes/deep/more.md", CHEMISTRY.replace("Chemistry", "More"))
    build()
    before = lock()
    Path(LOCK).unlink()
    assert main(["lock", "adopt", "output/chem.apkg", "output/git.apkg", "output/deep/more.apkg"]) == 0
    assert lock().decks == before.decks
    assert build("--frozen") == 0


def test_what_the_lock_does_not_match_is_counted_and_the_first_cards_are_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    write(
        "notes/git.md",
        GIT.replace("- branch : a name", "- tag : a mark\n\n- HEAD : where one is\n- fork : a copy\n- hook : a name"),
    )
    before = Path(LOCK).read_bytes()
    assert build("--frozen") == 1
    said = capsys.readouterr().err
    assert "3 cards new, 1 card reworded; notes/git.md:4: 'tag' is new; notes/git.md:6: 'HEAD' is new; " in said
    assert "; notes/git.md:7: 'fork' is new; 1 more [lock-outdated]" in said
    assert "hint: run 'deckbuild lock', look at 'deckbuild diff', and commit the file" in said
    assert Path(LOCK).read_bytes() == before
    write("notes/git.md", GIT.replace("- branch : a name that moves with its commits\n", ""))
    assert build("--frozen") == 1
    assert "1 card retired; notes/git.md: 'branch' is retired [lock-outdated]" in capsys.readouterr().err


def test_a_deck_of_another_name_is_no_other_order_of_its_cards(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    write("deckbuild.lock", Path(LOCK).read_text("utf-8").replace('{"deck":"Git"', '{"deck":"Versions"'))
    write("notes/git.md", f"---\ndeck: Git\n---\n\n{GIT}")
    assert build("--frozen") == 1
    assert "it does not match the notes: the name of a deck differs [lock-outdated]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [
        ('"rule":"label"', '"rule":"term"', "what it says of cards beside their words differs"),
        ('{"deck"', '{"deck":"X","of":"notes/x.md"}\n{"deck"', "the notes that it names decks of differ"),
        ('{"deck"', '# end\n{"deck"', ""),
    ],
)
def test_what_was_changed_by_hand_is_said_to_differ_as_it_does(
    old: str, new: str, fact: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    write(LOCK, Path(LOCK).read_text("utf-8").replace(old, new, 1))
    assert build("--frozen") == 1
    assert (
        f"it does not match the notes: {fact or 'its lines are other ones, or in another order'} ["
        in capsys.readouterr().err
    )


def test_cards_that_changed_places_are_in_another_order(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    first, second = GIT.splitlines(keepends=True)[2:]
    write("notes/git.md", GIT.replace(first + second, second + first))
    assert build("--frozen") == 1
    assert "it does not match the notes: the order of cards differs [" in capsys.readouterr().err


def test_a_card_of_which_the_lock_has_no_words_is_named_by_what_made_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    lines = Path(LOCK).read_text("utf-8").splitlines(keepends=True)
    bare = '{"guid":"x","note":"notes/old.md","rule":"formula"}\n'
    write(LOCK, "".join((*lines[:-1], bare, lines[-1])))
    assert build("--frozen") == 1
    assert "1 card retired; notes/old.md: 'formula' is retired [" in capsys.readouterr().err
