"""One form of letters and line ends for all that is read."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)) if chr(code) not in "\t\n"]
_INVISIBLE = re.compile("[" + "".join(map(chr, [*_CONTROLS, *map(ord, "\u00ad\u200b\u2060\ufeff")])) + "]+")
_NON_JOINER = re.compile("(?<![\u0600-\u0dff])\u200c")
"""A zero-width non-joiner, where it is no letter of the script: Persian and Indic words need theirs."""
_SEPARATORS = str.maketrans("\xa0\u2028\u2029", "   ")
_JOINER = "\u034f"
_MARKS = re.compile(rf"[^\w\s\x00-\u02ff{_JOINER}]{{64}}(?=[^\w\s\x00-\u02ff{_JOINER}])")
"""Where a great many combining marks may follow each other: no word has so many, and sorting them is quadratic."""


def normalised(text: str) -> str:
    """NFC, `\\n` line ends, no byte order mark, no invisible characters; no-break spaces and U+2028 are spaces.

    Linear: an endless run of combining marks is cut by a grapheme joiner, as in UAX #15, Stream-Safe Text Format.
    """
    plain = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if plain.isascii():
        return plain
    plain = _NON_JOINER.sub("", plain.translate(_SEPARATORS))
    return unicodedata.normalize("NFC", _MARKS.sub(_joined, plain))


def _joined(run: re.Match[str]) -> str:
    return run[0] + _JOINER if all(map(unicodedata.combining, run[0])) else run[0]
