"""Cards to cut out: what stands on their two sides, and that the sides match when the paper is turned over."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from deckbuild.cli import main
from deckbuild.config import Cards, Sheet
from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf.paper import export
from deckbuild.exporters.pdf.paper.grid import COLUMNS, ROWS, grid_of
from deckbuild.plan.cards import plan_cards
from deckbuild.readers.notes import read_note
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


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("count", [1, 7, 8, 9, 21])
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


def test_every_letter_stays_on_its_card_and_can_be_read():
    for page in sheets(made(note_of(9)).data):
        grid = grid_of("a4", 1)
        for glyph in page.glyphs:
            assert glyph.size >= 6.49
            if grid.top < glyph.box.top and glyph.box.bottom < page.height - grid.top:
                across = (glyph.box.x0 - grid.left) // grid.card_width
                assert across == (glyph.box.x1 - grid.left) // grid.card_width
                assert (glyph.box.top - grid.top) // grid.card_height == (
                    glyph.box.bottom - grid.top
                ) // grid.card_height


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
