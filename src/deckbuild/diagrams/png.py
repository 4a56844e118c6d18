"""SVG → PNG with resvg: our own fonts, no system fonts, few colours, the same bytes on every machine."""

from __future__ import annotations

import io
import re
from math import ceil
from typing import TYPE_CHECKING

from . import fonts

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1600
"""Pixels of the longer side: a slide's width on the projectors of today."""

DENSEST = 4.0
"""Pixels to a point at most, lest a picture of two words fill a page of its own."""

COLOURS, SHAPES = 128, 7
"""Colours of a picture, and how many of them are those of shapes: these must come out exactly."""

_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"')


def render(svg: str, longest: int = LONGEST) -> bytes:
    """A PNG on white, its longer side `longest` pixels (fewer for a small drawing)."""
    import resvg_py

    width, height = _size(svg)
    side = max(size(width, height, longest))
    raw = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=side if width >= height else None,
        height=side if width < height else None,
        background="white",
        skip_system_fonts=True,
        font_files=list(fonts.paths()),
        font_family="Noto Sans CJK KR",
        sans_serif_family="Noto Sans CJK KR",
        monospace_family="JetBrains Mono",
    )
    return _packed(bytes(raw))


def size(width: float, height: float, longest: int = LONGEST) -> tuple[int, int]:
    """Pixels of the picture of a drawing of so many points."""
    side = max(1, round(min(longest, max(width, height) * DENSEST)))
    scale = side / max(width, height)
    return (side, max(1, ceil(height * scale))) if width >= height else (max(1, ceil(width * scale)), side)


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (1.0, 1.0)


def _packed(png: bytes) -> bytes:
    """With a palette of at most 256 colours and no other chunks."""
    from PIL import Image as Pillow

    with Pillow.open(io.BytesIO(png)) as picture:
        flat = picture.convert("RGB")
    out = io.BytesIO()
    _reduced(flat).save(out, "PNG", optimize=True)
    return out.getvalue()


def _reduced(picture: Image) -> Image:
    """With the colours of the shapes exactly as they are.

    The quantizer alone turns white into FEFEFE, which shows as a grey box on a white page.
    """
    from PIL import Image as Pillow

    reduced = picture.quantize(COLOURS, method=Pillow.Quantize.FASTOCTREE, dither=Pillow.Dither.NONE)
    values = reduced.getpalette() or []
    entries: list[tuple[int, ...]] = [tuple(values[at : at + 3]) for at in range(0, len(values), 3)]
    for colour in _commonest(picture):
        nearest = min(range(len(entries)), key=lambda at: _distance(entries[at], colour))
        entries[nearest] = colour
    reduced.putpalette([part for entry in entries for part in entry])
    return reduced


def _commonest(picture: Image) -> list[tuple[int, ...]]:
    """The colours of the shapes, the most frequent last."""
    counted = [(count, colour) for count, colour in picture.getcolors(picture.width * picture.height) or ()]
    first = sorted(counted, key=lambda each: (-each[0], str(each[1])))[:SHAPES]
    return [colour for _, colour in reversed(first) if isinstance(colour, tuple)]


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
