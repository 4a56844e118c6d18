"""What the command line prints: for people on any terminal, for programs, for GitHub."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import Struct

from deckbuild.build import Report
from deckbuild.cli import main, telling
from deckbuild.cli.printing import paint_for, put
from deckbuild.codes import CODES
from deckbuild.diagnostics import Diagnostic, Severity, error, warning
from deckbuild.model import Place

from .examples import sampled

NOTE = "# 도커\n\n## 이미지\n\n![레이어](없음.png)\n\n- 계층 : 이미지를 이루는 읽기 전용 파일\n"


class Missing(Struct, frozen=True):
    line: int
    text: str


class Account(Struct, frozen=True):
    path: str
    words: int
    accounted: int
    missing: tuple[Missing, ...] = ()


class Accounted(Struct, frozen=True):
    """A report as a build gives it, with the words of two notes counted."""

    accounts: tuple[Account, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    written: tuple[()] = ()
    sources: int = 2

    def failed(self, strict: bool, allowed: object) -> bool:
        return Report(diagnostics=self.diagnostics).failed(strict)


LOST = warning(Place("notes/b.md", 4), "text-lost", "these words are in no block: 'read only'")
LOSING = Accounted(
    (Account("notes/a.md", 19_990, 19_990), Account("notes/b.md", 10, 8, (Missing(4, "read only"),))), (LOST,)
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "x.md").write_text(NOTE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(report: object, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("deckbuild.build.build", lambda *_: report)
    return main(["check", *arguments])


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "NO_COLOR")}
    call = [sys.executable, "-m", "deckbuild", *arguments]
    return subprocess.run(call, capture_output=True, env={**environment, **settings}, check=False)


# json


def test_json_is_one_document_and_nothing_else(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json"]) == 0
    captured = capsys.readouterr()
    document = json.loads(captured.out)
    assert captured.err == ""
    assert set(document) == {"files", "diagnostics"}
    assert document["diagnostics"] == [
        {
            "path": "notes/x.md",
            "line": 5,
            "level": "warning",
            "code": "figure-missing",
            "message": "no image at '없음.png'",
            "hint": "paths are relative to the note: notes/",
        }
    ]


def test_a_note_that_gives_no_card_is_told_as_a_build_tells_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("notes/x.md").write_text("# Diary\n\nToday it rained and I went home.\n", "utf-8")
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr().err.count("[no-cards]") == 1
    Path("deckbuild.yaml").write_text("cards: {skip: true}\n", "utf-8")
    assert main(["check"]) == 0
    assert not capsys.readouterr().err


MERGED = "# deckbuild.lock 2.\n<<<<<<< ours\n=======\n>>>>>>> theirs\n# end\n"


@pytest.mark.parametrize("lock", ["", "{}\n", MERGED], ids=["empty", "damaged", "merge"])
def test_a_lock_with_which_no_deck_is_made_is_told(
    project: Path, lock: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("deckbuild.lock").write_text(lock, "utf-8")
    said = {}
    for command in ("check", "anki"):
        assert main([command, "--format", "json"]) == 1
        found = json.loads(capsys.readouterr().out)["diagnostics"]
        said[command] = [each for each in found if each["code"] == "lock-damaged"]
    assert said["check"] == said["anki"] != []


def test_json_accounts_for_the_words_of_each_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(LOSING, monkeypatch, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["files"] == [
        {"path": "notes/a.md", "words": 19990, "accounted": 19990, "missing": []},
        {"path": "notes/b.md", "words": 10, "accounted": 8, "missing": [{"line": 4, "text": "read only"}]},
    ]


def test_json_has_all_that_text_only_counts_and_quiet_keeps_its_meaning(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tuple(Diagnostic(Place("a.md", n), Severity(n % 2), "m", "figure-missing") for n in range(300))
    told(Accounted((), many), monkeypatch, "--format", "json")
    assert len(json.loads(capsys.readouterr().out)["diagnostics"]) == 300
    told(Accounted((), many), monkeypatch, "--format", "json", "--quiet")
    assert len(json.loads(capsys.readouterr().out)["diagnostics"]) == 150


def test_json_of_a_build_names_what_was_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["concepts", "--format", "json"]) == 0
    (written,) = json.loads(capsys.readouterr().out)["written"]
    assert written["path"] == str(Path("output") / "x.concepts.yaml")
    assert written["size"] == Path("output/x.concepts.yaml").stat().st_size
    assert written["concepts"] == 1


def test_a_call_that_names_nothing_is_json_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nothing.md", "--format", "json"]) == 2
    assert [d["code"] for d in json.loads(capsys.readouterr().out)["diagnostics"]] == ["no-such-source"]
    assert main(["diagrams", "--format", "json"]) == 1
    assert [d["code"] for d in json.loads(capsys.readouterr().out)["diagnostics"]] == ["no-diagrams"]


def test_the_status_is_the_same_in_every_format(project: Path) -> None:
    for form in telling.FORMATS:
        assert main(["check", "--format", form]) == 0
        assert main(["check", "--format", form, "--strict"]) == 1
        assert main(["check", "--format", form, "--strict", "--allow", "figure-missing"]) == 0
        assert main(["check", "--format", form, "--strict", "--no-strict"]) == 0


# github and text


def test_github_commands_are_on_standard_output(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "github", "-q"]) == 0
    captured = capsys.readouterr()
    start = "::warning file=notes/x.md,line=5,title=figure-missing::no image at '없음.png'%0Ahint: "
    assert captured.out.startswith(start)
    assert captured.err == ""


def test_diagrams_speak_github_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "notes" / "a.mmd").write_text("flowchat LR\n", "utf-8")
    assert main(["diagrams", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=notes/a.mmd,title=diagram-type::")


def test_the_last_line_says_what_share_of_the_words_is_accounted_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(LOSING, monkeypatch, "--strict") == 1
    captured = capsys.readouterr()
    assert captured.out.splitlines()[-1].endswith("1 warning; 99.99 % of 20,000 words accounted for")
    assert captured.err.splitlines() == [str(LOST)]


@pytest.mark.parametrize(
    ("words", "held", "share"),
    [
        (3, 3, "100 % of 3 words"),
        (1_000_000, 999_999, "99.99 % of 1,000,000 words"),
        (1, 0, "0 % of 1 word"),
        (0, 0, "100 % of 0 words"),
        (10_000, 2_900, "29 % of 10,000 words"),
    ],
)
def test_the_share_is_rounded_down_so_that_nothing_less_than_all_is_called_so(
    words: int, held: int, share: str
) -> None:
    report = Accounted((Account("a.md", words, held),))
    assert telling.accounted(report) == f"{share} accounted for"  # type: ignore[arg-type]


def test_without_accounts_nothing_is_said_of_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert telling.accounted(Report()) == ""


# any terminal, any pipe


@pytest.mark.real
@pytest.mark.parametrize("form", sampled(telling.FORMATS, {"text"}))
@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252:strict"}], ids=str)  # fmt: skip
def test_a_terminal_that_has_no_hangul_gets_escapes_and_no_traceback(
    project: Path, form: str, settings: dict[str, str]
) -> None:
    done = run("check", "--format", form, **settings)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"\\uc5c6\\uc74c.png" in done.stdout + done.stderr
    if form == "json":
        assert json.loads(done.stdout)["diagnostics"][0]["message"] == "no image at '없음.png'"


def test_json_keeps_a_lone_surrogate_and_is_utf8(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = Accounted((), (error(Place("a\udcff.md", 1), "unreadable", "도커 \ud800"),))
    assert told(odd, monkeypatch, "--format", "json") == 1
    (read,) = json.loads(capfdbinary.readouterr().out.decode("utf-8"))["diagnostics"]
    assert (read["path"], read["message"]) == ("a\udcff.md", "도커 \ud800")


def test_every_code_can_be_explained_on_a_terminal_without_unicode(project: Path) -> None:
    done = run("explain", *CODES, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()


@pytest.mark.real
@pytest.mark.parametrize("call", ["explain", "--help", "schema", "check --format json", "check --strict"])
def test_a_reader_that_goes_away_is_no_fault(project: Path, call: str) -> None:
    """As in `deckbuild explain | head -1`; the status is still that of the work."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "deckbuild", *call.split()]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr
    assert done.returncode == ("--strict" in call)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_standard_output_is_one_message(project: Path) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "deckbuild", "explain"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert done.returncode == 1
    assert done.stderr == "deckbuild: standard output cannot be written: no space left on device\n"


def test_a_folder_that_is_gone_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "deckbuild: [Errno 2] No such file or directory\n"
    os.chdir(tmp_path)


@pytest.mark.real
def test_closed_streams_are_no_fault(project: Path) -> None:
    done = subprocess.run(f"{sys.executable} -m deckbuild check --strict >&- 2>&-", shell=True, check=False)
    assert done.returncode == 1


def on_a_terminal(*arguments: str, **settings: str) -> str:
    """What a terminal of 80 columns is sent."""
    ours, theirs = pty.openpty()
    environment = {"TERM": "xterm", "COLUMNS": "80", **settings}
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
    command = [sys.executable, "-m", "deckbuild", *arguments]
    child = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env={**kept, **environment})
    os.close(theirs)
    sent = b""
    try:
        while part := os.read(ours, 65536):
            sent += part
    except OSError:  # a terminal that nobody writes to any more
        pass
    os.close(ours)
    child.wait()
    return sent.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.real
def test_a_terminal_has_colours(project: Path) -> None:
    sent = on_a_terminal("check")
    assert "\x1b[1mnotes/x.md:5\x1b[0m: \x1b[33m\x1b[1mwarning\x1b[0m: no image at '없음.png'" in sent


@pytest.mark.real
@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_nobody_gets_colours_who_wants_none(project: Path, settings: dict[str, str]) -> None:
    assert "notes/x.md:5: warning: no image at '없음.png' [figure-missing]" in on_a_terminal("check", **settings)
    assert "\x1b[" not in on_a_terminal("explain", "figure-missing", **settings)


@pytest.mark.real
def test_a_pipe_has_no_colours(project: Path) -> None:
    done = run("check", "--strict", TERM="xterm")
    assert b"\x1b" not in done.stdout + done.stderr


def test_an_explanation_fits_eighty_columns(project: Path) -> None:
    prose = [line for line in on_a_terminal("explain", NO_COLOR="1").splitlines() if line]
    assert len(prose) > len(CODES)
    assert max(map(len, prose)) <= 80


@pytest.mark.real
def test_a_file_may_be_called_as_markup_or_not_be_utf8(project: Path) -> None:
    (project / "notes" / "[").mkdir()
    (project / "notes" / "[" / "bold].md").write_text(NOTE, "utf-8")
    (project / "notes" / os.fsdecode(b"\xff\x1b.md")).write_text(NOTE, "utf-8")
    sent = on_a_terminal("check")
    assert "Traceback" not in sent
    assert "notes/[/bold].md:5" in sent
    assert "notes/\\udcff\\x1b.md" in sent


def test_a_stream_that_is_not_there_takes_what_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    put("anything")
    assert paint_for(None)("text", "path") == "text"
