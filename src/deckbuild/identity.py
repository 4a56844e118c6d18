"""Which card is which: an identity made of what a card is about, so that a rebuild gives the same one.

It goes into Anki's `guid`, by which an import tells a known note from a new one.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~"
"""The 91 signs of Anki's own guids (`anki.utils.base91`)."""
LENGTH = 10
"""Signs in a guid: 64 bits and a little, as in Anki."""


def mint(deck: str, concept: Iterable[str], rule: str, text: str) -> str:
    """The guid of the card that `rule` makes of `text` in the section `concept` (its titles, outermost first).

    Case, white space, punctuation at the ends and the Unicode form do not count; numbers of sections and lines are
    no part of it, so that moving a section does not make its cards new.
    """
    meaning = "\x1f".join((folded(deck), *(folded(title) for title in concept), "", rule, folded(text)))
    number = int.from_bytes(hashlib.sha256(meaning.encode()).digest()[:9], "big")
    signs = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(reversed(signs))


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """What of a text counts for identity."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).strip(" .,:;!?…。、：？！")
