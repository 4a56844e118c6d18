"""What somebody has changed in an output outlives the next build; what nobody has changed is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from deckbuild import seals
from deckbuild.cli import main

from .examples import sampled
from .foreign_templates import TEMPLATES

NOTE = "# Box\n\n## A\n\n- a box is a thing\n"


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(NOTE, "utf-8")
    assert main(["slides", "-q"]) == 0
    assert main(["concepts", "-q"]) == 0
    return tmp_path / "output"


def built_anew(out: Path) -> list[str]:
    """The files that are there when the note has changed and was built again."""
    (out.parent / "notes" / "a.md").write_text(NOTE + "- and another\n", "utf-8")
    assert main(["slides", "-q"]) == 0
    assert main(["concepts", "-q"]) == 0
    return sorted(each.name for each in out.iterdir())


def test_what_nobody_changed_is_written_over(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (out / "a.pptx").read_bytes()
    assert built_anew(out) == ["a.concepts.yaml", "a.pptx"]
    assert (out / "a.pptx").read_bytes() != before
    assert capsys.readouterr().err == ""


def test_slides_that_were_saved_in_another_program_are_kept(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = Presentation(str(out / "a.pptx"))
    deck.slides[0].shapes.title.text = "Mine"
    deck.save(str(out / "a.pptx"))
    assert built_anew(out) == ["a.concepts.yaml", "a.edited.pptx", "a.pptx"]
    assert Presentation(str(out / "a.edited.pptx")).slides[0].shapes.title.text == "Mine"
    assert "what was there is now a.edited.pptx [output-edited]" in capsys.readouterr().err


def test_each_copy_has_a_name_of_its_own(out: Path) -> None:
    for n in ("", "-2"):
        (out / "a.pptx").write_bytes(b"mine")
        built_anew(out)
        assert (out / f"a.edited{n}.pptx").read_bytes() == b"mine"


def test_a_model_that_was_edited_is_kept_and_an_editors_line_ends_are_no_edit(out: Path) -> None:
    model = out / "a.concepts.yaml"
    built = model.read_bytes()
    model.write_bytes(b"\xef\xbb\xbf" + built.replace(b"\n", b"\r\n"))
    assert built_anew(out) == ["a.concepts.yaml", "a.pptx"]
    model.write_bytes(built.replace(b"thing", b"thing of mine"))
    assert built_anew(out) == ["a.concepts.yaml", "a.edited.concepts.yaml", "a.pptx"]


def test_what_cannot_be_kept_is_not_written_over(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "x" * 240
    (out.parent / "notes" / "a.md").rename(out.parent / "notes" / f"{name}.md")
    mine = out / f"{name}.concepts.yaml"
    mine.write_bytes(b"mine")
    assert main(["concepts", "-q"]) == 1
    assert "cannot be kept: file name too long" in capsys.readouterr().err
    assert mine.read_bytes() == b"mine"


@pytest.mark.parametrize("template", sampled(sorted(TEMPLATES), {"odd"}))
def test_slides_on_any_template_have_their_seal(out: Path, template: str) -> None:
    (out.parent / "t.potx").write_bytes(TEMPLATES[template]())
    assert main(["slides", "--template", "t.potx", "-q"]) == 0
    assert seals.is_package_as_built((out / "a.pptx").read_bytes())


def test_the_seal_breaks_with_any_part() -> None:
    parts = [("ppt/a.xml", 1), ("docProps/core.xml", 2)]
    seal = seals.package_seal("docProps/core.xml", parts)
    assert seal == seals.package_seal("docProps/core.xml", [("docProps/core.xml", 3), ("ppt/a.xml", 1)])
    assert seal != seals.package_seal("docProps/core.xml", [("ppt/a.xml", 2), ("docProps/core.xml", 2)])


@pytest.mark.parametrize("data", [b"", b"mine", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_package_is_not_as_built(data: bytes) -> None:
    assert not seals.is_package_as_built(data)


def test_a_name_too_long_for_a_model_beside_it_stops_no_other_note(out: Path) -> None:
    (out.parent / "notes" / f"{'x' * 250}.md").write_text(NOTE, "utf-8")
    assert main(["slides", "-q"]) == 0
    assert (out / f"{'x' * 250}.pptx").exists()
