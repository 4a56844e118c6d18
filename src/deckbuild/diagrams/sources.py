"""A diagram's source in any of our languages → a scene, and a scene → a picture: the door to this package."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from ..diagnostics import Diagnostic, Severity, error, warning
from ..model import Place
from . import anatomy, dissecting, fonts, mermaid, png, stack, stacking, svg
from .look import LIGHT, Palette
from .scene import Scene
from .tree import suggestion

SUFFIXES = {".mmd": "mermaid", ".stack.yaml": "stack", ".anatomy.yaml": "anatomy"}
"""What a file beside an image is called, and the kind of its source: also the name of the fence."""


class Drawn(Struct, frozen=True):
    """A scene, or none where the source has an error, and all that is to be said about the source."""

    scene: Scene | None
    diagnostics: tuple[Diagnostic, ...] = ()


def draw(source: str, kind: str, place: Place) -> Drawn:
    """The scene of a source. `kind` is `mermaid`, `stack` or `anatomy`.

    `place` is where the source begins: the first line of a fence, or a whole file (line 0). Never raises for a source.
    """
    drawer = _DRAWERS.get(kind)
    if drawer is None:
        hint = suggestion(kind, _DRAWERS)
        return Drawn(None, (error(place, "diagram-kind", f"'{kind}' is no kind of diagram", hint),))
    scene, diagnostics = drawer(source.replace("\r\n", "\n").removeprefix("\ufeff"), place)
    lost = fonts.missing(source) if scene else ""
    if lost:
        diagnostics = (*diagnostics, _lost(lost, place))
    return Drawn(scene, diagnostics)


def _lost(letters: str, place: Place) -> Diagnostic:
    return warning(place, "diagram-letters", f"no font here has {' '.join(letters)}; a picture shows nothing there")


def _stack(source: str, place: Place) -> tuple[Scene | None, tuple[Diagnostic, ...]]:
    parsed = stack.parse(source, place)
    return (stacking.layout(parsed.stacks) if parsed.stacks and _sound(parsed.diagnostics) else None), parsed.diagnostics


def _anatomy(source: str, place: Place) -> tuple[Scene | None, tuple[Diagnostic, ...]]:
    parsed = anatomy.parse(source, place)
    return (dissecting.layout(parsed.parts) if parsed.parts and _sound(parsed.diagnostics) else None), parsed.diagnostics


def _sound(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return all(each.severity < Severity.ERROR for each in diagnostics)


_DRAWERS: dict[str, Callable[[str, Place], tuple[Scene | None, tuple[Diagnostic, ...]]]] = {
    "mermaid": mermaid.read,
    "stack": _stack,
    "anatomy": _anatomy,
}


def render_svg(scene: Scene, palette: Palette = LIGHT) -> str:
    """The scene as an SVG document, in points, with a margin."""
    return svg.write(scene, palette)


def render_png(scene: Scene) -> bytes:
    """The scene on white as a PNG, its longer side 1,920 pixels: what stands beside the source, for GitHub."""
    return png.render(svg.write(scene))
