"""A QR code (ISO/IEC 18004) that leads from paper to where the note came from."""

from __future__ import annotations

import io
from urllib.parse import urlsplit

MOST_LETTERS = 300
"""A longer address gives a code too fine for a bad printer."""
MOST_SHOWN = 42


def svg_of(url: str) -> bytes:
    """The code as SVG, black on white; a fourth of it may be damaged."""
    import segno

    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="svg", border=0, light="#fff", xmldecl=False)
    return out.getvalue()


def label_of(url: str) -> str:
    """An address as people read it: without its scheme, its end left out where it is long."""
    parts = urlsplit(url)
    text = (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
