"""What people do to any note, by name: the lines of a note → those of the notes that become of it.

Each line remembers which one it was, so that it is known which card is which after the edit. Where an edit needs one
line among many, it takes the middle one of those that it can be done to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from .edits import Line, body_of, extent_of

NOTE, OTHER = "notes/note.md", "notes/other.md"
Notes = dict[str, list[Line]]
"""The lines of each note by its path."""
Rewrite = Callable[[list[Line]], Notes]


UNKNOWN = -1
"""The origin of a line that is made of others: what becomes of their cards is left open, but for those of other lines."""


def put_in(text: str, kind: str = "item") -> Line:
    """A line that was not there."""
    return Line(text, None, kind)


def alone(change: Callable[[list[Line]], list[Line]]) -> Rewrite:
    """An edit that leaves one note one."""
    return lambda lines: {NOTE: change(lines)}


def middle(lines: Sequence[Line], fits: Callable[[int], object]) -> int:
    found = [i for i in range(len(lines)) if fits(i)]
    assert found, "the note has no line for this edit"
    return found[len(found) // 2]


def words(line: Line) -> list[re.Match[str]]:
    return list(re.finditer(r"[^\W_]{2,}", body_of(line.text)[1]))


def is_plain(line: Line, *kinds: str) -> bool:
    """Whether a line is one of words, with no marks that an edit in the middle of it would break."""
    return line.kind in kinds and len(words(line)) > 1 and not re.search(r"[`$|\[\]{}<>=*_~:：]", body_of(line.text)[1])


def at_word(lines: list[Line], kinds: Sequence[str], new: Callable[[str], str]) -> list[Line]:
    """The longest word of the middle line of words is said otherwise."""
    at = middle(lines, lambda i: is_plain(lines[i], *kinds))
    mark, body = body_of(lines[at].text)
    word = max(words(lines[at]), key=lambda found: len(found[0]))
    text = mark + body[: word.start()] + new(word[0]) + body[word.end() :]
    return [*lines[:at], lines[at]._replace(text=text), *lines[at + 1 :]]


def each(kind: str, new: Callable[[str], str]) -> Callable[[list[Line]], list[Line]]:
    return lambda lines: [line._replace(text=new(line.text)) if line.kind == kind else line for line in lines]


def sections(lines: list[Line]) -> list[list[Line]]:
    """What stands before the first section of the second level, and each of these."""
    starts = [i for i, line in enumerate(lines) if line.kind == "heading" and line.text.startswith("## ")]
    starts += [
        i
        for i, line in enumerate(lines[:-1])
        if line.kind == "text" and re.fullmatch(r"-{3,}", lines[i + 1].text.strip())
    ]
    bounds = [0, *sorted(starts), len(lines)]
    return [lines[a:b] for a, b in pairwise(bounds)]


def joined(parts: Sequence[list[Line]]) -> list[Line]:
    """Sections one after another, a blank line between them."""
    return [line for part in parts for line in (*part, put_in("", "blank"))]


def sections_in(order: Callable[[list[list[Line]]], list[list[Line]]]) -> Callable[[list[Line]], list[Line]]:
    def change(lines: list[Line]) -> list[Line]:
        head, *rest = sections(lines)
        return joined([head, *order(rest)])

    return change


def a_section_moves_to_another_note(lines: list[Line]) -> Notes:
    head, first, second, *rest = sections(lines)
    return {
        NOTE: joined([head, first, *rest]),
        OTHER: [put_in("# Another note", "heading"), put_in("", "blank"), *second],
    }


def the_note_is_cut_in_two(lines: list[Line]) -> Notes:
    head, *rest = sections(lines)
    half = len(rest) // 2
    title = [put_in("# The second half", "heading"), put_in("", "blank")]
    return {NOTE: joined([head, *rest[:half]]), OTHER: joined([title, *rest[half:]])}


def the_first_heading_is_said_otherwise(lines: list[Line]) -> list[Line]:
    at = next(i for i, line in enumerate(lines) if re.match(r"# |=+$", line.text))
    at -= lines[at].text.startswith("=")
    return [*lines[:at], lines[at]._replace(text=f"{lines[at].text} (2)"), *lines[at + 1 :]]


def a_heading_is_said_otherwise(lines: list[Line]) -> list[Line]:
    at = middle(lines, lambda i: lines[i].kind == "heading" and lines[i].text.startswith("##"))
    return [*lines[:at], lines[at]._replace(text=f"{lines[at].text} (new)"), *lines[at + 1 :]]


def headings_are_numbered(lines: list[Line]) -> list[Line]:
    """Anew, where they had numbers."""
    count = iter(range(11, len(lines)))
    old = re.compile(r"^(##+) (?:[（(]?[\dⅠ-Ⅻ一二三四五六七八九十.]+[)）、.]? ?)?")
    return each("heading", lambda text: old.sub(lambda found: f"{found[1]} {next(count)}. ", text))(lines)


def is_item(lines: list[Line], at: int) -> bool:
    """Whether a line is an item of one line, with another item before and after it."""
    return all(line.kind == "item" for line in lines[at - 1 : at + 2]) and len(lines[at - 1 : at + 2]) == 3


def an_item_is_taken_out(lines: list[Line]) -> list[Line]:
    at = middle(lines, lambda i: is_item(lines, i))
    return [*lines[:at], *lines[extent_of(lines, at) :]]


def an_item_is_put_in(lines: list[Line]) -> list[Line]:
    at = middle(lines, lambda i: is_item(lines, i))
    mark = re.sub(r"\d+", "9", body_of(lines[at].text)[0])
    return [*lines[:at], put_in(f"{mark}zeugma : one verb that is yoked to two objects"), *lines[at:]]


def a_list_is_turned_round(lines: list[Line]) -> list[Line]:
    at = middle(lines, lambda i: is_item(lines, i) and not lines[i].text.startswith((" ", "\t")))
    start = end = at
    while lines[start - 1].kind == "item":
        start -= 1
    while end < len(lines) and lines[end].kind == "item":
        end += 1
    items: list[list[Line]] = []
    while start < end:
        items.append(lines[start : extent_of(lines, start)])
        start += len(items[-1])
    count = sum(map(len, items))
    return [*lines[: end - count], *(line for item in reversed(items) for line in item), *lines[end:]]


def cut_of(line: Line) -> int:
    """Where the second half of an item's words begins; 0 where it has no such place."""
    body = body_of(line.text)[1]
    ends = [found.end() for found in re.finditer(r"[、，,;/] ?| ", body) if 3 < found.end() < len(body) - 3]
    return min(ends, key=lambda end: abs(end - len(body) // 2), default=0) if not re.search("[`$|\\[=]", body) else 0


def an_item_becomes_two(lines: list[Line]) -> list[Line]:
    at = middle(lines, lambda i: lines[i].kind == "item" and cut_of(lines[i]))
    mark, body = body_of(lines[at].text)
    cut = cut_of(lines[at])
    texts = (mark + body[:cut].rstrip(" 、，,;/"), mark + body[cut:])
    return [*lines[:at], *(Line(text, UNKNOWN, "item") for text in texts), *lines[at + 1 :]]


def two_items_become_one(lines: list[Line]) -> list[Line]:
    beside = (i for i in range(len(lines) - 2) if lines[i].kind == lines[i + 1].kind == "item")
    fits = {i for i in beside if extent_of(lines, i) == i + 1 and not words_nested(lines, i)}
    at = middle(lines, fits.__contains__)
    text = f"{lines[at].text}; {body_of(lines[at + 1].text)[1]}"
    return [*lines[:at], Line(text, UNKNOWN, "item"), *lines[at + 2 :]]


def words_nested(lines: list[Line], at: int) -> bool:
    """Whether the item after this one is on another level, or has items of its own."""
    return _indent(lines[at]) != _indent(lines[at + 1]) or extent_of(lines, at + 1) > at + 2


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def bullets_are_numbered(lines: list[Line]) -> list[Line]:
    return each("item", lambda text: re.sub(r"^[-*] (?!\[)", "1. ", text))(lines)


def a_paragraph_is_quoted(lines: list[Line]) -> list[Line]:
    blank = ("blank", "heading")
    at = middle(
        lines,
        lambda i: (
            is_plain(lines[i], "text")
            and lines[i - 1].kind in blank
            and lines[i + 1 : i + 2]
            and lines[i + 1].kind in blank
        ),
    )
    return [*lines[:at], lines[at]._replace(text=f"> {lines[at].text}"), *lines[at + 1 :]]


def a_row_is_put_in(lines: list[Line]) -> list[Line]:
    at = middle(lines, lambda i: lines[i].kind == "row")
    cells = lines[at].text.strip().strip("|").count("|") + 1
    row = "| " + " | ".join(f"zeugma {n}" for n in range(cells)) + " |"
    return [*lines[:at], put_in(row, "row"), *lines[at:]]


def rows_change_places(lines: list[Line]) -> list[Line]:
    at = middle(lines, lambda i: i + 1 < len(lines) and lines[i].kind == lines[i + 1].kind == "row")
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]


INTRODUCTION = [
    put_in("## Before we begin", "heading"),
    put_in("", "blank"),
    put_in("- zeugma : one verb that is yoked to two objects"),
]

REWRITES: dict[str, Rewrite] = {
    "a letter is missing": alone(lambda lines: at_word(lines, ("item", "text"), lambda word: word[:-1] or word)),
    "a word is put in": alone(lambda lines: at_word(lines, ("item", "text"), lambda word: f"{word} ({word[:1]}.)")),
    "another word is bold": alone(lambda lines: at_word(lines, ("text",), lambda word: f"**{word}**")),
    "a word of an item is in italics": alone(lambda lines: at_word(lines, ("item",), lambda word: f"*{word}*")),
    "a heading is said otherwise": alone(a_heading_is_said_otherwise),
    "headings are numbered": alone(headings_are_numbered),
    "the first heading is said otherwise": alone(the_first_heading_is_said_otherwise),
    "headings are a level deeper": alone(each("heading", lambda text: re.sub("^##", "###", text))),
    "a section is put in at the top": alone(sections_in(lambda rest: [INTRODUCTION, *rest])),
    "the first section moves to the end": alone(sections_in(lambda rest: [*rest[1:], rest[0]])),
    "two sections change places": alone(sections_in(lambda rest: [rest[0], rest[2], rest[1], *rest[3:]])),
    "a section moves to another note": a_section_moves_to_another_note,
    "the note is cut in two": the_note_is_cut_in_two,
    "the file is renamed": lambda lines: {OTHER: lines},
    "the file is renamed and a letter is missing": lambda lines: {
        OTHER: at_word(lines, ("item", "text"), lambda word: word[:-1] or word)
    },
    "an item is taken out": alone(an_item_is_taken_out),
    "an item is put in": alone(an_item_is_put_in),
    "a list is turned round": alone(a_list_is_turned_round),
    "an item becomes two": alone(an_item_becomes_two),
    "two items become one": alone(two_items_become_one),
    "bullets are numbered": alone(bullets_are_numbered),
    "a paragraph is quoted": alone(a_paragraph_is_quoted),
    "a row is put in": alone(a_row_is_put_in),
    "rows change places": alone(rows_change_places),
    "windows line ends": alone(lambda lines: [line._replace(text=f"{line.text}\r") for line in lines]),
    "spaces behind the lines": alone(each("text", lambda text: f"{text} ")),
    "a section is taken out": alone(sections_in(lambda rest: rest[:2] + rest[3:])),
}
