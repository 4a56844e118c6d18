"""One process at a time: what reads a file, changes it and writes it back must not be two at once."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process on this machine is in here for the same folder.

    The file that says so lies among the machine's temporary files, not in the folder. Where it cannot be had (another
    user made it, or the system knows no such locks) nobody waits.
    """
    name = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
    try:
        held: IO[bytes] | None = open(Path(tempfile.gettempdir()) / f"deckbuild-{name}", "ab")  # noqa: SIM115
    except OSError:
        held = None
    try:
        if held:
            with suppress(OSError):
                _take(held)
        yield
    finally:
        if held:
            held.close()


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        """Closing the file gives it back (so also below)."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.lockf(file, fcntl.LOCK_EX)
