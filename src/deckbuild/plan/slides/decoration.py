"""Titles in lists of titles, without the pictures that their authors put before and behind them.

There they lead nobody, and where no emoji font is installed each is an empty box; the slide itself keeps them.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from ...model import RichText
from ...richtext import between

_WORDS = re.compile(r"\S+")
_JOINERS = "\ufe0f\u200d"
_CJK_SYMBOLS = range(0x3000, 0x3400)
"""Wide symbols that are text: `㈜`, `㎡`, `〒`."""
_FLAGS = range(0x1F1E6, 0x1F200)
"""Letters of which two are a flag: not wide by themselves."""


def undecorated(title: RichText) -> RichText:
    """A title without the words at its ends that are emoji alone; all of it where it is nothing else."""
    words = list(_WORDS.finditer(title.plain))
    said = [word for word in words if not _is_emoji(word[0])]
    if not said or (said[0] is words[0] and said[-1] is words[-1]):
        return title
    return between(title, said[0].start(), said[-1].end())


def _is_emoji(word: str) -> bool:
    """Whether all of a word is shown as pictures: wide symbols (UAX #11 gives that width to what is an emoji by itself),
    others with the selector for a picture behind them, and what joins and tints them."""
    signs = [(sign, after) for sign, after in pairwise(f"{word} ") if sign not in _JOINERS]
    return bool(signs) and all(_is_picture(sign, after) for sign, after in signs)


def _is_picture(sign: str, after: str) -> bool:
    wide = unicodedata.east_asian_width(sign) == "W" and ord(sign) not in _CJK_SYMBOLS
    return unicodedata.category(sign) in ("So", "Sk") and (wide or ord(sign) in _FLAGS or after == "\ufe0f")
