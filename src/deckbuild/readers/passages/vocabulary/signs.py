"""Signs that mean the same in every language: arrows, colons, the ends of sentences."""

from __future__ import annotations

import re

ARROW = r"(?:={1,4}>|-{1,4}>|[→⇒➡⟶▶➔➜][\ufe0e\ufe0f]?)"
LEADING_ARROW = re.compile(rf"^\s*(?!▶){ARROW}\s*")
"""`▶` at the start of a line is a bullet."""
INNER_ARROW = re.compile(rf"\s*(?<![-=<]){ARROW}(?![-=>])\s*")
EQUALS = re.compile(r"\s+=\s+|\s*＝\s*")
LABEL = re.compile(r"\s*(?::(?:\s+|$)|：\s*)")
DASH = re.compile(r"\s+[-–—]\s+(?=[^\W\d_]|[\"'“‘(「])")

SENTENCE_END = re.compile(r"[.!?。！？…](?:[)\]\"'”’」』）]*)$")
QUESTION_END = re.compile(r"[?？]\s*$")
UNFINISHED = re.compile(r"(?:[,，、]|고|며|면|땐|지만)$")
"""A line of a prose fence that ends so goes on in the next one (-했다면 ends in -면)."""
SENTENCE = re.compile(r"[^.!?。！？]*(?:[.!?](?=\S)[^.!?。！？]*)*[.!?。！？]?")
"""The first sentence of a statement; a dot within a word (`Node.js`) ends nothing."""
