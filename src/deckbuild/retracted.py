"""A deck without what its author struck out: who learns `~~…~~` learns what was taken back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from .model import (
    Callout,
    Cloze,
    Concept,
    Conclusion,
    Consequence,
    Deck,
    Definition,
    Example,
    Labelled,
    List,
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
from .rewriting import rewritten
from .richtext import merge, strip

_HOLDERS = ("body", "items", "children", "concepts", "leads_to")
_CLOSING = tuple(",.;:!?)]")
"""Marks that stand right behind a word, also where the one before them is gone."""
_JOINING = " ,;:，、；："
"""Marks that stand between two parts of a text, and before none."""
_CORRECTS = re.compile(r"\s*(?:[-=]>|[→⇒➔➜➡])\s*")


def without_retracted(deck: Deck) -> Deck:
    """The deck without text that is struck out, and without what cannot stand without it: a label whose text is struck
    out, what is nested below such a line, a section with such a heading. The same deck where nothing is."""
    lasting: Deck = rewritten(rewritten(deck, _without_parts), _without_words)
    return lasting


def _without_parts(part: Any) -> Any:
    """A part of the model without the blocks, sections, rows and columns in it that were retracted."""
    if isinstance(part, Table):
        return _without_cells(part)
    if not isinstance(part, Struct):
        return part
    held = {name: getattr(part, name) for name in _HOLDERS if name in part.__struct_fields__}
    kept = {name: tuple(_standing(map(_corrected, parts))) for name, parts in held.items()}
    changed = {name: parts for name, parts in kept.items() if parts != held[name]}
    return replace(part, **changed) if changed else part


def _corrected(part: Any) -> Any:
    """What the arrow behind struck text leads to, as a statement: it was written in the place of that."""
    match part:
        case Pair(left=left, sign="->") if _is_struck(left):
            return Point(part.right, part.leads_to, part.body, part.place)
        case _:
            return part


def _standing(parts: Iterable[Any]) -> Iterator[Any]:
    """Those that were not retracted; what follows from one that was goes with it."""
    gone = False
    for part in parts:
        gone = _is_retracted(part) or (gone and isinstance(part, Consequence))
        if not gone:
            yield part


def _without_cells(table: Table) -> Table:
    rows = tuple(row for row in table.rows if not (row and _is_struck(row[0])))
    columns = [not _is_struck(cell) for cell in table.head]
    if len(rows) == len(table.rows) and all(columns):
        return table
    head, align = tuple(compress(table.head, columns)), tuple(compress(table.align, columns))
    return replace(table, head=head, align=align, rows=tuple(tuple(compress(row, columns)) for row in rows))


def _is_retracted(part: Any) -> bool:
    match part:
        case RichText():
            return _is_struck(part)
        case List(items=()) | Quote(body=()) | Table(head=()):
            return True
        case _:
            return any(map(_is_struck, _needed(part)))


def _needed(part: Any) -> Iterator[RichText]:
    """The texts of a block or section without which it says nothing."""
    match part:
        case Definition(text=text) | Point(text=text) | Cloze(text=text) | Example(text=text) | Subheading(text=text):
            yield text
        case Consequence(text=text) | Conclusion(text=text):
            yield text
        case Pair(left=text, right=other) | Term(term=text, meaning=other):
            yield from (text, other)
        case Labelled(label=text, text=other, body=body) | Question(question=text, answer=other, body=body):
            yield from (text,) if body else (text, other)
        case List(label=text) | Callout(title=text) | Concept(title=text) | Reference(title=text):
            yield text
        case _:
            return


def _is_struck(text: RichText) -> bool:
    """Whether nothing but marks is left of a text without what is struck out in it."""
    lasting = _lasting(text)
    return len(lasting) < len(text.runs) and not any(map(_says_something, lasting))


def _says_something(run: Run) -> bool:
    if run.kind in ("text", "break", "reference"):
        return run.kind == "text" and any(unicodedata.category(letter)[0] not in "PZ" for letter in run.text)
    return True


def _lasting(text: RichText) -> list[Run]:
    return [run for run in text if Style.STRIKE not in run.styles]


def _without_words(part: Any) -> Any:
    """A text without what is struck out in it."""
    if not isinstance(part, RichText) or len(_lasting(part)) == len(part.runs):
        return part
    kept: list[Run] = []
    is_gap = False
    for run in part:
        is_struck = Style.STRIKE in run.styles
        if is_gap and not is_struck and run.kind == "text":
            kept, run = _closed(kept, run)
        kept += [] if is_struck else [run]
        is_gap = is_struck
    return strip(merge(kept))


def _closed(before: list[Run], run: Run) -> tuple[list[Run], Run]:
    """What stands before and behind a gap, without the arrow that led from the wrong to the right, and without the space
    or the comma that would be left before a mark."""
    said = run.text[found.end() :] if (found := _CORRECTS.match(run.text)) else run.text
    if not before or before[-1].kind != "text":
        return before, replace(run, text=said if before else said.lstrip(_JOINING))
    if said.lstrip().startswith(_CLOSING):
        left = before[-1].text.rstrip().removesuffix(",")
        return [*before[:-1], replace(before[-1], text=left)], replace(run, text=said.lstrip())
    return before, replace(run, text=said)
