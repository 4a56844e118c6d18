"""How large pictures are shown, and what stands in the place of those that are not there."""

from __future__ import annotations

import pytest

from deckbuild.assets import Picture
from deckbuild.model import Block, Figure, Footnote, Point, RichText, Run
from deckbuild.plan.slides import RATIOS, plan_slides
from deckbuild.plan.slides.figure import LARGEST
from deckbuild.plan.slides.inline import paras_height
from deckbuild.plan.slides.page import Image, Page, Shape

from .hostile_decks import KO, concept, deck, picture
from .test_slides_layouts import named, only, points, words

R = RichText.of


def image(page: Page) -> Image:
    (found,) = [box for box in page.boxes if isinstance(box, Image)]
    return found


def pages(*blocks: Block, **pictures: Picture) -> list[Page]:
    """The slides of one section, with pictures by their names."""
    found = {picture.src: picture for picture in pictures.values()}
    return list(plan_slides(deck("d", concept("c", "Section", *blocks)), found).pages[1:])


# size


@pytest.mark.parametrize(("w", "h"), [(592, 444), (700, 600), (900, 300), (450, 500)])
def test_a_picture_is_as_sharp_as_110_dots_to_the_inch(w: int, h: int) -> None:
    (page,) = only(Figure("f.png"), f=(w, h))
    rect = image(page).rect
    assert rect.w == pytest.approx(min(w * LARGEST, 336 / h * w))
    assert rect.w / rect.h == pytest.approx(w / h)


@pytest.mark.parametrize(
    ("w", "h", "shown"), [(300, 200, (300, 200)), (40, 30, (40, 30)), (300, 300, (240, 240)), (400, 100, (320, 80))]
)
def test_a_small_picture_is_shown_softer_rather_than_too_small_to_make_out(
    w: int, h: int, shown: tuple[float, float]
) -> None:
    (page,) = only(Figure("f.png"), f=(w, h))
    assert (image(page).rect.w, image(page).rect.h) == pytest.approx(shown)


def test_a_drawing_may_be_of_any_size() -> None:
    (page,) = pages(Figure("f.svg"), f=Picture("f.svg", "f.svg", b"", 40, 30, "png", "<svg/>"))
    assert image(page).rect.h == 336


def test_a_small_picture_alone_stands_in_the_middle_and_a_large_one_at_the_top() -> None:
    (small,), (large,) = only(Figure("f.png"), f=(300, 200)), only(Figure("f.png"), f=(1600, 1200))
    rect = image(small).rect
    assert rect.x + rect.w / 2 == 480
    assert 144 < rect.y < 144 + (336 - rect.h) / 2
    assert image(large).rect.y == 144


def test_text_has_the_room_that_a_small_picture_leaves() -> None:
    (page,) = only(Figure("f.png", R("c")), *(Point(R(KO * 2)) for _ in range(3)), f=(200, 150))
    (text,) = named(page, "Text")
    assert text.rect.w > 560
    assert text.rect.right + 40 <= image(page).rect.x
    assert image(page).rect.right <= 904


def test_a_little_text_keeps_its_column_beside_a_small_picture() -> None:
    (page,) = only(Figure("f.png"), points(2, "short"), f=(200, 150))
    assert image(page).rect.x == 592


# missing


def test_a_missing_picture_is_a_small_frame_with_its_caption_and_path() -> None:
    (page,) = only(Figure("pictures/none.png", R("그림 설명")), points(2))
    (frame,) = named(page, "Missing figure")
    assert frame.dashed
    assert frame.rect.h < 100
    for said in ("그림이 없습니다", "그림 설명", "pictures/none.png"):
        assert said in words(page)
    assert "pictures/none.png" in page.notes


def test_the_text_of_a_missing_picture_has_the_whole_width_and_the_size_that_it_would_have() -> None:
    (page,), (without,) = only(Figure("none.png"), points(2)), only(points(2))
    (text,), (alone,) = named(page, "Text"), named(without, "Text")
    assert text.rect.w == alone.rect.w == 760
    assert text.paras[0].size == alone.paras[0].size


def test_a_missing_picture_beside_much_text_is_said_once() -> None:
    found = only(Figure("none.png", R("c")), *(Point(R(KO * 2)) for _ in range(20)))
    assert len(found) > 2
    assert [len(named(page, "Missing figure")) for page in found] == [1] + [0] * (len(found) - 1)


def test_a_missing_picture_stands_where_the_note_has_it() -> None:
    (page,) = only(Point(R("before")), Figure("none.png"), Point(R("after")))
    names = [box.name for box in page.boxes if isinstance(box, Shape)]
    assert names == ["Text", "Missing figure", "Text"]
    tops = [box.rect.y for box in page.boxes if isinstance(box, Shape)]
    assert tops == sorted(tops)


def test_a_frame_holds_its_words_however_many_there_are() -> None:
    (page,) = only(Figure("x" * 300, R(KO * 3)))
    (frame,) = named(page, "Missing figure")
    lines = sum(para.pitch for para in frame.paras)
    assert frame.rect.h > lines + 28
    assert frame.rect.bottom <= 480
    assert "…" in words(page)


def test_a_picture_that_is_there_has_no_part_in_what_a_missing_one_does() -> None:
    found = only(Figure("none.png"), Figure("f.png"), points(2), f=(1200, 900))
    assert sum(len(named(page, "Missing figure")) for page in found) == 1
    assert sum(isinstance(box, Image) for page in found for box in page.boxes) == 1


@pytest.mark.parametrize("src", ["f.png", "none.png"])
@pytest.mark.parametrize("after", [0, 2, 30])
def test_a_caption_as_long_as_a_book_is_cut_on_the_slide_and_whole_in_the_notes(src: str, after: int) -> None:
    blocks = (points(after),) if after else ()
    found = only(Figure(src, R(KO * 40)), *blocks, f=(1200, 900))
    for page in found:
        for shape in named(page, "Caption") + named(page, "Missing figure"):
            assert paras_height(shape.paras, shape.rect.w - 28 * shape.dashed) <= shape.rect.h
            assert shape.rect.bottom <= 480
    assert (KO * 40).strip() in "".join(page.notes for page in found)


# on the web


@pytest.mark.parametrize(
    ("src", "address"),
    [
        ("https://example.org/a/b.png", "https://example.org/a/b.png"),
        ("HTTP://example.org/b.png", "HTTP://example.org/b.png"),
        ("//example.org/b.png", "https://example.org/b.png"),
    ],
)
def test_a_picture_on_the_web_is_a_link(src: str, address: str) -> None:
    (page,) = only(Figure(src, R("caption")), points(2))
    assert named(page, "Missing figure") == []
    spans = [span for shape in named(page, "Text") for para in shape.paras for span in para.spans]
    assert [(span.text, span.href) for span in spans if span.href] == [("caption", address)]
    assert "그림" in spans[0].text


def test_a_flat_picture_with_a_tall_caption_leaves_room_for_both_above_its_text() -> None:
    flat = picture("f.png", 2000, 30)
    for lines in range(1, 14):
        text = [Point(R("The layers of an image are read only. " * 2)) for _ in range(lines)]
        for page in pages(Figure("f.png", R("a caption of many words " * 12)), *text, f=flat):
            for box in page.boxes:
                if isinstance(box, Image):
                    assert box.rect.w > 0
                    assert box.rect.h > 0


def test_a_picture_on_the_web_without_a_caption_is_named_by_its_address() -> None:
    (page,) = only(Figure("https://user-images.example.org/12/34/a-b.png"))
    assert "user-images.example.org/…/a-b.png" in words(page)
    (page,) = only(Figure("https://example.org/x.png", alt="the layers"))
    assert "the layers" in words(page)


def test_a_link_in_a_caption_leads_where_it_did() -> None:
    caption = RichText((Run("from "), Run("there", href="https://example.com")))
    (page,) = only(Figure("https://example.org/x.png", caption))
    spans = [span for shape in named(page, "Text") for para in shape.paras for span in para.spans if span.href]
    assert [span.href for span in spans] == ["https://example.org/x.png", "https://example.com"]


@pytest.mark.parametrize(
    "src", ["http://", "https://[", "data:image/png;base64," + "A" * 9000, "", "//", "ftp://a/b.png"]
)
def test_what_is_no_address_has_a_frame(src: str) -> None:
    (page,) = only(Figure(src, R("c")), points(1))
    (frame,) = named(page, "Missing figure")
    assert frame.rect.h < 100
    assert len(page.notes) < 500


# order


@pytest.mark.parametrize("count", [8, 20])
def test_what_leads_to_a_figure_with_a_slide_of_its_own_is_shown_before_it(count: int) -> None:
    found = only(
        *(Point(R(f"Line {n} of what the note says first")) for n in range(count)), Figure("f.png"), f=(1800, 300)
    )
    (last,) = [n for n, page in enumerate(found) if any(isinstance(box, Image) for box in page.boxes)][-1:]
    assert last == len(found) - 1 > 0
    assert "Line 0" in words(found[0])


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_wide_figure_stands_above_a_line_beside_which_it_would_be_small(ratio: str) -> None:
    note = Footnote("1", R("Redrawn from a book."))
    found = plan_slides(
        deck("d", concept("c", "Section", Figure("f.png", R("A caption")), note)),
        {"f.png": picture("f.png", 1200, 500)},
        frame=RATIOS[ratio],
    )
    page = found.pages[-1]
    rect = image(page).rect
    (text,) = [box for box in page.boxes if isinstance(box, Shape) and box.name == "Text"]
    (caption,) = [box for box in page.boxes if isinstance(box, Shape) and box.name == "Caption"]
    assert rect.w > 500
    assert text.rect.y >= caption.rect.bottom + 24
