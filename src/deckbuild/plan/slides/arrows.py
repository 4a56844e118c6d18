"""Arrows that were typed as ASCII: `a -> b -> c` is shown as a → b → c, as a pair is; code keeps its letters."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ...model import RichText, Run

_ARROW = re.compile(r"(?:(?<=\s)|^)(?:<-{1,2}>|<={1,2}>|-{1,4}>|={1,4}>)(?=\s|$)")
_SIGNS = {"<->": "↔", "<-->": "↔", "<=>": "⇔", "<==>": "⇔"}


def with_arrows(text: RichText) -> RichText:
    """A text with its arrows as signs; the same object where it has none. `p->next` is no arrow."""
    if not any(">" in run.text for run in text):
        return text
    return RichText(_drawn(run) if run.kind == "text" and ">" in run.text else run for run in text)


def _drawn(run: Run) -> Run:
    return replace(run, text=_ARROW.sub(lambda found: _SIGNS.get(found[0], "→"), run.text))
