"""Any deck at all becomes a sheet: decks made at random, and the fonts held against the table of their letters."""

from __future__ import annotations

import io
import unicodedata
from itertools import pairwise

import pdfplumber
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Severity
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf import export, fonts
from deckbuild.exporters.pdf.coverage import RANGES
from deckbuild.exporters.pdf.glyphs import covered
from deckbuild.exporters.pdf.payload import payload
from deckbuild.exporters.pdf.typesetter import Typesetter
from deckbuild.model import (
    Block,
    Callout,
    Code,
    Command,
    Concept,
    Conclusion,
    Deck,
    Definition,
    Figure,
    Labelled,
    List,
    Math,
    Pair,
    Point,
    Question,
    Quote,
    Reference,
    RichText,
    Run,
    Style,
    Subheading,
    Table,
    Term,
)
from deckbuild.plan.sheet import SheetOptions, plan_sheet
from deckbuild.plan.sheet.fit import fit
from deckbuild.plan.sheet.geometry import FOOT, MARGIN

LETTERS = st.text(st.sampled_from("가나다라 abcdef ABC 12.,:()[]#$*_`\\<>\"'漢字かな→😀\u200b\n\t/=-"), max_size=60)
KINDS = st.sampled_from(["text", "code", "math", "break", "reference"])
RUNS = st.builds(
    Run,
    LETTERS,
    st.frozensets(st.sampled_from(Style), max_size=2),
    st.sampled_from(["", "https://a.b/c", "x.md"]),
    KINDS,
)
TEXTS = st.builds(RichText, st.lists(RUNS, max_size=4))
LEAVES: st.SearchStrategy[Block] = st.one_of(
    st.builds(Definition, TEXTS),
    st.builds(Point, TEXTS, st.lists(TEXTS, max_size=2).map(tuple)),
    st.builds(Pair, TEXTS, TEXTS),
    st.builds(Labelled, TEXTS, TEXTS),
    st.builds(Term, TEXTS, TEXTS),
    st.builds(Question, TEXTS, TEXTS),
    st.builds(Conclusion, TEXTS),
    st.builds(Subheading, TEXTS),
    st.builds(Reference, TEXTS, LETTERS),
    st.builds(Figure, LETTERS, TEXTS),
    st.builds(Code, LETTERS, st.sampled_from(["python", "bash", "", "?"])),
    st.builds(Command, LETTERS, TEXTS, LETTERS),
    st.builds(Math, LETTERS),
    st.integers(1, 6).flatmap(
        lambda n: st.builds(
            Table,
            st.tuples(*[TEXTS] * n),
            st.lists(st.tuples(*[TEXTS] * n), max_size=4).map(tuple),
            st.just(("left",) * n),
        )
    ),
)
BLOCKS: st.SearchStrategy[Block] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(
            List, st.lists(inner, max_size=5).map(tuple), TEXTS, style=st.sampled_from(["bullet", "ordered", "lines"])
        ),
        st.builds(Point, TEXTS, body=st.lists(inner, max_size=3).map(tuple)),
        st.builds(Quote, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Callout, st.sampled_from(["note", "warning", "?"]), TEXTS, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=12,
)
BODIES = st.lists(BLOCKS, max_size=7).map(tuple)
CONCEPTS = st.recursive(
    st.builds(Concept, st.just("c"), TEXTS, number=st.sampled_from(["", "1.2"]), body=BODIES),
    lambda inner: st.builds(Concept, st.just("c"), TEXTS, body=BODIES, children=st.lists(inner, max_size=3).map(tuple)),
    max_leaves=5,
)
DECKS = st.builds(
    Deck,
    st.just("notes/x.md"),
    st.just("x"),
    TEXTS,
    st.sampled_from(["ko", "en", "ja", "zh"]),
    body=BODIES,
    concepts=st.lists(CONCEPTS, max_size=5).map(tuple),
)
FEW = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)


@FEW
@given(DECKS, st.sampled_from(["color", "bw"]), st.integers(1, 2))
def test_any_deck_becomes_a_sheet_within_its_page(deck: Deck, theme: str, pages: int):
    plan = plan_sheet(deck, (), SheetOptions(theme=theme, pages=pages))  # type: ignore[arg-type]
    sheet = export(plan, {}, Stamp(0))
    assert [d for d in sheet.diagnostics if d.severity is Severity.ERROR] == []
    with pdfplumber.open(io.BytesIO(sheet.data)) as pdf:
        assert len(pdf.pages) == sheet.counts["pages"] <= pages
        for page in pdf.pages:
            frames = [shape["bottom"] for shape in (*page.rects, *page.curves) if shape["stroke"]]
            assert max(frames, default=0.0) <= page.height - MARGIN - FOOT + 1


@FEW
@given(DECKS)
def test_every_atom_of_any_deck_stands_once_or_is_named_as_left_off(deck: Deck):
    plan = plan_sheet(deck, ())
    typesetter = Typesetter(payload(plan, {}, Stamp(0)).files, None)
    layout = fit(plan, typesetter.measure)
    placed = [p.atom for column in layout.columns for card in column.cards for p in card.pieces if not p.again]
    assert sorted([*placed, *layout.dropped]) == list(range(sum(len(section.atoms) for section in plan.sections)))


@pytest.mark.parametrize("font", ["NotoSansCJK-VF.otf.ttc", "JetBrainsMono[wght].ttf"])
def test_the_table_of_letters_agrees_with_the_fonts(font: str):
    ttlib = pytest.importorskip("fontTools.ttLib")
    (path,) = [folder / font for folder in fonts.folders() if (folder / font).exists()]
    shown = {chr(c) for c in ttlib.TTFont(path, fontNumber=0, lazy=True).getBestCmap()}
    assert {char for char in shown if not covered(char) and unicodedata.category(char) != "Cc"} == set()


def test_the_table_of_letters_is_a_list_of_rising_ranges():
    numbers = [int(part, 36) for part in RANGES.split()]
    assert len(numbers) % 2 == 0
    assert all(number > 0 for number in numbers)
    assert all(a and b for a, b in pairwise(numbers))


def test_all_fonts_come_from_packages():
    names = {font.family for font in fonts.loaded().fonts() if font.path}
    assert names == {f"Noto Sans CJK {region}" for region in ("JP", "KR", "SC", "TC", "HK")} | {"JetBrains Mono"}
