"""Builds and handouts, as somebody asks for them: by the call, by the project, by the note."""

import re
import zipfile
from pathlib import Path

import pdfplumber
import pytest
from pptx import Presentation

from deckbuild.cli import main
from deckbuild.exporters.pptx.themes import DARK

NOTE = "# T\n\n## A\n\n- a thing that is defined here\n- another one\n- a third\n"
SETTINGS = "slides:\n  build: yes\n  handout: yes\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "x.md").write_text(NOTE, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return tmp_path


def built(project: Path) -> bool:
    """Whether any slide has points that appear one by one."""
    with zipfile.ZipFile(project / "output" / "x.pptx") as package:
        return any(b"<p:timing>" in package.read(name) for name in package.namelist() if "slides/slide" in name)


def outputs(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "output").iterdir())


def test_slides_are_whole_and_alone_by_themselves(project: Path) -> None:
    assert main(["slides"]) == 0
    assert not built(project)
    assert outputs(project) == ["x.pptx"]


def test_a_call_asks_for_builds_and_a_handout(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slides", "--build", "--handout"]) == 0
    assert built(project)
    assert outputs(project) == ["x.handout.pdf", "x.pptx"]
    assert "output/x.handout.pdf" in capsys.readouterr().out


def test_a_call_asks_for_a_theme_and_a_ratio(project: Path) -> None:
    (project / "deckbuild.yaml").write_text("slides:\n  theme: light\n  ratio: 16:9\nsheet:\n  theme: bw\n", "utf-8")
    assert main(["slides", "--theme", "dark", "--ratio", "4:3"]) == 0
    deck = Presentation(str(project / "output" / "x.pptx"))
    assert (deck.slide_width.pt, deck.slide_height.pt) == (720, 540)
    with zipfile.ZipFile(project / "output" / "x.pptx") as package:
        assert DARK.colours["lt1"].encode() in package.read("ppt/theme/theme1.xml")


@pytest.mark.parametrize("command", ["slides", "all"])
def test_a_project_asks_for_them(project: Path, command: str) -> None:
    (project / "deckbuild.yaml").write_text(SETTINGS, "utf-8")
    assert main([command]) == 0
    assert built(project)
    assert "x.handout.pdf" in outputs(project)


def test_a_note_asks_for_them_and_the_call_has_the_last_word(project: Path) -> None:
    (project / "notes" / "x.md").write_text(f"---\n{SETTINGS}---\n{NOTE}", "utf-8")
    assert main(["all"]) == 0
    assert built(project)
    assert "x.handout.pdf" in outputs(project)
    (project / "output" / "x.handout.pdf").unlink()
    assert main(["all", "--no-build", "--no-handout"]) == 0
    assert not built(project)
    assert "x.handout.pdf" not in outputs(project)


def test_a_note_without_slides_has_no_handout(project: Path) -> None:
    (project / "notes" / "x.md").write_text(f"---\nslides:\n  skip: yes\n---\n{NOTE}", "utf-8")
    assert main(["all", "--handout"]) == 0
    assert not {"x.pptx", "x.handout.pdf"} & set(outputs(project))


def test_a_handout_is_the_same_every_time(project: Path) -> None:
    main(["slides", "--handout"])
    first = (project / "output" / "x.handout.pdf").read_bytes()
    main(["slides", "--handout"])
    assert (project / "output" / "x.handout.pdf").read_bytes() == first


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["sheet", "--handout"], "'sheet' has no option '--handout'; it belongs to 'all' and 'slides'"),
        (["check", "--build"], "'check' has no option '--build'; it belongs to 'all' and 'slides'"),
        (["all", "--theme", "dark"], "'all' has no option '--theme'; it belongs to 'slides' and 'sheet'"),
        (["slides", "--theme", "drak"], "unknown theme 'drak'; did you mean 'dark'?"),
        (["slides", "--handuot"], "unknown option '--handuot'; did you mean '--handout'?"),
        (["slides", "--frozen"], "'slides' has no option '--frozen'; it belongs to 'all' and 'anki'"),
    ],
)
def test_an_option_of_another_command_is_said_to_be_one(
    project: Path, call: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(call) == 2
    assert said in capsys.readouterr().err


def test_a_call_asks_for_a_handout_without_answers_and_notes(project: Path) -> None:
    (project / "notes" / "x.md").write_text(
        f"{NOTE}\n## B\n\nQ: Who won?\n\nA: Ada.\n\n::: notes\nSmile.\n:::\n", "utf-8"
    )
    assert main(["slides", "--handout"]) == 0
    assert {"Ada", "Smile"} <= on_paper(project)
    assert main(["slides", "--handout", "--handout-answers", "none", "--no-handout-notes"]) == 0
    assert on_paper(project) & {"Ada", "Smile", "won"} == {"won"}


def on_paper(project: Path) -> set[str]:
    with pdfplumber.open(project / "output" / "x.handout.pdf") as pdf:
        return {word for page in pdf.pages for word in re.findall(r"\w+", page.extract_text())}


def test_a_note_whose_sheet_would_be_another_s_handout_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "notes" / "x.handout.md").write_text(NOTE, "utf-8")
    assert main(["all"]) == 1
    assert "may be built into x.handout.pdf too, where a handout is asked for" in capsys.readouterr().err
    assert main(["slides", "--handout"]) == 0
