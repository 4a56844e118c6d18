"""What the name of a list, or an item of it, is called where the list is no set of things."""

from __future__ import annotations

import re

from .patterns import any_of, one_of

CASE = re.compile(r"(?:때|하면|라면|다면)\W*$|^\W*(?:when|if)\b", re.IGNORECASE)
"""The name of a case: what is listed below it are no kinds of it."""
DOING = re.compile(r"(?:분석|이용|활용|이해|정리|설명|사용|비교|소개)\W*$")
"""A title that says what is done in a section: what is numbered below it are no things of one name."""
CHAPTER = re.compile(r"[가-힣A-Za-z]의\s(?:구조|개요|개념|정의|소개)\W*$")
"""An item that is the title of a section."""
SENTENCE = re.compile(
    r"(?:다|요|[.。]|[가-힣](?:음|함|됨|옴|김|짐)|(?:\s|[을를이가]\s?)(?:발생|사용|확인|저장|이동|전달|실행))\s*$"
)
PREDICATE = any_of(
    one_of(
        r"[가-힣](?:다|요|음|함|됨|임)",
        r"[가-힣]\s?(?:어려움|쉬움|높음|낮음|가능|불가능|용이|필요|증가|감소|저하|향상)",
    )
    + r"[.。]?\s*$",
)
"""What ends a statement, be it in short."""
