"""What the scanner sets apart from the words, so that no asterisk or bracket in it is taken for Markdown.

Each atom stands in the text as one character of a plane that no font uses. To the rules for emphasis such a character
is neither a letter nor white space, and `**` beside it may open and close.
"""

from __future__ import annotations

import re

from msgspec import Struct

from ...model import RunKind

FIRST = 0xF0000
LAST = 0x10FFFF
ATOM = re.compile("[\U000f0000-\U0010ffff]")


class Said(Struct, frozen=True):
    """Something to read: letters as they are, code, a formula, a picture, a break. `href` holds where no link is open;
    `title` is that of a picture."""

    text: str
    kind: RunKind = "text"
    href: str = ""
    title: str = ""


class StyleEdge(Struct, frozen=True):
    """A tag that switches a style on or off; HTML need not nest."""

    name: str
    closing: bool = False


class LinkEdge(Struct, frozen=True):
    """Where a link begins, or ends."""

    href: str = ""
    closing: bool = False


class ClozeEdge(Struct, frozen=True):
    """Where a hole begins; it ends at one of group 0."""

    group: int = 0
    hint: str = ""


class ReadingEdge(Struct, frozen=True):
    """Where the reading above a word (`<rt>`) begins or ends: it is said in parentheses."""

    closing: bool = False


Atom = Said | StyleEdge | LinkEdge | ClozeEdge | ReadingEdge
NOTHING = Said("")


class Pieces:
    """Text as it gathers: words, and characters that stand for atoms."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.atoms: list[Atom] = []
        self.marks: dict[Atom, str] = {}

    def mark(self, atom: Atom) -> str:
        """The character that stands for an atom; there are 131,072 of them, and then only the letters are kept."""
        mark = self.marks.get(atom)
        if mark is None:
            if len(self.atoms) > LAST - FIRST:
                return atom.text if isinstance(atom, Said) else ""
            mark = self.marks[atom] = chr(FIRST + len(self.atoms))
            self.atoms.append(atom)
        return mark

    def put(self, atom: Atom) -> None:
        """Add an atom."""
        self.parts.append(self.mark(atom))

    def atom(self, char: str) -> Atom:
        """What a character stands for."""
        return self.atoms[ord(char) - FIRST]

    def said(self, text: str) -> str:
        """The letters of a marked text."""

        def letters(found: re.Match[str]) -> str:
            atom = self.atom(found[0])
            return atom.text if isinstance(atom, Said) else ""

        return ATOM.sub(letters, text)
