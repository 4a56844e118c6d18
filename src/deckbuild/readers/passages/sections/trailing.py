"""What stands behind the words of a heading without being one: attributes, tags, the id of a block, a note to oneself.

`## Merge sort {#merge .hard} #exam ^b1 (TODO)`: pandoc, kramdown, Obsidian and people write these in any order.
"""

from __future__ import annotations

import re

from msgspec import Struct

from ...attributes import ATTRIBUTE
from .. import vocabulary as v
from .hashtags import tags_in

MAX_PIECES = 30
"""Pieces behind one heading; where more stand there, it is no heading that somebody wrote, and the rest is text."""
MAX_ATTRIBUTES = 500
MAX_TODO = 40

_ATTRIBUTE = re.compile(rf"\s*(?:\#(?P<id>\w[\w:.-]*)|\.(?P<cls>[^\W\d][\w:-]*)|{ATTRIBUTE}|-)(?=\s|$)")
_BLOCK_ID = re.compile(r"(?:^|(?<=\s))\^(?=[\d-]*[A-Za-z])[A-Za-z0-9-]{3,60}$")
_IN_BRACKETS = re.compile(r"[(（\[【]\s*([^()（）\[\]【】\n]{2,40})[)）\]】]$")
_LINE_END = re.compile(r"[ \t]*\\?\n[ \t]*")
_WIDE = "ぁ-ヺ一-鿿、。「」（），：；"
_WITHIN_WORDS = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t]*(?=[{_WIDE}])")


class Tail(Struct, frozen=True):
    """The words of a heading, on one line, and what stood behind them. `todo` is raw inline text."""

    text: str
    id: str = ""
    classes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    todo: str = ""


def tail_of(heading: str) -> Tail:
    """A heading taken apart. What would leave no words stays: `# #tag` is called so."""
    read = Tail((_LINE_END.sub(" ", _WITHIN_WORDS.sub("", heading)) if "\n" in heading else heading).strip())
    for _ in range(MAX_PIECES):
        piece = _piece(read.text, read.todo)
        if not piece or not piece.text.strip():
            break
        read = Tail(
            piece.text.rstrip(),
            read.id or piece.id,
            tuple(dict.fromkeys((*piece.classes, *read.classes))),
            tuple(dict.fromkeys((*piece.tags, *read.tags))),
            read.todo or piece.todo,
        )
    return read


def _piece(text: str, todo: str) -> Tail | None:
    """The last piece of a heading that is none of its words, and the text before it."""
    if text.endswith("}"):
        return _attributes(text)
    if text.endswith((")", "）", "]", "】")):
        found = _IN_BRACKETS.search(text, max(0, len(text) - MAX_TODO - 2)) if not todo else None
        return Tail(text[: found.start()], todo=found[1].strip()) if found and v.TODO.search(found[1]) else None
    start = max(text.rfind(" ", -200), text.rfind("\t", -200)) + 1
    match text[start : start + 1] if start else "":
        case "#":
            return Tail(text[:start], tags=tags) if (tags := tags_in(text[start:])) else None
        case "^":
            return Tail(text[:start]) if _BLOCK_ID.match(text[start:]) else None
    return None


def _attributes(text: str) -> Tail | None:
    """Attributes that end a heading. `{1, 2}` and `map[string]struct{}` are none."""
    start = text.rfind("{", -MAX_ATTRIBUTES)
    inner = text[start + 1 : -1].rstrip()
    inner = inner if _ATTRIBUTE.match(inner) else inner.removeprefix(":")
    if start < 0 or (not inner and not text[:start].endswith((" ", "\t"))):
        return None
    ids, classes, at = "", list[str](), 0
    while at < len(inner):
        if not (found := _ATTRIBUTE.match(inner, at)):
            return None
        ids = found["id"] or ids
        classes += [found["cls"]] if found["cls"] else []
        at = found.end()
    return Tail(text[:start], ids, tuple(classes))


def without_block_id(text: str) -> str:
    """A passage without the id by which Obsidian refers to it (`… ^quote-1`), which stands at its very end."""
    head = text.rstrip()
    start = max(head.rfind(space) for space in " \t\n") + 1
    return head[:start].rstrip() if _BLOCK_ID.match(head[start:]) else text
