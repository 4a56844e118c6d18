"""Characters that no font of ours can show. PDF/UA allows none of them, and a reader of print sees a box."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

from ...diagnostics import Diagnostic, warning
from ...model import Place
from .coverage import RANGES

BOX = "□"
SUBSTITUTES = {
    "✅": "✓", "☑": "✓", "❎": "✗", "❌": "✗", "⭕": "○", "❓": "?", "❔": "?", "❗": "!", "❕": "!", "⭐": "★", "🌟": "★",
    "👉": "→", "👈": "←", "👆": "↑", "👇": "↓", "⬅": "←", "⬆": "↑", "⬇": "↓", "➕": "+", "➖": "−", "🔴": "●", "🟢": "●",
    "🟡": "●", "🔵": "●", "🟠": "●", "🟣": "●", "⚫": "●", "⚪": "○", "🔺": "▲", "🔻": "▼", "🔸": "◆", "🔹": "◆", "🔶": "◆",
    "🔷": "◆", "🆚": "vs", "🆗": "OK", "🚨": "⚠", "💯": "100", "‑": "-", "\u2028": " ", "\u2029": " ", "\u0085": " ",
    "\ufffd": BOX,
}  # fmt: skip
_JOINED = re.compile("\u200d[\u2190-\u27bf\U0001f000-\U0001faff]\ufe0f?")
"""What a picture sign is joined with (the ♀ of a woman who runs): without the sign it is none of the author's."""
_INVISIBLE = frozenset(("Cc", "Cf", "Cs"))
_SELECTORS = range(0xFE00, 0xFE10)
_NAMED = 24


@lru_cache(maxsize=1)
def _edges() -> tuple[int, ...]:
    """The first code point of each covered range and the one behind it, ascending."""
    edges: list[int] = []
    at = 0
    for number in RANGES.split():
        at += int(number, 36)
        edges.append(at)
    return tuple(edges)


@lru_cache(maxsize=8192)
def covered(char: str) -> bool:
    """Whether one of the fonts has a glyph for it."""
    return bisect_right(_edges(), ord(char)) % 2 == 1


class Cleaner:
    """Replaces what cannot be shown, and counts it."""

    def __init__(self) -> None:
        self.missing: Counter[str] = Counter()

    def clean(self, text: str) -> str:
        """The text with nothing in it that has no glyph. Invisible characters go without a word."""
        if text.isascii() and text.isprintable():
            return text
        composed = _JOINED.sub("", unicodedata.normalize("NFC", text))
        return "".join(
            char if char == "\n" or (covered(char) and _drawn(char)) else self._other(char) for char in composed
        )

    def _other(self, char: str) -> str:
        if char == "\t":
            return "    "
        if char in SUBSTITUTES:
            self.missing[char] += 1
            return SUBSTITUTES[char]
        category = unicodedata.category(char)
        if category in _INVISIBLE or not _drawn(char):
            return ""
        if category == "Zs":
            return " "
        plainer = unicodedata.normalize("NFKC", char)
        self.missing[char] += 1
        if plainer != char and all(map(covered, plainer)):
            return plainer
        return "" if category in ("So", "Sk", "Mn") else BOX

    def report(self, source: str, output: str = "sheet") -> tuple[Diagnostic, ...]:
        """One warning that names them all, or none."""
        if not self.missing:
            return ()
        signs = sorted(self.missing)
        named = " ".join(_named(sign) for sign in signs[:_NAMED]) + (" …" if len(signs) > _NAMED else "")
        count = self.missing.total()
        message = (
            f"{count} characters have no glyph in the fonts of the {output} and were replaced or left out: {named}"
        )
        return (warning(Place(source), "no-glyph", message, "use a word or a plain sign instead"),)


def _drawn(char: str) -> bool:
    """Whether it is more than a hint to the shaper: emoji selectors and key caps are of no use to our fonts."""
    return char.isprintable() and ord(char) not in _SELECTORS and char != "\u20e3"


def _named(sign: str) -> str:
    return sign if sign.isprintable() else f"U+{ord(sign):04X}"
