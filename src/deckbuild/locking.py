"""The lock of a project outside a build: what an author says of it, and what has changed in it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from . import files
from .diagnostics import Problem, error
from .files.settings import settings_text
from .loading import source_date
from .lock import LOCK, Lock, read, written
from .model import Place


def root_of(here: Path) -> Path:
    """The nearest folder from `here` upwards that holds a lock. Raises `Problem` where none does."""
    found = next((folder for folder in (here, *here.parents) if (folder / LOCK).is_file()), None)
    if found is None:
        hint = "build a deck first: deckbuild anki"
        raise Problem(error(Place(LOCK), "no-lock", "there is no such file in this folder or above it", hint))
    return found


def change(here: Path, by: Callable[[Lock, int], Lock]) -> None:
    """Change the lock of the project that `here` is in. Raises `Problem`; nothing is written then."""
    root, date = root_of(here), source_date()
    changed = by(read(settings_text(root, LOCK)), int(time.time()) if date is None else date)
    files.write(root / LOCK, written(changed).encode(), 0)


def lock_at(name: str, here: Path) -> Lock:
    """The lock that a name means: a file, or a revision of git. Raises `Problem`."""
    path = here / name
    if path.is_file():
        return read(files.text_of(path, name), name)
    return read(_of_revision(name, root_of(here)), f"{name}:{LOCK}")


def _of_revision(revision: str, root: Path) -> str:
    hint = "name a lock file, or a revision such as HEAD~1 or v1.2 in which deckbuild.lock is committed"
    call = ["git", "-C", str(root), "show", f"{revision}:./{LOCK}"]
    if revision.startswith("-"):
        raise Problem(error(Place(revision), "no-such-lock", "it is neither a file nor a revision of git", hint))
    try:
        ran = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError:
        raise Problem(error(Place(revision), "no-such-lock", "there is no such file, and no git here", hint)) from None
    if ran.returncode:
        raise Problem(error(Place(revision), "no-such-lock", "it is neither a file nor a revision of git", hint))
    return ran.stdout
