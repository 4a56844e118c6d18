"""Where an address may be broken: a renderer that is not told cuts it in the middle of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from ...plan.slides.page import Span

SPACE = "\u200b"
"""Takes no room, and a line may end there (Unicode Standard Annex 14, class ZW)."""
LONG = 24
"""Letters of an address that may be longer than a line."""
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+", re.I)
_BREAK = re.compile(r"(?<=[^/]/)(?=[^/])|(?<=//)(?=[^/])|(?<=[^/?&#.=_-])(?=[?&#.=_-])")


def broken(span: Span) -> Iterator[Span]:
    """A run as runs between which a line may end, if it is a link by its address: LibreOffice breaks no line within one
    but anywhere, and gives the last of several in a row the colour of what follows, so that this one is nothing to see.
    Of other runs the addresses say where they may be broken."""
    parts = [] if span.formula else _ADDRESS.sub(lambda found: _marked(found[0]), span.text).split(SPACE)
    if len(parts) < 2:
        yield span
    elif not span.href:
        yield replace(span, text=SPACE.join(parts))
    else:
        yield from (replace(span, text=part + SPACE) for part in parts[:-1])
        yield from (replace(span, text=text) for text in (parts[-1], SPACE))


def _marked(address: str) -> str:
    return _BREAK.sub(SPACE, address) if len(address) > LONG else address
