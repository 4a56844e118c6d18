"""Lines of verse in a quotation: what Markdown joins as prose that an editor wrapped, but its author broke.

Wrapped prose fills its lines: the first word of the next one would not have fitted. One line that ends before that may be
chance; with lines that each begin in a capital, or a note whose other lines are much longer, it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ...model import Block, Place, Point
from .. import blocks as b
from ..inline import read_inline
from . import marks
from . import vocabulary as v
from .lines import Line, joined, lines_of
from .pictures import special
from .prose import leading_arrow
from .wrapping import has_form, sentences

MAX_LINE = 40
"""Columns; a letter of a script without spaces takes two."""
NARROW = 30
"""Columns at which no editor wraps."""
MIN_WIDE = 60
"""Columns of a line that an author who wrapped at `MAX_LINE` would not have written."""
MIN_LINES = 3
"""Lines that one sign of verse is enough for."""

_TARGET = re.compile(r"\]\([^()\s]*\)|https?://\S+|!?\[\[[^\[\]]*\]\]")
_WITHIN = re.compile(r"[.!?。！？…][\"'”’」』)]*(?:\s+|(?<=[。！？]))(?=\w)")
"""The end of a sentence amidst a line: prose runs on."""
_HANGUL = re.compile(r"[가-힣]")
_FROM = re.compile(r"\s*(?:[—–―]|--?\s)\s*\S")
"""Who said it, on the last line."""


def widest(nodes: Sequence[b.Node]) -> int:
    """Columns of the longest line that the author wrote as prose, quotations aside."""
    found = 0
    todo: list[b.Node | b.Item] = [*nodes]
    while todo:
        match todo.pop():
            case b.Paragraph(text=text):
                found = max(found, *(_columns(_TARGET.sub("", line)) for line in text.split("\n")))
            case b.ItemList(items=items):
                todo += items
            case b.Item(body=body) | b.Details(body=body):
                todo += body
            case _:
                pass
    return found


def parted(nodes: Sequence[b.Node], wide: int) -> Iterator[b.Paragraph | list[b.Node]]:
    """The nodes of a quotation in a note with lines of so many columns: each stanza by itself, the others in runs."""
    run: list[b.Node] = []
    for node in nodes:
        if isinstance(node, b.Paragraph) and _is_verse(node, wide):
            yield from [run] if run else []
            run = []
            yield node
        else:
            run.append(node)
    yield from [run] if run else []


def stanza(lines: Sequence[Line]) -> Iterator[Block]:
    """Lines as one statement with their breaks, and who said it."""
    last = len(lines) - bool(_FROM.match(lines[-1].text.plain))
    text = joined(replace(line, broken=True) for line in lines[:last])
    yield Point(text, place=lines[0].place.to(lines[last - 1].place))
    yield from (Point(line.text, place=line.place) for line in lines[last:])


def _is_verse(node: b.Paragraph, wide: int) -> bool:
    rows = [row.strip() for row in node.text.split("\n")]
    if len(rows) > 1 and _FROM.match(rows[-1]):
        rows.pop()
    longest = max(map(_columns, rows))
    if len(rows) < 2 or longest > MAX_LINE or marks.may_mark(node.text) or any(map(_WITHIN.search, rows)):
        return False
    lines = lines_of(read_inline("\n".join(node.text.split("\n")[: len(rows)])).text, Place("", node.line, node.end))
    if any(line.broken or line.term or has_form(line) or not _is_plain(line) for line in lines):
        return False
    if len(sentences(lines)) == len(lines):
        return False
    return _is_broken(rows, longest, wide)


def _is_plain(line: Line) -> bool:
    """Whether a line has no role of its own, and nothing in it that is no verse."""
    if special(line) or leading_arrow(line.text) is not None or v.QUESTION_END.search(line.text.plain):
        return False
    return not any(run.cloze or run.kind in ("image", "math", "code") for run in line.text)


def _is_broken(rows: Sequence[str], longest: int, wide: int) -> bool:
    """Whether the author, and no editor, broke these lines."""
    inner = list(pairwise(rows))
    early = sum(_columns(row) + 1 + _columns(_first_word(after)) <= longest for row, after in inner)
    capitals = all(row.lstrip("\"'“‘*_([")[:1].isupper() for row in rows)
    shorter = wide >= max(MIN_WIDE, 1.5 * longest)
    narrow = longest <= NARROW
    signs = (2 * early >= len(inner)) + capitals + shorter + (shorter and narrow)
    return signs >= 2 or (len(rows) >= MIN_LINES and (capitals or narrow or early == len(inner)))


def _first_word(row: str) -> str:
    """What an editor cannot break: a word, or one letter of a script without spaces."""
    return row[:1] if v.is_cjk(row[:1]) and not _HANGUL.match(row) else row.split(maxsplit=1)[0]


def _columns(text: str) -> int:
    return len(text) + sum(map(v.is_cjk, text))
