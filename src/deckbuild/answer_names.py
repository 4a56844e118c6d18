"""What authors call an answer: before it (`Answer: b`), above it, and on what hides it. One table for all who look for it."""

from __future__ import annotations

import re

ANSWER = "Answer|ANSWER|Ans|정답|해답|답안|답|答案|解答|正解|答え?"
"""The names of an answer; a reader that takes small letters as well matches them so."""
WORKED = "Solution|SOLUTION|Sol|풀이|해설|解き方|解法|解説|解析|解|详解|詳解"
"""The names of what works an answer out: it is the answer of a question that has no other, and else explains that."""
WORKS = re.compile(rf"\s*(?:\*\*|__)?(?i:{WORKED})(?:\*\*|__)?\s*[:：]\s*(?:\*\*|__)?\s*(?P<said>\S.*)$")
"""A line that begins by saying so."""
CORRECT = r"(?:The\s)?(?:(?:Correct|Right)\s)?"
"""What may stand before an English one."""
TELLS = re.compile(rf"\W*{CORRECT}(?:{ANSWER})(?:\s?\d{{0,3}}\s*[:：]|\s(?:is|are)\b|[은는]\s|は)", re.IGNORECASE)
"""A line that begins by saying that it tells the answer."""
