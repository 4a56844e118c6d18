"""From diagram sources on disk to the pictures beside them: what `deckbuild diagrams` does, and a build where one is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from . import files
from .assets import Picture
from .diagnostics import Diagnostic, Problem, error, ordered, warning
from .diagrams import boxes
from .diagrams.scene import Scene
from .diagrams.sources import SUFFIXES, close, draw, png_size, render_png, render_svg, turned
from .model import Diagram, Place
from .pictured import source_of


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
    owners = _owners(sources)
    for path in sources:
        name = path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
        if (owner := owners[_stem(path)]) != path:
            said.append(_second(path, owner, name))
            continue
        try:
            scene, found = _scene(path, name)
        except Problem as problem:
            scene, found = None, [problem.diagnostic]
        said += found
        for picture in _pictures(path, scene, svg) if scene else ():
            drawn.append(picture)
            if check and not picture.fresh:
                hint = f"run: deckbuild diagrams {'--svg ' if svg else ''}{name}"
                said.append(
                    error(Place(name), "diagram-stale", f"{picture.path.name} is not what this source says", hint)
                )
            elif not picture.fresh:
                files.write(picture.path, picture.data, 0)
    return drawn, ordered(said)


def _stem(source: Path) -> Path:
    """What a source and its picture are called without their endings."""
    return source.with_name(source.name.removesuffix(next(each for each in SUFFIXES if source.name.endswith(each))))


def _owners(sources: Iterable[Path]) -> dict[Path, Path]:
    """For each picture, without its ending, the source that it is drawn from, as a note has it."""
    found: dict[Path, Path] = {}
    for path in sources:
        stem = _stem(path)
        found[stem] = files.source_beside(stem.with_name(f"{stem.name}.png"), SUFFIXES, Path(stem.anchor)) or path
    return found


def _second(path: Path, owner: Path, name: str) -> Diagnostic:
    fact = f"{_stem(path).name}.png is drawn from {owner.name}; this source is not used"
    return warning(Place(name), "diagram-second", fact, "rename it, or delete one of the two")


def drawn_picture(picture: Path, src: str, root: Path) -> tuple[Picture | None, list[Diagnostic]]:
    """The picture that a note names as `src`, from the source beside it, where there is one in the project at `root`.

    The source wins over the file of the picture, which is there for those who read the note elsewhere.
    """
    source = files.source_beside(picture, SUFFIXES, root)
    if source is None:
        return None, []
    name = files.from_root(picture, root) or picture.name
    kind, beside = _kind(source), name.rpartition("/")[0]
    place = Place(f"{beside}/{source.name}" if beside else source.name)
    return _drawn(files.text_of(source, place.path), kind, place, src, name)


def labelled(picture: Picture, root: Path) -> tuple[Picture, list[Diagnostic]]:
    """A picture with the labels that a file beside it gives, where there is one."""
    path = root / picture.path
    source = None if picture.scene else files.source_beside(path, (boxes.SUFFIX,), root)
    if source is None:
        return picture, []
    name = f"{picture.path.rpartition('/')[0]}/{source.name}".lstrip("/")
    found, said = boxes.parse(files.text_of(source, name), Place(name))
    return replace(picture, labels=found), said


def drawn_fences(diagrams: Iterable[Diagram], note: str) -> tuple[dict[str, Picture], list[Diagnostic]]:
    """The pictures of the diagrams of a `note`, by `source_of`. One that has an error is left out, and said."""
    found: dict[str, Picture] = {}
    said: list[Diagnostic] = []
    stem = note.rpartition(".")[0] or note
    for diagram in diagrams:
        src = source_of(diagram)
        if src in found:
            continue
        fence = Place(diagram.place.path, max(0, diagram.place.line - 1))
        picture, problems = _drawn(diagram.source, diagram.lang, fence, src, f"{stem}-{diagram.lang}.png")
        said += problems
        if picture:
            found[src] = picture
    return found, said


def _drawn(source: str, kind: str, place: Place, src: str, path: str) -> tuple[Picture | None, list[Diagnostic]]:
    drawn = draw(source, kind, place)
    if drawn.scene is None:
        return None, list(drawn.diagnostics)
    width, height = png_size(drawn.scene)
    other = turned(source, kind, drawn.scene, place)
    closer = close(source, kind, (drawn.scene, other) if other else (drawn.scene,), place)
    picture = Picture(src, path, b"", width, height, "png", scene=drawn.scene, turned=other, close=closer)
    return picture, list(drawn.diagnostics)


def _kind(source: Path) -> str:
    return next(kind for suffix, kind in SUFFIXES.items() if source.name.endswith(suffix))


def _scene(path: Path, name: str) -> tuple[Scene | None, list[Diagnostic]]:
    result = draw(files.text_of(path, name), _kind(path), Place(name))
    return result.scene, list(result.diagnostics)


def _pictures(source: Path, scene: Scene, svg: bool) -> list[Pictured]:
    stem = _stem(source)
    made = [(stem.with_name(stem.name + ".png"), render_png(scene))]
    if svg:
        made.append((stem.with_name(stem.name + ".svg"), render_svg(scene).encode("utf-8")))
    return [Pictured(path, data, files.holds(path, data)) for path, data in made]
