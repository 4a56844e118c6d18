"""Lines that say where a table or a figure is from: `Source: …`, `출처: …`."""

from __future__ import annotations

import re

_SOURCE = re.compile(
    r"\W*(?:(?:data |image |photo )?sources?|(?:photo |image )?credits?|photo|adapted from|"
    r"출처|자료|자료\s?출처|사진\s?출처|사진\s?제공|제공|出典|出所|資料|图片来源|圖片來源|来源|來源|资料来源|資料來源|"
    r"quelle|fuente|fonte)\s?[:：]\s*\S",
    re.IGNORECASE,
)
LONGEST = 200
"""Letters of a line that says where something is from."""


def says_origin(line: str) -> bool:
    """Whether a line says where what is above it is from."""
    return len(line) <= LONGEST and bool(_SOURCE.match(line))
