"""Slides that look as if made in a template by hand: its places in reading order, its own colours, its room."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml

from deckbuild.diagnostics import Problem
from deckbuild.exporters.base import Stamp, Template
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.choosing import candidates
from deckbuild.exporters.pptx.colours import PLAIN, READABLE, Palette, contrast, parsed
from deckbuild.exporters.pptx.foreign import Foreign, read_template
from deckbuild.exporters.pptx.foreign_frame import title_sizes
from deckbuild.exporters.pptx.keeping_off import overlap
from deckbuild.model import Deck
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import Rect
from deckbuild.plan.slides.inline import paras_height
from deckbuild.plan.slides.page import Shape
from deckbuild.readers.notes import read_note

from .examples import sampled
from .foreign_rules import (
    FREE,
    NAMES,
    SECTION,
    TEXT,
    TITLE,
    A,
    P,
    band,
    fresh,
    held,
    navy,
    photo,
    put,
    red,
    rewritten,
    saved,
    swapped,
    two_masters,
    with_link,
    with_macros,
    xml_parts,
)
from .foreign_templates import TEMPLATES

PAGE = Rect(0.0, 0.0, 720.0, 540.0)
NOTE = """# Search

Finding what is sought.

## Linear

### Steps

- Look at the first.
- Then at the next one.
- Stop at the end.
- Say so.

### Cost

- It is linear.
- It needs no memory of its own.
- It reads all.
- It reads each once.

### Code

```python
for each in found:
    print(each)
```

## Binary

It halves.
"""


@lru_cache(maxsize=16)
def read(data: bytes) -> Foreign:
    return read_template(Template("uni.potx", data))


def note(text: str = NOTE) -> Deck:
    return read_note(text, "notes/a.md").deck


@lru_cache(maxsize=16)
def planned(data: bytes, text: str = NOTE) -> SlidePlan:
    return plan_slides(note(text), {}, frame=read(data).frame)


@lru_cache(maxsize=16)
def exported(data: bytes, text: str = NOTE) -> bytes:
    return export(planned(data, text), {}, Stamp(0), base=read(data).base).data


def slides(data: bytes, text: str = NOTE) -> list[Any]:
    return list(Presentation(io.BytesIO(exported(data, text))).slides)


def section(data: bytes) -> tuple[Any, Any]:
    """Title and text of the first slide of the first section."""
    pages = planned(data).pages
    slide = next(each for each, page in zip(slides(data), pages, strict=True) if page.layout == "section")
    return slide.shapes.title, next(each for each in slide.placeholders if each.placeholder_format.idx == 1)


def own_place(shape: Any) -> Any:
    return shape.element.spPr.find(f"{A}xfrm")


# cover and sections


@pytest.mark.parametrize("name", sampled(TEMPLATES, {"odd", "plain"}))
def test_the_subtitle_stands_as_its_layout_says(name: str) -> None:
    cover = slides(TEMPLATES[name]())[0]
    below = next(each for each in cover.placeholders if each.placeholder_format.idx == 1)
    assert below.text_frame.text == "Finding what is sought."
    assert own_place(below) is None
    assert [each for each in below.element.iter(f"{A}pPr") if each.get("algn")] == []
    assert below.element.txBody.bodyPr.get("lIns") is None


def test_a_place_without_an_index_is_said_again() -> None:
    """Programs find the layout's placeholder by its index, which those that LibreOffice writes have not."""
    data = rewritten(
        TEMPLATES["plain"](), {r"ppt/slideLayouts/slideLayout1\.xml": (r'(type="subTitle") idx="1"', r"\1")}
    )
    cover = slides(data)[0]
    below = next(each for each in cover.placeholders if "Finding" in each.text_frame.text)
    layout = Presentation(io.BytesIO(TEMPLATES["plain"]())).slide_layouts[0].placeholders[1]
    assert (below.left, below.top, below.width, below.height) == (layout.left, layout.top, layout.width, layout.height)
    assert below.element.txBody.bodyPr.get("lIns") is None


def test_a_subtitle_that_cannot_be_read_on_the_page_is_written_in_another_colour() -> None:
    paint = read(red()).base.layouts["title"].body
    assert paint is not None
    assert paint.paint == '<a:schemeClr val="bg1"/>'
    plain = read(saved(fresh())).base.layouts["section"].title
    assert plain.paint == "", "what can be read is as the template has it"


LONG = (
    "Before the lecture you should be comfortable with conditional probability. Bring the worksheet from week 4. " * 2
)


@pytest.mark.parametrize("name", sampled(TEMPLATES, {"odd", "plain"}))
def test_a_long_paragraph_before_the_first_section_is_no_subtitle(name: str) -> None:
    cover, *rest = slides(TEMPLATES[name](), f"# T\n\n{LONG}\n\n## A\n\nOne.\n\n## B\n\nTwo.\n")
    assert "worksheet" not in "".join(each.text_frame.text for each in cover.shapes if each.has_text_frame)
    assert any("worksheet" in each.text_frame.text for slide in rest for each in slide.shapes if each.has_text_frame)


def test_children_of_a_section_stand_in_the_place_for_text() -> None:
    title, below = section(TEMPLATES["odd"]())
    assert below.text_frame.text.split("\n") == ["Steps", "Cost", "Code"]
    assert own_place(title) is None
    assert own_place(below) is None


def test_children_above_a_title_come_below_it() -> None:
    title, below = section(TEMPLATES["plain"]())
    assert title.top + title.height <= below.top
    assert below.text_frame.text.split("\n") == ["Steps", "Cost", "Code"]
    layout = title.part.slide_layout
    places = [each for each in layout.placeholders if each.placeholder_format.idx in (0, 1)]
    assert title.top == pytest.approx(min(each.top for each in places), abs=100_000)
    assert below.top + below.height <= max(each.top + each.height for each in places)


def test_children_of_a_section_keep_off_the_footer() -> None:
    deck = fresh()
    layout = deck.slide_layouts[SECTION]
    put(layout.placeholders[0], 40, 40, 640, 80)
    put(layout.placeholders[1], 40, 140, 640, 390)
    frame = read(saved(deck)).frame
    assert not overlap(frame.opener.rows, frame.footer)
    assert frame.opener.rows.h > 300


def opener_lines(children: int, name: str = "Part") -> tuple[str, list[str]]:
    """The title of a section's first slide and the paragraphs below it, on a layout with little room for them."""
    many = "".join(f"### {name} {n}\n\nText {n}.\n\n" for n in range(children))
    found = read(TEMPLATES["plain"]())
    plan = plan_slides(note(f"# T\n\n## A\n\n{many}## B\n\nTwo.\n"), {}, frame=found.frame)
    (page,) = (page for page in plan.pages if page.layout == "section")
    (box,) = page.boxes
    assert isinstance(box, Shape)
    assert paras_height(box.paras, box.rect.w) <= box.rect.h
    return page.title_text, ["".join(span.text for span in para.spans) for para in box.paras]


def test_children_that_have_no_line_each_stand_one_after_the_other() -> None:
    assert opener_lines(3)[1] == ["Part 0", "Part 1", "Part 2"]
    assert opener_lines(7)[1] == [" · ".join(f"Part {n}" for n in range(7))]


def test_of_many_children_those_are_named_that_fit() -> None:
    """As in the contents, a sign says that there are more."""
    (line,) = opener_lines(40)[1]
    *names, more = line.split(" · ")
    assert more == "…"
    assert names == [f"Part {n}" for n in range(len(names))]


def test_a_section_has_the_number_that_its_note_gives_it_and_no_other() -> None:
    assert opener_lines(3)[0] == "A"
    numbered = "# T\n\n## 1. A\n\n### 1.1 C\n\nText.\n\n### 1.2 D\n\nMore.\n\n> x\n\n## 2. B\n\nTwo.\n"
    plan = plan_slides(note(numbered), {}, frame=read(TEMPLATES["plain"]()).frame)
    assert next(page.title_text for page in plan.pages if page.layout == "section") == "1 A"


@pytest.mark.parametrize("name", ["dark", "plain"])
def test_a_cover_title_that_is_cut_is_told_and_said_in_full(name: str) -> None:
    title = "Operating systems and straße " * 15
    plan = plan_slides(note(f"# {title}\n\n## A\n\nOne.\n"), {}, frame=read(TEMPLATES[name]()).frame)
    assert [each.code for each in plan.diagnostics] == ["title-cut"]
    shown = plan.pages[0].title_text
    assert shown.endswith("…")
    assert title.startswith(shown[:-1]), "as it was written, also where the layout sets capitals"
    assert title.strip() in plan.pages[0].notes


def test_a_cover_title_that_fits_is_not_told() -> None:
    plan = plan_slides(note(), {}, frame=read(TEMPLATES["dark"]()).frame)
    assert plan.diagnostics == ()
    assert plan.pages[0].notes == ""


# colours


def palette(data: bytes) -> Palette:
    parts = xml_parts(data)
    scheme = parts["ppt/theme/theme1.xml"].find(f".//{A}clrScheme")
    slots = {each.tag.removeprefix(A): parsed(each[0].get("lastClr") or each[0].get("val")) for each in scheme}
    return Palette(slots, dict(parts["ppt/slideMasters/slideMaster1.xml"].find(f"{P}clrMap").attrib))


def paint(found: Foreign, own: Palette, name: str) -> tuple[float, float, float]:
    read_as = own.read(etree.fromstring(f'<a:solidFill xmlns:a="{A[1:-1]}">{found.base.paints[name]}</a:solidFill>'))
    assert read_as is not None
    return read_as.rgb


ALL = {**TEMPLATES, "navy": navy, "red": red}


@pytest.mark.parametrize("name", ALL)
def test_panels_have_the_accents_of_the_template_unchanged(name: str) -> None:
    data = ALL[name]()
    found, own = read(data), palette(data)
    for n in range(1, 6):
        fits = any(contrast(own.named(f"accent{n}"), own.named(name)) >= READABLE for name in PLAIN)
        assert found.base.paints[f"panel{n}"] == f'<a:schemeClr val="accent{n if fits else 1}"/>'
        assert contrast(paint(found, own, f"on{n}"), paint(found, own, f"panel{n}")) >= READABLE


def test_light_letters_come_before_dark_ones_on_a_panel() -> None:
    data = navy()
    assert paint(read(data), palette(data), "on3") == palette(data).slots["lt1"]


def test_a_question_is_written_in_what_can_be_read_on_its_own_panel() -> None:
    made = slides(navy(), "# T\n\n## A\n\nQ: Why is there a lock?\nA: Two would write at once.\n\n## B\n\nTwo.\n")
    asked = next(each for each in made if each.element.get("showMasterSp") == "0")
    fills = {each.get("val") for each in asked.shapes.title.element.iterfind(f".//{A}rPr/{A}solidFill/*")}
    assert fills == {re.findall(r'val="(\w+)"', read(navy()).base.paints["on1"])[0]}


def test_an_accent_that_cannot_be_read_as_text_gives_way_to_another_of_the_theme() -> None:
    paints = read(navy()).base.paints
    assert paints["accent3"] == '<a:schemeClr val="accent1"/>'
    assert paints["accent1"] == '<a:schemeClr val="accent1"/>'


@pytest.mark.parametrize("name", ALL)
def test_rules_are_quiet(name: str) -> None:
    data = ALL[name]()
    found, own = read(data), palette(data)
    assert 1.15 <= contrast(paint(found, own, "hairline"), paint(found, own, "page")) <= 3.0


def test_a_map_of_colours_that_a_layout_has_for_itself_holds() -> None:
    deck = fresh()
    names = " ".join(f'{k}="{v}"' for k, v in deck.slide_master.element.find(f"{P}clrMap").attrib.items())
    names = names.replace('bg1="lt1"', 'bg1="dk1"').replace('tx1="dk1"', 'tx1="lt1"')
    for layout in deck.slide_layouts:
        own = layout.element.find(f"{P}clrMapOvr")
        own.clear()
        own.append(parse_xml(f"<a:overrideClrMapping {NAMES} {names}/>"))
    found = read(saved(deck))
    assert found.base.dark
    assert 'bg1="dk1"' in found.base.layouts["text"].colours


def test_what_a_file_says_is_written_so_that_it_can_be_read_again() -> None:
    data = rewritten(
        saved(fresh()),
        {r"ppt/slideLayouts/slideLayout\d+\.xml": ("<a:masterClrMapping/>", _odd_map())},
    )
    found = read(data)
    plan = plan_slides(note(), {}, frame=found.frame)
    assert xml_parts(export(plan, {}, Stamp(0), base=found.base).data)


def _odd_map() -> str:
    names = dict(fresh().slide_master.element.find(f"{P}clrMap").attrib) | {"folHlink": "lt1&quot;&lt;&amp;"}
    listed = " ".join(f'{key}="{value}"' for key, value in names.items())
    return f"<a:overrideClrMapping {listed}/>"


@pytest.mark.parametrize(("behind", "written"), [("20304A", "bg1"), ("F0F0E0", "tx1")])
def test_a_section_of_another_colour_has_letters_that_can_be_read_on_it(behind: str, written: str) -> None:
    deck = fresh()
    band(deck.slide_layouts[SECTION], (0, 0, 720, 540), behind)
    layout = read(saved(deck)).base
    assert layout.layouts["section"].title.paint in ("", f'<a:schemeClr val="{written}"/>')
    assert f'val="{written}"' in layout.paints["opener"]


def test_content_layouts_of_another_page_are_not_mixed() -> None:
    deck = fresh()
    deck.slide_layouts[FREE].background.fill.solid()
    deck.slide_layouts[FREE].background.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    layouts = read(saved(deck)).base.layouts
    assert layouts["free"].part == layouts["text"].part


# masters


def part(number: int) -> str:
    return f"/ppt/slideLayouts/slideLayout{number}.xml"


def test_content_takes_the_master_that_has_room_and_the_cover_its_own() -> None:
    found = read(two_masters())
    assert found.base.layouts["title"].part == part(TITLE + 1)
    assert found.base.layouts["text"].part == part(11 + TEXT + 1)
    assert found.base.layouts["free"].part == part(11 + FREE + 1)
    assert 'val="DDEEFF"' in found.base.paints["page"]


def test_the_first_master_is_taken_where_it_will_do() -> None:
    found = read(two_masters(photo_first=False))
    assert {each.part for each in found.base.layouts.values()} <= {part(n + 1) for n in range(11)}


def test_a_deck_on_two_masters_reloads() -> None:
    made = slides(two_masters())
    assert made[0].shapes.title.text_frame.text == "Search"
    assert {str(each.slide_layout.slide_master.part.partname)[-5] for each in made} == {"1", "2"}


def test_a_master_with_a_thing_across_its_text_is_passed_over() -> None:
    found = read(two_masters(photo_first=False, banded=True))
    assert found.base.layouts["text"].part == part(11 + TEXT + 1)


# room


def test_a_picture_across_the_text_is_avoided_where_useful_room_is_left() -> None:
    deck = fresh()
    photo(deck.slide_master, (0, 350, 720, 190), (40, 60, 160))
    body = read(saved(deck)).frame.body
    assert body.bottom <= 350
    assert (body.w, body.h) >= (320.0, 180.0)


LIST = "# A\n\n## B\n\n" + "\n".join(f"- Point {n} says something short" for n in range(7))


def test_a_list_has_all_the_room_of_its_own_layout() -> None:
    """What another layout draws in the place of text takes nothing from a slide that is text alone."""
    deck = fresh()
    free = len(slides(saved(deck), LIST))
    band(deck.slide_layouts[FREE], (36, 330, 648, 160), "C8C7C2")
    found = read(saved(deck))
    assert found.frame.body.bottom <= 330
    assert found.frame.for_text.body.bottom > 400
    assert len(slides(saved(deck), LIST)) == free


@pytest.mark.parametrize(("count", "pages"), [(7, 1), (8, 2)])
def test_a_list_on_little_room_is_set_small_before_it_is_torn(count: int, pages: int) -> None:
    deck = fresh()
    put(held(deck.slide_master, "body"), 36, 126, 600, 230)
    text = LIST + "".join(f"\n- Point {n} as well" for n in range(7, count))
    plan = plan_slides(note(text), {}, frame=read(saved(deck)).frame)
    shown = [box for page in plan.pages for box in page.boxes if isinstance(box, Shape) and box.name == "Text"]
    assert len(shown) == pages
    assert pages > 1 or {para.size for box in shown for para in box.paras} == {16.0}


def test_a_logo_is_avoided_where_what_else_is_drawn_cannot_be() -> None:
    deck = fresh()
    band(deck.slide_master, (0, 130, 720, 250), "EEEEEE")
    photo(deck.slide_master, (560, 126, 100, 60), (160, 20, 40))
    body = read(saved(deck)).frame.body
    assert not overlap(body, Rect(560.0, 126.0, 100.0, 60.0))
    assert body.h >= 180


@pytest.mark.parametrize("height", [130, 170])
def test_little_room_makes_many_small_slides_and_is_told(height: float) -> None:
    deck = fresh()
    put(held(deck.slide_master, "body"), 36, 126, 500, height)
    found = read(saved(deck))
    assert [each.code for each in found.diagnostics] == ["template-room"]
    assert plan_slides(note(), {}, frame=found.frame).pages


def test_a_title_over_all_of_the_text_is_kept_off() -> None:
    deck = fresh()
    put(held(deck.slide_master, "title"), 20, 100, 680, 400)
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            if shape.element.ph.get("type") == "title" and shape.element.spPr.find(f"{A}xfrm") is not None:
                shape.element.spPr.remove(shape.element.spPr.find(f"{A}xfrm"))
    with pytest.raises(Problem, match="points for the body"):
        read(saved(deck))


def test_what_is_said_of_a_place_without_height_names_its_layout() -> None:
    deck = fresh()
    for n, layout in enumerate(deck.slide_layouts):
        layout.name = f"Layout {n}"
    put(held(deck.slide_master, "body"), 36, 126, 600, 0)
    with pytest.raises(Problem, match=f"'Layout {TEXT}' has no height"):
        read(saved(deck))


def test_a_placeholder_within_a_group_is_none() -> None:
    deck = fresh()
    layout = deck.slide_layouts[TEXT]
    body = layout.placeholders[1].element
    tree = layout.element.cSld.spTree
    group = parse_xml(
        f'<p:grpSp {NAMES}><p:nvGrpSpPr><p:cNvPr id="80" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:grpSp>'
    )
    tree.append(group)
    group.append(body)
    assert read(saved(deck)).base.layouts["text"].body is None


def test_what_insets_push_beyond_a_place_is_not_counted_as_room() -> None:
    deck = fresh()
    held(deck.slide_master, "body").element.txBody.bodyPr.set("lIns", "-900000")
    held(deck.slide_master, "body").element.txBody.bodyPr.set("rIns", "-900000")
    body = read(saved(deck)).frame.body
    assert body.x >= 36
    assert body.right <= 684


LOGO = (600, 40, 80, 60)


def test_a_title_keeps_off_a_logo_in_its_place_on_every_slide() -> None:
    deck = fresh()
    photo(deck.slide_master, LOGO, (160, 20, 40))
    found = read(saved(deck))
    assert found.frame.title.right <= LOGO[0]
    assert found.frame.title.w > 500
    made = slides(saved(deck))
    titled = [each for each in made if each.slide_layout.name == deck.slide_layouts[TEXT].name]
    assert titled
    for each in titled:
        assert each.shapes.title.left.pt + each.shapes.title.width.pt <= LOGO[0] + 6
        assert each.shapes.title.element.txBody.bodyPr.get("anchor") is None, "the template says how it stands"


def test_a_title_stays_where_a_picture_is_its_ground_or_leaves_too_little() -> None:
    for place in ((0, 0, 720, 120), (200, 20, 300, 90)):
        deck = fresh()
        photo(deck.slide_master, place, (240, 240, 250))
        assert read(saved(deck)).frame.title == read(saved(fresh())).frame.title


def test_a_rule_below_a_title_takes_nothing_of_its_place() -> None:
    deck = fresh()
    band(deck.slide_master, (36, 100, 648, 2), "A01428")
    assert read(saved(deck)).frame.title == read(saved(fresh())).frame.title


def test_titles_are_no_smaller_than_text() -> None:
    assert title_sizes(18.0, 80.0)[0][0] == 24.0
    assert title_sizes(0.0, 80.0)[0][0] == 32.0
    assert title_sizes(9.0, 20.0)[0][0] == 18.0


def test_a_size_that_no_layout_says_is_not_taken_for_eighteen_points() -> None:
    deck = fresh()
    for style in deck.slide_master.element.iter(f"{A}defRPr"):
        style.attrib.pop("sz", None)
    assert read(saved(deck)).frame.title_sizes[0][0] == 32.0


# pictures behind text


def test_a_photo_on_which_nothing_can_be_read_is_told() -> None:
    deck = fresh()
    photo(deck.slide_layouts[TITLE], (0, 0, 720, 540), (0, 0, 0), (255, 255, 255), (120, 120, 120))
    found = read(saved(deck)).diagnostics
    assert [(each.code, "'Title Slide'" in each.message) for each in found] == [("template-ground", True)]


def test_a_dark_photo_has_light_letters() -> None:
    deck = fresh()
    photo(deck.slide_layouts[TITLE], (0, 0, 720, 540), (10, 20, 40), (20, 30, 60))
    found = read(saved(deck))
    assert found.diagnostics == ()
    assert found.base.layouts["title"].title.paint == '<a:schemeClr val="bg1"/>'


def test_what_a_layout_hides_of_its_master_is_not_in_the_way() -> None:
    deck = fresh()
    photo(deck.slide_master, (0, 350, 720, 190), (40, 60, 160))
    for layout in deck.slide_layouts:
        layout.element.set("showMasterSp", "0")
    assert read(saved(deck)).frame.body.bottom > 350


# which layouts


@pytest.mark.parametrize("turn", ["rot", "vert"])
def test_a_title_on_its_side_is_none(turn: str) -> None:
    deck = fresh()
    shape = deck.slide_layouts[TEXT].placeholders[0]
    put(shape, 36, 22, 648, 90)
    if turn == "rot":
        shape.element.spPr.find(f"{A}xfrm").set("rot", "5400000")
    else:
        shape.element.txBody.bodyPr.set("vert", "eaVert")
    assert "Title and Content" not in {each.name for each in candidates(list(deck.slide_layouts), PAGE)}


def test_text_on_its_side_is_none() -> None:
    deck = fresh()
    deck.slide_layouts[TEXT].placeholders[1].element.txBody.bodyPr.set("vert", "eaVert")
    found = {each.name: each for each in candidates(list(deck.slide_layouts), PAGE)}
    assert found["Title and Content"].body is None


def test_a_layout_with_a_high_title_is_none_for_sections() -> None:
    deck = fresh()
    put(held(deck.slide_layouts[SECTION], "title"), 36, 40, 648, 60)
    for layout in deck.slide_layouts:
        layout.element.attrib.pop("type", None)
        layout.name = f"L {layout.part.partname[-6:-4]}"
    layouts = read(saved(deck)).base.layouts
    assert layouts["section"].part == layouts["title"].part


def test_text_keeps_off_a_picture_on_the_ground_that_it_stands_on() -> None:
    deck = fresh()
    band(deck.slide_master, (36, 126, 648, 300), "EEEEEE")
    photo(deck.slide_master, (36, 126, 648, 100), (160, 20, 40))
    body = read(saved(deck)).frame.body
    assert not overlap(body, Rect(36.0, 126.0, 648.0, 100.0))
    assert body.h >= 180


def test_a_title_high_on_the_page_is_that_of_content() -> None:
    deck = fresh()
    for layout in deck.slide_layouts:
        layout.element.attrib.pop("type", None)
        layout.name = f"L {layout.part.partname[-6:-4]}"
    assert read(saved(deck)).base.layouts["section"].part == str(deck.slide_layouts[SECTION].part.partname)


@pytest.mark.parametrize(("text", "kept"), [("Footer", ""), ("바닥글", ""), ("Uni X", "Uni X")])
def test_a_prompt_in_a_footer_is_no_footer(text: str, kept: str) -> None:
    deck = fresh()
    for layout in deck.slide_layouts:
        held(layout, "ftr").text_frame.text = text
    assert read(saved(deck)).base.layouts["text"].footer_text == kept


def test_there_is_no_line_above_titles_that_stand_in_different_places() -> None:
    assert read(saved(_low())).frame.kicker.h
    deck = _low()
    put(deck.slide_layouts[FREE].placeholders[0], 36, 60, 648, 50)
    assert not read(saved(deck)).frame.kicker.h


def _low() -> Any:
    """A title of one line with room above it."""
    deck = fresh()
    put(held(deck.slide_master, "title"), 36, 50, 648, 60)
    return deck


def test_there_is_no_line_above_a_title_at_the_foot_of_a_tall_place() -> None:
    deck = _low()
    put(held(deck.slide_master, "title"), 36, 50, 648, 130)
    put(held(deck.slide_master, "body"), 36, 200, 648, 280)
    held(deck.slide_master, "title").element.txBody.bodyPr.set("anchor", "b")
    assert not read(saved(deck)).frame.kicker.h


# what is not taken over


def made(data: bytes) -> dict[str, etree._Element]:
    found = read(data)
    return xml_parts(export(plan_slides(note(), {}, frame=found.frame), {}, Stamp(0), base=found.base).data)


def test_macros_shows_and_counts_are_left_behind_and_views_are_there() -> None:
    parts = made(with_macros())
    main = parts["ppt/presentation.xml"]
    assert main.find(f"{P}custShowLst") is None
    assert main.find(f"{P}modifyVerifier") is None
    related = [each.get("Type", "").rsplit("/", 1)[-1] for each in parts["ppt/_rels/presentation.xml.rels"]]
    assert "vbaProject" not in related
    assert "viewProps" in related
    assert not [each for each in parts["docProps/app.xml"] if each.text == "4711"]


def test_a_link_of_a_layout_to_a_slide_goes_with_the_slide() -> None:
    found = read(with_link())
    data = export(plan_slides(note(), {}, frame=found.frame), {}, Stamp(0), base=found.base).data
    parts = xml_parts(data)
    assert not parts["ppt/slideLayouts/slideLayout2.xml"].findall(f".//{A}hlinkClick")
    assert not [name for name, root in parts.items() if "OLD SLIDE" in "".join(root.itertext())]


def test_a_dark_page_is_told_by_its_colour() -> None:
    deck = fresh()
    swapped(deck)
    assert read(saved(deck)).base.dark
