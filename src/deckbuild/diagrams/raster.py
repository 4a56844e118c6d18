"""An SVG that somebody else drew → PNG, with our own fonts, for all who cannot show SVG."""

from __future__ import annotations

from . import fonts
from .png import LONGEST


def rasterised(svg: str, width: float, height: float) -> bytes:
    """A PNG whose longer side is that of a slide, with the drawing's own ground, which may be none.

    The drawing must be one that `images.vector.drawing` has written: resvg loads what another names. Raises `ValueError` where
    it cannot be drawn.
    """
    import resvg_py

    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                width=LONGEST if width >= height else None,
                height=LONGEST if width < height else None,
                skip_system_fonts=True,
                font_files=list(fonts.paths()),
                font_family="Noto Sans CJK KR",
                serif_family="Noto Sans CJK KR",
                sans_serif_family="Noto Sans CJK KR",
                monospace_family="JetBrains Mono",
            )
        )
    except BaseException as fault:
        if type(fault).__name__ == "PanicException" or isinstance(fault, Exception):
            raise ValueError(f"the SVG cannot be drawn: {fault}") from None
        raise
