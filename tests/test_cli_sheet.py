"""Sheets as somebody asks for them: by the call, by the project, by the note."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from deckbuild.cli import main

LINES = "\n".join(f"- item {i} : {' '.join(f'word{i}{j}' for j in range(12))}" for i in range(120))
NOTE = f"# T\n\n## A\n\n{LINES}\n\n## B\n\n{LINES}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "x.md").write_text(NOTE, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return tmp_path


def boxes(project: Path, name: str = "x.pdf") -> list[tuple[int, int]]:
    """Width and height of each page, in whole pt."""
    with pikepdf.open(io.BytesIO((project / "output" / name).read_bytes())) as pdf:
        return [(round(float(page.MediaBox[2])), round(float(page.MediaBox[3]))) for page in pdf.pages]


@pytest.mark.real
@pytest.mark.parametrize("pages", [1, 2, 3])
def test_there_are_as_many_pages_as_asked_for(project: Path, pages: int):
    assert main(["sheet", "--pages", str(pages)]) == 0
    assert boxes(project) == [(842, 595)] * pages


@pytest.mark.real
def test_auto_is_as_many_as_all_needs_in_type_that_can_be_read(project: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["sheet", "--pages", "auto", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)["diagnostics"]
    (size,) = [d["message"] for d in said if d["code"] == "sheet-size"]
    assert not [d for d in said if d["code"] == "sheet-left-off"]
    assert float(size.split("type ")[1].split(" pt")[0]) >= 8
    assert 1 < len(boxes(project)) < 6


def test_paper_direction_and_columns_are_the_calls(project: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["sheet", "--paper", "letter", "--portrait", "--columns", "2", "--theme", "bw"]) == 0
    assert boxes(project) == [(612, 792)]
    assert "2 columns" in capsys.readouterr().err


@pytest.mark.real
def test_the_call_comes_before_the_note(project: Path):
    (project / "notes" / "x.md").write_text(f"---\nsheet:\n  pages: auto\n  paper: letter\n---\n{NOTE}", "utf-8")
    assert main(["sheet"]) == 0
    assert boxes(project)[0] == (792, 612)
    assert main(["sheet", "--pages", "1"]) == 0
    assert boxes(project) == [(792, 612)]


def test_more_pages_than_there_is_to_say_are_fewer_and_said(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "notes" / "x.md").write_text("# T\n\n## A\n\n- little\n", "utf-8")
    assert main(["sheet", "--pages", "3"]) == 0
    assert len(boxes(project)) == 1
    assert "[sheet-pages]" in capsys.readouterr().err


@pytest.mark.real
def test_what_does_not_fit_fails_a_strict_build(project: Path):
    assert main(["sheet", "--pages", "1", "--strict"]) == 1
    assert main(["sheet", "--pages", "auto", "--strict"]) == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--pages", "0.5", "expected a whole number"),
        ("--theme", "colour", "did you mean 'color'"),
        ("--paper", "a5", "a4"),
    ],
)
def test_a_wrong_value_is_a_wrong_call(
    project: Path, option: str, value: str, said: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["sheet", option, value]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.real
def test_the_first_page_is_a_picture_where_it_is_asked_for(project: Path):
    assert main(["sheet", "--png", "--pages", "2"]) == 0
    assert sorted(path.name for path in (project / "output").iterdir()) == ["x.pdf", "x.sheet.png"]
    with Image.open(project / "output" / "x.sheet.png") as picture:
        assert picture.size == (1754, 1240)


@pytest.mark.real
def test_a_note_asks_for_the_picture_and_the_call_has_the_last_word(project: Path):
    (project / "notes" / "x.md").write_text(f"---\nsheet:\n  png: yes\n---\n{NOTE}", "utf-8")
    assert main(["sheet", "--no-png"]) == 0
    assert not (project / "output" / "x.sheet.png").exists()
    assert main(["sheet"]) == 0
    assert (project / "output" / "x.sheet.png").exists()
