"""Tables of contents: lists that only say what else the note holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import unquote

from msgspec.structs import replace

from ....model import Block, List, RichText, Table, blocks
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


# tables of contents that bear this name


def anchor_key(anchor: str) -> str:
    """What of an anchor counts, and of the heading it leads to: its letters. GitHub writes `what-is-it` for `What is it?`."""
    return "".join(char for char in unquote(anchor).casefold() if char.isalnum())


def lists_sections(body: Sequence[Block], anchors: Collection[str]) -> bool:
    """Whether most entries of a section named `Contents` lead to a heading of the note (see `anchor_key`), or are one."""
    entries = [entry for block in body for entry in _listed(block)]
    return sum(_leads_to(entry, anchors) for entry in entries) * 2 > len(entries)


def as_contents(body: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a section as tables of contents: what is no list becomes the item of one."""
    for block in body:
        if isinstance(block, List):
            yield replace(block, role="contents")
        else:
            yield List((block,), role="contents", style="lines", place=block.place)


def _listed(block: Block) -> Iterator[RichText]:
    """The entries of a list, the longest cell with a link of each row of a table, and any other block by itself."""
    if isinstance(block, Table):
        for row in block.rows:
            yield max(row, key=lambda cell: (any(run.href for run in cell), len(cell.plain)), default=RichText())
    else:
        yield from _entries([block])


def _leads_to(entry: RichText, anchors: Collection[str]) -> bool:
    """Whether the better part of an entry is a link to one of the anchors, or is the text of one."""
    linked = [run for run in entry if run.href.startswith("#") and anchor_key(run.href) in anchors]
    letters = sum(len(run.text) for run in linked)
    return letters * 2 >= len(entry.plain) > 0 or anchor_key(_NUMBER.sub("", entry.plain)) in anchors
