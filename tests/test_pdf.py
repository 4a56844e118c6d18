"""The finished sheet, read back from its bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from pdfplumber.page import Page
from PIL import Image

from deckbuild import files
from deckbuild.assets import Picture
from deckbuild.diagnostics import Severity
from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf import export
from deckbuild.exporters.pdf.typesetter import Refused, Typesetter
from deckbuild.model import Block, Code, Concept, Deck, Figure, List, Point, Quote, RichText, figures
from deckbuild.plan.sheet import DEFAULT, SheetOptions, plan_sheet
from deckbuild.readers.notes import read_note
from tests.examples import sampled
from tests.test_sheet_plan import EVERY_KIND

T = RichText.of
NOTE = Path(__file__).resolve().parent.parent / "notes" / "docker.md"
A4 = (841.89, 595.28)
SMALLEST, SMALLEST_RAISED = 6.5, 5.0


def picture(src: str, width: int = 300, height: int = 200) -> Picture:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "png")
    return Picture(src, src, out.getvalue(), width, height, "png")


def made(deck: Deck, options: SheetOptions = DEFAULT, date: int | None = None, **pictures: Picture) -> Exported:
    by_src = {picture.src: picture for picture in pictures.values()}
    return export(plan_sheet(deck, by_src, options), by_src, Stamp(0, date))


def note_of(*body: Block, title: str = "Title", language: str = "ko") -> Deck:
    concepts = (
        Concept("a", T("하나"), number="1", body=body),
        Concept("b", T("둘"), number="2", body=(Point(T("끝")),)),
    )
    return Deck("notes/x.md", title, T(title), language, concepts=concepts)


@lru_cache(maxsize=1)
def docker() -> Exported:
    deck = read_note(NOTE.read_text(encoding="utf-8"), "notes/docker.md").deck
    pictures, _ = files.load_pictures(figures(deck), NOTE, NOTE.parent.parent)
    return export(plan_sheet(deck, pictures), pictures, Stamp(0))


@lru_cache(maxsize=1)
def docker_page() -> Page:
    """The page of that sheet, whose letters and shapes are read once for all that is asked of them."""
    return pdfplumber.open(io.BytesIO(docker().data)).pages[0]


def words(exported: Exported) -> str:
    return words_of(exported.data)


@lru_cache(maxsize=1)
def words_of(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in pdf.pages)


def squeezed(exported: Exported) -> str:
    return words(exported).replace(" ", "")


def pages(exported: Exported) -> int:
    with pikepdf.open(io.BytesIO(exported.data)) as pdf:
        return len(pdf.pages)


def tags(exported: Exported) -> list[str]:
    with pikepdf.open(io.BytesIO(exported.data)) as pdf:
        return list(_tags(pdf.Root.StructTreeRoot.K))


def _tags(node: pikepdf.Object) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S).lstrip("/")
        yield from _tags(node.get("/K", pikepdf.Array()))


def codes(exported: Exported) -> list[str]:
    return [d.code for d in exported.diagnostics if d.severity > Severity.INFO]


def test_the_note_is_one_page_that_lies_on_its_side():
    assert docker().counts == {"pages": 1}
    assert pages(docker()) == 1
    with pikepdf.open(io.BytesIO(docker().data)) as pdf:
        assert [float(x) for x in pdf.pages[0].MediaBox][2:] == pytest.approx(A4, abs=0.1)


def test_nothing_of_the_note_was_left_off():
    assert codes(docker()) == []
    for text in (
        "컨테이너 기반의 오픈소스",
        "curl -fsSl https://get.docker.com/ | sudo sh",
        "하지만 추가적인",
        "읽기/쓰기 레이어",
        "결론",
    ):
        assert text.replace(" ", "") in squeezed(docker())


def test_no_letter_is_too_small_to_read_in_print():
    assert min(char["size"] for char in docker_page().chars) >= SMALLEST - 0.01


@pytest.mark.real
def test_no_letter_is_too_small_on_the_fullest_sheet_either():
    deck = note_of(*(Point(RichText([*T(f"본문 {i} " * 9), *T("x")])) for i in range(400)))
    with pdfplumber.open(io.BytesIO(made(deck).data)) as pdf:
        assert min(char["size"] for char in pdf.pages[0].chars) >= SMALLEST - 0.01


def test_columns_are_full_of_ink_and_end_flush():
    page = docker_page()
    top, bottom = 50.0, page.height - 34.0
    boxes = [box for box in (*page.chars, *page.images) if top < box["top"] and box["bottom"] < bottom + 3]
    columns = [[b for b in boxes if i <= 4 * (b["x0"] - 20) / (page.width - 40) < i + 1] for i in range(4)]
    heights = [max(b["bottom"] for b in column) - min(b["top"] for b in column) for column in columns]
    assert sum(heights) / (4 * (bottom - top)) >= 0.9
    assert max(heights) - min(heights) < 16


def test_cards_end_at_one_line_above_the_footer():
    page = docker_page()
    frames = [shape for shape in (*page.rects, *page.curves) if shape["width"] > 150 and shape["stroke"]]
    lowest = sorted({round(shape["bottom"], 0) for shape in frames if shape["bottom"] > page.height - 60})
    assert lowest
    assert max(lowest) <= page.height - 33
    assert max(lowest) - min(lowest) <= 2


def test_fonts_are_embedded_and_only_the_letters_used():
    with pikepdf.open(io.BytesIO(docker().data)) as pdf:
        found = list(pdf.pages[0].Resources.Font.values())
        names = {str(font.BaseFont) for font in found}
        for font in found:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor
    assert all("+" in name for name in names)
    assert any("NotoSansCJKkr" in name for name in names)
    assert len(docker().data) < 1_500_000


def test_headings_lists_tables_figures_and_code_are_tagged_as_what_they_are():
    found = tags(docker())
    assert {"Title", "H1", "H2", "L", "LI", "LBody", "Figure", "Caption", "Table", "TR", "Link", "Code"} <= set(found)
    assert found.count("H1") == 5
    assert found.count("LI") == 6 + 2 + 4 + 1 + 2
    assert found.count("Figure") == 4


def test_the_sheet_promises_accessibility_and_names_itself():
    with pikepdf.open(io.BytesIO(docker().data)) as pdf:
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == "Docker"
        assert str(pdf.Root.Lang).startswith("ko")
        assert pdf.Root.MarkInfo.Marked


def test_bookmarks_lead_to_the_sections():
    with pikepdf.open(io.BytesIO(docker().data)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        below = [child.title for item in outline.root for child in item.children]
    assert [title for title in titles if "1.3" in title or "도커를 써야하는 이유" in title]
    assert len(titles) == 5
    assert any("리눅스 컨테이너" in title for title in below)


def test_every_figure_says_what_it_shows():
    with pikepdf.open(io.BytesIO(docker().data)) as pdf:
        figures_found = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        assert [bool(str(figure.Alt)) for figure in figures_found] == [True] * 4


def test_the_same_deck_gives_the_same_bytes():
    deck = note_of(*EVERY_KIND)
    assert made(deck, date=12345).data == made(deck, date=12345).data


@pytest.mark.real
def test_the_same_note_gives_the_same_bytes():
    deck = read_note(NOTE.read_text(encoding="utf-8"), "notes/docker.md").deck
    pictures, _ = files.load_pictures(figures(deck), NOTE, NOTE.parent.parent)
    assert export(plan_sheet(deck, pictures), pictures, Stamp(12345)).data == docker().data


def test_a_date_appears_only_where_one_is_given():
    deck = note_of(Point(T("본문")))
    assert "2024-01-01" not in words(made(deck))
    dated = made(deck, date=1_704_067_200)
    assert "2024-01-01" in words(dated)
    with pikepdf.open(io.BytesIO(dated.data)) as pdf:
        assert str(pdf.docinfo.get("/CreationDate", "")).startswith("D:20240101")
    with pikepdf.open(io.BytesIO(made(deck).data)) as pdf:
        assert "/CreationDate" not in pdf.docinfo


def test_blocks_of_all_kinds_together_are_set_and_conform():
    sheet = made(note_of(*EVERY_KIND), a=picture("none.png"))
    assert codes(sheet) == []
    assert pages(sheet) == 1


@pytest.mark.real
@pytest.mark.parametrize("block", EVERY_KIND, ids=lambda block: type(block).__name__)
@pytest.mark.parametrize("theme", ["color", "bw"])
def test_every_kind_of_block_is_set_and_conforms(block: Block, theme: str):
    nested = List((Point(T("밖"), body=(Quote((block,)), block)),), style="ordered")
    sheet = made(note_of(block, nested), SheetOptions(theme=theme), a=picture("none.png"))  # type: ignore[arg-type]
    assert codes(sheet) == []
    assert pages(sheet) == 1


MARKUP = ['#panic("x")', "*_`$#@<a> \\ ]", "$ x $", "// /* */", "= heading", "- item", '#import "a"', "]]]}})"]


@pytest.mark.parametrize("text", sampled(MARKUP, MARKUP[:2]))
def test_no_word_of_a_note_is_ever_markup(text: str):
    sheet = made(note_of(Point(T(text)), Code(text, "python"), title=text))
    assert codes(sheet) == []
    assert squeezed(sheet).count(text.replace(" ", "")) >= 2


ODD = ["📌😀 ภ", "\x00\x07\x1b", "\ud800", "\u202e", "e\u0301" * 20, "\U0010ffff", "ﷺ", "가" * 3000, "x" * 3000]


@pytest.mark.parametrize("text", sampled(ODD, ODD[:3]))
def test_odd_characters_never_stop_a_sheet(text: str):
    sheet = made(note_of(Point(T(text)), Code(text), Figure(text, T(text)), title=text or "x"))
    assert pages(sheet) == 1
    assert "sheet-failed" not in codes(sheet)
    assert "sheet-not-accessible" not in codes(sheet)


@pytest.mark.parametrize(
    ("language", "font"), [("ja", "NotoSansCJKjp"), ("zh", "NotoSansCJKsc"), ("ko", "NotoSansCJKkr")]
)
def test_each_language_has_its_own_shapes(language: str, font: str):
    with pikepdf.open(io.BytesIO(made(note_of(Point(T("骨直海角")), language=language)).data)) as pdf:
        assert any(font in str(f.BaseFont) for f in pdf.pages[0].Resources.Font.values())


def test_a_heading_of_which_nothing_can_be_shown_is_a_dash():
    concepts = (
        Concept("a", T("📌"), body=(Point(T("x")),)),
        Concept("b", T(""), children=(Concept("c", T("😀"), body=(Point(T("y")),)),)),
    )
    sheet = made(Deck("notes/x.md", "x", T("x"), concepts=concepts))
    assert codes(sheet) == ["no-glyph"]
    assert words(sheet).count("–") == 3


def test_an_empty_deck_is_a_page_with_its_title():
    sheet = made(Deck("notes/x.md", "x", T("제목만")))
    assert pages(sheet) == 1
    assert "제목만" in words(sheet)


def test_a_missing_picture_leaves_a_visible_place_with_its_caption():
    within = Figure("data:image/png;base64,AAAA/BBBB==", T("속 그림"))
    text = words(made(note_of(Figure("https://example.org/img/%EA%B7%B8%EB%A6%BC.png?wide=2", T("구조도")), within)))
    assert "그림이 없습니다: 그림.png" in text
    assert "그림이 없습니다: data:image/png" in text
    assert "구조도" in text
    assert not any(part in text for part in ("example", "BBBB"))


def test_a_damaged_picture_leaves_one_too_and_is_said():
    broken = Picture("a.png", "notes/a.png", b"no picture", 40, 30, "png")
    sheet = made(note_of(Figure("a.png", T("구조도"))), a=broken)
    assert codes(sheet) == ["figure-unreadable"]
    assert "그림이 없습니다" in words(sheet)


def test_a_tall_picture_does_not_leave_the_page():
    sheet = made(note_of(Figure("a.png", T("긴 그림"))), a=picture("a.png", 100, 4000))
    with pdfplumber.open(io.BytesIO(sheet.data)) as pdf:
        (image,) = pdf.pages[0].images
        assert image["height"] < 0.4 * pdf.pages[0].height


@pytest.mark.real
def test_a_long_note_is_one_page_and_says_what_was_left_off():
    deck = read_note(
        "# 긴 노트\n\n"
        + "\n\n".join(
            f"## {i}. 절\n\n" + "\n".join(f"- 항목 {i}.{j} 에 대한 설명" for j in range(30)) for i in range(1, 41)
        ),
        "long.md",
    ).deck
    sheet = made(deck)
    assert pages(sheet) == 1
    left = [d for d in sheet.diagnostics if d.code == "sheet-left-off"]
    assert left
    assert all(d.place.path == "long.md" and d.place.line > 1 and "lines" in d.message for d in left)
    assert tags(sheet).count("H1") == 40


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("landscape", [True, False])
def test_paper_and_direction_are_as_asked(paper: str, landscape: bool):
    sheet = made(note_of(Point(T("본문"))), SheetOptions(paper=paper, landscape=landscape))  # type: ignore[arg-type]
    with pikepdf.open(io.BytesIO(sheet.data)) as pdf:
        box = [float(x) for x in pdf.pages[0].MediaBox]
    assert (box[2] > box[3]) == landscape


@pytest.mark.parametrize("most", sampled((1, 2, 3), {2}))
def test_never_more_pages_than_asked_for(most: int):
    deck = note_of(*(Point(T(f"본문 {i} " * 9)) for i in range(250)))
    assert pages(made(deck, SheetOptions(pages=most))) == most


def test_a_sheet_that_cannot_conform_is_made_without_the_promise(monkeypatch: pytest.MonkeyPatch):
    draw = Typesetter.draw

    def refusing(self: Typesetter, layout: object, standard: str = "ua-1") -> bytes:
        if standard:
            raise Refused("PDF/UA-1 error: something")
        return draw(self, layout, standard)  # type: ignore[arg-type]

    monkeypatch.setattr(Typesetter, "draw", refusing)
    sheet = made(note_of(Point(T("본문"))))
    assert codes(sheet) == ["sheet-not-accessible"]
    assert "본문" in words(sheet)


def test_a_sheet_that_cannot_be_set_at_all_is_an_error_and_no_exception(monkeypatch: pytest.MonkeyPatch):
    def refusing(self: Typesetter, page: object, atoms: object, sizes: object) -> object:
        raise Refused("no")

    monkeypatch.setattr(Typesetter, "measure", refusing)
    sheet = made(note_of(Point(T("본문"))))
    assert (sheet.data, codes(sheet)) == (b"", ["sheet-failed"])
