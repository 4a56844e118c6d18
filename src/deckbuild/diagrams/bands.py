"""A sequence that is longer than its place → stretches of it one after the other, each with its actors at the top.

The engine's drawing of a sequence is groups of parts by their kind. Lifelines and what else runs along them (activations,
grounds, boxes around actors) go on from one stretch to the next; everything else stands in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice, pairwise
from xml.etree import ElementTree as ET

from msgspec import Struct
from msgspec.structs import replace

from .alt import drawing_alt, sequence_alt
from .cutting import evenly, gaps
from .drawn import SVG
from .redrawn import extent
from .scene import Scene

MARGIN = 8.0
"""What the engine leaves above and below a drawing."""
AFTER = 8.0
"""Points between the actors and a stretch that goes on."""
LEADING = 3.0
"""Points above and below words that no letter needs."""
ALONG = ("pele-lifeline", "pele-activation", "pele-rect", "pele-box")
"""What runs along."""
TOLD = ("pele-message", "pele-note")
"""What is read out."""

_UPRIGHT = re.compile(r"M([-\d.]+),([-\d.]+)V([-\d.]+)")
_PREFIX = re.compile(r"(?<=<)ns0:|(?<=</)ns0:|(?<=xmlns):ns0(?==)")


class _Part(Struct, frozen=True):
    """A part of the drawing: the group that it is in, by its number, and from where to where it reaches."""

    element: ET.Element
    home: int
    top: float
    bottom: float

    def is_one_of(self, *names: str) -> bool:
        return not set(names).isdisjoint((self.element.get("class") or "").split())


class _Band(Struct, frozen=True):
    """From where to where a stretch goes; `head` is where the actors end, and the first begins."""

    start: float
    end: float
    head: float

    @property
    def shift(self) -> float:
        return self.head + (AFTER if self.start > self.head else 0.0) - self.start

    def has(self, part: _Part) -> bool:
        return self.start <= (part.top + part.bottom) / 2 < self.end

    def at(self, y: float) -> float:
        """Where a height of what runs along comes to lie."""
        if y <= self.start:
            return min(y, self.head)
        return min(y, self.end) + self.shift


def bands(scene: Scene, count: int) -> tuple[Scene, ...]:
    """The scene in so many stretches, the longest as short as can be; none where there are too few places for a cut."""
    if scene.kind != "sequence" or count < 2:
        return ()
    root = ET.fromstring(scene.raw_svg)
    parts = tuple(_parts(root))
    lines = [part for part in parts if part.is_one_of("pele-lifeline")]
    if not lines:
        return ()
    head, end = min(line.top for line in lines), max(line.bottom for line in lines)
    first = min((part.top for part in parts if part.top >= head and not part.is_one_of(*ALONG)), default=end)
    places = evenly([at for at in _places(parts) if first < at < end], head, end, count)
    made = [_Band(a, b, head) for a, b in pairwise((head, *places, end))]
    told = _told(scene, parts, made)
    return tuple(_scene(scene, root, parts, band, own) for band, own in zip(made, told, strict=True) if places)


def _told(scene: Scene, parts: tuple[_Part, ...], made: list[_Band]) -> list[tuple[str, ...]]:
    """What is told in each stretch; nothing where not all that is told can be seen."""
    counts = [sum(part.is_one_of(*TOLD) and band.has(part) for part in parts) for band in made]
    told = iter(scene.told if sum(counts) == len(scene.told) else ())
    return [tuple(islice(told, count)) for count in counts]


def _parts(root: ET.Element) -> Iterator[_Part]:
    """All parts of a drawing that can be seen, but for the actors at its foot."""
    for home, group in enumerate(root[0]):
        for element in group:
            part = _Part(element, home, 0.0, 0.0)
            if (box := extent(element, group)) and not part.is_one_of("pele-actor-footer"):
                yield replace(part, top=box.y, bottom=box.bottom)


def _places(parts: tuple[_Part, ...]) -> tuple[float, ...]:
    """Where only what runs along would be cut. A message and its words are one thing."""
    solid: dict[str, tuple[float, float]] = {}
    for number, part in enumerate(parts):
        if not part.is_one_of(*ALONG):
            is_message = part.is_one_of("pele-message", "pele-edge-label")
            name = str(part.element.get("data-id")) if is_message else f"part {number}"
            top, bottom = part.top + LEADING, part.bottom - LEADING
            above, below = solid.get(name, (top, bottom))
            solid[name] = min(above, top), max(below, bottom)
    return gaps(solid.values())


def _scene(scene: Scene, root: ET.Element, parts: tuple[_Part, ...], band: _Band, told: tuple[str, ...]) -> Scene:
    """One stretch as a drawing of its own."""
    high = band.at(band.end) + 2 * MARGIN
    drawing, ground = ET.Element(root.tag, root.attrib), ET.Element(root[0].tag, root[0].attrib)
    homes = [ET.Element(group.tag, group.attrib) for group in root[0]]
    for part in parts:
        if (element := _placed(part, band)) is not None:
            homes[part.home].append(element)
    ground.extend(homes)
    drawing.append(ground)
    drawing.set("height", f"{high:.2f}")
    drawing.set("viewBox", f"0 0 {root.get('width')} {high:.2f}")
    svg = _PREFIX.sub("", ET.tostring(drawing, encoding="unicode"))
    return replace(scene, height=high, raw_svg=svg, alt=sequence_alt(told) or drawing_alt(svg), told=told)


def _placed(part: _Part, band: _Band) -> ET.Element | None:
    """A part where it stands in a stretch; None where it does not."""
    if part.is_one_of(*ALONG):
        return _along(part.element, band)
    if part.bottom <= band.head + 1.0:
        return part.element
    if part.is_one_of("pele-actor") and part.bottom <= band.start:
        return _moved(part.element, band.head - part.bottom)
    return _moved(part.element, band.shift) if band.has(part) else None


def _moved(element: ET.Element, by: float) -> ET.Element:
    moved = ET.Element(f"{SVG}g", {"transform": f"translate(0,{by:.2f})"})
    moved.append(element)
    return moved


def _along(element: ET.Element, band: _Band) -> ET.Element | None:
    """As much of what runs along as a stretch has; None where that is nothing."""
    made = deepcopy(element)
    for line in made.iter(f"{SVG}path"):
        if found := _UPRIGHT.fullmatch(line.get("d") or ""):
            top, bottom = band.at(float(found[2])), band.at(float(found[3]))
            line.set("d", f"M{found[1]},{top:.2f}V{bottom:.2f}")
            if bottom <= top:
                return None
    for rect in made.iter(f"{SVG}rect"):
        y, high = float(rect.get("y") or 0), float(rect.get("height") or 0)
        top, bottom = band.at(y), band.at(y + high)
        rect.set("y", f"{top:.2f}")
        rect.set("height", f"{bottom - top:.2f}")
        if bottom <= top:
            return None
    return made
