"""A plan → a package that python-pptx reads back, with nothing in it that depends on when or where it was made."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree
from msgspec.structs import replace
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck_

from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.drawing import language, paragraph, web_address
from deckbuild.exporters.pptx.drawing import run as run_of
from deckbuild.exporters.pptx.media import LONGEST, prepared
from deckbuild.exporters.pptx.pen import Pen, paints
from deckbuild.model import Concept, Deck, Definition, Figure, List, Point, Reference, RichText, Run, Style, Table, Todo
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.grid import look
from deckbuild.plan.slides.inline import line
from deckbuild.plan.slides.page import Span

from .examples import sampled
from .hostile_decks import DECKS, PICTURES, picture

R = RichText.of
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
RUNS = RichText(
    (
        Run("한글 "),
        Run("bold", frozenset([Style.BOLD])),
        Run("apt-get", kind="code"),
        Run("2", frozenset([Style.SUP])),
        Run("site", href="https://a.b/c?d=e&f=g"),
        Run("note", href="./other.md"),
        Run("marked", frozenset([Style.MARK, Style.STRIKE, Style.UNDERLINE])),
    )
)


def sample() -> Deck:
    first = Concept(
        "a",
        R("첫째"),
        "1 첫째",
        "1",
        body=(
            Definition(R("정의 하나")),
            Figure("f.png", R("그림 설명")),
            List((Point(RUNS), Point(R("b")))),
            Todo(R("할 것")),
        ),
        children=(Concept("a1", R("자식"), "1.1 자식", "1.1", body=(Point(R("x " * 200)),)),),
    )
    refs = List((Reference(R("A"), "https://a.b/"), Reference(R("B"), "https://b.c/")), role="references")
    table = Table((R("가"), R("b")), ((R("1"), R("2")),), ("", "right"))
    second = Concept("b", R("Second"), "2 Second", "2", body=(table, refs))
    return Deck("notes/s.md", "s", R("표본 <&>"), "ko", concepts=(first, second))


ASSETS = {"f.png": picture("f.png", 800, 600)}


def exported(date: int | None = None) -> Exported:
    return export(plan_slides(sample(), ASSETS), ASSETS, Stamp(0, date))


@pytest.fixture(scope="module")
def made() -> Exported:
    return exported()


@pytest.fixture(scope="module")
def read(made: Exported) -> Deck_:
    return Presentation(io.BytesIO(made.data))


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def slide_xml(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    for name, content in entries(data).items():
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            yield name, etree.fromstring(content)


def test_it_reads_back_with_all_its_slides(made: Exported, read: Deck_) -> None:
    assert len(read.slides) == made.counts["slides"]
    assert made.counts["figures"] == 1


def test_the_page_is_sixteen_to_nine(read: Deck_) -> None:
    assert (read.slide_width, read.slide_height) == (960 * 12700, 540 * 12700)


def test_every_slide_has_its_title_in_the_title_placeholder(read: Deck_) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in read.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_footer_and_number_are_placeholders_on_all_but_the_title_slide(read: Deck_) -> None:
    for n, slide in enumerate(read.slides):
        kinds = {s.element.ph.get("type") for s in slide.placeholders}
        assert ("sldNum" in kinds) == (n > 0)
        if slide.slide_layout.name not in ("title", "section"):
            assert "ftr" in kinds


def test_layouts_are_used_by_what_they_are_for(read: Deck_) -> None:
    used = [slide.slide_layout.name for slide in read.slides]
    assert used[0] == "title"
    assert {"contents", "text_figure", "free"} <= set(used)


def test_the_same_input_gives_the_same_bytes(made: Exported) -> None:
    assert exported().data == made.data


def test_no_entry_of_the_zip_has_a_date(made: Exported) -> None:
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_a_date_the_file_says_none(made: Exported) -> None:
    core = entries(made.data)["docProps/core.xml"].decode()
    assert "created" not in core
    assert "modified" not in core


def test_a_date_is_the_one_that_was_given() -> None:
    core = Presentation(io.BytesIO(exported(1_700_000_000).data)).core_properties
    assert core.created is not None
    assert core.created.isoformat().startswith("2023-11-14T22:13:20")


def test_properties_name_the_note_and_nobody_else(made: Exported, read: Deck_) -> None:
    core = read.core_properties
    assert (core.title, core.author, core.language) == ("표본 <&>", "deckbuild", "ko-KR")
    assert b"Steve Canny" not in b"".join(entries(made.data).values())


def test_hangul_is_korean_and_code_is_monospaced(made: Exported) -> None:
    for _, root in slide_xml(made.data):
        for run in root.iter(qn("a:r")):
            text, props = run.findtext(qn("a:t")) or "", run.find(qn("a:rPr"))
            if re.search("[가-힣]", text):
                assert props.get("lang") == "ko-KR"
            if text == "apt-get":
                assert props.find(qn("a:latin")).get("pitchFamily") == "49"


def test_colours_are_only_those_of_the_theme(made: Exported) -> None:
    for name, root in slide_xml(made.data):
        assert root.find(".//" + qn("a:srgbClr")) is None, name


def test_the_looks_differ_in_colours_alone() -> None:
    plan = plan_slides(sample(), ASSETS)
    light, dark = (entries(export(plan, ASSETS, Stamp(0), look).data) for look in ("light", "dark"))
    assert light.keys() == dark.keys()
    slides = [name for name in light if name.startswith("ppt/slides/slide")]
    places = [
        [re.findall(rb"<a:(?:off|ext) [^>]*>|<a:t>[^<]*", made[name]) for name in slides] for made in (light, dark)
    ]
    assert places[0] == places[1]
    assert light["ppt/theme/theme1.xml"] != dark["ppt/theme/theme1.xml"]
    assert any(light[name] != dark[name] for name in slides), "a panel is a pastel area in the dark"


def test_lines_are_spaced_exactly_and_nothing_is_autofitted(made: Exported) -> None:
    for name, root in slide_xml(made.data):
        assert root.find(".//" + qn("a:normAutofit")) is None, name
        for para in root.iter(qn("a:p")):
            assert para.find(f"{qn('a:pPr')}/{qn('a:lnSpc')}/{qn('a:spcPts')}") is not None, name


def test_shape_ids_are_unique_on_each_slide(made: Exported) -> None:
    for name, root in slide_xml(made.data):
        ids = [each.get("id") for each in root.iter(qn("p:cNvPr"))]
        assert len(set(ids)) == len(ids), name


def test_every_picture_has_a_description(read: Deck_) -> None:
    pictures = [s for slide in read.slides for s in slide.shapes if s.shape_type == 13]
    assert [s._element.nvPicPr.cNvPr.get("descr") for s in pictures] == ["그림 설명"] * len(pictures)
    assert pictures


def test_only_web_addresses_become_links(made: Exported) -> None:
    targets = re.findall(r'Target="(http[^"]+)" TargetMode="External"', str(b"".join(entries(made.data).values())))
    assert "https://a.b/c?d=e&amp;f=g" in targets
    assert not any("other.md" in target for target in targets)


def test_a_row_of_the_contents_jumps_to_its_slide(read: Deck_) -> None:
    contents = read.slides[1]
    row = next(s for s in contents.shapes if s.name.startswith("Contents"))
    assert row.click_action.target_slide.shapes.title.text_frame.text == "첫째"


def test_a_table_is_native_with_a_head_row(read: Deck_) -> None:
    (table,) = [s.table for slide in read.slides for s in slide.shapes if s.has_table and s.table.first_row]
    assert [cell.text_frame.text for cell in table.rows[0].cells] == ["가", "b"]


def test_notes_are_said_on_the_slide_that_they_belong_to(read: Deck_) -> None:
    notes = "\n".join(s.notes_slide.notes_text_frame.text for s in read.slides if s.has_notes_slide)
    assert "할 일: 할 것" in notes
    assert "bold" in notes


def test_sections_hold_every_slide_once(made: Exported) -> None:
    root = etree.fromstring(entries(made.data)["ppt/presentation.xml"])
    sections = root.findall(f".//{P14}section")
    assert [s.get("name") for s in sections] == ["표본 <&>", "1 첫째", "2 Second"]
    listed = [each.get("id") for each in root.iter(f"{P14}sldId")]
    assert listed == [each.get("id") for each in root.iter(qn("p:sldId"))]
    assert all(re.fullmatch(r"\{[0-9A-F-]{36}\}", s.get("id") or "") for s in sections)


@pytest.mark.parametrize(
    ("text", "default", "expected"),
    [
        ("한글 text", "en", "ko-KR"),
        ("plain", "ko", "en-US"),
        ("漢字", "ko", "ko-KR"),
        ("漢字", "ja", "ja-JP"),
        ("汉字", "zh", "zh-CN"),
        ("汉字", "en", "zh-CN"),
        ("かな漢字", "zh", "ja-JP"),
        ("مرحبا", "en", "ar-SA"),
        ("שלום", "en", "he-IL"),
    ],
)
def test_the_language_of_a_run_is_that_of_its_script(text: str, default: str, expected: str) -> None:
    assert language(text, default) == expected


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://a.b/한글", "https://a.b/%ED%95%9C%EA%B8%80"),
        ("http://a.b/c d", "http://a.b/c%20d"),
        ("mailto:x@y.z", "mailto:x@y.z"),
        ("javascript:alert(1)", ""),
        ("./x.md", ""),
        ("#part", ""),
        ("http://", ""),
        ("http://[bad", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_an_address_is_made_safe_or_left_out(href: str, expected: str) -> None:
    assert web_address(href) == expected


def test_a_picture_is_embedded_as_it_is_where_it_will_do() -> None:
    each = picture("a.png", 800, 600)
    assert prepared(each) == (each.data, "png")


@pytest.mark.parametrize("kind", sampled(["webp", "jpeg", "png"], {"jpeg"}))
def test_a_large_picture_is_made_smaller_and_keeps_its_shape(kind: str) -> None:
    from PIL import Image

    ready = prepared(picture("a", 3000, 1500, kind))
    assert ready is not None
    with Image.open(io.BytesIO(ready[0])) as image:
        assert image.size == (LONGEST, LONGEST // 2)
    assert ready[1] == {"webp": "png", "jpeg": "jpg", "png": "png"}[kind]


def test_a_picture_that_cannot_be_read_is_reported_and_the_deck_made_without_it() -> None:
    from msgspec.structs import replace

    broken = {"f.png": replace(picture("f.png", 800, 600, "webp"), data=b"no picture")}
    result = export(plan_slides(sample(), broken), broken, Stamp(0))
    assert [d.code for d in result.diagnostics] == ["picture-unreadable"]
    assert len(Presentation(io.BytesIO(result.data)).slides) == result.counts["slides"]


def test_one_picture_shown_twice_is_in_the_package_once() -> None:
    body = (Figure("a.png"), Figure("b.png"), Point(R("x")))
    each = picture("a.png", 300, 300)
    assets = {"a.png": each, "b.png": each}
    plan = plan_slides(Deck("n.md", "n", R("N"), concepts=(Concept("c", R("C"), body=body),)), assets)
    names = [name for name in entries(export(plan, assets, Stamp(0)).data) if name.startswith("ppt/media/")]
    assert names == ["ppt/media/image1.png"]


@pytest.mark.parametrize("name", sampled(sorted(DECKS), {"panels"}))
def test_odd_decks_read_back(name: str) -> None:
    result = export(plan_slides(DECKS[name], PICTURES), PICTURES, Stamp(0))
    assert len(Presentation(io.BytesIO(result.data)).slides) == result.counts["slides"]


@pytest.mark.parametrize(
    ("before", "written"), [("words", "words "), ("단어", "단어 "), ("言葉を", "言葉を"), ("、", "、")]
)
def test_a_forced_break_parts_words_where_a_script_has_spaces(before: str, written: str) -> None:
    pen = Pen("ko-KR", str, paints("", "", str, "tx1"))
    broken = (Span(before, look(20)), Span("\n", look(20)), Span("x", look(20)))
    assert f"<a:t>{written}</a:t>" in paragraph(replace(line("", 20), spans=broken), pen)


def test_a_link_has_a_run_for_each_word_that_leads_to_one_address() -> None:
    pen = Pen("ko-KR", lambda _: "rId7", paints("", "", str, "tx1"))
    made = run_of(Span(" Docker 이미지  layers", look(20), href="https://a.b"), pen)
    assert re.findall("<a:t>([^<]*)</a:t>", made) == [" ", "Docker ", "이미지  ", "layers"]
    assert made.count('r:id="rId7"') == 4
    assert run_of(Span("Docker 이미지", look(20)), pen).count("<a:r>") == 1
