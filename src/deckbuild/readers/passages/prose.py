"""Lines of prose → statements: what role each line plays, seen by itself and beside its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ... import richtext
from ...model import Block, Consequence, Labelled, Pair, Place, Point, Question, RichText, Run, Style, Todo
from . import vocabulary as v

MAX_LABEL = 24
MAX_LABEL_WORDS = 4
MAX_SIDE = 60
MAX_QUESTION = 160


class Line(Struct, frozen=True):
    """One line of prose. `group` counts the paragraphs that blank lines make within a prose fence."""

    text: RichText
    place: Place
    group: int = 0


def lines_of(text: RichText, place: Place) -> list[Line]:
    """Cut at line breaks, soft and hard; each line keeps its own number."""
    rows: list[list[Run]] = [[]]
    for run in text:
        if run.kind == "break":
            rows.append([])
        elif run.kind == "text" and "\n" in run.text:
            first, *rest = run.text.split("\n")
            rows[-1].append(replace(run, text=first))
            rows.extend([replace(run, text=part)] for part in rest)
        else:
            rows[-1].append(run)
    return [
        Line(stripped, Place(place.path, min(place.line + i, place.last)))
        for i, row in enumerate(_without_empty_first(rows))
        if (stripped := richtext.strip(RichText(row)))
    ]


def _without_empty_first(rows: list[list[Run]]) -> list[list[Run]]:
    """A `<br>` at the end of a source line breaks it once, not twice."""
    return [row for i, row in enumerate(rows) if i == 0 or any(r.text.strip() or r.kind == "image" for r in row)]


def soft_join(parts: Iterable[RichText]) -> RichText:
    """Lines as one text: a space between them, none between two Japanese or Chinese characters."""
    joined = RichText()
    for part in parts:
        glue = "" if _wide(joined.plain[-1:]) and _wide(part.plain[:1]) else " "
        joined = richtext.join([joined, part], glue) if joined else part
    return joined


def _wide(char: str) -> bool:
    return bool(re.match(r"[ぁ-ヺ一-鿿、。「」（），：；]", char))


def styled_whole(text: RichText, style: Style) -> bool:
    """Whether every letter wears `style` (`_예를 들면 …_`, `**example**`)."""
    return bool(text) and all(style in run.styles for run in text if run.text.strip())


def statement(text: RichText, place: Place, body: tuple[Block, ...] = ()) -> list[Block]:
    """One line as the statement it makes, followed by the to-do that was noted at its end."""
    text, todo = _split_todo(text)
    if not text:
        return [Todo(todo, place)] if todo else []
    found: Block = _labelled(text, place, body) or _pair(text, place, body) or Point(text, body=body, place=place)
    return [found, Todo(todo, place)] if todo else [found]


def _split_todo(text: RichText) -> tuple[RichText, RichText | None]:
    """`… 등장 (**검색 해보기**)` → the statement and what the author still meant to do."""
    runs = text.runs
    if v.TODO.search(text.plain) and len(text.plain) <= 40 and not _tail_in_brackets(runs):
        return RichText(), text
    if not (found := _tail_in_brackets(runs)):
        return text, None
    head, todo = found
    return (richtext.strip(head), todo) if v.TODO.search(todo.plain) else (text, None)


def _tail_in_brackets(runs: Sequence[Run]) -> tuple[RichText, RichText] | None:
    """The text before a bracket at the very end, and what is in the bracket."""
    if not runs or runs[-1].kind != "text" or not runs[-1].text.rstrip().endswith((")", "）")):
        return None
    for i in range(len(runs) - 1, -1, -1):
        cut = max(runs[i].text.rfind("("), runs[i].text.rfind("（")) if runs[i].kind == "text" else -1
        if cut >= 0:
            head = RichText((*runs[:i], replace(runs[i], text=runs[i].text[:cut])))
            tail = richtext.strip(RichText((replace(runs[i], text=runs[i].text[cut + 1 :]), *runs[i + 1 :])))
            last = tail.runs[-1] if tail else None
            if last is None or last.kind != "text":
                return None
            return head, richtext.strip(RichText((*tail.runs[:-1], replace(last, text=last.text.rstrip()[:-1]))))
    return None


def _labelled(text: RichText, place: Place, body: tuple[Block, ...]) -> Labelled | None:
    if body and styled_whole(text, Style.BOLD):
        return Labelled(_bare(text), body=body, place=place)
    for sign, emphasised in ((v.LABEL, False), (v.DASH, True)):
        parts = richtext.split(text, sign)
        if parts and (parts[2] or body) and _is_label(parts[0], emphasised):
            return Labelled(_bare(parts[0]), parts[2], body, place)
    return None


def _bare(label: RichText) -> RichText:
    """A label without the bold that made it one, and without its colon (`**label:** text`)."""
    plain = richtext.without(label, Style.BOLD)
    last = plain.runs[-1]
    return richtext.strip(RichText((*plain.runs[:-1], replace(last, text=last.text.rstrip(" :："))))) or label


def _is_label(text: RichText, emphasised: bool) -> bool:
    """Short, whole in itself, and (after a dash, which means many things) set in bold or as code."""
    plain = text.plain
    if not plain or len(plain) > MAX_LABEL or len(plain.split()) > MAX_LABEL_WORDS:
        return False
    if v.SENTENCE_END.search(plain) or v.INNER_ARROW.search(plain) or plain.count("(") != plain.count(")"):
        return False
    if not re.search(r"[^\W_]", plain):
        return False
    return not emphasised or all(run.kind == "code" or Style.BOLD in run.styles for run in text if run.text.strip())


def _pair(text: RichText, place: Place, body: tuple[Block, ...]) -> Pair | None:
    plain = "".join(run.text for run in text if run.kind == "text")
    if len(v.INNER_ARROW.findall(plain)) == 1 and (parts := richtext.split(text, v.INNER_ARROW)):
        left, _, right = parts
        if left and right and len(left.plain) <= MAX_SIDE:
            return Pair(left, right, "->", body, place)
    if len(v.EQUALS.findall(plain)) == 1 and (parts := richtext.split(text, v.EQUALS)):
        left, _, right = parts
        if left and right and len(left.plain) <= MAX_SIDE:
            return Pair(left, right, "=", body, place)
    return None


def leading_arrow(text: RichText) -> RichText | None:
    """What follows an arrow that the line begins with, or nothing."""
    first = text.runs[0] if text else None
    if first is None or first.kind != "text":
        return None
    found = v.LEADING_ARROW.match(first.text)
    return richtext.strip(RichText((replace(first, text=first.text[found.end() :]), *text.runs[1:]))) if found else None


def fold(lines: Sequence[Line]) -> list[tuple[int, Block]]:
    """Lines of one passage as statements with their group: arrows join the line before, answers their question."""
    out: list[tuple[int, Block]] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        following = lines[i + 1] if i + 1 < len(lines) else None
        consequence = leading_arrow(line.text)
        if consequence is not None:
            if consequence:
                out[-1:] = [*follow(out[-1][1] if out else None, consequence, line, out[-1][0] if out else line.group)]
        elif following is not None and _answers(line, following):
            place = line.place.to(following.place)
            out.append((line.group, Question(line.text, following.text, place=place)))
            i += 1
        else:
            out.extend((line.group, block) for block in statement(line.text, line.place))
        i += 1
    return out


def follow(before: Block | None, consequence: RichText, line: Line, group: int) -> list[tuple[int, Block]]:
    """A consequence hung onto the statement before it, or standing for itself after it."""
    match before:
        case Point():
            return [(group, replace(before, leads_to=(*before.leads_to, consequence)))]
        case None:
            return [(group, Consequence(consequence, line.place))]
        case _:
            return [(group, before), (group, Consequence(consequence, line.place))]


def _answers(line: Line, following: Line) -> bool:
    plain = line.text.plain
    return (
        bool(v.QUESTION_END.search(plain))
        and len(plain) <= MAX_QUESTION
        and not v.QUESTION_END.search(following.text.plain)
        and leading_arrow(following.text) is None
    )
