"""The command line as people and scripts meet it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from deckbuild.cli import cli, main
from deckbuild.cli.commands import KINDS
from deckbuild.codes import CODES
from deckbuild.exporters import EXPORTERS

from .examples import sampled

NOTE = "# T\n\n## A\n\n- a thing that is defined here\n\n![shown](x.png)\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "x.md").write_text(NOTE, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return tmp_path


def lines(capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    captured = capsys.readouterr()
    return captured.out.splitlines(), captured.err.splitlines()


def test_every_command_has_help_with_an_example() -> None:
    for name, command in cli.commands.items():
        assert command.help, name
        assert "Example:" in command.help, name
        assert f"deckbuild {name}" in command.help, name


def test_an_example_of_the_help_is_a_call_that_can_be_made() -> None:
    """Every option in it exists: an example that fails is worse than none."""
    for name, command in cli.commands.items():
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        for line in (command.help or "").partition("Example:")[2].splitlines():
            call = line.partition("|")[0].split()
            assert not {word for word in call if word.startswith("-")} - known, name


def test_there_is_a_command_for_every_exporter() -> None:
    kinds = {exporter for exporters in KINDS.values() for exporter in exporters}
    assert set(EXPORTERS) <= set(cli.commands) | kinds


def test_every_option_says_what_it_does() -> None:
    for command in cli.commands.values():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, parameter.name


def test_notes_are_the_default_source_and_output_the_default_folder(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["concepts"]) == 0
    out, err = lines(capsys)
    assert (project / "output" / "x.concepts.yaml").is_file()
    assert out[0].startswith("output/x.concepts.yaml ")
    assert out[-1].startswith("1 file from 1 source in ")
    assert err[0] == "notes/x.md:7: warning: no image at 'x.png' [figure-missing]"
    assert err[1].startswith("  hint: ")


def test_sub_folders_are_mirrored(project: Path) -> None:
    (project / "notes" / "deep").mkdir()
    (project / "notes" / "deep" / "y.md").write_text(NOTE, "utf-8")
    assert main(["concepts", "-o", "o"]) == 0
    assert (project / "o" / "deep" / "y.concepts.yaml").is_file()
    assert main(["concepts", "notes/deep/y.md", "-o", "p"]) == 0
    assert (project / "p" / "deep" / "y.concepts.yaml").read_bytes() == (
        project / "o" / "deep" / "y.concepts.yaml"
    ).read_bytes()


def test_strict_turns_warnings_into_failure_but_for_those_it_allows(project: Path) -> None:
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1
    assert main(["check", "--strict", "--allow", "figure-missing"]) == 0


def test_an_option_that_is_not_given_is_left_open_for_other_settings() -> None:
    """A default on the option could not be told from what somebody typed."""
    for name, command in cli.commands.items():
        given = command.make_context(name, []).params
        assert [
            given[option] for option in ("strict", "quiet", "format", "output") if given.get(option) is not None
        ] == []
        assert given.get("allow", ()) == ()


def test_every_code_is_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert [row.split()[0] for row in lines(capsys)[0] if row.startswith("  ")] == list(CODES)
    assert main(["explain", "figure-missing", "not-utf8"]) == 0
    out, _ = lines(capsys)
    assert out[0] == "figure-missing (warning)"
    assert "      ![layers](layers.png)" in out
    assert "  notes/a.md:3: warning: no image at 'layers.png' [figure-missing]" in out
    assert "not-utf8 (error)" in out
    assert "  What to do: Save it as UTF-8" in "\n".join(out)
    assert main(["explain", "[not-utf8]"]) == 0


def test_quiet_prints_problems_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["concepts", "--quiet"]) == 0
    out, err = lines(capsys)
    assert out == []
    assert len(err) == 2


def test_check_writes_nothing(project: Path) -> None:
    assert main(["check"]) == 0
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    ("call", "status", "words"),
    [
        (["al"], 2, "did you mean 'all'?"),
        (["zzz"], 2, "unknown command 'zzz'; there are: all, anki, "),
        (["notes/x.md"], 2, "did you mean 'deckbuild all notes/x.md'?"),
        (["all", "--stict"], 2, "unknown option '--stict'; did you mean '--strict'?"),
        (["check", "--zzz"], 2, "unknown option '--zzz'"),
        (["check", "-z"], 2, "unknown option '-z'"),
        (["check", "--format", "jsn"], 2, "unknown format 'jsn'; did you mean 'json'?"),
        (["diagrams", "--format", "xml"], 2, "unknown format 'xml'; there are: text, json, github"),
        (
            ["all", "--allow", "figure-mising"],
            2,
            "--allow: unknown code 'figure-mising'; did you mean 'figure-missing'?",
        ),
        (["check", "--allow", "not-utf8"], 2, "--allow: 'not-utf8' is an error; only warnings can be allowed"),
        (["check", "--allow", "empty-note"], 2, "--allow: 'empty-note' is an info; only warnings can be allowed"),
        (["explain", "figure-mising"], 2, "unknown code 'figure-mising'; did you mean 'figure-missing'?"),
        (["all", "notes/y.md"], 2, "there is 'x.md'"),
        (["all", "empty"], 1, "there are no notes in this folder"),
        (["all", "notes.txt"], 2, "is not a source"),
        (["concepts", "latin.md"], 1, "not UTF-8"),
        (["concepts", "broken.concepts.yaml"], 1, "column"),
        (["concepts", "-o", "notes.txt"], 1, "cannot be written"),
        (["concepts", "-o"], 2, "requires an argument"),
    ],
)
def test_a_wrong_call_or_a_bad_file_is_one_clear_message(
    project: Path, capsys: pytest.CaptureFixture[str], call: list[str], status: int, words: str
) -> None:
    (project / "empty").mkdir()
    (project / "notes.txt").touch()
    (project / "latin.md").write_bytes("# é\n".encode("latin-1"))
    (project / "broken.concepts.yaml").write_text("format: deckbuild/1\nsource: x.md\nbody: [}\n", "utf-8")
    assert main(call) == status
    _, err = lines(capsys)
    assert words in "\n".join(err)
    assert "hint: " in "\n".join(err)
    assert "Traceback" not in "\n".join(err)


def test_one_bad_note_does_not_keep_the_others_from_being_built(project: Path) -> None:
    (project / "notes" / "latin.md").write_bytes("# é\n".encode("latin-1"))
    assert main(["concepts"]) == 1
    assert (project / "output" / "x.concepts.yaml").is_file()


def test_a_fault_of_our_own_is_reported_and_the_other_notes_are_built(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from deckbuild import loading as build

    (project / "notes" / "a.md").write_text(NOTE, "utf-8")
    real = build.check
    monkeypatch.setattr(build, "check", lambda deck: 1 / 0 if deck.source == "notes/a.md" else real(deck))
    assert main(["concepts"]) == 1
    assert "notes/a.md: error: deckbuild failed on this note: ZeroDivisionError" in "\n".join(lines(capsys)[1])
    assert (project / "output" / "x.concepts.yaml").is_file()


def test_an_empty_note_is_an_info_and_no_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "notes" / "nothing.md").write_text("\n", "utf-8")
    assert main(["concepts", "--strict", "--allow", "figure-missing"]) == 0
    assert "notes/nothing.md: info: " in "\n".join(lines(capsys)[1])
    assert not (project / "output" / "nothing.concepts.yaml").exists()


def test_a_collision_is_reported_before_anything_is_written(project: Path) -> None:
    (project / "notes" / "X.markdown").write_text(NOTE, "utf-8")
    assert main(["concepts"]) == 1
    assert not (project / "output").exists()


def test_a_bad_source_date_is_reported(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert main(["concepts"]) == 1
    assert "'yesterday' is not a number of seconds" in "\n".join(lines(capsys)[1])


def test_a_build_never_writes_over_a_file_that_it_reads(project: Path) -> None:
    assert main(["concepts"]) == 0
    model = project / "output" / "x.concepts.yaml"
    edited = model.read_text("utf-8").replace("a thing", "my own thing") + "# a comment of mine\n"
    model.write_text(edited, "utf-8")
    assert main(["concepts", "output/x.concepts.yaml"]) == 0
    assert model.read_text("utf-8") == edited


@pytest.mark.parametrize("arguments", sampled(["", "--help", "all --help", "--version"], {"--help"}))
def test_help_and_version_are_fine(arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "deckbuild", *arguments.split()], capture_output=True, text=True, check=False
    )
    assert done.returncode == (2 if not arguments else 0)
    assert done.stdout + done.stderr


@pytest.mark.real
def test_a_command_imports_only_what_it_uses(tmp_path: Path) -> None:
    code = "import sys; from deckbuild.cli import main; main(['concepts', '-q', 'notes/docker.md', '-o', sys.argv[1]]); print(*sys.modules)"
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=root, capture_output=True, text=True, check=False
    )
    loaded = set(done.stdout.split())
    assert "deckbuild.readers.notes" in loaded
    assert not {"genanki", "pptx", "typst", "rich", "pygments", "mermaid_render"} & loaded
