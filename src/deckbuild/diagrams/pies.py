"""Pies as the engine draws them: where each sector lies, and looks that tell ten sectors apart.

A theme has six accents, the engine eight colours: without this the third and the fifth sector would look the same, and of
nine the last and the first, which lie side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import atan2, tau

_DARK = ("#4c78a8", "#f58518", "#54a24b", "#e45756", "#b279a2")
_PALE = ("#f4ecc2", "#d3e0f2", "#f6d9d2", "#cde8e0", "#e2d5ec")
_LOOKS = (*_DARK, *_PALE)
"""Colours of the engine that become accents of a theme, and paler ones that become tints of these."""
_INK = "#172D4A"
_SECTOR = re.compile(r'(<path class="pele-slice" data-id="([^"]*)" d="([^"]*)" fill=")[^"]*"')
_LEGEND = re.compile(r'(<g class="pele-legend-item" data-id="([^"]*)"><rect [^>]*?fill=")[^"]*"')
_WITHIN = re.compile(r'(<g class="pele-slice-labels"[^>]*? fill=")([^"]*)(">)(.*?)</g>', re.DOTALL)
_TEXT = re.compile(r'<text x="([^"]*)" y="([^"]*)".*?</text>', re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def distinct(svg: str) -> str:
    """A pie no two of whose first ten sectors look the same, and whose words can be read on each."""
    looks = {name: look_at(_LOOKS, i) for i, (_, name) in enumerate(_LEGEND.findall(svg))}
    pale = [arc_of(path) for _, name, path in _SECTOR.findall(svg) if looks.get(name) in _PALE]
    for part in (_SECTOR, _LEGEND):
        svg = part.sub(lambda found: f'{found[1]}{looks.get(found[2], _DARK[0])}"', svg)
    return _WITHIN.sub(lambda found: _grouped(found, pale), svg) if pale else svg


def look_at(looks: Sequence[str], i: int) -> str:
    """The look of the sector with this number; none but the first has the first, beside which the last one lies."""
    return looks[i] if i < len(looks) else looks[1 + (i - 1) % (len(looks) - 1)]


def _grouped(found: re.Match[str], pale: list[tuple[float, float]]) -> str:
    """The words on dark sectors as they were, those on pale ones dark."""
    dark, light = "", ""
    for text in _TEXT.finditer(found[4]):
        angle = clockwise(float(text[1]), float(text[2]))
        if any((angle - start) % tau <= wide for start, wide in pale):
            light += text[0]
        else:
            dark += text[0]
    return f"{found[1]}{found[2]}{found[3]}{dark}</g>{found[1]}{_INK}{found[3]}{light}</g>"


def arc_of(path: str) -> tuple[float, float]:
    """Where a sector begins, and how far it reaches clockwise, in radians: `M0,0L x,y A … x,y Z`, or a whole circle."""
    numbers = [float(number) for number in _NUMBER.findall(path)]
    if not path.startswith("M0,0L") or len(numbers) < 11:
        return 0.0, tau
    start, end = clockwise(*numbers[2:4]), clockwise(*numbers[-2:])
    return start, (end - start) % tau


def clockwise(x: float, y: float) -> float:
    """The angle from the top of a pie to a place, in radians."""
    return atan2(x, -y) % tau
