"""SVG → PNG with resvg: our own fonts, no system fonts, few colours, the same bytes on every machine."""

from __future__ import annotations

import io
import re

from . import fonts

LONGEST = 1920
"""Pixels of the longer side: a slide's width on the projectors of today."""

DENSEST = 4.0
"""Pixels to a point at most, lest a picture of two words fill a page of its own."""

COLOURS = 128

_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"')


def render(svg: str, longest: int = LONGEST) -> bytes:
    """A PNG on white, its longer side `longest` pixels (fewer for a small drawing)."""
    import resvg_py

    width, height = _size(svg)
    raw = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=max(1, round(width * min(longest / max(width, height), DENSEST))),
        background="white",
        skip_system_fonts=True,
        font_files=list(fonts.paths()),
        font_family="Noto Sans CJK KR",
        sans_serif_family="Noto Sans CJK KR",
        monospace_family="JetBrains Mono",
    )
    return _packed(bytes(raw))


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (1.0, 1.0)


def _packed(png: bytes) -> bytes:
    """With a palette: flat shapes and smoothed letters need no more than a hundred colours."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        reduced = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue()
