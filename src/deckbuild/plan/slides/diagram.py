"""Diagrams on slides: in which direction, and how large, so that the last row can read every label."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...diagnostics import Diagnostic, warning
from ...diagrams.bands import bands
from ...diagrams.beside import widened
from ...diagrams.folding import folded, stretches
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
ROWS, PAGES = 5, 6
"""How many rows of a slide a long flowchart may take, and how many slides what is too large for one."""
REMEDIES = {
    "flowchart": "make several diagrams of it, or put what belongs together into subgraphs",
    "sequence": "shorten what is said, or make several diagrams of it; frames (loop, alt, par) are never parted",
}
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
    shown = _of_two(picture.scene, picture.turned, w, h)
    if shown.legible:
        return shown
    closer = max((_fitted(scene, w, h) for scene in picture.close), key=lambda each: each.type, default=shown)
    if closer.legible:
        return closer
    return _in_rows(picture, w, h) or (closer if shown.type < KEPT * closer.type else shown)


def _of_two(scene: Scene, turned: Scene | None, w: float, h: float) -> Fitted:
    own = _fitted(scene, w, h)
    other = _fitted(turned, w, h) if turned else None
    if other is None or (own.whole and _scale(own) >= min(1.0, KEPT * _scale(other))):
        return own
    if not other.legible:
        return own if own.legible or own.type >= KEPT * other.type else other
    return other if other.whole or not own.legible else own


def _in_rows(picture: Picture, w: float, h: float) -> Fitted | None:
    """A flowchart that runs from left to right in rows, as few as show it as large as any, if it can be read so."""
    scenes = _scenes(picture)
    made = (folded(scene, count) for scene in scenes for count in range(2, ROWS + 1))
    found = [shown for scene in made if scene and (shown := _fitted(scene, w, h)).legible]
    return max(found, key=lambda each: min(_scale(each), 1.0), default=None)


def _scenes(picture: Picture) -> list[Scene]:
    """All layouts of a diagram, that of its author first."""
    return [scene for scene in (picture.scene, picture.turned, *picture.close) if scene]


def pieces(picture: Picture | None, w: float, h: float) -> tuple[Picture, ...]:
    """The parts of a diagram that cannot be read in a place as a whole, each as a picture, where that helps: its groups, or
    one stretch after the other."""
    drawn = fitted(picture, w, h) if picture else None
    if picture is None or drawn is None or drawn.legible:
        return ()
    for scenes in _partings(picture):
        parts = tuple(replace(picture, scene=scene, turned=None, close=()) for scene in scenes)
        if parts and all(shown.legible for part in parts if (shown := fitted(part, w, h))):
            return parts
    return ()


def _partings(picture: Picture) -> Iterator[tuple[Scene, ...]]:
    """The ways to part a diagram, those of the fewest parts first."""
    scenes = _scenes(picture)
    yield from map(parted, scenes)
    for count in range(2, PAGES + 1):
        yield from (stretches(scene, count) or bands(scene, count) for scene in scenes)


def small_labels(deck: Deck, plan: SlidePlan) -> Iterator[Diagnostic]:
    """What is to be said of diagrams that have no room on a slide for labels that can be read."""
    small = {
        box.src: (max(min(floor(shown.type), floor(LEAST) - 1), 1), box.scene.kind)
        for page in plan.pages
        for box in page.boxes
        if isinstance(box, Image) and box.scene
        if not (shown := Fitted(box.scene, box.rect.w, box.rect.h)).legible
    }
    places = {source_of(each): each.place for each in diagrams(deck)} | {each.src: each.place for each in figures(deck)}
    for src, (size, kind) in small.items():
        hint = REMEDIES.get(kind, "shorten its labels, or make several diagrams of it")
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
