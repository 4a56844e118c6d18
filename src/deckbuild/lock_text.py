"""The text of a project's lock: as it stands, and whether the last commit has one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from .diagnostics import Diagnostic, Problem, error
from .files.settings import settings_text
from .lock import LOCK, read
from .lock.file import RESTORE
from .model import Place


def lock_text(root: Path) -> str:
    """The lock of a project as it stands, nothing where there is none. Raises `Problem`, also for an empty file."""
    try:
        text = settings_text(root, LOCK)
    except Problem as problem:
        said = problem.diagnostic
        if said.code != "not-utf8":
            raise
        fact = f"this line is damaged ({said.message})"
        raise Problem(error(Place(LOCK, said.place.line), "lock-damaged", fact, RESTORE)) from None
    if not text and (root / LOCK).exists():
        hint = "take it back from version control, or delete it where it never held anything"
        raise Problem(error(Place(LOCK), "lock-damaged", "it is empty, or no file", hint))
    return text


def lock_amiss(root: Path) -> Iterator[Diagnostic]:
    """Why no deck can be made with the lock of a project, if so."""
    try:
        text = lock_text(root)
        if text:
            read(text)
    except Problem as problem:
        yield problem.diagnostic


def committed(root: Path) -> bool:
    """Whether the last commit of git has the lock of a project; not where there is no git."""
    call = ["git", "-C", str(root), "cat-file", "-e", f"HEAD:./{LOCK}"]
    try:
        return subprocess.run(call, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}).returncode == 0
    except (OSError, ValueError):
        return False
