"""What of a picture can be asked for by hiding it: its labels, each with the boxes that cover it.

Boxes are fractions of the picture as `png` draws it, margin included. Layers of a stack and names of an anatomy's parts
are the best questions; the nodes of graphs come next, and the names of classes and entities. A chart of numbers hides nothing worth
asking, nor does a board of tasks, or a history of commits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..model import RichText
from ..richtext import join
from .lettering import pitch, width
from .redrawn import redrawn
from .scene import NODE, Box, Covered, Scene
from .svg import MARGIN

ASKED = ("sequence", "state", "block", "timeline", "mindmap", "packet")
"""Drawings of the engine whose words in shapes are the names of things."""
HEADED = ("class", "er", "requirement")
"""Those whose boxes hold a name above what it has: the name alone is asked for."""
_COUNTED = re.compile(r"(.*\D)\s?\d+")
_ROWS = (
    "가나다라마바사아자차카타파하",
    "甲乙丙丁戊己庚辛壬癸",
    "一二三四五六七八九十",
    "アイウエオカキクケコ",
    "あいうえおかきくけこ",
)
"""Letters by which things are counted; each alone may be a word too, as 차 (tea) is."""
_Labels = dict[str, tuple[RichText, list[Box]]]
LEVEL = 0.002
"""How far boxes in one row may lie apart, in shares of a picture."""
BESIDE = 2.0
"""Points by which a mask is larger than words without an outline."""


def covered(scene: Scene) -> tuple[Covered, ...]:
    """The labels of a scene in its order; one that stands twice is one, with a box for each place."""
    found: _Labels = {}
    for label, box in _labels(scene):
        if any(map(str.isalnum, label.plain)):
            found.setdefault(label.plain, (label, []))[1].append(_share(box, scene))
    if scene.kind == "sequence":
        found = _at_the_head(found)
    labels = list(found)
    return tuple(
        Covered(label, tuple(boxes)) for name, (label, boxes) in found.items() if not _is_one_of_a_row(name, labels)
    )


def _at_the_head(found: _Labels) -> _Labels:
    """Who takes part in a sequence: these names end in one row at its head. What else is in shapes is said or noted."""
    boxes = [box for _, places in found.values() for box in places]
    first = min(boxes, key=lambda box: box.y, default=Box(0, 0, 0, 0))
    return {
        name: (label, places)
        for name, (label, places) in found.items()
        if any(abs(box.bottom - first.bottom) < LEVEL for box in places)
    }


def _is_one_of_a_row(name: str, labels: list[str]) -> bool:
    """Whether nothing but a number or a letter tells it from its neighbours: `앱 1`, `앱 2`, `a`, `b`."""
    row = _COUNTED.fullmatch(name)
    alike = [other for other in labels if (found := _COUNTED.fullmatch(other)) and row and found[1] == row[1]]
    return (len(name) == 1 and _counts(name, labels)) or len(alike) > 1


def _counts(letter: str, labels: list[str]) -> bool:
    """Whether a letter is but a number: any of an alphabet, and of other signs one whose row begins among the labels."""
    row = next((row for row in _ROWS if letter in row and row[0] in labels), "")
    return bool(row) or unicodedata.category(letter) != "Lo" or "\u3131" <= letter <= "\u318e"


def _labels(scene: Scene) -> Iterator[tuple[RichText, Box]]:
    if scene.raw_svg:
        yield from _drawn(scene) if scene.kind in ASKED else _names(scene) if scene.kind in HEADED else ()
    elif scene.kind == "anatomy":
        for span in scene.spans:
            words = [text.box for text in (span.label, span.remark) if text]
            yield _one_line(span.label.lines), _around(words).grown(BESIDE)
    else:
        for node in scene.nodes:
            if node.shape == "diamond":
                continue  # a question, and not the name of a thing
            grown = 0.0 if node.shape not in ("text", "string") else BESIDE
            yield _one_line(node.lines), node.box.grown(grown)
        for span in scene.spans:
            yield _one_line(span.label.lines), span.label.box.grown(BESIDE)


def _drawn(scene: Scene) -> Iterator[tuple[RichText, Box]]:
    for mark in redrawn(scene.raw_svg):
        named = mark.form in ("rect", "oval") or scene.kind == "mindmap"
        if mark.lines and named and not mark.turn:
            yield _one_line(tuple(line.text for line in mark.lines)), mark.box


def _names(scene: Scene) -> Iterator[tuple[RichText, Box]]:
    """The names of boxes: they are larger than what these have, and stand in the middle of the place that they are in."""
    for mark in redrawn(scene.raw_svg):
        lines = [line for line in mark.lines if line.size >= NODE]
        if lines and not mark.turn:
            wide = max(width(line.text.plain, line.size, bold=line.bold) for line in lines)
            high = sum(pitch(line.size) for line in lines)
            middle = mark.box.centre
            words = Box(middle.x - wide / 2, middle.y - high / 2, wide, high)
            yield _one_line(tuple(line.text for line in lines)), words.grown(2 * BESIDE)


def _one_line(lines: tuple[RichText, ...]) -> RichText:
    return join(lines, " ")


def _around(boxes: list[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _share(box: Box, scene: Scene) -> Box:
    """A box in fractions of the picture, within it."""
    wide, high = scene.width + 2 * MARGIN, scene.height + 2 * MARGIN
    left, top = max(0.0, (box.x + MARGIN) / wide), max(0.0, (box.y + MARGIN) / high)
    right, bottom = min(1.0, (box.right + MARGIN) / wide), min(1.0, (box.bottom + MARGIN) / high)
    return Box(round(left, 4), round(top, 4), round(right - left, 4), round(bottom - top, 4))
