"""A legend: lines before the first section that show only their own marker (`강조`, _예제_), not content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Legend, Place, RichText, Run, Style
from .. import blocks as b
from ..inline import read_inline
from . import vocabulary as v
from .prose import lines_of

MAX_MEANING = 12
MAX_LINES = 12


def legend_of(intro: Sequence[b.Node], path: str) -> tuple[Legend, ...]:
    """The legend that an introduction consists of, or nothing.

    Nothing else may stand there, no marker twice, and there are two markers at least. In a list or a quote, and where
    several stand in one paragraph, one of the meanings must be a word for what authors mark (`예제`, `important`).
    """
    entries: list[Legend | None] = []
    for entry in _entries(intro, path):
        entries.append(entry)
        if entry is None or len(entries) > MAX_LINES:
            return ()
    found = tuple(entry for entry in entries if entry)
    if len(found) < 2 or len({entry.marker for entry in found}) < len(found):
        return ()
    flat = all(isinstance(node, b.Paragraph | b.Fence | b.Rule) for node in intro) and len(found) <= len(intro)
    return found if flat or any(v.LEGEND.match(entry.meaning) for entry in found) else ()


def _entries(nodes: Sequence[b.Node], path: str, depth: int = 0) -> Iterator[Legend | None]:
    """The lines of the introduction, also of a list or a quote in it; `None` for whatever is no line of a legend."""
    for node in nodes:
        match node:
            case b.Rule():
                pass
            case b.Paragraph(text=text, line=line, end=end):
                for found in lines_of(read_inline(text).text, Place(path, line, end)):
                    yield _entry(found.text, found.place)
            case b.Fence(text=text, line=line):
                yield _legend("fence", text.strip(), Place(path, line - 1))
            case b.BlockQuote(body=body) if depth == 0:
                yield from _entries(body, path, 1)
            case b.ItemList(items=items) if depth == 0:
                for item in items:
                    yield from _entries(item.body, path, 1)
            case _:
                yield None


def _entry(text: RichText, place: Place) -> Legend | None:
    runs = [run for run in text if run.text.strip()]
    marker = _marker(runs[0]) if len(runs) == 1 else ""
    return _legend(marker, runs[0].text.strip(), Place(place.path, place.line)) if marker else None


def _legend(marker: str, meaning: str, place: Place) -> Legend | None:
    short = 0 < len(meaning) <= MAX_MEANING and "\n" not in meaning
    return Legend(marker, meaning, place) if short else None


def _marker(run: Run) -> str:
    return "code" if run.kind == "code" else next((str(style) for style in sorted(run.styles, key=_name)), "")


def _name(style: Style) -> str:
    return str(style)
