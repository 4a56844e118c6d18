"""What is left of a line of which one end was said in other words.

Who replaces a fact by its sibling changes words here and there; who says half of a line otherwise leaves the other half
standing in one piece.
"""

from __future__ import annotations

from .file import Record
from .keys import kind
from .likeness import is_slip
from .lines import common_end, kept_in_order, line_of, signs_of, swallows, weigh, words_of

REST, REST_FAR, REST_SHARE = 20, 24, 0.3
"""Weight of the end of a line that was left standing by which it is known in its section, and elsewhere in its note; and
its share of the line."""
STREWN = 0.25
"""Share of the other end that may stand there still: what was said in other words has none of the old ones."""


def rest_of_line(a: Record, b: Record, least: int) -> float:
    """The share that is left of a line; 0 where that is too little to know it by."""
    if a.type == "typed" or a.rule.startswith(("cell", "hole")) or kind(a) != kind(b):
        return 0.0
    old, new = signs_of(line_of(a)), signs_of(line_of(b))
    if not any(old[end] == new[end] or is_slip(old[end], new[end]) for end in (0, -1) if old and new):
        return 0.0
    begun, ended = common_end(old, new), common_end(old[::-1], new[::-1])
    is_frame = a.rule == "question" and begun <= weigh(words_of(a.text))
    kept = max(0 if is_frame else begun, ended)
    if a.rule.startswith("consequence") and kept < weigh(words_of(a.text)) / 2 + weigh(words_of(a.answer)):
        return 0.0
    share = kept / max(weigh(old), weigh(new))
    if kept < least or share < REST_SHARE or swallows(b, a):
        return 0.0
    strewn = kept_in_order(old, new) - kept
    return share if strewn <= STREWN * (weigh(old) - kept) else 0.0
