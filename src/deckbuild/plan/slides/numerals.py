"""What hangs before an item of a list: its sign, or the number that counts it."""

from __future__ import annotations

from ...model import List

COUNTED = range(1, 32_768)
"""What DrawingML counts with (`ST_TextBulletStartAtNum` of ECMA-376 part 1); any other numeral is a sign."""


def counted(block: List, n: int) -> tuple[str, int]:
    """The sign and the number of the item with the index `n`."""
    if block.style != "ordered":
        return "•", 0
    number = block.start + n
    return ("", number) if number in COUNTED else (str(number), 0)
