"""The slides of a deck get their titles, and the line above each; what a title has no room for is said in the notes."""

from __future__ import annotations

from collections.abc import Sequence

from ...diagnostics import Diagnostic, info
from ...model import Deck
from ...readable import readable
from .draft import kicker, title_paras
from .frame import Frame
from .front import deck_title
from .naming import Leaf, tails
from .page import Page


def titled(leaves: Sequence[Leaf], deck: Deck, frame: Frame) -> tuple[list[Page], list[Diagnostic]]:
    """The pages, each with a title that no other has."""
    pages, problems = [], []
    for leaf, tail in zip(leaves, tails(leaves, deck_title(deck)), strict=True):
        page, cut = _page(leaf, tail, frame)
        pages.append(page)
        if cut:
            place = next((c.place for c in deck.walk() if leaf.owner == c.id), None)
            problems += [info(place, "title-cut", "a title is too long for a slide and was cut there")] if place else []
    return pages, problems


def _page(leaf: Leaf, part: str, frame: Frame) -> tuple[Page, bool]:
    """A page, and whether its title had to be cut; the notes then have it in full."""
    draft = leaf.draft
    opener, panel = draft.layout == "section", draft.role == "question"
    title, cut = title_paras(leaf.title, part, leaf.accent, frame, draft.layout, draft.role)
    say = [readable(leaf.title), *draft.say] if cut else draft.say
    return (
        Page(
            key=leaf.key,
            layout=draft.layout,
            title=title,
            kicker=() if opener else kicker(leaf.number, leaf.above, draft.suffix, leaf.accent, frame, panel=panel),
            boxes=draft.boxes,
            notes="\n".join(say),
            section=leaf.section,
            accent=leaf.accent,
            panel=panel,
            answers=draft.role == "answer",
            title_rect=frame.question if panel else frame.opener.title if opener and frame.opener.moved else None,
        ),
        cut,
    )
