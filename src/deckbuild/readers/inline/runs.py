"""Marked text → runs: atoms become what they stand for, and switches keep what is on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from ... import richtext
from ...model import PLAIN, RichText, Run, RunKind, Style
from .atoms import ATOM, ClozeEdge, LinkEdge, Pieces, ReadingEdge, Said, StyleEdge
from .tags import STYLE_TAGS

_SPACES = re.compile(r"[^\S\n]+")
_ODD_SPACES = re.compile(r"[^\S\n ]|  ")


class Runs:
    """Runs as they gather over the pieces of a text."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.on: Counter[Style] = Counter()
        self.worn: frozenset[Style] = PLAIN
        self.hrefs: list[str] = []
        self.clozes: list[ClozeEdge] = []
        self.reading = False

    def take(self, spans: Iterable[tuple[str, frozenset[Style]]], pieces: Pieces) -> None:
        """Add text of one style each."""
        for text, styles in spans:
            at = 0
            for found in ATOM.finditer(text):
                self.add(text[at : found.start()], styles)
                self.atom(pieces, found[0], styles)
                at = found.end()
            self.add(text[at:], styles)

    def atom(self, pieces: Pieces, char: str, styles: frozenset[Style]) -> None:
        match pieces.atom(char):
            case Said() as said:
                self.add(said.text, styles, said.kind, said.href, said.title)
            case StyleEdge(name, closing):
                self.switch(STYLE_TAGS[name], closing)
            case LinkEdge(href, False):
                self.hrefs.append(href)
            case LinkEdge():
                del self.hrefs[-1:]
            case ClozeEdge(0):
                del self.clozes[-1:]
            case ClozeEdge() as cloze:
                self.clozes.append(cloze)
            case ReadingEdge(closing):
                self.read_aloud(closing, styles)

    def switch(self, style: Style, closing: bool) -> None:
        if closing and not self.on[style]:
            return
        self.on[style] += -1 if closing else 1
        self.worn = frozenset(style for style, count in self.on.items() if count)

    def read_aloud(self, closing: bool, styles: frozenset[Style] = PLAIN) -> None:
        """Open or close the parentheses around a reading; its end tag may be missing."""
        if self.reading:
            self.add(")", styles)
        self.reading = not closing
        if self.reading:
            self.add("(", styles)

    def add(self, text: str, styles: frozenset[Style], kind: RunKind = "text", href: str = "", title: str = "") -> None:
        if not text and kind != "image":
            return
        around = self.hrefs[-1] if self.hrefs else ""
        link, leads = ("", around) if kind == "image" else (around, "")
        cloze = self.clozes[-1] if self.clozes else None
        self.runs.append(
            Run(
                text,
                styles | self.worn,
                link or href,
                kind,
                *((cloze.group, cloze.hint) if cloze else (0, title)),
                leads,
            )
        )

    def text(self) -> RichText:
        """All that was said."""
        self.read_aloud(True)
        return tidy(self.runs)


def tidy(runs: Iterable[Run]) -> RichText:
    """Neighbours of one look merged, spaces folded (line breaks stay), nothing at the ends."""
    merged = (
        replace(run, text=folded(run.text)) if run.kind == "text" and _ODD_SPACES.search(run.text) else run
        for run in richtext.merge(runs)
    )
    return richtext.strip(RichText(merged))


def folded(text: str) -> str:
    """Each row of white space as one space; line breaks stay."""
    return _SPACES.sub(" ", text)
