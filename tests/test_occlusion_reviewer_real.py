"""Image occlusion as a student sees it: in the window of Anki's reviewer, on a phone by day and on a desktop by night.

What is hidden is compared with a picture that never had the hidden words: not one pixel may tell the two apart.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow
from PIL import ImageChops

from deckbuild.diagrams.masks import covered
from deckbuild.diagrams.scene import Scene
from deckbuild.diagrams.screen import on_card
from deckbuild.diagrams.sources import render_png

from .look_cards import SCREENS as SIZES
from .look_cards import import_package
from .reviewer import occluded, photograph, sides, window
from .test_occlusion import ANATOMY, STACK, note, scene_named, without_labels
from .test_occlusion_real import packed

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="the anki package is not installed")
    pytest.importorskip("_aqt", reason="Anki's window is not installed: pip install --no-deps aqt")

pytestmark = pytest.mark.real

ASKED, OTHER = (0x1B, 0x44, 0x89), (0xC3, 0xCC, 0xD9)
"""The masks of what is asked for, and of the rest, as `card.css` paints them."""
SCREENS = (("day", "phone"), ("night", "desktop"))
FAINT = 24
"""The palettes of two pictures differ by so much, and letters by far more."""


def bare(scene: Scene, hidden: set[str]) -> bytes:
    """The picture without the words that are hidden."""
    return render_png(without_labels(scene, hidden))


def apart(one: Path, other: Path) -> tuple[int, int, int, int] | None:
    """The box in which two pictures differ, if they do."""
    with Pillow.open(one) as first, Pillow.open(other) as second:
        difference = ImageChops.difference(first.convert("RGB"), second.convert("RGB")).convert("L")
    return difference.point(lambda value: 255 * (value > FAINT)).getbbox()


def painted(picture: Path, colour: tuple[int, int, int]) -> tuple[int, tuple[int, int, int, int]]:
    """How many pixels have exactly a colour, and the box around them."""
    with Pillow.open(picture) as opened:
        bands = opened.convert("RGB").split()
    masks = [
        band.point(lambda value, wanted=wanted: 255 * (value == wanted))
        for band, wanted in zip(bands, colour, strict=True)
    ]
    found = ImageChops.multiply(ImageChops.multiply(masks[0], masks[1]), masks[2])
    return sum(found.histogram()[255:]), found.getbbox() or (0, 0, 0, 0)


class Desk:
    """A collection with one card of image occlusion, and photographs of it in which the picture can be exchanged."""

    def __init__(self, collection: Any, folder: Path) -> None:
        self.media, self.folder = Path(collection.media.dir()), folder
        (self.card,) = occluded(collection)
        (self.picture,) = self.media.glob("*.png")

    def shot(self, name: str, light: str, screen: str, answered: bool, picture: bytes) -> Path:
        self.picture.write_bytes(picture)
        page = window(sides(self.card, self.media), light, answered)
        return photograph(page, screen, self.folder / f"{name}.png")


@pytest.mark.parametrize(("kind", "source"), [("stack", STACK), ("anatomy", ANATOMY)])
@pytest.mark.parametrize(("light", "screen"), SCREENS)
def test_the_reviewer_asks_for_one_label_and_shows_no_pixel_of_any(
    kind: str, source: str, light: str, screen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection: Any = import_package(packed(tmp_path, note(source, kind), 1_760_000_000, monkeypatch), tmp_path)
    desk, scene = Desk(collection, tmp_path), on_card(scene_named(kind), None)
    whole, names = desk.picture.read_bytes(), [each.label.plain for each in covered(scene)]

    front = desk.shot("front", light, screen, False, whole)
    assert apart(front, desk.shot("front without", light, screen, False, bare(scene, set(names)))) is None
    (asked, where), (others, around) = painted(front, ASKED), painted(front, OTHER)
    assert asked > 200, "what is asked for stands out"
    assert others > 200, "all else is hidden too"
    assert max(where[3], around[3]) < SIZES[screen][1] - 4, "no mask lies below the edge of the screen"

    back = desk.shot("back", light, screen, True, whole)
    assert apart(back, desk.shot("back without the others", light, screen, True, bare(scene, set(names[1:])))) is None
    shown = apart(back, desk.shot("back without any", light, screen, True, bare(scene, set(names))))
    assert shown is not None, "the answer shows the label that was asked for"
    assert where[0] <= shown[0] < shown[2] <= where[2] + 1
    assert where[1] <= shown[1] < shown[3] <= where[3] + 1
    collection.close()
