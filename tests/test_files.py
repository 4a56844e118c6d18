"""Sources, roots, pictures and writing: everything that touches the disk."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.diagnostics import Problem, Severity
from deckbuild.files import check_collisions, find_sources, load_pictures, text_of, write
from deckbuild.files.sources import Source
from deckbuild.model import Figure, Place


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for name in (
        "notes/a.md",
        "notes/sub/b.markdown",
        "notes/_draft.md",
        "notes/.hidden.md",
        "notes/.git/c.md",
        "notes/x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# T\n\ntext\n", "utf-8")
    return tmp_path


def found(here: Path, *arguments: str) -> list[Source]:
    return find_sources(arguments, here)[0]


def test_a_folder_gives_every_note_below_it_but_hidden_and_drafts(here: Path) -> None:
    assert [(s.name, s.folder, s.stem) for s in found(here, "notes")] == [
        ("notes/a.md", (), "a"),
        ("notes/sub/b.markdown", ("sub",), "b"),
    ]


def test_a_note_is_named_alike_however_it_is_reached(here: Path) -> None:
    relative, absolute = found(here, "notes/sub/b.markdown"), found(here, str(here / "notes" / "sub"))
    from_below = found(here / "notes" / "sub", "b.markdown")
    assert relative == absolute == from_below
    assert relative[0].root == here


def test_a_source_that_is_named_twice_is_built_once(here: Path) -> None:
    assert len(found(here, "notes", "notes/a.md", "notes/../notes/a.md")) == 2


def test_a_configuration_marks_the_root(here: Path) -> None:
    (here / "deckbuild.yaml").touch()
    other = here / "course" / "one" / "n.md"
    other.parent.mkdir(parents=True)
    other.write_text("x", "utf-8")
    (source,) = found(here, "course/one/n.md")
    assert (source.root, source.name, source.folder) == (here, "course/one/n.md", ("course", "one"))


def test_a_folder_of_another_name_is_a_root_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "n.md").write_text("x", "utf-8")
    (source,) = found(tmp_path, "docs")
    assert (source.root, source.name, source.folder) == (tmp_path / "docs", "n.md", ())


def test_a_model_finds_the_root_of_its_note(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    far = tmp_path_factory.mktemp("far") / "a.concepts.yaml"
    far.write_text("format: deckbuild/1\nsource: notes/a.md\n", "utf-8")
    (source,) = found(here, str(far))
    assert (source.root, source.stem, source.folder) == (here, "a", ())


def test_a_model_beside_its_note_replaces_it(here: Path) -> None:
    (here / "notes" / "a.concepts.yaml").write_text("format: deckbuild/1\nsource: notes/a.md\n", "utf-8")
    sources, said = find_sources(["notes"], here)
    assert [s.name for s in sources] == ["notes/a.concepts.yaml", "notes/sub/b.markdown"]
    assert [(d.severity, d.code) for d in said] == [(Severity.INFO, "model-preferred")]


@pytest.mark.parametrize(
    ("argument", "code", "hint"),
    [
        ("notes/aa.md", "no-such-source", "'a.md'"),
        ("nowhere/x", "no-such-source", "folder"),
        ("notes/x.txt", "unknown-kind", ".md"),
        ("notes/.git/empty", "no-notes", "put a note there"),
    ],
)
def test_what_names_nothing_to_build_is_an_error_with_a_remedy(here: Path, argument: str, code: str, hint: str) -> None:
    (here / "notes/.git/empty").mkdir()
    with pytest.raises(Problem) as caught:
        find_sources([argument], here)
    assert caught.value.diagnostic.code == code
    assert hint in caught.value.diagnostic.hint


def test_one_output_for_two_sources_is_an_error_even_where_only_case_or_form_differ(here: Path) -> None:
    (here / "notes" / "A.markdown").write_text("x", "utf-8")
    assert [d.code for d in check_collisions(found(here, "notes"), [".apkg"])] == ["output-collision"]
    root = here / "notes"
    composed = Source(root / "가.md", here, "notes/가.md", (), "가")
    decomposed = Source(root / "가.md", here, "notes/가.md", (), "\u1100\u1161")
    assert check_collisions([composed, decomposed], [".apkg"])


def test_text_that_is_not_utf8_is_reported_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("# 제목\n\n".encode() + "한글".encode("euc-kr"))
    with pytest.raises(Problem) as caught:
        text_of(path, "notes/x.md")
    assert str(caught.value.diagnostic).startswith("notes/x.md:3: error: not UTF-8")


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)  # root, as which CI may run, may read everything
    with pytest.raises(Problem, match="no-permission"):
        text_of(tmp_path / "x.md", "x.md")


def test_a_link_that_leads_nowhere_is_told_as_a_link(tmp_path: Path) -> None:
    (tmp_path / "x.md").symlink_to("gone.md")
    with pytest.raises(Problem) as caught:
        text_of(tmp_path / "x.md", "x.md")
    assert caught.value.diagnostic.hint == "it is a link: mend what it leads to, or delete it"


# pictures


def picture(path: Path, size: tuple[int, int] = (40, 20), **options: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "navy").save(path, **options)


def load(here: Path, src: str) -> tuple[object, list[str]]:
    figure = Figure(src, place=Place("notes/a.md", 7))
    pictures, said = load_pictures([figure, figure], here / "notes" / "a.md", here)
    return pictures.get(src), [d.code for d in said]


def test_pictures_are_found_from_the_note_and_from_the_root(here: Path) -> None:
    picture(here / "notes" / "img" / "my pic.png")
    picture(here / "static" / "b.jpg")
    for src, width in (
        ("img/my%20pic.png", 40),
        ("./img/my pic.png", 40),
        ("/static/b.jpg", 40),
        ("../static/b.jpg?raw=1", 40),
    ):
        loaded, said = load(here, src)
        assert said == []
        assert loaded is not None
        assert loaded.width == width  # type: ignore[attr-defined]


@pytest.mark.parametrize(("src", "kind"), [("a.webp", "jpeg"), ("b.bmp", "png")])
def test_what_slides_cannot_show_becomes_what_they_can(here: Path, src: str, kind: str) -> None:
    picture(here / "notes" / src)
    loaded, _ = load(here, src)
    assert loaded.format == kind  # type: ignore[attr-defined]
    assert loaded.data.startswith({"png": b"\x89PNG", "jpeg": b"\xff\xd8"}[kind])  # type: ignore[attr-defined]


def test_a_photograph_is_turned_as_its_camera_says(here: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture(here / "notes" / "turned.jpg", (40, 20), exif=exif)
    loaded, _ = load(here, "turned.jpg")
    assert (loaded.width, loaded.height) == (20, 40)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("src", "code"),
    [
        ("gone.png", "figure-missing"),
        ("https://x.y/z.png", "figure-remote"),
        ("broken.png", "figure-unreadable"),
        ("huge.png", "figure-unreadable"),
        ("../../outside.png", "figure-missing"),
        ("a\0b.png", "figure-missing"),
        ("", "figure-missing"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_one_warning(
    here: Path, src: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "notes" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnonsense")
    picture(here / "notes" / "huge.png", (300, 300))
    picture(here.parent / "outside.png")
    monkeypatch.setattr("deckbuild.images.reading.MOST_PIXELS", 50_000)
    loaded, said = load(here, src)
    assert loaded is None
    assert set(said) == {code}


# writing


def test_a_file_is_written_whole_with_the_date_of_its_source(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "x.bin"
    write(path, b"one", 1_000_000_000)
    write(path, b"two", 1_000_000_001)
    assert path.read_bytes() == b"two"
    assert int(path.stat().st_mtime) == 1_000_000_001
    assert [p.name for p in path.parent.iterdir()] == ["x.bin"]
    assert stat.S_IMODE(path.stat().st_mode) & 0o444 == 0o444 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.bin"
    write(path, b"old", 0)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem, match="no space left"):
        write(path, b"new", 0)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["x.bin"]


def test_a_file_in_place_of_the_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(Problem, match="not-written"):
        write(tmp_path / "out" / "x.bin", b"", 0)


def test_naming_a_note_whose_model_stands_beside_it_builds_the_model(here: Path) -> None:
    (here / "notes" / "a.concepts.yaml").write_text("format: deckbuild/1\nsource: notes/a.md\n", "utf-8")
    sources, said = find_sources(["notes/a.md"], here)
    assert [s.name for s in sources] == ["notes/a.concepts.yaml"]
    assert [d.code for d in said] == ["model-preferred"]


def test_notes_are_found_whatever_the_case_of_their_ending(tmp_path: Path) -> None:
    for name in ("a.MD", "b.Md", "c.markdown"):
        (tmp_path / name).write_text("# A\n")
    found, _ = find_sources([str(tmp_path)], tmp_path)
    assert [source.stem for source in found] == ["a", "b", "c"]
    assert find_sources([str(tmp_path / "a.MD")], tmp_path)[0][0].stem == "a"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_no_note(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    (tmp_path / "b.md").write_text("# B\n")
    assert [source.stem for source in find_sources([str(tmp_path)], tmp_path)[0]] == ["b"]
    with pytest.raises(Problem, match="not a source"):
        find_sources([str(tmp_path / "a.md")], tmp_path)
