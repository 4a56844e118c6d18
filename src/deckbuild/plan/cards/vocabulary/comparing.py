"""How two things are set beside each other, and how a sentence says which of them is the better."""

from __future__ import annotations

from .patterns import any_case, any_of, one_of

SIDES = any_case(
    r"\bvs\.?(?=\W)|\bversus\b|\bcompar(?:ed|ing|ison)",
    r"차이|비교",
    r"違い|比較",
    r"区别|區別|对比|對比",
)
"""A name under which two things are compared."""
BETTER = any_of(
    r"[가-힣A-Za-z)](?:이|가|은|는|게)\s(?:\S+\s){0,3}더\s?(?:욱\s)?(?:\S+\s)?[가-힣]*(?<![있없])(?<!존재하)(?<!존재한)다\.?\s*$",
    r"\b"
    + one_of(r"faster|slower|better|worse|cheaper|simpler|safer|larger|smaller", r"(?:more|less) \w+")
    + r" than\b",
    r"より.{1,12}(?:い|です|だ|である)[。.]?\s*$",
    r"比[^。]{1,20}(?:更|快|慢|好|高|低|大|小)",
)
"""A sentence that says of one of two what it is more than the other."""
