"""Sentences in Korean that tell a reader what to do, though they end as definitions do."""

from __future__ import annotations

import re

_THING = re.compile(r"([가-힣])\s?것[.。!！]*$")
_FINAL_L = 8
"""The place of ㄹ among the consonants that a syllable can end in; there are 28 with none."""


def is_order(sentence: str) -> bool:
    """`제출할 것!`, `지우지 말 것`: what is to be done (a verb in -ㄹ), where `하는 것` says what something is."""
    found = _THING.search(sentence.rstrip())
    return found is not None and (ord(found[1]) - ord("가")) % 28 == _FINAL_L
