"""Templates as files: what is damaged, too large, out of reach, or an output itself."""

import io
import zipfile
from pathlib import Path

import pytest

from deckbuild.cli import main
from deckbuild.diagnostics import Problem
from deckbuild.exporters.base import Template
from deckbuild.exporters.pptx.foreign import read_template
from deckbuild.exporters.pptx.package import Package

from .foreign_templates import TEMPLATES

NOTE = "# Docker\n\nIt runs containers.\n\n## Layers\n\n- one\n- two\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"notes/{name}.md").write_text(NOTE, "utf-8")
    return tmp_path


def repacked(data: bytes, renamed: bool = False, **parts: bytes) -> bytes:
    """A package with some parts added (`__` for the slashes of their names), its pictures `renamed` in capitals."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            name, content = each.filename, old.read(each)
            if renamed:
                name, content = name.replace("image1", "IMAGE1"), content.replace(b"media/image1", b"media/IMAGE1")
            new.writestr(name, content)
        for name, content in parts.items():
            new.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_a_part_that_does_not_unpack_is_said() -> None:
    data = bytearray(TEMPLATES["standard"]())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        at = package.getinfo("ppt/presentation.xml").header_offset + 60
    for i in range(at, at + 40):
        data[i] ^= 0xFF
    with pytest.raises(Problem, match=r"it cannot be read|not a PowerPoint file"):
        read_template(Template("uni.potx", bytes(data)))


@pytest.mark.real
def test_what_unpacks_to_very_much_is_not_unpacked() -> None:
    data = repacked(TEMPLATES["standard"](), ppt__media__a=bytes(201 << 20))
    assert len(data) < 1 << 20
    with pytest.raises(Problem, match="more than 200 megabytes"):
        read_template(Template("uni.potx", data))


def test_pictures_of_the_note_are_named_unlike_those_of_the_template_in_any_case() -> None:
    assert Package(TEMPLATES["standard"]()).add_media(1, b"", "png", "image/png") == "/ppt/media/image1.png"
    assert Package(TEMPLATES["odd"]()).add_media(1, b"", "png", "image/png") == "/ppt/media/image-1.png"
    upper = repacked(TEMPLATES["odd"](), renamed=True)
    assert Package(upper).add_media(1, b"", "png", "image/png") == "/ppt/media/image-1.png"


def test_a_name_that_no_disk_has_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slides", "--template", "x" * 300 + ".potx"]) == 1
    said = capsys.readouterr().err
    assert "[unreadable]" in said
    assert "internal" not in said


def test_messages_name_a_template_by_its_shortest_path(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("notes/a.md").write_text(f"---\nslides:\n  template: ../uni/none.potx\n---\n\n{NOTE}", "utf-8")
    assert main(["slides", "notes/a.md"]) == 1
    assert "uni/none.potx: error: there is no such template" in capsys.readouterr().err


@pytest.mark.parametrize("template", ["out/a.pptx", "notes/../out/a.pptx"])
def test_a_template_is_never_written_over(project: Path, template: str, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = TEMPLATES["standard"]()
    Path("out").mkdir()
    Path("out/a.pptx").write_bytes(theirs)
    assert main(["slides", "-o", "out", "--template", template]) == 1
    assert "[template-is-output]" in capsys.readouterr().err
    assert Path("out/a.pptx").read_bytes() == theirs


@pytest.mark.parametrize(("user", "made"), [("a", "b"), ("b", "a")])
def test_slides_of_one_note_are_no_template_for_another(
    project: Path, user: str, made: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["slides", "-o", "out"]) == 0
    front = f"---\nslides:\n  template: ../out/{made}.pptx\n---\n\n"
    Path(f"notes/{user}.md").write_text(front + NOTE, "utf-8")
    assert main(["slides", "-o", "out"]) == 1
    assert "[template-is-output]" in capsys.readouterr().err


def test_a_template_of_quite_another_name_is_not_what_was_meant(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("doc.pptx").write_bytes(b"")
    for name, meant in (("nosuch.potx", False), ("dok.potx", True)):
        assert main(["slides", "--template", name]) == 1
        assert ("did you mean 'doc.pptx'?" in capsys.readouterr().err) == meant


def test_a_folder_is_no_template_and_is_not_what_was_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# A\n\nwords of it\n", "utf-8")
    (tmp_path / "uni.pptx").mkdir()
    assert main(["slides", str(tmp_path / "a.md"), "--template", str(tmp_path / "uni.pptx"), "-o", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "it is a folder, not a template" in said
    assert "did you mean" not in said
