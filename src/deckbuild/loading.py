"""A source read whole: its deck, its pictures, its settings, and what there is to say about them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from . import files
from .assets import Picture
from .checks import check
from .config import DEFAULTS, Settings, for_note
from .diagnostics import Diagnostic, Problem, error, info, warning
from .model import Deck, Place, figures
from .pictured import diagrams

WRITTEN = (".yaml", ".yml", ".mmd", ".mermaid")
"""What files end in that may be the source of a picture."""


class Loaded(Struct, frozen=True):
    """A source that was read: its deck, with the pictures that it shows."""

    source: files.Source
    deck: Deck
    pictures: Mapping[str, Picture]
    modified: int
    reads: frozenset[Path]
    settings: Settings
    text: str


def load(
    source: files.Source,
    settings: Settings = DEFAULTS,
    images: files.ImageIndex | None = None,
    shown: bool = True,
) -> tuple[Loaded | None, list[Diagnostic]]:
    """Read a source with its pictures, and check it. Nothing comes of an empty note.

    Diagrams are drawn where they are to be `shown`; else only one whose picture is missing is.
    """
    text = files.text_of(source.path, source.name)
    if source.is_concepts:
        from .readers.concepts import read_concepts

        read = read_concepts(text, source.name)
    else:
        from .readers.notes import read_note

        read = read_note(text, source.name, source.folder, settings)
    deck = read.deck
    if not deck.body and not deck.concepts:
        return None, [
            *read.diagnostics,
            info(Place(source.name), "empty-note", "there is nothing in this note to build from"),
        ]
    note = source.root / deck.source
    pictures, missing = files.load_pictures(figures(deck), note, source.root, _draw if shown else _draw_missing, images)
    reads = frozenset({source.path, *(source.root / picture.path for picture in pictures.values())})
    drawn, undrawn = _fences(deck) if shown else ({}, [])
    pictures, unlabelled = _labelled(pictures, source.root)
    unnamed = _misnamed(pictures, source.root)
    own, problems = for_note(settings, deck.front, source.name)
    loaded = Loaded(source, deck, {**pictures, **drawn}, files.modified(source.path), reads, own, text)
    return loaded, [
        *read.diagnostics,
        *missing,
        *undrawn,
        *unlabelled,
        *unnamed,
        *check(deck),
        *(problems if source.is_concepts else ()),
    ]


def _draw(picture: Path, src: str, root: Path) -> tuple[Picture | None, list[Diagnostic]]:
    from .drawing import drawn_picture

    return drawn_picture(picture, src, root)


def _draw_missing(picture: Path, src: str, root: Path) -> tuple[Picture | None, list[Diagnostic]]:
    return (None, []) if files.is_there(picture) else _draw(picture, src, root)


def _labelled(pictures: dict[str, Picture], root: Path) -> tuple[dict[str, Picture], list[Diagnostic]]:
    """The pictures, those with a file of boxes beside them with its labels."""
    if not any(files.source_beside(root / each.path, (".boxes.yaml",), root) for each in pictures.values()):
        return pictures, []
    from .drawing import labelled

    found = {src: labelled(picture, root) for src, picture in pictures.items()}
    said = [problem for _, problems in found.values() for problem in problems]
    return {src: picture for src, (picture, _) in found.items()}, said


def _misnamed(pictures: Mapping[str, Picture], root: Path) -> list[Diagnostic]:
    """Files beside pictures that are not read, though they look as if they were to be."""
    bare = [each for each in pictures.values() if not each.scene and not each.labels]
    if not any(name.lower().endswith(WRITTEN) for each in bare for name in files.names_beside(root / each.path)):
        return []
    from .diagrams.naming import misnamed

    found: dict[Place, Diagnostic] = {}
    for picture in bare:
        folder, _, name = picture.path.rpartition("/")
        for wrong, right in misnamed(name, files.names_beside(root / picture.path)):
            place = Place(f"{folder}/{wrong}" if folder else wrong)
            fact = f"this file is not read: what belongs to {name} is called {right}"
            found.setdefault(place, warning(place, "diagram-name", fact, "rename it"))
    return list(found.values())


def _fences(deck: Deck) -> tuple[dict[str, Picture], list[Diagnostic]]:
    """The diagrams of a deck, drawn; a note that has none does not load what draws them."""
    found = list(diagrams(deck))
    if not found:
        return {}, []
    from .drawing import drawn_fences

    return drawn_fences(found, deck.source)


def path_of(loaded: Loaded, out: Path, suffix: str) -> Path:
    """Where an output of a source goes."""
    return out.joinpath(*loaded.source.folder, loaded.source.stem + suffix)


def internal(source: str, fault: Exception, output: str = "") -> Diagnostic:
    """A fault of ours must not keep the other notes, or the other outputs of this one, from being built."""
    import traceback

    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    what = f"the {output} of this note" if output else "this note"
    message = f"deckbuild failed on {what}: {type(fault).__name__} at {where}"
    return error(Place(source), "internal-error", message, "please report it with the note; the others are built")


LATEST = 2**32 - 2**16
"""Seconds that Anki keeps, with room for changes after the last date."""


def source_date() -> int | None:
    """SOURCE_DATE_EPOCH. Raises `Problem` where it is set to something else than seconds."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    if value.isascii() and value.isdigit() and int(value) < LATEST:
        return int(value)
    hint = "set it to seconds since 1970, such as: git log -1 --format=%ct"
    raise Problem(error(Place("SOURCE_DATE_EPOCH"), "bad-date", f"{value!r} is not a number of seconds", hint))
