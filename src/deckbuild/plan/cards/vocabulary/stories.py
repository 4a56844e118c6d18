"""What is true of one run of a program alone, and what a number says of a thing wherever that is met."""

from __future__ import annotations

import re

from .patterns import any_case, word

NUMBER = any_case(
    r"\W*\d[\d.,:/-]*\W*",
    r"\W*[A-Za-z]개?\W*",
    r"`?[a-z]{1,2}\s?[×*]\s?[a-z]{1,2}`?",
    r"[01]{5,}",
    r"\W*\d{5,}\s?(?:bytes?|바이트|초|ms)?\W*",
)
"""A number or a sign by itself: what came out, or what a drawing calls something."""
COUNTED = any_case(
    r"수\W*$|포트|크기|길이|용량|개수|갯수|비트|속도|주기|버전|연도|기본값|한도|최대|최소|상수|복잡도",
    word(
        r"ports?|sizes?|lengths?|counts?|numbers?|bits?|bytes?|years?|versions?|defaults?|limits?|max\w*",
        r"min\w*|rates?|speed|constants?|complexity|time|space",
    ),
    r"数|端口|大小|长度|年|ポート|サイズ|複雑|复杂",
)
"""What a number says of a thing wherever that is met (`HTTP port`)."""
OF_NUMBERS = any_case(
    r"포트|연도|연표|연대|날짜|번호|상수|기본값",
    word(r"ports?|years?|dates?|timeline|history|constants?|codes?", r"(?:atomic|port) numbers?"),
    r"端口|年表|年份|编号|ポート|番号",
)
"""A name above numbers that are worth knowing (`Well-known ports`, `Dates`)."""
GLOSS = re.compile(r"(?<!\s)\s*[(（](?=[^()（）]*[가-힣])[^()（）]*[)）]\s*$")
"""What explains a number behind it (`4 (소수점 이하 제거)`)."""
ROUTE = re.compile(r"`?(?:(?:GET|POST|PUT|PATCH|DELETE)\s)?/[\w{}:-]+(?:/[\w{}:-]+)*/?(?:\?\S*)?`?")
SYSTEM_FOLDER = re.compile(r"`?/(?:etc|var|usr|proc|dev|bin|sbin|home|opt|tmp|root|lib|mnt|sys|boot)\b")
"""A path that an author gave to a page (`/save`), and one that each system has."""
