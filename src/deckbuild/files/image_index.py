"""Where a project's images lie: one walk serves every note."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath

SUFFIXES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".svg",
    ".bmp",
    ".tif",
    ".tiff",
    ".ico",
    ".jfif",
    ".avif",
    ".apng",
)
MAX_ENTRIES = 200_000
"""A root may be somebody's whole disk."""
MAX_COMPARED = 2_000
MAX_STEPS = 3
"""Names that a misspelt one is compared with (comparing is slow), and how far they may lie from the note."""

_DIGITS = re.compile(r"\d+")


class ImageIndex:
    """The images below a root, hidden folders aside. Nothing is walked until a path does not lead to a file."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every image by its path from the root, with `/`, sorted."""
        return tuple(sorted(_images(self.root)))

    @cached_property
    def _by_path(self) -> dict[str, list[str]]:
        return _grouped(self.paths, key)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        return _grouped(self.paths, lambda path: key(PurePosixPath(path).name))

    def alike(self, path: str) -> str | None:
        """The image at a path from the root, whatever the letter case and the form of its accents."""
        found = self._by_path.get(key(path), ())
        return next((p for p in found if same_case(p, path)), found[0] if found else None)

    def named(self, name: str, folder: str) -> list[str]:
        """The images of a name anywhere, those nearest to `folder` (from the root) first."""
        found = self._by_name.get(key(name), [])
        exact = [path for path in found if same_case(PurePosixPath(path).name, name)]
        return sorted(exact or found, key=lambda path: (_steps(path, folder), path))

    def ending(self, path: str) -> list[str]:
        """The images whose path from the root ends in a path."""
        found = self._by_name.get(key(PurePosixPath(path).name), [])
        return [each for each in found if each == path or each.endswith("/" + path)]

    def close_to(self, name: str, folder: str) -> list[str]:
        """Up to three images with a name like a misspelt one: the same elsewhere, else the likeliest that are near."""
        if same := self.named(name, folder):
            return same[:3]
        near = sorted((_steps(path, folder), path) for path in self.paths)
        stems: dict[str, str] = {}
        for steps, path in near[:MAX_COMPARED]:
            if steps <= MAX_STEPS:
                stems.setdefault(key(PurePosixPath(path).stem), path)
        wanted = key(PurePosixPath(name).stem)
        close = get_close_matches(wanted, stems, 6, 0.75)
        return [stems[stem] for stem in close if stem == wanted or not _numbered_alike(stem, wanted)][:3]


def key(path: str) -> str:
    """What two spellings of a path have in common."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def same_case(one: str, other: str) -> bool:
    """Whether two paths differ in nothing but the form of their accents."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def _numbered_alike(one: str, other: str) -> bool:
    """Whether two names differ in their numbers alone: `step3` is not a misspelt `step2`."""
    return _DIGITS.sub("#", one) == _DIGITS.sub("#", other)


def _grouped(paths: Sequence[str], by: Callable[[str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(by(path), []).append(path)
    return found


def _steps(path: str, folder: str) -> int:
    """How many folders one goes up and down from a folder to an image."""
    there, here = PurePosixPath(path).parts[:-1], PurePosixPath(folder).parts
    common = 0
    for a, c in zip(there, here, strict=False):
        if a != c:
            break
        common += 1
    return len(there) + len(here) - 2 * common


def _images(root: Path) -> Iterator[str]:
    waiting, seen = [(str(root), "")], 0
    while waiting and seen < MAX_ENTRIES:
        folder, name = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        seen += len(entries)
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{name}{entry.name}/"))
            elif entry.name.lower().endswith(SUFFIXES):
                yield name + entry.name
