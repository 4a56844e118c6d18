"""A small box with which a section begins: it stands on the section's panel, below the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .concept import Entry, Plan
from .draft import Draft
from .frame import Opener
from .grid import look, on
from .inline import breaks_words, line, para, paras_height, spans
from .items import Aside, Item, Panel, elements
from .page import Para, Rect, Shape

SIZES = (20, 18, 16)
KIND_SIZE, SPACE = 14, 8.0
ABOVE, BELOW, RIGHT = 16.0, 28.0, 40.0
"""Points between the number and the box, between that and the way back, and right of it."""


def beneath(entries: Sequence[Entry], plan: Plan) -> Draft | None:
    """What of the first slide of a section its panel can show as well: all of it, where that is a box of prose and no
    more, and other slides follow."""
    panel, opener = _only_box(entries[0], plan), plan.frame.opener
    follows = len(entries) > 1 and (entries[1].concept is not entries[0].concept or bool(entries[1].draft.shows))
    if panel is None or not follows or not opener.panel.h:
        return None
    room = _room(opener)
    for size in SIZES:
        paras = tuple(_paras(panel, size, plan.section))
        fits = paras_height(paras, room.w) <= room.h and not any(breaks_words(each, room.w) for each in paras)
        if fits:
            return Draft("section", (Shape(room, paras, anchor="b", name="Note"),), entries[0].draft.say)
    return None


def _room(opener: Opener) -> Rect:
    """What is free of the panel, between the number and the way back."""
    left, top = opener.back.x, opener.number.bottom + ABOVE
    return Rect(left, top, opener.panel.right - RIGHT - left, opener.back.y - BELOW - top)


def _paras(panel: Panel, size: int, section: int) -> Iterator[Para]:
    """Kind, term and prose, as panels have them."""
    if panel.kind:
        yield line(panel.kind, KIND_SIZE, on(section, "quiet"))
    yield para(spans(panel.term, look(size, on(section), bold=True)), size)
    for item in panel.items:
        yield para(spans(item.text, look(size, on(section))), size, before=SPACE)


def _only_box(first: Entry, plan: Plan) -> Panel | None:
    """The box that a slide shows by itself, of a section with children."""
    draft, found = first.draft, elements(first.concept.body, plan.words)
    match [e for e in found if not isinstance(e, Aside)]:
        case [Panel(tinted=False, term=term, items=items) as panel] if term and all(map(_is_prose, items)):
            alone = first.concept.children and draft.layout == "free" and not draft.role and not draft.shows
            return panel if alone else None
        case _:
            return None


def _is_prose(item: Item) -> bool:
    """Whether a text can stand on a panel: without a sign, a formula, or a link, whose colour cannot be read there."""
    marked = item.sign or item.number or item.level or item.mono or item.label or item.heading
    return not marked and all(run.kind in ("text", "code", "break") and not run.href for run in item.text)
