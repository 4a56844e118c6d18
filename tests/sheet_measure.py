"""Measures finished sheets by the boxes of their glyphs, knowing nothing of how they were planned.

python -m tests.sheet_measure docker.pdf [MORE.pdf …]     prints one line for each page, and what is wrong with it
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from tests.sheet_glyphs import Box, Glyph, glyphs_of, shapes_of

LEAST, LEAST_RAISED = 6.5, 5.0
"""The smallest type in pt; sub- and superscripts may be as small as the second."""
RAISED = LEAST_RAISED / LEAST + 0.01
"""What is raised or lowered over the size of the text beside it, at most: the smallest of it beside the smallest text."""
RUN = 6.0
"""em; the longest run of raised or lowered letters that is excused."""
LINE = 8.0
"""pt; at most so far above or below what it stands beside is anything raised or lowered: 0.35 em of the largest type."""
SPACE = 0.2
"""em; the least air between the ink of two words."""
TITLES = 1.12
"""How large the title of a section is beside the text."""
LARGEST = 11.0
FULL = 0.9
LEVEL = 0.1
"""By how much the columns of a page differ at most where the type is as large as it gets."""
PITCH = 1.3
"""em; from one line to the next."""
SMALL = 8
"""Lines with those of its title; a card of fewer is kept whole."""
MARGIN, FOOT, GUTTER = 22.0, 12.0, 9.0
_MATHS = ("Math", "CMU")


class Sheet:
    """One page of a sheet. `glyphs` are those with ink, `cards` the frames round sections, `room` is how many columns there are.

    A card may run over several columns, at the foot of the page.
    """

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.width, self.height = page.get_size()
        self.glyphs = list(glyphs_of(page, self.height))
        shapes = list(shapes_of(page, self.height))
        self.images = [box for kind, box in shapes if kind == pdfium.FPDF_PAGEOBJ_IMAGE]
        frames = [box for kind, box in shapes if kind == "frame"]
        self.cards = [box for box in frames if not any(other.holds(box) for other in frames if other != box)]
        self.top = min((card.top for card in self.cards), default=MARGIN)
        self.bottom = self.height - MARGIN - FOOT
        self.narrowest = min((card.x1 - card.x0 for card in self.cards), default=0.0)
        self.room = round((self.width - 2 * MARGIN + GUTTER) / (self.narrowest + GUTTER)) if self.cards else 1

    @cached_property
    def columns(self) -> list[list[Box]]:
        """The cards of each column from the top down, columns from the left; one that runs over several is in each of these."""
        found: dict[int, list[Box]] = defaultdict(list)
        for card in sorted(self.cards, key=lambda card: card.top):
            first = round((card.x0 - MARGIN) / (self.narrowest + GUTTER))
            for n in range(first, first + max(1, round((card.x1 - card.x0) / (self.narrowest + GUTTER)))):
                found[n].append(card)
        return [found[n] for n in sorted(found)]

    @cached_property
    def inside(self) -> list[Glyph]:
        """The glyphs between header and footer."""
        return [g for g in self.glyphs if self.top - 0.5 <= g.box.top and g.box.bottom < self.bottom + 4]

    @cached_property
    def size(self) -> float:
        """The size of its text: that of the titles of sections without what they are larger by, or the largest of the rest."""
        sizes = [round(glyph.size, 2) for glyph in self.inside if not _is_small(glyph)]
        usual = [size for size in set(sizes) if size <= LARGEST and sizes.count(size) > 0.03 * len(sizes)]
        return max([*usual, round(max(sizes, default=0.0) / TITLES, 2)], default=LARGEST)

    @cached_property
    def heights(self) -> list[float]:
        """The ink of each column, from the highest to the lowest glyph or picture in it, in pt."""
        ink = [*(glyph.box for glyph in self.inside), *self.images]
        out = []
        for cards in self.columns:
            own = [box for box in ink if any(card.holds(box, 1) for card in cards)]
            out.append(max(b.bottom for b in own) - self.top if own else 0.0)
        return out

    @property
    def fill(self) -> float:
        """The columns' ink against the room of all columns that the page has, those without a card as well."""
        return sum(self.heights) / (self.room * (self.bottom - self.top))

    @cached_property
    def smallest(self) -> float:
        """The smallest letter that neither is raised nor lowered nor stands in a formula."""
        return min((glyph.size for glyph in self.too_small), default=self._least_large)

    @cached_property
    def too_small(self) -> list[Glyph]:
        """The letters under the smallest size that nothing excuses. A line may end within an index: it is excused as one."""
        runs = (list(run) for _, run in groupby(self.glyphs, key=lambda glyph: round(glyph.size, 2)))
        small = (run for run in runs if run[0].size < LEAST - 0.01)
        return [g for run in small if not self._is_index(run) for g in run if not self._stands_aside(g)]

    def _is_index(self, run: Sequence[Glyph]) -> bool:
        return sum(g.box.x1 - g.box.x0 for g in run) < RUN * run[0].size and any(map(self._stands_aside, run))

    def _stands_aside(self, glyph: Glyph) -> bool:
        """Whether a glyph may be small: in a formula, or raised or lowered beside a larger one of its line."""
        if any(name in glyph.font for name in _MATHS):
            return True
        return glyph.size > LEAST_RAISED - 0.01 and any(_raised(glyph, other) for other in self._near(glyph))

    def _near(self, glyph: Glyph) -> Iterator[Glyph]:
        """The letters that are not small and stand so near that another may be raised or lowered beside them."""
        across = _cells(glyph.box.x0 - RUN * glyph.size, glyph.box.x1 + RUN * glyph.size, 40.0)
        down = _cells(glyph.box.top - LINE, glyph.box.bottom + LINE)
        return (other for x in across for y in down for other in self._large_at.get((x, y), ()))

    @cached_property
    def _large_at(self) -> dict[tuple[int, int], list[Glyph]]:
        found: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        for glyph in self._large:
            for x in _cells(glyph.box.x0, glyph.box.x1, 40.0):
                for y in _cells(glyph.box.top, glyph.box.bottom):
                    found[x, y].append(glyph)
        return found

    @property
    def _least_large(self) -> float:
        return min((glyph.size for glyph in self._large), default=LEAST)

    @cached_property
    def _large(self) -> list[Glyph]:
        return [glyph for glyph in self.glyphs if glyph.size > LEAST - 0.01]

    def outside(self) -> list[Glyph]:
        """Glyphs that no card holds."""
        return [g for g in self.inside if self.cards and not any(card.holds(g.box) for card in self.cards)]

    def overlaps(self) -> list[tuple[Glyph, Glyph]]:
        """Glyphs of text that lie on one another by more than a third; a mark that is drawn on its letter has its letter's name."""
        cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        found = []
        for glyph in self.glyphs:
            if _is_small(glyph) or glyph.box.area < 0.5 or unicodedata.combining(glyph.char[:1] or " "):
                continue
            where = [
                (x, y) for x in _cells(glyph.box.x0, glyph.box.x1) for y in _cells(glyph.box.top, glyph.box.bottom)
            ]
            near = {id(other): other for cell in where for other in cells[cell]}.values()
            found += [(other, glyph) for other in near if glyph.char != other.char and _covers(glyph.box, other.box)]
            for cell in where:
                cells[cell].append(glyph)
        return found

    def broken(self, words: frozenset[str]) -> list[str]:
        """Words with Hangul that go on in the next line, of those that the note has in one piece."""
        found = []
        for line, below in pairwise(lines(self.glyphs)):
            before, after = _last_hangul(line), "".join(glyph.char for glyph in below)
            if before and _hangul(after[0]):
                found += [f"{before}|{b}" for n in range(1, 13) if _one_word(before, b := after[:n], words)][:1]
        return found


def sheets(data: bytes) -> list[Sheet]:
    """The pages of a PDF."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [Sheet(page) for page in pdf]


def faults(pages: Sequence[Sheet], words: frozenset[str] = frozenset()) -> Iterator[str]:
    """What is wrong with a sheet, one line each. `words` are those of its note, for words that were broken."""
    for number, page in enumerate(pages, 1):
        where = f"page {number}: "
        if out := page.outside():
            yield f"{where}{len(out)} glyphs outside of cards: {_said(out)}"
        if over := page.overlaps():
            yield f"{where}{len(over)} glyphs over another: {_said([g for pair in over for g in pair])}"
        if small := page.too_small:
            yield f"{where}type of {page.smallest:.2f} pt: {_said(small)}"
        if tiny := [g for g in page.glyphs if g.size < LEAST_RAISED - 0.01]:
            yield f"{where}type of {min(g.size for g in tiny):.2f} pt: {_said(tiny)}"
        if page.cards and max(card.bottom for card in page.cards) > page.bottom + 1:
            yield f"{where}a card reaches {max(card.bottom for card in page.cards) - page.bottom:.1f} pt too far down"
        if broken := page.broken(words):
            yield f"{where}broken words: {', '.join(broken[:5])}"
        yield from (where + fault for fault in _emptiness(page))


def _emptiness(page: Sheet) -> Iterator[str]:
    fill, heights = page.fill, page.heights
    if page.size < LARGEST - 0.01 and fill < FULL:
        yield f"{fill:.1%} full at {page.size:g} pt: {_heights(page)}"
    elif page.size >= LARGEST - 0.01 and len(heights) > 1 and max(heights) - min(heights) > _unlevel(page):
        yield f"columns differ by {1 - min(heights) / max(heights):.0%} at {page.size:g} pt: {_heights(page)}"


def _unlevel(page: Sheet) -> float:
    """By how much columns may differ, in pt: by a line, for there is no less to move, or by a card too small to divide."""
    n = page.heights.index(max(page.heights))
    ends = ([page.columns[n][-1]] if n + 1 < len(page.columns) else []) + ([page.columns[n][0]] if n else [])
    moved = min(card.bottom - card.top for card in ends)
    return max(LEVEL * max(page.heights), PITCH * page.size, moved if moved < SMALL * PITCH * page.size else 0)


def _heights(page: Sheet) -> str:
    return " ".join(f"{height:.0f}" for height in page.heights) + f" of {page.bottom - page.top:.0f}"


def _said(glyphs: Sequence[Glyph]) -> str:
    first = glyphs[0]
    text = "".join(glyph.char for glyph in glyphs[:30])
    return f"{text!r} at {first.box.x0:.0f},{first.box.top:.0f} ({first.font})"


def _is_small(glyph: Glyph) -> bool:
    """Whether it is part of a formula, or small as what is raised and lowered is."""
    return any(name in glyph.font for name in _MATHS) or LEAST_RAISED - 0.01 < glyph.size < 0.95 * LEAST


def _raised(glyph: Glyph, beside: Glyph) -> bool:
    """Whether a glyph stands raised or lowered beside a larger one, at most as far off as a short word is long."""
    apart = max(glyph.box.x0 - beside.box.x1, beside.box.x0 - glyph.box.x1)
    shared = min(glyph.box.bottom, beside.box.bottom) - max(glyph.box.top, beside.box.top)
    shifted = max(abs(glyph.box.bottom - beside.box.bottom), abs(glyph.box.top - beside.box.top))
    near = apart < RUN * glyph.size and shared > -0.35 * beside.size and shifted > 0.1 * beside.size
    return glyph.size <= RAISED * beside.size and near


def _covers(a: Box, b: Box) -> bool:
    """Whether one lies on the other; the letters of a ligature are one glyph, and have one box."""
    if a.x1 <= b.x0 or b.x1 <= a.x0 or a.bottom <= b.top or b.bottom <= a.top:  # as nearly all: this is asked often
        return False
    return a != b and a.shared(b) > 0.34 * min(a.area, b.area)


def _cells(low: float, high: float, wide: float = 8.0) -> range:
    return range(int(low // wide), int(high // wide) + 1)


def _last_hangul(line: Sequence[Glyph]) -> str:
    """The Hangul at the end of a line, up to a space or another letter; a space is wider than the air between letters."""
    start = len(line)
    while start and _hangul(line[start - 1].char) and (start == len(line) or _close(line[start - 1], line[start])):
        start -= 1
    return "".join(glyph.char for glyph in line[start:])


def _close(left: Glyph, right: Glyph) -> bool:
    return right.box.x0 - left.box.x1 < SPACE * right.size


def _one_word(a: str, b: str, words: frozenset[str]) -> bool:
    """Whether two parts are a word of the note, which does not have the first by itself."""
    return a + b in words and a not in words


def _hangul(char: str) -> bool:
    return "가" <= char <= "힣"


def lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs in the order they were drawn, cut where one begins further left and lower."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and (
            glyph.box.x0 < line[-1].box.x0 - 1 or abs(glyph.box.bottom - line[-1].box.bottom) > 1.2 * glyph.size
        ):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def main(*paths: str) -> int:
    """Print what each page measures and what is wrong; the number of faults."""
    wrong = 0
    for path in paths:
        pages = sheets(Path(path).read_bytes())
        for number, page in enumerate(pages, 1):
            print(f"{path} {number}/{len(pages)}: {page.room} columns, {page.size:g} pt, {page.fill:.1%} full, "
                  f"smallest {page.smallest:.2f} pt, ink {_heights(page)}")  # fmt: skip
        found = list(faults(pages))
        wrong += len(found)
        print(*(f"  ! {fault}" for fault in found), sep="\n", end="\n" if found else "")
    return min(wrong, 100)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
