"""Alphabets of mathematics: letters → the characters that Unicode has for bold, script, Fraktur and the like.

Unicode 15, block Mathematical Alphanumeric Symbols (U+1D400); the letters that it leaves out stood elsewhere before.
"""

from __future__ import annotations

from typing import Literal

Alphabet = Literal["", "upright", "bold", "italic", "bold italic", "script", "fraktur", "blackboard", "sans", "mono"]

_LATIN: dict[Alphabet, int] = {
    "bold": 0x1D400,
    "italic": 0x1D434,
    "bold italic": 0x1D468,
    "script": 0x1D49C,
    "fraktur": 0x1D504,
    "blackboard": 0x1D538,
    "sans": 0x1D5A0,
    "mono": 0x1D670,
}
_GREEK: dict[Alphabet, int] = {"bold": 0x1D6A8, "italic": 0x1D6E2, "bold italic": 0x1D71C}
_DIGITS: dict[Alphabet, int] = {
    "bold": 0x1D7CE,
    "bold italic": 0x1D7CE,
    "blackboard": 0x1D7D8,
    "sans": 0x1D7E2,
    "mono": 0x1D7F6,
}
_ELSEWHERE: dict[Alphabet, dict[str, str]] = {
    "italic": {"h": "ℎ"},
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
    "blackboard": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
}
_GREEK_SIGNS = "∂ϵϑϰϕϱϖ"
"""What follows the small letters in each Greek alphabet."""


def styled(char: str, alphabet: Alphabet) -> str:
    """The character of an alphabet, or the one given where that has none."""
    if alphabet in ("", "upright"):
        return char
    if char in (elsewhere := _ELSEWHERE.get(alphabet, {})):
        return elsewhere[char]
    if (place := _place(char, alphabet)) is not None:
        return chr(place)
    return char


def _place(char: str, alphabet: Alphabet) -> int | None:
    if "A" <= char <= "Z" and alphabet in _LATIN:
        return _LATIN[alphabet] + ord(char) - ord("A")
    if "a" <= char <= "z" and alphabet in _LATIN:
        return _LATIN[alphabet] + 26 + ord(char) - ord("a")
    if "0" <= char <= "9" and alphabet in _DIGITS:
        return _DIGITS[alphabet] + ord(char) - ord("0")
    return _greek(char, alphabet)


def _greek(char: str, alphabet: Alphabet) -> int | None:
    first = _GREEK.get(alphabet)
    if first is None:
        return None
    if "Α" <= char <= "Ω":
        return first + ord(char) - ord("Α")
    if char == "∇":
        return first + 25
    if "α" <= char <= "ω":
        return first + 26 + ord(char) - ord("α")
    return first + 51 + _GREEK_SIGNS.index(char) if char in _GREEK_SIGNS else None


def italic(char: str) -> str:
    """A variable as it is drawn. Capital Greek letters stand upright, as TeX sets them."""
    return char if "Α" <= char <= "Ω" or char == "∇" else styled(char, "italic")
