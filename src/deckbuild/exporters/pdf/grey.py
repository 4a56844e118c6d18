"""Pictures without colour, each spot as light as it was, so that what could be told apart by light still can."""

from __future__ import annotations

import io
import re

from ...images.pixels import plain

_TAG = re.compile(r"<[^<>]*>")
_COLOUR = re.compile(r"""((?:fill|stroke|color)\s*[:=]\s*["']?)(#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3}))(?![0-9a-fA-F])""")
_WEIGHTS = (0.2126, 0.7152, 0.0722)
"""What red, green and blue give of light (WCAG 2.2, relative luminance)."""


def grey_drawing(svg: str) -> str:
    """A drawing with each of its colours as a grey; its words may be about colours."""
    return _TAG.sub(lambda tag: _COLOUR.sub(lambda found: found[1] + _grey(found[2]), tag[0]), svg)


def grey_pixels(data: bytes) -> bytes:
    """A picture as a PNG in greys, what was clear in it still clear."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        image.load()
        whole = plain(image)
    out = io.BytesIO()
    whole.convert("LA" if "A" in whole.getbands() else "L").save(out, "PNG")
    return out.getvalue()


def _grey(colour: str) -> str:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    light = sum(weight * _linear(part) for weight, part in zip(_WEIGHTS, parts, strict=True))
    return f"#{round(255 * _curved(light)):02x}" + f"{round(255 * _curved(light)):02x}" * 2


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _curved(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
