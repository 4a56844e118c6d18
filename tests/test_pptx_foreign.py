"""Slides on a lecturer's own template: its layouts, its places, its colours, and nothing of its old slides."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from deckbuild.cli import main
from deckbuild.diagnostics import Problem
from deckbuild.exporters.base import Stamp, Template
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.choosing import NAMES, folded
from deckbuild.exporters.pptx.colours import BLACK, READABLE, WHITE, Palette, contrast, parsed
from deckbuild.exporters.pptx.foreign import Foreign, read_template
from deckbuild.exporters.pptx.foreign_frame import title_sizes
from deckbuild.exporters.pptx.keeping_off import overlap
from deckbuild.exporters.pptx.refusing import OLE
from deckbuild.model import Deck
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.handout import placed, plan_handout
from deckbuild.plan.slides.inline import paras_height
from deckbuild.readers.notes import read_note

from .examples import sampled
from .foreign_templates import TEMPLATES, foreign, plain
from .hostile_decks import DECKS, PICTURES

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module", params=TEMPLATES)
def found(request: pytest.FixtureRequest) -> Foreign:
    return foreign(request.param)


def made(found: Foreign, deck: Deck) -> bytes:
    return export(plan_slides(deck, PICTURES, frame=found.frame), PICTURES, Stamp(0), base=found.base).data


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def on(docker: Deck) -> Callable[[str], bytes]:
    """The slides of a note on each template: made once."""
    return cache(lambda name: made(foreign(name), docker))


@pytest.fixture(scope="module")
def on_odd(on: Callable[[str], bytes]) -> bytes:
    return on("odd")


# layouts


def used(name: str) -> dict[str, str]:
    """The layouts of a template by what takes them."""
    data = TEMPLATES[name]()
    layouts = {str(each.part.partname): each.name for each in Presentation(io.BytesIO(opened(data))).slide_layouts}
    return {kind: layouts[layout.part] for kind, layout in foreign(name).base.layouts.items()}


def opened(data: bytes) -> bytes:
    """A template as python-pptx opens it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for part, content in parts(data).items():
            target.writestr(part, content.replace(b"template.main+xml", b"presentation.main+xml"))
    return out.getvalue()


def test_layouts_are_found_by_the_names_that_powerpoint_has_in_other_languages() -> None:
    assert used("standard") == {
        "title": "표지",
        "section": "구역 머리글",
        "contents": "제목만",
        "statement": "제목 및 내용",
        "text": "제목 및 내용",
        "text_figure": "제목 및 내용",
        "free": "제목만",
    }
    assert foreign("standard").diagnostics == ()


def test_layouts_of_odd_names_are_found_by_their_placeholders_and_named() -> None:
    found = used("odd")
    assert (found["title"], found["section"]) == ("1_Uni Deckblatt", "Zwischenblatt")
    assert (found["text"], found["free"]) == ("Inhalt mit Logo", "Nur Überschrift (leer)")
    assert {each.code for each in foreign("odd").diagnostics} == {"template-layout"}


def test_our_own_names_come_first() -> None:
    deck = Presentation()
    deck.slide_layouts[3].name = "Text_Figure"
    out = io.BytesIO()
    deck.save(out)
    found = read_template(Template("x.pptx", out.getvalue())).base.layouts
    assert found["text_figure"].part == str(deck.slide_layouts[3].part.partname)
    assert found["text"].part == str(deck.slide_layouts[1].part.partname)


@pytest.mark.parametrize("name", ["1_Title Slide", "TITLE  SLIDE", "Title Slide 2", "Ｔｉｔｌｅ Ｓｌｉｄｅ"])
def test_copies_of_a_layout_are_told_by_its_name(name: str) -> None:
    assert folded(name) == "title slide"


def test_every_name_is_written_as_it_is_compared() -> None:
    assert all(name == folded(name) for names in NAMES.values() for name in names)


# places


def test_the_body_keeps_off_title_footer_and_logo(found: Foreign) -> None:
    frame = found.frame
    for taken in (frame.title, frame.kicker, frame.footer, frame.number):
        assert not overlap(taken, frame.body)
    assert 0 <= frame.body.x < frame.body.right <= frame.page.w


def test_a_logo_within_the_body_makes_it_smaller() -> None:
    deck = Presentation()
    master = deck.slide_master
    free = foreign("plain").frame.body
    shape = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_shape(1, Pt(500), Pt(130), Pt(200), Pt(90))
    master.element.cSld.spTree.append(shape._element)
    out = io.BytesIO()
    deck.save(out)
    body = read_template(Template("x.pptx", out.getvalue())).frame.body
    assert body.y > free.y or body.right < free.right
    assert body.right <= 500 or body.y >= 220


def test_titles_step_down_from_the_templates_own_size() -> None:
    sizes = title_sizes(44.0, 82.8)
    assert sizes[0] == (44.0, 55.0, 1)
    assert all(a[0] > b[0] for a, b in pairwise(sizes))
    assert all(step * lines <= 82.8 for _, step, lines in sizes)


def test_capitals_are_measured_where_titles_are_set_in_them() -> None:
    assert foreign("dark").frame.capitals
    assert not foreign("plain").frame.capitals
    assert foreign("plain").frame.opener.capitals


# colours


def colour(found: Foreign, palette: Palette, paint: str) -> tuple[float, float, float]:
    xml = f'<a:solidFill xmlns:a="{A[1:-1]}">{found.base.paints[paint]}</a:solidFill>'
    read = palette.read(etree.fromstring(xml))
    assert read is not None
    return read.rgb


@pytest.mark.parametrize("name", TEMPLATES)
def test_everything_can_be_read_on_what_is_behind_it(name: str) -> None:
    found = foreign(name)
    deck = Presentation(io.BytesIO(opened(TEMPLATES[name]())))
    theme = next(each.target_part for each in deck.slide_master.part.rels.values() if each.reltype.endswith("/theme"))
    scheme = etree.fromstring(theme.blob).find(f".//{A}clrScheme")
    slots = {each.tag.removeprefix(A): parsed(each[0].get("lastClr") or each[0].get("val")) for each in scheme}
    names = dict(deck.slide_master.element.find("{*}clrMap").attrib)
    palette = Palette(slots, names)
    accents = [f"accent{n}" for n in range(1, 6)]
    for ink in ("ink", "quiet", "link", *accents):
        for ground in ("page", "surface"):
            pair = colour(found, palette, ink), colour(found, palette, ground)
            assert contrast(*pair) >= READABLE, (ink, ground)
    for n in range(1, 6):
        for ink, ground in (
            ("ink", f"tint{n}"),
            (f"accent{n}", f"tint{n}"),
            (f"on{n}", f"panel{n}"),
            ("solid", f"accent{n}"),
        ):
            pair = colour(found, palette, ink), colour(found, palette, ground)
            assert contrast(*pair) >= READABLE, (ink, ground)


def test_contrast_and_tints_are_what_they_are_said_to_be() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21.0)
    fill = etree.fromstring(
        f'<a:solidFill xmlns:a="{A[1:-1]}"><a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr></a:solidFill>'
    )
    read = Palette({"dk1": BLACK}, {"tx1": "dk1"}).read(fill)
    assert read is not None
    assert [round(each * 255) for each in read.rgb] == [0x89] * 3


def test_slides_name_colours_of_the_theme_alone(on: Callable[[str], bytes]) -> None:
    slides = [content for name, content in parts(on("standard")).items() if "/slides/slide" in name]
    assert slides
    assert not any(b"srgbClr" in content for content in slides)


# what is made


def test_nothing_is_left_of_the_slides_that_a_template_had(on_odd: bytes) -> None:
    content = parts(on_odd)
    assert not [name for name, data in content.items() if b"OLD SLIDE" in data or b"OLD NOTES" in data]
    assert [name for name in content if "/media/" in name] == ["ppt/media/image1.png"], "the logo alone"
    assert "docProps/thumbnail.jpeg" not in content


def test_pictures_of_the_note_do_not_take_the_place_of_the_templates() -> None:
    with zipfile.ZipFile(io.BytesIO(made(foreign("odd"), DECKS["figures"]))) as package:
        names = package.namelist()
        logo = package.read("ppt/media/image1.png")
    assert len(names) == len(set(names))
    assert logo == parts(TEMPLATES["odd"]())["ppt/media/image1.png"]
    assert any(name.startswith("ppt/media/image-1.") for name in names)


@pytest.mark.parametrize("deck", sampled(sorted(DECKS), {"styles"}))
def test_decks_reload_and_each_slide_has_its_title_on_the_templates_layout(found: Foreign, deck: str) -> None:
    data = made(found, DECKS[deck])
    read = Presentation(io.BytesIO(data))
    plan = plan_slides(DECKS[deck], PICTURES, frame=found.frame)
    assert len(read.slides) == len(plan.pages)
    for slide, page in zip(read.slides, plan.pages, strict=True):
        assert str(slide.slide_layout.part.partname) == found.base.layouts[page.layout].part
        assert "".join(slide.shapes.title.text_frame.text.split()) == "".join(page.title_text.split())
    assert read.core_properties.author == "deckbuild"


def test_titles_look_as_the_template_says(on_odd: bytes) -> None:
    title = Presentation(io.BytesIO(on_odd)).slides[4].shapes.title.element
    assert not title.findall(f".//{A}solidFill")
    assert title.find(f".//{A}rPr").get("b") is None
    assert title.spPr.find(f"{A}xfrm") is None


def test_hangul_names_its_face_where_the_theme_has_none(on_odd: bytes) -> None:
    faces = set(re.findall(r'lang="ko-KR"[^>]*>(?:(?!</a:rPr>).)*?<a:ea typeface="([^"]+)"', slides_of(on_odd)))
    assert faces == {"맑은 고딕"}


def slides_of(data: bytes) -> str:
    return "".join(content.decode() for name, content in parts(data).items() if "/slides/slide" in name)


def test_a_footer_that_the_template_has_stays(on: Callable[[str], bytes]) -> None:
    read = Presentation(io.BytesIO(on("standard")))
    assert "한국대학교 컴퓨터공학과" in [s.text_frame.text for s in read.slides[3].shapes if s.has_text_frame]


def test_speaker_notes_work_without_a_notes_master(on: Callable[[str], bytes]) -> None:
    data = on("plain")
    assert b"notesMasterIdLst" in parts(data)["ppt/presentation.xml"]
    assert Presentation(io.BytesIO(data)).slides[3].notes_slide.notes_text_frame.text.strip()


@pytest.mark.parametrize("name", sampled(TEMPLATES, {"odd"}))
def test_the_same_template_and_deck_give_the_same_bytes(name: str, docker: Deck, on: Callable[[str], bytes]) -> None:
    assert made(foreign(name), docker) == on(name)


# refusals


def zipped(**content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in content.items():
            target.writestr(name.replace("__", "/"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"", "not a PowerPoint file"),
        (b"%PDF-1.7", "not a PowerPoint file"),
        (plain()[:9000], "not a PowerPoint file"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted with a password"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint 97–2003"),
        (OLE, "an old Office program"),
        (zipped(readme=b""), "without a presentation"),
        (zipped(**{"word__document.xml": b""}), "a Word document"),
        (zipped(**{"theme__theme__themeManager.xml": b""}), "a theme"),
        (zipped(**{"[Content_Types].xml": b"<Types/>", "ppt__presentation.xml": b""}), "cannot be read"),
        (zipped(**{"[Content_Types].xml": b"", "ppt__presentation.xml": b"http://purl.oclc.org/ooxml/"}), "Strict"),
    ],
)
def test_what_is_no_template_is_said_with_a_remedy(data: bytes, fact: str) -> None:
    with pytest.raises(Problem) as caught:
        read_template(Template("uni.potx", data))
    found = caught.value.diagnostic
    assert found.code == "template-unreadable"
    assert fact in found.message
    assert found.hint
    assert str(found.place) == "uni.potx"


def test_a_body_without_room_is_said_with_its_layout() -> None:
    deck = Presentation()
    for owner in (deck.slide_master, *deck.slide_layouts):
        for shape in owner.placeholders:
            if shape.placeholder_format.idx == 1:
                shape.left, shape.top, shape.width, shape.height = Pt(60), Pt(130), Pt(200), Pt(90)
    out = io.BytesIO()
    deck.save(out)
    with pytest.raises(Problem, match=r"'Title and Content' leaves 186 × 83 points"):
        read_template(Template("uni.potx", out.getvalue()))


# where it is named


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder in ("notes", "shared"):
        Path(folder).mkdir()
    Path("notes/a.md").write_text("# Docker\n\nIt runs containers.\n", "utf-8")
    Path("shared/uni.potx").write_bytes(TEMPLATES["standard"]())
    Path("notes/own.potx").write_bytes(TEMPLATES["dark"]())
    return tmp_path


def size_of(path: str) -> tuple[float, float]:
    read = Presentation(path)
    return read.slide_width / 12700, read.slide_height / 12700


def test_a_path_in_the_settings_begins_at_their_file(project: Path) -> None:
    Path("deckbuild.yaml").write_text("slides:\n  template: shared/uni.potx\n", "utf-8")
    assert main(["slides", "-o", "out"]) == 0
    assert size_of("out/a.pptx") == (720, 540)


def test_a_path_in_front_matter_begins_at_the_note_and_comes_before_the_settings(project: Path) -> None:
    Path("deckbuild.yaml").write_text("slides:\n  template: shared/uni.potx\n", "utf-8")
    Path("notes/a.md").write_text("---\nslides:\n  template: own.potx\n---\n\n# Docker\n\nIt runs.\n", "utf-8")
    assert main(["slides", "-o", "out"]) == 0
    assert size_of("out/a.pptx") == (720, 405)
    assert main(["slides", "-o", "out", "--template", "shared/uni.potx"]) == 0
    assert size_of("out/a.pptx") == (720, 540)


def test_a_template_that_is_missing_keeps_nothing_else_from_being_made(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["all", "-o", "out", "--template", "shared/uni.pptx"]) == 1
    said = capsys.readouterr().err
    assert "shared/uni.pptx: error: there is no such template [template-missing]" in said
    assert "did you mean 'uni.potx'?" in said
    assert {path.suffix for path in Path("out").iterdir()} == {".apkg", ".yaml", ".pdf"}


def test_a_check_says_what_is_wrong_with_a_template(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("shared/uni.potx").write_bytes(b"%PDF")
    Path("deckbuild.yaml").write_text("slides:\n  template: shared/uni.potx\n", "utf-8")
    assert main(["check"]) == 1
    assert "shared/uni.potx: error: it is not a PowerPoint file" in capsys.readouterr().err


# questions, formulas, builds and handouts


def asking() -> Deck:
    """A note with a question on a panel, and a formula in a line of its own."""
    text = "# T\n\n## A\n\nQ: Why is there a lock?\nA: Two would write at once.\n\n## B\n\n$$a + b = \\frac{1}{2}$$\n"
    return read_note(text, "notes/a.md").deck


def panels(found: Foreign) -> list[etree._Element]:
    plan = plan_slides(asking(), {}, frame=found.frame)
    content = parts(export(plan, {}, Stamp(0), base=found.base).data)
    return [etree.fromstring(content[f"ppt/slides/slide{n}.xml"]) for n, p in enumerate(plan.pages, 1) if p.panel]


def test_a_question_fills_the_page_with_a_colour_of_the_theme_and_nothing_lies_over_it(found: Foreign) -> None:
    (slide,) = panels(found)
    assert slide.get("showMasterSp") == "0"
    (fill,) = slide.iterfind(f".//{P}bgPr/{A}solidFill")
    assert etree.tostring(fill[0]).decode().split(" ")[0] == "<a:schemeClr"
    inks = slide.findall(f".//{P}sp//{A}rPr/{A}solidFill/*")
    assert inks, "the title says its own colour: that of its layout is made for another ground"
    assert {(each.tag, each.get("val")) for each in inks} == {(inks[0].tag, inks[0].get("val"))}


def test_a_question_and_its_answer_fit_the_page_of_a_template(found: Foreign) -> None:
    plan = plan_slides(asking(), {}, frame=found.frame)
    (asked,) = (page for page in plan.pages if page.panel)
    assert asked.title_rect == found.frame.question
    assert paras_height(asked.title, found.frame.question.w) <= found.frame.question.h
    assert found.frame.question.bottom <= found.frame.body.bottom
    for size, step, lines in found.frame.answer_sizes:
        assert step * lines <= found.frame.title.h, size


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_base_says_whether_its_pages_are_dark_and_what_is_written_on_them(name: str) -> None:
    base = foreign(name).base
    assert base.dark == (name == "dark")
    assert base.ink == ("FFFFFF" if name == "dark" else "000000")


def test_formulas_are_drawn_in_the_ink_of_the_template() -> None:
    plan = plan_slides(asking(), {}, frame=foreign("dark").frame)
    content = parts(export(plan, {}, Stamp(0), base=foreign("dark").base).data)
    with Image.open(io.BytesIO(content["ppt/media/formula1.png"])) as drawn:
        colours = drawn.convert("RGBA").getcolors(1 << 20)
    assert colours
    assert max(colour for _, colour in colours if colour[3] == 255)[:3] == (255, 255, 255)


@pytest.mark.parametrize("name", sampled(TEMPLATES, {"dark"}))
def test_points_appear_one_by_one_on_a_template_too(name: str, docker: Deck) -> None:
    found = foreign(name)
    plan = plan_slides(docker, {}, frame=found.frame)
    slides = slides_of(export(plan, {}, Stamp(0), base=found.base, build=True).data)
    for slide in slides.split("<p:sld ")[1:]:
        shapes = set(re.findall(r'<p:cNvPr id="(\d+)"', slide))
        assert set(re.findall(r'spid="(\d+)"', slide)) <= shapes
    assert "<p:timing>" in slides


def test_a_handout_shows_the_slides_of_the_template(project: Path) -> None:
    Path("deckbuild.yaml").write_text("slides:\n  template: shared/uni.potx\n", "utf-8")
    assert main(["slides", "--handout", "--build", "-o", "out"]) == 0
    assert Path("out/a.handout.pdf").read_bytes().startswith(b"%PDF")
    frame = foreign("standard").frame
    handout = plan_handout(plan_slides(asking(), {}, frame=frame))
    assert handout.scale == pytest.approx(202.5 / 540)
    shown = placed(handout.slides.pages[0], frame, 1, "T")
    assert shown[0].rect == frame.cover.title  # type: ignore[union-attr]
    assert plan_slides(asking(), {}, frame=frame).footer == "한국대학교 컴퓨터공학과"


def test_settings_of_a_folder_name_a_template_from_there(project: Path) -> None:
    Path("notes/deckbuild.yaml").write_text("slides:\n  template: own.potx\n", "utf-8")
    assert main(["slides", "-o", "out"]) == 0
    assert size_of("out/a.pptx") == (720, 405)


@pytest.mark.parametrize("lead", ["", "What it says:\n\n"])
def test_a_list_is_not_torn_on_a_foreign_page_where_a_smaller_size_holds_it(lead: str) -> None:
    items = "".join(f"- The item of number {n} says one thing about the long subject at hand\n" for n in range(1, 8))
    deck = read_note(f"# D\n\n## S\n\n{lead}{items}", "n.md").deck
    assert len(plan_slides(deck, {}, frame=foreign("plain").frame).pages) == 2


def test_prose_on_a_roomy_foreign_page_is_no_smaller_for_it() -> None:
    text = "One sentence that says a thing or two about the long subject at hand, and then goes on.\n\n" * 9
    found = plan_slides(read_note(f"# D\n\n## S\n\n{text}", "n.md").deck, {}, frame=foreign("plain").frame).pages[1:]
    assert min(para.size for page in found for box in page.boxes for para in box.paras) >= 18
