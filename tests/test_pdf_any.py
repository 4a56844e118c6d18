"""Any deck at all becomes a sheet: decks made at random, and the fonts held against the table of their letters."""

from __future__ import annotations

import io
import unicodedata
from itertools import pairwise
from random import Random

import pdfplumber
import pytest

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
from deckbuild.plan.sheet.geometry import FOOT, MARGIN, page

LETTERS = "가나다라 abcdef ABC 12.,:()[]#$*_`\\<>\"'漢字かな→😀\u200b\n\t/=-"
KINDS = ("text", "text", "code", "math", "break", "reference")


class Maker:
    """Decks made at random: the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def some(self, most: int) -> range:
        return range(self.random.randint(0, most))

    def letters(self) -> str:
        return "".join(self.random.choices(LETTERS, k=self.random.choice((0, 3, 12, 40))))

    def text(self) -> RichText:
        return RichText(self.run() for _ in self.some(3))

    def run(self) -> Run:
        styles = frozenset(self.random.sample(list(Style), self.random.randint(0, 2)))
        href = self.random.choice(("", "", "https://a.b/c", "x.md"))
        return Run(self.letters(), styles, href, self.random.choice(KINDS))  # type: ignore[arg-type]

    def leaf(self) -> Block:
        t = self.text
        leaves = (
            Definition(t()), Point(t(), tuple(t() for _ in self.some(2))), Pair(t(), t()), Labelled(t(), t()), Term(t(), t()),
            Question(t(), t()), Conclusion(t()), Subheading(t()), Reference(t(), self.letters()), Figure(self.letters(), t()),
            Code(self.letters(), self.random.choice(("python", "bash", "", "?"))), Command(self.letters(), t(), self.letters()),
            Math(self.letters()), self.table(),
        )  # fmt: skip
        return self.random.choice(leaves)

    def table(self) -> Table:
        n = self.random.randint(1, 6)
        rows = tuple(tuple(self.text() for _ in range(n)) for _ in self.some(4))
        return Table(tuple(self.text() for _ in range(n)), rows, ("left",) * n)

    def block(self, depth: int = 0) -> Block:
        if depth > 3 or self.random.random() < 0.6:
            return self.leaf()
        inner = tuple(self.block(depth + 1) for _ in self.some(4))
        style = self.random.choice(("bullet", "ordered", "lines"))
        nests = (
            List(inner, self.text(), style=style),
            Point(self.text(), body=inner),
            Quote(inner),
            Callout("tip", self.text(), inner),
        )  # type: ignore[arg-type]
        return self.random.choice(nests)

    def concept(self, depth: int = 0) -> Concept:
        children = tuple(self.concept(depth + 1) for _ in self.some(3 if depth < 3 else 0))
        body = tuple(self.block() for _ in self.some(6))
        return Concept("c", self.text(), number=self.random.choice(("", "1.2")), body=body, children=children)

    def deck(self) -> Deck:
        language = self.random.choice(("ko", "en", "ja", "zh"))
        body = tuple(self.block() for _ in self.some(3))
        return Deck(
            "notes/x.md", "x", self.text(), language, body=body, concepts=tuple(self.concept() for _ in self.some(5))
        )


@pytest.mark.real
@pytest.mark.parametrize("seed", range(24))
def test_any_deck_becomes_a_sheet_within_its_page(seed: int):
    pages = 1 + seed % 2
    plan = plan_sheet(Maker(seed).deck(), (), SheetOptions(theme="bw" if seed % 3 else "color", pages=pages))
    sheet = export(plan, {}, Stamp(0))
    assert [d for d in sheet.diagnostics if d.severity is Severity.ERROR] == []
    with pdfplumber.open(io.BytesIO(sheet.data)) as pdf:
        assert len(pdf.pages) == sheet.counts["pages"] <= pages
        for page in pdf.pages:
            frames = [shape["bottom"] for shape in (*page.rects, *page.curves) if shape["stroke"]]
            assert max(frames, default=0.0) <= page.height - MARGIN - FOOT + 1


@pytest.mark.real
@pytest.mark.parametrize("seed", range(100, 112))
def test_every_atom_of_any_deck_stands_once_or_is_named_as_left_off(seed: int):
    plan = plan_sheet(Maker(seed).deck(), ())
    typesetter = Typesetter(payload(plan, {}, Stamp(0)).files, None)
    layout = fit(plan, typesetter.measure_on(page(plan.options, plan.columns)))
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
    assert names == {f"Noto Sans CJK {region}" for region in ("JP", "KR", "SC", "TC", "HK")} | {
        "JetBrains Mono",
        "Noto Sans",
    }
