"""What every exporter takes and gives."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..assets import Picture
from ..diagnostics import Diagnostic

Assets = Mapping[str, Picture]
"""The pictures of a deck by `Figure.src`, those that could not be read left out."""


class Stamp(Struct, frozen=True):
    """Time, which enters only here.

    `epoch` (seconds) dates cards: SOURCE_DATE_EPOCH, else when the source was last changed. `date` is
    SOURCE_DATE_EPOCH alone: file properties have no date without it, so that the bytes depend on the notes only.
    """

    epoch: int
    date: int | None = None


class Template(Struct, frozen=True):
    """Somebody's own PowerPoint file for slides: what messages call it, and its bytes."""

    name: str
    data: bytes


class Exported(Struct, frozen=True):
    """A finished file. `counts` says what is in it, for the summary (`{"slides": 24}`)."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    counts: Mapping[str, int] = {}
