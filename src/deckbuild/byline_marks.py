"""By what a short line at the head of a note says who teaches it, or which lecture of a course it is."""

from __future__ import annotations

import re

MAX_BYLINE = 80
"""Letters of such a line."""
_ROLES = "|".join(
    (
        r"(?:담당|지도|책임)\s?교수|담당(?:자|강사)?|교수(?:님|자)?|강사|교사|선생님|조교|(?:작성|발표|기록)자|글쓴이",
        r"(?:co-?)?(?:lecturer|instructor|professor|prof\.?|teacher|author|presenter|speaker|tutor|teaching assistant)s?",
        r"(?:taught|presented|written) by",
        r"担当(?:教[員官授]|講師|者)?|講師|教員|教授|(?:発表|作成|記録|執筆)者|著者|先生",
        r"讲师|主[讲講](?:人|教师|老师)?|(?:授课|任课|授課|任課)(?:教[师師]|老[师師])|教[师師]|老[师師]|作者|[记記][录錄]人",
    )
)
_ROLE = re.compile(rf"(?:^|[\s/·|,，、・(（])(?:{_ROLES})\s?[:：]\s*[^\W\d_]", re.IGNORECASE)
_SESSION = re.compile(
    r"(?:^|\s)第\s?\d{1,3}\s?[回講讲课課周週](?=\s|$|[/·|,:：、・])|(?:^|\s)\d{1,2}\s?(?:주차|차시|회차)(?=\s|$|[/·|,:：])|"
    r"(?:^|[/·|,:–—-]\s?)(?:week|lecture|session|lesson)\s\d{1,3}(?=\s*(?:$|[/·|,:–—]))",
    re.IGNORECASE,
)
_STATES = re.compile(r"[.!?。！？](?:\s|$)|[가-힣]다$|(?:です|ます|である)$")


def is_byline(line: str) -> bool:
    """Whether a line names a person by a role (`担当：佐藤`), or counts the lecture (`7주차`), and states nothing."""
    if len(line) > MAX_BYLINE or _STATES.search(line.replace("Prof.", "Prof")):
        return False
    return bool(_ROLE.search(line) or _SESSION.search(line))
