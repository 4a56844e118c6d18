"""From diagram sources on disk to the pictures beside them: what `deckbuild diagrams` does, and a build where one is missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from . import files
from .diagnostics import Diagnostic, Problem, error, ordered
from .diagrams.scene import Scene
from .diagrams.sources import SUFFIXES, draw, render_png, render_svg
from .model import Place


class Pictured(Struct, frozen=True):
    """A picture beside its source. `fresh`: it held these bytes already."""

    path: Path
    data: bytes
    fresh: bool


def draw_all(arguments: Sequence[str], here: Path, svg: bool, check: bool) -> tuple[list[Pictured], list[Diagnostic]]:
    """Draw every source into the PNG (and SVG) beside it; with `check`, only say which are out of date."""
    drawn: list[Pictured] = []
    said: list[Diagnostic] = []
    sources = files.find_diagrams(arguments, here, SUFFIXES)
    if not sources:
        hint = f"diagram sources end in {', '.join(SUFFIXES)}"
        raise Problem(error(Place(arguments[0]), "no-diagrams", "there are no diagram sources here", hint))
    for path in sources:
        name = path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
        try:
            scene, found = _scene(path, name)
        except Problem as problem:
            scene, found = None, [problem.diagnostic]
        said += found
        for picture in _pictures(path, scene, svg) if scene else ():
            drawn.append(picture)
            if check and not picture.fresh:
                hint = f"run: deckbuild diagrams {name}"
                said.append(
                    error(Place(name), "diagram-stale", f"{picture.path.name} is not what this source says", hint)
                )
            elif not picture.fresh:
                files.write(picture.path, picture.data, 0)
    return drawn, ordered(said)


def drawn_png(picture: Path, name: str) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of a picture that is not there, from the source beside it, where there is one."""
    source = files.source_beside(picture, SUFFIXES)
    if source is None:
        return None, []
    scene, said = _scene(source, name)
    return (render_png(scene) if scene else None), said


def _scene(path: Path, name: str) -> tuple[Scene | None, list[Diagnostic]]:
    kind = next(kind for suffix, kind in SUFFIXES.items() if path.name.endswith(suffix))
    result = draw(files.text_of(path, name), kind, Place(name))
    return result.scene, list(result.diagnostics)


def _pictures(source: Path, scene: Scene, svg: bool) -> list[Pictured]:
    suffix = next(suffix for suffix in SUFFIXES if source.name.endswith(suffix))
    stem = source.name.removesuffix(suffix)
    made = [(source.with_name(stem + ".png"), render_png(scene))]
    if svg:
        made.append((source.with_name(stem + ".svg"), render_svg(scene).encode("utf-8")))
    return [Pictured(path, data, files.holds(path, data)) for path, data in made]
