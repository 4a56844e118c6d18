"""Words and visible text: what both sides of an account are counted in."""

from __future__ import annotations

import html
import re
import unicodedata

_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|template|head)\b.*?(?:</\1\s*>|\Z)|<[/!?]?[A-Za-z][^<>]*>", re.DOTALL | re.I
)
_APART = re.compile(
    r"<[/]?(?:br|hr|p|div|center|t[dhr]|table|li|[uod]l|d[td]|h[1-6]|img|details|summary|blockquote|pre)\b", re.I
)
_MARKUP = str.maketrans("", "", "*_~=$\\`")
_WIDE = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_WIDE}]|[^\W_{_WIDE}]+")
"""Japanese and Chinese have no spaces, so that each of their letters counts by itself."""
_ASCII_WORD = re.compile(r"[0-9A-Za-z]+")


def words(text: str) -> list[str]:
    """The words of a text, folded so that spelling in another Unicode form is the same word."""
    if text.isascii():
        return _ASCII_WORD.findall(text.translate(_MARKUP).lower())
    plain = unicodedata.normalize("NFKC", text).translate(_MARKUP)
    plain = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    return _WORD.findall(plain.casefold())


def without_tags(source: str) -> str:
    """What is left to see. Newlines stay, so that lines keep their numbers; a box sets apart what is around it."""
    if "<" not in source and "&" not in source:
        return source
    return html.unescape(_UNSEEN.sub(lambda m: "\n" * m[0].count("\n") or " " * bool(_APART.match(m[0])), source))
