"""What authors set before what they still mean to do (`TODO: …`): all behind it is theirs, however long. One table for
those who read it and those who show it."""

from __future__ import annotations

import re

_NAMES = "|".join(
    (
        r"(?-i:TODO|FIXME|XXX)\b",
        r"@?to-?do\b",
        r"(?:해야\s?)?할\s?일|(?:작성|추가|보충|확인|수정)\s?(?:예정|필요)",
        r"要(?:確認|調査|追記|修正)|や(?:る|るべき)こと",
        r"待(?:补充|補充|续|續|完善|整理|确认|確認|办|辦)(?:事[项項])?",
    )
)
_WHO = r"(?:\s?[(（][^()（）]{1,24}[)）])?"
_MARK = re.compile(
    rf"[\W_]*(?:{_NAMES}){_WHO}[\]】)）]?\s*[:：]|\s*[\[【(（](?:{_NAMES})[\]】)）](?=.*\w)",
    re.IGNORECASE | re.DOTALL,
)
"""The mark with its colon (`TODO:`, `TODO(kim):`), or in brackets before something (`[TODO] …`)."""


_BEHIND = re.compile(rf"(?<=[.!?。！？])\s*(?=(?:TODO|FIXME|XXX){_WHO}\s?[:：])")
MAX_MARK = 80
"""Letters within which a mark ends."""


def is_marked(plain: str) -> bool:
    """Whether a text begins with the mark of a to-do."""
    return bool(_MARK.match(plain[:MAX_MARK]))


def behind_sentence(plain: str) -> int:
    """Where such a mark stands behind the end of a sentence; below 0 where none does."""
    found = _BEHIND.search(plain)
    return found.end() if found else -1
