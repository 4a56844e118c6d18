"""Every word that boxes show, in reading order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from .page import Box, Grid, Image, Para, Shape


def written(boxes: Iterable[Box]) -> Iterator[str]:
    """The texts of boxes, paragraph by paragraph, and what is said of pictures."""
    for box in boxes:
        match box:
            case Shape(paras=paras):
                yield from map(_text, paras)
            case Grid(rows=rows):
                yield from (_text(para) for row in rows for cell in row.cells for para in cell.paras)
            case Image(alt=alt):
                yield alt


def _text(para: Para) -> str:
    return "".join(span.text for span in para.spans)


def letters(text: str) -> str:
    """What texts are compared by; raised and lowered digits are digits."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()
