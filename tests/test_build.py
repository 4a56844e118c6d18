"""A whole build: the same notes give the same bytes, by whichever way, wherever, whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deckbuild.build import build
from deckbuild.cli import EVERY_OUTPUT
from deckbuild.diagnostics import Problem
from deckbuild.exporters.pdf.typesetter import Refused, Typesetter
from deckbuild.loading import source_date

from .conftest import ROOT

OUTPUTS = ("docker.apkg", "docker.concepts.yaml", "docker.pdf", "docker.pptx")


def deckbuild(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder, as a process of its own."""
    settings = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"} | environment
    command = [sys.executable, "-m", "deckbuild", *arguments]
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=True)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of our own notes, built once."""
    folder = tmp_path_factory.mktemp("one")
    shutil.copytree(ROOT / "notes", folder / "notes")
    deckbuild(folder, "all", SOURCE_DATE_EPOCH="1700000000", PYTHONHASHSEED="1", TZ="Asia/Seoul")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in OUTPUTS if (folder / name).is_file()}


@pytest.mark.real
def test_one_call_makes_the_four_files(project: Path) -> None:
    assert sorted(path.name for path in (project / "output").iterdir()) == sorted(OUTPUTS)


@pytest.mark.real
def test_another_folder_time_zone_and_hash_seed_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "notes", tmp_path / "elsewhere" / "notes")
    environment = {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"}
    deckbuild(tmp_path, "all", "elsewhere/notes", "-o", "made", **environment)
    again = contents(tmp_path / "made")
    for name, data in contents(project / "output").items():
        assert again[name] == data, f"{name} differs"


@pytest.mark.real
def test_building_from_the_model_gives_the_same_bytes_as_from_the_note(project: Path) -> None:
    deckbuild(project, "all", "output/docker.concepts.yaml", "-o", "again", SOURCE_DATE_EPOCH="1700000000")
    assert contents(project / "again") == contents(project / "output")


@pytest.mark.real
def test_without_a_source_date_the_note_dates_the_cards_and_its_model_does_so_too(
    project: Path, tmp_path: Path
) -> None:
    shutil.copytree(project / "notes", tmp_path / "notes")
    os.utime(tmp_path / "notes" / "docker.md", (1_600_000_000, 1_600_000_000))
    deckbuild(tmp_path, "all", "-o", "a")
    deckbuild(tmp_path, "all", "a/docker.concepts.yaml", "-o", "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


@pytest.mark.real
def test_one_exporter_makes_the_same_file_as_all_of_them(project: Path) -> None:
    for name, suffix in (("anki", "apkg"), ("slides", "pptx"), ("sheet", "pdf"), ("concepts", "concepts.yaml")):
        deckbuild(project, name, "notes/docker.md", "-o", "single", SOURCE_DATE_EPOCH="1700000000")
        assert (project / "single" / f"docker.{suffix}").read_bytes() == (
            project / "output" / f"docker.{suffix}"
        ).read_bytes()


def notes() -> Iterator[Any]:
    """The golden notes: the oddest ones always, all others with the real thing."""
    for path in sorted((Path(__file__).parent / "golden").glob("*/note.md")):
        name = path.parent.name
        always = name.startswith("edges")
        yield pytest.param(path, id=name, marks=[] if always else [pytest.mark.real])


@pytest.mark.parametrize("note", [*notes()])
def test_every_kind_of_note_gives_all_outputs(note: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    shutil.copy(note, tmp_path / "notes" / "n.md")
    report = build(["notes"], tmp_path / "out", EVERY_OUTPUT, tmp_path)
    assert [written.path.name for written in report.written] == ["n.concepts.yaml", "n.apkg", "n.pptx", "n.pdf"]
    assert not report.failed(strict=False)


def test_an_image_that_is_missing_is_named_in_place_of_the_picture(tmp_path: Path) -> None:
    from pptx import Presentation

    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "n.md").write_text("# T\n\n## A\n\n설명이 있다.\n\n구조![image](gone.png)\n", "utf-8")
    report = build(["notes"], tmp_path / "out", ("slides",), tmp_path)
    assert [d.code for d in report.diagnostics] == ["figure-missing"]
    text = "\n".join(
        shape.text_frame.text
        for slide in Presentation(str(tmp_path / "out" / "n.pptx")).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert "gone.png" in text
    assert "구조" in text


def test_an_output_that_cannot_be_made_takes_the_place_of_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> object:
        raise Refused("no")

    monkeypatch.setattr(Typesetter, "measure", refusing)
    (tmp_path / "a.md").write_text("# A\n\n- x : something\n", "utf-8")
    older = tmp_path / "a.pdf"
    older.write_bytes(b"%PDF older")
    report = build(["a.md"], tmp_path, ("sheet",), tmp_path)
    assert ([each.code for each in report.diagnostics], report.written) == (["sheet-failed"], ())
    assert older.read_bytes() == b"%PDF older"


@pytest.mark.parametrize("value", ["now", "-1", "1e9", "99999999999", "１"])
def test_a_source_date_is_seconds(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(Problem, match="bad-date"):
        source_date()


def test_an_output_that_fails_keeps_no_other_from_being_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("deckbuild.decks.render", fails)
    (tmp_path / "a.md").write_text("# A\n\n- x : something\n", "utf-8")
    report = build(["a.md"], tmp_path / "out", EVERY_OUTPUT, tmp_path)
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".yaml", ".pptx", ".pdf"}
    assert not (tmp_path / "deckbuild.lock").exists()
    (fault,) = (found for found in report.diagnostics if found.code == "internal-error")
    assert fault.message.startswith("deckbuild failed on the decks of this note: ZeroDivisionError at ")
    assert report.failed()
