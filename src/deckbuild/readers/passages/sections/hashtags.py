"""Tags as Obsidian and Logseq write them: `#exam`, `#bio/cells`; and what else begins with a hash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ... import blocks as b

MAX_LINE = 1000
_TAG = re.compile(r"#(?=[\d/_-]*[^\W\d_])[\w][\w/-]{0,100}(?<!/)")
_COLOUR = re.compile(r"(?=.*\d)[\da-f]+|(.)\1+|(?:(.)\2){3,4}", re.IGNORECASE)
_CODE = frozenset(
    [
        "define",
        "undef",
        "include",
        "if",
        "ifdef",
        "ifndef",
        "elif",
        "else",
        "endif",
        "pragma",
        "error",
        "warning",
        "line",
        "import",
        "region",
        "endregion",
        "using",
    ]
)
"""What the hash begins in code: a line of a C program is no row of tags."""
FLASHCARDS = "flashcards"
"""The tag by which the Obsidian plugin for spaced repetition finds cards; what follows its `/` is the deck."""


def tags_in(line: str) -> tuple[str, ...]:
    """The tags that a line consists of, without their `#`; none where there is anything else."""
    words = line[: MAX_LINE + 1].split()
    fits = 0 < len(line) <= MAX_LINE and all(map(_is_tag, words))
    return tuple(dict.fromkeys(word[1:] for word in words)) if fits else ()


def _is_tag(word: str) -> bool:
    name = word[1:].lower()
    colour = len(name) in (3, 4, 6, 8) and set(name) <= set("0123456789abcdef") and _COLOUR.fullmatch(name)
    return bool(_TAG.fullmatch(word)) and name not in _CODE and not colour


def without_tag_lines(node: b.Paragraph) -> tuple[b.Paragraph | None, tuple[str, ...]]:
    """A paragraph without the lines of tags that begin or end it, and those tags. A line amidst others is text."""
    lines = node.text.split("\n")
    if not (_may_be(lines[0]) or _may_be(lines[-1])):
        return node, ()
    first, last = 0, len(lines)
    head, tail = list[str](), list[str]()
    while first < last and (found := tags_in(lines[first])):
        head += found
        first += 1
    while last > first and (found := tags_in(lines[last - 1])):
        tail = [*found, *tail]
        last -= 1
    tags = tuple(dict.fromkeys([*head, *tail]))
    if not tags:
        return node, ()
    kept = b.Paragraph("\n".join(lines[first:last]), node.line + first, node.end - (len(lines) - last))
    return kept if first < last else None, tags


def _may_be(line: str) -> bool:
    return line.lstrip().startswith("#")


def own_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags that say something about the text, without those that name a deck."""
    return tuple(dict.fromkeys(tag for tag in tags if tag.split("/")[0].lower() != FLASHCARDS))


def section_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags of a section: one that names a deck is kept, since the note as a whole has only one."""
    return tuple(dict.fromkeys(tag for tag in tags if tag.lower() != FLASHCARDS))


def deck_of(tags: Iterable[str]) -> str:
    """The deck that the first tag like `#flashcards/biology/cells` names: `biology::cells`."""
    return next(_decks(tags), "")


def only_deck_of(sections: Iterable[Iterable[str]]) -> str:
    """The deck that the tags of some sections name, where all that name one name the same."""
    decks = dict.fromkeys(deck for tags in sections for deck in _decks(tags))
    return next(iter(decks)) if len(decks) == 1 else ""


def _decks(tags: Iterable[str]) -> Iterator[str]:
    for tag in tags:
        head, *parts = filter(None, tag.split("/"))
        if head.lower() == FLASHCARDS and parts:
            yield "::".join(parts)
