"""References: a row for each, its name and its address, both of them links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...model import Reference
from ...readable import readable
from .addresses import linked, shown_address
from .frame import Frame
from .grid import look
from .groups import KEPT, Group
from .inline import breaks_words, para, paras_height, spans
from .items import Item, Links
from .page import Cell, Look, Para, Row, Span
from .table import GAP, grid_group

NAME_WIDTH = 4
"""Twelfths of the body that the name of a reference takes."""
NAME_SIZES = (20, 18, 16, 14)
FEW, TALL, LOW = 5, 64.0, 44.0
"""Up to how many references have tall rows, and the least height of these and of the others."""


@lru_cache(maxsize=KEPT)
def links_group(links: Links, frame: Frame) -> Group | None:
    """References as a table without lines between columns; nothing where a name alone is taller than a page."""
    tight = len(links.rows) > FEW
    name = frame.column(NAME_WIDTH) - frame.body.x
    widths = (name, frame.body.w - name)
    rows = [_row(each, widths, LOW if tight else TALL, 18 if tight else 20) for each in links.rows]
    said = [f"{readable(each.title)}: {each.url}" if each.title else each.url for each in links.rows]
    return grid_group(None, rows, widths, said, frame) if all(row.height <= frame.body.h for row in rows) else None


def link_items(links: Links) -> Iterator[Item]:
    """References as items of a list, whose text may be split over pages."""
    return (Item(linked(each), "•") for each in links.rows)


def _name(each: Reference, width: float, size: int) -> Para:
    """The name at the largest size at which no word of it breaks, if there is one."""
    sizes = [step for step in NAME_SIZES if step <= size]
    tried = [para(spans(linked(each, beside=True), look(step, bold=True)), step) for step in sizes]
    return next((name for name in tried if not breaks_words(name, width)), tried[0])


def _row(each: Reference, widths: tuple[float, ...], least: float, size: int) -> Row:
    name = _name(each, widths[0] - GAP, size)
    shown = shown_address(each.url, size - 2, widths[1] - GAP)
    address = para((Span(shown, Look(size - 2, "ink", mono=True), each.url),), size - 2) if each.url else None
    cells = (Cell((name,)), Cell((address,) if address else ()))
    height = max(paras_height(cell.paras, w - GAP) for cell, w in zip(cells, widths, strict=True))
    return Row(cells, max(height + 16.0, least))
