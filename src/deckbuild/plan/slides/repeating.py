"""Beside which slides of its text a figure is shown once more: those that are about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from ...assets import Picture
from ...model import Figure
from ...readable import readable
from .frame import Frame
from .grid import Scale
from .groups import Stack, spoken
from .items import Item
from .text import text_group

_POINTS = re.compile(
    r"\b(?:figures?|fig|pictures?|images?|diagrams?|graphs?|charts?|plots?|photos?|screenshots?|drawings?)\b|"
    r"그림|사진|도표|도식|그래프|다이어그램|화면|図|グラフ|写真|画像|图|圖|照片",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[a-zà-ɏ]{5,}|[가-힣]{2,}|[゠-ヿ]{2,}|[㐀-鿿]{2,}")
"""Words that name something: shorter ones hold sentences together. Endings of Korean words are not theirs."""


def about(figure: Figure, picture: Picture | None) -> frozenset[str]:
    """The words that are known of a figure: of its caption, its description and its labels."""
    read = picture.scene.alt if picture and picture.scene else ""
    return frozenset(_NAMES.findall(f"{readable(figure.caption)} {figure.alt} {read}".lower()))


def slides_beside(stacks: Sequence[Stack], known: frozenset[str], before: bool) -> int:
    """How many of the slides of a text have its figure beside them: up to the last that says a word of it. The first has
    it anyway, and all have it where nothing is known of it, unless it was shown by itself `before`."""
    if not known and not before:
        return len(stacks)
    told = [n for n, stack in enumerate(stacks, 1) if is_about(" ".join(spoken(stack)), known)]
    return max(told, default=0 if before else 1)


def is_about(text: str, known: frozenset[str]) -> bool:
    """Whether a text names a figure of which these words are known, or points at one."""
    return bool(_POINTS.search(text)) or any(word in text.lower() for word in known)


def first_item(
    items: Sequence[Item], stacks: Sequence[Stack], slide: int, scale: Scale, width: float, frame: Frame
) -> int | None:
    """The item with which a slide of a text begins; nothing where there is no such slide or it begins amidst one."""
    if slide >= len(stacks):
        return None
    ends = accumulate((len(text_group([each], scale, width, 0, frame).pieces) for each in items), initial=0)
    return {piece: n for n, piece in enumerate(ends)}.get(stacks[slide][0].start)
