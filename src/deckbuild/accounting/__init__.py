"""Is every visible word of a note in its model? Counted apart from the reader, so that the reader cannot excuse itself.

(Of the reader it uses what every note goes through first: front matter, hidden comments, Unicode. What these drop is by
rule not visible.) Visible is the text content of the HTML that markdown-it makes of the note: what GitHub would show. Front matter,
comments, tags and attributes are not visible, nor by rule is what only marks something: see `_MARKS` and `_CODE_MARKS`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from ..collection import no_collection
from ..diagnostics import Diagnostic, warning
from ..model import Deck, Place
from .held import held_text
from .visible import visible_text
from .words import words

W = TypeVar("W")
Seen = tuple[int, str]
"""A line, and a word of it."""

MAX_SHOWN = 60
MAX_LOCAL = 50_000
"""Words times lines of a block up to which each of its lines has them all; those of a longer one may be from anywhere."""
MAX_LINES = 200
MAX_LETTERS = 20_000
"""Bounds of a block in which words are sought letter by letter."""

__all__ = ["Account", "Missing", "account", "lost", "words"]


class Missing(Struct, frozen=True):
    """Words of one line, in their order, that the model does not hold."""

    line: int
    text: str


class Account(Struct, frozen=True):
    """How many visible words the note at `path` has, and how many of them its model holds."""

    path: str
    words: int
    accounted: int
    missing: tuple[Missing, ...] = ()


@no_collection()
def account(text: str, deck: Deck) -> Account:
    """Compare the visible text of a note with its model.

    A word is a run of letters and digits (a single letter in Japanese and Chinese); marks such as `*` that the two
    Markdown engines may read differently are nothing. Each word of the note uses up one of the model: first one from the same lines, then one from anywhere.
    """
    visible = [(line, word) for line, piece in visible_text(text) for word in words(piece)]
    local: Counter[tuple[int, str]] = Counter()
    spare: Counter[str] = Counter()
    for place, piece in held_text(deck):
        found = words(piece)
        spare.update(found)
        if (place.last - place.line + 1) * len(found) <= MAX_LOCAL:
            for line in range(place.line, place.last + 1):
                local.update((line, word) for word in found)
    left = [each for each in visible if not (_take(local, each) and _take(spare, each[1]))]
    left = [(line, word) for line, word in left if not _take(spare, word)]
    by_line: dict[int, list[str]] = defaultdict(list)
    for line, word in _not_within(left, visible, deck) if left else ():
        by_line[line].append(word)
    missing = tuple(Missing(line, " ".join(by_line[line])) for line in sorted(by_line))
    return Account(deck.source, len(visible), len(visible) - sum(map(len, by_line.values())), missing)


def _not_within(left: list[Seen], visible: list[Seen], deck: Deck) -> Iterator[Seen]:
    """The words whose letters the model does not have either.

    What is a mark to one engine may stand between two halves of what is one word to the other (`[[도커]]를`). The
    letters of the blocks of a line, without spaces, must hold each word of their lines once, the longest first.
    """
    lines = {line for line, _ in left}
    tags = {word for tag in _tags(deck) for word in words(tag)}
    letters: dict[int, list[str]] = defaultdict(list)
    around: dict[int, set[int]] = defaultdict(set)
    for place, piece in held_text(deck):
        covered = lines.intersection(range(place.line, place.last + 1)) if place.last - place.line <= MAX_LINES else ()
        joined = "".join(words(piece)) if covered and len(piece) <= MAX_LETTERS else ""
        for line in covered if joined else ():
            letters[line].append(joined)
            around[line].update(range(place.line, place.last + 1))
    rest = Counter(left)
    seen: dict[int, list[str]] = defaultdict(list)
    for line, word in visible:
        seen[line].append(word)
    for line in sorted(lines):
        pool = " ".join(letters[line])
        beside = [word for at in around[line] for word in seen.get(at, ())]
        for word in sorted(beside, key=len, reverse=True):
            found = word in pool
            pool = pool.replace(word, " ", 1) if found else pool
            if found and rest[line, word]:
                rest[line, word] -= 1
    for line, word in left:
        if word not in tags and rest[line, word] > 0:
            rest[line, word] -= 1
            yield line, word


def _tags(deck: Deck) -> Iterator[str]:
    """A tag may stand in a note any number of times; the model has it once."""
    yield from deck.tags
    for concept in deck.walk():
        yield from concept.tags


def lost(account: Account) -> Iterator[Diagnostic]:
    """A warning for each line that has lost words."""
    for each in account.missing:
        shown = each.text if len(each.text) <= MAX_SHOWN else each.text[: MAX_SHOWN - 1] + "…"
        message = f"these words are not in the concept model: {shown}"
        yield warning(Place(account.path, each.line), "text-lost", message, "write the passage as plain Markdown")


def _take(stock: Counter[W], word: W) -> bool:
    if stock[word] <= 0:
        return False
    stock[word] -= 1
    return True
