"""Every local image that exists is found, however a note refers to it."""

from __future__ import annotations

import base64
import os
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

from deckbuild.assets import Picture
from deckbuild.diagnostics import Diagnostic
from deckbuild.drawing import drawn_picture, labelled
from deckbuild.files import pictures
from deckbuild.files.image_index import ImageIndex
from deckbuild.model import Figure, Place

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20"/></svg>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "study"


def picture(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 20), "navy").save(path)


def load(root: Path, src: str, note: str = "notes/os/a.md") -> tuple[Picture | None, list[Diagnostic]]:
    figure = Figure(src, place=Place(note, 7))
    found, said = pictures.load_pictures([figure], root / note, root)
    return found.get(src), said


def found_at(root: Path, src: str, note: str = "notes/os/a.md") -> tuple[str, list[str]]:
    loaded, said = load(root, src, note)
    return (loaded.path if loaded else ""), [d.code for d in said]


def test_a_picture_outside_of_the_project_is_told_with_the_folder_that_holds_both(root: Path) -> None:
    picture(root.parent / "img" / "wide.png")
    found, (said,) = load(root, "../img/wide.png", "a.md")
    assert found is None
    assert said.message == "the image '../img/wide.png' is outside of the project, which is the folder study/"
    assert said.hint == f"put it into study/, or an empty deckbuild.yaml into {root.parent.name}/, which holds both"
    (root.parent / "deckbuild.yaml").write_text("", "utf-8")
    assert load(root.parent, "../img/wide.png", "study/a.md")[0] is not None


@pytest.mark.parametrize(
    "src",
    [
        "img/my pic.png",
        "./img/my%20pic.png",
        "img/my%20pic.png?raw=true",
        "img/my pic.png#center",
        "../os/img/my pic.png",
        r"img\my pic.png",
        r".\img\my%20pic.png",
        '"img/my pic.png"',
        "'img/my pic.png'",
        "<img/my pic.png>",
        'img/my pic.png "a title"',
        "<img/my pic.png> 'a title'",
        "img/my pic.png =300x200",
        " img/my pic.png ",
        "/notes/os/img/my pic.png",
        "notes/os/img/my pic.png",
        "my pic.png",
        "my pic.png|300",
        "https://github.com/me/study/blob/main/notes/os/img/my%20pic.png?raw=true",
        "https://github.com/me/study/raw/refs/heads/main/notes/os/img/my%20pic.png",
        "https://raw.githubusercontent.com/me/study/main/notes/os/img/my%20pic.png",
        "https://raw.githubusercontent.com/me/all/main/study/notes/os/img/my%20pic.png",
        "https://raw.githubusercontent.com/me/all/main/os/img/my%20pic.png",
    ],
)
def test_a_picture_is_found_however_its_path_is_written(root: Path, src: str) -> None:
    picture(root / "notes/os/img/my pic.png")
    assert found_at(root, src) == ("notes/os/img/my pic.png", [])


@pytest.mark.parametrize(
    "name", ["100%.png", "a%20b.png", "c#.png", "it's.png", "q?.png", "가나.png", "é.PNG", "x=1.png"]
)
def test_a_name_is_first_taken_as_it_is_written(root: Path, name: str) -> None:
    picture(root / "notes/os" / name)
    assert found_at(root, name) == (f"notes/os/{name}", [])


def test_the_form_of_accents_does_not_matter(root: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "그림/한글é.png")
    picture(root / "notes/os" / decomposed)
    assert found_at(root, "그림/한글é.png") == (f"notes/os/{decomposed}", [])
    assert found_at(root, "한글é.png") == (f"notes/os/{decomposed}", [])


@pytest.mark.parametrize("src", ["Img/A.PNG", "/notes/os/img/A.png", "A.png"])
def test_other_letter_case_is_found_and_named(root: Path, src: str) -> None:
    picture(root / "notes/os/img/a.png")
    if (root / "notes/os/img/A.PNG").exists():
        pytest.skip("this disk does not tell letter case")
    assert found_at(root, src) == ("notes/os/img/a.png", ["image-case"])


def test_the_same_letter_case_is_preferred(root: Path) -> None:
    picture(root / "notes/os/b/a.png")
    picture(root / "x/A.png")
    assert found_at(root, "A.png") == ("x/A.png", [])


def test_of_several_pictures_of_a_name_the_nearest_is_shown(root: Path) -> None:
    for folder in ("assets", "notes/assets", "notes/net/img", ".trash", "notes/os/.hidden"):
        picture(root / folder / "embed.png")
    loaded, said = load(root, "embed.png")
    assert loaded is not None
    assert loaded.path == "notes/assets/embed.png"
    assert [d.code for d in said] == ["image-ambiguous"]
    assert "notes/assets/embed.png or assets/embed.png or notes/net/img/embed.png" in said[0].message


def test_hidden_folders_are_not_searched(root: Path) -> None:
    picture(root / ".obsidian/a.png")
    assert found_at(root, "a.png") == ("", ["figure-missing"])


def test_a_path_with_folders_is_not_found_elsewhere(root: Path) -> None:
    """`img/1.png` of another chapter would be a wrong picture."""
    picture(root / "notes/net/img/1.png")
    loaded, said = load(root, "img/1.png")
    assert loaded is None
    assert said[0].hint == "did you mean '../net/img/1.png'?"


@pytest.mark.parametrize(
    ("src", "hint"),
    [
        ("img/dokcer.png", "did you mean 'img/docker.png'?"),
        ("docker.jpg", "did you mean 'img/docker.png'?"),
        ("gone.gif", "paths are relative to the note: os/"),
        ("", "paths are relative to the note: os/"),
        ("a\0b.png", "paths are relative to the note: os/"),
        ("x" * 5000, "paths are relative to the note: os/"),
    ],
)
def test_a_missing_picture_comes_with_the_likeliest_name(root: Path, src: str, hint: str) -> None:
    picture(root / "notes/os/img/docker.png")
    loaded, said = load(root, src)
    assert loaded is None
    assert [(d.code, d.hint) for d in said] == [("figure-missing", hint)]


@pytest.mark.parametrize("src", ["../../../outside.png", "/../outside.png", "outside.png", "link.png"])
def test_nothing_outside_of_the_root_is_read(root: Path, src: str) -> None:
    picture(root.parent / "outside.png")
    (root / "notes/os").mkdir(parents=True)
    (root / "notes/os/link.png").symlink_to(root.parent / "outside.png")
    assert found_at(root, src) == ("", ["figure-missing"])


def test_a_link_that_leads_outside_of_the_project_is_told_as_that(root: Path) -> None:
    picture(root.parent / "outside.png")
    root.mkdir()
    (root / "link.png").symlink_to(root.parent / "outside.png")
    _, (said,) = load(root, "link.png", "a.md")
    assert said.message == "the image 'link.png' is outside of the project, which is the folder study/"


@pytest.mark.parametrize("src", ["link.png", "folder/source.png"])
def test_no_picture_is_drawn_from_a_source_outside_of_the_root(root: Path, src: str) -> None:
    outside = root.parent / "elsewhere"
    outside.mkdir()
    (outside / "source.mmd").write_text("told to nobody", "utf-8")
    (root / "notes").mkdir(parents=True)
    (root / "notes/link.mmd").symlink_to(outside / "source.mmd")
    (root / "notes/folder").symlink_to(outside)
    figure = Figure(src, place=Place("notes/a.md", 7))
    found, said = pictures.load_pictures([figure], root / "notes/a.md", root, drawn_picture)
    assert (found, [d.code for d in said]) == ({}, ["figure-missing"])


def test_boxes_outside_of_the_root_are_not_read(root: Path) -> None:
    picture(root / "a.png")
    (root.parent / "other.yaml").write_text("told to nobody", "utf-8")
    (root / "a.boxes.yaml").symlink_to(root.parent / "other.yaml")
    assert labelled(Picture("a.png", "a.png", b"", 1, 1, "png"), root)[1] == []


@pytest.mark.parametrize(
    "src",
    [
        "https://github.com/other/thing/blob/main/img/b.png",
        "https://raw.githubusercontent.com/other/thing/main/a.png",
        "https://user-images.githubusercontent.com/1/a.png",
        "HTTPS://x.y/a.png",
        "//x.y/a.png",
    ],
)
def test_what_lies_on_the_web_is_not_taken_for_a_local_picture(root: Path, src: str) -> None:
    picture(root / "notes/os/a.png")
    picture(root / "notes/os/c/b.png")
    loaded, said = load(root, src)
    assert loaded is None
    assert [d.code for d in said] == ["figure-remote"]
    assert len(said[0].message) < 200


def test_a_picture_in_the_note_itself_is_shown(root: Path) -> None:
    picture(root / "a.png")
    data = (root / "a.png").read_bytes()
    for src in (
        "data:image/png;base64," + base64.b64encode(data).decode(),
        "DATA:;base64," + base64.b64encode(data).decode(),
        "data:image/svg+xml;utf8," + quote(SVG),
    ):
        loaded, said = load(root, src)
        assert loaded is not None
        assert (loaded.width / loaded.height, said) == (2.0, [])


@pytest.mark.parametrize(
    "rest", ["image/png;base64," + "A" * 10_000, "image/png;base64,####", "text/plain,abc", "", ","]
)
def test_an_address_that_holds_no_picture_says_so(root: Path, rest: str) -> None:
    loaded, said = load(root, "data:" + rest)
    assert loaded is None
    assert [d.code for d in said] == ["figure-unreadable"]
    assert len(said[0].message) < 250


def test_a_drawing_is_shown_as_a_picture_as_wide_as_a_slide(root: Path) -> None:
    (root / "notes/os").mkdir(parents=True)
    (root / "notes/os/a.SVG").write_text(SVG)
    (root / "notes/os/tall.svg").write_text(SVG.replace("0 0 40 20", "0 0 20 40"))
    wide, _ = load(root, "a.SVG")
    tall, _ = load(root, "tall.svg")
    assert wide is not None
    assert tall is not None
    assert (wide.width, wide.height, wide.format) == (1600, 800, "png")
    assert (tall.width, tall.height) == (800, 1600)
    assert wide.data.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.png", b"", "the file is empty"),
        ("a.png", b"nonsense", "its format is not known"),
        ("a.png", b"\x89PNG\r\n\x1a\nnonsense", "cannot be shown"),
        ("a.svg", b"nonsense", "it is not SVG"),
        ("a.png", b"<?xml version='1.0'?><Error/>", "it is not SVG but <Error>"),
        ("a.svg", b"<html></html>", "it is not SVG but <html>"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "does not say how large it is"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='100000'/>", "longer than it is wide"),
        ("a.svg", b"<svg viewBox='0 0 9 9'>" + b"<g>" * 100_000, "too intricate"),
        ("a.svg", SVG.encode("utf-16")[:90], "it is not SVG"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC cannot be read"),
        ("a.mp4", b"0000ftyp", "its format is not known"),
    ],
)
def test_a_file_that_is_no_picture_says_why(root: Path, name: str, data: bytes, reason: str) -> None:
    (root / "notes/os").mkdir(parents=True)
    (root / "notes/os" / name).write_bytes(data)
    loaded, said = load(root, name)
    assert loaded is None
    assert [d.code for d in said] == ["figure-unreadable"]
    assert reason in said[0].message


def test_a_picture_of_a_hundred_megabytes_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture(root / "notes/os/a.png")
    monkeypatch.setattr(pictures, "MAX_BYTES", 50)
    _, (said,) = load(root, "a.png")
    assert (said.code, said.hint) == ("figure-unreadable", pictures.SMALLER)


def test_a_picture_that_may_not_be_read_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    picture(root / "notes/os/a.png")
    monkeypatch.setattr(Path, "read_bytes", refused)  # root, as which CI may run, may read everything
    _, said = load(root, "a.png")
    assert "cannot be shown: Permission denied" in said[0].message
    assert said[0].hint == "allow it to be read: chmod u+r 'notes/os/a.png'"


def test_a_folder_is_no_picture(root: Path) -> None:
    (root / "notes/os/a.png").mkdir(parents=True)
    assert found_at(root, "a.png") == ("", ["figure-missing"])


def test_the_disk_is_searched_once_for_all_notes_and_only_where_a_path_leads_nowhere(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[str] = []
    scan = os.scandir

    def counted(path: str) -> object:
        walks.append(path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", counted)
    picture(root / "notes/os/img/a.png")
    index = ImageIndex(root)
    for src in ("img/a.png", "gone.png", "A.png", "a.png"):
        for note in ("notes/os/a.md", "notes/os/b.md"):
            before = len(walks)
            pictures.load_pictures([Figure(src, place=Place(note, 1))], root / note, root, index=index)
            assert src != "img/a.png" or len(walks) == before
    assert len(walks) == len(set(walks)) == 4


def test_an_index_knows_images_by_path_and_a_link_to_a_folder_does_not_lead_it_astray(root: Path) -> None:
    picture(root / "b/x.png")
    picture(root / "a.JPG")
    (root / "note.md").write_text("x")
    (root / "loop").symlink_to(root)
    assert ImageIndex(root).paths == ("a.JPG", "b/x.png")


def test_a_misspelt_name_is_sought_nearby(root: Path) -> None:
    for name in ("a/docker.png", "b/c/d/docket.png", "a/step2.png", "a/net.jpg"):
        picture(root / name)
    index = ImageIndex(root)
    assert index.close_to("dockr.png", "a") == ["a/docker.png"]
    assert index.close_to("net.png", "a") == ["a/net.jpg"]
    assert index.close_to("step3.png", "a") == []


def test_a_path_from_the_root_of_one_of_several_projects_is_found(root: Path) -> None:
    picture(root / "notes/images/a.png")
    assert found_at(root, "/images/a.png") == ("notes/images/a.png", [])
    picture(root / "images/a.png")
    assert found_at(root, "/images/a.png") == ("images/a.png", [])


@pytest.mark.real
@pytest.mark.skipif("DECKBUILD_CORPUS" not in os.environ, reason="needs DECKBUILD_CORPUS")
def test_every_image_beside_a_real_note_is_found() -> None:
    import re

    corpus = Path(os.environ["DECKBUILD_CORPUS"])
    index = ImageIndex(corpus)
    for note in sorted(corpus.rglob("*.md")):
        text = unicodedata.normalize("NFC", note.read_text("utf-8", errors="replace"))
        written = re.findall(r"!\[[^\]]*\]\(([^)\s]+\.(?:png|jpe?g|svg|gif|webp))\)", text, re.IGNORECASE)
        for src in dict.fromkeys(written):
            beside = note.parent / src
            if beside.is_file():
                _, said = pictures.load_pictures([Figure(src, place=Place("n", 1))], note, corpus, index=index)
                assert not any(d.code == "figure-missing" for d in said), f"{note}: {src}"
