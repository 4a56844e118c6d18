"""The settings file of a project on disk."""

from __future__ import annotations

from pathlib import Path

from .text import text_of


def settings_text(root: Path, name: str) -> str:
    """The text of the settings file `name` of a project, none where there is no such file. Raises `Problem`."""
    path = root / name
    return text_of(path, name) if path.is_file() else ""
