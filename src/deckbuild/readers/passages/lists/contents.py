"""Tables of contents: lists that only say what else the note holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ....model import Block, List, RichText, blocks
from ..asked import lines_of

MIN_LINKS = 2
MIN_TITLES = 3
_NUMBER = re.compile(r"^\s*\(?\d+(?:[.-]\d+)*[.)]?\s+")


def is_contents(items: Sequence[Block], titles: Collection[str]) -> bool:
    """Whether each item leads to a place in the note, or bears the title of one of its sections (see `title_key`)."""
    entries = list(_entries(items))
    tops = [next(lines_of(item), RichText()) for item in items]
    for leading in (tops, entries):
        if len(leading) >= MIN_LINKS and all(map(_leads_within, leading)):
            return True
    known = sum(title_key(entry.plain) in titles for entry in entries)
    return known >= MIN_TITLES and known >= 0.8 * len(entries)


def title_key(title: str) -> str:
    """A title as it is found again: without its number, in small letters."""
    return " ".join(_NUMBER.sub("", title).casefold().split())


def _entries(items: Sequence[Block]) -> Iterator[RichText]:
    """The lines of items at any depth, those of lists aside."""
    for block in blocks(items):
        if not isinstance(block, List):
            yield next(lines_of(block), RichText())


def _leads_within(entry: RichText) -> bool:
    return bool(entry) and all(run.href.startswith("#") for run in entry if run.text.strip(" /|·"))
