"""Questions that offer choices: the stem, its choices, and the line that says which is right, wherever they stand.

Read line by line, the first choice would be taken for the answer, and a card would teach what is wrong. Without a line
that says which is right nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from ...answer_names import WORKS
from ...questions import ASKING_CALLOUTS
from .. import blocks as b
from .lettered import with_letters
from .marks import Asked, Marked
from .offered import CHOICE, Row, bare, each_apart, first_line, in_full, names_one, rows_of, run_on
from .stems import MAX_STEM, above_choices, end_of_stem, is_stem, may_ask
from .ticked import ticked
from .told import RIGHT, below, told
from .veiled import box_of, veiled


def with_choices(nodes: Sequence[Marked]) -> Sequence[Marked]:
    """The nodes with each question that offers choices, and says which is right, as one."""
    if not any(map(_may_hold, nodes)):
        return nodes
    out: list[Marked] = []
    left = list(nodes)
    i = 0
    while i < len(left):
        if found := question_at(left, i):
            (question, *rest), end = found
            out.append(question)
            left[i:end] = rest
        else:
            out.append(left[i])
            i += 1
    return out


def question_at(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """The question with choices that begins with a node, what stands behind its answer in the last of its nodes, and the
    index behind that."""
    return ticked(nodes, i) or _offered(with_letters(nodes, i), i) or _hidden(nodes, i) or told(nodes, i)


def _may_hold(node: Marked) -> bool:
    """Whether a node can be part of such a question: it asks, tells an answer, or is a box or a list that may."""
    if isinstance(node, b.Paragraph):
        return may_ask(node) or any(map(RIGHT.match, node.text.split("\n")))
    return isinstance(node, b.ItemList) or bool(box_of(node))


def _offered(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A stem with choices in running order and the right one below, and the index behind them."""
    first = nodes[i]
    if not isinstance(first, b.Paragraph):
        return None
    asks = may_ask(first)
    head = list(islice(rows_of(nodes, i), MAX_STEM + 1))
    stem = end_of_stem(head) if asks else above_choices(head)
    rows = list(rows_of(nodes, i)) if stem else []
    last = stem
    while last < len(rows) and CHOICE.match(rows[last].text) and not RIGHT.match(rows[last].text):
        last += 1
    choices = each_apart(rows[stem:last])
    right = _right(rows[last].text, choices) if last < len(rows) else None
    if not stem or not run_on([row.text for row in choices]):
        return None
    if not asks and not (right and names_one(right["said"], choices)):
        return None
    text = "\n".join((*(row.text.strip() for row in rows[:stem]), *(bare(row.text) for row in choices)))
    question = b.Paragraph(text, first.line, rows[last - 1].line)
    if not right:
        behind = rows[-1].node + 1
        return _unveiled(question, nodes, behind, choices) if last == len(rows) else None
    answer = b.Paragraph(in_full(right["said"].strip(), choices), rows[last].line, rows[last].line)
    said = [node for node in nodes[i : rows[last].node] if isinstance(node, b.Speech)]
    asked = Asked((question, *said), (answer,), first.line, rows[last].line)
    return [asked, *below(nodes[rows[last].node], rows[last:])], rows[last].node + 1


def _right(line: str, choices: Sequence[Row]) -> re.Match[str] | None:
    """The line that tells the right one, or works it out in naming it alone."""
    works = WORKS.match(line)
    return RIGHT.match(line) or (works if works and names_one(works["said"], choices) else None)


def _hidden(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A line that asks, or a box that does, above one that hides the answer."""
    first = nodes[i]
    behind = nodes[i + 1 : i + 2]
    if behind and veiled(behind[0]) and (box := box_of(first)) and box.kind in ASKING_CALLOUTS:
        title = [b.Paragraph(box.title, first.line, first.line)] if box.title else []
        found = question_at([*title, *box.body, *behind], 0)
        return (found[0], i + 2) if found and found[1] == len(title) + len(box.body) + 1 else None
    if not isinstance(first, b.Paragraph) or not is_stem(first.text):
        return None
    return _unveiled(first, nodes, i + 1)


def _unveiled(
    question: b.Paragraph, nodes: Sequence[Marked], at: int, choices: Sequence[Row] = ()
) -> tuple[list[Marked], int] | None:
    """A question with the answer that a node hides, and the index behind that."""
    body = veiled(nodes[at]) if at < len(nodes) else ()
    if not body:
        return None
    first = first_line(body[0])
    if first and (first is body[0] or names_one(first.text, choices)):
        right = RIGHT.match(first.text)
        said = first.text if not right else right["said"] if "\n" not in first.text else ""
        body = (replace(first, text=in_full(said.strip(), choices)), *body[1:]) if said else body
    return [Asked((question,), body, question.line, nodes[at].end)], at + 1
