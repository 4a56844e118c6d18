"""How a sentence says again what a name is: in brackets, by another name, as a verb."""

from __future__ import annotations

import re

from .patterns import any_of

DOES = re.compile(r"([가-힣]{2,4})(?:하|되|시키)[가-힣]")
GLOSS = any_of(
    r"\s*[(（]\s*(?:이하|즉|=|a\.?k\.?a)",
    r"\s*(?:또는|혹은|or|或者?|または|あるいは)(?=\s*\w)",
    r"(?:하|되|인|적)[가-힣]",
    r"(?:한|할|해|했|된|될|돼|됐|시키|시킨|시킬|시켜)(?=[가-힣\s])",
    r"\s?의\s(?:약자|약어|줄임말)",
    r"\s?이?라는\s(?:의미|뜻|용어)",
)
"""What says the blank once more, or shortened, or goes on within its word (`{추가}한다`)."""
NAMES = re.compile(r"\s?이?라고(?:도)?\s(?:불리는|부르는|하는)\s([A-Za-z]{2,})")
ALSO = re.compile(r"\b(?:also|commonly|sometimes) (?:known as|called|referred to as)\b", re.IGNORECASE)
