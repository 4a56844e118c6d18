"""Keeping what somebody has changed in an output, which a build would else write over."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from pathlib import Path

from ..diagnostics import Diagnostic, Problem, error, warning
from ..model import Place


def keep(path: Path, data: bytes, suffix: str, as_built: Callable[[bytes], bool]) -> list[Diagnostic]:
    """Rename the file where `data` are to be written, if it is neither they nor as a build left it.

    Raises `Problem` where it cannot be renamed: rather nothing is written than somebody's work lost.
    """
    try:
        there = path.read_bytes()
    except OSError:
        return []
    if there == data or as_built(there):
        return []
    kept, shown = _free(path, suffix), os.path.relpath(path)
    try:
        path.rename(kept)
    except OSError as fault:
        fact = f"it was changed since it was built, and cannot be kept: {(fault.strerror or str(fault)).lower()}"
        raise Problem(
            error(Place(shown), "output-not-kept", fact, "move it away, or choose another folder with -o")
        ) from None
    fact = f"it was changed since it was built; what was there is now {kept.name}"
    hint = "changes that are to last belong in the note, in a concept model beside it, or in a template"
    return [warning(Place(shown), "output-edited", fact, hint)]


def _free(path: Path, suffix: str) -> Path:
    """A name beside the file's own that nothing has: `a.edited.pptx`, `a.edited-2.pptx`."""
    stem = path.name.removesuffix(suffix)
    names = (f"{stem}.edited{'' if n == 1 else f'-{n}'}{suffix}" for n in itertools.count(1))
    return next(each for name in names if not os.path.lexists(each := path.with_name(name)))
