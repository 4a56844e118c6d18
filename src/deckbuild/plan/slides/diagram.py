"""Diagrams on slides: in which direction, and how large, so that the last row can read every label."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...diagnostics import Diagnostic, warning
from ...diagrams.beside import widened
from ...diagrams.marks import LEAST
from ...diagrams.narrow import drawn_together
from ...diagrams.parting import parted
from ...diagrams.scene import NODE, Scene
from ...model import Deck, Place, figures
from ...pictured import diagrams, source_of
from .page import Image, SlidePlan
from .pressing import WIDER, has_room, is_clear, is_inside

LARGEST = 1.5
"""A diagram is set at most so much larger than drawn: its labels are then as large as the largest text beside it."""
RIGID = ("flowchart", "pie", "gitGraph")
"""Drawings that lose their sense where they are made wider than high; other drawings of the engine do not."""
STRETCH = 1.6
"""By how much wider (or higher) such a drawing may be made against its other side."""
PRESSED = 2.2
"""The same where it could not be read otherwise, and its words have room."""
LESSER = (2.0, 1.8, 1.6, 1.4, 1.2)
"""The same, tried in turn, of one that cannot be read at all."""
KEPT = 0.75
"""A layout as the author wrote it is kept where it is no smaller than this share of the other."""
TIGHTEST = 0.66
"""How near to each other lines of a drawing may come without a look at each of its words."""


class Fitted(Struct, frozen=True):
    """A scene in the size that fits a place, in points."""

    scene: Scene
    w: float
    h: float

    @property
    def legible(self) -> bool:
        """Whether all type is large enough, and there is room for it where the scene was pressed together."""
        if self.type < LEAST - 0.01:
            return False
        return not _is_elastic(self.scene) or (_is_clear(self) and (_scale(self) >= TIGHTEST or _is_roomy(self)))

    @property
    def type(self) -> float:
        """The smallest type in points: in a scene that was pressed together it keeps the size that its longer side gives."""
        across, down = self.w / self.scene.width, self.h / self.scene.height
        return (max(across, down) if _is_elastic(self.scene) else across) * self.scene.smallest

    @property
    def whole(self) -> bool:
        """Whether that is so without stretching it."""
        return _scale(self) * self.scene.smallest >= LEAST - 0.01


def fitted(picture: Picture, w: float, h: float) -> Fitted | None:
    """The scene of a picture as large as a place allows; none without one.

    It is laid out as its author wrote it, unless that must be pressed together to be read, or the other is much larger.
    """
    if picture.scene is None:
        return None
    own = _fitted(picture.scene, w, h)
    other = _fitted(picture.turned, w, h) if picture.turned else None
    if other is None or (own.whole and _scale(own) >= min(1.0, KEPT * _scale(other))):
        return own
    if not other.legible:
        return own if own.legible or own.type >= KEPT * other.type else other
    return other if other.whole or not own.legible else own


def pieces(picture: Picture | None, w: float, h: float) -> tuple[Picture, ...]:
    """The groups of a diagram that cannot be read in a place as a whole, each as a picture, where that helps."""
    drawn = fitted(picture, w, h) if picture else None
    if picture is None or drawn is None or drawn.legible:
        return ()
    scenes = [parted(scene) for scene in (picture.scene, picture.turned) if scene]
    found = next((each for each in scenes if each and all(_fitted(part, w, h).legible for part in each)), ())
    return tuple(replace(picture, scene=part, turned=None) for part in found)


def small_labels(deck: Deck, plan: SlidePlan) -> Iterator[Diagnostic]:
    """What is to be said of diagrams that have no room on a slide for labels that can be read."""
    small = {
        box.src: max(min(floor(shown.type), floor(LEAST) - 1), 1)
        for page in plan.pages
        for box in page.boxes
        if isinstance(box, Image) and box.scene
        if not (shown := Fitted(box.scene, box.rect.w, box.rect.h)).legible
    }
    places = {source_of(each): each.place for each in diagrams(deck)} | {each.src: each.place for each in figures(deck)}
    for src, size in small.items():
        hint = "make several diagrams of it, or put what belongs together into subgraphs"
        message = (
            f"this diagram has too much for a slide: its labels are {size} pt, "
            f"and less than {LEAST:.0f} is hard to read"
        )
        yield warning(places.get(src, Place(plan.source)), "diagram-small", message, hint)


def _is_elastic(scene: Scene) -> bool:
    return scene.kind in ("stack", "anatomy") or (bool(scene.raw_svg) and scene.kind not in RIGID)


def _is_roomy(each: Fitted) -> bool:
    return has_room(each.scene, each.w / each.scene.width, each.h / each.scene.height)


def _is_inside(each: Fitted) -> bool:
    return is_inside(each.scene, each.w / each.scene.width, each.h / each.scene.height)


def _is_clear(each: Fitted) -> bool:
    """Whether that is so of stacks; nothing else has words that end at a line or at the edge."""
    return each.scene.kind != "stack" or is_clear(each.scene, each.w / each.scene.width, each.h / each.scene.height)


def _scale(each: Fitted) -> float:
    return min(each.w / each.scene.width, each.h / each.scene.height)


def _fitted(scene: Scene, w: float, h: float) -> Fitted:
    across, down = min(w / scene.width, LARGEST), min(h / scene.height, LARGEST)
    least = min(across, down)
    if not _is_elastic(scene) and least * scene.smallest < LEAST:
        return _together(scene, w, h) or Fitted(scene, scene.width * least, scene.height * least)
    if least * scene.smallest >= LEAST:
        return _spread(Fitted(scene, scene.width * least, scene.height * least))
    stretched = [_stretched(scene, across, down, limit) for limit in (STRETCH, PRESSED)]
    if found := [each for each in stretched if each.legible]:
        return found[0]
    return stretched[0] if scene.kind == "stack" else _tidy(scene, across, down)


def _stretched(scene: Scene, across: float, down: float, limit: float) -> Fitted:
    """A scene with one side made longer against the other, as far as that helps its type."""
    least = min(across, down)
    most = max(least, min(LEAST / scene.smallest, least * limit))
    return _spread(Fitted(scene, scene.width * min(across, most), scene.height * min(down, most)))


def _tidy(scene: Scene, across: float, down: float) -> Fitted:
    """What cannot be read, in the largest type in which none of its words meets another, or leaves its shape."""
    ways = (_stretched(scene, across, down, limit) for limit in LESSER)
    return next((each for each in ways if _is_roomy(each) and _is_inside(each)), _stretched(scene, across, down, 1.0))


def _spread(each: Fitted) -> Fitted:
    """Stacks whose brackets have room for their words in the type of the slide, be its letters wider than ours."""
    if each.scene.kind != "stack":
        return each
    across, down = each.w / each.scene.width, each.h / each.scene.height
    size = max(NODE * min(across, down), min(LEAST, NODE * max(across, down)))
    return replace(each, scene=widened(each.scene, WIDER * size / (NODE * across)))


def _together(scene: Scene, w: float, h: float) -> Fitted | None:
    """A drawing that is a little too wide, with less between its words, where it can be read so."""
    closer = drawn_together(scene, w * scene.smallest / LEAST)
    if closer is None:
        return None
    scale = min(w / closer.width, h / closer.height)
    made = Fitted(closer, closer.width * scale, closer.height * scale)
    return made if made.legible else None
