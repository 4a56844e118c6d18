"""Text without any look that still says which letters are raised and which lowered: `2¹⁰`, not `210`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from .formulas import Refusal, linear, read
from .formulas.linear import SUB, SUP
from .model import RichText, Run, Style
from .richtext import to_plain

_LEVELS = frozenset((Style.SUB, Style.SUP))
_LEVEL = re.compile(r"([_^])(?:\(([^()]*)\)|(\w))")


def readable(text: RichText) -> str:
    """One line of text as a speaker reads it, with formulas as words."""
    if not any(run.styles & _LEVELS or run.kind in ("reference", "math") for run in text):
        return to_plain(text)
    return to_plain(RichText(replace(run, text=_small(run)) for run in text))


def _small(run: Run) -> str:
    """The letters of a run, small where Unicode has them, else behind the sign that TeX has."""
    if run.kind == "math":
        tree = run.text if run.href else read(run.text)
        return run.text if isinstance(tree, str | Refusal) else linear(tree)
    if Style.SUB in run.styles:
        return _shifted(run.text, SUB, "_")
    if Style.SUP in run.styles:
        return _shifted(run.text, SUP, "^")
    return f"[{run.text}]" if run.kind == "reference" else run.text


def _shifted(text: str, table: dict[str, str], sign: str) -> str:
    found = [table.get(char) for char in text.replace("-", "−")]
    if all(found):
        return "".join(char for char in found if char)
    return sign + (text if len(text) < 2 else f"({text})")


def levels(words: str) -> Iterator[tuple[str, int]]:
    """The words of a formula in parts, each on the line (0), below (-1) or above it (1): `ε_D` is ε and a lowered D."""
    at = 0
    for found in _LEVEL.finditer(words):
        if found.start() == 0:
            continue
        yield from [(words[at : found.start()], 0)] if found.start() > at else []
        yield found[2] or found[3], -1 if found[1] == "_" else 1
        at = found.end()
    yield from [(words[at:], 0)] if at < len(words) else []


def shown(text: RichText) -> str:
    """A title as it is shown, where formulas are words in their levels."""
    if not any(run.kind == "math" for run in text):
        return to_plain(text)
    return to_plain(RichText(replace(run, text=_flat(run.text)) if run.kind == "math" else run for run in text))


def _flat(words: str) -> str:
    return "".join(part for part, _ in levels(words))
