"""The handout: what stands on which page of paper, and that nothing stands out of its place."""

import io
import re

import pytest
from msgspec.structs import replace

from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf.handout import export
from deckbuild.exporters.pdf.handout.inline import nodes
from deckbuild.exporters.pdf.handout.paints import PAINTS, toned
from deckbuild.exporters.pptx.themes import LIGHT
from deckbuild.model import Concept, Deck, Figure, List, Point, Question, RichText, Todo, figures
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import WIDESCREEN
from deckbuild.plan.slides.handout import AREA, LEAST_ROOM, NUMBER_ROW, PAPER, HandoutPlan, added, placed, plan_handout
from deckbuild.plan.slides.inline import paras_height
from deckbuild.plan.slides.page import Look, Page, Shape, Span

from .examples import sampled
from .hostile_decks import DECKS, PICTURES, picture

R = RichText.of
LONG = "A sentence that goes on for a while and says little. " * 12


def slides(*notes: str) -> SlidePlan:
    """A deck of one slide for each of these notes."""
    plan = plan_slides(
        Deck("n.md", "n", R("N"), "en", concepts=(Concept("c", R("C"), "C", body=(Point(R("x")),)),)), {}
    )
    return replace(plan, pages=tuple(replace(plan.pages[-1], key=str(n), notes=each) for n, each in enumerate(notes)))


def test_three_slides_stand_on_a_page_in_order(docker: Deck) -> None:
    plan = plan_handout(plan_slides(docker, {}))
    assert [entry.page for sheet in plan.sheets for entry in sheet] == list(range(len(plan.slides.pages)))
    assert {len(sheet) for sheet in plan.sheets[:-1]} == {3}


def test_a_slide_keeps_its_shape(docker: Deck) -> None:
    plan = plan_handout(plan_slides(docker, {}))
    page = plan.slides.frame.page
    for entry in plan.sheets[0]:
        assert entry.slide is not None
        assert entry.slide.w / entry.slide.h == pytest.approx(page.w / page.h)


def test_notes_that_the_slide_shows_are_not_said_again(docker: Deck) -> None:
    plan = plan_slides(docker, {each.src: picture(each.src, 400, 300) for each in figures(docker)})
    assert not [line for page in plan.pages for line in added(page, plan)]
    assert plan_handout(plan).sheets[0][0].paras == ()


def test_what_the_author_has_yet_to_do_is_nothing_for_an_audience(docker: Deck) -> None:
    plan = plan_slides(docker, {each.src: picture(each.src, 400, 300) for each in figures(docker)})
    page = next(page for page in plan.pages if "할 일: 검색 해보기" in page.notes)
    assert added(page, plan) == ()
    assert added(replace(page, notes=f"{page.notes}\n말로 할 것"), plan) == ("말로 할 것",)
    section = plan.sections[page.section]
    assert added(replace(page, notes=f"{section}\n{section} › 1.1.3 os"), plan) == ()


def test_notes_that_the_slide_does_not_show_are_kept_with_their_signs() -> None:
    plan = plan_handout(slides("- first\n  - nested\n\n2. second\n→ so"))
    paras = plan.sheets[0][0].paras
    assert ["".join(s.text for s in para.spans) for para in paras] == ["first", "nested", "second", "so"]
    assert [para.bullet.sign if para.bullet else "" for para in paras] == ["•", "•", "2.", "→"]
    assert paras[1].left > paras[0].left


def fits(plan: HandoutPlan) -> bool:
    """Whether all stands in the area of its page, one entry below the other."""
    for sheet in plan.sheets:
        foot = AREA.y
        for entry in sheet:
            assert entry.notes.y >= foot
            assert NUMBER_ROW + paras_height(entry.paras, entry.notes.w) <= entry.notes.h + 0.01
            foot = max(entry.notes.bottom, entry.slide.bottom if entry.slide else 0.0)
        assert foot <= AREA.bottom + 0.01
    return AREA.bottom < PAPER.bottom


@pytest.mark.parametrize("name", sampled(sorted(DECKS), {"figures"}))
def test_every_page_holds_what_is_put_there(name: str) -> None:
    assert fits(plan_handout(plan_slides(DECKS[name], PICTURES)))


@pytest.mark.parametrize("count", [1, 4, 9, 40])
def test_long_notes_take_the_room_that_they_need_and_go_on_overleaf(count: int) -> None:
    notes = "\n".join(LONG + str(n) for n in range(count))
    plan = plan_handout(slides("short", notes, "short"))
    assert fits(plan)
    kept = [para for sheet in plan.sheets for entry in sheet if entry.page == 1 for para in entry.paras]
    said = "".join(span.text for para in kept for span in para.spans)
    assert said.replace(" ", "") == notes.replace("\n", "").replace(" ", "")
    assert [e.slide is not None for s in plan.sheets for e in s if e.page == 1][:1] == [True]


def test_a_note_of_one_endless_word_is_shared_out_too() -> None:
    assert fits(plan_handout(slides("x" * 20_000)))


def test_lines_to_write_on_end_with_the_slide_and_leave_room_to_write() -> None:
    (entry,) = plan_handout(slides("short")).sheets[0]
    assert entry.slide is not None
    assert entry.lines[-1] == pytest.approx(entry.slide.bottom)
    assert entry.lines[0] >= entry.notes.y + NUMBER_ROW + paras_height(entry.paras, entry.notes.w) + LEAST_ROOM


def test_a_page_of_another_shape_is_drawn_as_large_as_it_may_be() -> None:
    square = replace(WIDESCREEN, page=replace(WIDESCREEN.page, w=720.0))
    (entry,) = plan_handout(replace(slides("short"), frame=square)).sheets[0]
    assert entry.slide is not None
    assert (entry.slide.w, entry.slide.h) == (270.0, 202.5)
    assert entry.notes.right == pytest.approx(AREA.right)


def test_colours_are_those_of_the_light_theme() -> None:
    slots = {name: f"#{value}" for name, value in LIGHT.colours.items()}
    assert PAINTS["ink"] == slots["dk1"]
    assert PAINTS["page"] == slots["lt1"]
    assert PAINTS["quiet"] == slots["dk2"]
    assert PAINTS["surface"] == slots["lt2"]
    assert [PAINTS[f"accent{n}"] for n in range(1, 7)] == [slots[f"accent{n}"] for n in range(1, 7)]
    assert set(PAINTS) == {*LIGHT.paints, "opener"}, "and what a template of one's own adds"
    for name in ("hairline", "tint1"):
        changes = {
            kind: int(value) / 100_000 for kind, value in re.findall(r'<a:(\w+) val="(\d+)"/>', LIGHT.paints[name])
        }
        accent = re.findall(r'schemeClr val="(\w+)"', LIGHT.paints[name])[0]
        made = toned(LIGHT.colours[accent], changes["lumMod"], changes["lumOff"], changes.get("satMod", 1.0))
        assert PAINTS[name] == f"#{made}"


def test_korean_breaks_between_words_and_a_long_word_anywhere() -> None:
    look = Look(16.0)
    found = list(nodes((Span("도커는 xxxxxx", look),), 50.0, str))
    assert "".join(run["t"] for run in found[0]["g"]) == "도커는"
    assert [node.get("t", "") for node in found[2:]] == ["x", ""] * 6


def made(plan: SlidePlan, **files: object) -> Exported:
    return export(plan_handout(plan), PICTURES, Stamp(0))


@pytest.mark.parametrize("name", sampled(sorted(DECKS), {"styles"}))
def test_every_letter_stands_in_its_slide_or_its_column(name: str) -> None:
    import pdfplumber

    plan = plan_handout(plan_slides(DECKS[name], PICTURES))
    result = export(plan, PICTURES, Stamp(0))
    assert not [each for each in result.diagnostics if each.code.startswith("handout")]
    with pdfplumber.open(io.BytesIO(result.data)) as pdf:
        assert len(pdf.pages) == result.counts["pages"] == len(plan.sheets)
        for page, sheet in zip(pdf.pages, plan.sheets, strict=True):
            places = [place for entry in sheet for place in (entry.slide, entry.notes) if place]
            for char in page.chars:
                middle = (char["top"] + char["bottom"]) / 2
                if not (AREA.y - 4 < middle < AREA.bottom) or not char["text"].strip():
                    continue
                assert any(
                    p.x - 0.5 <= char["x0"] and char["x1"] <= p.right + 0.5 and p.y - 4 <= middle <= p.bottom
                    for p in places
                ), (char["text"], char["x0"], char["top"])


@pytest.mark.real
def test_the_words_of_a_slide_are_all_on_paper(docker: Deck) -> None:
    import pdfplumber

    plan = plan_slides(docker, {each.src: picture(each.src, 400, 300) for each in figures(docker)})
    with pdfplumber.open(io.BytesIO(made(plan).data)) as pdf:
        found = "".join("".join(char["text"] for char in page.chars) for page in pdf.pages)
    squeezed = re.sub(r"\s", "", found)
    for page in plan.pages:
        for text in words(page):
            assert re.sub(r"\s", "", text) in squeezed, text


def words(page: Page) -> list[str]:
    return [span.text for box in page.boxes for para in getattr(box, "paras", ()) for span in para.spans]


def test_the_same_notes_give_the_same_bytes_and_a_tagged_file(docker: Deck) -> None:
    import pikepdf

    plan = plan_slides(docker, {each.src: picture(each.src, 400, 300) for each in figures(docker)})
    first = made(plan)
    assert first.data == made(plan).data
    assert first.diagnostics == ()
    with pikepdf.open(io.BytesIO(first.data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("ko")
        assert len(pdf.open_outline().root) == len(plan.pages)


def test_a_picture_is_shown_with_what_it_shows_and_one_that_is_damaged_is_told() -> None:
    body = (Figure("f.png", R("A picture")), List((Point(R("a")), Point(R("b")))), Todo(R("look")))
    deck = Deck("n.md", "n", R("N"), "en", concepts=(Concept("c", R("C"), "C", body=body),))
    good = {"f.png": picture("f.png", 800, 600)}
    plan = plan_handout(plan_slides(deck, good))
    assert b"A picture" in _uncompressed(export(plan, good, Stamp(0)).data)
    damaged = {"f.png": replace(good["f.png"], data=b"no picture")}
    result = export(plan, damaged, Stamp(0))
    assert [each.code for each in result.diagnostics] == ["figure-unreadable"]
    assert result.data


def test_what_is_nested_in_a_task_is_nothing_for_an_audience_either() -> None:
    inner = (List((Point(R("ask the library")), Todo(R("find the key")))),)
    body = (Point(R("Shown")), Todo(R("look"), body=inner), Todo(R("went"), done=True, body=inner))
    plan = plan_slides(Deck("n.md", "n", R("N"), "en", concepts=(Concept("c", R("C"), "C", body=body),)), {})
    page = next(page for page in plan.pages if page.title_text == "C")
    assert page.notes.count("library") == page.notes.count("key") == 2
    assert "To do: To do" not in page.notes
    assert not [line for line in added(page, plan) if "library" in line or "key" in line]


def _uncompressed(data: bytes) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_a_question_stands_on_its_panel_on_paper_too() -> None:
    body = (Question(RichText.of("Why?"), RichText.of("So.")),)
    plan = plan_slides(
        Deck("n.md", "n", RichText.of("N"), concepts=(Concept("c", RichText.of("C"), "C", body=body),)), {}
    )
    ground, *_ = placed(plan.pages[1], plan.frame)
    assert isinstance(ground, Shape)
    assert (ground.rect, ground.fill) == (plan.frame.page, "panel1")
