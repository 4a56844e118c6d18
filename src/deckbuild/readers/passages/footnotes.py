"""Which footnotes a note has, and which of its marks lead nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ... import richtext
from ...diagnostics import Diagnostic, info, warning
from ...model import Place, RichText, Run
from .. import blocks as b
from ..html.walk import parts_of

_MARK = re.compile(r"\[\^([^\]\s]+)\]")


class Footnotes(Struct, frozen=True):
    """The labels that a note explains, in lower case, each with the line of its text."""

    lines: dict[str, int]

    def resolved(self, text: RichText, place: Place, said: list[Diagnostic]) -> RichText:
        """The text with marks that nothing explains as the letters that they are."""
        if not any(run.kind == "reference" for run in text):
            return text
        runs: list[Run] = []
        for run in text:
            if run.kind == "reference" and run.text.lower() not in self.lines:
                fact = f"nothing says what the footnote [^{run.text}] is"
                said.append(warning(place, "footnote-missing", fact, f"write '[^{run.text}]: …' on a line of its own"))
                run = replace(run, kind="text", text=f"[^{run.text}]")
            runs.append(run)
        return richtext.merge(runs)

    def unused(self, source: str, path: str) -> Iterator[Diagnostic]:
        """The footnotes that no mark leads to; they are read all the same."""
        marks = Counter(found.lower() for found in _MARK.findall(source)) if self.lines else Counter[str]()
        for label, line in self.lines.items():
            if marks[label] < 2:
                fact = f"no text refers to the footnote [^{label}]"
                yield info(Place(path, line), "footnote-unused", fact, f"write [^{label}] where it belongs")


NO_FOOTNOTES = Footnotes({})


def footnotes_of(nodes: Sequence[b.Node]) -> Footnotes:
    """The footnotes of a note, also those in quotes and lists."""
    lines: dict[str, int] = {}
    waiting: list[b.Node | b.Item] = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, b.FootnoteText):
            lines.setdefault(node.label.lower(), node.line)
        waiting += reversed(parts_of(node))
    return Footnotes(lines)
