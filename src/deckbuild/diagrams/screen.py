"""The scene of a diagram that a card shows: one whose words can be read on a phone, where most cards are learnt."""

from __future__ import annotations

from .narrow import narrowed
from .scene import Scene
from .svg import MARGIN

WIDE, HIGH = 350.0, 520.0
"""What a phone has for a picture below a question, in px: it is 390 wide, less the sides of a card."""
READ = 11.0
"""The type in px that needs no enlarging."""
BETTER = 1.15
"""By how much larger its type must be for a scene to stand in place of the one that its author wrote."""


def on_card(scene: Scene, turned: Scene | None) -> Scene:
    """The scene as it is where it can be read on a phone; else as narrow as it needs, laid out in the other direction, or
    both: the first that can be read, or the one that comes nearest to it.
    """
    if _type(scene) >= READ:
        return scene
    ways = [scene]
    for each in (scene, turned):
        if each:
            made = narrowed(each, WIDE * each.smallest / READ - 2 * MARGIN)
            ways += [made or each, each] if each is scene else [each, made or each]
    best = next((each for each in ways if _type(each) >= READ), max(ways, key=_type))
    return best if _type(best) >= BETTER * _type(scene) else scene


def _type(scene: Scene) -> float:
    """The smallest type in px on a phone."""
    wide, high = scene.width + 2 * MARGIN, scene.height + 2 * MARGIN
    return scene.smallest * min(WIDE / wide, HIGH / high)
