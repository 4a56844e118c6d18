"""Lines of prose → statements: what role each line plays, seen by itself and beside its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ... import richtext
from ...model import Block, Consequence, Example, Labelled, Pair, Place, Point, Question, RichText, Run, Style, Todo
from ...questions import OPTION
from ...todo_marks import is_marked
from . import vocabulary as v
from .asked import at_once, number_of, put, unfaced
from .labels import bare_label, is_label, label_and_text, styled_whole
from .lines import Line, lines_of, meaning_of, soft_join
from .links import leads_away
from .pairs import before_pair, is_route, pair
from .roles import named
from .tasks import at_the_end

MAX_STATEMENT = 2000
"""Letters beyond which a statement is a passage: it has no sides and no label."""
MAX_TODO = 40
MAX_QUESTION = 160
MAX_SIDE = 40
MAX_ROW = 200
"""Letters of a line that may hold several statements."""

__all__ = ["Line", "fold", "follow", "leading_arrow", "lines_of", "soft_join", "statement", "styled_whole"]

_SEPARATORS = (re.compile(r"\s+/\s+"), re.compile(r"\s*[,，;；、]\s+"), re.compile(r"\s+\|\s+"))
_SPEAKER = re.compile(r"^\W*(?!(?:Q|A|질문|답변?|問|答|问)\b)\w[^:：?？]{0,15}\s*[:：]\s", re.IGNORECASE)


def statement(text: RichText, place: Place, body: tuple[Block, ...] = ()) -> list[Block]:
    """One line as the statement it makes, followed by the to-do that was noted at its end."""
    if is_marked(text.plain):
        return [Todo(text, body=body, place=place)]
    text, todo = _split_todo(text)
    if not text:
        return [*([Todo(todo, place=place)] if todo else []), *body]
    if len(text.plain) > MAX_STATEMENT:
        return [Point(text, body=body, place=place)]
    if not body and (several := _several(text, place)):
        return [*several, Todo(todo, place=place)] if todo else [*several]
    if asked := at_once(text):
        question = Question(asked[0], asked[1], body, place, number=number_of(text.plain))
        return [question, *([Todo(todo, place=place)] if todo else [])]
    whole = text
    said, text = before_pair(text)
    found: Block = _labelled(text, place, body) or pair(text, place, body) or Point(text, body=body, place=place)
    if v.EXAMPLE_LABEL.match(whole.plain) and not body:
        said, found = RichText(), Example(whole, place)
    elif said and not isinstance(found, Pair):
        said, found = RichText(), Point(whole, body=body, place=place)
    blocks = [*([Point(said, place=place)] if said else []), found]
    return [*blocks, Todo(todo, place=place)] if todo else blocks


def _split_todo(text: RichText) -> tuple[RichText, RichText | None]:
    """`… 등장 (**검색 해보기**)` → the statement and what the author still meant to do."""
    runs = text.runs
    if len(text.plain) > MAX_STATEMENT:
        return text, None
    if len(text.plain) <= MAX_TODO and v.TODO.search(text.plain) and not _tail_in_brackets(runs):
        return RichText(), text
    if found := at_the_end(text):
        return found
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


def _several(text: RichText, place: Place) -> Sequence[Block]:
    """`r : read / w : write`, `stack : LIFO, queue : FIFO`: statements on one line, where each of them has its label.

    Where not all have one, the line stays whole: the first label does not speak for the others.
    """
    for sign in _SEPARATORS:
        parts = list(_parted(text, sign))
        if len(parts) < 2 or len(parts) != len(v.LABEL.findall(text.plain)):
            continue
        found = [_labelled(part, place, ()) for part in parts]
        labelled = [each for each in found if each and len(each.text.plain) <= MAX_SIDE]
        if len(labelled) > 1:
            return labelled if len(labelled) == len(parts) else [Point(text, place=place)]
    return []


def _parted(text: RichText, sign: re.Pattern[str]) -> Iterator[RichText]:
    """The pieces of a text between separators."""
    while len(text.plain) <= MAX_ROW and (parts := richtext.split(text, sign)):
        yield parts[0]
        text = parts[2]
    yield text


def _labelled(text: RichText, place: Place, body: tuple[Block, ...]) -> Labelled | None:
    if body and styled_whole(text, Style.BOLD) and not v.SENTENCE_END.search(text.plain):
        label = bare_label(text)
        return Labelled(label, body=named(label, body), place=place)
    if body and (inner := named(text, body)) != body:
        return Labelled(bare_label(text), body=inner, place=place)
    for sign, emphasised in ((v.LABEL, False), (v.DASH, True)):
        parts = label_and_text(text, sign)
        if not parts or not (parts[1] or body):
            continue
        if not body and leads_away(parts[1]):
            return None
        if is_label(parts[0], emphasised) or (not emphasised and is_route(parts[0])):
            label = bare_label(parts[0])
            return Labelled(label, parts[1], named(label, body), place)
    return None


def leading_arrow(text: RichText) -> RichText | None:
    """What follows an arrow that the line begins with, or nothing."""
    first = text.runs[0] if text else None
    if first is None or first.kind != "text" or first.href:
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
        arrows, after = _arrows(lines, i)
        if after > i:
            out[-1:] = followed(out[-1] if out else None, arrows, line.group)
            i = after
        elif following is not None and _answers(line, following):
            place = line.place.to(following.place)
            out.append(
                (line.group, put(line.text, unfaced(meaning_of(following.text) or following.text, False), (), place))
            )
            i += 2
        else:
            out.extend((line.group, block) for block in statement(line.text, line.place))
            i += 1
    return out


def _arrows(lines: Sequence[Line], start: int) -> tuple[list[Line], int]:
    """The consequences that stand in a row from here, and where they end. An arrow with nothing behind it is none."""
    found: list[Line] = []
    i = start
    while i < len(lines) and (consequence := leading_arrow(lines[i].text)) is not None:
        text = consequence or lines[i].text
        found.append(Line(text, lines[i].place, lines[i].group))
        i += 1
    return found, i


def followed(before: tuple[int, Block] | None, arrows: Sequence[Line], group: int) -> list[tuple[int, Block]]:
    """Consequences in a row hung onto what stands before them, all at once."""
    match before:
        case (own, Point() as point):
            return [(own, replace(point, leads_to=(*point.leads_to, *(line.text for line in arrows))))]
        case _:
            own = before[0] if before else group
            return [*([before] if before else []), *((own, Consequence(line.text, line.place)) for line in arrows)]


def follow(before: Block | None, consequence: RichText, line: Line, group: int) -> list[tuple[int, Block]]:
    """A consequence hung onto the statement before it, or standing for itself after it."""
    found = [Line(consequence, line.place)]
    return followed((group, before) if before else None, found, group)


def _answers(line: Line, following: Line) -> bool:
    """Whether the next line answers this one: not another question, an announcement, or what another person says."""
    question, answer = line.text.plain, following.text.plain
    return (
        bool(v.QUESTION_END.search(question))
        and len(question) <= MAX_QUESTION
        and not v.QUESTION_END.search(answer)
        and not answer.rstrip().endswith((":", "："))
        and not (_SPEAKER.match(question) and _SPEAKER.match(answer))
        and leading_arrow(following.text) is None
        and not OPTION.match(answer)
        and not (is_marked(question) or is_marked(answer))
    )
