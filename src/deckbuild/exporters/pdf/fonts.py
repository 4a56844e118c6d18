"""The fonts of a sheet. They come from packages: output never depends on what a machine has installed."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import json

MONO = "JetBrains Mono"
LATIN = "Noto Sans"
"""It has the letters that the first font lacks."""
PIECED = frozenset(
    "ĆćĊċČčĎďĖėĠġİĹĺĽľŔŕŘřŚśŠšŤťŹźŻżŽžǠǡǢǣǦǧǨǩǰǴǵǼǽǾǿȞȟȦȧȮȯȰȱȲȳḂḃḊḋḔḕḖḗḞḟḠḡḢḣḰḱṀṁṄṅṐṑṒṓṔṕṖṗṘṙṠṡṤṥṦṧṪṫẀẁẂẃẆẇẊẋẎẏ"
)
"""Letters whose marks the first font has by themselves only (č, ś, ż): it would set them beside their letters."""
SYMBOLS = "DejaVu Sans Mono"
"""Typst carries it; it has the arrows, ticks and signs that the others lack."""
_PACKAGES = (("manimgx_fonts_cjk", ""), ("fontpkg_jetbrains_mono", "files"), ("fontpkg_noto_sans", "files"))
_CJK = "Noto Sans CJK "
_BY_LANGUAGE = {"ko": "KR", "ja": "JP", "zh": "SC"}
_TRADITIONAL = {"tw": "TC", "hant": "TC", "hk": "HK", "mo": "HK"}


def body_fonts(language: str) -> list[str]:
    """Font families for text: the shapes of Han characters are those of the language."""
    return [_CJK + region(language), LATIN, MONO, SYMBOLS]


def mono_fonts(language: str) -> list[str]:
    """Font families for code."""
    return [MONO, _CJK + region(language), LATIN, SYMBOLS]


def with_fonts(data: dict[str, Any], language: str) -> bytes:
    """The data of a template as JSON, with its fonts: for words, for code, and `whole`, the letters in it that the first font
    of words has in pieces only.
    """
    whole = "".join(sorted(PIECED.intersection(json.encode(data).decode())))
    fonts = {"body": body_fonts(language), "mono": mono_fonts(language), "whole": whole}
    return json.encode(data | {"fonts": fonts})


def region(language: str) -> str:
    """The regional variant of Noto Sans CJK for an ISO 639 code, with or without a region (`zh-TW`)."""
    main, *more = language.lower().replace("_", "-").split("-")
    return next((_TRADITIONAL[part] for part in more if part in _TRADITIONAL), _BY_LANGUAGE.get(main, "KR"))


def region_code(language: str) -> str:
    """The ISO 3166 code of the region whose shapes of Han characters a language has."""
    return {"KR": "KR", "JP": "JP", "SC": "CN", "TC": "TW", "HK": "HK"}[region(language)]


@lru_cache(maxsize=1)
def loaded(region: str = "KR") -> Any:
    """The fonts for Typst: 10 to 40 ms. They are let go of when another region is set: Typst keeps all 31 MB of the first font
    for each region that it has seen.
    """
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in folders()])


def folders() -> list[Path]:
    """Where the font files lie."""
    found = []
    for package, below in _PACKAGES:
        spec = find_spec(package)
        if spec and spec.submodule_search_locations:
            found.append(Path(next(iter(spec.submodule_search_locations))) / below)
    return found
