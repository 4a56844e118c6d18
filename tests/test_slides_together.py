"""What belongs together on slides: what leads to a picture, where a table is from, the commands of one fence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Box, Grid, Image, Page, Shape
from deckbuild.readers.notes import read_note

from .examples import sampled
from .hostile_decks import picture

LONG = (
    "- Slope is not enough: it changes when we measure in pence instead of pounds, or in litres instead of gallons.\n"
)
TABLE = "| Case | Value |\n|---|---|\n| elastic | 2 |\n"
WIDE_TABLE = (
    "| Case | Value of it | Demand curve | Revenue when price rises | Example |\n|---|---|---|---|---|\n"
    "| Perfectly inelastic | 0 | vertical | rises in proportion | insulin |\n"
    "| Inelastic | between −1 and 0 | steep | rises | bread, petrol |\n"
    "| Unit elastic | −1 | rectangular hyperbola | unchanged | — |\n"
    "| Elastic | below −1 | flat | falls | restaurant meals |\n"
)


def pages(body: str, size: tuple[int, int] = (800, 600)) -> Sequence[Page]:
    """The slides of one section whose pictures are called `f.png`."""
    deck = read_note(f"# Deck\n\n## Section\n\n{body}", "d.md").deck
    return plan_slides(deck, {"f.png": picture("f.png", *size)}).pages[1:]


def text(box: Box) -> str:
    paras = box.paras if isinstance(box, Shape) else ()
    return "\n".join("".join(span.text for span in para.spans) for para in paras)


def holding(found: Sequence[Page], words: str) -> tuple[Page, Shape]:
    return next((p, b) for p in found for b in p.boxes if isinstance(b, Shape) and words in text(b))


def pictured(page: Page) -> Image:
    return next(box for box in page.boxes if isinstance(box, Image))


LEADS = [
    "Now look at the picture:",
    "다음 그림을 보자.",
    "The following figure shows it.",
    "아래 그래프를 보면 알 수 있다.",
]


@pytest.mark.parametrize("lead", sampled(LEADS, LEADS[:2]))
@pytest.mark.parametrize("after", ["", "It is clear.\n", LONG * 8])
@pytest.mark.parametrize("before", ["", "First.\n\n", LONG * 6 + "\n", TABLE + "\n"])
def test_what_leads_to_a_wide_picture_stands_above_it(lead: str, before: str, after: str) -> None:
    page, box = holding(pages(f"{before}{lead}\n\n![f](f.png)\n\n{after}", (1600, 480)), lead)
    assert box.rect.y < pictured(page).rect.y


@pytest.mark.parametrize("lead", LEADS)
def test_what_leads_to_a_picture_stands_beside_it(lead: str) -> None:
    page, box = holding(pages(f"{LONG * 7}\n{lead}\n\n![f](f.png)\n\nIt is clear.\n"), lead)
    assert box.rect.right < pictured(page).rect.x


def test_what_stands_after_a_wide_picture_stays_below_it() -> None:
    found = pages("First.\n\n![f](f.png)\n\nThen.\n", (1600, 480))
    (page, above), (again, below) = holding(found, "First."), holding(found, "Then.")
    assert page is again
    assert above.rect.bottom <= pictured(page).rect.y < below.rect.y


SOURCES = [
    "Source: ONS, 2024",
    "출처: 통계청",
    "자료: 통계청(2024)",
    "(Source: [ONS](https://ons.gov.uk))",
    "出典: 総務省",
]


@pytest.mark.parametrize("source", SOURCES)
def test_the_source_of_a_table_stays_small_below_it(source: str) -> None:
    found = pages(f"{TABLE}\n{source}\n\n![f](f.png)\n\n{LONG * 4}")
    page, box = holding(found, source.split(": ")[0].strip("("))
    (grid,) = [each for each in page.boxes if isinstance(each, Grid)]
    assert 0 <= box.rect.y - grid.rect.bottom <= 12
    assert box.paras[0].spans[0].look.paint == "quiet"


@pytest.mark.parametrize("source", SOURCES)
def test_the_source_of_a_picture_is_the_last_line_of_its_caption(source: str) -> None:
    found = pages(f"Before.\n\n![A curve](f.png)\n\n{source}\n\nAfter.\n")
    page, box = holding(found, source.split(": ")[0].strip("("))
    assert box.name == "Caption"
    assert text(box).startswith("A curve\n")
    assert pictured(page).alt.startswith("A curve")


def test_a_label_that_is_no_source_remains_a_point() -> None:
    _, box = holding(pages(f"{TABLE}\nResult: it grew\n"), "Result")
    assert text(box) == "Result it grew"


def test_a_line_about_sources_without_a_box_above_it_remains_a_point() -> None:
    _, box = holding(pages("Water comes from somewhere.\n\nSource: a spring\n"), "a spring")
    assert box.paras[-1].spans[-1].look.paint == "ink"


def test_a_wide_table_is_never_set_small_beside_a_picture() -> None:
    found = pages(f"{WIDE_TABLE}\n![f](f.png)\n")
    grids = [(page, box) for page in found for box in page.boxes if isinstance(box, Grid)]
    assert all(p.size >= 16 for _, box in grids for row in box.rows for cell in row.cells for p in cell.paras)
    assert not any(isinstance(box, Image) for page, _ in grids for box in page.boxes)


def test_a_small_table_stands_beside_a_picture() -> None:
    (page,) = pages(f"{TABLE}\n![f](f.png)\n")
    assert {type(box) for box in page.boxes} >= {Grid, Image}


@pytest.mark.parametrize("lines", range(2, 14))
def test_the_commands_of_a_short_fence_stay_together(lines: int) -> None:
    fence = "```console\n$ ls a  # the first\n$ ls b  # the second\n```\n"
    found = pages("- A point of a list\n" * lines + f"\n{fence}\n![f](f.png)\n")
    assert holding(found, "ls a")[0] is holding(found, "ls b")[0]


STEPS = (
    "1. Open the window of the tool and wait until the list of devices is there.\n"
    "2. Choose the device and write its number down, since it is needed again.\n"
    "3. Compare the picture with what you see on your own board, from left to right.\n\n"
    "   ![f](f.png)\n\n   > {quote}\n\n"
    "4. Press start and wait for a minute.\n5. Write the result to the table.\n"
)
QUOTES = ["If they differ, stop.", "If they differ, stop and call somebody who knows what the board is for. " * 6]


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize("size", [(800, 600), (1600, 480)])
def test_a_quote_in_a_step_stands_below_that_step_and_above_no_other(quote: str, size: tuple[int, int]) -> None:
    page, _ = holding(pages(STEPS.format(quote=quote.strip()), size), "If they differ")
    shown = "\n".join(text(box) for box in page.boxes)
    assert "Compare the picture" in shown
    assert shown.index("Compare the picture") < shown.index("If they differ")


def test_a_quote_without_room_beside_its_figure_has_its_step_again_above_it() -> None:
    found = pages(STEPS.format(quote=("If they differ, stop. " + LONG[2:] * 7).strip()))
    page, quote = holding(found, "If they differ")
    assert page != holding(found, "left to right.")[0]
    box = next(box for box in page.boxes if "Compare the picture" in text(box))
    assert box.rect.bottom <= quote.rect.y


@pytest.mark.parametrize("count", [4, 5, 6])
@pytest.mark.parametrize("lines", sampled(range(1, 13), {1, 4, 9}))
def test_no_item_of_a_list_is_left_alone_by_code_above_it_or_below(count: int, lines: int) -> None:
    code = "```py\n" + "".join(f"f({n})\n" for n in range(lines)) + "```\n\n"
    items = "".join(f"- Slope number {n} is not enough, since it changes with the unit.\n" for n in range(count))
    for body in (code + items, items + "\n" + code):
        shares = [sum("Slope number" in line for box in p.boxes for line in text(box).split("\n")) for p in pages(body)]
        assert 1 not in shares


@pytest.mark.parametrize("after", [TABLE, "```py\nf(1)\n```\n", "> A quote.\n", "Then.\n\n" + TABLE])
@pytest.mark.parametrize("before", ["", "First.\n\n", "- One\n- two\n\n", TABLE + "\n"])
@pytest.mark.parametrize("size", sampled([(1600, 480), (1400, 300), (800, 600)], {(1400, 300)}))
def test_what_leads_to_a_picture_with_a_box_after_it_never_stands_below_it(
    before: str, after: str, size: tuple[int, int]
) -> None:
    lead = "What comes first is served first, which gives the following order:"
    page, box = holding(pages(f"{before}{lead}\n\n![f](f.png)\n\n{after}", size), lead)
    assert box.rect.y < pictured(page).rect.bottom


def test_what_leads_to_a_picture_and_a_box_after_it_are_there_where_one_slide_has_no_room_for_all() -> None:
    lead = "What comes first is served first, and what comes last is served last, which gives this order: " * 8
    for rows in range(1, 9):
        body = f"{lead.strip()}\n\n![f](f.png)\n\n{TABLE}" + "| unit | 1 |\n" * rows
        found = pages(body, (800, 600))
        assert any(isinstance(box, Image) for page in found for box in page.boxes)
        assert any(isinstance(box, Grid) for page in found for box in page.boxes)
        holding(found, "which gives this order:")


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("[!warning] Before you start", ["Warning", "Before you start"]),
        ("[!tip] Save time", ["Tip", "Save time"]),
        (
            "[!warning] A title of its own that is so long that it stands above its text",
            ["Warning", "A title of its own"],
        ),
        ("[!danger]", ["Danger"]),
        ("[!warning] A last warning", ["A last warning"]),
    ],
)
def test_a_box_says_its_kind_beside_its_own_title(head: str, shown: list[str]) -> None:
    page = pages(f"First.\n\n> {head}\n> Take off your ring.\n\nThen.\n")[0]
    lines = [line for box in page.boxes for line in text(box).split("\n")]
    assert any(all(word in line for word in shown) for line in lines)
    assert sum("arning" in line or line == "Danger" for line in lines) <= 1
