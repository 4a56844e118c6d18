"""What the lecturer reads: where the slide belongs, what there is to say, and which cards the students get of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from ...readable import readable
from ...wording import Words
from .concept import Entry
from .draft import heading
from .page import Grid, Page
from .written import letters, written

MOST_CARDS = 5
_PARTS = re.compile(r"[:;,] ")


def with_notes(
    pages: Sequence[Page],
    entries: Mapping[str, Entry],
    names: Sequence[str],
    cards: Mapping[str, list[str]],
    words: Words,
) -> tuple[Page, ...]:
    """Pages whose notes begin with where they belong (`names` of the sections) and end with their cards."""
    return tuple(
        replace(
            page,
            notes=_notes(_where(page, entries.get(page.key), names), _unread(page), cards.get(page.key, ()), words),
        )
        for page in pages
    )


def _unread(page: Page) -> str:
    """The lines of a page's notes but those that only read out a table, which the audience has before it."""
    cells = "".join(letters(text) for text in written(box for box in page.boxes if isinstance(box, Grid)))
    return "\n".join(line for line in page.notes.split("\n") if not _read_out(line, cells))


def _read_out(line: str, cells: str) -> bool:
    return bool(cells and line) and all(letters(part) in cells for part in _PARTS.split(line))


def _where(page: Page, entry: Entry | None, names: Sequence[str]) -> str:
    """The section's name, and that of the passage where it is another."""
    section = names[page.section]
    own = readable(heading(entry.concept)) if entry else ""
    name = f"{entry.concept.number} {own}".strip() if entry else ""
    return section if not own or own in section else f"{section} › {name}"


def _notes(where: str, text: str, cards: Sequence[str], words: Words) -> str:
    """Plain lines in up to three paragraphs; nothing for a slide with nothing to say."""
    listed = "\n".join([f"{words.cards}:", *_listed(cards)]) if cards else ""
    return "\n\n".join(part for part in (where, text, listed) if part) if text or listed else ""


def _listed(cards: Iterable[str]) -> list[str]:
    """Each front once, with how often it is asked (the items of a list share one); of many the first, and how many follow."""
    found = [f"- {front}" + (f" (×{count})" if count > 1 else "") for front, count in Counter(cards).items()]
    return found if len(found) <= MOST_CARDS else [*found[: MOST_CARDS - 1], f"… +{len(found) - MOST_CARDS + 1}"]
