"""`deckbuild lock` and `deckbuild diff`, as somebody types them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from deckbuild.cli import main
from deckbuild.lock import LOCK, read

NOTE = "# T\n\n## A\n\n- one : the first of all things\n- two : the second of all things\n\n## B\n\n- three : a crowd\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(NOTE, "utf-8")
    assert main(["lock", "-q"]) == 0
    shutil.copy(LOCK, "before.lock")
    return tmp_path


def edit(project: Path, before: str, after: str) -> None:
    note = project / "notes" / "a.md"
    note.write_text(note.read_text("utf-8").replace(before, after), "utf-8")


def test_the_lock_alone_is_written(project: Path) -> None:
    assert len(read((project / LOCK).read_text("utf-8")).present) == 3
    assert not (project / "output").exists()


def test_a_difference_is_shown_word_by_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "the second of all", "the second among all")
    edit(project, "## B", "## C")
    edit(project, "- three", "- four : twice two, as everybody knows\n- three")
    assert main(["lock", "-q"]) == 0
    capsys.readouterr()
    assert main(["diff", "before.lock"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for i in (0, 1):
        lines[i], guid = lines[i].rsplit("  ", 1)
        assert guid[1:-1] in read((project / LOCK).read_text("utf-8")).cards
    assert lines == [
        "new       notes/a.md › C — {+four = twice two, as everybody knows+}",
        "reworded  notes/a.md › A — two = the second [-of-]{+among+} all things",
        "moved     notes/a.md › C — three = a crowd",
        "1 card new, 1 card reworded, 1 card moved",
    ]


def test_release_notes_and_data(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "- one : the first of all things\n", "")
    assert main(["lock", "-q"]) == 0
    capsys.readouterr()
    assert main(["diff", "before.lock", "--format", "markdown"]) == 0
    assert "### Taken out\n\n- notes/a.md › A: one = the first of all things\n" in capsys.readouterr().out
    assert main(["diff", "before.lock", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["change"], found["note"], found["after"]) == ("retired", "notes/a.md", None)
    assert main(["diff", "before.lock", "before.lock"]) == 0
    assert capsys.readouterr().out == "no card changed\n"


def test_revisions_of_git_and_packages_are_compared(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for call in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *call], check=True, capture_output=True)
    assert main(["anki", "-q", "-o", "old"]) == 0
    edit(project, "a crowd", "many people")
    assert main(["anki", "-q", "-o", "new"]) == 0
    capsys.readouterr()
    for call in (["diff"], ["diff", "HEAD"], ["diff", "old/a.apkg", "new/a.apkg"]):
        assert main(call) == 0
        said = capsys.readouterr().out
        assert said.endswith("1 card reworded\n"), call
        assert said.split()[1] == ("notes/a.md" if len(call) < 3 else "T"), "a package does not say of which note it is"
    assert main(["diff", "old/a.apkg"]) == 1
    assert main(["diff", "-rf"]) == 2
    assert main(["diff", "nowhere"]) == 1


def test_a_card_is_linked_by_the_guids_of_the_messages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = next(card.guid for card in read(Path(LOCK).read_text("utf-8")).present if card.text == "three")
    edit(project, "- three : a crowd", "- festival : when everybody dances in the street")
    assert main(["lock", "-q"]) == 0
    new = next(card.guid for card in read(Path(LOCK).read_text("utf-8")).present if card.text == "festival")
    assert new != old
    capsys.readouterr()
    assert main(["lock", "link", old, new]) == 0
    linked = capsys.readouterr().out
    assert linked == f"'festival = when everybody dances in the street' has the reviews of {old}; build its deck anew\n"
    assert main(["anki", "-q"]) == 0
    assert next(card.guid for card in read(Path(LOCK).read_text("utf-8")).present if card.text == "festival") == old
    capsys.readouterr()
    assert main(["lock", "unlink", old]) == 0
    (fresh,) = (card.guid for card in read(Path(LOCK).read_text("utf-8")).present if card.text == "festival")
    assert f"is a new card, {fresh};" in capsys.readouterr().out
    assert main(["lock", "unlink", old]) == 1
    assert main(["lock", "lnk"]) == 2


def committed(project: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for call in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *call], check=True, capture_output=True)


def test_two_revisions_are_named_as_git_has_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    committed(project)
    edit(project, "a crowd", "many people")
    assert main(["lock", "-q"]) == 0
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qam", "y"], check=True)
    capsys.readouterr()
    for call, said in (
        (["HEAD..HEAD"], "no card changed\n"),
        (["HEAD~1..HEAD"], "1 card reworded\n"),
        (["HEAD~1...HEAD"], "1 card reworded\n"),
        (["HEAD~1.."], "1 card reworded\n"),
    ):
        assert main(["diff", *call]) == 0
        assert capsys.readouterr().out.endswith(said), call


def test_what_cannot_be_compared_is_said_by_its_own_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    committed(project)
    capsys.readouterr()
    for call, said in (
        ([""], "'': error: it is neither a file nor a revision of git"),
        (["x\0y"], "[no-such-lock]"),
        (["a.apkg", "b.apkg"], "a.apkg: error: there is no such file [no-such-lock]"),
        (
            ["nowhere"],
            "nowhere: error: it is neither a file nor a revision of git (invalid object name 'nowhere'",
        ),
        (["HEAD~7"], "(invalid object name 'HEAD~7'"),
    ):
        assert main(["diff", *call]) == 1, call
        err = capsys.readouterr().err
        assert said in err, call
        assert "adopt" not in err


def test_an_output_without_a_name_is_a_wrong_call(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anki", "-o", ""]) == 2
    assert "-o is given no name" in capsys.readouterr().err
    assert not (project / "output").exists()
