"""Cards to cut out: what stands on their two sides, and that the sides match when the paper is turned over."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from deckbuild import files
from deckbuild.cli import main
from deckbuild.config import Cards, Sheet
from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf.paper import export
from deckbuild.exporters.pdf.paper.grid import COLUMNS, MARGIN, ROWS, Grid, grid_of
from deckbuild.loading import load
from deckbuild.model import RichText
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.model import Grid as Table
from deckbuild.readers.notes import read_note
from tests.examples import sampled
from tests.sheet_measure import Box, sheets
from tests.sheet_measure import Sheet as Page

HELD = COLUMNS * ROWS


def note_of(count: int) -> str:
    terms = "\n".join(f"- term{i:03d} : meaning{i:03d} of this very thing" for i in range(count))
    return f"# T\n\n## A\n\n{terms}\n"


def made(text: str, paper: str = "a4", date: int | None = None) -> Exported:
    deck = read_note(text, "notes/x.md").deck
    return export(plan_cards(deck, (), Cards(budget=0, section=0)), {}, Stamp(0, date), Sheet(paper=paper))  # type: ignore[arg-type]


def places(page: Page) -> dict[str, Box]:
    """The middle of each number that cards bear in their corner, by the number."""
    corner = [
        g for g in page.glyphs if g.char.isdigit() and abs(g.size - 6.5) < 0.01 and g.box.bottom < page.height - 30
    ]
    found: dict[str, Box] = {}
    run: list = []
    for glyph in [*corner, None]:
        if run and (
            glyph is None or abs(glyph.box.x0 - run[-1].box.x1) > 3 or abs(glyph.box.bottom - run[-1].box.bottom) > 3
        ):
            found["".join(g.char for g in run)] = run[-1].box
            run = []
        run += [glyph] if glyph else []
    return found


def cell(page: Page, box: Box) -> tuple[int, int]:
    grid = grid_of("a4" if page.width < 600 else "letter", 1)
    return int((box.x0 - grid.left) // grid.card_width), int((box.top - grid.top) // grid.card_height)


@pytest.mark.parametrize("paper", sampled(["a4", "letter"], {"a4"}))
@pytest.mark.parametrize("count", sampled([1, 7, 8, 9, 21], {1, 9}))
def test_each_back_lies_behind_its_front_when_the_paper_is_turned_over(count: int, paper: str):
    pages = sheets(made(note_of(count), paper).data)
    assert len(pages) == 2 * -(-count // HELD)
    seen: list[str] = []
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        fronts, backs = places(front), places(back)
        assert fronts.keys() == backs.keys()
        for number in fronts:
            (x, y), (u, v) = cell(front, fronts[number]), cell(back, backs[number])
            assert (COLUMNS - 1 - x, y) == (u, v)
        seen += fronts
    assert sorted(map(int, seen)) == list(range(1, count + 1))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_grid_is_its_own_mirror_image(paper: str):
    grid = grid_of(paper, 5)
    assert 2 * grid.left + grid.columns * grid.card_width == pytest.approx(grid.width, abs=0.01)
    assert 2 * grid.top + grid.rows * grid.card_height == pytest.approx(grid.height, abs=0.01)


def marks(data: bytes) -> list[tuple[list[float], list[float]]]:
    """Of each page, where the marks to cut along lie: across (of those that are upright) and down, in pt."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            bounds = [shape.get_bounds() for shape in page.get_objects(max_depth=8) if shape.type == FPDF_PAGEOBJ_PATH]
            across = [(x0 + x1) / 2 for x0, y0, x1, y1 in bounds if x1 - x0 < 1.5 and 4 < y1 - y0 < MARGIN]
            down = [
                page.get_height() - (y0 + y1) / 2 for x0, y0, x1, y1 in bounds if y1 - y0 < 1.5 and 4 < x1 - x0 < MARGIN
            ]
            found.append((sorted(across), sorted(down)))
    return found


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_both_sides_have_marks_at_each_edge_of_a_card_in_the_same_places(paper: str):
    grid = grid_of(paper, 9)
    edges = [grid.left + i * grid.card_width for i in range(grid.columns + 1)]
    levels = [grid.top + i * grid.card_height for i in range(grid.rows + 1)]
    for across, down in marks(made(note_of(9), paper).data):
        assert across == pytest.approx(sorted(2 * edges), abs=0.3)
        assert down == pytest.approx(sorted(2 * levels), abs=0.3)
        assert [grid.width - x for x in reversed(across)] == pytest.approx(across, abs=0.3)


def on_their_cards(pages: Sequence[Page]) -> bool:
    """Whether no letter and no picture between the marks lies on two cards, and all letters can be read."""
    grid = grid_of("a4", 1)
    boxes = [box for page in pages for box in (*(glyph.box for glyph in page.glyphs), *page.images)]
    inside = [box for box in boxes if grid.top < box.top and box.bottom < grid.height - grid.top]
    apart = all(cell_of(grid, b.x0, b.top) == cell_of(grid, b.x1, b.bottom) for b in inside)
    return apart and all(glyph.size >= 6.49 for page in pages for glyph in page.glyphs)


def cell_of(grid: Grid, x: float, y: float) -> tuple[int, int]:
    return int((x - grid.left) // grid.card_width), int((y - grid.top) // grid.card_height)


def test_every_letter_stays_on_its_card_and_can_be_read():
    assert on_their_cards(sheets(made(note_of(9)).data))


SCRIPTS = [
    "컨테이너는 호스트의 커널을 함께 쓴다. ",
    "容器共用主机的内核。",
    "コンテナはカーネルを共有する。",
    "many words about it, ",
]


@pytest.mark.parametrize("said", sampled(SCRIPTS, SCRIPTS[:1]))
def test_long_texts_in_any_script_and_pictures_stay_on_their_cards(said: str, tmp_path: Path):
    Image.new("RGB", (90, 700), "#c02020").save(tmp_path / "tall.png")
    Image.new("RGB", (1400, 60), "#2020c0").save(tmp_path / "wide.png")
    text = "".join(f"Q: {said * n}?\nA: {said * 3 * n}\n\n" for n in (1, 4, 9))
    text += "tall one![image](tall.png)\n\nwide one![image](wide.png)\n"
    note = tmp_path / "x.md"
    note.write_text(f"# T\n\n## A\n\n{text}", "utf-8")
    loaded, _ = load(files.Source(note, note.parent, note.name, (), note.stem))
    assert loaded
    plan = plan_cards(loaded.deck, loaded.pictures, Cards(budget=0, section=0))
    pages = sheets(export(plan, loaded.pictures, Stamp(0), Sheet()).data)
    assert sum(len(page.images) for page in pages) >= 2
    assert on_their_cards(pages)


def test_what_is_asked_is_on_the_front_and_the_answer_on_the_back():
    with pypdfium2.PdfDocument(
        made("# T\n\n## A\n\nDocker : a platform for containers\n\nIt ==shares the kernel== of its host.\n").data
    ) as pdf:
        front, back = (pdf[i].get_textpage().get_text_bounded() for i in range(2))
    assert "Docker" in front
    assert "platform" not in front
    assert "platform" in back
    assert "shares the kernel" not in front
    assert "shares the kernel" in back


def test_a_card_with_more_than_it_holds_is_cut_and_said():
    long = made("# T\n\n## A\n\nQ: Why?\nA: " + "many words about it, " * 160 + "\n")
    assert [d.code for d in long.diagnostics] == ["card-cut"]
    assert long.diagnostics[0].place.line == 5
    assert made(note_of(3)).diagnostics == ()


def with_table(rows: Sequence[tuple[str, ...]]) -> tuple[Exported, Page]:
    """One card with that table as its answer, and the page with its back."""
    plan = plan_cards(read_note("# T\n\n- term : meaning\n", "notes/x.md").deck, (), Cards(budget=0, section=0))
    head, *body = (tuple(map(RichText.of, row)) for row in rows)
    card = replace(plan.cards[0], answer=(Table(head, tuple(body)),))
    exported = export(replace(plan, cards=(card,)), {}, Stamp(0), Sheet())
    return exported, sheets(exported.data)[1]


def test_a_table_with_more_rows_than_a_card_holds_ends_with_a_whole_one():
    exported, page = with_table([("sign", "what it stands for"), *((f"a{n}", "as said " * 14) for n in range(20))])
    assert [d.code for d in exported.diagnostics] == ["card-cut"]
    grid = grid_of("a4", 1)
    inside = [g for g in page.glyphs if grid.top + 18 < g.box.bottom < grid.top + grid.card_height]
    levels = sorted({round(g.box.bottom, 1) for g in inside if g.char == "s"})
    assert len(levels) > 10
    assert min(b - a for a, b in pairwise(levels)) > 8
    assert levels[-1] < grid.top + grid.card_height - 13


def test_the_columns_of_a_table_are_as_wide_as_their_words_want():
    _, page = with_table(
        [("year", "no", "what"), *((f"18{n}", str(n), "was said and done again " * 2) for n in range(10, 14))]
    )
    left = {g.char: g.box.x0 for g in page.glyphs if g.char in "yw"}
    assert left["w"] - left["y"] < 0.3 * grid_of("a4", 1).card_width


def test_the_line_at_the_top_of_a_card_shows_its_letters_whole():
    exported = made("# T\n\n## 각\n\n- term : meaning\n")
    letter = next(g for g in sheets(exported.data)[1].glyphs if g.char == "각" and g.size < 7)
    with pypdfium2.PdfDocument(exported.data) as pdf:
        image = pdf[1].render(scale=4).to_pil().convert("L")
    box = letter.box
    found = image.crop(tuple(round(4 * x) for x in (box.x0, box.top - 1, box.x1, box.bottom + 1))).point(
        lambda v: 255 * (v < 128)
    )
    _, top, _, bottom = found.getbbox() or (0, 0, 0, 0)
    assert bottom - top == pytest.approx(4 * (box.bottom - box.top), abs=2)


def test_the_cards_are_accessible_and_the_same_bytes_again():
    first = made(
        "# T\n\n## A\n\n$x^2$ : a *square*\n\n```sh\n# list all\nls -la\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert (
        first.data
        == made(
            "# T\n\n## A\n\n$x^2$ : a *square*\n\n```sh\n# list all\nls -la\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
        ).data
    )
    with pikepdf.open(io.BytesIO(first.data)) as pdf, pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
    assert not [d for d in first.diagnostics if d.code == "paper-not-accessible"]


def test_the_command_makes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "x.md").write_text(note_of(3), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["sheet", "--kind", "cards"]) == 0
    assert [path.name for path in (tmp_path / "output").iterdir()] == ["x.cards.pdf"]
