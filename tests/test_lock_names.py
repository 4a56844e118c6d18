"""What a build says of names: two notes of one deck, and a note whose file has another name now."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from deckbuild.cli import main

from .test_lock_projects import CHEMISTRY, build, project, write

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
    assert "notes/acids.md: info: this note was notes/chem.md; what was made of it by that name is no longer" in said
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
