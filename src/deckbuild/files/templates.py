"""A lecturer's own template on disk."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from ..diagnostics import Problem, error
from ..model import Place
from .text import bytes_of, unreadable

ENDINGS = (".potx", ".pptx", ".potm", ".pptm", ".ppsx")
RELATIVE = "a path in deckbuild.yaml or in front matter is relative to that file, one after --template to where you are"


def template_bytes(path: Path, name: str) -> bytes:
    """What is in a template that messages call `name`. Raises `Problem` where there is none."""
    try:
        if path.is_file():
            return bytes_of(path, name)
        fact = "it is a folder, not a template" if path.is_dir() else "there is no such template"
    except OSError as fault:  # a name that is too long, a folder that may not be searched
        raise Problem(unreadable(fault, name)) from None
    raise Problem(error(Place(name), "template-missing", fact, _guess(path) or RELATIVE))


def _guess(path: Path) -> str:
    """A template beside it of nearly the same name."""
    try:
        found = [each for each in sorted(path.parent.iterdir()) if each.suffix.lower() in ENDINGS and each.is_file()]
    except OSError:
        return ""
    beside = {each.stem: each.name for each in found}
    close = get_close_matches(path.stem, beside, 1)
    return f"did you mean '{beside[close[0]]}'?" if close else ""
