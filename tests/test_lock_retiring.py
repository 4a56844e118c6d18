"""What a build says of cards that go, and what becomes of the packages and the copies of notes that are no more."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from deckbuild.cli import main

from .test_lock_projects import ALPHA, build, guids, lock, project, write

__all__ = ["project"]
WORDS = ("commit", "branch", "remote", "index", "stash", "hook", "reflog", "tag")
MEANINGS = (
    "a state of all files with its parents",
    "a name that moves with what is added",
    "another copy that is known by its address",
    "what the next snapshot will hold",
    "changes that are laid aside for later",
    "a program that runs at a certain moment",
    "a diary of where each name has pointed",
    "a name that never moves again",
)
FACTS = [f"- {word} : {what}" for word, what in zip(WORDS, MEANINGS, strict=True)]


@pytest.fixture
def git(project: Path) -> Path:
    """A project of one note."""
    shutil.rmtree("notes")
    write("notes/git.md", "# Git\n\n## Words\n\n" + "\n".join(FACTS) + "\n")
    build()
    return project


def said(capsys: pytest.CaptureFixture[str], *call: str) -> tuple[str, str]:
    capsys.readouterr()
    assert main(["anki", *call]) == 0
    out = capsys.readouterr()
    return out.out, out.err


def edit(before: str, after: str) -> None:
    text = Path("notes/git.md").read_text("utf-8")
    assert before in text
    write("notes/git.md", text.replace(before, after))


def test_a_card_without_room_is_told_with_its_line_and_the_others_are_counted(
    git: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("# Git\n", "---\ncards: {budget: 2}\n---\n# Git\n")
    _, told = said(capsys)
    lines = [line for line in told.splitlines() if "card-taken-out" in line]
    assert len(lines) == 4
    assert "no room for it (cards.budget 2, cards.section 24)" in told
    assert "raise the budget to keep what students have learnt" in told
    assert "3 more cards that students have are taken out, whose words are in this note" in told
    assert all(line.startswith("notes/git.md:") for line in lines)
    assert "card-taken-out" not in said(capsys)[1]


def test_a_card_whose_question_is_asked_by_another_is_told(git: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("## Words\n\n", "## Words\n\n- index : the end of a book with its words\n")
    _, told = said(capsys)
    assert (
        "notes/git.md:9: info: 'index', a card that students have, is taken out: another card of this note asks" in told
    )
    assert "say in the heading or the line what is different here" in told


def test_a_card_that_an_order_leaves_out_is_told(git: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("- hook", "<!-- deckbuild: skip -->\n- hook")
    _, told = said(capsys)
    assert "notes/git.md:11: info: 'hook', a card that students have, is taken out: its words are here still" in told


def test_a_card_that_an_order_leaves_out_is_told_though_its_note_is_renamed(
    git: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("- hook", "<!-- deckbuild: skip -->\n- hook")
    os.rename("notes/git.md", "notes/words.md")
    assert "notes/words.md:11: info: 'hook', a card that students have, is taken out:" in said(capsys)[1]


def test_a_card_whose_line_was_deleted_is_not_told(git: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(f"{FACTS[4]}\n", "")
    assert "card-taken-out" not in said(capsys)[1]


def test_the_last_line_of_a_build_counts_what_is_new_kept_and_retired(
    git: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Anki notes: 0 new, 8 kept, 0 retired" in said(capsys)[0]
    edit(
        f"{FACTS[4]}\n",
        "- worktree : one more folder with the files of a branch\n- blame : who wrote each of the lines\n",
    )
    assert "Anki notes: 2 new, 7 kept, 1 retired" in said(capsys)[0]
    write("notes/other.md", ALPHA)
    build()
    Path("notes/git.md").unlink()
    assert "Anki notes: 0 new, 2 kept, 9 retired" in said(capsys)[0]


def test_what_gives_several_cards_is_counted_once_as_anki_counts_it(
    git: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("notes/git.md", "# Sea\n\nC: [Water] rises with the [moon].\n")
    out = said(capsys)[0]
    assert "2 cards (2 cloze)" in out
    assert "Anki notes: 1 new, 0 kept, 8 retired" in out


def test_cards_that_go_while_their_note_is_renamed_are_counted(git: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(f"{FACTS[4]}\n", "")
    os.rename("notes/git.md", "notes/words.md")
    assert "Anki notes: 0 new, 7 kept, 1 retired" in said(capsys)[0]


def test_bringing_the_lock_up_to_date_counts_what_becomes_of_cards(
    git: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(f"{FACTS[4]}\n", "- worktree : one more folder with the files of a branch\n")
    capsys.readouterr()
    assert main(["lock"]) == 0
    out = capsys.readouterr().out
    assert "deckbuild.lock" in out
    assert "1 file from 1 source" in out
    assert "Anki notes: 1 new, 7 kept, 1 retired" in out


def test_the_update_package_of_a_renamed_note_goes_with_its_old_name(git: Path) -> None:
    edit(f"{FACTS[4]}\n", "")
    build()
    assert Path("output/git.update.apkg").exists()
    os.rename("notes/git.md", "notes/words.md")
    build()
    assert Path("output/words.update.apkg").exists()
    assert not Path("output/git.update.apkg").exists()
    os.rename("notes/words.md", "notes/words.markdown")
    build()
    assert Path("output/words.update.apkg").exists()


def test_a_copy_of_a_note_is_that_note_once_the_original_is_deleted(
    git: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = guids("notes/git.md")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000100")
    write(
        "notes/git-2.md", Path("notes/git.md").read_text("utf-8").replace("# Git\n", "# Git\n\n- merge : one of two\n")
    )
    build()
    both = guids("notes/git-2.md")
    assert guids("notes/git.md") == before
    assert not both & before
    Path("notes/git.md").unlink()
    assert "card-taken-out" not in said(capsys)[1]
    after = guids("notes/git-2.md")
    assert after > before
    assert len(after) == 9
    assert {card.guid for card in lock().cards.values() if card.retired} == both - after


def test_a_copy_that_is_deleted_leaves_the_original_as_it_was(git: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = guids("notes/git.md")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000100")
    shutil.copy("notes/git.md", "notes/git-2.md")
    build()
    Path("notes/git-2.md").unlink()
    build()
    assert guids("notes/git.md") == before


def test_a_note_that_shares_a_fact_with_a_deleted_one_is_no_copy_of_it(git: Path) -> None:
    write("notes/other.md", ALPHA + f"\n## More\n\n{FACTS[0]}\n")
    build()
    other = guids("notes/other.md")
    Path("notes/git.md").unlink()
    build()
    assert guids("notes/other.md") == other
