"""The paints of a plan as colours on paper: those of the light theme, since paper is white."""

from __future__ import annotations

import colorsys

INK, PAGE, QUIET, SURFACE = "1A1A18", "FFFFFF", "454440", "F3F2EE"
ACCENTS = ("123F96", "0A5142", "7C2A0D", "53277C", "4F4B00", "A3A199")
"""The five of the sections, and a neutral."""


def toned(colour: str, lum_mod: float = 1.0, lum_off: float = 0.0, sat_mod: float = 1.0) -> str:
    """A colour (RRGGBB) with luminance and saturation changed as DrawingML does (ECMA-376-1 §20.1.2.3.19–21, 26), in HSL."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, lum, sat = colorsys.rgb_to_hls(red, green, blue)
    changed = colorsys.hls_to_rgb(hue, min(lum * lum_mod + lum_off, 1.0), min(sat * sat_mod, 1.0))
    return "".join(f"{round(part * 255):02X}" for part in changed)


def _all() -> dict[str, str]:
    plain = {
        "page": PAGE,
        "surface": SURFACE,
        "ink": INK,
        "opener": INK,
        "quiet": QUIET,
        "solid": PAGE,
        "link": ACCENTS[0],
        "on": PAGE,
    }
    accents = dict(enumerate(ACCENTS, 1))
    return {
        **plain,
        "hairline": toned(ACCENTS[5], 0.6, 0.4),
        **{f"accent{n}": colour for n, colour in accents.items()},
        **{f"panel{n}": colour for n, colour in accents.items()},
        **{f"tint{n}": toned(colour, 0.15, 0.85, 0.4) for n, colour in accents.items()},
    }


PAINTS = {name: f"#{colour}" for name, colour in _all().items()}
"""Each name that a plan uses → a colour for Typst."""
