"""Typed chains, `A -> B -> C`, as drawings: a paragraph that is nothing else reads better as one.

One among points, that is. Chains that are compared with each other, and one beside a table or a picture, stay text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from ...assets import Picture
from ...diagrams.chain import layout
from ...diagrams.scene import Scene
from ...model import Block, Concept, Deck, Figure, Labelled, List, Point, RichText
from ...richtext import to_plain
from .diagram import fitted
from .frame import Frame

FEWEST, MOST = 3, 7
"""How many steps a drawing has: two are a pair, and more are not taken in at a glance."""
LONGEST = 24
"""Letters of a step that a box has room for."""

_ARROW = re.compile(r"\s+[→⇒]\s+")
_END = re.compile(r"[.。!?！？:;,…]$")
_OTHER = re.compile(r"[←→↔⇐⇒⇔]")


def chained(deck: Deck, pictures: Mapping[str, Picture], frame: Frame) -> tuple[Deck, Mapping[str, Picture]]:
    """The deck with a figure in place of each chain that can be read as one, and the pictures with theirs."""
    drawn = {each.src: each for each in _drawn(deck, frame)}
    if not drawn:
        return deck, pictures
    concepts = tuple(_concept(concept, drawn) for concept in deck.concepts)
    return replace(deck, concepts=concepts), {**pictures, **drawn}


def steps(block: Block) -> tuple[str, ...]:
    """The steps of a block that is a chain; none of any other."""
    if not isinstance(block, Point) or block.body or block.leads_to or not _is_bare(block.text):
        return ()
    found = tuple(part.strip() for part in _ARROW.split(to_plain(block.text)))
    is_chain = FEWEST <= len(found) <= MOST and all(map(_is_step, found)) and not _END.search(found[-1])
    return found if is_chain else ()


def _is_step(part: str) -> bool:
    return 0 < len(part) <= LONGEST and not _OTHER.search(part) and part.count("(") == part.count(")")


def _is_bare(text: RichText) -> bool:
    return all(run.kind == "text" and not run.styles and not run.href for run in text)


def _chain(body: tuple[Block, ...]) -> tuple[str, ...]:
    """The steps of the one chain among the points of a section."""
    found = [each for each in map(steps, body) if each]
    return found[0] if len(found) == 1 and all(isinstance(block, Point | Labelled | List) for block in body) else ()


def _src(found: tuple[str, ...]) -> str:
    return "chain:" + " → ".join(found)


def _drawn(deck: Deck, frame: Frame) -> Iterator[Picture]:
    """Each chain that can be read, in a row or in several."""
    found = filter(None, (_chain(concept.body) for concept in deck.walk()))
    return (picture for each in found if _can_be_read(picture := _picture(each, layout(each)), frame))


def _picture(found: tuple[str, ...], scene: Scene) -> Picture:
    return Picture(_src(found), "", b"", round(scene.width), round(scene.height), "png", scene=scene)


def _can_be_read(picture: Picture, frame: Frame) -> bool:
    shown = fitted(picture, frame.body.w, frame.body.h)
    return bool(shown and shown.legible)


def _concept(concept: Concept, drawn: Collection[str]) -> Concept:
    children = tuple(_concept(child, drawn) for child in concept.children)
    if _src(_chain(concept.body)) not in drawn:
        return replace(concept, children=children)
    body = tuple(Figure(_src(steps(block)), place=block.place) if steps(block) else block for block in concept.body)
    return replace(concept, body=body, children=children)
