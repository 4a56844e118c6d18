"""Writes `exporters/pdf/coverage.py`: the characters that the fonts of the sheet can show. Run it when a font changes.

    python tests/glyph_table.py

The packages' fonts are asked for their cmap (fontTools); DejaVu Sans Mono lies inside Typst, so Typst is asked to set each
remaining character under PDF/A, which names those that it could not.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from deckbuild.exporters.pdf import fonts

TARGET = Path(fonts.__file__).with_name("coverage.py")
WIDTH = 116
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
PROBE = """
#set document(title: "t")
#set page(height: auto)
#set text(font: json("fonts.json"), fallback: false)
#for c in json("chars.json") [#box(c) ]
"""


def packaged() -> set[int]:
    """The characters in the fonts that come as files."""
    found: set[int] = set()
    for folder in fonts.folders():
        for path in [*folder.glob("*.ttc"), *folder.glob("JetBrainsMono[[]*.ttf")]:
            found |= set(TTFont(path, fontNumber=0, lazy=True).getBestCmap())
        for path in folder.glob("NotoSans[[]*.ttf"):
            found |= {c for c in TTFont(path, lazy=True).getBestCmap() if unicodedata.category(chr(c))[0] not in "CZ"}
    return found


def inside_typst(candidates: list[int]) -> set[int]:
    """Those of the candidates that Typst could set with the font it carries."""
    bad: set[str] = set()
    for start in range(0, len(candidates), 3000):
        part = [chr(c) for c in candidates[start : start + 3000]]
        files = {"main.typ": PROBE, "chars.json": json.dumps(part), "fonts.json": json.dumps(fonts.body_fonts("ko"))}
        try:
            typst.compile({k: v.encode() for k, v in files.items()}, font_paths=fonts.loaded(), pdf_standards=["a-2b"])
        except typst.TypstError as problem:
            bad |= {
                _character(text) for text in re.findall(r'the text `"((?:\\.|[^"\\])+)"` could', problem.diagnostic)
            }
    return {c for c in candidates if chr(c) not in bad}


def _character(text: str) -> str:
    found = re.fullmatch(r"\\u\{([0-9a-f]+)\}", text)
    return chr(int(found[1], 16)) if found else text


def base36(number: int) -> str:
    """A number in few letters."""
    return (base36(number // 36) if number >= 36 else "") + DIGITS[number % 36]


def edges(points: Iterable[int]) -> list[int]:
    """Where covered ranges begin and end, each as the distance from the one before."""
    out: list[int] = []
    last = -2
    at = 0
    for point in sorted(points):
        if point != last + 1:
            out += [last + 1 - at] if out else []
            at = last + 1 if len(out) else 0
            out.append(point - at)
            at = point
        last = point
    return [*out, last + 1 - at]


def main() -> None:
    """Ask the fonts and write the table."""
    known = {c for c in packaged() if unicodedata.category(chr(c)) not in ("Cc", "Cs")}
    planes = [
        *range(0x21, 0x3100),
        *range(0xA640, 0xAC00),
        *range(0xFB00, 0xFFFE),
        *range(0x1D400, 0x1D800),
        *range(0x1F000, 0x1FB00),
    ]
    rest = [c for c in planes if c not in known and unicodedata.category(chr(c)) not in ("Cn", "Co", "Cs", "Cc", "Cf")]
    table = " ".join(base36(edge) for edge in edges(known | inside_typst(rest)))
    lines = [table[i : i + WIDTH] for i in range(0, len(table), WIDTH)]
    body = "\n".join(f'    "{line}"' for line in lines)
    TARGET.write_text(
        '"""Which characters the fonts of the sheet can show. Written by `tests/glyph_table.py`: run it, do not edit."""\n\n'
        "from __future__ import annotations\n\n"
        f"RANGES = (\n{body}\n)\n"
        '"""Distances in base 36: to the first character of a range, from there to the first behind it, and so on."""\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
