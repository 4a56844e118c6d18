"""Sections that are too little for a slide, told where they belong: one link below what it is the source of."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...model import Block, Concept, Deck, Definition, Labelled, List, Point, Reference, RichText


def folded(deck: Deck) -> Deck:
    """A deck whose sections of a single link are the last line of the section before, or of the text above them."""
    body, concepts = _folded(deck.body, deck.concepts)
    return replace(deck, body=body, concepts=concepts)


def _folded(body: tuple[Block, ...], concepts: Sequence[Concept]) -> tuple[tuple[Block, ...], tuple[Concept, ...]]:
    """What stands above sections, and these."""
    out: list[Concept] = []
    for concept in concepts:
        link = _only_link(concept)
        if link and not out and not _is_sentence(body):
            body = (*body, link)
        elif link and out and (taken := _with(out[-1], link)):
            out[-1] = taken
        else:
            own, children = _folded(concept.body, concept.children)
            out.append(replace(concept, body=own, children=children) if children != concept.children else concept)
    return body, tuple(out)


def _only_link(concept: Concept) -> Labelled | None:
    """The one link that is all of a section, labelled with the section's title."""
    match concept.body:
        case (Reference() as link,) | (List(items=(Reference() as link,)),) if not concept.children:
            runs = (replace(run, href=link.url) for run in link.title or RichText.of(link.url))
            return Labelled(concept.title, RichText(runs), place=link.place)
        case (Point(leads_to=(), body=()) as point,) | (List(items=(Point(leads_to=(), body=()) as point,)),):
            linked = all(run.href for run in point.text if run.text.strip())
            return Labelled(concept.title, point.text, place=point.place) if linked and not concept.children else None
        case _:
            return None


def _with(concept: Concept, link: Labelled) -> Concept | None:
    """A section with the link below the last of its text; nothing where that is a single sentence, or none."""
    if concept.children:
        last = _with(concept.children[-1], link)
        return replace(concept, children=(*concept.children[:-1], last)) if last else None
    return None if _is_sentence(concept.body) else replace(concept, body=(*concept.body, link))


def _is_sentence(body: Sequence[Block]) -> bool:
    """Whether a body is set large as it is, or empty."""
    match body:
        case () | (Definition() | Point(body=()),) | (List(items=(Definition() | Point(body=()),)),):
            return True
        case _:
            return False
