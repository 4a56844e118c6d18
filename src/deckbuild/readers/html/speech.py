"""Comments to a speaker, `<!-- note: … -->`, `<!-- notes: … -->` and `<!-- private note: … -->`, over one or more lines: Markdown that no audience sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

from .. import blocks as b
from .chunk import read_marked

_NOTE = re.compile(r"<!--[ \t\n]*(?P<private>private[ \t]+)?notes?[ \t]*:(?P<said>.*?)-->", re.IGNORECASE | re.DOTALL)


def spoken_in(text: str, line: int) -> Iterator[b.Speech]:
    """What the comments in a text that begins on a line have a speaker say; nothing for one that is empty."""
    for found in _NOTE.finditer(text) if "<!--" in text else ():
        first = line + text.count("\n", 0, found.start("said"))
        head, *below = found["said"].split("\n")
        said = "\n".join([head.strip(), *dedent("\n".join(below)).split("\n")]).rstrip()
        if said.strip():
            numbers = [first + i for i in range(said.count("\n") + 1)]
            start = line + text.count("\n", 0, found.start())
            yield b.Speech(read_marked(said, numbers), start, start + found[0].count("\n"), bool(found["private"]))
