"""Files beside a picture that look as if they were its source, but for their names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from .boxes import SUFFIX
from .sources import SUFFIXES

ENDINGS = (*SUFFIXES, SUFFIX)
ALIKE = 0.75
"""How near an ending comes to one of ours that was meant, as `difflib` counts."""

_ALIAS = {".mermaid": ".mmd"}
_SIGNS = re.compile(r"^[._\- ]+")


def misnamed(picture: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Of the `names` in the folder of a picture, each that is not read and what it was to be called."""
    stem = picture.rsplit(".", 1)[0]
    right = {stem + ending for ending in ENDINGS}
    if right.isdisjoint(names):
        for name in sorted(names):
            if (ending := _meant(name, picture, stem)) and not _is_of_another(name, names):
                yield name, stem + ending


def _meant(name: str, picture: str, stem: str) -> str:
    """The ending that the name of a file was to have; nothing where it is no such file."""
    start = next((start for start in (picture, stem) if name.startswith(start)), "")
    rest = name.removeprefix(start)
    if start and not _SIGNS.match(rest):
        return ""
    ending = _SIGNS.sub(".", rest if start else f".{rest}").lower()
    if not start:
        return ending if ending in ENDINGS else ""
    return next(iter(get_close_matches(_ALIAS.get(ending, ending), ENDINGS, 1, ALIKE)), "")


def _is_of_another(name: str, names: Collection[str]) -> bool:
    """Whether a file is the source of a picture of another name."""
    ending = next((ending for ending in ENDINGS if name.endswith(ending) and name != ending[1:]), "")
    stem = name.removesuffix(ending)
    return bool(ending) and any(other != name and other.rsplit(".", 1)[0] == stem for other in names)
