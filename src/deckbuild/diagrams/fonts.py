"""The fonts that pictures are drawn with: two packages, so that a picture never depends on what is installed.

resvg 0.48 chooses Regular and Bold from the variable Noto Sans CJK by `font-weight` (seen, not assumed: the file's
default is Thin). It drops letters that no font has without a word, hence `missing`.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from mmap import ACCESS_READ, mmap
from struct import iter_unpack, unpack_from


@lru_cache(maxsize=1)
def paths() -> tuple[str, ...]:
    """Where the font files are: text first, then code."""
    code = files("fontpkg_jetbrains_mono") / "files" / "JetBrainsMono[wght].ttf"
    return str(_text()), str(code)


def _text() -> Traversable:
    return files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"


@lru_cache(maxsize=1)
def _covered() -> tuple[tuple[int, int], ...]:
    """From which letter to which the text font goes, in order. Its table is read here: a library that knows fonts takes
    half a second, for it names each of the 44,000 glyphs."""
    with _text().open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as font:
        return _ranges(font)


def _ranges(font: mmap) -> tuple[tuple[int, int], ...]:
    """The groups of format 12 in the table `cmap` of the first font in a collection (OpenType 1.9)."""
    (first,) = unpack_from(">I", font, 12)
    (tables,) = unpack_from(">H", font, first + 4)
    records = iter_unpack(">4s3I", font[first + 12 : first + 12 + 16 * tables])
    cmap = next(start for tag, _, start, _ in records if tag == b"cmap")
    (parts,) = unpack_from(">H", font, cmap + 2)
    starts = (cmap + start for _, _, start in iter_unpack(">HHI", font[cmap + 4 : cmap + 4 + 8 * parts]))
    part = next(start for start in starts if unpack_from(">H", font, start)[0] == 12)
    (length,) = unpack_from(">I", font, part + 4)
    return tuple((low, high) for low, high, _ in iter_unpack(">3I", font[part + 16 : part + length]))


def _held(char: str) -> bool:
    """Whether the text font has a letter."""
    at = bisect_right(_covered(), (ord(char), sys.maxunicode)) - 1
    return at >= 0 and ord(char) <= _covered()[at][1]


def missing(text: str) -> str:
    """The letters that no font of ours has, each once. Common letters are known to be there without a look."""
    unsure = [char for char in dict.fromkeys(text) if not _common(char)]
    return "".join(char for char in unsure if not _held(char))


def _common(char: str) -> bool:
    return char.isspace() or char <= "\u024f" or "\uac00" <= char <= "\ud7a3" or "\u4e00" <= char <= "\u9fa5"
