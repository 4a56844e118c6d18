"""A legend: lines before the first section that show only their own marker (`강조`, _예제_), not content."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Legend, Place, Style
from .. import blocks as b
from ..inline import read_inline

MAX_MEANING = 12


def legend_of(intro: Sequence[b.Node], path: str) -> tuple[Legend, ...]:
    """The legend that an introduction consists of, or nothing: two different markers at the least, and nothing else."""
    entries = [_entry(node, path) for node in intro if not isinstance(node, b.Rule)]
    found = tuple(entry for entry in entries if entry)
    return found if len(found) == len(entries) and len({e.marker for e in found}) >= 2 else ()


def _entry(node: b.Node, path: str) -> Legend | None:
    match node:
        case b.Paragraph(text=text, line=line):
            runs = read_inline(text).text.runs
            marker = _marker(runs[0].kind, runs[0].styles) if len(runs) == 1 else ""
            meaning = runs[0].text if marker else ""
        case b.Fence(text=text, line=line):
            marker, meaning = "fence", text.strip()
            line -= 1
        case _:
            return None
    short = 0 < len(meaning) <= MAX_MEANING and "\n" not in meaning
    return Legend(marker, meaning, Place(path, line)) if marker and short else None


def _marker(kind: str, styles: frozenset[Style]) -> str:
    return "code" if kind == "code" else next((str(style) for style in sorted(styles)), "")
