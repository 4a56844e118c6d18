"""Obsidian's `[[target|alias]]` and `![[embed.png|300]]`."""

from __future__ import annotations

import re

from msgspec import Struct

_WIKI = re.compile(r"(!?)\[\[([^\[\]\n]{1,500}+)\]\](?!\()")
_ROW = re.compile(r"\s*+[-+]?[\w.]{1,4}(?>(?:\s*+,\s*+[-+]?[\w.]{1,4})+)\s*+")
_SHELL = re.compile(r"\s(?:!\s|-\w\s|\"?\$|.*(?:==|=~|&&|\|\||!=|\s-\w\w\s))")
_SIZE = re.compile(r"\s*\d*(?:x\d+)?\s*")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?|ico|heic|jfif|apng)$", re.IGNORECASE)


class Wikilink(Struct, frozen=True):
    """Where it leads (as written), what is read, whether it shows a picture, and where it ends."""

    target: str
    text: str
    is_picture: bool
    end: int


def wikilink_at(source: str, at: int) -> Wikilink | None:
    """The wikilink or embed that begins here. Rows of a matrix, `a[[0]]` in R and `[[ -f x ]]` in a shell are none."""
    found = _WIKI.match(source, at)
    if not found or (not found[1] and re.match(r"[A-Za-z0-9_)\]]", source[at - 1 : at] if at else "")):
        return None
    inside = found[2]
    target, *names = (part.strip() for part in inside.replace("\\|", "|").split("|"))
    if not re.search(r"\w", target) or _ROW.fullmatch(inside) or _SHELL.match(inside):
        return None
    if not found[1]:
        return Wikilink(target, " | ".join(filter(None, names)) or _shown(target), False, found.end())
    alias = " | ".join(name for name in names if not _SIZE.fullmatch(name))
    path = target.split("#")[0].strip()
    if _PICTURE.search(path):
        return Wikilink(path, alias, True, found.end())
    return Wikilink(target, alias or _shown(target), False, found.end())


def _shown(target: str) -> str:
    """A target as Obsidian shows it: `Note > Heading`, without folders, block marks and pages of a PDF."""
    path, *headings = target.split("#")
    name = path.rstrip("/").rsplit("/", 1)[-1].split("^")[0].strip()
    steps = [name, *(heading.strip() for heading in headings if not re.match(r"\^|\w+=", heading))]
    return " > ".join(filter(None, steps)) or target
