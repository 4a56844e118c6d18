"""The labels of a picture without a source, as its author gives them in a file beside it: `photo.boxes.yaml`.

    - [도커 엔진, 10, 40, 80, 12]      # label, left, top, width, height, in percent of the picture

Two entries with one label are asked for together.
"""

from __future__ import annotations

from ..model import Place, RichText
from .scene import Box, Covered
from .tree import Findings, Item, Mapping, Scalar, Sequence, read, wrong

SUFFIX = ".boxes.yaml"
LEAST = 0.001
"""The side of the smallest box as a share of the picture: a smaller one hides nothing."""
_FORM = "a box is [label, left, top, width, height]"
_HINT = "numbers are percent of the picture, such as [nucleus, 20, 30, 15, 10]"


def parse(source: str, place: Place) -> tuple[tuple[Covered, ...], Findings]:
    """The labels in their order, and what is wrong with the file; a box that is wrong is left out."""
    root, said = read(source, place)
    if isinstance(root, Mapping):
        root = root.get("boxes") or root
    if not isinstance(root, Sequence):
        return (), said if root is None else [*said, wrong(root, "this is a list of boxes", _HINT)]
    found: dict[str, list[Box]] = {}
    for item in root.items:
        if entry := _entry(item, said):
            found.setdefault(entry[0], []).append(entry[1])
    return tuple(Covered(RichText.of(label), tuple(boxes)) for label, boxes in found.items()), said


def _entry(item: Item, said: Findings) -> tuple[str, Box] | None:
    parts = item.items if isinstance(item, Sequence) else ()
    try:
        label, *numbers = (each.text if isinstance(each, Scalar) else "" for each in parts)
        left, top, width, height = (float(number.rstrip("%")) / 100 for number in numbers)
    except ValueError:
        said.append(wrong(item, _FORM, _HINT))
        return None
    inside = 0 <= left <= left + width <= 1.001 and 0 <= top <= top + height <= 1.001
    if not inside or min(width, height) < LEAST or not label.strip():
        said.append(wrong(item, "this box does not lie within the picture", _HINT))
        return None
    return label.strip(), Box(round(left, 4), round(top, 4), round(width, 4), round(height, 4))
