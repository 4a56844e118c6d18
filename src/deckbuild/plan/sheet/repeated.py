"""What a card would say twice in a row: room on paper is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile

from msgspec.structs import replace

from ...model import Figure
from .shapes import Atom, Heading, Line, Picture, Span, Text, plain


def said_once(title: Line, atoms: Iterable[Atom]) -> Iterator[Atom]:
    """The atoms of a card without a line that a caption above it has said, and without the label of links below its title."""
    above: Atom = Heading(title)
    for atom in atoms:
        match above, atom:
            case Picture(caption=caption), Text(role="prose" | "line", line=line) if _same(caption, line):
                continue
            case Heading(line=heading), Text(role="references", line=line) if _same(heading, _label(line)):
                yield replace(atom, line=tuple(dropwhile(lambda span: _labels(span) or not span.text.strip(), line)))
            case _:
                yield atom
        above = atom


def caption_of(figure: Figure, said: Line) -> Line:
    """The caption of a figure, none where it is but the end of its file's name (`lambda_interface2`)."""
    words, name = plain(said), figure.src.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return () if ("_" in words or "-" in words) and " " not in words and name.endswith(words) else said


def _same(a: Line, b: Line) -> bool:
    said = plain(a).strip(" .:").casefold()
    return bool(said) and said == plain(b).strip(" .:").casefold()


def _label(line: Line) -> Line:
    return tuple(span for span in line if _labels(span))


def _labels(span: Span) -> bool:
    return "label" in span.styles
