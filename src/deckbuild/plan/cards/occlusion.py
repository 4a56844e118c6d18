"""Diagrams with their labels hidden: which part is asked for, while all others stay hidden too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...assets import Picture
from ...diagrams.masks import covered
from ...diagrams.scene import Covered
from ...diagrams.screen import on_card
from ...model import Figure, RichText
from ...pictured import is_of_fence
from .model import Card, Mask, Masks
from .phrases import echoes, says, short
from .spots import Spot

LEAST, MOST = 2, 15
"""Labels of a picture that is asked for part by part: one alone is no choice, and of more nobody learns a picture."""
MAX_LABEL = 40
"""Weight of a label that is a name."""
MAX_CAPTION = 120
ASKS = {"ko": "가려진 부분은?", "en": "hidden part?", "ja": "隠れた部分は？", "zh": "被遮住的部分是？"}
OF_LAYERS = {"ko": "가려진 계층은?", "en": "hidden layer?", "ja": "隠れた層は？", "zh": "被遮住的层是？"}


def occlusions(spot: Spot) -> Iterator[Card]:
    """One note for a diagram: each of its labels is a card. A label that the caption tells is not asked for."""
    block, pictures = spot.block, spot.context.survey.pictures
    if not isinstance(block, Figure) or not isinstance(pictures, Mapping):
        return
    picture = pictures.get(block.src)
    if not isinstance(picture, Picture) or not (labels := picture.labels or _labels(picture)):
        return
    caption = block.caption if short(block.caption, MAX_CAPTION) else RichText()
    topic = caption or spot.topic
    asked = OF_LAYERS if picture.scene and picture.scene.kind == "stack" else ASKS
    cue = asked.get(spot.context.survey.language, asked["en"])
    masks = [
        (each.label, tuple((box.x, box.y, box.width, box.height) for box in each.boxes))
        for each in labels
        if short(each.label, MAX_LABEL)
        and not echoes(topic.plain, each.label.plain)
        and not says(cue, each.label.plain)
    ]
    if not LEAST <= len(masks) <= MOST:
        return
    names = " / ".join(label.plain for label, _ in masks)
    yield Card(
        kind="occlusion",
        key=spot.key("occlusion", names if is_of_fence(block.src) else block.src),
        topic=topic,
        cue=cue,
        shown=(Masks(block.src, tuple(Mask(label, boxes, n) for n, (label, boxes) in enumerate(masks, 1))),),
        place=block.place,
    )


def _labels(picture: Picture) -> tuple[Covered, ...]:
    return covered(on_card(picture.scene, picture.turned)) if picture.scene else ()
