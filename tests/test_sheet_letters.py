"""Letters with marks: one glyph each, from whichever font has it whole."""

from __future__ import annotations

import unicodedata

import pytest

from deckbuild.exporters.pdf import fonts
from deckbuild.model import Point, RichText
from tests.examples import sampled
from tests.test_sheet_measured import only_page


def test_no_letter_is_pieced_together_from_a_font_that_lacks_it():
    ttlib = pytest.importorskip("fontTools.ttLib")
    (path,) = fonts.folders()[0].glob("*.ttc")
    has = set(ttlib.TTFont(path, fontNumber=0, lazy=True).getBestCmap())
    lacking = [chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if c not in has]
    parts = {char: unicodedata.normalize("NFD", char) for char in lacking}
    assert [c for c, p in parts.items() if len(p) > 1 and all(ord(x) in has for x in p) and c not in fonts.PIECED] == []


MARKED = ["šžčřěůťď ŠŽČŘĚŤĎ", "źdźbło ćma żółw", "İstanbul ığdır ştç", "ãẽĩñõũỹ ệộợ"]


@pytest.mark.parametrize("text", sampled(MARKED, MARKED[:1]))
def test_letters_and_their_marks_do_not_run_into_their_neighbours(text: str):
    page = only_page(Point(RichText.of(text * 6)))
    assert page.overlaps() == []
    assert "".join(glyph.char for glyph in page.inside).count(text[0]) >= 6
