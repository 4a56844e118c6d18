"""What orders an exercise to be done, and what names a thing, from which nothing follows."""

from __future__ import annotations

import re

ORDERED = re.compile(r"(?:설명|서술|작성|구현|비교|정리)(?:하(?:시오|라|세요)|해\s?(?:주세요|보세요|보시오|봐라))\W*$")
A_THING = re.compile(r"[가-힣]\S*\s(?:\S+\s)*\S*(?:알고리즘|차이점?|과정|방법|방식|상황|대비|종료|시작|구조)\W*$")
"""A noun at the end of a Korean line: from a thing nothing follows."""
