"""What stands above and below a sheet: its title, where and when it comes from, who made it."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from deckbuild import __version__
from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf import export
from deckbuild.exporters.pdf.qr import label_of, svg_of
from deckbuild.plan.sheet import DEFAULT, plan_sheet
from deckbuild.plan.sheet.shapes import plain, wording
from deckbuild.readers.notes import read_note
from tests.sheet_measure import sheets

URL = "https://example.org/notes/docker"


def sheet_of(front: str, title: str = "Docker", date: int | None = None) -> Exported:
    deck = read_note(f"---\n{front}\n---\n\n# {title}\n\n## A\n\n- one\n- two\n", "notes/x.md").deck
    return export(plan_sheet(deck, (), DEFAULT), {}, Stamp(0, date))


def letters(made: Exported) -> str:
    with pypdfium2.PdfDocument(made.data) as pdf:
        return pdf[0].get_textpage().get_text_bounded()


def links(made: Exported) -> list[str]:
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        return [str(note.A.URI) for note in pdf.pages[0].get("/Annots", [])]


def test_an_address_in_the_front_matter_is_a_qr_code_a_label_and_a_link():
    made = sheet_of(f"url: {URL}")
    assert links(made) == [URL]
    assert "example.org/notes/docker" in letters(made)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        alts = [str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
    assert alts == [URL]


@pytest.mark.parametrize("front", ["title: Docker", "url: docker.md", f"url: {URL}/{'x' * 400}"])
def test_there_is_no_code_where_nothing_could_be_opened(front: str):
    assert links(sheet_of(front)) == []


def test_a_code_is_dark_squares_in_a_frame_of_its_own_size():
    assert svg_of(URL) == svg_of(URL)
    assert svg_of(URL).startswith(b"<svg")
    assert label_of("https://www.example.org/a/") == "example.org/a"
    assert len(label_of("https://example.org/" + "a" * 90)) == 42


def test_the_day_of_the_note_comes_before_the_day_of_the_build():
    assert "2026-11-01" in letters(sheet_of("date: 2026-11-01T10:00:00"))
    assert "2026-11-01" in letters(sheet_of("date: 2026-11-01", date=1_704_067_200))
    assert "2024-01-01" in letters(sheet_of("title: Docker", date=1_704_067_200))
    assert "20" not in letters(sheet_of("date: today"))


def test_the_foot_names_source_maker_and_page():
    text = letters(sheet_of("title: Docker"))
    assert "notes/x.md" in text
    assert f"deckbuild {__version__}" in text
    assert "1 / 1" in text


def test_a_long_title_leaves_the_code_its_room():
    (page,) = sheets(sheet_of(f"url: {URL}", title="A very long title of a note " * 6).data)
    names = [glyph for glyph in page.glyphs if glyph.size >= 12 and glyph.box.bottom < page.top]
    assert max(glyph.box.x1 for glyph in names) < page.width - 100


def test_a_section_of_commands_alone_that_stand_at_the_head_of_the_sheet_leaves_no_title_behind():
    note = "# X\n\n## A\n\n- one\n- two\n\n### Try it\n\n```bash\nls   # lists\ncd x # goes\n```\n\n## B\n\n- three\n- four\n"
    plan = plan_sheet(read_note(note, "x.md").deck, ())
    assert [plain(card.title) for card in plan.sections] == ["Commands", "A", "B"]
    assert "Try it" not in [wording(atom) for card in plan.sections for atom in card.atoms]


def test_a_bold_line_over_a_command_alone_goes_along_as_what_it_does():
    note = "# X\n\n## A\n\n- one\n\n**Install all**\n\n```bash\nnpm install\n```\n\n**Test all**\n\n```bash\nnpm test\n```\n\n## B\n\n- two\n"
    plan = plan_sheet(read_note(note, "x.md").deck, ())
    commands, one, _ = plan.sections
    assert [wording(row) for row in commands.atoms] == ["npm install Install all", "npm test Test all"]
    assert [wording(atom) for atom in one.atoms] == ["one"]


def test_an_apostrophe_among_han_characters_is_as_narrow_as_its_word():
    deck = read_note("---\nlang: zh-TW\n---\n\n# 圖\n\n## 演算法\n\n- Prim’s 演算法\n- 其他\n", "x.md").deck
    assert "Prim's" in letters(export(plan_sheet(deck, ()), {}, Stamp(0)))
