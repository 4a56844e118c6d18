"""The ways in which a picture can stand in a column, each as a file for Typst with the least width at which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...assets import Picture
from ...diagnostics import Diagnostic
from ...diagrams.narrow import narrowed
from ...diagrams.scene import NODE, Scene
from ...diagrams.upright import upright
from ...plan.sheet.shapes import SMALLEST
from .pictures import drawing, embedded

DIAGRAM = 0.6
"""pt to the point of a diagram: its labels are then about as large as the text of a sheet, and no larger."""
PIXEL = 0.75
"""pt to the pixel of any other picture (CSS Values and Units 4 §6.2)."""
COLUMNS = (230.0, 164.0, 140.0)
"""pt: for columns of these widths a diagram is laid out anew. They are about those of a sheet of three columns and of four."""


class Way(Struct, frozen=True):
    """A picture in one of its forms: the width at which it is at its best, and the least one, in pt; `svg` is the file.

    `ems` is the width of a diagram in em of its type, which is to be no larger than that of the sheet.
    """

    svg: bytes
    wide: float
    aspect: float
    least: float = 0.0
    ems: float = 0.0


def ways(picture: Picture, grey: bool = False) -> tuple[Way, ...] | Diagnostic:
    """All forms of a picture, the one as its author wrote it first; or why it cannot be shown. In greys where colour is not to be."""
    if picture.scene is None:
        made = embedded(picture, grey=grey)
        if isinstance(made, Diagnostic):
            return made
        return (Way(made, picture.width * PIXEL, round(picture.aspect, 5)),)
    return tuple(_way(scene, grey) for scene in _useful(picture))


def _way(scene: Scene, grey: bool) -> Way:
    svg = drawing(scene, grey).encode()
    wide, least, ems = scene.width * DIAGRAM, _least(scene), scene.width / NODE
    return Way(svg, round(wide, 3), round(scene.aspect, 5), round(least, 3), round(ems, 3))


def _least(scene: Scene) -> float:
    """The width in pt at which the smallest type of a scene is the smallest of a sheet."""
    return scene.width * SMALLEST / scene.smallest


def _useful(picture: Picture) -> Iterator[Scene]:
    """The scenes that stand where none before them can: being narrower or less high."""
    wide = high = float("inf")
    for scene in _scenes(picture):
        least = _least(scene)
        if least < wide - 1 or least / scene.aspect < high - 1:
            wide, high = min(wide, least), min(high, least / scene.aspect)
            yield scene


def _scenes(picture: Picture) -> Iterator[Scene]:
    for scene in (picture.scene, picture.turned):
        if scene:
            yield scene
            rooms = [room * scene.smallest / SMALLEST for room in COLUMNS]
            made = (form(scene, room) for form in (narrowed, upright) for room in rooms)
            yield from (each for each in made if each)
