"""Whether the words of a drawing still have room when one of its sides is made shorter than the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from ...diagrams.lettering import width
from ...diagrams.marking import marks
from ...diagrams.marks import LEAST, Mark
from ...diagrams.scene import Box, Point, Scene, around

PITCH = 1.3
"""The distance of baselines in a drawing that was pressed together, in em."""
LETTERS = 1.1
"""How high letters are with what reaches below them, in em."""
WIDER = 1.12
"""By how much the letters of another face may be wider than those of ours."""

SLACK = 0.5
"""By how many points words may stand out of a picture: nobody sees it."""
LINE = 2.0
"""How wide in points a line is with what keeps letters from touching it."""


def has_room(scene: Scene, across: float, down: float) -> bool:
    """Whether words in the size that they would have stand clear of each other, each inside its shape.

    A shape may end where its letters do: the space between lines is only needed between them. Words that stand clear of an
    arrow keep clear of it.
    """
    drawn = marks(scene)
    found = [mark for mark in drawn if mark.lines]
    boxes = [_words(mark, across, down) for mark in found]
    if any(a.meets(b) for a, b in combinations(boxes, 2)) or _struck(drawn, across, down) - _struck(drawn, 1.0, 1.0):
        return False
    shapes = [(mark.box, words) for mark, words in zip(found, boxes, strict=True) if mark.form != "words"]
    snug = (PITCH - 1) * LEAST + 0.1
    return all(words.width <= box.width * across and words.height - snug <= box.height * down for box, words in shapes)


def _struck(drawn: Sequence[Mark], across: float, down: float) -> set[tuple[int, int]]:
    """Which words without a shape an arrow runs through, both by their numbers."""
    words = [
        (n, _letters(_words(mark, across, down), len(mark.lines)))
        for n, mark in enumerate(drawn)
        if mark.form == "words" and mark.lines and not mark.turn
    ]
    arrows = [
        (n, _placed((curve.start, curve.end), across, down))
        for n, mark in enumerate(drawn)
        if (mark.head, mark.tail) != ("none", "none")
        for contour in mark.contours
        for curve in contour.curves
    ]
    return {(a, b) for a, box in words for b, line in arrows if box.meets(line)}


def _letters(words: Box, lines: int) -> Box:
    """Words without the space above and below them that no letter needs."""
    spare = (PITCH - LETTERS) / PITCH * words.height / lines
    return Box(words.x, words.y + spare / 2, words.width, words.height - spare)


def is_clear(scene: Scene, across: float, down: float) -> bool:
    """Whether the words around the shapes keep to the picture, and off the lines that say what they belong to."""
    lines = [_placed(stretch, across, down) for span in scene.spans for stretch in pairwise(span.path)]
    words = _beside(scene, across, down)
    return is_inside(scene, across, down) and not any(box.meets(line) for box in words for line in lines)


def is_inside(scene: Scene, across: float, down: float) -> bool:
    """Whether the words around the shapes keep to the picture."""
    page = Box(0.0, 0.0, scene.width * across, scene.height * down).grown(SLACK)
    return all(
        page.holds(Point(box.x, page.y)) and page.holds(Point(box.right, page.y))
        for box in _beside(scene, across, down)
    )


def _beside(scene: Scene, across: float, down: float) -> list[Box]:
    """The places of words without a shape."""
    return [_words(mark, across, down) for mark in marks(scene) if mark.form == "words" and mark.lines]


def _placed(stretch: tuple[Point, Point], across: float, down: float) -> Box:
    return around(Point(point.x * across, point.y * down) for point in stretch).grown(LINE / 2)


def _words(mark: Mark, across: float, down: float) -> Box:
    """The words of a mark where they would stand."""
    sizes = list(_sizes(mark, across, down))
    lines = zip(mark.lines, sizes, strict=True)
    wide = max(width(line.text.plain, size, bold=line.bold) for line, size in lines) * WIDER
    high = PITCH * sum(sizes)
    if mark.turn % 180:
        wide, high = high, wide
    box, middle = mark.box, mark.box.centre
    x = {"start": box.x * across, "middle": middle.x * across - wide / 2, "end": box.right * across - wide}
    return Box(x["middle" if mark.turn else mark.align], middle.y * down - high / 2, wide, high)


def _sizes(mark: Mark, across: float, down: float) -> Iterator[float]:
    """The type of each line: that which can be read, unless both sides are made so short that it is smaller."""
    longer = max(across, down)
    return (max(line.size * min(across, down), min(LEAST, line.size * longer)) for line in mark.lines)
