"""What is true of one run or one program alone: a value that was measured there, a page of it."""

from __future__ import annotations

import re

from .vocabulary.patterns import any_case, word

_NUMBER = any_case(
    r"\W*\d[\d.,:/-]*\W*",
    r"\W*[A-Za-z]개?\W*",
    r"`?[a-z]{1,2}\s?[×*]\s?[a-z]{1,2}`?",
    r"[01]{5,}",
    r"\W*\d{5,}\s?(?:bytes?|바이트|초|ms)?\W*",
)
"""A number or a sign by itself: what came out, or what a drawing calls something."""
_COUNTED = any_case(
    r"수\W*$|포트|크기|길이|용량|개수|갯수|비트|속도|주기|버전|연도|기본값|한도|최대|최소|상수|복잡도",
    word(
        r"ports?|sizes?|lengths?|counts?|numbers?|bits?|bytes?|years?|versions?|defaults?|limits?|max\w*",
        r"min\w*|rates?|speed|constants?|complexity|time|space",
    ),
    r"数|端口|大小|长度|年|ポート|サイズ|複雑|复杂",
)
"""What a number says of a thing wherever that is met (`HTTP port`)."""
_GLOSS = re.compile(r"(?<!\s)\s*[(（](?=[^()（）]*[가-힣])[^()（）]*[)）]\s*$")
"""What explains a number behind it (`4 (소수점 이하 제거)`)."""
_ROUTE = re.compile(r"`?(?:(?:GET|POST|PUT|PATCH|DELETE)\s)?/[\w{}:-]+(?:/[\w{}:-]+)*/?(?:\?\S*)?`?")
_SYSTEM_FOLDER = re.compile(r"`?/(?:etc|var|usr|proc|dev|bin|sbin|home|opt|tmp|root|lib|mnt|sys|boot)\b")
"""A path that an author gave to a page (`/save`), and one that each system has."""


def of_one_run(asked: str, answer: str) -> bool:
    """Whether an answer is but a number or a sign (`끝점`: `9`), where what is asked for has no fixed value; or a page
    of somebody's program."""
    if _ROUTE.fullmatch(answer):
        return not _SYSTEM_FOLDER.match(answer)
    answer = _GLOSS.sub("", answer)
    return bool(_NUMBER.fullmatch(answer)) and not (_COUNTED.search(asked) and any(map(str.isdigit, answer)))
