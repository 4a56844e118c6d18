"""Pies whose sectors are told apart without colour too: each is as light as no neighbour, or has a hatching, as its name has."""

from __future__ import annotations

import re
from math import tau

from ...diagrams.pies import arc_of, clockwise, look_at

_PIE = 'class="pele pele-pie"'
_SECTOR = re.compile(r'(<path class="pele-slice" data-id="([^"]*)" d="([^"]*)" fill=")[^"]*"')
_LEGEND = re.compile(r'(<g class="pele-legend-item" data-id="([^"]*)"><rect [^>]*?fill=")[^"]*"')
_WITHIN = re.compile(r'(<g class="pele-slice-labels"[^>]*?) fill="[^"]*">(.*?)</g>', re.DOTALL)
_AT = re.compile(r'<text x="([^"]*)" y="([^"]*)"')
_EDGE = re.compile(r'(<g class="pele-slices"[^>]*? stroke=")[^"]*"')
_INK, _PAPER = "#1a1a1a", "#ffffff"
_HATCHINGS = ("M0,8L8,0M-2,2L2,-2M6,10L10,6", "M0,0L8,8M-2,6L2,10M6,-2L10,2", "M0,4L8,4")
_HATCHED = tuple(f"url(#hatch{i})" for i in range(len(_HATCHINGS)))
_GREYS = ("#2e2e2e", "#d9d9d9", "#585858", "#ffffff", "#a8a8a8", *_HATCHED)
_COLOURS = ("#12326e", "#f0d07c", "#0c6158", "#fff0f3", "#e59a66", *_HATCHED)
"""Dark and light by turns, the colours about as light as the greys; on each of both its words have a contrast of 7 to 1
(WCAG 2.2 §1.4.6)."""
_DARK = (*_GREYS[:3:2], *_COLOURS[:3:2])
_LINES = ("#6527b8", "#8c144f", "#235a28")
"""The colours of hatchings."""

_Arc = tuple[float, float]
"""Where a sector begins, and how far it reaches clockwise, in radians."""


def told_apart(svg: str, grey: bool = False) -> str:
    """A drawing as it was, the sectors of a pie in colours (or greys) and hatchings that differ in a copy without colour."""
    if _PIE not in svg:
        return svg
    looks = _GREYS if grey else _COLOURS
    tones = {name: look_at(looks, i) for i, (_, name) in enumerate(_LEGEND.findall(svg))}
    arcs = {name: arc_of(path) for _, name, path in _SECTOR.findall(svg)}
    for part in (_SECTOR, _LEGEND):
        svg = part.sub(lambda found: f'{found[1]}{tones.get(found[2], _PAPER)}" stroke="{_INK}"', svg)
    svg = _EDGE.sub(rf'\1{_INK}"', svg)
    svg = _WITHIN.sub(lambda found: f"{found[1]}>{_labels(found[2], arcs, tones)}</g>", svg)
    return svg.replace('<g class="pele-slices"', f'{_defs(grey)}<g class="pele-slices"', 1)


def _labels(words: str, arcs: dict[str, _Arc], tones: dict[str, str]) -> str:
    def coloured(found: re.Match[str]) -> str:
        angle = clockwise(float(found[1]), float(found[2]))
        name = next((name for name, (start, wide) in arcs.items() if (angle - start) % tau <= wide), "")
        tone = tones.get(name, _PAPER)
        halo = f' stroke="{_PAPER}" stroke-width="4" paint-order="stroke"' if tone.startswith("url") else ""
        return f'{found[0]} fill="{_PAPER if tone in _DARK else _INK}"{halo}'

    return _AT.sub(coloured, words)


def _defs(grey: bool) -> str:
    lines = "".join(
        f'<pattern id="hatch{i}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="{_PAPER}"/>'
        f'<path d="{path}" stroke="{_INK if grey else _LINES[i]}" stroke-width="1.4"/></pattern>'
        for i, path in enumerate(_HATCHINGS)
    )
    return f"<defs>{lines}</defs>"
