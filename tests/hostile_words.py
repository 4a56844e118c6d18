"""The words of a note that a reader sees, and which of them a text has."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt

_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0590-\u06ff가-힣\u3040-\u30ff\u4e00-\u9fff]+")
_FORMULA = re.compile(r"\$\$.*?\$\$|\$[^$\n]+\$", re.DOTALL)


_INLINE = re.compile(r"</?(?:strong|em|code|a|b|sup|sub)\b[^>]*>")
LONG = 20
"""Letters of a word that may be cut where a line ends."""


def words(note: str) -> list[str]:
    """All words of a note, without what only steers: tags, addresses behind links, the commands within formulas."""
    rendered = MarkdownIt("commonmark", {"maxNesting": 200}).enable("table").render(_FORMULA.sub(" ", note))
    text = re.sub(r"<!--.*?-->|<[^>]*>", " ", _INLINE.sub("", rendered), flags=re.DOTALL)
    return words_in([html.unescape(text)])


def words_in(texts: Iterable[str]) -> list[str]:
    """The words of texts in their order, composed: a letter and its accents are one character where there is one."""
    return [word for text in texts for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def seen(wanted: Sequence[str], among: Sequence[str]) -> float:
    """The share of words that are among others; a long one may be there in parts."""
    known, joined = set(among), "".join(among)
    found = sum(word in known or (len(word) > LONG and word in joined) for word in wanted)
    return found / len(wanted) if wanted else 1.0
