"""Which card of an edited note is which of the old one, by the lines that they are made of: what matching is judged by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from deckbuild.lock.records import records
from deckbuild.plan.cards import Card, CardPlan
from deckbuild.plan.cards.model import blanks

from .edits import Line, body_of

LEAST = 8
"""Letters of a sentence by which the line is found that it begins in."""
UNKNOWN = -1


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def line_of(card: Card, lines: Sequence[Line]) -> int:
    """The number of the line that a card is of: that of its item or row, where it stands for a list or a table; 0 where
    the item is not found."""
    place = card.place
    if card.kind not in ("list_item", "step", "cell", "hole"):
        return _line_of_sentence(card, lines) if card.kind == "cloze" else place.line
    row, _, code = card.key.text.partition(" / ")
    item = " ".join(text.plain for _, text in blanks(card.shown))
    sought = letters({"cell": row, "hole": code}.get(card.kind, item))
    span = range(place.line, min(len(lines), max(place.last, place.line + 60)) + 1)
    found = [n for n in span if sought and sought in letters(lines[n - 1].text)]
    named = [n for n in found if n <= place.last and letters(_first_cell(lines[n - 1])) == sought]
    return next(iter(named or found), 0)


def _first_cell(line: Line) -> str:
    """The name of a row; the whole of a line that is none."""
    return line.text.strip().strip("|").partition("|")[0]


def _line_of_sentence(card: Card, lines: Sequence[Line]) -> int:
    """The line of a paragraph in which a sentence begins; the first one where that is not to be seen."""
    place, said = card.place, letters(card.key.text)
    span = range(place.line, min(len(lines), max(place.last, place.line)) + 1)
    return next((n for n in span if len(said) >= LEAST and said in letters(lines[n - 1].text)), place.line)


def is_of(card: Card, lines: Sequence[Line], number: int) -> bool:
    """Whether a card is of a line alone: a list that its section asks for is of its other items too."""
    return line_of(card, lines) == number and not _is_of_several(card, lines)


def holds(card: Card, lines: Sequence[Line], number: int) -> bool:
    """Whether a line is one of several of which a card is, as it is of a list that its section asks for at once."""
    within = card.place.line <= number < card.place.line + len(_block(card, lines))
    return within and _is_of_several(card, lines)


def _is_of_several(card: Card, lines: Sequence[Line]) -> bool:
    return not card.key.text and len([line for line in _block(card, lines) if letters(line.text)]) > 1


def origin(card: Card, lines: Sequence[Line]) -> int | None:
    """The line of the first note that a card is of; None where the line was inserted, `UNKNOWN` where it is not found."""
    at = line_of(card, lines)
    return lines[at - 1].origin if at else UNKNOWN


def truth(
    old: CardPlan, new: CardPlan, before: Sequence[Line], after: Sequence[Line]
) -> tuple[dict[int, int], set[int]]:
    """Old cards by new ones, and the new ones that are certainly none of the old."""
    answers = [[record.answer for record in records(plan)] for plan in (old, new)]
    told = [
        [_told(card, answer, lines) for card, answer in zip(plan.cards, said, strict=True)]
        for plan, said, lines in ((old, answers[0], before), (new, answers[1], after))
    ]
    ours: dict[tuple[object, ...], list[int]] = defaultdict(list)
    theirs: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for plan, lines, found in ((old, before, ours), (new, after, theirs)):
        for i, card in enumerate(plan.cards):
            found[origin(card, lines), card.note_type, re.sub(r"[#~]\d+$", "", card.key.rule)].append(i)
    pairs: dict[int, int] = {}
    fresh: set[int] = set()
    for key, ones in theirs.items():
        if key[0] is None:
            fresh.update(i for i in ones if _is_put_in(new.cards[i], answers[1][i], after))
        elif key[0] != UNKNOWN and len(ours.get(key, ())) == len(ones):
            pairs |= dict(zip(ones, ours[key], strict=True))
    mixed = set(_mixed(pairs, old, new, before, after))
    return {i: one for i, one in pairs.items() if i not in mixed and _tell_on(told[0][one], told[1][i])}, fresh


def _mixed(
    pairs: Mapping[int, int], old: CardPlan, new: CardPlan, before: Sequence[Line], after: Sequence[Line]
) -> Iterator[int]:
    """Cards that their section asks, by lines of which as many or more are out of another such card: its first line is
    not all of a list."""
    blocks = {one: _origins(card, before) for one, card in enumerate(old.cards) if not card.key.text}
    for i, right in pairs.items():
        if right in blocks and not new.cards[i].key.text:
            lines = _origins(new.cards[i], after)
            shared = {one: len(lines & block) for one, block in blocks.items() if one != right}
            if max(shared.values(), default=0) >= len(lines & blocks[right]):
                yield i


def _origins(card: Card, lines: Sequence[Line]) -> set[int]:
    return {line.origin for line in _block(card, lines) if line.origin is not None and letters(line.text)}


def _is_put_in(card: Card, answer: str, lines: Sequence[Line]) -> bool:
    """Whether a card on a line that was put in is a new one. What its section asks is told by all of its lines: of a list
    with another first item the others are still there. Of a name that was put above an answer which was there nobody can
    tell whether it is another thing, or the same by another name.
    """
    if not card.key.text:
        return not any(line.origin is not None for line in _block(card, lines) if letters(line.text))
    was_there = sum(len(_body(line)) for line in _telling(card, answer, lines) if line.origin is not None)
    return 2 * was_there <= len(letters(answer))


def _block(card: Card, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of the block of a card, or of the run of commands that it asks for."""
    last = max(card.place.line, card.place.last)
    if card.kind == "command":
        last = max(last, card.place.line + card.key.text.count("\n"))
    return lines[card.place.line - 1 : last]


def _told(card: Card, answer: str, lines: Sequence[Line]) -> set[int | None]:
    """The lines of the first note which tell the answer of a card below its own line."""
    return {line.origin for line in _telling(card, answer, lines)}


def _telling(card: Card, answer: str, lines: Sequence[Line]) -> list[Line]:
    """The lines below that of a card which tell its answer, those nested in its item too, and a list that it leads to; none
    where its own line does."""
    if not card.place.line:
        return []
    said = letters(answer)
    last = max(card.place.line, card.place.last, _last_nested(lines, card.place.line))
    below = [*lines[card.place.line : last], *takewhile(lambda line: _body(line) in said, lines[last:])]
    return [line for line in below if _body(line) and _body(line) in said]


def _body(line: Line) -> str:
    """The letters of a line without the number of an item."""
    return letters(body_of(line.text)[1])


def _last_nested(lines: Sequence[Line], number: int) -> int:
    """The number of the last line in an item, across the blank lines between its paragraphs."""
    item = lines[number - 1]
    last = number
    for n, line in enumerate(lines[number:] if item.kind == "item" else (), number + 1):
        if line.text.strip() and _indent(line) <= _indent(item):
            break
        last = n
    return last


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _tell_on(before: set[int | None], after: set[int | None]) -> bool:
    """Whether one of the lines is left that told an answer: else the question stands above what was told elsewhere."""
    return not before or not after or bool(before & after)


class Strays:
    """What each card of two notes is made of, by which one sees that a card has the guid of quite another."""

    def __init__(self, old: CardPlan, new: CardPlan, before: Sequence[Line], after: Sequence[Line]) -> None:
        self._origins = [origin(card, before) for card in old.cards]
        self._old, self._new = (list(_made_of(plan, lines)) for plan, lines in ((old, before), (new, after)))
        self._said = {line.origin: letters(body_of(line.text)[1]) for line in before}

    def __call__(self, had: int | None, other: int) -> bool:
        """Whether a card whose truth is not known has the guid of one that was made of other lines. Of two lines that
        say the same nobody can tell which it was."""
        if had is None or self._origins[had] in (None, UNKNOWN):
            return False
        ours = {self._said[each] for each in self._old[had] if each is not None}
        return not any(each is not None and self._said[each] in ours for each in self._new[other])


def _made_of(plan: CardPlan, lines: Sequence[Line]) -> Iterator[set[int | None]]:
    """The lines of the first note that each card is made of."""
    for card, record in zip(plan.cards, records(plan), strict=True):
        yield {line.origin for line in _block(card, lines) if letters(line.text)} | _told(card, record.answer, lines)
