"""Brackets that are open, and holes that are open: `[text](target)`, `![alt][label]`, `^[note]`, `{{c1::x::hint}}`.

The rules for brackets are those of CommonMark (0.31, appendix "look for link or image"), and as linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from ..attributes import end_of_attributes
from .addresses import Link, Target, normal_label, target_at
from .atoms import ClozeEdge, LinkEdge, Pieces, Said

_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_MAX_LABEL = 999
_CLOZE = re.compile(r"\{\{c(\d{1,4})(?>(?:,\d{1,4})*)::")
_MIN_NOTE = 6
_MAX_DEPTH = 50
"""Pictures and holes within others, beyond which they are text: what they say is said again at each step outwards."""


class Opener(Struct, frozen=True):
    """An open bracket: its place among the parts, and where its text begins in the source."""

    kind: Literal["link", "image", "note"]
    part: int
    inside: int


class Hole(Struct):
    """An open `{{c1::`, and where among the parts its hint begins."""

    group: int
    part: int
    hint: int = -1


class Brackets:
    """The open brackets and holes of one text."""

    def __init__(self, source: str, pieces: Pieces, links: Mapping[str, Link]) -> None:
        self.source = source
        self.pieces = pieces
        self.links = links
        self.openers: list[Opener] = []
        self.holes: list[Hole] = []
        self.linked = 0
        self.quoted: list[str] = []

    def open(self, kind: Literal["link", "image", "note"], at: int, length: int) -> int:
        """Note an open bracket; returns where to go on."""
        self.openers.append(Opener(kind, len(self.pieces.parts), at + length))
        self.pieces.parts.append(self.source[at : at + length])
        return at + length

    def close(self, at: int) -> int:
        """What a `]` makes of all that stands before it; returns where to go on."""
        opener = self.openers.pop() if self.openers else None
        is_below_link = len(self.openers) < self.linked
        self.linked = min(self.linked, len(self.openers))
        if opener and opener.kind == "note" and self._note(opener, at):
            return at + 1
        hidden = is_below_link if opener and opener.kind == "link" else len(self.openers) > _MAX_DEPTH
        usable = opener and opener.kind != "note" and not hidden
        target = self._target(opener, at) if opener and usable else None
        if not opener or not target:
            self.pieces.parts.append("]")
            return at + 1
        if opener.kind == "image":
            self._image(opener, target)
        else:
            self._link(opener, target)
        return target.end

    def _target(self, opener: Opener, at: int) -> Target | None:
        if self.source.startswith("(", at + 1) and (found := target_at(self.source, at + 1)):
            return found
        if not self.links or at - opener.inside > _MAX_LABEL:
            return None
        label = _LABEL.match(self.source, at + 1)
        name = label[1] if label and label[1].strip() else self.source[opener.inside : at]
        known = self.links.get(normal_label(name))
        if not known:
            return None
        return Target(known.href, end_of_attributes(self.source, label.end() if label else at + 1), title=known.title)

    def _link(self, opener: Opener, target: Target) -> None:
        parts = self.pieces.parts
        parts[opener.part] = self.pieces.mark(LinkEdge(target.href))
        self.pieces.put(LinkEdge(closing=True))
        self.linked = len(self.openers)
        if target.quoted:
            self.quoted.append(target.href)

    def _image(self, opener: Opener, target: Target) -> None:
        alt = self.pieces.said("".join(self.pieces.parts[opener.part + 1 :]))
        self._cut(opener.part)
        self.pieces.put(Said(" ".join(alt.split()), "image", target.href, target.title))

    def _note(self, opener: Opener, at: int) -> bool:
        """`^[text]` in parentheses; `x^[2]` is a power."""
        inside = self.source[opener.inside : at]
        if not inside.strip() or (len(inside) < _MIN_NOTE and inside.isascii()):
            return False
        parts = self.pieces.parts
        before = self.source[opener.inside - 3 : opener.inside - 2]
        parts[opener.part] = " (" if before.isascii() else "("
        parts.append(")")
        return True

    def _cut(self, part: int) -> None:
        """Take parts away again, and what was open in them."""
        del self.pieces.parts[part:]
        while self.openers and self.openers[-1].part >= part:
            self.openers.pop()
        while self.holes and self.holes[-1].part >= part:
            self.holes.pop()
        if self.holes and self.holes[-1].hint >= part:
            self.holes[-1].hint = -1
        self.linked = min(self.linked, len(self.openers))

    def open_hole(self, at: int) -> int:
        """`{{c1::`, or only two braces; returns where to go on."""
        found = _CLOZE.match(self.source, at)
        end = found.end() if found else at + 2
        if found and int(found[1]) and len(self.holes) < _MAX_DEPTH:
            self.holes.append(Hole(int(found[1]), len(self.pieces.parts)))
        self.pieces.parts.append(self.source[at:end])
        return end

    def hint(self) -> None:
        """The first `::` in a hole begins its hint."""
        if self.holes and self.holes[-1].hint < 0:
            self.holes[-1].hint = len(self.pieces.parts)
        self.pieces.parts.append("::")

    def close_hole(self) -> None:
        """`}}`: the end of the hole that was opened last."""
        parts = self.pieces.parts
        hole = self.holes.pop() if self.holes else None
        end = hole.hint if hole and hole.hint >= 0 else len(parts)
        if not hole or end == hole.part + 1:
            parts.append("}}")
            return
        hint = " ".join(self.pieces.said("".join(parts[end + 1 :])).split())
        self._cut(end)
        parts[hole.part] = self.pieces.mark(ClozeEdge(hole.group, hint))
        self.pieces.put(ClozeEdge())
