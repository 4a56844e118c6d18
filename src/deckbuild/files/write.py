"""Writing what was made: each file whole or not at all, and nothing over what was read."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from ..diagnostics import Diagnostic, Problem, error
from ..model import Place
from .sources import Source, spelling_of


def write(path: Path, data: bytes, epoch: int) -> None:
    """Write a file in one step; it bears the date of its source, so that building from an output dates it alike.

    Raises `Problem` where it cannot be written; what was there is then still there.
    """
    shown = os.path.relpath(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, epoch)
    except OSError as fault:
        reason = "permission denied" if isinstance(fault, PermissionError) else (fault.strerror or str(fault)).lower()
        hint = "choose another folder with -o, or make room and allow writing there"
        raise Problem(error(Place(shown), "not-written", f"it cannot be written: {reason}", hint)) from None


def forget(path: Path) -> None:
    """Remove an output that is no longer true, where it can be."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _replace(path: Path, data: bytes, epoch: int) -> None:
    """Beside the target first, then over it: a crash leaves the old file or the new one. A link stays one."""
    path = Path(os.path.realpath(path)) if path.is_symlink() else path
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
        if epoch:
            os.utime(name, (epoch, epoch))
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_BESIDE = (
    ({".apkg"}, ".update", ".apkg", "where cards are taken out"),
    ({".pptx", ".pdf"}, ".handout", ".pdf", "where a handout is asked for"),
)
"""Where there are outputs of these kinds, what else a source may be built into, and when."""


def check_collisions(sources: Sequence[Source], suffixes: Iterable[str]) -> list[Diagnostic]:
    """Two sources for one output, with letter case and Unicode form ignored as some file systems do. `X.update` is taken
    where there are decks of `X` (suffix `.apkg`), and the sheet of `X.handout` where there are slides of `X`."""
    suffixes = list(suffixes)
    seen: dict[str, Source] = {}
    said: list[Diagnostic] = []
    for source in sources:
        key = spelling_of("/".join((*source.folder, source.stem)))
        if other := seen.get(key):
            files = ", ".join(source.stem + suffix for suffix in suffixes)
            message = f"{os.path.relpath(other.path)} would be built into the same files ({files})"
            said.append(error(Place(source.name), "output-collision", message, "rename one of the two"))
        seen.setdefault(key, source)
    for needed, middle, suffix, why in _BESIDE:
        for key, source in seen.items() if needed.issubset(suffixes) else ():
            if other := seen.get(key + middle):
                taken = other.stem + suffix
                message = f"{os.path.relpath(source.path)} may be built into {taken} too, {why}"
                said.append(error(Place(other.name), "output-collision", message, "rename one of the two"))
    return said
