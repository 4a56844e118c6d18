"""What a block says in one line, how much that is worth, and which neighbours belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from ...model import (
    NOWHERE,
    Block,
    Cloze,
    Command,
    Definition,
    Directive,
    Example,
    Footnote,
    Labelled,
    List,
    Pair,
    Place,
    Point,
    Question,
    Reference,
    RichText,
    Term,
)
from .lines import labelled, line, link
from .shapes import Atom, Line, Marker, Span, Text
from .tables import as_terms, longest_word

Statement = Point | Pair | Labelled | Term | Question | Cloze | Definition | Example | Reference | Footnote
"""Blocks whose words make one line."""

CODE_LINES = 3
"""Rows of code that are kept together; twice as many where none of them is blank."""
NEAR = 1
"""By how many rows a part of code may be longer or shorter than the others."""
LONGEST_ROW = 5
"""Lines of a narrow column that one row of code may take before it is cut."""
CODE_COLUMNS = 46
"""Letters of code that a line of a quarter page holds at the smallest size."""

_ARROW = {"->": " → ", "=": " = "}
_PRIOR: dict[type[Statement], float] = {
    Point: 0.5, Pair: 0.7, Labelled: 0.7, Term: 0.75, Question: 0.7, Definition: 0.9, Example: 0.35,
    Cloze: 0.7, Footnote: 0.25,
}  # fmt: skip
LINKS, FEW_LINKS, ALL_LINKS = 0.2, 3, 0.8
"""What a line of links is worth, how many make one, and what share of its letters is in them."""
_CLOSES = re.compile(r"\s*(?:[)\]}]|end\b|else\b|fi\b|done\b)")
_PROSE_ARROW = re.compile(r"(?<!\s)\s+-{1,2}>\s+")


def said(block: Statement) -> Line:
    """The words of a statement, a label set off from what it labels."""
    match block:
        case Point(text=text) | Definition(text=text) | Example(text=text) | Question(question=text) | Cloze(text=text):
            return _arrows(line(text))
        case Pair(left=left, right=right, sign=sign):
            return (*line(left), Span(_ARROW[sign], styles=("label",)), *line(right))
        case Labelled(label=left, text=right) | Term(term=left, meaning=right):
            return labelled(line(left), _arrows(line(right)))
        case Footnote(label=label, text=text):
            return (Span(label, styles=("sup",)), Span(" "), *line(text))
        case Reference():
            return cited(block)


def cited(reference: Reference) -> Line:
    """The title of a place to read on, as a link to it."""
    named = line(reference.title) or (Span(reference.url),)
    return tuple(replace(span, url=link(reference.url)) for span in named)


def _arrows(text: Line) -> Line:
    """`->` between words becomes an arrow; in code it stays."""
    return tuple(
        Span(_PROSE_ARROW.sub(" → ", s.text), s.kind, s.styles, s.url, s.src) if s.kind == "text" else s for s in text
    )


def prior(block: Statement) -> float:
    """What a statement is worth by its kind alone (0 to 1); a row of links to other pages is worth what references are."""
    match block:
        case Point(text=text) | Labelled(text=text) if _only_links(text):
            return LINKS
        case _:
            return _PRIOR[type(block)]


def _only_links(text: RichText) -> bool:
    """Whether a line is made of several links, with hardly a word between them."""
    linked = [run for run in text if run.href and run.kind != "image"]
    letters = sum(_letters(run.text) for run in linked)
    return len(linked) >= FEW_LINKS and letters >= ALL_LINKS * _letters(text.plain)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def place_of(blocks: Sequence[Block]) -> Place:
    """Where the first of some blocks stands."""
    return blocks[0].place if blocks else NOWHERE


def marker(block: List) -> Marker:
    """What stands before the items of a list."""
    if block.style == "ordered":
        return "number"
    return {"pros": "plus", "cons": "minus"}.get(block.role, "bullet")  # type: ignore[return-value]


def run_length(blocks: Sequence[Block], start: int) -> int:
    """How many blocks from `start` on are set as one: references, commands, examples, or terms with their meanings."""
    for kind in (Reference, Command, Example):
        if isinstance(blocks[start], kind):
            return _while(blocks, start, kind)
    if isinstance(blocks[start], Labelled | Term | Pair):
        return _of_terms(blocks, start, (Labelled, Term, Pair))
    return _of_terms(blocks, start, Question)


def _of_terms(blocks: Sequence[Block], start: int, kind: type[Block] | tuple[type[Block], ...]) -> int:
    size = _while(blocks, start, kind)
    return size if as_terms(blocks[start : start + size]) else 1


def _while(blocks: Sequence[Block], start: int, kind: type[Block] | tuple[type[Block], ...]) -> int:
    end = start
    while end < len(blocks) and isinstance(blocks[end], kind):
        end += 1
    return end - start


def cut_code(text: str) -> Iterator[str]:
    """Code in parts that a column may end after: at blank lines, and between those after every few rows."""
    stretch: list[str] = []
    rows = list(chain.from_iterable(map(_long, text.split("\n"))))
    for row, below in zip(rows, [*rows[1:], ""], strict=True):
        stretch.append(row)
        if not row.strip() and len(stretch) >= CODE_LINES and not _CLOSES.match(below):
            yield from _alike(stretch)
            stretch = []
    if stretch or not text:
        yield from _alike(stretch)


def _alike(rows: list[str]) -> Iterator[str]:
    """Rows in as few parts as will do, all of about one length: each ends near there where least is taken apart."""
    parts = max(1, -(-len(rows) // (2 * CODE_LINES)))
    ideal = [len(rows) * i // parts for i in range(1, parts)]
    ends = [min(range(at - NEAR, at + NEAR + 1), key=lambda end: (_torn(rows, end), abs(end - at))) for at in ideal]
    return ("\n".join(rows[a:b]) for a, b in pairwise([0, *ends, len(rows)]))


def _torn(rows: Sequence[str], end: int) -> tuple[bool, int]:
    """How bad it is to end a part before a row: it belongs to the row above, closes what was begun or is blank; else how far
    in it is.
    """
    above, row = (len(each) - len(each.lstrip()) for each in rows[end - 1 : end + 1])
    return row > above or not rows[end].strip() or bool(_CLOSES.match(rows[end])), row


def _long(row: str) -> Iterator[str]:
    """A line of code that would fill a column by itself (data, minified code) in several."""
    limit = CODE_COLUMNS * LONGEST_ROW
    for start in range(0, max(1, len(row)), limit):
        yield row[start : start + limit]


def keeps(block: Block) -> bool:
    """Whether what follows is to stay."""
    return isinstance(block, Directive) and block.order == "sheet keep"


def kept(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """Atoms that stay whatever the room."""
    return (replace(atom, rank=1.0) for atom in atoms)


def first(atoms: Iterable[Atom], gap: float) -> Iterator[Atom]:
    """The atoms of something with another gap above it."""
    for i, atom in enumerate(atoms):
        yield atom if i else replace(atom, gap=gap)


HUNG_EMS = 8.0
"""A longer word would need the room that setting in takes."""


def hung(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """The atoms of a line that has no mark, as one whose further lines are set in: else they would seem to be the next."""
    for i, atom in enumerate(atoms):
        line = not i and isinstance(atom, Text) and atom.role == "prose" and longest_word(atom.line) <= HUNG_EMS
        yield replace(atom, role="line") if line else atom
