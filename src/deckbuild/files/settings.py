"""The settings file of a project on disk."""

from __future__ import annotations

from pathlib import Path

from .text import text_of


def settings_text(folder: Path, name: str, shown: str = "") -> str:
    """The text of the settings file `name` of a folder (`shown` in messages), none where there is no such file.

    Raises `Problem`.
    """
    path = folder / name
    return text_of(path, shown or name) if path.is_file() else ""
