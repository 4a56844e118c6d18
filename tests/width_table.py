"""Writes `plan/measure/widths.py`: the widest of the fonts that a slide may be shown in, character by character.

    python tests/width_table.py > src/deckbuild/plan/measure/widths.py

The slides name one face and no renderer is sure to have it: LibreOffice on Linux takes Noto Sans CJK for Hangul and
DejaVu Sans for Latin, PowerPoint has the face itself, which is narrower than both. A text that fits in the widest of
them fits in all. It needs fontTools, Noto Sans CJK and DejaVu Sans (Debian: fonts-noto-cjk, fonts-dejavu-core).
"""

import sys
from math import ceil

from fontTools.ttLib import TTFont

RANGES = (
    (0x20, 0x24F),
    (0x370, 0x3FF),
    (0x400, 0x45F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2100, 0x218B),
    (0x2190, 0x23FF),
    (0x2460, 0x27BF),
    (0x2900, 0x2BFF),
)
NOTO = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans{}.ttf"
FACES = {
    "REGULAR": ((NOTO.format("Regular"), 1), (DEJAVU.format(""), 0)),
    "BOLD": ((NOTO.format("Bold"), 1), (DEJAVU.format("-Bold"), 0)),
}
STEP, BASE, WIDEST, LINE = 0.02, 33, 92, 100
HEADER = '''"""How wide each character is: the widest of the fonts that a slide may be shown in. Written by `tests/width_table.py`.

`{first code point: one letter for each character}`; a letter stands for (its code - 33) / 50 of the font size.
"""

from __future__ import annotations
'''


def code(fonts: list[TTFont], point: int) -> str:
    """The letter for one character; one that no font has is taken for a full em."""
    widths = [em for font in fonts if (em := width(font, point)) is not None]
    return chr(BASE + min(WIDEST, ceil(max(widths, default=1.0) / STEP - 0.01)))


def width(font: TTFont, point: int) -> float | None:
    """The advance of a character in em, if the font has it."""
    glyph = font.getBestCmap().get(point)
    return font["hmtx"][glyph][0] / font["head"].unitsPerEm if glyph else None


def table(name: str, faces: tuple[tuple[str, int], ...]) -> str:
    """One table as a Python literal, in lines of 100 characters."""
    fonts = [TTFont(path, fontNumber=index) for path, index in faces]
    out = [f"{name}: dict[int, str] = {{"]
    for first, last in RANGES:
        letters = "".join(code(fonts, point) for point in range(first, last + 1))
        parts = [letters[i : i + LINE] for i in range(0, len(letters), LINE)]
        if len(parts) == 1:
            out.append(f"    0x{first:04X}: {literal(parts[0])},")
        else:
            out += [f"    0x{first:04X}: (", *(f"        {literal(part)}" for part in parts), "    ),"]
    return "\n".join([*out, "}"])


def literal(text: str) -> str:
    """In double quotes, as the formatter leaves it."""
    quote = "'" if '"' in text and "'" not in text else '"'
    return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote) + quote


if __name__ == "__main__":
    sys.stdout.write("\n".join([HEADER, *(table(name, faces) for name, faces in FACES.items()), ""]))
