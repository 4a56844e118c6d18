"""What a build says of names: two notes of one deck, a note whose file has another name now, and a column."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from deckbuild.cli import main

from .test_lock_projects import CHEMISTRY, GIT, build, deck_of, lock, project, write

__all__ = ["project"]


def test_two_notes_of_one_title_share_a_deck_with_a_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("notes/acids.md", CHEMISTRY.replace("strong acid", "strong base"))
    write("notes/empty.md", "# Chemistry\n")
    assert build() == 0
    said = capsys.readouterr().err
    assert (
        "notes/chem.md: warning: its cards go into one deck with those of notes/acids.md, 'Chemistry', though neither"
        in said
    )
    assert said.count("[deck-shared]") == 1
    assert "(deck: NAME)" in said


@pytest.mark.parametrize("named", [("acids",), ("acids", "chem"), ("chem",)])
def test_who_names_a_deck_may_share_it(
    named: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("acids", "chem"):
        front = "---\ndeck: Chemistry\n---\n\n" if name in named else ""
        write(f"notes/{name}.md", front + CHEMISTRY)
    assert build() == 0
    assert "[deck-shared]" not in capsys.readouterr().err


def test_titles_of_notes_in_two_folders_are_no_one_deck(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("notes/one/chem.md", CHEMISTRY)
    assert build() == 0
    assert "[deck-shared]" not in capsys.readouterr().err


def test_what_was_made_by_a_former_name_is_told_and_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    write("output/chem.pptx", "slides")
    Path("notes/chem.md").rename("notes/acids.md")
    capsys.readouterr()
    assert main(["anki"]) == 0
    said = capsys.readouterr().err
    left = ", ".join(map(os.path.join, ("output", "output"), ("chem.apkg", "chem.pptx")))
    assert "notes/acids.md: info: what was in notes/chem.md is in this note now; what was made of that is no" in said
    assert f"{left} [output-outlived]" in said
    assert Path("output/chem.apkg").is_file()
    assert Path("output/chem.pptx").is_file()
    assert main(["anki"]) == 0
    assert "[output-outlived]" not in capsys.readouterr().err


@pytest.mark.parametrize("change", ["another ending", "a copy"])
def test_outputs_that_are_made_still_are_not_outlived(
    change: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    if change == "a copy":
        shutil.copy("notes/chem.md", "notes/acids.md")
    else:
        Path("notes/chem.md").rename("notes/chem.markdown")
    capsys.readouterr()
    assert main(["anki"]) == 0
    assert "[output-outlived]" not in capsys.readouterr().err


def test_names_that_differ_in_letter_case_are_one_deck_to_anki(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("notes/acids.md", CHEMISTRY.replace("# Chemistry", "# CHEMISTRY").replace("strong acid", "strong base"))
    assert build() == 0
    said = capsys.readouterr().err
    assert "notes/chem.md: warning: its cards go into one deck with those of notes/acids.md, 'CHEMISTRY'" in said


@pytest.mark.parametrize("more", [0, 4])
def test_a_note_that_another_went_into_keeps_its_deck_and_tells_of_old_outputs(
    more: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git = GIT + "".join(f"- {name} : what {name}s are for\n" for name in ("tag", "hook", "fork", "remote")[:more])
    write("notes/git.md", git)
    build()
    before = {card.guid for card in lock().present}
    Path("notes/chem.md").unlink()
    write("notes/git.md", git + CHEMISTRY.replace("# Chemistry", "\n## Chemistry"))
    capsys.readouterr()
    assert main(["anki"]) == 0
    said = capsys.readouterr().err
    assert {card.guid for card in lock().present} == before
    assert deck_of("output/git.apkg") == "Git"
    assert "[deck-name-kept]" not in said
    assert "notes/git.md: info: what was in notes/chem.md is in this note now" in said
    assert f"{os.path.join('output', 'chem.apkg')} [output-outlived]" in said


@pytest.mark.parametrize("larger", ["one", "two"])
def test_of_a_note_that_came_apart_the_larger_part_is_what_it_is_now(
    larger: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "- tag : a mark that stays where it is\n"
    write("notes/git.md", GIT + more + "- stash : changes that are laid aside\n")
    build()
    Path("notes/git.md").unlink()
    write(f"notes/{larger}.md", GIT)
    write(f"notes/{'two' if larger == 'one' else 'one'}.md", f"# Git\n\n{more}")
    capsys.readouterr()
    assert main(["anki"]) == 0
    assert f"notes/{larger}.md: info: what was in notes/git.md is in this note now" in capsys.readouterr().err
    assert [card.note for card in lock().cards.values() if card.retired] == [f"notes/{larger}.md"]


def test_what_takes_cards_out_is_among_what_only_the_lock_learns_is_old(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    write("notes/git.md", GIT[: GIT.index("- branch")])
    build()
    Path("notes/git.md").rename("notes/versions.md")
    capsys.readouterr()
    assert main(["lock"]) == 0
    assert f"{os.path.join('output', 'git.update.apkg')} [output-outlived]" in capsys.readouterr().err


def test_notes_that_took_over_each_others_names_keep_their_decks_though_a_fact_stayed(project: Path) -> None:
    branch = GIT[GIT.index("- branch") :]
    build()
    before = {card.guid for card in lock().present}
    write("notes/versions.md", GIT.replace(branch, ""))
    write("notes/git.md", f"{CHEMISTRY}\n{branch}")
    Path("notes/chem.md").unlink()
    build()
    assert {card.guid for card in lock().present} == before
    assert deck_of("output/git.apkg") == "Chemistry"
    assert deck_of("output/versions.apkg") == "Git"


def test_a_cell_of_a_column_that_has_another_name_and_says_something_else_is_in_doubt(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "| Transport | segment | TCP |\n| Network | packet | IP |\n| Link | {} | Ethernet |\n"
    table = f"# Net\n\n| Layer | {{}} | Example |\n|---|---|---|\n{rows}"
    write("notes/git.md", table.format("Unit", "frame"))
    build()
    write("notes/git.md", table.format("PDU", "bits"))
    capsys.readouterr()
    assert main(["anki"]) == 0
    said = capsys.readouterr().err
    assert "'Network / PDU' is taken for a new card; it may be 'Network / Unit' (" in said
    assert said.count("[card-doubt]") == 2
