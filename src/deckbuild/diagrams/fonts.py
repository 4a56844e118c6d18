"""The fonts that pictures are drawn with: two packages, so that a picture never depends on what is installed.

resvg 0.48 chooses Regular and Bold from the variable Noto Sans CJK by `font-weight` (seen, not assumed: the file's
default is Thin). It drops letters that no font has without a word, hence `missing`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def paths() -> tuple[str, ...]:
    """Where the font files are: text first, then code."""
    text = files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"
    code = files("fontpkg_jetbrains_mono") / "files" / "JetBrainsMono[wght].ttf"
    return str(text), str(code)


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    from fontTools.ttLib import TTCollection  # type: ignore[import-untyped]

    with TTCollection(paths()[0], lazy=True) as collection:
        return frozenset(collection.fonts[1].getBestCmap())


def missing(text: str) -> str:
    """The letters that no font of ours has, each once. Common letters are known to be there without a look."""
    unsure = [char for char in dict.fromkeys(text) if not _common(char)]
    return "".join(char for char in unsure if ord(char) not in _covered()) if unsure else ""


def _common(char: str) -> bool:
    return char.isspace() or char <= "\u024f" or "\uac00" <= char <= "\ud7a3" or "\u4e00" <= char <= "\u9fa5"
