"""Questions that offer choices: the stem, its choices, and the line that says which is right, wherever they stand.

Read line by line, the first choice would be taken for the answer, and a card would teach what is wrong. Without a line
that says which is right nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct
from msgspec.structs import replace

from ...answer_names import ANSWER, CORRECT
from ...model import RichText
from ...questions import ASKING_CALLOUTS, BEFORE, INDIRECT, MARKS, SIGN, chosen, place_of, sign_of
from .. import blocks as b
from .asked import ASK
from .marks import Asked, Marked
from .veiled import box_of, veiled

MAX_STEM = 4
"""Lines of a question before its choices."""
MAX_CHOICES = 10
MAX_PLAIN = 240
"""Letters of a text that asks nothing by its words, but offers choices of which one is right."""

_STEM = re.compile(
    r"[?？]\s*(?:\*\*|__)?\s*$|[(（]\s*[)）]\s*[.。]?\s*$|[(（]\s*[OX○×]\s*[/,]\s*[OX○×]\s*[)）]\s*$|"
    r"(?:것은|고르시오|고르세요|고르면|무엇인가|を選べ|はどれか|正确的是|错误的是)\s*[.。:：]?\s*$|"
    r"[:：]\s*$|[(（]\s*[)）]|_{3,}|" + INDIRECT.pattern + r"|^\s*(?:\*\*)?(?i:true or false)\b"
)
_CHOICE = re.compile(rf"\s*(?:[-*+]\s+)?(?={BEFORE}\s*\S)")
_BEFORE_NEXT = re.compile(rf"(?<!\s)\s+(?={BEFORE}\s*\S)")
_RIGHT = re.compile(
    rf"\s*(?:\*\*|__)?(?:(?i:{CORRECT}(?:{ANSWER}))|A(?=[:：]))(?:\*\*|__)?"
    r"(?:\s*[:：.)]\s*(?:\*\*|__)?|\s+(?=[1-9①-⑨A-Ea-e]\s?번?\s*$))\s*(?P<said>\S.*)$"
)
_MARKED = re.compile(rf"\s*(?:\*\*|__)?(?:{ASK})\s?\d{{0,3}}[:：.)\u3000]")
"""A question whose answer is marked as well, and may have many lines."""
_SIGNED = re.compile(rf"^{BEFORE}")
_NAMED = re.compile(rf"[*_\s(（]*(?P<sign>{SIGN})(?:번|(?!\w))")
_TASK = re.compile(r"\[(?P<done>[ xX])\]\s+(?P<said>\S.*)", re.DOTALL)


class _Row(Struct, frozen=True):
    """A line, and the index of the node that it stands in."""

    text: str
    line: int
    node: int


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
    return _ticked(nodes, i) or _offered(nodes, i) or _hidden(nodes, i) or _told(nodes, i)


def _may_hold(node: Marked) -> bool:
    """Whether a node can be part of such a question: it asks, tells an answer, or is a box or a list that may."""
    if isinstance(node, b.Paragraph):
        return _may_ask(node) or any(map(_RIGHT.match, node.text.split("\n")))
    return isinstance(node, b.ItemList) or bool(box_of(node))


def _may_ask(node: b.Paragraph) -> bool:
    return any(_is_stem(line) for line in node.text.split("\n")[:MAX_STEM])


def _is_stem(line: str) -> bool:
    """Whether a line ends as a question does, whatever its answer is worth."""
    folded = " ".join(line.split())  # else a run of spaces takes time by its square
    return bool(_STEM.search(MARKS.sub("", folded)))


def _end_of_stem(rows: Sequence[_Row]) -> int:
    """How many lines a question takes; none where what it begins with is a text above one that is marked as a question."""
    return _unmarked(rows, next((n for n, row in enumerate(rows[:MAX_STEM]) if _is_stem(row.text)), -1) + 1)


def _above_choices(rows: Sequence[_Row]) -> int:
    """How many lines of one short paragraph stand above the first choice."""
    end = next((n for n, row in enumerate(rows[: MAX_STEM + 1]) if _CHOICE.match(row.text)), 0)
    short = sum(len(row.text) for row in rows[:end]) <= MAX_PLAIN
    return _unmarked(rows, end) if short and len({row.node for row in rows[:end]}) == 1 else 0


def _unmarked(rows: Sequence[_Row], end: int) -> int:
    return 0 if any(_MARKED.match(row.text) for row in rows[1:end]) else end


def _offered(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A stem with choices in running order and the right one below, and the index behind them."""
    first = nodes[i]
    if not isinstance(first, b.Paragraph):
        return None
    asks = _may_ask(first)
    head = list(islice(_rows(nodes, i), MAX_STEM + 1))
    stem = _end_of_stem(head) if asks else _above_choices(head)
    rows = list(_rows(nodes, i)) if stem else []
    last = stem
    while last < len(rows) and _CHOICE.match(rows[last].text) and not _RIGHT.match(rows[last].text):
        last += 1
    choices = _each_apart(rows[stem:last])
    right = _RIGHT.match(rows[last].text) if last < len(rows) else None
    if not stem or not _run_on([row.text for row in choices]):
        return None
    if not asks and not (right and _names(right["said"], choices)):
        return None
    text = "\n".join((*(row.text.strip() for row in rows[:stem]), *(_bare(row.text) for row in choices)))
    question = b.Paragraph(text, first.line, rows[last - 1].line)
    if not right:
        behind = rows[-1].node + 1
        return _unveiled(question, nodes, behind, choices) if last == len(rows) else None
    answer = b.Paragraph(_chosen(right["said"].strip(), choices), rows[last].line, rows[last].line)
    said = [node for node in nodes[i : rows[last].node] if isinstance(node, b.Speech)]
    asked = Asked((question, *said), (answer,), first.line, rows[last].line)
    return [asked, *_below(nodes[rows[last].node], rows[last:])], rows[last].node + 1


def _hidden(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A line that asks, or a box that does, above one that hides the answer."""
    first = nodes[i]
    behind = nodes[i + 1 : i + 2]
    if behind and veiled(behind[0]) and (box := box_of(first)) and box.kind in ASKING_CALLOUTS:
        title = [b.Paragraph(box.title, first.line, first.line)] if box.title else []
        found = question_at([*title, *box.body, *behind], 0)
        return (found[0], i + 2) if found and found[1] == len(title) + len(box.body) + 1 else None
    if not isinstance(first, b.Paragraph) or not _is_stem(first.text):
        return None
    return _unveiled(first, nodes, i + 1)


def _told(nodes: Sequence[Marked], i: int) -> tuple[list[Marked], int] | None:
    """A line that asks, or leaves something blank, and below it the line that is called its answer."""
    first = nodes[i]
    if not isinstance(first, b.Paragraph) or not _may_ask(first) or _MARKED.match(first.text):
        return None
    rows = [row for row in _rows(nodes[: i + 3], i) if row.text.strip()]
    stem = _end_of_stem(rows)
    right = _RIGHT.match(rows[stem].text) if 0 < stem < len(rows) else None
    if not right or not isinstance(nodes[rows[stem].node], b.Paragraph):
        return None
    at = rows[stem]
    question = b.Paragraph("\n".join(row.text for row in rows[:stem]), first.line, rows[stem - 1].line)
    said = [node for node in nodes[i : at.node] if isinstance(node, b.Speech)]
    answer = b.Paragraph(right["said"].strip(), at.line, at.line)
    asked = Asked(
        (question, *said), (answer,), first.line, at.line, marked=not question.text.rstrip("*_ ").endswith((":", "："))
    )
    return [asked, *_below(nodes[at.node], rows[stem:])], at.node + 1


def _unveiled(
    question: b.Paragraph, nodes: Sequence[Marked], at: int, choices: Sequence[_Row] = ()
) -> tuple[list[Marked], int] | None:
    """A question with the answer that a node hides, and the index behind that."""
    body = veiled(nodes[at]) if at < len(nodes) else ()
    if not body:
        return None
    if isinstance(first := body[0], b.Paragraph):
        right = _RIGHT.match(first.text)
        said = first.text if not right else right["said"] if "\n" not in first.text else ""
        body = (replace(first, text=_chosen(said.strip(), choices)), *body[1:]) if said else body
    return [Asked((question,), body, question.line, nodes[at].end)], at + 1


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
                mark = f"{item.number or node.start + n}{node.sign} " if node.ordered else ""
                line = _only_line(item, mark)
                if not line:
                    return
                yield from (_Row(text, line.line + m, index) for m, text in enumerate(line.text.split("\n")))
        else:
            return


def _only_line(item: b.Item, mark: str) -> b.Paragraph | None:
    """The text of an item that has nothing else, behind its mark: `- 1) apple` has the mark of the list within."""
    match item.body:
        case (b.Paragraph() as only,):
            return replace(only, text=mark + only.text)
        case (b.ItemList(ordered=True, items=(inner,)) as within,) if not mark:
            return _only_line(inner, f"{inner.number or within.start}{within.sign} ")
        case _:
            return None


def _each_apart(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Choices one below the other, where several stand on one line behind marks that count on: `① red ② blue`."""
    apart = [_Row(piece, row.line, row.node) for row in rows for piece in _BEFORE_NEXT.split(row.text)]
    return apart if _run_on([row.text for row in apart]) else rows


def _run_on(choices: Sequence[str]) -> bool:
    """Whether there are several, with signs that count on from the first."""
    if not 2 <= len(choices) <= MAX_CHOICES:
        return False
    places = [place_of(sign_of(_bare(choice))) for choice in choices]
    return all(a and b and a[0] == b[0] and b[1] == a[1] + 1 for a, b in pairwise(places))


def _bare(choice: str) -> str:
    """A choice without the bullet before its sign."""
    found = _CHOICE.match(choice)
    return choice[found.end() :].strip() if found else choice.strip()


def _chosen(said: str, choices: Sequence[_Row]) -> str:
    """What the answer says; where it is no more than a sign, the choice of that sign."""
    offered = [RichText.of(_bare(choice.text)) for choice in choices]
    found = chosen(RichText.of(said.strip("*_ ")), offered)
    return found.plain if found in offered else said


def _names(said: str, choices: Sequence[_Row]) -> bool:
    """Whether an answer begins with the sign of a choice, or is one of them without its sign."""
    offered = [_bare(choice.text) for choice in choices]
    found = _NAMED.match(said)
    if found and place_of(found["sign"]) in [place_of(sign_of(choice)) for choice in offered]:
        return True
    return said.strip("*_ .。").casefold() in [_SIGNED.sub("", choice).strip("*_ .。").casefold() for choice in offered]


def parted_choices(node: Marked) -> tuple[list[Marked], list[b.Paragraph]]:
    """A question without the choices that are lines of its own, and these: each has the sign that its author gave it."""
    lines = node.text.split("\n") if isinstance(node, b.Paragraph) else []
    first = next((n for n, line in enumerate(lines) if _CHOICE.match(line) and _run_on(lines[n:])), len(lines))
    if first == len(lines):
        return [node], []
    choices = [b.Paragraph(_bare(line), node.line + n, node.line + n) for n, line in enumerate(lines) if n >= first]
    stem = [b.Paragraph("\n".join(lines[:first]), node.line, node.line + first - 1)] if first else []
    return list(stem), choices


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
