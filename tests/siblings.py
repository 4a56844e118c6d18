"""Notes in which one fact gives way to another of its kind: what a card must not inherit.

A line of a list or a row of a table is replaced in its place: by a line of another note in the same script, or by its
sister, the line below it, which is taken from there. Sisters are the harder: an author wrote both for one list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from .edits import Line, body_of, lines_of

A_NOTE = 4
"""Replacements that are tried in one note, of either kind."""
SIGNS = (" : ", ": ", " -> ", " → ", " = ", " - ")
_SPACE = re.compile(r"\s*")
_KOREAN, _HAN = re.compile("[가-힣]"), re.compile("[一-鿿ぁ-ヿ]")


class Replaced(NamedTuple):
    """A note before and after one of its lines was replaced, and that line's number in it, from 1, on both sides."""

    before: list[Line]
    after: list[Line]
    number: int


def by_strangers(text: str, others: Sequence[str], random: Random) -> Iterator[Replaced]:
    """Lines that say something of their own in two parts are replaced by those of other notes. All of a fact is: what is
    nested below a line would stay, and be half of the same fact."""
    lines = lines_of(text)
    known = [line for other in others for line in lines_of(other) if _parts(line)]
    places = [i for i, line in enumerate(lines) if _parts(line) and not _has_nested(lines, i)]
    for at in _some(places, random):
        like = [line for line in known if _is_like(line, lines[at])]
        if like:
            after = list(lines)
            after[at] = Line(_in_the_place_of(lines[at], *random.sample(like, min(2, len(like)))), None, lines[at].kind)
            yield Replaced(lines, after, at + 1)


def by_sisters(text: str, random: Random) -> Iterator[Replaced]:
    """Lines are replaced by the ones below them, which were not there before."""
    lines = lines_of(text)
    pairs = [i for i in range(len(lines) - 1) if _are_sisters(lines, i)]
    for at in _some(pairs, random):
        yield Replaced([*lines[: at + 1], *lines[at + 2 :]], [*lines[:at], *lines[at + 1 :]], at + 1)


def _some(found: list[int], random: Random) -> list[int]:
    return random.sample(found, min(A_NOTE, len(found)))


def _parts(line: Line) -> tuple[str, ...]:
    """The cells of a row, the two sides of an item; nothing for other lines."""
    if line.kind == "row":
        return tuple(cell.strip() for cell in line.text.strip().strip("|").split("|"))
    body = body_of(line.text)[1]
    sign = next((sign for sign in SIGNS if sign in body), "")
    label, _, answer = body.partition(sign) if sign and line.kind == "item" else ("", "", "")
    return (label, answer) if label.strip() and answer.strip() else ()


def _in_the_place_of(line: Line, one: Line, other: Line | None = None) -> str:
    """A line of the same form, its first part out of one line, the others out of another."""
    first, rest = _parts(one), _parts(other or one)
    if line.kind == "row":
        return "| " + " | ".join((first[0], *rest[1:])) + " |"
    mark, body = body_of(line.text)
    sign = next(sign for sign in SIGNS if sign in body)
    return f"{mark}{first[0]}{sign}{rest[1]}"


def _is_like(one: Line, other: Line) -> bool:
    return one.kind == other.kind and _script(one) == _script(other) and len(_parts(one)) == len(_parts(other))


def _script(line: Line) -> str:
    return "korean" if _KOREAN.search(line.text) else "han" if _HAN.search(line.text) else "other"


def _are_sisters(lines: Sequence[Line], at: int) -> bool:
    """Whether a line and the next one are of one list or table, and nothing is nested in the second."""
    one, other = lines[at : at + 2]
    if one.kind != other.kind or one.kind not in ("item", "row") or one.text == other.text:
        return False
    return _indent(one) == _indent(other) and not _has_nested(lines, at + 1)


def _has_nested(lines: Sequence[Line], at: int) -> bool:
    """Whether the line after this one goes on with it, or is of a list in it."""
    below = lines[at + 1 : at + 2]
    return any(line.kind == "text" or (line.kind != "blank" and _indent(line) > _indent(lines[at])) for line in below)


def _indent(line: Line) -> int:
    found = _SPACE.match(line.text)
    return found.end() if found else 0
