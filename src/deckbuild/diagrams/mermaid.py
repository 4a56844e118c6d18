"""Mermaid source → a scene: flowcharts in our own style, every other type as the engine drew it."""

from __future__ import annotations

import re
from typing import Literal

from ..diagnostics import Diagnostic, error
from ..model import Place
from .alt import drawing_alt
from .engine import ask
from .pele import flowchart
from .scene import Scene

Direction = Literal["", "LR", "TB"]
"""Which way a flowchart runs: as its author wrote it, or laid out anew for a wide or a high place."""

_HEADER = re.compile(r"^(\s*(?:flowchart|graph)(?:-elk)?[ \t]+)(?:TB|TD|BT|LR|RL)\b", re.MULTILINE)


def read(source: str, place: Place, direction: Direction = "") -> tuple[Scene | None, tuple[Diagnostic, ...]]:
    """The scene, or why there is none."""
    answer = ask(_HEADER.sub(rf"\g<1>{direction}", source, count=1) if direction else source, place)
    if isinstance(answer, Diagnostic):
        return None, (answer,)
    if answer.kind != "flowchart":
        return Scene(answer.kind, answer.width, answer.height, alt=drawing_alt(answer.svg), raw_svg=answer.svg), ()
    scene = flowchart(answer)
    if not scene.nodes:
        return None, (error(place, "diagram-empty", "the diagram has no nodes"),)
    return scene, ()
