"""Reads the letters, pictures and frames of a page of a PDF, with the boxes of their ink."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Box(NamedTuple):
    """A rectangle in pt from the upper left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def area(self) -> float:
        return max(0.0, self.x1 - self.x0) * max(0.0, self.bottom - self.top)

    def shared(self, other: Box) -> float:
        """The area that both cover."""
        wide = min(self.x1, other.x1) - max(self.x0, other.x0)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * tall if wide > 0 and tall > 0 else 0.0

    def holds(self, other: Box, slack: float = 0.6) -> bool:
        """Whether another lies within it."""
        across = self.x0 - slack <= other.x0 and other.x1 <= self.x1 + slack
        return across and self.top - slack <= other.top and other.bottom <= self.bottom + slack


class Glyph(NamedTuple):
    """A letter as it was drawn: its ink, its size in pt and its font."""

    char: str
    box: Box
    size: float
    font: str


def glyphs_of(page: pypdfium2.PdfPage, height: float) -> Iterator[Glyph]:
    text = page.get_textpage()
    name = ctypes.create_string_buffer(128)
    edges = [ctypes.c_double() for _ in range(4)]
    matrix, flags = pdfium.FS_MATRIX(), ctypes.c_int()
    high = 0
    for i in range(text.count_chars()):
        unit = pdfium.FPDFText_GetUnicode(text, i)
        if 0xD800 <= unit < 0xDC00:  # the first half of a character that UTF-16 has in two
            high = unit
            continue
        char = chr(0x10000 + ((high - 0xD800) << 10) + unit - 0xDC00) if 0xDC00 <= unit < 0xE000 else chr(unit)
        if char.isspace() or pdfium.FPDFText_IsGenerated(text, i):
            continue
        pdfium.FPDFText_GetCharBox(text, i, *edges)
        pdfium.FPDFText_GetMatrix(text, i, matrix)
        left, right, bottom, top = (edge.value for edge in edges)
        pdfium.FPDFText_GetFontInfo(text, i, name, 128, flags)
        size = pdfium.FPDFText_GetFontSize(text, i) * (matrix.c**2 + matrix.d**2) ** 0.5
        yield Glyph(char, Box(left, height - top, right, height - bottom), size, _family(name.value))


@lru_cache(maxsize=64)
def _family(name: bytes) -> str:
    return name.decode("utf-8", "replace").split("+")[-1]


def shapes_of(page: pypdfium2.PdfPage, height: float) -> Iterator[tuple[int | str, Box]]:
    """Images, and the frames round sections: stroked paths at least a tenth of the page wide."""
    for shape in page.get_objects(max_depth=8):
        if shape.type not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            continue
        left, bottom, right, top = shape.get_bounds()
        box = Box(left, height - top, right, height - bottom)
        if shape.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield shape.type, box
        elif _is_frame(shape, box, page.get_width()):
            yield "frame", box


def _is_frame(shape: pypdfium2.PdfObject, box: Box, width: float) -> bool:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape.raw, mode, stroked)
    thick = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(shape.raw, thick)
    return bool(stroked.value) and box.x1 - box.x0 > 0.1 * width and box.bottom - box.top > 8 and thick.value < 1
