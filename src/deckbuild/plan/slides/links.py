"""Links from one slide to another: `[layers](#docker-layers)` leads to the first slide of that section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from msgspec.structs import replace

from ...model import Deck
from .page import Box, Grid, Page, Para, Shape, Span


def linked(pages: Sequence[Page], deck: Deck, slides: Mapping[str, str]) -> list[Page]:
    """Pages whose links to headings lead to slides; `slides` are the keys of pages by the ids of their concepts."""
    if not any(_is_inside(span) for page in pages for para in paras_of(page) for span in para.spans):
        return list(pages)
    places = _places(deck, slides)
    return [replace(page, boxes=tuple(_box(box, places) for box in page.boxes)) for page in pages]


def _is_inside(span: Span) -> bool:
    return span.href.startswith("#")


def _places(deck: Deck, slides: Mapping[str, str]) -> dict[str, str]:
    """The key of a page by what a link may call it: an id, a heading, or the second of its name (`layers-1`)."""
    found: dict[str, str] = {}
    times: dict[str, int] = {}
    for concept in deck.walk():
        key = slides.get(concept.id)
        if not key:
            continue
        own = _folded(concept.heading)
        again = times[own] = times.get(own, -1) + 1
        for name in (_folded(concept.id), f"{own}{again or ''}", _folded(concept.title.plain)):
            found.setdefault(name, key)
    return found


def _folded(anchor: str) -> str:
    """What of an anchor counts: GitHub writes `the-b` for what Obsidian calls `The B`."""
    return "".join(char for char in unquote(anchor).casefold() if char.isalnum())


def paras_of(page: Page) -> Iterator[Para]:
    """The paragraphs below a title."""
    for box in page.boxes:
        if isinstance(box, Shape):
            yield from box.paras
        elif isinstance(box, Grid):
            yield from (para for row in box.rows for cell in row.cells for para in cell.paras)


def _box(box: Box, places: Mapping[str, str]) -> Box:
    match box:
        case Shape(paras=paras):
            return replace(box, paras=_linked(paras, places))
        case Grid(rows=rows):
            cells = (tuple(replace(c, paras=_linked(c.paras, places)) for c in row.cells) for row in rows)
            return replace(box, rows=tuple(replace(row, cells=each) for row, each in zip(rows, cells, strict=True)))
        case _:
            return box


def _linked(paras: Sequence[Para], places: Mapping[str, str]) -> tuple[Para, ...]:
    return tuple(replace(para, spans=tuple(_span(span, places) for span in para.spans)) for para in paras)


def _span(span: Span, places: Mapping[str, str]) -> Span:
    return replace(span, link=places.get(_folded(span.href), "")) if _is_inside(span) else span
