"""Questions that offer choices: the stem, its choices, and the line that says which is right, wherever they stand.

Read line by line, the first choice would be taken for the answer, and a card would teach what is wrong. Without a line
that says which is right nothing is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ...questions import MARKS
from .. import blocks as b
from .marks import Asked, Marked

MAX_STEM = 4
"""Lines of a question before its choices."""
MAX_CHOICES = 10

_STEM = re.compile(
    r"[?？]\s*(?:\*\*|__)?\s*$|[(（]\s*[)）]\s*[.。]?\s*$|[(（]\s*[OX○×]\s*[/,]\s*[OX○×]\s*[)）]\s*$|"
    r"(?:것은|고르시오|고르면|무엇인가|を選べ|はどれか|正确的是|错误的是)\s*[.。:：]?\s*$"
)
_CHOICE = re.compile(
    r"\s*(?:[-*+]\s+)?(?:[(（]?(?P<mark>[a-hA-H]|[1-9]|[가나다라마])[).）．]|(?P<round>[①-⑨]))\s*(?=\S)"
)
_BEFORE_ROUND = re.compile(r"(?<!\s)\s+(?=[①-⑨])")
_RIGHT = re.compile(
    r"\s*(?:\*\*|__)?(?:(?:Correct\s+)?Answer|ANSWER|Ans|정답|답|答案|解答|正解|答え?)(?:\*\*|__)?"
    r"(?:\s*[:：.)]\s*(?:\*\*|__)?|\s+(?=[1-9①-⑨A-Ea-e]\s?번?\s*$))\s*(?P<said>\S.*)$"
)
_LETTER = re.compile(r"[(（]?([a-hA-H1-9①-⑨가나다라마])(?:[).）．]|번)?(?=\W|$)")
_TASK = re.compile(r"\[(?P<done>[ xX])\]\s+(?P<said>\S.*)", re.DOTALL)


class _Row(Struct, frozen=True):
    """A line, and the index of the node that it stands in."""

    text: str
    line: int
    node: int


def with_choices(nodes: Sequence[Marked]) -> Sequence[Marked]:
    """The nodes with each question that offers choices, and says which is right, as one."""
    if not any(isinstance(node, b.Paragraph) and _may_ask(node) for node in nodes):
        return nodes
    out: list[Marked] = []
    i = 0
    while i < len(nodes):
        found = _ticked(nodes, i) or _offered(nodes, i)
        if found:
            out += found[0]
            i = found[1]
        else:
            out.append(nodes[i])
            i += 1
    return out


def _may_ask(node: b.Paragraph) -> bool:
    return any(_is_stem(line) for line in node.text.split("\n")[:MAX_STEM])


def _is_stem(line: str) -> bool:
    """Whether a line ends as a question does, whatever its answer is worth."""
    return bool(_STEM.search(MARKS.sub("", line)))


def _offered(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A stem with choices in running order and the right one below, and the index behind them."""
    first = nodes[i]
    if not isinstance(first, b.Paragraph) or not _may_ask(first):
        return None
    rows = list(_rows(nodes, i))
    stem = next((n for n, row in enumerate(rows[:MAX_STEM]) if _is_stem(row.text)), -1) + 1
    last = stem
    while last < len(rows) and _CHOICE.match(rows[last].text) and not _RIGHT.match(rows[last].text):
        last += 1
    choices = _each_apart(rows[stem:last])
    right = _RIGHT.match(rows[last].text) if last < len(rows) else None
    if not stem or not right or not _run_on([row.text for row in choices]):
        return None
    text = "\n".join(row.text.strip() for row in (*rows[:stem], *choices))
    question = b.Paragraph(text, first.line, rows[last - 1].line)
    answer = b.Paragraph(_chosen(right["said"].strip(), choices), rows[last].line, rows[last].line)
    said = [node for node in nodes[i : rows[last].node] if isinstance(node, b.Speech)]
    asked = Asked((question, *said), (answer,), first.line, rows[last].line)
    return [asked, *_below(nodes[rows[last].node], rows[last:])], rows[last].node + 1


def _below(node: Marked, rows: Sequence[_Row]) -> Iterator[Marked]:
    """What stands in a node behind the line of the answer, the first of the rows: more of it, and more items."""
    answer = rows[0]
    items = tuple(item for item in node.items if item.line > answer.line) if isinstance(node, b.ItemList) else ()
    rest = [row for row in rows[1:] if row.node == answer.node and not (items and row.line >= items[0].line)]
    if rest:
        yield b.Paragraph("\n".join(row.text for row in rest), rest[0].line, rest[-1].line)
    if items and isinstance(node, b.ItemList):
        before = len(node.items) - len(items)
        yield replace(node, items=items, start=node.start + before, line=items[0].line)


def _rows(nodes: Sequence[Marked], start: int) -> Iterator[_Row]:
    """The lines of paragraphs and short items from here on, those of numbered items with their numbers."""
    for index in range(start, min(len(nodes), start + MAX_CHOICES + 2)):
        node = nodes[index]
        if isinstance(node, b.Speech):
            continue
        if isinstance(node, b.Paragraph):
            yield from (_Row(text, node.line + n, index) for n, text in enumerate(node.text.split("\n")))
        elif isinstance(node, b.ItemList) and index > start:
            for n, item in enumerate(node.items):
                if len(item.body) != 1 or not isinstance(only := item.body[0], b.Paragraph):
                    return
                mark = f"{item.number or node.start + n}) " if node.ordered else ""
                yield from (
                    _Row(text if m else mark + text, only.line + m, index)
                    for m, text in enumerate(only.text.split("\n"))
                )
        else:
            return


def _each_apart(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Choices one below the other, where several stand on one line behind marks that count on: `① red ② blue`."""
    apart = [_Row(piece, row.line, row.node) for row in rows for piece in _BEFORE_ROUND.split(row.text)]
    return apart if _run_on([row.text for row in apart]) else rows


def _run_on(choices: Sequence[str]) -> bool:
    """Whether there are several, with marks that count on from the first."""
    if not 2 <= len(choices) <= MAX_CHOICES:
        return False
    marks = [found["mark"] or found["round"] for choice in choices if (found := _CHOICE.match(choice))]
    if len(marks) < len(choices):
        return False
    steps = "가나다라마" if marks[0] in "가나다라마" else ""
    places = [steps.find(mark) if steps else ord(mark.casefold()) for mark in marks]
    return all(after == before + 1 for before, after in pairwise(places))


def _chosen(said: str, choices: Sequence[_Row]) -> str:
    """What the answer says; where it is no more than a mark, the choice of that mark."""
    found = _LETTER.match(said)
    if not found or found.end() < len(said.rstrip(" .。)）")):
        return said
    wanted = found[1].casefold()
    for choice in choices:
        if (mark := _CHOICE.match(choice.text)) and (mark["mark"] or mark["round"]).casefold() == wanted:
            return _as_listed(choice.text)
    return said


def _as_listed(choice: str) -> str:
    """A choice as the question shows it: those with numbers become a numbered list, `② blue` its second item."""
    found = _CHOICE.match(choice)
    sign = found and (found["mark"] or found["round"])
    number = unicodedata.digit(sign, None) if sign else None
    return f"{number}. {choice[found.end() :].strip()}" if found and number else choice.strip().lstrip("-*+ ")


def _ticked(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A stem above boxes of which some are ticked: these are the answer."""
    first, listed = nodes[i], nodes[i + 1] if i + 1 < len(nodes) else None
    if not isinstance(first, b.Paragraph) or not isinstance(listed, b.ItemList) or not _is_stem(first.text):
        return None
    boxes = [
        _TASK.fullmatch(item.body[0].text) if len(item.body) == 1 and isinstance(item.body[0], b.Paragraph) else None
        for item in listed.items
    ]
    ticked = [box["said"] for box in boxes if box and box["done"] != " "]
    if not all(boxes) or not ticked or len(ticked) == len(boxes):
        return None
    items = tuple(
        b.Item((b.Paragraph(box["said"], item.line, item.end),), item.line, item.end)
        for box, item in zip(boxes, listed.items, strict=True)
        if box
    )
    choices = b.ItemList(items, False, 1, listed.line, listed.end)
    answer = b.Paragraph("\n".join(ticked), listed.line, listed.end)
    return [Asked((first, choices), (answer,), first.line, listed.end)], i + 2
