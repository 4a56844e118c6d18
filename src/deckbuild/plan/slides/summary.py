"""The last slides: what the note defines and what its sections come to, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ...model import Concept, Conclusion, Deck, Definition, RichText, paths
from ...readable import readable
from ...wording import Words
from .draft import Draft, heading
from .frame import Frame
from .grid import accent, look
from .groups import pack, place, spoken
from .inline import para, paras_height, plain, spans
from .page import Cell, Row
from .table import GAP, grid_group

NUMBER_WIDTH, NAME = 72.0, 4
"""The column of numbers, and the twelfths of the body left of the text."""
LEAST_ROWS, MOST_ROWS = 2, 18
"""A summary of more rows than this leaves out the deepest concepts."""
LEAST_OF_SECTION, SECTION_ROWS = 4, 6
ROW_HEIGHT, ROW_PAD = 56.0, 20.0
TALLEST = 168.0


def summary_drafts(deck: Deck, accents: Mapping[str, int], words: Words, frame: Frame) -> list[Draft]:
    """Rows of number, name and text; nothing for a note that defines less than two things."""
    drafts = _rows(list(_summarised(paths(deck), MOST_ROWS)), accents, LEAST_ROWS, frame)
    return [replace(draft, title=RichText.of(words.summary)) for draft in drafts]


def section_summary(concept: Concept, section: int, frame: Frame) -> list[Draft]:
    """The same for a long section, on one slide."""
    found = paths(Deck("", "", concepts=(concept,)))
    concepts = list(_summarised(found, SECTION_ROWS))
    drafts = _rows(concepts, {each.id: section for each in concepts}, LEAST_OF_SECTION, frame)
    return [replace(draft, role="summary") for draft in drafts] if len(drafts) == 1 else []


def _rows(concepts: Sequence[Concept], accents: Mapping[str, int], least: int, frame: Frame) -> list[Draft]:
    widths = _widths(any(c.number for c in concepts), frame)
    found = [_row(concept, accents.get(concept.id, 0), widths) for concept in concepts]
    fitting = [(row, said) for row, said in found if row.height <= TALLEST]
    if len(fitting) < least:
        return []
    group = grid_group(None, [row for row, _ in fitting], widths, [said for _, said in fitting], frame)
    return [Draft("free", place(s, frame.body), tuple(spoken(s))) for s in pack([group], frame.body.h)]


def _widths(numbered: bool, frame: Frame) -> tuple[float, ...]:
    """Points for number, name and text; for name and text where nothing has a number."""
    left = frame.column(NAME) - frame.body.x
    rest = frame.body.w - left
    return (NUMBER_WIDTH, left - NUMBER_WIDTH, rest) if numbered else (left, rest)


def _summarised(walked: Iterable[tuple[tuple[Concept, ...], Concept]], most: int) -> Iterator[Concept]:
    """The concepts with something to say, down to the level that keeps the summary short."""
    found = [(len(above), concept) for above, concept in walked if _text(concept)]
    deepest = max((level for level, _ in found), default=0)
    while deepest and sum(level <= deepest for level, _ in found) > most:
        deepest -= 1
    return (concept for level, concept in found if level <= deepest)


def _text(concept: Concept) -> Definition | Conclusion | None:
    return next((b for b in concept.body if isinstance(b, Definition | Conclusion) and b.text), None)


def _row(concept: Concept, section: int, widths: Sequence[float]) -> tuple[Row, str]:
    """A concept as a row, and as a line of the notes."""
    block = _text(concept)
    assert block is not None
    name = concept.title if concept.asks and concept.title else heading(concept)
    sign = "→ " if isinstance(block, Conclusion) else ""
    cells = [
        para(plain(concept.number, look(16, accent(section), bold=True)), 16),
        para(spans(name, look(20, bold=True)), 20),
        para((*plain(sign, look(20, accent(section))), *spans(block.text, look(20))), 20),
    ][-len(widths) :]
    height = max(paras_height([c], w - GAP) for c, w in zip(cells, widths, strict=True))
    row = Row(tuple(Cell((c,)) for c in cells), max(ROW_HEIGHT, height + ROW_PAD))
    return row, f"{readable(name)}: {sign}{readable(block.text)}"
