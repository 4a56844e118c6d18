"""Words that the engine turns on their side, as at the upright axis of a chart, set level: so they can be read in a hall."""

from __future__ import annotations

import re
from html import escape, unescape

from .lettering import pitch, width, wrap

LINE = 7.0
"""How long a line of such words may be, in em."""
SPARE = 1.12
"""By how much the letters of another face may be wider than those of ours."""
BASELINE = 0.35
"""The engine's baseline below the middle of a line, in em."""

_TURNED = re.compile(
    r'<g transform="translate\(([-\d.]+),([-\d.]+)\) rotate\(-90\)">'
    r'<text x="0" y="([\d.]+)" text-anchor="middle">([^<]*)</text>'
)
_ROOT = re.compile(r'(<svg [^>]*?viewBox="0 0 )([\d.]+)( [\d.]+" width=")[\d.]+("[^>]*>)(.*)(</svg>)\s*\Z', re.DOTALL)


def levelled(svg: str, wide: float) -> tuple[str, float]:
    """A drawing with its turned words level, and how wide it then is: they end where they stood, and begin further left."""
    more = max((_long(found) - float(found[1]) - _size(found) / 2 for found in _TURNED.finditer(svg)), default=0.0)
    svg = _TURNED.sub(_level, svg)
    if more <= 0:
        return svg, wide
    return _ROOT.sub(
        lambda found: (
            f"{found[1]}{wide + more:.2f}{found[3]}{wide + more:.2f}{found[4]}"
            f'<g transform="translate({more:.2f},0)">{found[5]}</g>{found[6]}'
        ),
        svg,
    ), wide + more


def _size(found: re.Match[str]) -> float:
    return float(found[3]) / BASELINE


def _lines(found: re.Match[str]) -> list[str]:
    size = _size(found)
    return [line.plain for line in wrap(unescape(found[4]), size, LINE * size)]


def _long(found: re.Match[str]) -> float:
    return max((width(line, _size(found)) for line in _lines(found)), default=0.0) * SPARE


def _level(found: re.Match[str]) -> str:
    size, lines = _size(found), _lines(found)
    top = BASELINE * size - pitch(size) * (len(lines) - 1) / 2
    said = "".join(
        f'<tspan x="{size / 2:.2f}" y="{top + pitch(size) * n:.2f}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    return f'<g transform="translate({found[1]},{found[2]})"><text text-anchor="end" xml:space="preserve">{said}</text>'
