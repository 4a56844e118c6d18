"""A lock that lost lines, or all of them, is never taken for one that had none without a word."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from deckbuild.cli import main
from deckbuild.lock import LOCK
from deckbuild.lock.file import END, HEAD

from .test_lock_projects import CHEMISTRY, GIT, build, lock, project, write

__all__ = ["project"]


def said(capsys: pytest.CaptureFixture[str], *call: str) -> str:
    capsys.readouterr()
    assert main(["anki", "-q", *call]) == 0
    return capsys.readouterr().err


def test_a_lock_of_nothing_but_its_head_and_its_end_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    write(LOCK, f"{HEAD}\n{END}\n")
    assert "deckbuild.lock: warning: there is no card in it, so that all cards are new" in said(capsys)
    assert "warning" not in said(capsys)


def test_that_lines_are_missing_is_seen_by_those_that_name_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    (first, *_) = sorted(card.after for card in lock().present if card.after)
    lines = Path(LOCK).read_text("utf-8").split("\n")
    write(LOCK, "\n".join(line for line in lines if not line.startswith(f'{{"guid":"{first}"')))
    told = said(capsys)
    assert "deckbuild.lock: warning: 1 card is missing that other lines name" in told
    assert first in told
    assert "warning" not in said(capsys)


def test_a_deck_all_of_whose_cards_are_missing_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    lines = Path(LOCK).read_text("utf-8").split("\n")
    write(LOCK, "\n".join(line for line in lines if '"guid"' not in line or '"note":"notes/git.md"' not in line))
    assert "deckbuild.lock: warning: the deck of notes/git.md is in it, and none of its cards" in said(capsys)


def test_a_lock_that_is_gone_while_packages_are_there_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    write("notes/git.md", GIT.replace("a state of all", "the state of all"))
    build()
    write("notes/git.md", GIT.replace("- commit :", "- a commit :"))
    build()
    Path(LOCK).unlink()
    told = said(capsys)
    assert "output/git.apkg: warning: 1 card of this package is unknown to the lock" in told
    assert "chem.apkg" not in told, "its cards are the same without a lock"
    assert "warning" not in said(capsys)


def test_lines_of_a_note_that_is_gone_may_be_deleted_as_its_message_says(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    Path("notes/git.md").unlink()
    build()
    lines = Path(LOCK).read_text("utf-8").split("\n")
    write(LOCK, "\n".join(line for line in lines if "notes/git.md" not in line))
    assert "warning" not in said(capsys)


def git(*call: str) -> str:
    ran = subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *call], capture_output=True, text=True)
    return ran.stdout + ran.stderr


def test_branches_that_each_add_cards_are_merged_and_nothing_is_missing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(".gitignore", "output/\n")
    build()
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "first")
    git("checkout", "-qb", "one")
    write("notes/chem.md", CHEMISTRY.replace("- strong acid", "- neutral : neither sour nor soapy\n- strong acid"))
    build()
    git("commit", "-qam", "one")
    git("checkout", "-q", "main")
    write("notes/chem.md", CHEMISTRY + "\n## Salts\n\n- salt : what an acid and a base leave behind\n")
    write("notes/git.md", GIT.replace("- branch : a name that moves with its commits\n", ""))
    build()
    git("commit", "-qam", "two")
    before = {card.guid for card in lock().present}
    git("merge", "-q", "one")
    text = Path(LOCK).read_text("utf-8")
    if "<<<<<<<" in text:
        assert main(["anki", "-q"]) == 1
        kept = [line for line in text.split("\n") if line[:7] not in ("<<<<<<<", "=======", ">>>>>>>")]
        write(LOCK, "\n".join(kept))
    assert "warning" not in said(capsys)
    assert before < {card.guid for card in lock().present}
    assert len(lock().present) == len(before) + 1
    shutil.rmtree("output")
    assert build("--frozen") == 0


def test_a_deck_whose_cards_stand_below_another_name_is_not_missing_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As after a merge of two branches that both renamed the note."""
    build()
    before = {card.guid for card in lock().present}
    Path("notes/git.md").rename("notes/versions.md")
    line = '{"deck":"Git","of":"notes/versions.md"}'
    write(LOCK, Path(LOCK).read_text("utf-8").replace(END, f"{line}\n{END}"))
    assert "warning" not in said(capsys)
    assert {card.guid for card in lock().present} == before


def test_a_lock_that_was_deleted_is_missed_where_the_last_commit_has_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "there is none" not in said(capsys)
    call = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for order in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*call, *order], check=True, capture_output=True)
    Path(LOCK).unlink()
    told = said(capsys)
    assert "deckbuild.lock: warning: there is none, though the last commit has it" in told
    assert "git checkout HEAD -- deckbuild.lock" in told


def test_a_lock_that_is_cut_in_a_letter_is_damaged(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    data = Path(LOCK).read_bytes().rstrip()
    Path(LOCK).write_bytes(data + b"\n# \xea\xb0")
    capsys.readouterr()
    for call in (["anki", "-q"], ["lock", "unlink", "x"]):
        assert main(call) == 1
        told = capsys.readouterr().err
        assert "[lock-damaged]" in told
        assert "take the file back from version control" in told
