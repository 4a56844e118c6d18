"""`deckbuild diagrams`: pictures beside their sources, and drawn for a build where they are missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckbuild.build import load
from deckbuild.cli import main
from deckbuild.diagrams.naming import misnamed
from deckbuild.diagrams.sources import SUFFIXES
from deckbuild.files import find_sources

STACK = "- title: 가상머신\n  layers: [[앱 1, 앱 2], 하이퍼바이저]\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "s.stack.yaml").write_text(STACK, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_source_is_drawn_into_the_png_beside_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diagrams", "--svg"]) == 0
    assert (project / "notes" / "s.png").read_bytes().startswith(b"\x89PNG")
    assert "하이퍼바이저" in (project / "notes" / "s.svg").read_text("utf-8")
    assert capsys.readouterr().out.startswith("notes/s.png ")
    assert main(["diagrams"]) == 0
    assert capsys.readouterr().out.endswith("unchanged\n")


def test_check_fails_when_a_picture_is_out_of_date_and_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diagrams", "--check"]) == 1
    assert "notes/s.stack.yaml: error: s.png is not what this source says [diagram-stale]" in capsys.readouterr().err
    assert not (project / "notes" / "s.png").exists()
    main(["diagrams"])
    assert main(["diagrams", "--check"]) == 0
    assert main(["diagrams", "--svg", "--check"]) == 1
    assert "run: deckbuild diagrams --svg notes/s.stack.yaml" in capsys.readouterr().err


def test_an_error_in_a_source_is_reported_at_its_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "notes" / "s.stack.yaml").write_text("- title: a\n  layrs: [b]\n", "utf-8")
    assert main(["diagrams"]) == 1
    assert "notes/s.stack.yaml:2: warning: unknown key 'layrs'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argument", "words"), [("notes/x.mmd", "no such file"), ("notes/n.md", "not a diagram source")]
)
def test_what_is_no_diagram_source_is_a_wrong_call(
    project: Path, argument: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "notes" / "n.md").write_text("x", "utf-8")
    assert main(["diagrams", argument]) == 2
    assert words in capsys.readouterr().err


def test_a_build_draws_a_picture_that_is_missing_from_its_source(project: Path) -> None:
    (project / "notes" / "n.md").write_text("# T\n\n![shown](s.png)\n\n![gone](t.png)\n", "utf-8")
    (source,), _ = find_sources(["notes/n.md"], project)
    loaded, said = load(source)
    assert loaded is not None
    assert set(loaded.pictures) == {"s.png"}
    assert [d.code for d in said] == ["figure-missing"]


@pytest.mark.real
def test_the_pictures_of_our_own_note_are_what_their_sources_say(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).resolve().parent.parent
    monkeypatch.chdir(root)
    assert main(["diagrams", "notes", "--check"]) == 0
    drawn = {path.stem for path in (root / "notes").glob("*.png")}
    assert drawn == {path.name.removesuffix(s) for s in SUFFIXES for path in (root / "notes").glob(f"*{s}")}


def test_of_two_sources_of_one_picture_the_second_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "notes" / "s.mmd").write_text("flowchart LR\n a --> b\n", "utf-8")
    for argument in ((), ("notes/s.stack.yaml", "notes/s.mmd")):
        assert main(["diagrams", *argument]) == 0
        said = capsys.readouterr()
        assert (
            "notes/s.stack.yaml: warning: s.png is drawn from s.mmd; this source is not used [diagram-second]"
            in said.err
        )
        assert said.out.count("s.png ") == 1
    assert main(["diagrams", "--check"]) == 0


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("cell.boxes.yml", "cell.boxes.yaml"),
        ("cell.box.yaml", "cell.boxes.yaml"),
        ("cell-boxes.yaml", "cell.boxes.yaml"),
        ("cell.png.boxes.yaml", "cell.boxes.yaml"),
        ("boxes.yaml", "cell.boxes.yaml"),
        ("cell.stack.yml", "cell.stack.yaml"),
        ("cell.anatomie.yaml", "cell.anatomy.yaml"),
        ("cell.mermaid", "cell.mmd"),
        ("cell.MMD", "cell.mmd"),
    ],
)
def test_a_source_with_a_name_that_is_not_read_is_told(name: str, right: str) -> None:
    assert list(misnamed("cell.png", {"cell.png", name, "note.md"})) == [(name, right)]


@pytest.mark.parametrize(
    "names",
    [
        {"cell.boxes.yaml", "cell.boxes.yml"},
        {"cell-b.png", "cell-b.boxes.yaml"},
        {"cell2.boxes.yaml"},
        {"cell.concepts.yaml"},
        {"deckbuild.yaml", "mkdocs.yml", "cell.yaml", "other.mmd"},
    ],
)
def test_other_files_beside_a_picture_are_left_in_peace(names: set[str]) -> None:
    assert list(misnamed("cell.png", {"cell.png", *names})) == []


def test_a_check_names_a_file_that_is_not_read_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "notes" / "n.md").write_text("# T\n\n## A\n\n![one](a.png)\n\n![two](b.png)\n\n- x\n", "utf-8")
    for name in ("a.png", "b.png"):
        Image.new("RGB", (40, 30)).save(project / "notes" / name)
    (project / "notes" / "boxes.yaml").write_text("- [x, 1, 2, 30, 40]\n", "utf-8")
    assert main(["check", "notes/n.md"]) == 0
    assert (
        capsys.readouterr().err.count("notes/boxes.yaml: warning: this file is not read: what belongs to a.png is") == 1
    )
