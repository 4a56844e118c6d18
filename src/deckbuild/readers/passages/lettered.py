"""Choices to which their author gave no signs: boxes to tick, or bullets of which a line below names one.

Answers refer to choices by their signs, and so do people in a room: those without get letters, or numbers in circles
where the language of the question has them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...questions import sign_of
from .. import blocks as b
from .marks import Marked
from .offered import Row, first_line, in_full
from .stems import may_ask
from .told import RIGHT
from .veiled import veiled

_LETTERS = tuple(f"{letter}. " for letter in "ABCDEFGH")
_NUMBERS = tuple(f"{number}) " for number in range(1, 10))
_CIRCLED = tuple(f"{number} " for number in "①②③④⑤⑥⑦⑧⑨")
_CIRCLING = re.compile(r"[가-힣ぁ-ヺ]")


def lettered(choices: Sequence[str], stem: str, signs: Sequence[str] = ()) -> list[str]:
    """Choices with their signs; none where one has a sign of its own, or where they are too many or too few."""
    signs = signs or (_CIRCLED if _CIRCLING.search(stem) else _LETTERS)
    if any(map(sign_of, choices)) or not 2 <= len(choices) <= len(signs):
        return []
    return [sign + choice for sign, choice in zip(signs, choices, strict=False)]


def with_letters(nodes: Sequence[Marked], i: int) -> Sequence[Marked]:
    """The nodes with signs for the bullets below a question, where what follows them names one of them as the right one."""
    first, *below = nodes[i : i + 3]
    listed = below[0] if below else None
    if not isinstance(first, b.Paragraph) or not isinstance(listed, b.ItemList) or listed.ordered or not may_ask(first):
        return nodes
    *before, last = (only_text(item) for item in listed.items)
    kept, _, end = last.rpartition("\n")
    told = [end] if kept and RIGHT.match(end) else []
    choices = [" ".join(each.split()) for each in (*before, kept if told else last)]
    said = _said(b.Paragraph(told[0], listed.end, listed.end) if told else below[1]) if told or below[1:] else ""
    for signs in ((), _LETTERS, _NUMBERS) if said and all(choices) else ():
        found = lettered(choices, first.text, signs)
        if found and in_full(said, [Row(each, listed.line, 0) for each in found]) != said:
            text = b.Paragraph("\n".join((*found, *told)), listed.line, listed.end)
            return [*nodes[: i + 1], text, *nodes[i + 2 :]]
    return nodes


def only_text(item: b.Item) -> str:
    """The text of an item that has nothing else."""
    return item.body[0].text if len(item.body) == 1 and isinstance(item.body[0], b.Paragraph) else ""


def _said(node: Marked) -> str:
    """What a node tells as the answer, nothing where it tells none."""
    hidden = veiled(node)
    shown = first_line(hidden[0]) if hidden else node
    line = shown.text.split("\n")[0].strip() if isinstance(shown, b.Paragraph) else ""
    found = RIGHT.match(line)
    return found["said"].strip() if found else line if hidden else ""
