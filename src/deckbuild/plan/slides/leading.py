"""Where headings lead that are links: told in the notes of a slide where none shows the link itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from ...model import Deck, RichText
from .links import paras_of
from .page import Page


def with_addresses(pages: Sequence[Page], deck: Deck, slides: Mapping[str, str]) -> tuple[Page, ...]:
    """Pages whose notes have the addresses of headings that are on none of them, as on a cover or a title that is cut;
    `slides` are the keys of pages by the ids of their concepts."""
    shown = {span.href for page in pages for para in (*page.title, *paras_of(page)) for span in para.spans}
    lost: dict[str, list[str]] = {}
    for title, key in _titles(deck, slides, pages[0].key):
        for run in title:
            if "://" in run.href and run.href not in shown:
                lost.setdefault(key, []).append(f"{run.text}: {run.href}")
    return tuple(
        replace(page, notes="\n".join(filter(None, (page.notes, *dict.fromkeys(lost.get(page.key, ()))))))
        for page in pages
    )


def _titles(deck: Deck, slides: Mapping[str, str], first: str) -> Iterator[tuple[RichText, str]]:
    """Every heading, and the slide that it is told on: the first of what it stands above."""
    yield deck.title, first
    for concept in deck.walk():
        yield concept.title, next((slides[each.id] for each in concept.walk() if each.id in slides), first)
