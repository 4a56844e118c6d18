"""Finished sheets, measured by the boxes of their glyphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from deckbuild import files
from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf import export
from deckbuild.loading import load
from deckbuild.model import Code, Concept, Deck, List, Point, RichText, Run, Table
from deckbuild.pictured import pictured
from deckbuild.plan.sheet import SheetOptions, plan_sheet
from deckbuild.readers.notes import read_note
from tests.examples import sampled
from tests.sheet_measure import Sheet, faults, lines, sheets

ROOT = Path(__file__).resolve().parent.parent
NOTE = ROOT / "notes" / "docker.md"


def sheets_of(note: Path, manners: Iterable[SheetOptions]) -> Iterator[Exported]:
    """The sheets of a note, which is read once, as the command line makes them: diagrams drawn from their sources."""
    loaded, _ = load(files.Source(note, note.parent, note.name, (), note.stem))
    assert loaded
    deck = pictured(loaded.deck, loaded.pictures)
    for options in manners:
        yield export(plan_sheet(deck, loaded.pictures, options), loaded.pictures, Stamp(0))


@lru_cache(maxsize=4)
def sheet_of(note: Path, options: SheetOptions) -> Exported:
    (made,) = sheets_of(note, [options])
    return made


def words_of(note: Path) -> frozenset[str]:
    found = note.read_text("utf-8", errors="replace").split()
    return frozenset((*found, *(word.strip("*_~`") for word in found)))


def only_page(*body: Point | Code) -> Sheet:
    deck = Deck("x.md", "x", RichText.of("x"), "ko", concepts=(Concept("a", RichText.of("A"), body=body),))
    (page,) = sheets(export(plan_sheet(deck, (), SheetOptions(columns=4)), {}, Stamp(0)).data)
    return page


@pytest.mark.parametrize("theme", sampled(["color", "bw"], {"color"}))
@pytest.mark.parametrize("paper", sampled(["a4", "letter"], {"a4"}))
@pytest.mark.parametrize("pages", sampled([1, 2], {1}))
def test_nothing_is_wrong_with_the_sheet_of_the_note(paper: str, pages: int, theme: str):
    made = sheet_of(NOTE, SheetOptions(pages=pages, paper=paper, theme=theme))  # type: ignore[arg-type]
    assert list(faults(sheets(made.data), words_of(NOTE))) == []


def test_no_name_of_a_sheet_is_wider_than_its_page():
    deck = Deck("x.md", "x", RichText.of("642f09d68e85a01" * 12), "en", concepts=(Concept("a", RichText.of("A")),))
    (page,) = sheets(export(plan_sheet(deck, (), SheetOptions(landscape=False)), {}, Stamp(0)).data)
    assert max(glyph.box.x1 for glyph in page.glyphs) < page.width - 20


def test_no_word_in_the_title_of_a_section_is_wider_than_its_column():
    title, body = RichText.of("Mjjlfkkbledkagbhghmhblmaflkji"), (Point(RichText.of("Said.")),)
    deck = Deck("x.md", "x", RichText.of("x"), "en", concepts=(Concept("a", title, body=body),))
    (page,) = sheets(
        export(plan_sheet(deck, (), SheetOptions(paper="letter", landscape=False, columns=3)), {}, Stamp(0)).data
    )
    assert page.outside() == []


def test_korean_in_code_ends_a_line_between_words():
    said = "값을 변경하면 원본도 영향을 받는다 " * 6
    page = only_page(Code(f"# {said}\nx = 1", "python"), Point(RichText([Run(said.strip(), kind="code")])))
    assert page.broken(frozenset(said.split())) == []


def test_korean_within_a_long_word_of_code_is_whole():
    text = '<router-link to="/login/with/a/longer/way">로그인하려면</router-link>'
    page = only_page(Code("\n".join(" " * n + text for n in range(12)), "html"))
    assert "".join(glyph.char for glyph in page.inside).count("로그인하려면") == 12
    assert page.broken(frozenset(["로그인하려면"])) == []


def test_a_chain_of_calls_far_in_stays_in_its_box():
    page = only_page(Code("\n".join(" " * 22 + ".map(StringBuilders::toUpperCase)" for _ in range(40)), "java"))
    assert page.outside() == []


def test_a_long_call_in_an_item_stays_in_its_column():
    call = "this.name.compareTo(that.name)"
    item = List((Point(RichText([Run("Calls "), Run(call, kind="code"), Run(" and goes on.")])),) * 6)
    deck = Deck("x.md", "x", RichText.of("x"), concepts=(Concept("a", RichText.of("A"), body=(item,)),))
    (page,) = sheets(export(plan_sheet(deck, (), SheetOptions(columns=4, paper="letter")), {}, Stamp(0)).data)
    assert page.outside() == []


@pytest.mark.parametrize("lang", sampled(["bash", ""], {"bash"}))
def test_a_flag_is_never_broken(lang: str):
    flags = [f"--{name}-all-of-it" for name in ("keep", "drop", "build", "fetch", "clean", "watch", "force", "trace")]
    text = "docker run " + " ".join(flags)
    page = only_page(Code(text, lang), Point(RichText([Run(text, kind="code")])))
    whole = "|".join("".join(glyph.char for glyph in line) for line in lines(page.glyphs))
    assert [flag for flag in flags if whole.count(flag) != 2] == []


@pytest.mark.real
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("columns", [3, 4, 5])
def test_korean_words_with_dots_between_them_are_whole_in_narrow_columns(columns: int, landscape: bool):
    names = "생성·준비·실행·대기·종료"
    head = RichText.of("상태의 종류"), RichText.of("전이하는 조건"), RichText.of("설명")
    table = Table(
        head, ((RichText.of(names), RichText.of("동기화·스케줄링·대기열"), RichText.of("준비큐·대기큐")),) * 3
    )
    body = (table, List((Point(RichText.of(f"상태: {names}로 나뉜다")), Point(RichText.of(names)))))
    deck = Deck("x.md", "x", RichText.of("x"), "ko", concepts=(Concept("a", RichText.of("A"), body=body),))
    options = SheetOptions(columns=columns, paper="letter", landscape=landscape)
    words = frozenset(re.split(r"[·\s]", f"{names} {names}로 동기화·스케줄링·대기열 준비큐·대기큐"))
    (page,) = sheets(export(plan_sheet(deck, (), options), {}, Stamp(0)).data)
    assert page.broken(words) == []


@pytest.mark.real
def test_words_in_the_cells_of_a_table_are_whole_and_stay_in_their_cells():
    note = "# T\n\n## 가\n\n| 관리하며 | 확인해야 | 반드시 |\n|---|---|---|\n" + "".join(
        f"| 방식입니다 {i} 읽기전용으로 | `apt-get` 확인해야 프로세스가 | $x^2+y^2=z^2$ 네트워크와 |\n"
        for i in range(40)
    )
    deck = read_note(note, "x.md").deck
    for columns in (2, 3, 4):
        made = export(plan_sheet(deck, (), SheetOptions(columns=columns)), {}, Stamp(0))
        found = [fault for fault in faults(sheets(made.data), frozenset(note.split())) if "differ" not in fault]
        assert found == []


@pytest.mark.real
def test_no_column_is_left_half_empty_by_a_diagram_where_other_columns_hold_it():
    (page,) = sheets(
        sheet_of(ROOT / "tests" / "golden" / "en-cell-biology" / "note.md", SheetOptions(paper="letter")).data
    )
    assert page.size < 11
    assert min(page.heights) > 0.85 * max(page.heights)


def test_long_rows_of_code_go_on_in_another_line_before_they_are_much_smaller_than_text():
    rows = "\n".join(f"tool --first-option value{i} --second-option other{i} | sort" for i in range(4))
    page = only_page(Code(rows, "bash"), Point(RichText.of("What these rows do, in some words.")))
    sizes = [glyph.size for glyph in page.inside if "Mono" in glyph.font]
    assert 0.75 * page.size < min(sizes) == max(sizes) < page.size
    assert "".join(glyph.char for glyph in page.inside if "Mono" in glyph.font) == "".join(rows.split())
    assert page.outside() == []
