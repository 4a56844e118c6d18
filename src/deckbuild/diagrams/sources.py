"""A diagram's source in any of our languages → a scene, and a scene → a picture: the door to this package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..diagnostics import Diagnostic, Severity, error, warning
from ..model import Place
from . import anatomy, dissecting, fonts, mermaid, png, stack, stacking, svg
from .look import LIGHT, Palette
from .marks import LEAST
from .scene import Scene
from .tree import suggestion

SUFFIXES = {".mmd": "mermaid", ".stack.yaml": "stack", ".anatomy.yaml": "anatomy"}
"""What a file beside an image is called, and the kind of its source: also the name of the fence."""

SLIDE = (830.0, 360.0)
"""What a slide has for a diagram alone, at most, in points."""


class Drawn(Struct, frozen=True):
    """A scene, or none where the source has an error, and all that is to be said about the source."""

    scene: Scene | None
    diagnostics: tuple[Diagnostic, ...] = ()


def draw(source: str, kind: str, place: Place, direction: mermaid.Direction = "") -> Drawn:
    """The scene of a source. `kind` is `mermaid`, `stack` or `anatomy`; `direction` re-lays a flowchart.

    `place` is where the source begins: the first line of a fence, or a whole file (line 0). Never raises for a source.
    """
    scene, diagnostics = _read(source.replace("\r\n", "\n").removeprefix("\ufeff"), kind, place, direction)
    return Drawn(scene, (*diagnostics, *_lost(scene, place)))


def turned(source: str, kind: str, scene: Scene, place: Place) -> Scene | None:
    """The scene of a sound source laid out in the other direction, where its kind has one and that is another form; that of
    a sequence, which has but one, laid out close."""
    if kind != "mermaid" or scene.kind not in (*mermaid.TURNING, "sequence"):
        return None
    if scene.kind == "sequence":
        other = draw(mermaid.compact(source, "sequence"), kind, place).scene
    else:
        other = draw(source, kind, place, "TB" if scene.aspect > 1 else "LR").scene
    return other if other and (other.width, other.height) != (scene.width, scene.height) else None


def close(source: str, kind: str, scenes: Sequence[Scene], place: Place) -> tuple[Scene, ...]:
    """The layouts of a flowchart with less between its things and more lines in its labels, where none of its `scenes`
    could be read though it had a slide for itself."""
    if kind != "mermaid" or scenes[0].kind != "flowchart" or any(map(_can_be_read, scenes)):
        return ()
    ways: tuple[mermaid.Direction, ...] = ("LR", "TB")
    drawn = (draw(mermaid.compact(source, "flowchart"), kind, place, way).scene for way in ways)
    return tuple(scene for scene in drawn if scene)


def _can_be_read(scene: Scene) -> bool:
    return scene.smallest * min(SLIDE[0] / scene.width, SLIDE[1] / scene.height) >= LEAST


_Read = tuple[Scene | None, tuple[Diagnostic, ...]]


def _read(source: str, kind: str, place: Place, direction: mermaid.Direction) -> _Read:
    match kind:
        case "mermaid":
            return mermaid.read(source, place, direction)
        case "stack":
            return _stack(source, place)
        case "anatomy":
            return _anatomy(source, place)
        case _:
            hint = suggestion(kind, SUFFIXES.values())
            return None, (error(place, "diagram-kind", f"'{kind}' is no kind of diagram", hint),)


def _lost(scene: Scene | None, place: Place) -> Iterator[Diagnostic]:
    """A picture has an empty box for a letter that no font has, or nothing at all; the author may not notice."""
    if scene and (lost := fonts.missing(svg.write(scene))):
        hint = "slides and cards show it, where the reader's machine has such a font"
        yield warning(place, "diagram-letters", f"no font for pictures has {' '.join(lost)}", hint)


def _stack(source: str, place: Place) -> _Read:
    parsed = stack.parse(source, place)
    return (
        stacking.layout(parsed.stacks) if parsed.stacks and _sound(parsed.diagnostics) else None
    ), parsed.diagnostics


def _anatomy(source: str, place: Place) -> _Read:
    parsed = anatomy.parse(source, place)
    return (
        dissecting.layout(parsed.parts) if parsed.parts and _sound(parsed.diagnostics) else None
    ), parsed.diagnostics


def _sound(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return all(each.severity < Severity.ERROR for each in diagnostics)


def render_svg(scene: Scene, palette: Palette = LIGHT, margin: float = svg.MARGIN) -> str:
    """The scene as an SVG document, in points, with a margin."""
    return svg.write(scene, palette, margin)


def png_size(scene: Scene) -> tuple[int, int]:
    """The pixels of `render_png`, wide and high, without drawing it."""
    width, height = scene.width + 2 * svg.MARGIN, scene.height + 2 * svg.MARGIN
    return png.size(width, height)


def render_png(scene: Scene) -> bytes:
    """The scene on white as a PNG, its longer side `png.LONGEST` pixels: what stands beside the source, for GitHub."""
    return png.render(svg.write(scene))
