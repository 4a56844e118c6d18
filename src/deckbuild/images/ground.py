"""Which ground a picture needs: dark ink on nothing cannot be read on a dark page, nor pale ink on a white one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

from .pixels import plain

if TYPE_CHECKING:
    from PIL.Image import Image

Ground = Literal["", "white", "black"]
"""What is laid under a picture; nothing where it can be read as it is."""

SIDE = 400
"""Pixels of the longer side that are looked at."""
CLEAR = 0.02
"""Share of pixels that one sees through, from which on the page is the ground of a picture."""
LOST_INK = 0.15
"""Share of the ink at the edge of what one sees through that may be hard to tell from the page."""
BLOCK = 0.95
"""How much of its frame a picture fills that is a window with round corners, and so has a ground of its own."""
DARK, PALE = 110, 215
"""Luma (ITU-R BT.601, 0–255) below which ink is lost on a dark page, and above which on a white one."""
WHITE, WHITE_EDGE = 243, 0.9
"""The least luma of a white ground, and how much of the outermost pixels it takes up."""


def ground(data: bytes, dark: bool) -> Ground:
    """What to lay under a picture on a dark page, or on one that is not. Bytes that cannot be read need nothing."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            if not image.has_transparency_data:
                return "white" if dark and _is_white(_small(image, "L")) else ""
            return _under(_small(image, "RGBA"), dark)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""


def _small(image: Image, mode: str) -> Image:
    """Every so many pixels as they are: mixing them would make pale what is thin."""
    from PIL.Image import Resampling

    image.draft(mode if mode == "L" else None, (SIDE, SIDE))
    share = SIDE / max(*image.size, SIDE)
    size = (max(round(image.width * share), 1), max(round(image.height * share), 1))
    direct = image if image.mode in ("RGB", "RGBA", "L", "LA", "CMYK") else plain(image)
    return direct.resize(size, Resampling.NEAREST).convert(mode)


def _is_white(image: Image) -> bool:
    """Whether the outermost pixels are white, as round a drawing or a page of text."""
    return _edge_share(image) >= WHITE_EDGE


def _edge_share(image: Image) -> float:
    """The share of white among the pixels at the four edges of a grey picture."""
    w, h = image.size
    strips = ((0, 0, w, 1), (0, h - 1, w, h), (0, 0, 1, h), (w - 1, 0, w, h))
    counts = [image.crop(strip).histogram() for strip in strips]
    return sum(sum(each[WHITE:]) for each in counts) / max(sum(map(sum, counts)), 1)


def _under(image: Image, dark: bool) -> Ground:
    """What the ink of a picture with transparency needs: it is looked at where it meets what one sees through."""
    from PIL import ImageChops, ImageFilter

    solid = image.getchannel("A").point([255 if value >= 128 else 0 for value in range(256)])
    seen = solid.histogram()
    if seen[0] < CLEAR * (seen[0] + seen[255]):
        return "white" if dark and _is_white(image.convert("RGB").convert("L")) else ""
    left, top, right, bottom = solid.getbbox() or (0, 0, 0, 0)
    if seen[255] >= BLOCK * (right - left) * (bottom - top):
        return ""
    rim = ImageChops.subtract(solid, solid.filter(ImageFilter.MinFilter(3)))
    luma = image.convert("RGB").convert("L").histogram(rim)
    if dark:
        return "white" if sum(luma[:DARK]) > LOST_INK * sum(luma) else ""
    # White shapes with a dark outline are read by that: only ink that is pale throughout is lost on a white page.
    return "black" if sum(luma[PALE:]) > (1 - LOST_INK) * sum(luma) else ""
